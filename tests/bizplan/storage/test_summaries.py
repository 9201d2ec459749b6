"""What desks know of plans is kept sealed, and it is known which of it is old."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bizplan.domain.coaching.summary import Summary
from bizplan.domain.people import CONSENT
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import consents, plans, summaries
from bizplan.storage.plans import Change
from bizplan.storage.tables import SUMMARIES

MADE = Summary("Bakery of Amal", "nl", 2, "idea", 3, 15, 1, "financing", -20.5)


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        consents.write_down(tx, amal, CONSENT, "ar", given=True)
        return plans.make(tx, amal, "ar")


def answer(tx, plan, amal):
    plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said.of("idea.need", "Bread")))


def stale(tx, most=10, days=0):
    return summaries.stale(tx, tx.now.date() + timedelta(days=days), most)


def test_what_is_kept_comes_back_and_is_readable_nowhere(storage, plan, tmp_path):
    with storage.writing() as tx:
        assert summaries.summary(tx, plan) is None
        summaries.keep(tx, plan, 0, tx.now.date(), MADE)
        assert summaries.summary(tx, plan) == MADE
        summaries.keep(tx, plan, 1, tx.now.date(), replace(MADE, done=4))
        assert summaries.summary(tx, plan).done == 4
        assert len(tx.execute(SUMMARIES.select()).all()) == 1
    assert b"Bakery of Amal" not in (tmp_path / "bizplan.sqlite").read_bytes()


def test_where_nothing_could_be_made_the_last_one_stays_and_is_not_tried_again_today(storage, amal, plan):
    with storage.writing() as tx:
        summaries.keep(tx, plan, 0, tx.now.date(), MADE)
        answer(tx, plan, amal)
        summaries.keep(tx, plan, 1, tx.now.date(), None)
        assert summaries.summary(tx, plan) == MADE and stale(tx) == ()


def test_a_plan_of_which_nothing_could_ever_be_made_is_known_as_such(storage, plan):
    with storage.writing() as tx:
        summaries.keep(tx, plan, 0, tx.now.date(), None)
        assert summaries.summary(tx, plan) is None and stale(tx) == ()


def test_a_plan_that_went_meanwhile_leaves_no_summary_behind(storage):
    with storage.writing() as tx:
        summaries.keep(tx, "0" * 32, 1, tx.now.date(), MADE)
        assert tx.execute(SUMMARIES.select()).first() is None


def test_it_is_old_once_somebody_answered_or_the_day_changed(storage, amal, plan):
    with storage.writing() as tx:
        assert stale(tx) == (plan,)
        summaries.keep(tx, plan, 0, tx.now.date(), MADE)
        assert stale(tx) == () and stale(tx, days=1) == (plan,)
        answer(tx, plan, amal)
        assert stale(tx) == (plan,)


def test_what_is_put_away_is_summed_up_after_a_change_but_not_each_day(storage, amal, plan):
    with storage.writing() as tx:
        plans.put_away(tx, plan)
        assert stale(tx) == (plan,)
        summaries.keep(tx, plan, 0, tx.now.date(), MADE)
        assert stale(tx, days=1) == ()


def test_nothing_is_made_of_the_answers_of_somebody_who_does_not_agree(storage, amal, plan):
    with storage.writing() as tx:
        later = replace(tx, now=tx.now + timedelta(seconds=1))
        consents.write_down(later, amal, CONSENT, "ar", given=False)
        assert stale(tx) == ()


def test_the_newest_activity_comes_first_and_no_more_than_asked(storage, amal, plan):
    with storage.writing() as tx:
        second, third = (plans.make(replace(tx, now=tx.now + timedelta(minutes=at)), amal, "nl") for at in (2, 1))
        assert stale(tx) == (second, third, plan)
        assert stale(tx, most=2) == (second, third)
