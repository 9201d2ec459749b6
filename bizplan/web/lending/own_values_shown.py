"""What comes of a reader's own values: the setbacks, the signals and the checks, each beside what was handed in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import g

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.review import Signal
from bizplan.documents.setbacks import LAW
from bizplan.domain.clock import today
from bizplan.domain.lending.own_values import (
    COSTS,
    CREDIT,
    LATER,
    SALES,
    is_setback,
    lender_of,
    limits_of,
    only_in,
    scenario_of,
)
from bizplan.domain.plan import Value
from bizplan.domain.questions import Question
from bizplan.domain.readiness import Finding, Readiness, readiness
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.typed.echoes import once
from financial_models import Scenario, evaluate_scenarios, outcome

from ..findings_shown import Told, finding_told, why_address
from ..languages import N_
from ..languages import say as _
from .handed import Handed
from .reading_shown import Setback, case_of, setback

TRIED = {SALES.key: LAW["sales_down"], COSTS.key: LAW["costs_up"], LATER.key: LAW["later"],
         CREDIT.key: LAW["less_credit"]}
"""How far a lender tries each thing that goes wrong: the names of its limits."""
WORDS = {
    SALES.key: (N_("sales {value} lower"), N_("sales {value} higher")),
    COSTS.key: (N_("costs {value} higher"), N_("costs {value} lower")),
    LATER.key: (N_("start later by {value}"), ""),
    CREDIT.key: (N_("{value} of the credit is granted"), ""),
}


@dataclass(frozen=True)
class Beside:
    """A signal with the reader's limits, as it was handed in, and where it is explained."""

    own: Signal
    handed_in: Signal
    url: str

    @property
    def is_same(self) -> bool:
        """Whether it says what it said, with the same reason."""
        return self.own == self.handed_in

    @property
    def is_changed(self) -> bool:
        """Whether it shows another light or another answer."""
        return (self.own.state, self.own.answer) != (self.handed_in.state, self.handed_in.answer)


@dataclass(frozen=True)
class Tried:
    """All that comes of the values; ``parts`` says in words what goes wrong."""

    setbacks: tuple[Setback, ...]
    own: Setback | None
    parts: tuple[str, ...]
    signals: tuple[Beside, ...]
    found: tuple[Told, ...]
    gone: tuple[Told, ...]

    @property
    def changed(self) -> int:
        """How many signals change."""
        return sum(each.is_changed for each in self.signals)


def tried_of(handed: Handed, found: Calculated, ready: Readiness, values: Mapping[str, Value]) -> Tried:
    """What comes of a reader's own values; of limits only where one was set."""
    with_limits = _held_against(handed, found, ready, values)
    judged = with_limits.case
    assert isinstance(judged, Calculated)
    case = case_of(replace(handed, ready=with_limits), judged)
    rows = ((Scenario("base"), handed.outcome), *found.stressed)
    return Tried(
        tuple(setback(case, *each) for each in rows), _own(case, values), tuple(_parts(values)),
        tuple(_signals(case, case_of(handed, found), with_limits)) if limits_of(values) else (),
        _told(handed, only_in(with_limits.findings, ready.findings)),
        _told(handed, only_in(ready.findings, with_limits.findings)))


def _held_against(handed: Handed, found: Calculated, ready: Readiness, values: Mapping[str, Value]) -> Readiness:
    """The checks of what was handed in, with the limits of the reader where any were set."""
    if not limits_of(values):
        return ready
    reader = lender_of(found.lending.lender, values, today())
    return readiness(handed.cut, found.engine, found.values, handed.day, reader)


def _own(case: Case, values: Mapping[str, Value]) -> Setback | None:
    """The row of the reader's own setback, calculated as those of the lender are."""
    if not is_setback(values):
        return None
    scenario = scenario_of(values)
    came = outcome(case.engine, evaluate_scenarios(case.engine, [scenario]))
    return setback(case, scenario, came, _("Your values"))


def _parts(values: Mapping[str, Value]) -> Iterator[str]:
    """What goes wrong, in words, one thing after the other."""
    for question in (SALES, COSTS, LATER, CREDIT):
        value = values.get(question.key)
        if isinstance(value, (int, float)):
            yield _part(question, value)


def _part(question: Question, value: float) -> str:
    more, less = WORDS[question.key]
    return _(less if value < 0 else more).format(value=once(question, abs(value), g.language, _))


def _signals(own: Case, as_handed_in: Case, ready: Readiness) -> Iterator[Beside]:
    for mine, theirs, each in zip(own.review.signals, as_handed_in.review.signals, ready.signals, strict=True):
        yield Beside(mine, theirs, why_address(each.figures, ""))


def _told(handed: Handed, findings: tuple[Finding, ...]) -> tuple[Told, ...]:
    return tuple(finding_told(each, "", handed.record) for each in findings)
