"""Rules on what the business earns against what the family and the lender need from it."""

from ..case import Calculated
from ..finding import Severity
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_figures
from ..sentences import N_, Count, Money, PerEuro, Share, Term, Words
from ..signals import debt_service, worst_year
from .cash import SCENARIOS

LOANS = ("loans", "products", "costs")


@on_figures(
    BLOCKER, "household",
    found=N_("In year {year} the business earns {share} of the {need} a month that the family needs."),
    means=N_("What is missing comes out of the loan, and the loan must be paid back."),
    mend=N_("Raise the margin or the sales, lower the costs, or keep another income longer."),
)
def household_not_covered(case: Calculated) -> Found:
    """Every year what is left after the debt covers what the family needs; a first year may still grow."""
    needs = case.outcome.family_need
    for year, cover in enumerate(case.outcome.family_covered, 1):
        if round(needs[year - 1], 2) > 0 and round(cover, 4) < 1:
            yield Noticed(
                {"year": Count(year), "share": Share(max(cover, 0.0)), "need": Money(needs[year - 1] / 12)},
                (case.place("products"), case.place("costs"), case.place("household.expenses.other")),
                (case.figure(case.engine.statements.year_ratios.family_covered, year=year),),
                severity=WARNING if year == 1 else BLOCKER,
            )


@on_figures(
    WARNING, "financing",
    found=N_("In the tightest twelve months the instalments take {share} of what is left to pay them from."),
    means=N_("Above {limit} a small setback stops the repayment."),
    mend=N_("Borrow less, or over more months."),
)
def instalment_share_red(case: Calculated) -> Found:
    """The instalments stay below the limit of what is left to pay them."""
    share, limit = case.outcome.tightest_share, case.threshold("instalment_share_red")
    if limit < share < float("inf"):
        yield _instalments(case, share, "instalment_share_red")


@on_figures(
    BLOCKER, "financing",
    found=N_("There are twelve months in a row in which nothing is left to pay the instalments from."),
    means=N_("A loan that cannot be repaid helps nobody."),
    mend=N_("Borrow less, over more months, or begin to repay later."),
)
def nothing_to_repay_from(case: Calculated) -> Found:
    """Something is left to pay the instalments from in any twelve months."""
    if case.outcome.tightest_share == float("inf"):
        yield _instalments(case, 0.0, "instalment_share_red")


@on_figures(
    REMARK, "financing",
    found=N_("In the tightest twelve months the instalments take {share} of what is left to pay them from."),
    means=N_("Up to {limit} is comfortable."),
    mend=N_("A longer term makes the instalment smaller."),
)
def instalment_share_amber(case: Calculated) -> Found:
    """The instalments are comfortable to pay."""
    share = case.outcome.tightest_share
    if case.threshold("instalment_share_green") < share <= case.threshold("instalment_share_red"):
        yield _instalments(case, share, "instalment_share_green")


def _instalments(case: Calculated, share: float, limit: str) -> Noticed:
    threshold, capacity = case.threshold(limit), case.engine.statements.capacity
    tightest = int(case.series(capacity.left).argmin()) + 1
    return Noticed(
        {"share": Share(share), "limit": Share(threshold)}, tuple(map(case.place, LOANS)),
        (case.figure(capacity.left, tightest), case.figure(capacity.capacity, tightest)), threshold,
    )


@on_figures(
    BLOCKER, "financing",
    found=N_("In year {year} there is {ratio} for each euro of debt to pay, after the family has lived."),
    means=N_("Below {limit} the debt cannot be paid from what is earned."),
    mend=N_("Borrow less or longer, or show how more is earned."),
)
def debt_service_stop(case: Calculated) -> Found:
    """What is earned pays the debt; a first year may be paid from the money of the start."""
    year, ratio = worst_year(case)
    stop = case.threshold("dscr_stop")
    if year and ratio < stop:
        later = any(cover < stop for at, cover in debt_service(case) if at > 1)
        yield _debt_service(case, year, ratio, "dscr_stop", BLOCKER if later else WARNING)


@on_figures(
    WARNING, "financing",
    found=N_("In year {year} there is {ratio} for each euro of debt to pay, after the family has lived."),
    means=N_("Lenders rarely accept less than {limit}."),
    mend=N_("Borrow less or longer, or show how more is earned."),
)
def debt_service_red(case: Calculated) -> Found:
    """What is earned pays the debt with something to spare."""
    year, ratio = worst_year(case)
    if year and case.threshold("dscr_stop") <= ratio < case.threshold("dscr_red"):
        yield _debt_service(case, year, ratio, "dscr_red")


@on_figures(
    REMARK, "financing",
    found=N_("In year {year} there is {ratio} for each euro of debt to pay, after the family has lived."),
    means=N_("From {limit} on a lender is at ease."),
    mend=N_("A longer term or a smaller loan helps."),
)
def debt_service_amber(case: Calculated) -> Found:
    """What is earned pays the debt with enough to spare."""
    year, ratio = worst_year(case)
    if year and case.threshold("dscr_red") <= ratio < case.threshold("dscr_green"):
        yield _debt_service(case, year, ratio, "dscr_green")


