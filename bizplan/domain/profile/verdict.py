"""The verdict of the quick profile: go, go if, not yet; never without its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from financial_models import Cast, Values
from financial_models import Plan as EnginePlan

from .. import gaps
from ..calculation import cast
from ..plan import Plan
from ..questions import QUESTIONS
from ..readiness.assessment import NoFigures, calculation, place_without_rows
from ..readiness.case import Case
from ..readiness.finding import Place
from ..readiness.signals import Light
from .conditions import conditions
from .reason import Condition, Gate, Reason, Verdict
from .reasons import reasons, unknown

ASSUMED = (
    "inform.start", "products[].price_includes_vat", "products[].vat", "products[].ramp_first", "rules.legal_form",
    "rules.vat_regime", "rules.category", "projection.months",
)
ESSENTIAL = ("margin", "break_even", "family", "cash")


def verdict(plan: Plan, today: date) -> Verdict:
    """What can be said of a plan so far, whatever is answered and whatever is not."""
    case, assumed = Case(plan, today), _assumed(Case(plan, today))
    selling = gaps.selling(case)
    if not selling.is_known:
        return Verdict(Gate.NOT_YET, _nothing_yet(case), assumed=assumed)
    made: list[Cast] = []
    found = calculation(case, lambda: _calculated(plan, today, made))
    if isinstance(found, NoFigures):
        return Verdict(Gate.NOT_YET, (_contradiction(found),), assumed=assumed, no_figures=found)
    told = reasons(found)
    family = next(reason for reason in told if reason.key == "family")
    ways = conditions(found, made[0]) if family.light else ()
    return Verdict(gate(told, ways), told, ways, assumed)


def gate(told: Sequence[Reason], ways: Sequence[Condition]) -> Gate:
    """Not yet where too little is known, nothing is left of a sale, or no effort covers the family; go if all is well.

    Between them: go if the conditions come true, or if what shines amber or red is mended.
    """
    light = {reason.key: reason.light for reason in told if reason.key in ESSENTIAL}
    if None in light.values() or light["margin"] is Light.STOP:
        return Gate.NOT_YET
    if light["family"] is Light.STOP and not any(way.is_within_reach for way in ways):
        return Gate.NOT_YET
    return Gate.GO if all(reason.light is Light.OK for reason in told) else Gate.GO_IF


def _calculated(plan: Plan, today: date, made: list[Cast]) -> tuple[EnginePlan, Values]:
    made.append(cast(plan, today))
    return made[0].plan, made[0].evaluate()


def _nothing_yet(case: Case) -> tuple[Reason, ...]:
    """What every reason waits for."""
    margin = gaps.selling(case) + gaps.making(case)
    family = margin + gaps.running(case) + gaps.living(case)
    waits = {"margin": margin, "break_even": family, "family": family, "cash": family + gaps.paying(case)}
    return tuple(unknown(key, gap) for key, gap in waits.items())


def _contradiction(found: NoFigures) -> Reason:
    places = (place_without_rows(found.place),) if found.place else ()
    return Reason("figures", Light.STOP, found.text, found.values, places)


def _assumed(case: Case) -> tuple[Place, ...]:
    """Where the usual answer was taken."""
    keys = (QUESTIONS[key] for key in ASSUMED)
    return tuple(case.place(question.key, row) for question in keys for row in case.plan.places(question)
                 if not case.is_answered(question.key, row))
