"""What wants an answer before a figure can be said: of each topic, in the order of the study."""

from bizplan.domain import gaps
from bizplan.domain.plan import Plan
from bizplan.domain.readiness.case import Case
from tests.bizplan.domain.quick_plans import TODAY, answered, quick_plan, without_rows


def case(plan):
    """A plan on the day of the tests."""
    return Case(plan, TODAY)


def keys(found):
    """The questions that are wanted."""
    return [place.key for place in found.places]


def with_second_product(**answers):
    """The quick plan with a second product, of which only this is known."""
    plan = quick_plan()
    plan = Plan("en", plan.answers, {**plan.rows, "products": ("soap", "oil")})
    for name, value in answers.items():
        plan = answered(plan, (f"products[].{name}", "oil"), value)
    return plan


def test_a_plan_that_answers_the_quick_profile_wants_nothing_more():
    for topic in (gaps.selling, gaps.making, gaps.running, gaps.living, gaps.paying, gaps.borrowing):
        assert topic(case(quick_plan())) == gaps.Gaps((), is_known=True)


def test_a_second_product_is_asked_for_while_the_first_already_sells():
    found = gaps.selling(case(with_second_product()))
    assert keys(found) == ["products[].units", "products[].price"]
    assert found.is_known


def test_what_is_asked_depends_on_how_a_product_is_counted():
    by_hours = with_second_product(sold_by="hours", price=30.0)
    assert keys(gaps.selling(case(by_hours))) == ["products[].hours", "products[].billed_share"]
    by_share = with_second_product(cost_by="share", price=30.0, units=1.0)
    assert keys(gaps.making(case(by_share))) == ["products[].cost_share"]


def test_the_cost_of_a_product_that_does_not_sell_yet_can_wait():
    assert gaps.making(case(with_second_product())).places == ()


def test_who_pays_wages_needs_no_other_costs():
    plan = without_rows(quick_plan(), "costs")
    assert not gaps.running(case(plan)).is_known
    hiring = Plan("en", plan.answers, {**plan.rows, "employees": ("baker",)})
    assert gaps.running(case(hiring)).is_known


def test_incomes_that_are_named_want_their_amounts():
    plan = quick_plan()
    earning = Plan("en", plan.answers, {**plan.rows, "household.incomes": ("wage",)})
    found = gaps.living(case(earning))
    assert keys(found) == ["household.incomes[].before", "household.incomes[].after"]
    assert found.is_known


def test_gaps_add_up_once_each_in_the_order_of_the_study():
    empty = case(Plan("nl"))
    both = gaps.living(empty) + gaps.selling(empty) + gaps.living(empty)
    assert keys(both) == ["products[].name", "household.expenses.rent", "household.expenses.food"]
    assert not both.is_known
