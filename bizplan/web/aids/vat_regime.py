"""The VAT regime, on the web: one question at a time, each answer with its reason."""

from bizplan.domain.aids.vat_regime import known_of_vat

from ..languages import N_
from .tree import Branching

AID = Branching(
    "vat_regime", N_("How will you pay VAT?"),
    N_("Not at all, every quarter or every month. A few questions show what fits, and why."),
    lambda opened: known_of_vat(opened.record.plan, opened.today))
