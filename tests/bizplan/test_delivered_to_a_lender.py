"""Of the household only totals leave for a lender, wherever one looks; and what leaves is whole and can be checked."""

import io
import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache

import pikepdf
import pytest
from pypdf import PdfReader

from bizplan import delivery, examples
from bizplan.documents.attaching import attached, printed_fingerprint
from bizplan.documents.verifying import verified
from bizplan.domain import plan_file
from bizplan.domain.fingerprint import dated, fingerprint, grouped, shortened
from bizplan.domain.plan import Answer, Translation
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.recipients import Recipient, withheld
from bizplan.domain.released import released
from bizplan.workshop import Workshop
from financial_models.assumptions import Grade

DAY = date(2026, 11, 28)
HOUSE = delivery.House("https://plan.example.org")
ROWS = ("household.incomes[]", "household.other_expenses[]", "household.debts[]")
SECRET = "Zqx{}Secret"
WITH_FILES = ("dossier", "financial_plan")
"""The kinds of documents that carry the workbook and the plan file inside."""
ODD = 1317.43
"""An amount that stands nowhere else."""


def secret(number: int) -> str:
    """A word that stands nowhere else."""
    return SECRET.format(number)


@cache
def whole():
    """The bakery, with a secret in each text, each note and each translation that a lender is not shown."""
    plan = plan_file.read(examples.text("bakery"))
    answers, texts = dict(plan.answers), dict(plan.translations)
    for place, (key, row) in enumerate(list(answers)):
        question, hidden = QUESTIONS[key], key in withheld(Recipient.LENDER) or key.startswith(ROWS)
        if hidden and question.kind in (Kind.TEXT, Kind.LONG_TEXT):
            answers[key, row] = Answer(secret(place))
            texts[key, row, "nl"] = Translation(secret(place) + "Translated", "coach")
        elif question.is_figure and key.startswith("household."):
            answers[key, row] = replace(answers[key, row], note=secret(place))
    for place, key in enumerate(("household.changes", "competences.limits", "competences.childcare")):
        answers[key, ""] = Answer(secret(9000 + place))
    answers["household.expenses.remittances", ""] = Answer(ODD, Grade.CONTRACT, secret(9999))
    return replace(plan, answers=answers, translations=texts)


@cache
def work(recipient=Recipient.LENDER):
    """The cut for a reader, calculated."""
    return Workshop.on(dated(released(whole(), recipient), DAY, revision=41), DAY)


@cache
def made(kind, recipient=Recipient.LENDER):
    """A document of it."""
    return delivery.document(kind, work(recipient), "nl", DAY, house=HOUSE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What carries files, on a disk."""
    found = tmp_path_factory.mktemp("lender")
    for kind in WITH_FILES:
        (found / f"{kind}.pdf").write_bytes(made(kind))
    return found


def run(*command) -> str:
    """What a tool says about it."""
    return subprocess.run([*map(str, command)], capture_output=True, check=True, encoding="utf-8").stdout


def unpacked(book: bytes) -> str:
    """All that a workbook packs."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def inside(pdf: bytes) -> str:
    """All that the objects of a document hold: streams, strings, properties, the files inside."""
    told = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Stream):
                told.append(each.read_bytes().decode("utf-8", "replace"))
            told.append(repr(each))
        told.append(str(document.docinfo))
        told.append(document.Root.Metadata.read_bytes().decode())
    return "\n".join(told)


def test_no_detail_of_the_household_is_anywhere_in_what_a_lender_gets(folder, needs, tmp_path):
    files = dict(attached(made("dossier")))
    delivery.made(work(), tmp_path, "nl", DAY, HOUSE)
    everything = {
        "the pages": run(needs("pdftotext"), "-layout", folder / "dossier.pdf", "-"),
        "the financial plan": inside(made("financial_plan")),
        "the objects": inside(made("dossier")), "the metadata": run(needs("pdfinfo"), "-meta", folder / "dossier.pdf"),
        "the plan file": files["plan.json"].decode(), "the workbook inside": unpacked(files["model.xlsx"]),
        "the workbook": unpacked(made("workbook")), "the figures": (tmp_path / "figures.json").read_text("utf-8"),
    }
    for where, text in everything.items():
        assert len(text) > 400, where
        assert SECRET.split("{}")[1] not in text, where
        for amount in (f"{ODD}", "1.317,43", "1317,43", "1 317,43"):
            assert amount not in text, where


def test_the_secrets_stand_in_what_somebody_makes_for_themselves():
    mine = made("dossier", Recipient.SELF)
    files = dict(attached(mine))
    assert secret(9000) in files["plan.json"].decode() and str(ODD) in files["plan.json"].decode()
    assert secret(9999) in unpacked(files["model.xlsx"])
    assert fingerprint(work(Recipient.SELF).study) != fingerprint(work().study)


@pytest.mark.parametrize("kind", WITH_FILES)
def test_poppler_takes_the_files_out_as_the_workbook_is_and_as_the_plan_is(kind, folder, needs, tmp_path):
    assert run(needs("pdfdetach"), "-list", folder / f"{kind}.pdf").split() == [
        "2", "embedded", "files", "1:", "model.xlsx", "2:", "plan.json"]
    run(needs("pdfdetach"), "-saveall", "-o", tmp_path, folder / f"{kind}.pdf")
    assert (tmp_path / "model.xlsx").read_bytes() == made("workbook")
    assert plan_file.load(tmp_path / "plan.json") == work().study


