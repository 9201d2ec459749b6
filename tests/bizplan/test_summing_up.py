"""The worker keeps summaries fresh, a few at a time, whatever one of the plans does."""

import logging

import pytest

from bizplan import jobs, summing_up
from bizplan.config import Config
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans, summaries
from bizplan.storage.plans import Change
from bizplan.storage.tables import REVISIONS

pytestmark = pytest.mark.usefixtures("agreed")


def known(storage, plan):
    with storage.reading() as tx:
        return summaries.summary(tx, plan)


def test_a_plan_is_summed_up_once_and_again_after_an_answer(storage, amal, bakery):
    assert [summing_up.refresh(storage) for _ in range(2)] == [1, 0]
    before = known(storage, bakery)
    assert before.lowest_cash > 0 and before.title == "Bakkerij Zeven Zaden"
    with storage.writing() as tx:
        said = Said(("Oven",), "Oven")
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "idea.business_name", "", said, base=10**6))
    assert summing_up.refresh(storage) == 1
    assert known(storage, bakery).title == "Oven"


def test_no_more_are_summed_up_at_a_time_than_asked(storage, amal):
    with storage.writing() as tx:
        made = [plans.make(tx, amal, "nl") for _ in range(3)]
    assert [summing_up.refresh(storage, most=2) for _ in range(3)] == [2, 1, 0]
    assert all(known(storage, each) for each in made)


def test_a_plan_that_cannot_be_read_stops_no_other_and_is_not_tried_each_minute(storage, amal, bakery, caplog):
    with storage.writing() as tx:
        broken = plans.make(tx, amal, "nl")
        plans.save(tx, broken, amal, Change(Deed.ANSWER, "idea.need", "", Said(("Bread",), "Bread")))
        tx.execute(REVISIONS.update().where(REVISIONS.c.plan_id == broken).values(payload_sealed=b"\x01broken"))
    with caplog.at_level(logging.ERROR):
        assert summing_up.refresh(storage) == 2
    assert known(storage, broken) is None and known(storage, bakery) is not None
    assert broken in caplog.text and "Bread" not in caplog.text
    assert summing_up.refresh(storage) == 0


def test_the_worker_sums_up_each_minute(storage, tmp_path, bakery):
    jobs.queue(Config(tmp_path), storage).sweep.call_local()
    assert known(storage, bakery) is not None
