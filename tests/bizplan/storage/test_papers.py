"""The files of a plan: sealed, seen by whom the entrepreneur lets, no more than have room, and gone when gone."""

import secrets
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from bizplan.domain.lending.papers import LARGEST_TOGETHER, MOST, SEEN_AS, Reader
from bizplan.domain.people import Role
from bizplan.storage import erasure, papers, plans
from bizplan.storage.columns import new_id
from bizplan.storage.papers import Full, New, Used
from bizplan.storage.sealing import SealBroken
from bizplan.storage.tables import PAPERS

NAME, CONTENT = "Huurcontract خطة 41c7", b"%PDF rent 650 euro " + bytes(range(256))
RENT = New("home_lease", "pdf", CONTENT, 3, NAME, Reader.SELF, date(2027, 6, 30))
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        return plans.make(tx, amal, "nl")


def keep(storage, plan, author, new=RENT, key="", replaced=""):
    with storage.writing() as tx:
        return papers.keep(tx, plan, author, new, key or new_id(), replaced)


def kept(storage, plan, seen=frozenset(Reader)):
    with storage.reading() as tx:
        return papers.papers_of(tx, plan, seen)


def for_reader(reader, content=CONTENT):
    return New("diplomas", "jpeg", content, 1, reader.value, reader)


def file_of(tmp_path):
    return b"".join(path.read_bytes() for path in tmp_path.rglob("bizplan.sqlite*"))


def test_a_file_is_kept_as_it_is_and_sealed_with_its_name(storage, tmp_path, plan, amal):
    made = keep(storage, plan, amal)
    found, = kept(storage, plan)
    assert (found.id, found.paper, found.kind, found.size, found.pages, found.name, found.reader, found.valid_until,
            found.author) == (made, "home_lease", "pdf", len(CONTENT), 3, NAME, Reader.SELF, date(2027, 6, 30), amal)
    with storage.reading() as tx:
        assert papers.content(tx, found) == CONTENT
    assert CONTENT[:19] not in file_of(tmp_path) and NAME.encode() not in file_of(tmp_path)


def test_a_file_cannot_be_moved_to_another_row(storage, plan, amal):
    one, other = keep(storage, plan, amal), keep(storage, plan, amal, for_reader(Reader.LENDER))
    with storage.writing() as tx:
        moved = tx.execute(PAPERS.select().where(PAPERS.c.id == one)).one().content_sealed
        tx.execute(PAPERS.update().where(PAPERS.c.id == other).values(content_sealed=moved))
        found = papers.paper(tx, plan, other)
        with pytest.raises(SealBroken):
            papers.content(tx, found)


def test_sent_twice_under_one_key_it_is_kept_once_and_a_key_of_somebody_else_opens_nothing(storage, plan, amal, lien):
    key = new_id()
    assert keep(storage, plan, amal, key=key) == keep(storage, plan, amal, key=key) == key
    assert len(kept(storage, plan)) == 1
    with storage.writing() as tx:
        other = plans.make(tx, lien, "nl")
    assert keep(storage, other, lien, for_reader(Reader.COACH), key=key) != key
    assert [each.author for each in kept(storage, plan)] == [amal]
    with storage.reading() as tx:
        assert papers.paper(tx, other, key) is None


@pytest.mark.parametrize(("role", "seen"), [
    (Role.ENTREPRENEUR, {"self", "coach", "lender"}), (Role.COACH, {"coach", "lender"})])
def test_who_sees_what(storage, plan, amal, role, seen):
    for reader in Reader:
        keep(storage, plan, amal, for_reader(reader))
    assert {each.name for each in kept(storage, plan, SEEN_AS[role])} == seen


def test_with_what_is_handed_in_goes_what_a_lender_may_see_and_was_there_then(storage, plan, amal):
    with time_machine.travel(NOON, tick=False) as clock:
        for reader in Reader:
            keep(storage, plan, amal, for_reader(reader))
        clock.shift(timedelta(hours=1))
        keep(storage, plan, amal, New("quotes", "pdf", CONTENT, 1, "later", Reader.LENDER))
    with storage.reading() as tx:
        assert [each.name for each in papers.for_lender(tx, plan, ())] == ["later", "lender"]
        first, = papers.for_lender(tx, plan, (), NOON)
        assert (first.name, papers.content(tx, first)) == ("lender", CONTENT)
    with storage.writing() as tx:
        papers.change(tx, plan, first.id, Reader.COACH, None)
        assert papers.for_lender(tx, plan, (), NOON) == ()


