"""How ready a plan is: the findings of all rules, the signals, the sections, the money and the evidence."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import numpy as np

from financial_models import AssumptionError, Values, build, evaluate
from financial_models import Plan as EnginePlan
from financial_models.law import Lender, NotYetKnown

from .. import clock
from ..assumptions import assumptions
from ..plan import Plan
from ..plan_file_error import PlanFileError
from .case import Calculated, Case
from .evidence import EvidenceSpread, evidence_spread
from .finding import Finding, Place, Severity, Skipped
from .funding import Funding, sources_and_uses
from .lending import Lending
from .papers import Papers, papers
from .rule import Rule, applied
from .rules import NOT_CALCULABLE, RULES
from .sections import Completeness, completeness
from .sentences import N_, Spoken, Words
from .signals import Signal, signals

ROW = re.compile(r"\[\d+\]")


@dataclass(frozen=True)
class NoFigures:
    """Why there are no figures to judge: an English text with named values, and where in the plan file to mend it."""

    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    place: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The reason."""
        return (self.text,)


@dataclass(frozen=True)
class Readiness:
    """What stands between a plan and a yes.

    ``findings`` are sorted, the worst first; ``skipped`` says which rules could not look, and why.  ``funding``
    is None where nothing can be calculated yet.  ``case`` is what was looked at: the plan, and its figures if any.
    """

    findings: tuple[Finding, ...]
    signals: tuple[Signal, ...]
    sections: tuple[Completeness, ...]
    papers: Papers
    lending: Lending
    evidence: EvidenceSpread
    funding: Funding | None
    skipped: tuple[Skipped, ...]
    case: Case = field(repr=False, compare=False)

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """The findings with which no lender can say yes."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCKER)

    @property
    def is_blocked(self) -> bool:
        """Whether a blocker stands."""
        return bool(self.blockers)


def readiness(
    plan: Plan, engine_plan: EnginePlan | None = None, values: Values | None = None, today: date | None = None,
    reader: Lender | None = None,
) -> Readiness:
    """How ready a plan is on a day; what was calculated already is taken as it is, and else calculated here.

    ``reader`` is the lender whose limits count, where that is not the one that the plan names.
    """
    case = Case(plan, today or clock.today(), reader=reader)
    calculated = calculation(case, partial(_calculate, case, engine_plan, values))
    reason = calculated if isinstance(calculated, NoFigures) else None
    seen = case if isinstance(calculated, NoFigures) else calculated
    findings, skipped = _applied(seen, reason)
    return Readiness(
        findings=tuple(sorted([*_contradiction(reason), *findings], key=lambda finding: finding.severity)),
        signals=signals(seen),
        sections=completeness(seen),
        papers=papers(seen),
        lending=seen.lending,
        evidence=evidence_spread(seen) if isinstance(seen, Calculated) else EvidenceSpread(()),
        funding=sources_and_uses(seen) if isinstance(seen, Calculated) else None,
        skipped=skipped,
        case=seen,
    )


def _calculate(case: Case, engine_plan: EnginePlan | None, values: Values | None) -> tuple[EnginePlan, Values]:
    made = engine_plan or build(assumptions(case.plan, case.today))
    return made, values or evaluate(made.model)


def calculation(case: Case, calculate: Callable[[], tuple[EnginePlan, Values]]) -> Calculated | NoFigures:
    """The figures of a plan as ``calculate`` makes them, or why there are none to judge."""
    try:
        calculated = Calculated(case.plan, case.today, *calculate(), reader=case.reader)
        return _without_figures(calculated) or calculated
    except PlanFileError as error:
        text = N_("The answers contradict each other: {reason}")
        return NoFigures(text, {"reason": Words(str(error))}, error.place)
    except (AssumptionError, NotYetKnown) as error:
        return NoFigures(N_("The plan cannot be calculated: {reason}"), {"reason": Words(str(error))})


def _without_figures(case: Calculated) -> NoFigures | None:
    """Why the figures of a plan say nothing yet."""
    statements = case.engine.statements
    lines = (statements.position.cash, statements.profit.result, statements.profit.turnover)
    if not all(np.isfinite(case.series(line)).all() for line in lines):
        return NoFigures(N_("The numbers are too large to calculate with."))
    if not case.series(statements.profit.turnover).sum() > 0:
        return NoFigures(N_("Nothing is sold yet: a product needs a price and a quantity."), place="products")
    return None


def _applied(case: Case, reason: NoFigures | None) -> tuple[list[Finding], tuple[Skipped, ...]]:
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    for rule in RULES:
        answer = _answer(rule, case, reason)
        if isinstance(answer, Skipped):
            skipped.append(answer)
        else:
            findings += answer
    return findings, tuple(skipped)


def _answer(rule: Rule, case: Case, reason: NoFigures | None) -> tuple[Finding, ...] | Skipped:
    if rule.on_figures and reason:
        return Skipped(rule.key, reason.text, reason.values)
    return applied(rule, case)


def _contradiction(reason: NoFigures | None) -> Iterator[Finding]:
    """That nothing can be calculated is itself the first thing to mend."""
    if reason:
        places = (place_without_rows(reason.place),) if reason.place else ()
        yield Finding(
            NOT_CALCULABLE, Severity.BLOCKER, "projection", reason.text,
            mend=N_("Mend this first: the figures follow."), values=reason.values, places=places,
        )


def place_without_rows(path: str) -> Place:
    """A place of the plan file by the question or group that stands there."""
    return Place(ROW.sub("[]", path), "", path)
