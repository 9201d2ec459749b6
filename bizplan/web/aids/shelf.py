"""All aids by their name in addresses."""

from collections.abc import Mapping

from . import (
    capacity,
    cost_price,
    household_budget,
    legal_form,
    loan_explorer,
    opening_days,
    permits,
    right_to_work,
    season,
    selling_price,
    start_up_costs,
    vat_regime,
)
from .opened import Aid

AIDS: Mapping[str, Aid] = {each.AID.key: each.AID for each in (
    cost_price, selling_price, season, opening_days, capacity, start_up_costs, household_budget, legal_form, vat_regime,
    permits, right_to_work, loan_explorer)}
