"""People: what employees cost, what they receive, and when the tax and social security on it are paid."""

from __future__ import annotations

from datetime import date
from typing import Any

from .. import assumptions
from ..language import (
    FLAG,
    HOURS,
    MONEY,
    MONTHS,
    NUMBER,
    PERCENT,
    Balance,
    Block,
    Input,
    Line,
    Monthly,
    Span,
    larger,
    smaller,
    total,
)
from ..law import keys, months, rate
from .timeline import Timeline

LATER_HIRES = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}


class Employee(Block):
    """A white-collar employee, from the month in which the contract begins, but never before the own business.

    Each month of work earns a twelfth of the double holiday pay, paid in May of the next year, and of the
    thirteenth month, paid in December: both at the wage of the month in which they are paid, and a debt until
    then.  Net wages are paid in the month itself, the tax withheld in the next month, the contributions of
    employee and employer in the month after the quarter.  Contributions are due on the thirteenth month and not on
    double holiday pay.  An employee who leaves is paid in the same months for what was earned.
    """

    chapter = "People"

    gross = Input("Gross monthly wage for full time", MONEY, low=0)
    time_share = Input("Share of full time", PERCENT, low=0, high=1)
    growth = Input("Wage change a year", PERCENT, low=-0.9, high=2)
    from_month = Input("First month of work", NUMBER, low=1, high=60)
    until_month = Input("Last month of work (0: stays)", NUMBER, low=0, high=60)
    withholding = Input("Tax withheld, share of the taxable wage", PERCENT, low=0, high=1)
    insurance = Input("Work-accident insurance, share of the wage", PERCENT, low=0, high=1)
    worker_rate = Input("Employee's contributions", PERCENT)
    employer_rate = Input("Employer's contributions", PERCENT)
    holiday_share = Input("Double holiday pay, share of a month's wage", PERCENT)
    thirteenth = Input("Thirteenth month, in months", MONTHS)
    cost_factor = Input("Costs, times", NUMBER)
    now = Input("Months since selling began", NUMBER)
    trading = Input("The own business runs", FLAG)
    of_year = Input("Month of the year", NUMBER)
    plan_years = Input("Whole years since the first month", NUMBER)
    january = Input("First month of a calendar year", FLAG)
    december = Input("Last month of a calendar year", FLAG)
    quarter_first = Input("First month of a quarter", FLAG)
    quarter_last = Input("Last month of a quarter", FLAG)

    left = Line("Has left", FLAG, (now >= until_month + 1) * (until_month >= 1),
                said=("The employee has left.", "The employee has not left."))
    employed = Line("Employed", FLAG, (now >= from_month) * trading * (1 - left),
                    said=("The employee works this month.", "The employee does not work this month."))
    index = Line("Growth of wages", NUMBER, (1 + growth) ** plan_years)
    full = Line("Wage of a month", MONEY, round(gross * time_share * index * cost_factor, 2), yearly="none")
    wage = Line("Gross wage", MONEY, full * employed)

    this_year = Balance("Months worked this year", MONTHS)
    closed = Line("Months of last year, closed", MONTHS, this_year.opening * january)
    this_year.moves(+employed, -closed)
    last_year = Balance("Months worked last year", MONTHS)
    over = Line("Months of the year before, over", MONTHS, last_year.opening * january)
    last_year.moves(+closed, -over)

    may = Line("Double holiday pay is paid", FLAG, of_year.equals(5),
               said=("Double holiday pay is paid.", "No double holiday pay is paid."))
    holiday_month = Line("Double holiday pay for a month of work", MONEY, full * holiday_share / 12, yearly="none")
    holiday_paid = Line("Double holiday pay", MONEY, round(holiday_month * last_year, 2) * may)
    holiday_owed = Line("Double holiday pay owed", MONEY, holiday_month * (this_year + last_year * (of_year <= 4)),
                        yearly="last")
    thirteenth_month = Line("Thirteenth month for a month of work", MONEY, full * thirteenth / 12, yearly="none")
    thirteenth_paid = Line("Thirteenth month", MONEY, round(thirteenth_month * this_year, 2) * december)
    thirteenth_owed = Line("Thirteenth month owed, with contributions", MONEY,
                           thirteenth_month * this_year * (1 + employer_rate) * (1 - december), yearly="last")
    owed_wages = Line("Holiday pay and thirteenth month owed", MONEY, holiday_owed + thirteenth_owed, yearly="last")
    bonus_paid = Line("Holiday pay and thirteenth month", MONEY, holiday_paid + thirteenth_paid)

    contributory = Line("Wage on which contributions are due", MONEY, wage + thirteenth_paid)
    worker_nsso = Line("Contributions of the employee", MONEY, round(contributory * worker_rate, 2))
    taxable = Line("Wage that is taxed", MONEY, contributory + holiday_paid - worker_nsso)
    withheld = Line("Tax withheld", MONEY, round(taxable * withholding, 2))
    net_paid = Line("Net wage paid", MONEY, taxable - withheld)
    employer_nsso = Line("Contributions of the employer", MONEY, round(contributory * employer_rate, 2))
    premium = Line("Work-accident premium", MONEY, round(contributory * insurance, 2))
    reduction = Line("Reduction of contributions", MONEY, 0)

    owed_tax = Balance("Tax withheld, to be paid", MONEY)
    withheld_paid = Line("Withheld tax paid", MONEY, owed_tax.opening)
    owed_tax.moves(+withheld, -withheld_paid)
    owed_nsso = Balance("Contributions to be paid", MONEY)
    nsso_paid = Line("Contributions paid", MONEY, owed_nsso.opening * quarter_first)
    owed_nsso.moves(+worker_nsso, +employer_nsso, -reduction, -nsso_paid)

    saved = Line("Change of holiday pay and thirteenth month owed", MONEY, owed_wages - owed_wages.before(1))
    cost = Line("Cost of the employee", MONEY, total(wage, bonus_paid, saved, employer_nsso, premium) - reduction)
    paid = Line("Paid for the employee", MONEY, total(net_paid, withheld_paid, nsso_paid, premium))
    owed = Line("Owed for the employee", MONEY, total(owed_wages, owed_tax, owed_nsso), yearly="last")