def _debt_service(case: Calculated, year: int, ratio: float, limit: str, severity: Severity | None = None) -> Noticed:
    threshold = case.threshold(limit)
    return Noticed(
        {"year": Count(year), "ratio": PerEuro(ratio), "limit": PerEuro(threshold)}, tuple(map(case.place, LOANS)),
        (case.figure(case.engine.statements.year_ratios.dscr_family, year=year),), threshold, severity,
    )


@on_figures(
    WARNING, "risks",
    found=N_("With {scenario} there is only {ratio} for each euro of debt in a later year; {limit} is needed."),
    means=N_("The loan depends on everything going well."),
    mend=N_("Ask for a smaller instalment, or say which costs you would cut."),
)
def debt_service_under_stress(case: Calculated) -> Found:
    """The debt is still paid where one thing goes wrong; the first year is not judged."""
    limit = case.threshold("stress_dscr")
    years = [year for year, _ in debt_service(case) if year > 1]
    sound = all(cover >= limit for year, cover in debt_service(case) if year > 1)
    failing = [
        (min(found.dscr_family[year - 1] for year in years), scenario)
        for scenario, found in case.stressed
        if years and sound and min(found.dscr_family[year - 1] for year in years) < limit
    ]
    if failing:
        ratio, scenario = min(failing, key=lambda found: found[0])
        yield Noticed(
            {"scenario": Term(SCENARIOS[scenario.name]), "ratio": PerEuro(ratio), "limit": PerEuro(limit)},
            (case.place("risks.if_sales_are_lower"), case.place("risks.if_costs_are_higher"), case.place("loans")),
            (case.figure(case.engine.statements.year_ratios.dscr_family, year=years[0]),), limit,
        )


@on_figures(
    BLOCKER, "projection",
    found=N_("Sales do not cover the costs in any month of the plan."),
    means=N_("Each month costs money, however long it goes on."),
    mend=N_("Look at price, margin and fixed costs together."),
)
def break_even_never(case: Calculated) -> Found:
    """Sales reach the break-even point within the plan."""
    if not case.outcome.covers_costs_from:
        yield Noticed(
            {}, (case.place("products"), case.place("costs")),
            (case.figure(case.engine.statements.break_even.first_covered),), case.threshold("break_even_month_late"),
        )


@on_figures(
    WARNING, "projection",
    found=N_("Sales cover the costs only from month {count} of the business on, in {month}."),
    means=N_("Most lenders want to see it within {limit} months."),
    mend=N_("Begin with lower fixed costs, or show which orders are sure."),
)
def break_even_late(case: Calculated) -> Found:
    """Sales reach the break-even point within the first year."""
    yield from _late(case, "first_covered", "break_even_month")


@on_figures(
    REMARK, "projection",
    found=N_("Sales cover costs, living and instalment together only from month {count} of the business, in {month}."),
    means=N_("Until then the reserve must carry the family; {limit} months is what others ask."),
    mend=N_("Plan the reserve until that month, or keep another income until then."),
)
def break_even_living_late(case: Calculated) -> Found:
    """Sales soon cover costs, living and instalment together."""
    yield from _late(case, "first_lives", "break_even_living_month")


@on_figures(
    WARNING, "projection",
    found=N_("Sales do not cover costs, living and instalment together in any month of the plan."),
    means=N_("The family cannot live from this business."),
    mend=N_("Raise sales or margin, or say from what the family lives."),
)
def break_even_living_never(case: Calculated) -> Found:
    """Sales cover costs, living and instalment within the plan."""
    if case.outcome.covers_costs_from and not case.outcome.covers_living_from:
        yield Noticed(
            {}, (case.place("products"), case.place("costs"), case.place("household.incomes")),
            (case.figure(case.engine.statements.break_even.first_lives),), case.threshold("break_even_living_month"),
        )


def _late(case: Calculated, line: str, limit: str) -> Found:
    first = getattr(case.engine.statements.break_even, line)
    month = int(case.values.at(first, case.horizon))
    threshold = case.threshold(limit)
    if month and month - case.own_start + 1 > threshold:
        yield Noticed(
            {"count": Count(month - case.own_start + 1), "month": case.month(month), "limit": Count(threshold)},
            (case.place("products"), case.place("costs")), (case.figure(first),), threshold,
        )


@on_figures(
    REMARK, "financing",
    found=N_("Repayment of {loan} begins in {begins}, before sales cover living and instalment in {month}."),
    means=N_("The first instalments would be paid from the loan itself."),
    mend=N_("Ask for some months in which only interest is paid."),
)
def grace_too_short(case: Calculated) -> Found:
    """Capital is repaid once the business earns it."""
    lives = case.outcome.covers_living_from
    for loan in case.engine.assumptions.loans:
        begins = int(loan.month + loan.grace) + 1
        if loan.asked and lives and begins < lives:
            yield Noticed(
                {"loan": Words(loan.name), "begins": case.month(begins), "month": case.month(lives)},
                (case.place("loans[].grace", loan.id),),
                (case.figure(case.engine.statements.break_even.first_lives),), case.lending.term("grace_max"),
            )