@pytest.mark.parametrize("kind", WITH_FILES)
def test_the_files_inside_say_what_they_are(kind, folder):
    with pikepdf.open(folder / f"{kind}.pdf") as document:
        told = [(str(each.F), str(each.UF), str(each.AFRelationship), str(file.Subtype), int(file.Params.Size),
                 str(file.Params.CreationDate), str(file.Params.ModDate))
                for each in document.Root.AF for file in (each.EF.F,)]
    at = "D:20261128000000Z"
    xlsx = "/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    plan = plan_file.write(work().study).encode()
    assert told == [("model.xlsx", "model.xlsx", "/Source", xlsx, len(made("workbook")), at, at),
                    ("plan.json", "plan.json", "/Data", "/application/json", len(plan), at, at)]


@pytest.mark.parametrize("kind", WITH_FILES)
def test_qpdf_and_poppler_find_nothing_wrong_with_it(kind, folder, needs):
    checked = subprocess.run([needs("qpdf"), "--check", folder / f"{kind}.pdf"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "WARNING" not in checked.stderr
    read = subprocess.run([needs("pdftotext"), folder / f"{kind}.pdf", "-"], capture_output=True, text=True)
    assert read.stderr == ""


@pytest.mark.parametrize("kind", [*WITH_FILES, "workbook"])
def test_made_twice_of_the_same_revision_on_the_same_day_it_is_the_same_to_the_byte(kind):
    again = Workshop.on(dated(released(whole(), Recipient.LENDER), DAY, revision=41), DAY)
    assert delivery.document(kind, again, "nl", DAY, house=HOUSE) == made(kind)


@pytest.mark.parametrize(("kind", "least"), [("dossier", 20), ("financial_plan", 8)])
def test_the_fingerprint_stands_on_every_page_on_the_workbook_and_in_the_properties(kind, least, folder, needs):
    found = fingerprint(work().study)
    pages = run(needs("pdftotext"), "-layout", folder / f"{kind}.pdf", "-").split("\f")[:-1]
    assert len(pages) > least and all(shortened(found) in page for page in pages)
    assert grouped(found) in pages[-1] and f"https://plan.example.org/nl/check/{found}" in pages[-1].replace("\n", "")
    assert grouped(found) in unpacked(made("workbook"))
    assert printed_fingerprint(made(kind)) == found
    assert found in run(needs("pdfinfo"), "-meta", folder / f"{kind}.pdf")


def test_the_same_version_in_another_language_has_the_same_fingerprint(needs):
    french = delivery.document("workbook", work(), "fr", DAY, house=HOUSE)
    assert french != made("workbook") and grouped(fingerprint(work().study)) in unpacked(french)


@pytest.mark.parametrize("kind", WITH_FILES)
def test_a_camera_reads_the_address_from_the_code_on_the_last_page(kind, folder, needs, tmp_path):
    last = len(PdfReader(folder / f"{kind}.pdf").pages)
    run(needs("pdftoppm"), "-r", 200, "-gray", "-png", "-singlefile", "-f", last, folder / f"{kind}.pdf",
        tmp_path / "last")
    read = run(needs("zbarimg"), "--nodbus", "-q", "--raw", tmp_path / "last.png").strip()
    assert read == f"https://plan.example.org/nl/check/{fingerprint(work().study)}"


@pytest.mark.parametrize("kind", WITH_FILES)
def test_the_answers_inside_have_the_fingerprint_that_the_document_says(kind, folder):
    agrees, said = verified(folder / f"{kind}.pdf")
    assert agrees and grouped(fingerprint(work().study)) in said


@pytest.mark.parametrize("kind", WITH_FILES)
def test_without_an_address_there_is_the_fingerprint_and_no_code(kind, needs, tmp_path):
    (tmp_path / "dossier.pdf").write_bytes(delivery.document(kind, work(), "nl", DAY))
    text = run(needs("pdftotext"), "-layout", tmp_path / "dossier.pdf", "-")
    assert grouped(fingerprint(work().study)) in text and "/check/" not in text


@pytest.mark.parametrize("kind", WITH_FILES)
def test_what_was_never_released_carries_neither_files_nor_fingerprint(kind):
    plain = Workshop.on(plan_file.read(examples.text("it_service")), DAY)
    pdf = delivery.document(kind, plain, "nl", DAY, house=HOUSE)
    assert dict(attached(pdf)) == {} and printed_fingerprint(pdf) == ""


def test_a_lender_gets_a_plan_that_any_command_reads(tmp_path):
    document = json.loads(dict(attached(made("dossier")))["plan.json"])
    assert document["released"] == {
        "for": "lender", "on": "2026-11-28", "revision": 41,
        "engine": work().study.release.engine, "law": work().study.release.law}
    (tmp_path / "plan.json").write_text(json.dumps(document), "utf-8")
    again = Workshop.of(tmp_path / "plan.json")
    assert again.engine.model.by_key.keys() == work().engine.model.by_key.keys()