class ReducedEmployee(Employee):
    """An employee for whom the employer's contributions of each quarter are reduced, up to a limit.

    The limit is multiplied by the share of full time that was worked in the quarter; it counts whole from one share
    on, and not at all below another.
    """

    full_from = Input("Share of full time from which the reduction is whole", PERCENT)
    none_below = Input("Share of full time below which there is none", PERCENT)

    limit = Line("Reduction a quarter, at most", MONEY, 0, yearly="none")
    quarter_months = Balance("Months worked this quarter", MONTHS)
    quarter_over = Line("Months of last quarter, over", MONTHS, quarter_months.opening * Employee.quarter_first)
    quarter_months.moves(+Employee.employed, -quarter_over)
    quarter_nsso = Balance("Contributions of the employer this quarter", MONEY)
    nsso_over = Line("Contributions of last quarter, over", MONEY, quarter_nsso.opening * Employee.quarter_first)
    quarter_nsso.moves(+Employee.employer_nsso, -nsso_over)
    worked = Line("Share of full time worked this quarter", PERCENT, quarter_months / 3 * Employee.time_share)
    enough = Line("Enough is worked for a reduction", FLAG, worked >= none_below,
                  said=("Enough is worked for a reduction.", "Too little is worked for a reduction."))
    whole = Line("Enough is worked for a whole reduction", FLAG, worked >= full_from,
                 said=("Enough is worked for a whole reduction.", "Too little is worked for a whole reduction."))
    counted = Line("Share of the reduction", PERCENT, larger(worked * enough, whole))
    reduction = Line("Reduction of contributions", MONEY,
                     smaller(quarter_nsso, round(limit * counted, 2)) * Employee.quarter_last)


class FirstHire(ReducedEmployee):
    """The first employee: the limit is that of its date, and the reduction does not end."""

    limit = Monthly("Reduction a quarter, at most", MONEY, 0.0)


class LaterHire(ReducedEmployee):
    """The second to fifth employee: the reduction falls in steps of so many quarters, and ends."""

    limit_1 = Input("Reduction in the first quarters", MONEY)
    quarters_1 = Input("Quarters of the first step", NUMBER)
    limit_2 = Input("Reduction in the quarters after that", MONEY)
    quarters_2 = Input("Quarters of the second step", NUMBER)
    limit_3 = Input("Reduction in the last quarters", MONEY)
    quarters_3 = Input("Quarters of the third step", NUMBER)

    rank = Balance("Quarters of work so far", NUMBER)
    rank_counted = Line("A quarter of work ends", FLAG, Employee.quarter_last * (ReducedEmployee.quarter_months >= 1),
                        said=("A quarter of work ends.", "No quarter of work ends this month."))
    rank.moves(+rank_counted)
    step_1 = Line("First step of the reduction", MONEY, limit_1 * (rank <= quarters_1), yearly="none")
    until_2 = Line("Quarters to the end of the second step", NUMBER, quarters_1 + quarters_2)
    in_step_2 = Line("Within the second step", FLAG, (rank <= until_2) - (rank <= quarters_1),
                     said=("This quarter is in the second step.", "This quarter is not in the second step."))
    until_3 = Line("Quarters to the end of the third step", NUMBER, until_2 + quarters_3)
    in_step_3 = Line("Within the third step", FLAG, (rank <= until_3) - (rank <= until_2),
                     said=("This quarter is in the third step.", "This quarter is not in the third step."))
    limit = Line("Reduction a quarter, at most", MONEY, step_1 + limit_2 * in_step_2 + limit_3 * in_step_3,
                 yearly="none")


