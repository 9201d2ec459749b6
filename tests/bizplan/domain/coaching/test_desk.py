"""The plans on a desk: how each stands, under which tabs, in which order, and how one is found."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bizplan.domain.coaching.desk import Accompanied, Group, Order, Tab, Waiting, in_order, matching
from bizplan.domain.coaching.summary import Deadline, Due, Summary
from bizplan.domain.profile import Gate

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MADE = Summary("Bakery", "nl", 2, "idea", 3, 15)
USUAL = Accompanied("1", "Amal", summary=MADE, active_at=NOW)
WAITS = Waiting(1, (), NOW)
BLOCKED, DONE = replace(MADE, blockers=1), replace(MADE, done=15)


@pytest.mark.parametrize(("each", "group"), [
    (USUAL, Group.BUSY),
    (replace(USUAL, waiting=WAITS), Group.WAITS),
    (replace(USUAL, waiting=WAITS, summary=BLOCKED), Group.WAITS),
    (replace(USUAL, summary=BLOCKED, gate=Gate.GO_IF), Group.BLOCKS),
    (replace(USUAL, gate=Gate.GO_IF), Group.GO_IF),
    (replace(USUAL, gate=Gate.GO), Group.BUSY),
    (replace(USUAL, summary=DONE, gate=Gate.GO_IF), Group.READY),
    (replace(USUAL, summary=replace(MADE, done=0)), Group.NEW),
    (replace(USUAL, summary=None), Group.NEW),
    (Accompanied("1", "Amal", agreed=False), Group.NOT_AGREED),
])
def test_a_plan_stands_where_the_weightiest_thing_puts_it(each, group):
    assert each.group is group


def test_a_plan_is_quiet_after_three_weeks_without_answer_word_or_contact():
    month_ago = NOW - timedelta(days=30)
    assert not USUAL.is_quiet(NOW)
    assert replace(USUAL, active_at=month_ago).is_quiet(NOW)
    assert not replace(USUAL, active_at=month_ago, contact_on=date(2026, 11, 3)).is_quiet(NOW)
    assert replace(USUAL, active_at=month_ago, contact_on=date(2026, 11, 1)).is_quiet(NOW)
    assert not replace(USUAL, active_at=None).is_quiet(NOW), "of somebody who did not agree nothing is known"


def test_tabs_hold_what_they_say_and_the_archive_stands_apart():
    def tabs(each):
        return {tab for tab in Tab if tab.holds(each, NOW)}
    assert tabs(USUAL) == {Tab.ALL}
    assert tabs(replace(USUAL, waiting=WAITS, summary=BLOCKED)) == {Tab.ALL, Tab.WAITS, Tab.BLOCKS}
    assert tabs(replace(USUAL, summary=DONE, active_at=NOW - timedelta(days=60))) == {Tab.ALL, Tab.QUIET, Tab.READY}
    assert tabs(replace(USUAL, waiting=WAITS, archived=True)) == {Tab.ARCHIVE}


def test_each_order_puts_the_right_one_first_and_what_is_unknown_last():
    longest = replace(USUAL, plan="2", name="Zoë", waiting=replace(WAITS, since=NOW - timedelta(days=3)),
                      active_at=NOW - timedelta(days=9))
    waits = replace(USUAL, plan="3", name="bashir", waiting=WAITS, summary=replace(MADE, lowest_cash=-5.0),
                    deadline=Deadline(Due.PERMIT, date(2027, 1, 1)))
    blocked = replace(USUAL, plan="4", name="Élodie", summary=replace(BLOCKED, lowest_cash=0.0),
                      active_at=NOW - timedelta(days=1), deadline=Deadline(Due.RESIDENCE, date(2026, 1, 1)))
    unknown = Accompanied("5", "Amina", agreed=False)
    desk = [unknown, blocked, waits, longest]
    assert {order: "".join(each.plan for each in in_order(desk, order)) for order in Order} == {
        Order.WAITS: "2345", Order.ACTIVE: "3425", Order.NAME: "5342", Order.DEADLINE: "4352", Order.CASH: "3452"}


@pytest.mark.parametrize(("wanted", "found"), [
    ("zoe", "1"), ("ZOË", "1"), ("%", "2"), ("_", "2"), ("100 %", "2"), ("أمل", "3"), ("brood", "2"), ("x", ""),
    ("\u202ezoe\u200f", "1"), ("  zoe   b ", "1"), ("", "123"),
])
def test_names_and_businesses_are_found_letter_by_letter(wanted, found):
    desk = [replace(USUAL, plan="1", name="Zoë B."), replace(USUAL, plan="3", name="أَمَل", summary=None),
            replace(USUAL, plan="2", name="Omar", summary=replace(MADE, title="100 % Brood_op de plank"))]
    assert "".join(sorted(each.plan for each in matching(desk, wanted))) == found