@pytest.mark.parametrize(("more", "seen"), [
    ((), {"quotes"}), (("residence",), {"quotes", "identity"}), (("household",), {"quotes", "bank_statements"}),
    (("household", "residence"), {"quotes", "identity", "bank_statements"})])
def test_papers_about_residence_and_household_go_along_only_where_the_person_agreed(storage, plan, amal, more, seen):
    for paper in ("quotes", "identity", "bank_statements"):
        for reader in (Reader.LENDER, Reader.COACH):
            keep(storage, plan, amal, New(paper, "pdf", CONTENT, 1, paper, reader))
    with storage.reading() as tx:
        found = papers.for_lender(tx, plan, more)
    assert {each.paper for each in found} == seen and {each.reader for each in found} == {Reader.LENDER}


def test_who_sees_it_and_until_when_it_counts_can_change(storage, plan, amal):
    made = keep(storage, plan, amal)
    with storage.writing() as tx:
        papers.change(tx, plan, made, Reader.LENDER, None)
        papers.change(tx, "0" * 32, made, Reader.SELF, date(2030, 1, 1))
    found, = kept(storage, plan)
    assert (found.reader, found.valid_until) == (Reader.LENDER, None)


def test_a_plan_holds_forty_files(storage, plan, amal):
    for _ in range(MOST):
        last = keep(storage, plan, amal)
    with pytest.raises(Full):
        keep(storage, plan, amal)
    with storage.reading() as tx:
        assert papers.used(tx, plan) == Used(MOST, MOST * len(CONTENT))
    keep(storage, plan, amal, for_reader(Reader.COACH), replaced=last)
    assert len(kept(storage, plan)) == MOST and last not in {each.id for each in kept(storage, plan)}


def test_a_plan_holds_sixty_megabytes_to_the_byte(storage, plan, amal):
    made = keep(storage, plan, amal)
    with storage.writing() as tx:
        tx.execute(PAPERS.update().values(size=LARGEST_TOGETHER - 100))
    with pytest.raises(Full):
        keep(storage, plan, amal, for_reader(Reader.COACH, bytes(101)))
    keep(storage, plan, amal, for_reader(Reader.COACH, bytes(100)))
    keep(storage, plan, amal, for_reader(Reader.COACH, bytes(200)), replaced=made)
    with storage.reading() as tx:
        assert papers.used(tx, plan) == Used(2, 300)


def test_of_a_file_that_is_removed_or_replaced_no_byte_stays_in_the_database(storage, tmp_path, plan, amal):
    traces = []
    for _ in range(2):
        made = keep(storage, plan, amal, New("identity", "png", secrets.token_bytes(300_000), 1, NAME, Reader.SELF))
        with storage.reading() as tx:
            row = tx.execute(PAPERS.select().where(PAPERS.c.id == made)).one()
        traces += [row.content_sealed[at:at + 64] for at in range(0, len(row.content_sealed) - 64, 20_000)]
        traces += [row.name_sealed[13:], made.encode()]
    before = file_of(tmp_path)
    assert sum(each in before for each in traces) >= len(traces) - 4, "but for where a page of the database ends"
    first, second = (each.id for each in reversed(kept(storage, plan)))
    keep(storage, plan, amal, replaced=second)
    with storage.writing() as tx:
        papers.remove(tx, plan, first)
        papers.remove(tx, "0" * 32, second)
    assert [trace for trace in traces if trace in file_of(tmp_path)] == []
    assert [each.paper for each in kept(storage, plan)] == ["home_lease"]


def test_they_go_with_the_plan_and_stay_without_a_name_when_a_coach_goes(storage, plan, amal, lien):
    keep(storage, plan, lien, for_reader(Reader.COACH))
    with storage.writing() as tx:
        erasure.erase(tx, lien)
    assert [each.author for each in kept(storage, plan)] == [""]
    with storage.writing() as tx:
        erasure.erase(tx, amal)
        assert tx.execute(PAPERS.select()).all() == []


def test_what_is_gone_has_no_content(storage, plan, amal):
    keep(storage, plan, amal)
    found, = kept(storage, plan)
    with storage.writing() as tx:
        papers.remove(tx, plan, found.id)
        with pytest.raises(LookupError, match=found.id):
            papers.content(tx, found)
