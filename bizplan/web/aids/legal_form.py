"""The legal form, on the web: one question at a time, each answer with its reason."""

from bizplan.domain.aids.legal_form import known_of_form

from ..languages import N_
from .tree import Branching

AID = Branching(
    "legal_form", N_("Which form suits your business?"),
    N_("Sole trader, company, or first a trial. A few questions show what fits, and why."),
    lambda opened: known_of_form(opened.record.plan))
