"""Contributions and tax year by year in plain loops, to hold the monthly lines against.

Nothing of the engine is used but the law's figures: calendar years follow each other, each with what it earned.
"""

from dataclasses import dataclass, field
from datetime import date

from financial_models import Assumptions, law

TAX, FUND = "personal_income_tax", "social_contributions"


def cents(amount: float) -> float:
    """Rounded to the cent, half up."""
    return int(abs(amount) * 100 + 0.5 + 1e-7) / 100 * (1 if amount >= 0 else -1)


def figure(key: str, year: int) -> float:
    """A figure of law at the end of a calendar year."""
    return float(law.rate(key, date(year, 12, 31)))


def by_scale(key: str, year: int, amount: float) -> float:
    """Tax on an amount, step by step."""
    found = law.scale(key, date(year, 12, 31)).steps
    tops = [float(step.threshold) for step in found[1:]] + [float("inf")]
    return sum(float(step.rate) * max(min(amount, top) - float(step.threshold), 0.0)
               for step, top in zip(found, tops, strict=True))


@dataclass
class Year:
    """One calendar year of the own business: what it earned before contributions, and what follows."""

    year: int
    months: list[int]                                   # months of the plan, from 0
    trading: int
    gross: float
    costs: float
    own_other: float = 0.0
    partner: float = 0.0
    granted: float = 0.0
    provisional: float = 0.0
    settled: float = 0.0
    contributions: float = 0.0
    annual: float = 0.0
    income: float = 0.0
    tax: float = 0.0


@dataclass
class Fund:
    """Contributions over the years, in order."""

    a: Assumptions
    years: list[Year] = field(default_factory=list)
    quarters_before: int = 0

    def add(self, now: Year, started: int, partial: bool) -> None:
        """The next year: what is paid provisionally, what falls due of an earlier year, and what is owed in the end."""
        own = self.a.self_employment
        quarters = quarters_of(now)
        now.provisional = sum(self._provisional(now.year, started, partial, self.quarters_before + n)
                              for n in range(1, quarters + 1))
        before = [y for y in self.years if y.year == now.year - own.settled_after]
        now.settled = sum(y.contributions - y.provisional for y in before) if december_reached(now) else 0.0
        now.income = income(self.a, now)
        now.annual = now.income * 4 / max(quarters, 1)
        reduced = max(min(4 - self.quarters_before, quarters), 0) if self._primostarter else 0
        each = with_fee(own.fee, quarter(self.a, now.year, now.annual))
        each_reduced = with_fee(own.fee, quarter(self.a, now.year, now.annual, reduced=True))
        now.contributions = each * (quarters - reduced) + each_reduced * reduced
        self.quarters_before += quarters
        self.years.append(now)

    @property
    def _primostarter(self) -> bool:
        return self.a.self_employment.primostarter and self.a.self_employment.category == "main"

    def _provisional(self, year: int, started: int, partial: bool, rank: int) -> float:
        own = self.a.self_employment
        if started <= 3 + partial:
            base = figure(f"{FUND}.secondary_threshold", year) if own.category == "secondary" else 0.0
        else:
            base = max(next(y.annual for y in self.years if y.year == year - 3) * own.income_index, 0.0)
        return with_fee(own.fee, quarter(self.a, year, base, reduced=self._primostarter and rank <= 4))


def quarters_of(year: Year) -> int:
    """Quarters with at least one month of the own business, which runs to the end of the year."""
    return -(-year.trading // 3)


def december_reached(year: Year) -> bool:
    """Whether the whole of the year is calculated."""
    return len(year.months) == 12 or year.trading > 0


def with_fee(fee: float, amount: float) -> float:
    """A quarter with the fund's fee."""
    return cents(amount * (1 + fee))


def quarter(a: Assumptions, year: int, annual: float, *, reduced: bool = False) -> float:
    """What a quarter costs on a yearly income."""
    floor, category = figure(f"{FUND}.floor_main", year), a.self_employment.category
    if category == "main":
        counted = max(annual, figure(f"{FUND}.floor_primostarter", year) if reduced else floor)
    elif category == "secondary":
        counted = annual if annual >= figure(f"{FUND}.secondary_threshold", year) - 0.005 else 0.0
    else:
        counted = annual if annual >= floor - 0.005 else max(annual - floor / 2, 0.0)
    first, second = figure(f"{FUND}.ceiling_band_1", year), figure(f"{FUND}.ceiling_band_2", year)
    whole = min(counted, first) * 0.205 + max(min(counted, second) - first, 0.0) * 0.1416
    return cents(whole / 4)


def income(a: Assumptions, now: Year) -> float:
    """Gross profit less contributions paid, less real costs or the lump sum."""
    left = now.gross - now.provisional - now.settled
    if a.income_tax.lump_sum:
        share, cap = figure(f"{TAX}.lump_sum_rate", now.year), figure(f"{TAX}.lump_sum_cap", now.year)
        return left - min(max(left, 0.0) * share, cap)
    return left - now.costs
