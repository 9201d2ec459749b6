"""The letterhead of an organisation: its name, and a logo that is sealed and can go."""

import pytest

from bizplan import delivery, examples
from bizplan import jobs as making
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.letterhead import Letterhead
from bizplan.storage import jobs, letterheads, people, plans
from bizplan.storage.sealing import SealBroken
from bizplan.storage.tables import ORGANISATIONS


@pytest.fixture
def kade(storage):
    """An organisation without a logo."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "coaching", "De Kade")


def test_a_logo_comes_with_the_name_and_goes_again(storage, kade):
    for logo in (None, b"a logo", b"another", None):
        with storage.writing() as tx:
            letterheads.set_logo(tx, kade, logo)
        with storage.reading() as tx:
            assert letterheads.letterhead(tx, kade) == Letterhead("De Kade", logo)


def test_a_plan_has_the_letterhead_of_its_organisation_or_none(storage, kade, amal):
    with storage.writing() as tx:
        letterheads.set_logo(tx, kade, b"a logo")
        coached, alone = plans.make(tx, amal, "nl", kade), plans.make(tx, amal, "nl")
        assert letterheads.of_plan(tx, coached) == Letterhead("De Kade", b"a logo")
        assert letterheads.of_plan(tx, alone) is letterheads.of_plan(tx, "0" * 32) is None


def test_a_logo_is_sealed_for_its_organisation(storage, kade):
    with storage.writing() as tx:
        letterheads.set_logo(tx, kade, b"a logo")
        other = people.add_organisation(tx, "coaching", "Elders")
        kept = tx.execute(ORGANISATIONS.select().where(ORGANISATIONS.c.id == kade)).one().logo_sealed
        assert b"a logo" not in kept
        tx.execute(ORGANISATIONS.update().where(ORGANISATIONS.c.id == other).values(logo_sealed=kept))
        with pytest.raises(SealBroken):
            letterheads.letterhead(tx, other)


def test_a_document_has_the_letterhead_of_the_organisation_that_coaches_its_plan(storage, kade, amal, monkeypatch):
    made, jobs_of = [], []
    monkeypatch.setattr(delivery, "document", lambda *given: made.append(given[-3].letterhead) or b"a document")
    with storage.writing() as tx:
        letterheads.set_logo(tx, kade, b"a logo")
        for organisation in (kade, None):
            plan = plans.make(tx, amal, "nl", organisation)
            plans.fill(tx, plan, amal, imported(plan_file.read(examples.text("bakery"))))
            jobs_of.append(jobs.ask(tx, "dossier", plan, amal, "nl", plans.plan(tx, plan).sequence))
    for job in jobs_of:
        making.do(storage, job)
    assert made == [Letterhead("De Kade", b"a logo"), None]
