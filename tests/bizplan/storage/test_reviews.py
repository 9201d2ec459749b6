"""Reviews and gates are only added to; what they come to is read in one statement, and each sending counts once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from bizplan.domain.coaching import About, News
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.coaching.reviews import State
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import consents, gates, judgements, notices, participants, people, plans, reviews
from bizplan.storage.plans import Change
from bizplan.storage.reviews import Given
from bizplan.storage.tables import GATES, REVIEWS, THREADS

CANARY = "CANARY-5d2e"


@pytest.fixture
def plan(storage, amal, lien):
    """A plan with a coach, and one answer under sequence 1."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        consents.write_down(tx, amal, CONSENT, "nl", given=True)
        participants.let_in(tx, made, lien, Role.COACH)
    say(storage, made, amal, "Brood")
    return made


def say(storage, plan, author, text, key="idea.need"):
    with storage.writing() as tx:
        now = plans.plan(tx, plan).sequence
        plans.save(tx, plan, author, Change(Deed.ANSWER, key, "", Said((text,), text), base=now))


def judged(storage, plan, *upto):
    with storage.reading() as tx:
        return judgements.judged(tx, plan, *upto)


def state(storage, plan, part="idea"):
    return judged(storage, plan).parts[part].state


def send(storage, plan, amal, key=""):
    with storage.writing() as tx:
        return reviews.send(tx, plan, amal, Given("idea", State.WITH_COACH, 1, "", key))


def give(storage, plan, lien, what=State.APPROVED, sequence=1, words="", key=""):
    with storage.writing() as tx:
        reviews.give(tx, plan, lien, Given("idea", what, sequence, words, key))


def decide(storage, plan, lien, key="", before="", gate="profile", outcome=Gate.GO_IF):
    with storage.writing() as tx:
        conditions = (Condition("Huurcontract", date(2026, 12, 1)),) if outcome is Gate.GO_IF else ()
        return gates.decide(tx, plan, lien, gates.Given(gate, outcome, CANARY, conditions, 1, key, before))


def news(storage, person):
    with storage.reading() as tx:
        return [(each.kind, each.subject) for each in notices.notices_of(tx, person)]


def test_the_coach_hears_that_a_part_waits_and_the_entrepreneur_what_became_of_it(storage, amal, lien, plan):
    assert send(storage, plan, amal)
    assert (news(storage, lien), news(storage, amal)) == ([(News.TO_REVIEW, "idea")], [])
    give(storage, plan, lien, State.RETURNED, words="De prijs ontbreekt")
    give(storage, plan, lien)
    assert set(news(storage, amal)) == {(News.RETURNED, "idea"), (News.APPROVED, "idea")}


def test_the_same_sent_twice_is_kept_once(storage, amal, lien, plan):
    assert send(storage, plan, amal, "k1") and not send(storage, plan, amal, "k1")
    for _ in range(2):
        give(storage, plan, lien, key="k2")
        assert decide(storage, plan, lien, key="k3")
    found = judged(storage, plan)
    assert (len(found.reviews), len(found.decisions)) == (2, 1)


def test_a_key_that_another_gate_or_part_had_is_no_fault(storage, lien, plan):
    assert decide(storage, plan, lien, key="k") and decide(storage, plan, lien, key="k", gate="figures")
    give(storage, plan, lien, key="k")
    with storage.writing() as tx:
        reviews.give(tx, plan, lien, Given("market", State.APPROVED, 1, "", "k"))
    assert len(judged(storage, plan).decisions) == len(judged(storage, plan).reviews) == 1


def test_who_asked_already_or_was_approved_is_not_asked_again(storage, amal, lien, plan):
    assert send(storage, plan, amal) and not send(storage, plan, amal)
    give(storage, plan, lien)
    assert not send(storage, plan, amal)
    say(storage, plan, amal, "Ander brood")
    assert state(storage, plan) is State.CHANGED and send(storage, plan, amal)


