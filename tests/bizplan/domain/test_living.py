"""Living figures: worked out by hand on a small plan, equal to the engine's, and missing where too little is known."""

from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.calculation import built
from bizplan.domain.living import living
from bizplan.domain.plan import Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.signals import Light
from financial_models import evaluate, outcome
from tests.bizplan.domain.quick_plans import TODAY, answered, place, quick_plan, without_rows

BASED = [key for key, question in QUESTIONS.items() if question.feeds and not question.feeds.startswith("dossier")]


def paths(figure):
    """Where a figure wants an answer."""
    return [wanted.path for wanted in figure.missing]


def study(name):
    """An example plan."""
    return plan_file.read(examples.text(name).encode())


def test_the_figures_of_a_small_plan_are_those_worked_out_by_hand():
    """400 pieces at € 10 without VAT; cash: 1,500 + 4,840 − 1,600 − 200 − 1,000 − 900, less contributions of 928.26."""
    found = living(quick_plan(), TODAY)
    assert found.sales.value == 4000
    assert found.sales.year == 1
    plan = built(quick_plan(), TODAY)
    values = evaluate(plan.model)
    taken = sum(values.by_year(line)[0, 0] for line in (plan.statements.profit.contributions,
                                                        plan.statements.profit.tax))
    assert found.left.value == pytest.approx(2400 - 200 - taken / 12)
    contributions = values.at(plan.statements.cash_flow.contributions, 1)
    assert found.cash[0] == pytest.approx(1500 + 4840 - 1600 - 200 - 1000 - 900 - contributions)
    assert contributions == pytest.approx(928.26)
    assert found.lowest_cash.value == found.cash[0]
    assert found.lowest_cash.month.first_day == date(2026, 12, 1), "the month after the day of the question"
    assert found.family.value == pytest.approx((plan_result(values, plan) + 200) / 10_800), "€ 900 a month is needed"
    assert (found.instalment.value, found.instalment.light) == (None, Light.OK), "there is no loan in this plan"
    assert found.instalment.missing == ()


def plan_result(values, plan):
    """The result of the first year; the kettle is written off by € 200 a year."""
    assert values.by_year(plan.statements.profit.depreciation)[0, 0] == pytest.approx(200, abs=1)
    return values.by_year(plan.statements.profit.result)[0, 0]


@pytest.mark.parametrize("name", examples.names())
def test_of_every_example_all_figures_are_those_of_the_engine(name):
    found, plan = living(study(name), TODAY), built(study(name), TODAY)
    values = evaluate(plan.model)
    decides = outcome(plan, values)
    assert found.reason is None
    assert [figure.missing for figure in found.figures.values()] == [()] * 5
    assert found.lowest_cash.value == decides.lowest_cash
    assert found.family.value == min(decides.family_covered)
    assert found.instalment.value == min(decides.dscr_family[year] for year in years_of_debt(plan, values))
    assert list(found.cash) == list(values.series(plan.statements.position.cash)[:12])
    assert len(found.cash) == 12


def years_of_debt(plan, values):
    """The plan years in which a debt is paid, counted from 0."""
    service = values.by_year(plan.statements.cash_flow.debt_service)[:, 0]
    years = plan.model.span.years()
    return [at for at, year in enumerate(years) if year.kind == "plan" and round(service[at], 2) > 0]


@pytest.mark.parametrize("name", examples.names())
def test_every_figure_names_lines_that_explain_it(name):
    plan = built(study(name), TODAY)
    values = evaluate(plan.model)
    for figure in living(study(name), TODAY).figures.values():
        assert figure.why
        for why in figure.why:
            line = plan.model[why.line]
            shown = values.at(line, why.month) if why.month else values.by_year(line)[why.year - 1, 0]
            assert why.value == shown
            assert bool(why.month) != bool(why.year)


def test_a_normal_month_is_one_of_the_first_year_that_runs_throughout():
    """The bakery tries its bread in a cooperative first, so that its first full year is the second."""
    assert living(study("bakery"), TODAY).sales.year == 2
    assert living(study("tailor"), TODAY).sales.year == 1


def test_an_empty_plan_names_the_first_question_of_all_and_shows_no_figure():
    found = living(Plan("nl"), TODAY)
    assert [figure.value for figure in found.figures.values()] == [None] * 5
    assert paths(found.sales) == ["products[].name"]
    assert paths(found.left) == ["products[].name", "costs[].name"]
    assert paths(found.family) == ["products[].name", "household.expenses.rent", "household.expenses.food",
                                   "costs[].name"]
    assert found.cash == () and found.reason is None


