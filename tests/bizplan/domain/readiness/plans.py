"""A plan that nobody has anything against, and small variants of it: one thing changed at a time."""

import json
import re
from copy import deepcopy
from datetime import date
from functools import lru_cache

from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.readiness import RULES, Readiness, readiness
from bizplan.domain.readiness.case import Calculated, Case
from bizplan.domain.readiness.rule import applied
from financial_models import build, evaluate

TODAY = date(2026, 11, 23)
RULES_BY_KEY = {rule.key: rule for rule in RULES}
TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
PART = re.compile(r"([a-z_]+)(?:\[([a-z0-9_]+)\])?")


def _tested(value):
    return {"value": value, "evidence": "test_sale"}


def _offered(value):
    return {"value": value, "evidence": "quote"}


def _rows(names, **answers):
    return [{"id": f"r{number}", "name": name, **answers} for number, name in enumerate(names, 1)]


PERSON = {
    "inform": {"start": "2026-12", "consent": True},
    "applicant": {
        "born": "1990-05-01", "civil_status": "single", "income_source": "none",
        "residence": {
            "status": "recognised_refugee", "card": "b", "until": "2033-01-31", "professional_card": "exempt",
        },
        "debts": {"collective_settlement": False},
    },
    "competences": {
        "hours_a_week": 45, "work": [{"id": "shop", "job": "Repairer"}], "references": _rows(["Ann", "Bart"]),
    },
    "household": {
        "adults": 1, "children": 0, "married": False, "savings": 9000,
        "expenses": {
            "rent": 650, "energy": 120, "food": 350, "health": 60, "transport": 80, "remittances": 100, "leisure": 60,
        },
    },
}
TRADE = {
    "idea": {"sector": "repair"},
    "products": [
        {
            "id": "repair", "name": "Repair", "sold_by": "units", "units": _tested(230), "price": _tested(38.5),
            "vat": "standard", "cost_per_unit": _offered(6.2), "ramp_first": _tested(0.6), "ramp_months": _tested(4),
        }
    ],
    "market": {
        "potential_customers": 9000, "largest_customer": 0.05,
        "interviews": [{"id": f"i{number}", "who": "A neighbour", "would_buy": "yes"} for number in range(10)],
        "competitors": _rows(["North", "South", "West"], price="€ 40"),
    },
    "marketing": {"channels": ["workshop"]},
    "operations": {"premises": "rented"},
    "rules": {
        "legal_form": "sole_trader", "vat_regime": "quarterly", "category": "main",
        "permits": _rows(["Registration"], status="held"),
    },
    "costs": [
        {"id": "rent", "name": "Rent", "kind": "rent", "amount": _offered(612), "vat": "none"},
        {"id": "insured", "name": "Insurance", "kind": "insurance", "amount": _offered(83), "vat": "none"},
        {"id": "books", "name": "Accountant", "kind": "bookkeeping", "amount": _offered(121), "vat": "standard"},
    ],
    "equipment": [{"id": "bench", "name": "Bench", "price": _offered(5350), "vat": "standard", "life_years": 5}],
}
MONEY = {
    "own_money": _rows(["Savings"], amount=6000, proof="statement"),
    "loans": [
        {
            "id": "micro", "name": "Microcredit", "source": "microcredit", "profile": "microstart_jump", "asked": True,
            "amount": 9000, "rate": 0.1213, "months": 30, "purpose": "The bench and the first months",
        }
    ],
    "financing": {"guarantor_found": "yes"},
    "test_phase": {"planned": False},
    "risks": {"main": _rows(["Illness", "Fewer sales", "Theft"], chance="low", impact="high", measure="Insurance")},
    "planning": {
        "milestones": _rows(["Opening"], date="2026-12-01"), "follow_up_every": "month",
        "coach": {"advice": "go", "date": "2026-11-20"},
    },
}


@lru_cache(maxsize=1)
def _sound():
    """The sound plan as a document: texts that are asked for, and every paper in hand."""
    document = {"format": 1, "language": "en", **deepcopy(PERSON), **deepcopy(TRADE), **deepcopy(MONEY)}
    for question in QUESTIONS.values():
        once = not question.group and question.key not in ("inform.reading_language",)
        if once and question.required and question.kind in TEXTS:
            _put(document, question.key, "Written down")
        if question.key.startswith("planning.papers."):
            _put(document, question.key, "in_hand")
    _put(document, "applicant.dossier_language", "en")
    return document


def _put(document, path, answer):
    """Put an answer in its place: ``products[bread].price``; None takes it away, a new row is added."""
    *sections, last = [PART.fullmatch(part).groups() for part in path.split(".")]
    home = document
    for name, row in sections:
        home = home.setdefault(name, [] if row else {})
        if row:
            found = next((each for each in home if each["id"] == row), None)
            if found is None:
                home.append(found := {"id": row})
            home = found
    if answer is None:
        home.pop(last[0], None)
    else:
        home[last[0]] = answer


def sound(changes=None):
    """The sound plan, with some answers changed by their places."""
    document = deepcopy(_sound())
    for path, answer in (changes or {}).items():
        _put(document, path, answer)
    return plan_file.read(json.dumps(document))


def assessed(changes=None, today=TODAY) -> Readiness:
    """How ready a variant of the sound plan is."""
    return readiness(sound(changes), today=today)


def found(changes=None, today=TODAY):
    """The findings of a variant by the keys of their rules, the first of each."""
    findings = assessed(changes, today).findings
    return {finding.rule: finding for finding in reversed(findings)}


def noticed(key, changes=None, today=TODAY):
    """What one rule finds in a variant; only a rule on figures lets the plan be calculated."""
    rule = RULES_BY_KEY[key]
    case = Case(sound(changes), today)
    if rule.on_figures:
        made = build(assumptions(case.plan, today))
        case = Calculated(case.plan, today, made, evaluate(made.model))
    answer = applied(rule, case)
    assert isinstance(answer, tuple), answer
    return answer
