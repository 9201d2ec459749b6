"""A lender's desk: what was handed in there, how it stands, in the same few statements however many there are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from bizplan.domain.clock import day_of
from bizplan.domain.lending.desk import Order, State, Tab, in_order, matching
from bizplan.domain.lending.questions import Asked, Asks, Side
from bizplan.domain.lending.summary import Summary
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.storage import lender_questions, people, submissions, verdicts
from bizplan.storage.lending_desk import desk, officers_at, take
from tests.bizplan.storage.lending import MADE, bakery_with_coach, handed_in, lender


@pytest.fixture
def house(storage):
    """A lender."""
    return lender(storage)


@pytest.fixture
def asked(storage, amal, lien, house):
    """An application there, since five days."""
    return handed_in(storage, bakery_with_coach(storage, amal, lien), amal, lien, house.organisation, days_ago=5)


def look(storage, who):
    with storage.reading() as tx:
        return desk(tx, who)


def state(storage, who):
    each, = look(storage, who)
    return each.state


def test_it_says_who_asks_how_much_since_when_and_who_looks_after_it(storage, house, asked):
    each, = look(storage, house.omar)
    assert each.summary == Summary("Samira H.", "Bakkerij Zeven Zaden", 15_000.0, 48)
    assert (each.state, each.officer, each.received.number) == (State.NEW, "", 1)
    with storage.writing() as tx:
        assert each.waited(day_of(tx.now)) == 5 and take(tx, asked, house.nele, house.nele)
    each, = look(storage, house.omar)
    assert (each.state, each.officer) == (State.LOOKED_AT, "Nele Kredietadviseur")
    assert Tab.MINE.holds(each, house.nele) and not Tab.MINE.holds(each, house.omar)


def test_only_officers_of_the_lender_look_after_it(storage, amal, house, asked):
    elsewhere = lender(storage, "Elders")
    with storage.writing() as tx:
        assert not take(tx, asked, elsewhere.omar, house.omar) and not take(tx, asked, amal, house.omar)
        assert list(officers_at(tx, house.organisation)) == [house.nele, house.omar]
    assert look(storage, elsewhere.omar) == () and look(storage, amal) == ()


def test_who_lost_the_role_has_no_desk(storage, house, asked):
    with storage.writing() as tx:
        people.take_role(tx, people.roles_of(tx, house.omar)[0])
    assert look(storage, house.omar) == ()


def test_it_goes_through_its_states_one_after_the_other(storage, amal, house, asked):
    def verdict(given):
        with storage.writing() as tx:
            assert verdicts.give(tx, asked, house.omar, given)

    with storage.writing() as tx:
        made = lender_questions.ask(tx, asked, Asked("Waarom?", author=house.omar))
    assert state(storage, house.omar) is State.ASKED
    with storage.writing() as tx:
        lender_questions.say(tx, lender_questions.question(tx, made), Asked("Omdat.", author=amal, side=Side.PLAN))
    assert state(storage, house.omar) is State.ANSWERED
    with storage.writing() as tx:
        lender_questions.settle(tx, lender_questions.question(tx, made))
    verdict(Given(Kind.ADVICE, Outcome.POSITIVE, "Goed."))
    assert state(storage, house.omar) is State.ADVISED
    verdict(Given(Kind.COMMITTEE, meets_on=date(2027, 1, 5)))
    assert state(storage, house.omar) is State.COMMITTEE
    verdict(Given(Kind.DECISION, Outcome.DECLINED, reasons=("surplus",)))
    assert state(storage, house.omar) is State.DECIDED
    with storage.writing() as tx:
        lender_questions.ask(tx, asked, Asked("Waarom?", Asks.EXPLAIN, author=amal, side=Side.PLAN))
    assert state(storage, house.omar) is State.ANSWERED


def test_what_is_taken_back_says_so_and_names_nobody_any_more(storage, house, asked):
    with storage.writing() as tx:
        submissions.withdraw(tx, asked.newest.id)
    each, = look(storage, house.omar)
    assert (each.state, each.summary) == (State.TAKEN_BACK, None)
    assert Tab.CLOSED.holds(each, house.omar) and not Tab.OPEN.holds(each, house.omar)


def test_they_are_found_by_name_and_business_and_sorted(storage, amal, lien, house, asked):
    small = replace(MADE, summary=Summary("Élodie", "Café", 4_000.0, 24))
    handed_in(storage, bakery_with_coach(storage, amal, lien), amal, lien, house.organisation, small)
    found = look(storage, house.omar)

    def names(those):
        return [each.summary.name for each in those]
    assert names(matching(found, "elodie")) == names(matching(found, "CAFE")) == ["Élodie"]
    assert names(in_order(found, Order.WAITS)) == ["Samira H.", "Élodie"]
    assert names(in_order(found, Order.NEWEST)) == names(in_order(found, Order.NAME)) == ["Élodie", "Samira H."]
    assert names(in_order(found, Order.AMOUNT)) == ["Samira H.", "Élodie"]


def test_the_days_stop_at_the_decision(storage, house, asked):
    with storage.writing() as tx:
        verdicts.give(tx, asked, house.omar, Given(Kind.DECISION, Outcome.DECLINED, reasons=("surplus",)))
        far = tx.now.date() + timedelta(days=100)
    each, = look(storage, house.omar)
    assert each.waited(far) in (5, 6)


def test_the_number_of_statements_does_not_grow_with_the_applications(storage, amal, lien):
    told, counts = [], []
    event.listen(storage.database.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
    for count in (1, 12):
        house = lender(storage, f"Krediet {count}")
        plan = bakery_with_coach(storage, amal, lien)
        for each in range(count):
            made = handed_in(storage, plan, amal, lien, house.organisation, lender=f"lender_{each}")
            with storage.writing() as tx:
                lender_questions.ask(tx, made, Asked("Waarom?", author=house.omar))
                take(tx, made, house.omar, house.omar)
        told.clear()
        assert len(look(storage, house.nele)) == count
        counts.append(len(told))
    assert counts[0] == counts[1] <= 9
