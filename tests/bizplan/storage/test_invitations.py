"""An invitation lets one person in, once, within seven days, for what it was made, and leaves no token behind."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import consents, invitations, participants, people, plans, sessions
from bizplan.storage.plans import Change
from bizplan.storage.tables import INVITATIONS

COACH, OWNER = Role.COACH, Role.ENTREPRENEUR
SECOND = timedelta(seconds=1)


@pytest.fixture
def plan(storage, amal, lien):
    with storage.writing() as tx:
        made = plans.make(tx, amal, "ar")
        participants.let_in(tx, made, lien, COACH)
        return made


def found(storage, token, role=COACH, later=timedelta(0)):
    with storage.reading() as tx:
        return invitations.found(replace(tx, now=tx.now + later), token, role)


def made(storage, *args, **more):
    with storage.writing() as tx:
        return invitations.invite(tx, *args, **more)


def test_it_works_once(storage, amal, lien, plan):
    token = made(storage, plan, COACH, amal).token
    link = found(storage, token)
    assert (link.plan, link.owner, link.role, link.author, link.email) == (plan, amal, COACH, amal, "")
    with storage.writing() as tx:
        assert invitations.use(tx, link, lien)
        assert not invitations.use(tx, link, lien)
    assert found(storage, token) is None


def test_of_many_at_once_one_wins(storage, amal, lien, plan):
    link = found(storage, made(storage, plan, COACH, amal).token)

    def use(_number):
        with storage.writing() as tx:
            return invitations.use(tx, link, lien)

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(use, range(8))) == [False] * 7 + [True]


def test_it_lives_seven_days(storage, amal, plan):
    token = made(storage, plan, COACH, amal).token
    assert found(storage, token, later=timedelta(days=7) - SECOND)
    assert found(storage, token, later=timedelta(days=7) + SECOND) is None


def test_a_token_of_one_kind_opens_nothing_as_the_other(storage, amal, lien, plan):
    for role, other in ((COACH, OWNER), (OWNER, COACH)):
        token = made(storage, plan, role, lien).token
        assert found(storage, token, role) and found(storage, token, other) is None


def test_a_token_has_256_bits_and_only_its_digest_is_kept(storage, amal, plan, tmp_path):
    tokens = {made(storage, plan, COACH, amal).token for _ in range(20)}
    assert len(tokens) == 20 and min(map(len, tokens)) >= 43
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert not [token for token in tokens if token.encode() in kept]


@pytest.mark.parametrize("changed", [lambda t: t[:-1], lambda t: t + "A", lambda t: t.swapcase(), lambda _t: "",
                                     lambda _t: "\u202e" * 43, lambda t: t * 1_000])
def test_an_altered_token_finds_nothing(storage, amal, plan, changed):
    assert found(storage, changed(made(storage, plan, COACH, amal).token)) is None


def test_ended_it_works_no_more_and_only_in_its_own_plan_it_can_be_ended(storage, amal, plan):
    link = made(storage, plan, COACH, amal)
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        assert not invitations.end(tx, other, link.id)
        assert invitations.open_in(tx, plan, COACH) == (invitations.found(tx, link.token, COACH),)
        assert invitations.end(tx, plan, link.id) and not invitations.end(tx, plan, link.id)
        assert invitations.open_in(tx, plan, COACH) == ()
    assert found(storage, link.token) is None


def test_in_the_archive_it_sleeps(storage, amal, plan):
    token = made(storage, plan, COACH, amal).token
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    assert found(storage, token) is None
    with storage.writing() as tx:
        plans.take_out(tx, plan)
    assert found(storage, token)


def test_into_the_plan_of_a_closed_account_nobody_is_let_in(storage, amal, plan):
    token = made(storage, plan, COACH, amal).token
    with storage.writing() as tx:
        people.close(tx, amal)
    assert found(storage, token) is None


def test_with_an_address_it_is_for_the_coach_with_that_address(storage, amal, lien, plan):
    link = found(storage, made(storage, plan, COACH, amal, "lien@example.org").token)
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, noor, COACH)
        asked = [people.person(tx, each) for each in (lien, noor, amal)]
    assert [link.is_for(each) for each in asked] == [True, False, False]
    assert [replace(link, email="").is_for(each) for each in asked] == [True, True, False]


def test_a_new_one_to_the_same_address_ends_the_older_and_leaves_others_alone(storage, amal, plan):
    first, other, plain = (made(storage, plan, COACH, amal, email) for email in ("a@x.org", "b@x.org", ""))
    second = made(storage, plan, COACH, amal, "a@x.org")
    assert [bool(found(storage, each.token)) for each in (first, other, plain, second)] == [False, True, True, True]


def test_asked_for_twice_it_is_one_with_the_newest_link(storage, amal, plan):
    key = "a" * 32
    first, again = made(storage, plan, COACH, amal, key=key), made(storage, plan, COACH, amal, key=key)
    assert first.id == again.id == key
    assert found(storage, first.token) is None and found(storage, again.token).id == key
    with storage.reading() as tx:
        assert len(invitations.open_in(tx, plan, COACH)) == 1


def test_asked_for_twice_to_an_address_the_message_that_left_stays_good(storage, amal, plan):
    first, again = (made(storage, plan, COACH, amal, "noor@example.org", "a" * 32) for _ in range(2))
    other = made(storage, plan, COACH, amal, "griet@example.org", "a" * 32)
    assert again.token == "" and other.id != first.id
    assert found(storage, first.token).email == "noor@example.org" and found(storage, other.token)


def test_the_key_of_somebody_else_changes_nothing_of_theirs(storage, amal, lien, plan):
    theirs = made(storage, plan, COACH, amal)
    with storage.writing() as tx:
        other = plans.make(tx, lien, "nl")
    mine = made(storage, other, COACH, lien, key=theirs.id)
    assert mine.id != theirs.id
    assert (found(storage, theirs.token).plan, found(storage, mine.token).plan) == (plan, other)


def test_a_new_first_way_in_ends_the_older(storage, amal, lien, plan):
    first, second = (made(storage, plan, OWNER, lien).token for _ in range(2))
    assert found(storage, first, OWNER) is None and found(storage, second, OWNER)


def touched_by_sign_in(tx, person, _plan):
    sessions.start(tx, person, staff=False, own_device=True, strong=False)


def touched_by_consent(tx, person, _plan):
    consents.write_down(tx, person, "study-1", "ar", given=True)


def touched_by_consent_taken_back(tx, person, _plan):
    consents.write_down(tx, person, "study-1", "ar", given=True)
    consents.write_down(tx, person, "study-1", "ar", given=False)


def touched_by_an_answer(tx, person, plan):
    plans.save(tx, plan, person, Change(Deed.ANSWER, "idea.need", "", Said(("Brood",), "Brood")))


def touched_by_closing(tx, person, _plan):
    people.close(tx, person)


@pytest.mark.parametrize("touch", [touched_by_sign_in, touched_by_consent, touched_by_consent_taken_back,
                                   touched_by_an_answer, touched_by_closing])
def test_a_first_way_in_is_no_key_to_an_account_that_was_used(storage, amal, lien, plan, touch):
    token = made(storage, plan, OWNER, lien).token
    with storage.writing() as tx:
        assert set(invitations.links_of(tx, lien)) == {amal}
        touch(tx, amal, plan)
        assert invitations.untouched(tx, (amal,)) == frozenset() and invitations.links_of(tx, lien) == {}
    assert found(storage, token, OWNER) is None


@pytest.mark.parametrize("leave", [
    lambda tx, plan, lien: participants.show_out(tx, plan, lien),
    lambda tx, _plan, lien: people.close(tx, lien),
    lambda tx, _plan, lien: people.take_role(tx, people.roles_of(tx, lien)[0])])
def test_a_first_way_in_ends_with_the_part_of_the_coach_who_made_it(storage, amal, lien, plan, leave):
    mine, hers = made(storage, plan, OWNER, lien).token, made(storage, plan, COACH, amal).token
    with storage.writing() as tx:
        leave(tx, plan, lien)
    assert found(storage, mine, OWNER) is None and found(storage, hers)


def test_a_month_after_its_end_nothing_of_it_is_kept(storage, amal, plan):
    made(storage, plan, COACH, amal, "noor@example.org")
    with storage.writing() as tx:
        invitations.invite(replace(tx, now=tx.now + timedelta(days=38)), plan, COACH, amal)
        assert [row.email_digest for row in tx.execute(INVITATIONS.select())] == [None]
