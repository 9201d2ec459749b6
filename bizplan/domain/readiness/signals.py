"""The five signals of the credit summary: what a committee looks at first, each with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from financial_models.law import Rate

from .case import Calculated, Case
from .finding import Figure
from .papers import papers
from .sentences import N_, Count, Money, PerEuro, Share, Spoken

Said = dict[str, Spoken]
UNKNOWN = N_("This cannot be calculated yet.")


class Light(Enum):
    """What a signal shows."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True)
class Signal:
    """One signal: its key, its question (an English text to translate), its light and the reason for it."""

    key: str
    question: str
    light: Light
    reason: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    threshold: Rate | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The reason."""
        return (self.reason,)


HOUSEHOLD = ("household", N_("Does the income cover the household?"))
CASH = ("cash", N_("Is there always money on the account?"))
REPAYMENT = ("repayment", N_("Can the loan be repaid?"))
BREAK_EVEN = ("break_even", N_("From which month do sales cover the costs?"))
PAPERS = ("papers", N_("Are the papers complete?"))


def signals(case: Case) -> tuple[Signal, ...]:
    """The five signals; those on figures warn where nothing can be calculated yet."""
    if isinstance(case, Calculated):
        return (household_signal(case), cash_signal(case), repayment_signal(case), _break_even(case), _papers(case))
    unknown = (Signal(*which, Light.WARN, UNKNOWN) for which in (HOUSEHOLD, CASH, REPAYMENT, BREAK_EVEN))
    return (*unknown, _papers(case))


def household_signal(case: Calculated) -> Signal:
    """Whether the income covers the household."""
    needs = case.outcome.family_need
    cover = {year: x for year, x in enumerate(case.outcome.family_covered, 1) if round(needs[year - 1], 2) > 0}
    if not cover:
        return Signal(*HOUSEHOLD, Light.OK, N_("The family needs nothing from the business."))
    year = min(cover, key=lambda at: cover[at])
    values: Said = {"year": Count(year), "cover": Share(cover[year]), "need": Money(needs[year - 1] / 12)}
    figures = (case.figure(case.engine.statements.year_ratios.family_covered, year=year),)
    if cover[year] >= 1:
        text = N_("Every year the business earns what the family needs; the tightest is year {year}, with {cover}.")
        return Signal(*HOUSEHOLD, Light.OK, text, values, figures)
    text = N_("In year {year} the business earns {cover} of what the family needs, {need} a month.")
    later = any(x < 1 for at, x in cover.items() if at > 1)
    return Signal(*HOUSEHOLD, Light.STOP if later else Light.WARN, text, values, figures)


def cash_signal(case: Calculated) -> Signal:
    """Whether there is always money on the account."""
    low, month = case.outcome.lowest_cash, case.outcome.lowest_month
    limit, months = case.threshold("minimum_cash"), case.threshold("minimum_cash_months")
    buffer = cash_buffer(case)
    values: Said = {"lowest": Money(low), "month": case.month(month), "buffer": Money(buffer)}
    figures = (case.figure(case.engine.statements.position.cash, month),)
    if round(low, 2) < limit:
        text = N_("In {month} the account stands at {lowest}.")
        return Signal(*CASH, Light.STOP, text, values, figures, limit)
    if low < buffer:
        text = N_("At its lowest, in {month}, {lowest} is left; {buffer} would be a safe buffer.")
        return Signal(*CASH, Light.WARN, text, values, figures, months)
    text = N_("At its lowest, in {month}, {lowest} is left on the account.")
    return Signal(*CASH, Light.OK, text, values, figures, months)


def cash_buffer(case: Calculated) -> float:
    """What should stay on the account: so many months of fixed costs and of what the family draws."""
    ratios, flow = case.engine.statements.break_even, case.engine.statements.cash_flow
    monthly = (case.series(ratios.running) + case.series(flow.draw)).mean()
    return max(float(monthly * case.threshold("minimum_cash_months")), case.number("financing.bank.buffer"))


def repayment_signal(case: Calculated) -> Signal:
    """Whether the loan can be repaid."""
    share = case.outcome.tightest_share
    green, red = case.threshold("instalment_share_green"), case.threshold("instalment_share_red")
    figures = (case.figure(case.engine.statements.capacity.capacity),)
    if share == 0:
        return Signal(*REPAYMENT, Light.OK, N_("There is nothing to repay."))
    if share == float("inf"):
        text = N_("There are twelve months in a row in which nothing is left to repay from.")
        return Signal(*REPAYMENT, Light.STOP, text, {}, figures, red)
    values: Said = {"share": Share(share), "green": Share(green), "red": Share(red)}
    if share > red:
        text = N_("In the tightest year the instalments take {share} of what is left to pay them; {red} is the limit.")
        return Signal(*REPAYMENT, Light.STOP, text, values, figures, red)
    if share > green:
        text = N_("In the tightest year the instalments take {share} of what is left to pay them; {green} is safe.")
        return Signal(*REPAYMENT, Light.WARN, text, values, figures, green)
    year, cover = worst_year(case)
    stop = case.threshold("dscr_stop")
    if year and cover < stop:
        text = N_("The instalments take at most {share} of what is left to pay them, but in year {year} what is earned "
                  "gives only {ratio} for each euro of debt.")
        covered = case.figure(case.engine.statements.year_ratios.dscr_family, year=year)
        said: Said = {"share": Share(share), "year": Count(year), "ratio": PerEuro(cover)}
        return Signal(*REPAYMENT, Light.WARN, text, said, (*figures, covered), stop)
    text = N_("Even in the tightest year the instalments take {share} of what is left to pay them.")
    return Signal(*REPAYMENT, Light.OK, text, values, figures, green)


def debt_service(case: Calculated) -> list[tuple[int, float]]:
    """The years in which debt is paid, each with the coverage after the family."""
    service = case.by_year(case.engine.statements.cash_flow.debt_service)
    covers = enumerate(zip(service, case.outcome.dscr_family, strict=True), 1)
    return [(year, cover) for year, (paid, cover) in covers if round(paid, 2) > 0]


def worst_year(case: Calculated) -> tuple[int, float]:
    """The year in which the debt is covered worst, and how far; year 0 where there is no debt."""
    return min(debt_service(case), key=lambda found: found[1], default=(0, 0.0))


def _break_even(case: Calculated) -> Signal:
    month = case.outcome.covers_costs_from
    soon, late = case.threshold("break_even_month"), case.threshold("break_even_month_late")
    figures = (case.figure(case.engine.statements.break_even.first_covered),)
    if not month:
        return Signal(*BREAK_EVEN, Light.STOP, N_("Sales never cover the costs within the plan."), {}, figures, late)
    after = month - case.own_start + 1
    values: Said = {"month": case.month(month), "count": Count(after), "limit": Count(soon)}
    light = Light.OK if after <= soon else Light.WARN if after <= late else Light.STOP
    lost = uncovered_year(case, month)
    if light is Light.OK and lost:
        text = N_("In year {year} as a whole sales do not cover the costs, though in {month} they did for the first "
                  "time.")
        return Signal(*BREAK_EVEN, Light.WARN, text, {"year": Count(lost), "month": case.month(month)}, figures, soon)
    if light is Light.OK:
        text = N_("Sales cover the costs from {month} on, month {count} of the business.")
    else:
        text = N_("Sales cover the costs only from {month} on, month {count} of the business; {limit} is usual.")
    return Signal(*BREAK_EVEN, light, text, values, figures, soon)


def uncovered_year(case: Calculated, month: int) -> int:
    """The first year, after the one of a month, whose sales do not cover the costs of the business (0: none)."""
    ratios = case.engine.statements.break_even
    years = enumerate(zip(case.by_year(ratios.left), case.by_year(ratios.fixed), strict=True), 1)
    return next((year for year, (left, fixed) in years if year > (month + 11) // 12 and round(left - fixed, 2) < 0), 0)


def _papers(case: Case) -> Signal:
    found = papers(case)
    in_hand, missing = len(found.in_hand), len(found.missing)
    values: Said = {"in_hand": Count(in_hand), "needed": Count(found.needed), "missing": Count(missing)}
    if not found.missing and not found.asked:
        return Signal(*PAPERS, Light.OK, N_("All {needed} papers are in hand."), values)
    text = N_("{in_hand} of {needed} papers are in hand; {missing} are not asked for yet.")
    return Signal(*PAPERS, Light.STOP if not found.in_hand else Light.WARN, text, values)