@pytest.mark.parametrize(("left_out", "waiting"), [
    ("price", ["sales", "left", "lowest_cash", "family"]), ("units", ["sales", "left", "lowest_cash", "family"]),
    ("cost_per_unit", ["left", "lowest_cash", "family"]), ("costs", ["left", "lowest_cash", "family"]),
    ("rent", ["lowest_cash", "family"]), ("food", ["lowest_cash", "family"]), ("own", ["lowest_cash"]),
])
def test_a_figure_without_an_answer_it_needs_names_that_answer(left_out, waiting):
    found = living(quick_plan(**{left_out: None}), TODAY)
    for name, figure in found.figures.items():
        if name in waiting:
            key, row = place(left_out)
            assert figure.value is None
            assert [(wanted.key, wanted.row) for wanted in figure.missing] == [(key, row)]
        elif name != "instalment":
            assert figure.value is not None and figure.missing == ()
    assert bool(found.cash) == ("lowest_cash" not in waiting)


def test_a_group_without_rows_is_asked_by_its_first_question():
    found = living(without_rows(quick_plan(), "own_money"), TODAY)
    assert paths(found.lowest_cash) == ["own_money[].name"]
    assert found.lowest_cash.value is None


def test_what_is_bought_without_a_price_is_named_beside_the_figure_that_leaves_it_out():
    found = living(quick_plan(kettle=None), TODAY)
    assert paths(found.lowest_cash) == ["equipment[0].price"]
    assert found.lowest_cash.value == pytest.approx(living(quick_plan(), TODAY).lowest_cash.value + 1000, abs=0.01)


def test_a_family_that_lives_from_other_income_needs_nothing_covered():
    plan = quick_plan()
    earning = Plan("en", plan.answers, {**plan.rows, "household.incomes": ("wage",)})
    for when in ("before", "after"):
        earning = answered(earning, (f"household.incomes[].{when}", "wage"), 2000.0)
    found = living(earning, TODAY).family
    assert (found.value, found.light, found.missing) == (None, Light.OK, ())


def test_a_loan_waits_for_its_term():
    plan = quick_plan()
    borrowing = Plan("en", plan.answers, {**plan.rows, "loans": ("micro",)})
    borrowing = answered(borrowing, ("loans[].amount", "micro"), 5000.0)
    waiting = living(borrowing, TODAY).instalment
    assert waiting.value is None
    assert "loans[0].months" in paths(waiting)
    known = answered(answered(borrowing, ("loans[].months", "micro"), 36.0), ("loans[].rate", "micro"), 0.1)
    found = living(known, TODAY).instalment
    assert found.missing == () and found.value > 1 and found.light is Light.OK


def test_nothing_sold_is_said_and_not_shown_as_zero():
    found = living(quick_plan(units=0.0), TODAY)
    assert found.reason.text.startswith("Nothing is sold yet")
    assert found.reason.place == "products"
    assert all(figure.value is None for figure in found.figures.values())


def test_a_contradiction_says_its_reason_and_its_place():
    plan = quick_plan()
    for months in (1, 2):
        plan = answered(plan, (f"products[].paid_after_{months}", "soap"), 0.8)
    found = living(plan, TODAY)
    assert found.reason.place == "products[0].paid_after_1"
    assert "contradict" in found.reason.text
    assert found.sales.value is None


def test_a_plan_that_begins_before_the_law_is_known_says_so():
    found = living(answered(quick_plan(), ("inform.start", ""), date(2024, 1, 1)), TODAY)
    assert found.reason.place == "inform.start"
    assert found.sales.value is None


def without_each_answer(plan):
    """The plan with the answers to one question left out, question by question."""
    for key in BASED:
        rows = [row for asked, row in plan.answers if asked == key]
        changed = plan
        for row in rows:
            changed = answered(changed, (key, row), None)
        if rows:
            yield key, changed


@pytest.mark.parametrize("name", ["it_service", *(
    pytest.param(name, marks=pytest.mark.whole) for name in examples.names() if name != "it_service")])
def test_whatever_answer_is_left_out_of_an_example_there_are_figures_or_what_is_missing(name):
    wanted = set()
    for key, plan in without_each_answer(study(name)):
        found = living(plan, TODAY)
        for figure in found.figures.values():
            assert figure.value is not None or figure.missing or found.reason or figure.light is Light.OK, key
        wanted |= {(key, gap.key) for figure in found.figures.values() for gap in figure.missing}
    for key in ("products[].price", "costs[].amount", "household.expenses.rent", "loans[].months"):
        assert (key, key) in wanted, "a question that a figure needs is named when it is left out"
