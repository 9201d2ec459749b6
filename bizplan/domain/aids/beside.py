"""Beside which questions an aid is opened: one place says it, for the pages and for the tests."""

from collections.abc import Mapping

BESIDE: Mapping[str, tuple[str, ...]] = {
    "cost_price": ("products[].cost_per_unit", "products[].waste", "products[].commission"),
    "selling_price": ("products[].price", "products[].price_method"),
    "season": ("products[].season",),
    "opening_days": ("products[].open_days",),
    "capacity": ("products[].capacity", "products[].hours", "operations.minutes_a_unit"),
    "start_up_costs": ("equipment", "costs", "deposits"),
    "household_budget": ("household.expenses.rent",),
    "legal_form": ("rules.legal_form",),
    "vat_regime": ("rules.vat_regime",),
    "permits": ("rules.permits",),
    "right_to_work": ("applicant.residence.status", "applicant.residence.professional_card"),
    "loan_explorer": ("loans", "loans[].amount", "loans[].months"),
}
"""By aid: the questions (of a page only the first) and the groups for which it proposes answers or rows."""

_AID_OF = {key: aid for aid, keys in BESIDE.items() for key in keys}


def aid_beside(key: str) -> str:
    """The aid that helps with a question or with the rows of a group, or nothing."""
    return _AID_OF.get(key, "")
