"""Findings, signals and reasons as pages tell them: what is so, why, and where it is changed."""

from dataclasses import dataclass

from flask import g

from bizplan.domain.profile import Reason
from bizplan.domain.readiness import Finding, Signal, phrase
from bizplan.domain.readiness.finding import Figure, Place, Severity
from bizplan.domain.revisions import Record

from .languages import say as _
from .places import address_of, figure_address
from .wording import spoken

OF_ONE_PRODUCT = ("margin_of_product", "capacity")
STATES = {Severity.BLOCKER: "stop", Severity.WARNING: "warn", Severity.REMARK: "none"}
MOST_PLACES = 2


@dataclass(frozen=True)
class Told:
    """A finding, signal or reason, with where it is changed and what explains it."""

    state: str
    sentence: str
    places: tuple[tuple[str, str], ...] = ()
    title: str = ""
    why: str = ""
    detail: bool = False
    rule: str = ""


def signal_told(signal: Signal, plan: str) -> Told:
    """A signal: its question, and the reason for its light."""
    return Told(signal.light.value, spoken(signal), (), _(signal.question), why_address(signal.figures, plan))


def finding_told(finding: Finding, plan: str, record: Record) -> Told:
    """A finding: what was found as its title, what it means and what mends it below."""
    rest = " ".join(phrase(text, finding.values, g.language, _) for text in (finding.means, finding.mend) if text)
    return Told(STATES[finding.severity], rest, places_told(finding.places, plan, record),
                phrase(finding.found, finding.values, g.language, _), why_address(finding.figures, plan),
                rule=finding.rule)


def reason_told(reason: Reason, plan: str, record: Record) -> Told:
    """A reason of the first verdict; what is fine of a single product is a detail."""
    state = reason.light.value if reason.light else "none"
    return Told(state, spoken(reason), places_told(reason.missing or reason.places, plan, record),
                why=why_address(reason.figures, plan), detail=state == "ok" and reason.key in OF_ONE_PRODUCT)


def places_told(places: tuple[Place, ...], plan: str, record: Record, most: int = MOST_PLACES) -> tuple[
        tuple[str, str], ...]:
    """What places are called, each with the address of its page."""
    found = (address_of(place, plan, record) for place in places[:most])
    return tuple(each for each in found if each)


def why_address(figures: tuple[Figure, ...], plan: str) -> str:
    """The address of the explanation of the first figure."""
    for figure in figures[:1]:
        when = f"year-{figure.year}" if figure.year else str(figure.month or 1)
        return figure_address(figure.line, when, plan)
    return ""
