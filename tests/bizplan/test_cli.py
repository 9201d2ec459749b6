"""The command line: results on standard output, all else on standard error, errors in one sentence with status 2."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pikepdf
import pytest

from bizplan import cli, delivery, examples, workshop
from bizplan.cli import main

HALF_FILLED = '{"format": 1, "language": "ar"}'


@pytest.fixture
def hairdresser(tmp_path):
    """The plan file of an example, on a path that is neither short nor Latin."""
    path = tmp_path / "خطة van Déborah.json"
    path.write_text(examples.text("hairdresser"), encoding="utf-8")
    return path


@pytest.fixture
def half_filled(tmp_path):
    """A plan file in which nothing is answered yet."""
    path = tmp_path / "empty.json"
    path.write_text(HALF_FILLED, encoding="utf-8")
    return path


@pytest.fixture
def says(capsys):
    """Runs the command line: its exit status, and what it printed to either side."""

    def run(*arguments):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ending:
            status = ending.code
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def program(*arguments, **settings):
    """The command line as a program of its own, in an environment without any locale."""
    command = [sys.executable, "-m", "bizplan.cli", *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}
    return subprocess.run(command, check=False, env=environment, **{"stderr": subprocess.PIPE, **settings})


def assert_refused(answer, *words):
    """One sentence on standard error, nothing on standard output, status 2."""
    status, out, err = answer
    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and "Traceback" not in err
    assert all(word in err for word in words), err


def test_figures_are_printed_as_json_in_each_scenario(says, hairdresser):
    status, out, err = says("figures", hairdresser)
    assert (status, err) == (0, "")
    base = json.loads(out)
    later = json.loads(says("figures", hairdresser, "--scenario", "later")[1])
    assert (base["scenario"], later["scenario"]) == ("base", "later")
    assert all(check["holds"] for check in base["checks"])
    assert base["lines"]["bank.cash"]["by_month"] != later["lines"]["bank.cash"]["by_month"]


def test_an_explanation_is_told_in_the_language_asked_for_and_as_deep_as_asked(says, hairdresser):
    status, out, err = says("explain", hairdresser, "bank.cash", "2", "--language", "en", "--depth", "1")
    assert (status, err) == (0, "")
    first, *under = out.splitlines()
    assert not first.startswith(" ") and under and all(line.startswith("  ") for line in under)
    assert len(says("explain", hairdresser, "bank.cash", "year 2", "--depth", "0")[1].splitlines()) == 1


def test_check_ends_with_1_where_something_blocks_and_with_0_where_nothing_does(says, hairdresser, half_filled):
    status, out, err = says("check", hairdresser)
    assert err == ""
    assert status == (1 if "[blocker]" in out else 0)
    status, out, err = says("check", half_filled, "--language", "nl")
    assert (status, err) == (1, "")
    assert out.startswith("[blocker] ") and "(products)" in out


def test_the_schema_is_printed_as_json(says):
    status, out, err = says("schema")
    assert (status, err) == (0, "") and json.loads(out)["title"] == "Plan file"


def test_examples_are_listed_and_printed_as_they_are_kept(says):
    assert says("example") == (0, "\n".join(examples.names()) + "\n", "")
    assert says("example", "bakery") == (0, examples.text("bakery"), "")


def test_the_documents_are_written_where_asked_and_the_places_told(says, half_filled, tmp_path):
    folder = tmp_path / "dossier voor خديجة" / "1"
    status, out, err = says("build", half_filled, "--out", folder, "--language", "fr")
    assert (status, out) == (0, "")
    names = ["dossier.pdf", "figures.json", "model.xlsx"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert [line for line in err.splitlines() if not line.startswith("written: ")] == []
    assert json.loads((folder / "figures.json").read_text(encoding="utf-8"))["scenario"] == "base"


def test_a_plan_is_read_from_standard_input(says, monkeypatch):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(HALF_FILLED.encode())))
    status, out, _ = says("figures", "-")
    assert status == 0 and json.loads(out)["years"]
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b" " * 5_000_000)))
    assert_refused(says("figures", "-"), "larger than 2 MB")
    monkeypatch.setattr(sys, "stdin", None)
    assert_refused(says("figures", "-"), "standard input is closed")


@pytest.mark.parametrize(("arguments", "words"), [
    ((), ["COMMAND"]),
    (("fly",), ["invalid choice", "'fly'"]),
    (("a\nb",), ["invalid choice"]),
    (("build", "PLAN"), ["--out"]),
    (("build", "PLAN", "--out", "x", "--language", "xx"), ["'xx'"]),
    (("build", "PLAN", "--out", ""), ["--out", "empty"]),
    (("check", " "), ["PLAN", "empty"]),
    (("figures", "PLAN", "--scenario", "best"), ["'best'"]),
    (("explain", "PLAN", "bank.cash", "1", "--depth", "-1"), ["depth is -1", "0 to 20"]),
    (("explain", "PLAN", "bank.cash", "1", "--depth", "99"), ["depth is 99"]),
    (("explain", "PLAN", "bank.cash", "1", "--depth", "abc"), ["'abc'"]),
    (("explain", "PLAN", "bank.cash", "0"), ["outside the plan"]),
    (("explain", "PLAN", "bank.cash", "61"), ["outside the plan"]),
    (("explain", "PLAN", "bank.cash", "2027-13"), ["is no month"]),
    (("explain", "PLAN", "bank.cash", "year 0"), ["year 1 to year"]),
    (("explain", "PLAN", "bank.cash", "year 9"), ["year 1 to year"]),
    (("explain", "PLAN", "bank.cash", "1\n"), ["is no month"]),
    (("explain", "PLAN", "", "1"), ['no line is called ""']),
    (("explain", "PLAN", "bank\ncash", "1"), ["near it: bank.cash"]),
    (("explain", "PLAN", "x" * 5000, "1"), ["…"]),
    (("example", "no\nne"), ["choose one of bakery"]),
    (("figures", "nowhere.json"), ["nowhere.json cannot be opened"]),
    (("figures", "."), ["cannot be opened"]),
])
def test_a_command_that_cannot_be_done_is_refused_in_one_sentence(says, hairdresser, arguments, words):
    assert_refused(says(*(hairdresser if argument == "PLAN" else argument for argument in arguments)), *words)


@pytest.mark.parametrize("content", [
    b"", b"\x00", b"[]", b"{}", b'{"format": 2, "language": "nl"}', b"\xff\xfe", b"[" * 100_000, b" " * 2_000_001,
    b'{"format": 1, "language": "nl", "costs": [{"id": "a", "amount": 1e400}]}',
    b'{"format": 1, "language": "nl", "costs": [{"id": "a", "amount": NaN}]}',
])
def test_a_file_that_is_no_plan_writes_nothing(says, tmp_path, content):
    plan = tmp_path / "plan.json"
    plan.write_bytes(content)
    assert_refused(says("build", plan, "--out", tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_documents_that_cannot_be_written_leave_what_was_there(says, half_filled, tmp_path):
    (tmp_path / "file").write_text("old", encoding="utf-8")
    assert_refused(says("build", half_filled, "--out", tmp_path / "file"), "choose another folder")
    assert_refused(says("build", half_filled, "--out", tmp_path / "file" / "under"), "choose another folder")
    folder = tmp_path / "dossier"
    (folder / "figures.json").mkdir(parents=True)
    (folder / "model.xlsx").write_text("old", encoding="utf-8")
    assert_refused(says("build", half_filled, "--out", folder), "figures.json is a folder")
    assert sorted(path.name for path in folder.iterdir()) == ["figures.json", "model.xlsx"]
    assert (folder / "model.xlsx").read_text(encoding="utf-8") == "old"


def test_who_waits_at_a_terminal_is_told_what_happens(says, half_filled, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _, _, err = says("build", half_filled, "--out", tmp_path / "out")
    assert [line.split()[0] for line in err.splitlines()] == ["Reading", "Making", "written:", "written:", "written:"]


def test_a_folder_that_was_made_for_nothing_is_taken_away_again(says, half_filled, tmp_path, monkeypatch):
    def full(path, content):
        raise OSError(28, "No space left on device")

    (tmp_path / "kept").mkdir()
    monkeypatch.setattr(delivery.Path, "write_bytes", full)
    assert_refused(says("build", half_filled, "--out", tmp_path / "kept" / "a" / "b"), "No space left")
    assert [*(tmp_path / "kept").iterdir()] == []


def test_a_folder_with_a_line_break_in_its_name_is_told_on_one_line(says, half_filled, tmp_path):
    status, _, err = says("build", half_filled, "--out", tmp_path / "a\nb")
    assert status == 0 and len(err.splitlines()) == 3
    (tmp_path / "c\nd").touch()
    assert_refused(says("build", half_filled, "--out", tmp_path / "c\nd"), "choose another folder")


def test_every_script_is_printed_as_utf_8_on_a_machine_without_a_locale(hairdresser):
    done = program("explain", hairdresser, "bank.cash", "1", "--language", "ar", stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "البنك" in done.stdout.decode("utf-8")


def test_a_reader_who_has_read_enough_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    done = program("example", "bakery", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_results_that_cannot_be_written_are_told_in_one_sentence():
    with Path("/dev/full").open("wb") as full:
        done = program("example", stdout=full)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("standard output cannot be written to (No space left on device)")


def test_where_errors_cannot_be_written_the_status_still_tells(tmp_path):
    with Path("/dev/full").open("wb") as full:
        assert program("figures", tmp_path / "nowhere.json", stderr=full).returncode == 2


def test_who_interrupts_sees_no_traceback(says, half_filled, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(workshop.Workshop, "of", interrupted)
    assert says("figures", half_filled) == (130, "", "")


def test_nothing_that_calculates_is_loaded_before_a_command_needs_it():
    done = subprocess.run([sys.executable, "-c", "import sys, bizplan.cli; print('numpy' in sys.modules)"],
                          check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_standard_output_that_is_closed_is_told(says, monkeypatch):
    monkeypatch.setattr(cli.sys, "stdout", None)
    assert main(["example"]) == 2


def test_what_is_built_is_for_a_lender_unless_it_is_for_oneself(says, tmp_path):
    plan = tmp_path / "bakery.json"
    plan.write_text(examples.text("bakery"), encoding="utf-8")
    told = {}
    for recipient, more in (("lender", ()), ("self", ("--for", "self"))):
        assert says("build", plan, "--out", tmp_path / recipient, *more)[0] == 0
        told[recipient] = (tmp_path / recipient / "figures.json").read_text(encoding="utf-8")
    assert "household.expense.rent.amount" in told["self"] and "household.expense.rent" not in told["lender"]
    assert "household.expense.total.amount" in told["lender"]


def test_a_dossier_is_verified_from_the_answers_inside_it(says, half_filled, tmp_path):
    says("build", half_filled, "--out", tmp_path)
    status, out, err = says("verify-document", tmp_path / "dossier.pdf")
    assert (status, err) == (0, "") and out.startswith("The answers inside have the fingerprint of this document: ")
    with pikepdf.open(tmp_path / "dossier.pdf") as pdf:
        told = json.loads(pdf.attachments["plan.json"].get_file().read_bytes()) | {"idea": {"need": "Other bread"}}
        pdf.attachments["plan.json"] = pikepdf.AttachedFileSpec(pdf, json.dumps(told).encode(), filename="plan.json")
        pdf.save(tmp_path / "changed.pdf")
    status, out, err = says("verify-document", tmp_path / "changed.pdf")
    assert (status, err) == (1, "") and "this document says " in out


def test_what_is_no_dossier_of_ours_is_refused(says, half_filled, tmp_path):
    assert_refused(says("verify-document", half_filled), "is no PDF document that can be read")
    assert_refused(says("verify-document", tmp_path / "gone.pdf"), "cannot be opened: No such file")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
    assert_refused(says("verify-document", tmp_path / "blank.pdf"), "it was not made by bizplan")


def test_the_address_of_the_code_is_that_of_an_installation_that_is_set_up(says, half_filled, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(delivery, "made", lambda *given: asked.append(given[-2]) or [])
    says("build", half_filled, "--out", tmp_path)
    monkeypatch.setenv("BIZPLAN_URL", "https://plan.example.org/")
    says("build", half_filled, "--out", tmp_path)
    assert [house.url for house in asked] == ["", "https://plan.example.org"]


def test_a_key_that_cannot_be_used_is_told_before_anything_is_made(says, half_filled, tmp_path, monkeypatch):
    monkeypatch.setenv("BIZPLAN_SIGNING_KEY", str(tmp_path / "gone.p12"))
    assert_refused(says("build", half_filled, "--out", tmp_path / "out"), "BIZPLAN_SIGNING_KEY", "gone.p12")
    status, _out, err = says("serve")
    assert status == 2 and "BIZPLAN_SIGNING_KEY" in err.splitlines()[-1]
    assert not (tmp_path / "out").exists()
