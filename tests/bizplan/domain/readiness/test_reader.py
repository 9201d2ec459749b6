"""A plan is held against the limits of the lender that reads it, where that one has limits of its own."""

from datetime import UTC, date, datetime

from bizplan.domain.lending.profiles import Change, OwnProfile
from bizplan.domain.readiness import Light, readiness
from bizplan.domain.readiness.case import Case
from tests.bizplan.domain.readiness.plans import TODAY, assessed, sound

START = date(2026, 11, 1)
OWN = "lenders.own_1."


def reader(**values):
    """A lender that says this of itself, with one loan."""
    said = {"about.title": "Voorbeeld Kredieten", "product.start.title": "Start",
            **{path.replace("__", "."): value for path, value in values.items()}}
    own = OwnProfile("own_1", "bank", "Voorbeeld Kredieten",
                     (Change(1, START, said, datetime(2026, 11, 1, 12, tzinfo=UTC)),))
    return own.lender(TODAY)


def judged(found):
    """The sound plan as that lender sees it."""
    return readiness(sound(), today=TODAY, reader=found)


def signal(ready, key):
    return next(each for each in ready.signals if each.key == key)


def test_a_stricter_limit_turns_the_signal_and_the_finding_names_where_it_comes_from():
    assert signal(assessed({}), "repayment").light is Light.OK, "29 % of what is left, comfortable up to 50 %"
    ready = judged(reader(threshold__instalment_share_green=0.2, threshold__instalment_share_red=0.25))
    assert signal(ready, "repayment").light is Light.STOP
    finding = next(each for each in ready.findings if each.threshold and each.threshold.key.startswith(OWN))
    assert finding.threshold == 0.25
    assert finding.threshold.source.nl.startswith("Voorbeeld Kredieten")


def test_where_it_says_nothing_the_common_limits_and_so_all_signals_stay():
    plain, same = assessed({}), judged(reader())
    assert [(each.key, each.light) for each in same.signals] == [(each.key, each.light) for each in plain.signals]
    assert (same.lending.lender.name, same.lending.row) == ("own_1", plain.lending.row)
    assert same.lending.threshold("dscr_green").key == "lenders.blank.threshold.dscr_green"


def test_its_only_loan_is_the_one_that_is_meant_and_of_several_the_one_of_the_same_name():
    terms = {"product__start__amount_max": 5000}
    assert judged(reader(**terms)).lending.term("amount_max") == 5000
    two = {**terms, "product__jump__title": "Jump", "product__jump__amount_max": 7000}
    assert judged(reader(**two)).lending.term("amount_max") == 7000
    others = {**terms, "product__late__title": "Late"}
    assert judged(reader(**others)).lending.product.name == "jump", "nobody knows which: the plan's own"


def test_an_amount_above_what_it_lends_is_found():
    ready = judged(reader(product__start__amount_max=5000))
    assert "amount_above_maximum" in {each.rule for each in ready.findings}


def test_setbacks_are_as_hard_as_it_tries_them():
    ready = judged(reader(threshold__stress_sales=0.6))
    scenarios = {scenario.name: scenario for scenario, _outcome in ready.case.stressed}
    assert scenarios["sales_down"].sales == 0.4 and scenarios["costs_up"].costs == 1.1


def test_the_lender_that_the_plan_names_counts_where_nobody_else_reads_it():
    assert Case(sound(), TODAY).lending.lender.name == "microstart"
