"""Rules on the regime of the business: VAT exemption, social contributions, company, and the law behind the figures."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from financial_models.law import DueForRecheck, Rate, Reason, Unverified, caution

from ..case import Calculated, Case
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Count, Day, Legal, Money, Month, Several, Share, Year

REGIME, CATEGORY = "rules.vat_regime", "rules.category"


@on_figures(
    WARNING, "rules",
    found=N_("In {month} sales pass the {limit} of the VAT exemption."),
    means=N_("From then on VAT is charged: customers pay more, or you keep less."),
    mend=N_("Choose the ordinary regime from the start, or plan the change with your prices."),
)
def exemption_passed(case: Calculated) -> Found:
    """Sales stay within the exemption of small enterprises."""
    status = case.engine.parts.trade.status
    losing = case.series(status.losing)
    if losing.any():
        month = int(losing.argmax()) + 1
        limit = case.law("vat.exemption.threshold", case.month(month).first_day)
        yield Noticed(
            {"month": case.month(month), "limit": Money(limit)}, (case.place(REGIME),),
            (case.figure(status.year, month), case.figure(status.limit, month)), limit,
        )


@on_figures(
    REMARK, "rules",
    found=N_("In {year} sales come to {sales}, close to the {limit} of the VAT exemption."),
    means=N_("A good month more, and VAT must be charged."),
    mend=N_("Keep count each month, and know what you do when it comes."),
)
def exemption_near(case: Calculated) -> Found:
    """Sales stay well within the exemption: at least the tolerance below it."""
    status = case.engine.parts.trade.status
    if case.value(REGIME) != "exempt" or case.series(status.losing).any():
        return
    limit = case.law("vat.exemption.threshold")
    near = 1 - case.law("vat.exemption.overshoot_share")
    room = case.series(status.year) / case.series(status.limit).clip(min=1)
    month = int(room.argmax()) + 1
    if room[month - 1] > near:
        sales, limit_of_year = (float(case.series(line)[month - 1]) for line in (status.year, status.limit))
        yield Noticed(
            {"year": Year(case.month(month).first_day.year), "sales": Money(sales), "limit": Money(limit_of_year)},
            (case.place(REGIME),), (case.figure(status.year, month),), limit,
        )


@on_answers(
    BLOCKER, "rules",
    found=N_("This kind of business may not choose the VAT exemption."),
    means=N_("It is excluded for construction, and for meals with a registered till."),
    mend=N_("Choose quarterly returns; prices and margins follow."),
)
def exemption_excluded(case: Case) -> Found:
    """Some trades are excluded from the exemption of small enterprises."""
    if case.value(REGIME) == "exempt" and no_exemption(case):
        limit = case.law("vat.exemption.threshold")
        yield Noticed({}, (case.place(REGIME), case.place("idea.sector")), (), limit)


def no_exemption(case: Case) -> bool:
    """Whether the trade is one that may not choose the exemption: construction, and meals with a registered till."""
    sector, till = case.value("idea.sector"), case.value("rules.registered_till") is True
    return sector == "construction" or (sector in ("restaurant", "food_truck") and till)


@on_answers(
    WARNING, "rules",
    found=N_("It is not said in which category social contributions are paid."),
    means=N_("Main or secondary occupation makes a large difference each quarter."),
    mend=N_("Choose it with the social insurance fund."),
)
def category_missing(case: Case) -> Found:
    """The category of social contributions was chosen."""
    if not case.is_answered(CATEGORY):
        yield Noticed({}, (case.place(CATEGORY),))


@on_answers(
    WARNING, "rules",
    found=N_("The business is a secondary occupation, but no own wage goes on after the start."),
    means=N_("Secondary is for who also works at least half time; else full contributions are due."),
    mend=N_("Choose main occupation, or fill in the wage that goes on."),
)
def secondary_without_job(case: Case) -> Found:
    """A secondary occupation stands beside a job; a benefit may count for some time."""
    goes_on = any(
        (case.plan.is_in_totals or case.value("household.incomes[].kind", row) in ("wage", "unemployment"))
        and case.value("household.incomes[].whose", row) != "partner"
        and case.number("household.incomes[].after", row) > 0
        for row in case.rows("household.incomes")
    )
    if case.value(CATEGORY) == "secondary" and not goes_on:
        share = case.law("social_contributions.secondary_employment_share")
        yield Noticed({}, (case.place(CATEGORY), case.place("household.incomes")), (), share)


@on_figures(
    WARNING, "rules",
    found=N_("In year {year} the profit of a student is {profit}, above {limit}."),
    means=N_("Above it a student pays contributions, and is no longer dependent on the parents."),
    mend=N_("Ask the fund what is due, and choose the category again."),
)
def student_above_ceiling(case: Calculated) -> Found:
    """A student stays below the income without contributions."""
    share = case.law("social_contributions.student_share_of_floor")
    limit = share * case.law("social_contributions.floor_main")
    profit = case.by_year(case.engine.statements.profit.result)
    for year, result in enumerate(profit, 1):
        if case.value(CATEGORY) == "student" and result > limit:
            yield Noticed(
                {"year": Count(year), "profit": Money(result), "limit": Money(limit)}, (case.place(CATEGORY),),
                (case.figure(case.engine.statements.profit.result, year=year),), share,
            )
            return


@on_answers(
    WARNING, "rules",
    found=N_("The reduction for starters is asked, but the business is not the main occupation."),
    means=N_("The fund refuses it, and the contributions are higher than planned."),
    mend=N_("Choose main occupation, or leave the reduction out."),
)
def primostarter_without_main(case: Case) -> Found:
    """The reduction for starters is for a main occupation."""
    if case.value("rules.primostarter") is True and case.value(CATEGORY) != "main":
        yield Noticed({}, (case.place("rules.primostarter"), case.place(CATEGORY)))


@on_figures(
    BLOCKER, "rules",
    found=N_("In {month} the company owes {missing} more than it has."),
    means=N_("Who founds a company with too little answers for its debts in the first years."),
    mend=N_("Bring in more, or begin as a sole trader."),
)
def company_equity_negative(case: Calculated) -> Found:
    """A company has enough capital for the months that its financial plan must cover."""
    if case.engine.assumptions.legal_form != "company":
        return
    months = case.law("company.financial_plan_months")
    equity = case.series(case.engine.statements.balance_sheet.equity)[: int(months)]
    if round(float(equity.min()), 2) < 0:
        month = int(equity.argmin()) + 1
        yield Noticed(
            {"month": case.month(month), "missing": Money(-float(equity.min()))},
            (case.place("own_money"), case.place("rules.legal_form")),
            (case.figure(case.engine.statements.balance_sheet.equity, month),), months,
        )


@on_figures(
    REMARK, "rules",
    found=N_("From {month} on the pay of the director is too low for the reduced rate of corporate tax."),
    means=N_("The profit is then taxed at {rate}."),
    mend=N_("Compare with an accountant: more pay, or more tax."),
)
def director_paid_too_little(case: Calculated) -> Found:
    """The pay of the director gives right to the reduced rate."""
    model = case.engine.model
    if case.engine.assumptions.legal_form != "company" or "corporate_tax.applies" not in model.by_key:
        return
    lost = (case.series("corporate_tax.applies") == 0) & (case.series("corporate_tax.taxable") > 0)
    if lost.any():
        month = int(lost.argmax()) + 1
        yield Noticed(
            {"month": case.month(month), "rate": Share(case.law("corporate_tax.rate_standard"))},
            (case.place("rules.company.reduced_rate"), case.place("household.expenses.other")),
            (case.figure("corporate_tax.applies", month),), case.law("company.minimum_director_pay"),
        )


@on_answers(
    WARNING, "rules",
    found=N_("A company needs a financial plan with an adviser, its hypotheses and its sources; something is missing."),
    means=N_("The notary asks for it, and without it the founders answer for debts."),
    mend=N_("Name the accountant, say why a company, and list where the money comes from."),
)
def company_plan_incomplete(case: Case) -> Found:
    """What the law wants in the financial plan of a BV is there."""
    if case.value("rules.legal_form") != "company":
        return
    helpers = [case.value("team.helpers[].role", row) for row in case.rows("team.helpers")]
    lacking = [
        case.place(key) for key, there in (
            ("team.helpers", "accountant" in helpers or case.is_answered("operations.bookkeeper")),
            ("rules.legal_form_reason", case.is_answered("rules.legal_form_reason")),
            ("own_money", bool(case.rows("own_money") or case.rows("loans"))),
        ) if not there
    ]
    if lacking:
        yield Noticed({}, tuple(lacking), (), case.law("company.financial_plan_months"))


@on_answers(
    WARNING, "inform",
    found=N_("The plan begins in {start}, before today."),
    means=N_("A lender reads a plan for what is still to come."),
    mend=N_("Choose a start from {earliest} on, and look at the months again."),
)
def start_in_the_past(case: Case) -> Found:
    """A plan begins this month or later."""
    this_month = date(case.today.year, case.today.month, 1)
    if case.is_answered("inform.start") and case.start < this_month:
        yield Noticed({"start": Month(case.start), "earliest": Month(this_month)}, (case.place("inform.start"),))


@on_answers(
    REMARK, "inform",
    found=N_("The plan begins in {start}; the law is known up to {year}."),
    means=N_("Contributions and taxes are those of the last known year."),
    mend=N_("Calculate the plan again when the new figures are there."),
)
def start_beyond_known_law(case: Case) -> Found:
    """The law of the first month is known."""
    floor = case.law("social_contributions.floor_main")
    year = floor.carried_forward_from
    if year is not None:
        yield Noticed({"start": Month(case.start), "year": Year(year)}, (case.place("inform.start"),), (), floor)


def _rates(record: object) -> Iterator[Rate]:
    """Every figure of law in the assumptions of a plan."""
    if isinstance(record, Rate):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from _rates(part)
    elif is_dataclass(record):
        for field in fields(record):
            yield from _rates(getattr(record, field.name))


def _doubtful(case: Calculated, kind: type[Reason]) -> list[Rate]:
    """The figures of law behind the plan and its limits that want care for this reason, each once."""
    rates = [*_rates(case.engine.assumptions), *case.lending.lender.thresholds.values()]
    found = {rate.key: rate for rate in rates if any(isinstance(why, kind) for why in caution(rate, case.today) or ())}
    return list(found.values())


@on_figures(
    REMARK, "rules",
    found=N_("Figures of law or of the lender that were not read in a source ({count}): {figures}."),
    means=N_("They are what is generally said, and may be different."),
    mend=N_("Ask an accountant or the lender, and enter what they say."),
)
def law_unverified(case: Calculated) -> Found:
    """Figures that nobody read in a source are named."""
    rates = _doubtful(case, Unverified)
    if rates:
        names = Several(tuple(Legal(rate.label) for rate in rates))
        yield Noticed({"count": Count(len(rates)), "figures": names}, (), (), rates[0])


@on_figures(
    REMARK, "rules",
    found=N_("Figures of law to look up again, the first since {day} ({count}): {figures}."),
    means=N_("The law may have changed since."),
    mend=N_("Check them, or ask for a newer version of this programme."),
)
def law_stale(case: Calculated) -> Found:
    """Figures whose date has passed are named."""
    rates = sorted(_doubtful(case, DueForRecheck), key=lambda rate: rate.recheck_after)
    if rates:
        names = Several(tuple(Legal(rate.label) for rate in rates))
        yield Noticed(
            {"count": Count(len(rates)), "day": Day(rates[0].recheck_after), "figures": names}, (), (), rates[0]
        )

