"""Costs, people and things as the engine takes them; an amount that nobody gave yet is zero."""

from typing import Any

from financial_models.assumptions import CasualWork, Cost, Employee, Equipment

from .taken import Taken

USUAL_LIFE = {
    "formation": "formation_costs", "rights": "software", "works": "commercial_buildings", "machines": "machinery",
    "computers": "computers", "furniture": "furniture", "vehicles": "vehicles", "bicycles": "bicycles",
}
"""The figure of law (under depreciation.life) that holds where nobody said how long a thing serves."""


def spending(taken: Taken) -> dict[str, Any]:
    """What the business pays for, by the name of its list in the assumptions."""
    return {
        "costs": taken.rows(Cost, "costs", amount=0.0),
        "employees": taken.rows(Employee, "employees", gross=0.0),
        "casual_work": taken.rows(CasualWork, "casual_work", hours=0.0, cost_per_hour=0.0),
        "equipment": tuple(_thing(taken, row) for row in taken.complete("equipment")),
    }


def _thing(taken: Taken, row: str) -> Equipment:
    usual = USUAL_LIFE[str(taken.plan.value("equipment[].kind", row))]
    unanswered = {"price": 0.0, "life_years": taken.rate(f"depreciation.life.{usual}")}
    return taken.row(Equipment, "equipment", row, **{**unanswered, **taken.fields("equipment[]", row)})
