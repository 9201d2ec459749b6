"""Who sees a file, who sends one and who removes it: the entrepreneur decides; what one may not see is not there."""

import pytest

from bizplan.domain.lending.papers import Reader
from bizplan.domain.people import Role
from bizplan.storage import papers, people, plans, sittings
from bizplan.storage.columns import new_id
from bizplan.storage.papers import New
from bizplan.storage.tables import SESSIONS
from tests.bizplan.documents.sent_pdfs import PHOTO
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.lending.papers_sent import kept, page, send
from tests.bizplan.web.opened import opened, record, shown

ADDRESSES = ("file/{}", "file/{}/content", "file/{}/remove")


@pytest.fixture
def files(storage, plan, amal):
    """A file of the entrepreneur for each who may see it."""
    with storage.writing() as tx:
        return {reader: papers.keep(tx, plan, amal, New("identity", "pdf", b"%PDF", 1, f"for {reader.value}", reader),
                                    new_id()) for reader in Reader}


def test_a_coach_sees_what_they_may_and_nothing_tells_of_the_rest(liens, plan, files):
    listed = opened(liens, page(plan, "identity")).text
    assert "for coach" in listed and "for lender" in listed and "for self" not in listed
    overview = opened(liens, page(plan)).text
    assert "Files: 2" in overview and "of 40" not in overview
    for reader, status in ((Reader.SELF, 404), (Reader.COACH, 200), (Reader.LENDER, 200)):
        for address in ADDRESSES[:2]:
            assert liens.get(page(plan, address.format(files[reader]))).status_code == status
    assert liens.get(page(plan, f"identity?replaces={files[Reader.SELF]}")).status_code == 404


def test_a_file_that_is_hidden_is_as_little_there_as_one_that_never_was(liens, plan, files):
    hidden, never = (liens.get(page(plan, f"file/{each}")) for each in (files[Reader.SELF], "0" * 32))
    assert hidden.status_code == never.status_code == 404
    without = [answer.text.replace(each, "") for answer, each in ((hidden, files[Reader.SELF]), (never, "0" * 32))]
    assert without[0] == without[1]


def test_a_coach_changes_and_removes_no_file_of_the_entrepreneur(liens, storage, plan, files, coach_writes):
    before = kept(storage, plan)
    found = opened(liens, page(plan, f"file/{files[Reader.COACH]}"))
    assert not found.tree.xpath("//main//form")
    for address in (ADDRESSES[0], ADDRESSES[2]):
        for each in files.values():
            answer = liens.post(page(plan, address.format(each)), {"reader": "self"}, form="/en/me")
            assert answer.status_code == 404
    assert send(liens, plan, PHOTO, replaces=files[Reader.COACH]).status_code == 404
    assert kept(storage, plan) == before


def test_a_coach_who_only_suggests_sends_nothing(liens, storage, plan):
    found = opened(liens, page(plan, "identity"))
    assert not found.tree.xpath("//input[@type='file']") and "the business owner sends the files" in found.text
    answer = send(liens, plan, PHOTO, form="/en/me")
    assert answer.status_code == 409 and "you suggest answers" in answer.text
    assert kept(storage, plan) == () and record(storage, plan).sequence == 0


def test_a_coach_who_may_write_sends_what_both_see_and_the_lender_only_when_the_entrepreneur_says_so(
        liens, amals, storage, plan, lien, coach_writes):
    found = opened(liens, page(plan, "identity"))
    assert found.tree.xpath("//input[@type='file']") and not found.tree.xpath("//input[@name='reader']")
    send(liens, plan, PHOTO, "scan.jpg", reader="lender")
    sent, = kept(storage, plan)
    assert (sent.reader, sent.author, record(storage, plan).answers["planning.papers.identity", ""].author) == (
        Reader.COACH, lien, lien)
    assert "sent by Lien" in opened(amals, page(plan, "identity")).text
    address = page(plan, f"file/{sent.id}")
    amals.post(address, {"reader": "lender", "valid_until": ""})
    liens.post(address, {"reader": "self", "valid_until": "2031-01-01"})
    assert [(each.reader, str(each.valid_until)) for each in kept(storage, plan)] == [(Reader.LENDER, "2031-01-01")]
    send(liens, plan, PHOTO, "newer.jpg", replaces=sent.id)
    newer, = kept(storage, plan)
    assert (newer.name, newer.reader) == ("newer", Reader.COACH), "a lender sees no file that its owner has not seen"
    assert opened(liens, page(plan, f"file/{newer.id}/remove")).press("/remove").status_code == 303
    assert kept(storage, plan) == ()


def test_a_coach_who_sits_together_with_the_entrepreneur_sends_one(liens, storage, plan, lien):
    with storage.writing() as tx:
        session = tx.execute(SESSIONS.select().where(SESSIONS.c.person_id == lien)).one().id
        sittings.begin(tx, plan, lien, session)
    assert send(liens, plan, PHOTO).status_code == 303 and len(kept(storage, plan)) == 1


def test_in_the_archive_files_are_read_and_nothing_is_sent_or_removed(amals, storage, plan, files):
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    assert not opened(amals, page(plan, "identity")).tree.xpath("//input[@type='file']")
    found = opened(amals, page(plan, f"file/{files[Reader.SELF]}"))
    assert not found.tree.xpath("//main//form") and "/remove" not in " ".join(found.of("//main//@href"))
    assert amals.get(page(plan, f"file/{files[Reader.SELF]}/content")).status_code == 200
    assert send(amals, plan, PHOTO, form="/en/me").status_code == 409
    for address in (ADDRESSES[0], ADDRESSES[2]):
        assert amals.post(page(plan, address.format(files[Reader.SELF])), form="/en/me").status_code == 409
    assert len(kept(storage, plan)) == len(Reader)


def test_a_file_is_not_there_under_another_plan(amals, storage, amal, plan, files):
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
    for address in ADDRESSES:
        assert amals.get(page(other, address.format(files[Reader.LENDER]))).status_code == 404
    assert amals.post(page(other, f"file/{files[Reader.LENDER]}/remove"), form="/en/me").status_code == 404
    assert len(kept(storage, plan)) == len(Reader)


def test_whoever_takes_no_part_finds_nothing(app, storage, plan, files):
    with storage.writing() as tx:
        officer = people.add_person(tx, "Officer", "nl")
        people.give_role(tx, officer, Role.OFFICER, people.add_organisation(tx, "lending", "Lender"))
    browser = signed_in(app, storage, officer)
    for address in ("", "identity", *(each.format(files[Reader.LENDER]) for each in ADDRESSES)):
        assert browser.get(page(plan, address)).status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_pages_keep_the_rules_in_every_language(amals, storage, plan, files, language):
    send(amals, plan, PHOTO, valid_until="2026-01-01")
    made = kept(storage, plan)[0].id
    for rest in ("", "identity", f"identity?replaces={made}", *(each.format(made) for each in ADDRESSES)):
        assert amals.get(page(plan, rest, language)).status_code == 200
    shown(amals, send(amals, plan, b"text"), 422)
