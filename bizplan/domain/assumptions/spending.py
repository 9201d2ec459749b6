"""Costs, people and things as the engine takes them; an amount that nobody gave yet is zero."""

from typing import Any

from financial_models.assumptions import CasualWork, Cost, Employee, Equipment

from .taken import Taken

USUAL_LIFE = {
    "formation": "formation_costs", "rights": "software", "works": "commercial_buildings", "machines": "machinery",
    "computers": "computers", "furniture": "furniture", "car": "vehicles", "van": "vehicles", "bicycles": "bicycles",
}
"""The figure of law (under depreciation.life) that holds where nobody said how long a thing serves."""

VAT_SHARE = {"car": "vat.car.lump_sum_share", "van": "vat.van.lump_sum_share"}
"""The share of the VAT on a vehicle that may be deducted where nobody said how much it is driven for work."""


def spending(taken: Taken) -> dict[str, Any]:
    """What the business pays for, by the name of its list in the assumptions."""
    return {
        "costs": taken.rows(Cost, "costs", amount=0.0),
        "employees": taken.rows(Employee, "employees", gross=0.0),
        "casual_work": taken.rows(CasualWork, "casual_work", hours=0.0, cost_per_hour=0.0),
        "equipment": tuple(_thing(taken, row) for row in taken.complete("equipment")),
    }


def _thing(taken: Taken, row: str) -> Equipment:
    kind = str(taken.plan.value("equipment[].kind", row))
    unanswered = {"price": 0.0, "life_years": taken.rate(f"depreciation.life.{USUAL_LIFE[kind]}")}
    if kind in VAT_SHARE:
        unanswered["vat_deductible"] = taken.rate(VAT_SHARE[kind])
    return taken.row(Equipment, "equipment", row, **{**unanswered, **taken.fields("equipment[]", row)})
