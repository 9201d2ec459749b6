"""How ready a plan is: what is missing, contradictory or implausible, worst first, each with where to mend it.

``readiness(plan, today=date(2026, 12, 1))`` answers with the findings, the five signals of the credit summary,
uses and sources, completeness by section and the evidence behind the sales; ``sentence(finding, "nl", translate)``
says a finding or a signal in a language.
"""

from .assessment import Readiness, readiness
from .evidence import EvidenceSpread
from .finding import Figure, Finding, Place, Severity, Skipped
from .funding import Entry, Funding
from .lending import Lending, asked_loans, lending, lending_of
from .papers import Papers
from .rules import RULES
from .sections import Completeness
from .sentences import phrase, sentence
from .signals import Light, Signal

__all__ = [
    "RULES", "Completeness", "Entry", "EvidenceSpread", "Figure", "Finding", "Funding", "Lending", "Light", "Papers",
    "Place", "Readiness", "Severity", "Signal", "Skipped", "asked_loans", "lending", "lending_of", "phrase",
    "readiness", "sentence",
]