class CasualWork(Block):
    """Work by students or flexi-jobs for the own business: hours at a cost that includes everything, paid at once."""

    chapter = "People"

    hours = Input("Hours a month", HOURS, low=0, high=10_000)
    cost_per_hour = Input("Cost of an hour, all included", MONEY, low=0)
    growth = Input("Wage change a year", PERCENT, low=-0.9, high=2)
    from_month = Input("First month of work", NUMBER, low=1, high=60)
    cost_factor = Input("Costs, times", NUMBER)
    now = Input("Months since selling began", NUMBER)
    trading = Input("The own business runs", FLAG)
    plan_years = Input("Whole years since the first month", NUMBER)

    worked = Line("Hours worked", HOURS, hours * (now >= from_month) * trading, yearly="sum")
    index = Line("Growth of wages", NUMBER, (1 + growth) ** plan_years)
    cost = Line("Cost of casual work", MONEY, round(worked * cost_per_hour * index * cost_factor, 2))


def employee_block(employee: assumptions.Employee, timeline: Timeline, cost_factor: Line | float, span: Span,
                   own_start: float = 1) -> Employee:
    """The rows of an employee, by the law in force in the first month of the plan.

    Nobody is hired before the month of the own start.
    """
    on = first_day(span, 1)
    return kind(employee)(
        f"employee.{employee.id}", employee.name, gross=employee.gross, time_share=employee.time_share,
        growth=employee.growth, from_month=employee.from_month, until_month=employee.until_month,
        withholding=employee.withholding, insurance=employee.insurance, cost_factor=cost_factor,
        worker_rate=rate("employment.nsso_worker", on), employer_rate=rate("employment.nsso_employer", on),
        holiday_share=rate("employment.double_holiday_pay", on),
        thirteenth=rate("employment.thirteenth_month", on) if employee.thirteenth_month else 0.0,
        now=timeline.now, trading=timeline.trading, of_year=timeline.of_year, plan_years=timeline.plan_years,
        january=timeline.january, december=timeline.december, quarter_first=timeline.quarter_first,
        quarter_last=timeline.quarter_last, **reduction_of(employee, span, own_start))


def kind(employee: assumptions.Employee) -> type[Employee]:
    """Which rows an employee needs: after the fifth, or where none is asked, there is no reduction."""
    if employee.hire == 1:
        return FirstHire
    return LaterHire if employee.hire in LATER_HIRES else Employee


def reduction_of(employee: assumptions.Employee, span: Span, own_start: float) -> dict[str, Any]:
    """The law on the reduction: by working time as the plan begins, its steps as they are on the day of the hire."""
    if kind(employee) is Employee:
        return {}
    on = first_day(span, 1)
    hours = {name: rate(f"employment.reduction_{name}", on) for name in ("full_from", "none_below")}
    if employee.hire == 1:
        return hours | {"limit": months("employment.first_hire_cap", on, span.length)}
    return hours | steps(employee.hire, first_day(span, int(max(employee.from_month, own_start))))


def first_day(span: Span, month: int) -> date:
    """The first day of a month of the plan."""
    return date(span.calendar_year(month), span.month_of_year(month), 1)


def steps(hire: int, on: date) -> dict[str, float]:
    """The steps of the reduction for the second to fifth employee, as they are on the day of the hire."""
    place, known = f"employment.{LATER_HIRES[hire]}_hire", keys()
    names = {f"{what}_{step}": f"{place}_{word}_{step}" for step in (1, 2, 3)
             for what, word in (("limit", "cap"), ("quarters", "quarters"))}
    return {name: rate(key, on) if key in known else 0.0 for name, key in names.items()}


def casual_work_block(work: assumptions.CasualWork, timeline: Timeline, cost_factor: Line | float) -> CasualWork:
    """The rows of casual work."""
    return CasualWork(f"casual_work.{work.id}", work.name, hours=work.hours, cost_per_hour=work.cost_per_hour,
                      growth=work.growth, from_month=work.from_month, cost_factor=cost_factor, now=timeline.now,
                      trading=timeline.trading, plan_years=timeline.plan_years)
