"""What a lender says about an application: by a person whose work it is, never overwritten, never by the machine."""

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import bizplan
from bizplan.domain.coaching import News
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.lending.verdicts import Given, Kind, Outcome, Terms
from bizplan.storage import applications, notices, people, submissions, verdicts, webhooks
from bizplan.storage.verdicts import NotTheirs
from tests.bizplan.storage.lending import bakery_with_coach, handed_in, lender

TEN = Terms(10_000.0, 0.08, 36)
ADVICE = Given(Kind.ADVICE, Outcome.POSITIVE_IF, "Goed vak.", conditions=(Condition("Huur", date(2027, 1, 10)),),
               key="a")
GRANTED = Given(Kind.DECISION, Outcome.GRANTED, "Veel succes.", terms=TEN, key="g")
DECLINED = Given(Kind.DECISION, Outcome.DECLINED, "Nu niet.", ("surplus", "papers"), key="d")
WITHDRAWN = Given(Kind.DECISION, Outcome.WITHDRAWN, "Ik wacht nog.", key="w")


@pytest.fixture
def house(storage):
    """A lender."""
    return lender(storage)


@pytest.fixture
def asked(storage, amal, lien, house):
    """An application there."""
    return handed_in(storage, bakery_with_coach(storage, amal, lien), amal, lien, house.organisation)


def give(storage, asked, who, given):
    with storage.writing() as tx:
        return verdicts.give(tx, asked, who, given)


def stands(storage, asked):
    with storage.reading() as tx:
        return verdicts.verdicts_of(tx, asked.id)


def news(storage, who):
    with storage.reading() as tx:
        return [(each.kind, each.subject) for each in notices.notices_of(tx, who)]


def test_a_decision_is_kept_with_its_terms_its_author_and_the_version_that_was_read(storage, house, asked):
    given = Given(Kind.DECISION, Outcome.GRANTED_IF, "Veel succes.", (), TEN,
                  (Condition("Het huurcontract is getekend.", date(2027, 1, 10)),), submission=asked.newest.id, key="g")
    assert give(storage, asked, house.omar, given)
    found = stands(storage, asked).decision
    assert (found.given, found.name, found.outcome.is_granted) == (given, "Omar Kredietadviseur", True)


def test_a_later_decision_stands_beside_the_earlier_one_and_counts(storage, house, asked):
    give(storage, asked, house.omar, DECLINED)
    first = stands(storage, asked).decision
    later = Given(**{**vars(GRANTED), "before": first.id})
    assert give(storage, asked, house.nele, later)
    found = stands(storage, asked)
    assert [each.outcome for each in found.of(Kind.DECISION)] == [Outcome.GRANTED, Outcome.DECLINED]
    assert found.decision.name == "Nele Kredietadviseur" and first in found.verdicts


def test_what_is_sent_twice_is_said_once(storage, house, asked):
    assert give(storage, asked, house.omar, GRANTED) and give(storage, asked, house.omar, GRANTED)
    assert len(stands(storage, asked).verdicts) == 1


def test_nobody_goes_over_a_colleague_unseen(storage, house, asked):
    give(storage, asked, house.omar, GRANTED)
    assert not give(storage, asked, house.nele, DECLINED)
    assert give(storage, asked, house.nele, ADVICE), "another kind stands beside it"
    assert stands(storage, asked).decision.outcome is Outcome.GRANTED


def test_no_verdict_is_written_without_a_person_who_works_there(storage, amal, lien, house, asked):
    elsewhere = lender(storage, "Elders").omar
    with storage.writing() as tx:
        former = people.add_person(tx, "Weg", "nl")
    for who in ("", "0" * 32, amal, lien, elsewhere, former):
        for given in (GRANTED, DECLINED, ADVICE, Given(Kind.COMMITTEE, meets_on=date(2027, 1, 5))):
            with pytest.raises(NotTheirs, match="gives no"):
                give(storage, asked, who, given)
    assert stands(storage, asked).verdicts == ()


def test_only_the_owner_withdraws_and_then_it_has_ended(storage, amal, lien, house, asked):
    for who in ("", lien, house.omar):
        with pytest.raises(NotTheirs):
            give(storage, asked, who, WITHDRAWN)
    assert give(storage, asked, amal, WITHDRAWN)
    with storage.reading() as tx:
        assert applications.application(tx, asked.id).ended_at
    assert stands(storage, asked).decision.outcome is Outcome.WITHDRAWN


def test_what_was_handed_in_goes_with_it_in_the_same_transaction(storage, amal, lien, house, asked):
    with storage.writing() as tx:
        second = submissions.prepare(tx, asked.id, asked.plan, amal, 1, "nl")
        webhooks.add(tx, house.organisation, house.omar, "https://credit.example.org/news")
    assert give(storage, asked, amal, WITHDRAWN)
    with storage.reading() as tx:
        found = applications.application(tx, asked.id)
        assert found.newest is None and all(each.withdrawn_at == found.ended_at for each in found.submissions)
        assert second in {each.id for each in found.submissions}
        assert submissions.told(tx, asked.newest.id) is submissions.summary(tx, asked.newest.id) is None
        assert submissions.document(tx, asked.newest.id, "dossier") is None
        told = webhooks.deliveries_of(tx, house.organisation)
    assert {(each.event, each.number) for each in told} == {("submission.withdrawn", 1), ("application.decided", None)}
    assert len(told) == 2 and news(storage, lien) == [(News.WITHDREW, asked.id)]
    assert [kind for kind, _application in news(storage, house.omar)] == [News.GIVEN_UP], "and not that it is gone, too"


def test_withdrawn_again_or_decided_afterwards_nothing_more_is_said(storage, amal, lien, house, asked):
    give(storage, asked, amal, WITHDRAWN)
    before = stands(storage, asked).decision.id
    assert give(storage, asked, amal, replace(WITHDRAWN, key="again", before=before))
    assert not give(storage, asked, house.omar, replace(GRANTED, before=before))
    assert not give(storage, asked, house.omar, ADVICE)
    assert [each.outcome for each in stands(storage, asked).verdicts] == [Outcome.WITHDRAWN]
    assert len(news(storage, lien)) == 1


def test_entrepreneur_and_coach_are_told_of_the_decision_and_of_the_committee_and_not_of_the_advice(
        storage, amal, lien, house, asked):
    give(storage, asked, house.omar, ADVICE)
    assert news(storage, amal) == news(storage, lien) == []
    give(storage, asked, house.omar, Given(Kind.COMMITTEE, meets_on=date(2027, 1, 5), key="c"))
    give(storage, asked, house.omar, GRANTED)
    for who in (amal, lien):
        assert set(news(storage, who)) == {(News.COMMITTEE, asked.id), (News.LENDER_DECIDED, asked.id)}


def test_only_pages_on_which_a_person_is_signed_in_give_verdicts():
    """Who calls `verdicts.give` in the house: views that hand over who is signed in, and nothing else.

    The demo tells stories of invented people, and gives none either.
    """
    root, callers = Path(bizplan.__file__).parent, {}
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "verdicts.give":
                callers[path.relative_to(root).as_posix()] = ast.unparse(node.args[2])
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "VERDICTS.insert":
                assert path.name == "verdicts.py" and path.parent.name == "storage"
    assert callers == {"web/lending/verdicts.py": "person().id", "web/lending/withdrawing.py": "person().id"}
