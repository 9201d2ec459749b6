"""Rules on costs, people and things: what is forgotten, and what comes too soon."""

from ..case import Calculated, Case
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Money, Words, several


def _has_cost(case: Case, *kinds: str) -> bool:
    return any(case.value("costs[].kind", row) in kinds for row in case.rows("costs"))


@on_answers(
    WARNING, "projection",
    found=N_("No cost for bookkeeping is planned."),
    means=N_("VAT and taxes must be declared, and a mistake is dear."),
    mend=N_("Ask an accountant for a price a year."),
)
def no_bookkeeper(case: Case) -> Found:
    """Bookkeeping costs something."""
    if not _has_cost(case, "bookkeeping"):
        yield Noticed({}, (case.place("costs"), case.place("operations.bookkeeper")))


@on_answers(
    WARNING, "projection",
    found=N_("No insurance is planned."),
    means=N_("One accident with a customer can cost more than the business."),
    mend=N_("Ask for an offer for liability, and fire where there are premises."),
)
def no_insurance(case: Case) -> Found:
    """A business is insured, and it costs something."""
    if not _has_cost(case, "insurance"):
        yield Noticed({}, (case.place("costs"), case.place("rules.insurances")))


@on_answers(
    WARNING, "projection",
    found=N_("The premises are rented, and there is no rent among the costs."),
    mend=N_("Add the rent, with charges and the month in which it begins."),
)
def rent_missing(case: Case) -> Found:
    """Rented premises have a rent."""
    if case.value("operations.premises") == "rented" and not _has_cost(case, "rent"):
        yield Noticed({}, (case.place("costs"), case.place("operations.premises")))


@on_answers(
    REMARK, "projection",
    found=N_("There are no costs at all besides goods."),
    means=N_("Telephone, fuel, a till, small material: something is always needed."),
    mend=N_("Go through a normal week and write down what you pay."),
)
def no_costs(case: Case) -> Found:
    """A business has costs."""
    if case.rows("products") and not case.rows("costs"):
        yield Noticed({}, (case.place("costs"),))


@on_answers(
    WARNING, "marketing",
    found=N_("Actions to find customers cost {planned}, and no marketing stands among the costs."),
    mend=N_("Add a line for marketing, so that the figures know it."),
)
def marketing_not_budgeted(case: Case) -> Found:
    """What marketing costs stands among the costs."""
    planned = sum(case.number("marketing.actions[].cost", row) for row in case.rows("marketing.actions"))
    if planned > 0 and not _has_cost(case, "marketing"):
        yield Noticed({"planned": Money(planned)}, (case.place("costs"), case.place("marketing.actions")))


@on_answers(
    REMARK, "financing",
    found=N_("{deposits}: it is not said when it comes back."),
    means=N_("The plan counts it as gone until after the last month."),
    mend=N_("Read in the contract when it is returned."),
)
def deposit_without_return(case: Case) -> Found:
    """A guarantee comes back one day."""
    rows = [row for row in case.rows("deposits") if not case.is_answered("deposits[].returned_month", row)]
    if rows:
        names = several([case.name("deposits", row) for row in rows])
        yield Noticed({"deposits": names}, tuple(case.place("deposits[].returned_month", row) for row in rows))


@on_answers(
    BLOCKER, "team",
    found=N_("{person} earns {gross} for full time; the lowest wage is {limit}."),
    means=N_("A lower wage is not allowed, and most sectors ask more."),
    mend=N_("Look up the wage of the sector, or plan fewer hours."),
)
def wage_below_minimum(case: Case) -> Found:
    """A wage for full time is at least the lowest one."""
    limit = case.law("employment.minimum_wage")
    for row in case.rows("employees"):
        gross = case.number("employees[].gross", row)
        if case.is_answered("employees[].gross", row) and round(gross, 2) < limit:
            yield Noticed(
                {"person": Words(case.name("employees", row)), "gross": Money(gross), "limit": Money(limit)},
                (case.place("employees[].gross", row),), (), limit,
            )


@on_figures(
    WARNING, "team",
    found=N_("In {month} {person} begins; in the year that follows staff costs {wages} and the margin is {margin}."),
    means=N_("Nothing is left for the other costs and the family."),
    mend=N_("Hire later, or for fewer hours, until sales can bear it."),
)
def hire_too_early(case: Calculated) -> Found:
    """In the year after a hire, the margin pays the staff and the running costs."""
    profit = case.engine.statements.profit
    margin, staff = case.series(profit.gross_margin), case.series(profit.staff)
    other = case.series(profit.services) + case.series(profit.other_costs)
    for person in case.engine.assumptions.employees:
        year = slice(int(person.from_month) - 1, int(person.from_month) + 11)
        if staff[year].sum() > 0 and margin[year].sum() < staff[year].sum() + other[year].sum():
            yield Noticed(
                {"month": case.month(int(person.from_month)), "person": Words(person.name),
                 "wages": Money(float(staff[year].sum())), "margin": Money(float(margin[year].sum()))},
                (case.place("employees[].from_month", person.id), case.place("employees[].time_share", person.id)),
                (case.figure(profit.staff, min(int(person.from_month), case.horizon)),),
            )


@on_answers(
    WARNING, "team",
    found=N_("The spouse works as an employee, and no employee is planned."),
    means=N_("A wage has contributions, which the plan does not show."),
    mend=N_("Add the spouse to the employees, or choose another status."),
)
def spouse_not_employed(case: Case) -> Found:
    """A spouse who is an employee stands among the employees."""
    if case.value("team.spouse") == "employee" and not case.rows("employees"):
        yield Noticed({}, (case.place("employees"), case.place("team.spouse")))


@on_answers(
    WARNING, "team",
    found=N_("The spouse helps, but there is no partner in the household."),
    mend=N_("Look at both answers: one of them is not right."),
)
def spouse_without_household(case: Case) -> Found:
    """A spouse who helps lives in the household."""
    helps = case.value("team.spouse") in ("assisting", "employee", "partner")
    if helps and case.value("applicant.civil_status") in ("single", "widowed"):
        yield Noticed({}, (case.place("team.spouse"), case.place("applicant.civil_status")))


@on_answers(
    REMARK, "team",
    found=N_("There is no written agreement with {partners}."),
    means=N_("Most quarrels begin about what was never written down."),
    mend=N_("Write down who does what, who owns what, and how one leaves."),
)
def partners_without_agreement(case: Case) -> Found:
    """Partners agree in writing."""
    rows = [row for row in case.rows("team.partners") if case.value("team.partners[].agreement", row) is not True]
    if rows:
        names = several([case.name("team.partners", row) for row in rows])
        yield Noticed({"partners": names}, tuple(case.place("team.partners[].agreement", row) for row in rows))
