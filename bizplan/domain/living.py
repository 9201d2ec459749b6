"""Living figures: the handful that follows every answer, each with what explains it, or with what is missing.

A normal month is one of the first full year: the first year of the plan in which the own business runs from its
first day to its last (else the last year), divided by its months.  As long as too little is known, a figure has no
value but the answers that it waits for; no figure is ever 0 for want of an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from financial_models import Plan as EnginePlan
from financial_models import Values
from financial_models.language import Line

from . import gaps
from .calculation import cast
from .gaps import Gaps
from .plan import Plan
from .readiness.assessment import NoFigures, calculation
from .readiness.case import Calculated, Case
from .readiness.finding import Figure, Place
from .readiness.sentences import Month
from .readiness.signals import Light, cash_signal, household_signal, repayment_signal, worst_year

A_YEAR = 12


@dataclass(frozen=True)
class LivingFigure:
    """One figure: its value with the lines that explain it, or the answers that it waits for.

    ``month`` or ``year`` (of the plan) is when it holds.  Where there is a value and something is missing, the
    figure leaves out what is missing.  ``light`` is None where nothing is judged.  No value, nothing missing and a
    green light: there is nothing to cover, no debt or no need of the family; without a light ``Living.reason`` tells.
    """

    missing: tuple[Place, ...]
    value: float | None = None
    month: Month | None = None
    year: int = 0
    light: Light | None = None
    why: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Living:
    """The figures that follow an answer; amounts in euros, a month unless said otherwise.

    ``sales`` without VAT and ``left`` for family and loan are those of a normal month, ``left`` after contributions
    and tax.  ``lowest_cash`` is the lowest the account ever closes a month.  ``instalment`` is what is earned, after
    the family, for each euro of debt in the tightest year (1 or more: covered); ``family`` the share of what the
    family needs that is earned in the tightest year.  ``cash`` is the account after each of the first twelve months.
    """

    sales: LivingFigure
    left: LivingFigure
    lowest_cash: LivingFigure
    instalment: LivingFigure
    family: LivingFigure
    cash: tuple[float, ...] = ()
    reason: NoFigures | None = None

    @property
    def figures(self) -> dict[str, LivingFigure]:
        """The figures by name, in the order in which they are shown."""
        return {name: getattr(self, name) for name in FIGURES}


def living(plan: Plan, today: date) -> Living:
    """The living figures of a plan as it stands, whatever is answered and whatever is not."""
    return calculated(plan, today)[0]


def calculated(plan: Plan, today: date) -> tuple[Living, Calculated | None]:
    """The living figures, and what they were read from where anything could be calculated."""
    case = Case(plan, today)
    waits = _waits(case)
    waiting = {name: LivingFigure(gap.places) for name, gap in waits.items()}
    if not waits["sales"].is_known:
        return _of(waiting), None
    found = calculation(case, lambda: _calculated(plan, today))
    if isinstance(found, NoFigures):
        return _of(waiting, reason=found), None
    known = {name: FIGURES[name](found, gap.places) for name, gap in waits.items() if gap.is_known}
    cash = found.series(found.engine.statements.position.cash)[:A_YEAR] if "lowest_cash" in known else ()
    return _of(waiting | known, tuple(map(float, cash))), found


def of_whole(case: Calculated) -> Living:
    """The living figures of a plan of which all is answered, also where its cut for a reader does not show it."""
    cash = case.series(case.engine.statements.position.cash)[:A_YEAR]
    return _of({name: figure(case, ()) for name, figure in FIGURES.items()}, tuple(map(float, cash)))


def knows_cash(case: Case) -> bool:
    """Whether enough is answered for the lowest cash, and what follows from it, to mean something."""
    return _waits(case)["lowest_cash"].is_known


def _of(figures: Mapping[str, LivingFigure], cash: tuple[float, ...] = (), reason: NoFigures | None = None) -> Living:
    return Living(sales=figures["sales"], left=figures["left"], lowest_cash=figures["lowest_cash"],
                  instalment=figures["instalment"], family=figures["family"], cash=cash, reason=reason)


def _waits(case: Case) -> dict[str, Gaps]:
    """What each figure waits for."""
    sales = gaps.selling(case)
    left = sales + gaps.making(case) + gaps.running(case)
    whole = left + gaps.living(case)
    return {"sales": sales, "left": left, "lowest_cash": whole + gaps.paying(case),
            "instalment": whole + gaps.borrowing(case), "family": whole + gaps.borrowing(case)}


def _calculated(plan: Plan, today: date) -> tuple[EnginePlan, Values]:
    made = cast(plan, today)
    return made.plan, made.evaluate(wanted=wanted(made.plan))


def wanted(engine: EnginePlan) -> tuple[Line, ...]:
    """The lines that the living figures and the figures that decide are read from."""
    s = engine.statements
    ratios, flow = s.year_ratios, s.cash_flow
    return (
        s.profit.turnover, s.profit.result, s.position.cash, s.capacity.capacity, s.capacity.director_net,
        s.break_even.running, s.break_even.first_covered, s.break_even.first_lives, flow.debt_service, flow.operating,
        flow.draw, flow.movement, flow.financing, ratios.earned, ratios.family_covered, ratios.needed, ratios.dscr,
        ratios.dscr_family, engine.parts.start.timeline.trading,
    )


def full_year(case: Calculated) -> tuple[int, int]:
    """The first year of the plan in which the own business runs throughout (else the last), and its months."""
    years = [year for year in case.engine.model.span.years() if year.kind == "plan"]
    year = next((year for year in years if year.first >= case.own_start), years[-1])
    return year.number, year.last - year.first + 1


def _a_month(case: Calculated, missing: tuple[Place, ...], *lines: Line) -> LivingFigure:
    """What lines come to in a normal month."""
    year, months = full_year(case)
    why = tuple(case.figure(line, year=year) for line in lines)
    return LivingFigure(missing, sum(figure.value for figure in why) / months, year=year, why=why)


def _sales(case: Calculated, missing: tuple[Place, ...]) -> LivingFigure:
    return _a_month(case, missing, case.engine.statements.profit.turnover)


def _left(case: Calculated, missing: tuple[Place, ...]) -> LivingFigure:
    """What is earned before family and debt; a director is paid before the company earns it."""
    s = case.engine.statements
    paid = (s.capacity.director_net,) if case.engine.assumptions.legal_form == "company" else ()
    return _a_month(case, missing, s.year_ratios.earned, *paid)


def _lowest_cash(case: Calculated, missing: tuple[Place, ...]) -> LivingFigure:
    month = case.outcome.lowest_month
    why = case.figure(case.engine.statements.position.cash, month)
    return LivingFigure(missing, why.value, case.month(month), light=cash_signal(case).light, why=(why,))


def _instalment(case: Calculated, missing: tuple[Place, ...]) -> LivingFigure:
    year, _ = worst_year(case)
    if not year:
        return LivingFigure(missing, light=Light.OK)
    why = case.figure(case.engine.statements.year_ratios.dscr_family, year=year)
    return LivingFigure(missing, why.value, year=year, light=repayment_signal(case).light, why=(why,))


def _family(case: Calculated, missing: tuple[Place, ...]) -> LivingFigure:
    light = household_signal(case).light
    needs = enumerate(zip(case.outcome.family_need, case.outcome.family_covered, strict=True), 1)
    covers = {year: cover for year, (need, cover) in needs if round(need, 2) > 0}
    if not covers:
        return LivingFigure(missing, light=light)
    year = min(covers, key=lambda at: covers[at])
    why = case.figure(case.engine.statements.year_ratios.family_covered, year=year)
    return LivingFigure(missing, why.value, year=year, light=light, why=(why,))


FIGURES = {"sales": _sales, "left": _left, "lowest_cash": _lowest_cash, "instalment": _instalment, "family": _family}
