"""What the checks found that belongs to a gate: they advise, a coach decides."""

from dataclasses import dataclass
from itertools import islice

from flask import url_for

from bizplan.domain.coaching.gates import Place
from bizplan.domain.coaching.reviews import within
from bizplan.domain.readiness import Finding, Severity
from bizplan.domain.revisions import Record
from bizplan.storage.plans import Kept

from ..calculated import first_look, ready
from ..figures import GATES, WORST_FIRST
from ..findings_shown import Told, finding_told, reason_told, signal_told
from ..languages import N_
from ..languages import say as _

MOST = 6
LINKS = {
    "profile": ("figures.first_verdict", N_("The whole first verdict")),
    "market_and_person": ("competences.side_by_side", N_("Competences side by side")),
    "figures": ("figures.overview", N_("All figures, and why")),
    "dossier": ("reviews.overview", N_("Which parts are approved")),
}


@dataclass(frozen=True)
class Grounds:
    """What the machine says at a gate: its verdict, where it has one, what it found, and where there is more."""

    state: str
    word: str
    found: tuple[Told, ...]
    more_url: str
    more: str


def grounds(gate: Place, now: Kept, record: Record) -> Grounds:
    """What was found for a gate: the quick look for the first, signals for the figures, findings for all others."""
    endpoint, more = LINKS[gate.key]
    url = url_for(endpoint, plan=now.id)
    if gate.key == "profile":
        verdict = first_look(now, record)
        state, word = GATES[verdict.gate]
        told = [reason_told(each, now.id, record) for each in verdict.reasons]
        worst = sorted((each for each in told if not each.detail), key=lambda each: WORST_FIRST.index(each.state))
        return Grounds(state, _(word), tuple(worst[:MOST]), url, _(more))
    checked = ready(now, record)
    signals = [signal_told(each, now.id) for each in checked.signals if _belongs(each.key, gate)]
    found = (each for each in within(checked.findings, *gate.parts) if _is_told(each, gate))
    return Grounds("", "", (*signals, *(finding_told(each, now.id, record) for each in islice(found, MOST))), url,
                   _(more))


def _belongs(signal: str, gate: Place) -> bool:
    """The signal on the papers belongs to the dossier, the others to the figures."""
    return gate.key == ("dossier" if signal == "papers" else "figures")


def _is_told(finding: Finding, gate: Place) -> bool:
    """At the figures and the dossier what blocks is told, at the others what wants attention too."""
    return finding.severity is Severity.BLOCKER or (
        gate.key == "market_and_person" and finding.severity is Severity.WARNING)
