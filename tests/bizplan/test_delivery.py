"""What a plan is delivered as: documents made side by side, written all or none."""

import gc
import os
import signal
import stat
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bizplan import delivery, examples
from bizplan.delivery import in_a_copy, nothing_swept
from bizplan.documents.attaching import attached
from bizplan.domain import plan_file
from bizplan.domain.fingerprint import dated
from bizplan.domain.letterhead import Letterhead
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from bizplan.workshop import Workshop


@pytest.fixture
def cores(request, monkeypatch):
    """A machine of so many cores."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(request.param)))
    return request.param


@pytest.mark.parametrize("cores", [1, 2], indirect=True)
def test_a_document_is_made_here_or_in_a_copy_of_this_process(cores):
    with in_a_copy(lambda: str(os.getpid()).encode()) as document:
        made_by = int(document())
    assert (made_by == os.getpid()) is (cores == 1)


@pytest.mark.parametrize("cores", [1, 2], indirect=True)
def test_what_goes_wrong_in_the_copy_is_said_where_the_document_is_asked_for(cores):
    def fails() -> bytes:
        raise OSError(12, f"no memory on {cores}")

    with in_a_copy(fails) as document, pytest.raises(OSError, match=f"no memory on {cores}"):
        document()


@pytest.mark.parametrize("cores", [2], indirect=True)
def test_a_document_whose_copy_was_ended_is_made_here(cores):
    here = os.getpid()

    def ended_elsewhere() -> bytes:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"made"

    with in_a_copy(ended_elsewhere) as document:
        assert document() == b"made"


@pytest.mark.parametrize("cores", [2], indirect=True)
def test_a_copy_that_nobody_asks_does_not_stop_the_error_of_another_document(cores):
    with pytest.raises(ValueError, match="the workbook"), in_a_copy(lambda: b"a" * 10_000_000):
        raise ValueError("the workbook")


def test_memory_is_swept_again_afterwards():
    with nothing_swept():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_disk_that_fills_up_half_way_leaves_the_old_documents(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("old", encoding="utf-8")
    writing = delivery.Path.write_bytes

    def full(path, content):
        if path.name.startswith(".b"):
            raise OSError(28, "No space left on device")
        return writing(path, content)

    monkeypatch.setattr(delivery.Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        delivery._written(tmp_path, {"a": b"new", "b": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"


def test_documents_are_as_private_as_the_person_keeps_files(tmp_path):
    before = os.umask(0o077)
    try:
        (path,) = delivery._written(tmp_path, {"a": b"new"})
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_workbook_names_the_organisation_on_its_cover_and_the_letterhead_changes_nothing_without_one():
    day = date(2027, 1, 18)
    work = Workshop.on(plan_file.read(examples.text("bakery")), day)
    made = [delivery.document("workbook", work, "nl", day, None, delivery.House(letterhead=each))
            for each in (None, Letterhead("De Kade <vzw>"))]
    covers = [load_workbook(BytesIO(each), read_only=True).worksheets[0] for each in made]
    plain, named = ([str(cell) for row in cover.values for cell in row if cell] for cover in covers)
    assert "Financieel model" in plain and "Financieel model · De Kade <vzw>" in named
    assert made[0] == delivery.document("workbook", work, "nl", day)


def test_other_kinds_of_documents_are_written_beside_the_dossier_where_they_are_asked_for(tmp_path):
    day = date(2027, 1, 18)
    work = Workshop.on(plan_file.read(examples.text("tailor")), day)
    made = delivery.made(work, tmp_path, "nl", day, also=("summary", "financial_plan"))
    assert {path.name for path in made} == {
        "model.xlsx", "dossier.pdf", "figures.json", "summary.pdf", "financial_plan.pdf"}
    assert all(path.read_bytes() for path in made)


def test_the_financial_plan_that_is_written_beside_them_carries_the_workbook_that_stands_there(tmp_path):
    day = date(2027, 1, 18)
    plan = dated(released(plan_file.read(examples.text("tailor")), Recipient.LENDER), day)
    delivery.made(Workshop.on(plan, day), tmp_path, "nl", day, also=("financial_plan", "summary"))
    files = dict(attached((tmp_path / "financial_plan.pdf").read_bytes()))
    assert files["model.xlsx"] == (tmp_path / "model.xlsx").read_bytes()
    assert files["plan.json"].decode() == plan_file.write(plan)
    assert dict(attached((tmp_path / "summary.pdf").read_bytes())) == {}
