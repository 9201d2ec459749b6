"""Erased means erased: no row, no id, no digest and no byte of a person stays."""

import pytest

from bizplan.domain.people import Role
from bizplan.storage import (
    appointments,
    contacts,
    erasure,
    judgements,
    notices,
    people,
    plans,
    sittings,
    suggestions,
    versions,
)
from bizplan.storage.erasure import Erased, LastAdministrator
from bizplan.storage.tables import (
    COMMENTS,
    CONFIRMATIONS,
    JOBS,
    METADATA,
    PARTICIPANTS,
    READINGS,
    RETURN_CARDS,
    REVISIONS,
    THREADS,
)
from tests.bizplan.storage.full import CANARY, COACH_EMAIL, EMAIL, fill


def erase(storage, person):
    with storage.writing() as tx:
        return erasure.erase(tx, person)


def files(tmp_path):
    return b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.name != "key")


def everything(storage):
    with storage.reading() as tx:
        return [str(value) for table in METADATA.sorted_tables for row in tx.execute(table.select()) for value in row]


def test_the_person_their_plans_and_all_that_mentions_them_go(storage):
    full = fill(storage)
    assert erase(storage, full.person) == Erased(EMAIL, (full.plan,))
    gone = {full.person, full.plan, storage.seal.digest(EMAIL, "email"), storage.seal.digest(EMAIL, "attempts"),
            storage.seal.digest(full.person, "attempts")}
    assert gone & set(everything(storage)) == set()


def test_every_table_that_points_at_people_or_plans_says_what_becomes_of_its_rows():
    rules = {f"{table.name}.{key.parent.name}": key.ondelete for table in METADATA.sorted_tables
             for key in table.foreign_keys if key.column.table.name in ("people", "plans", "sessions")}
    assert set(rules.values()) == {"CASCADE", "SET NULL"}
    assert {name for name, rule in rules.items() if rule == "SET NULL"} == {
        "return_cards.made_by", "revisions.author_id", "readings.person_id", "readings.session_id",
        "threads.author_id", "comments.author_id", "suggestions.author_id", "suggestions.decided_by",
        "reviews.author_id", "gates.author_id", "conditions.author_id", "versions.author_id", "contacts.author_id",
        "appointments.author_id", "invitations.author_id", "invitations.used_by", "notices.author_id",
        "sittings.session_id", "applications.author_id", "applications.officer_id", "submissions.author_id",
        "submissions.coach_id", "papers.author_id", "lender_profiles.author_id", "lender_reasons.author_id",
        "api_tokens.author_id", "webhooks.author_id", "lender_answers.author_id", "verdicts.author_id",
        "links.author_id", "openings.person_id", "openings.session_id"}


def test_no_byte_of_the_person_stays_in_the_file_or_its_journal(storage, tmp_path):
    full = fill(storage)
    traces = [full.person.encode(), full.plan.encode(), storage.seal.digest(EMAIL, "email").encode()]
    before = files(tmp_path)
    assert all(trace in before for trace in traces)
    erase(storage, full.person)
    after = files(tmp_path)
    assert [trace for trace in traces if trace in after] == []


def test_what_people_write_never_stands_readable_in_the_file(storage, tmp_path):
    fill(storage)
    kept = files(tmp_path)
    assert not [text for text in (CANARY, EMAIL, COACH_EMAIL, "De Kade", "Lien") if text.encode() in kept]


def test_a_coach_who_goes_becomes_a_nameless_author_in_the_plans_of_others(storage):
    full = fill(storage)
    erase(storage, full.coach)
    with storage.reading() as tx:
        assert plans.plan(tx, full.plan) is not None and plans.plan(tx, full.plan_of_coach) is None
        authors = [row.author_id for row in tx.execute(
            REVISIONS.select().where(~REVISIONS.c.proposal).order_by(REVISIONS.c.sequence))]
        assert authors == [full.person, None]
        assert [each.author for each in suggestions.suggestions_of(tx, full.plan)] == ["", full.person]
        assert [each.coach for each in sittings.sittings_of(tx, full.plan)] == [full.person]
        assert {row.person_id for row in tx.execute(CONFIRMATIONS.select())} == {full.person}
        assert {row.person_id for row in tx.execute(READINGS.select())} == {full.person, None}
        assert {row.person_id for row in tx.execute(PARTICIPANTS.select())} == {full.person}
        assert {row.made_by for row in tx.execute(RETURN_CARDS.select())} == {None}
        assert {row.person_id for row in tx.execute(JOBS.select())} == {full.person}
        assert len(plans.history(tx, full.plan, "idea.need", "")) == 2
        judged = judgements.judged(tx, full.plan)
        assert [each.name for each in judged.reviews] == [CANARY, CANARY, "", ""]
        assert [each.name for each in judged.gates["profile"].decisions] == ["", CANARY]
        for table in (THREADS, COMMENTS):
            assert {row.author_id for row in tx.execute(table.select())} == {full.person, None}
        assert {each.author for each in contacts.contacts_of(tx, full.plan, with_notes=True)} == {full.person, ""}
        assert {each.author for each in appointments.appointments_of(tx, full.plan)} == {full.person, ""}
        assert [each.author for each in versions.versions_of(tx, full.plan) if full.coach in each.name] == [""]
        assert {each.author for each in notices.notices_of(tx, full.person)} == {""}


def test_the_other_person_is_untouched(storage):
    full = fill(storage)
    erase(storage, full.person)
    with storage.reading() as tx:
        assert people.person(tx, full.coach).email == COACH_EMAIL
        assert plans.plan(tx, full.plan_of_coach).owner == full.coach


def test_the_last_administrator_stays(storage, lien):
    with storage.writing() as tx:
        people.give_role(tx, lien, Role.ADMINISTRATOR)
    assert erase(storage, lien) == LastAdministrator()
    with storage.writing() as tx:
        second = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, second, Role.ADMINISTRATOR)
    assert erase(storage, lien) == Erased("lien@example.org", ())
    assert erase(storage, second) == LastAdministrator()


def test_somebody_who_is_not_there_cannot_be_erased(storage):
    with pytest.raises(LookupError, match="no person"):
        erase(storage, "0" * 32)