def test_what_a_coach_answered_meanwhile_cannot_be_taken_back(storage, amal, lien, plan):
    send(storage, plan, amal)
    give(storage, plan, lien)
    with storage.writing() as tx:
        assert not reviews.take_back(tx, plan, amal, Given("idea", State.DRAFT, 1))
    assert state(storage, plan) is State.APPROVED


def test_two_coaches_who_approve_are_both_kept_and_the_part_has_one_state(storage, lien, plan):
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl", "noor@example.org")
    for who in (lien, noor):
        give(storage, plan, who)
    assert state(storage, plan) is State.APPROVED
    assert [each.name for each in judged(storage, plan).told_of("idea")] == ["Noor", "Lien"]


def test_only_what_stands_changes_a_part(storage, amal, lien, plan):
    give(storage, plan, lien)
    with storage.writing() as tx:
        plans.save(tx, plan, lien, Change(Deed.ANSWER, "idea.need", "", Said(("Koek",), "Koek"), base=0))
    assert state(storage, plan) is State.APPROVED           # a proposal beside the answer
    say(storage, plan, amal, "Pain", key="idea.need/fr")
    say(storage, plan, amal, "yes", key="idea/name")
    assert state(storage, plan) is State.APPROVED           # a translation, a page that was passed
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ADD, "products", "a"))
    assert state(storage, plan) is State.CHANGED


def test_a_colleague_is_not_gone_over_unseen(storage, lien, plan):
    assert decide(storage, plan, lien)
    assert not decide(storage, plan, lien, outcome=Gate.GO)
    stood = judged(storage, plan).gates["profile"].decision
    assert stood.outcome is Gate.GO_IF and stood.conditions == (Condition("Huurcontract", date(2026, 12, 1)),)
    assert decide(storage, plan, lien, outcome=Gate.GO, before=stood.id)
    assert [each.outcome for each in judged(storage, plan).gates["profile"].decisions] == [Gate.GO, Gate.GO_IF]


def test_what_stood_at_a_moment_and_a_sequence_can_be_read_later(storage, amal, lien, plan):
    give(storage, plan, lien)
    at = judged(storage, plan).reviews[0].at
    say(storage, plan, amal, "Ander brood")
    with storage.writing() as tx:
        late = replace(tx, now=tx.now + timedelta(hours=1))
        reviews.give(late, plan, lien, Given("idea", State.RETURNED, 2, "Nee"))
    assert judged(storage, plan, 1, at).parts["idea"].state is State.APPROVED
    assert judged(storage, plan, 2, at).parts["idea"].state is State.CHANGED
    assert state(storage, plan) is State.RETURNED


def test_all_states_of_a_plan_are_read_in_one_statement(storage, lien, plan):
    give(storage, plan, lien)
    decide(storage, plan, lien)
    asked = []
    event.listen(storage.database.engine, "before_cursor_execute", lambda _c, _u, sql, *_more: asked.append(sql))
    found = judged(storage, plan)
    assert len([each for each in asked if each != "BEGIN"]) == 1
    assert found.approved == 1 and found.gates["profile"].decision.name == "Lien"


def test_open_requests_are_counted_by_what_they_are_about(storage, lien, plan):
    with storage.writing() as tx:
        for at, (kind, settled) in enumerate([("request", None), ("request", None), ("request", tx.now),
                                              ("comment", None)]):
            tx.execute(THREADS.insert().values(
                id=str(at), plan_id=plan, kind=kind, about="answer", key="idea.need", row="", author_id=lien,
                quote_sealed=b"", made_at=tx.now, moved_at=tx.now, settled_at=settled))
    assert judged(storage, plan).requests == {(About.ANSWER, "idea.need"): 2}


def test_what_people_write_stands_sealed(storage, lien, plan):
    give(storage, plan, lien, words=CANARY)
    decide(storage, plan, lien)
    with storage.reading() as tx:
        kept = [bytes(row.words_sealed) for table in (REVIEWS, GATES) for row in tx.execute(table.select())]
    assert len(kept) == 2 and not [each for each in kept if CANARY.encode() in each]
    assert judged(storage, plan).reviews[0].words == CANARY
