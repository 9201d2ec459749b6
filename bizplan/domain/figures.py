"""The figures of a plan as plain data: every line by its key, what it comes to, and what wants care.

This is what ``bizplan figures`` prints and what other programs read; keys are a promise, amounts are in
euros and not rounded, a figure that has no value is null.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from financial_models import Plan, Values, outcome
from financial_models.appraisal import NotDefined
from financial_models.assumptions import Entered
from financial_models.language import Input, Line, Table, YearColumn
from financial_models.law import CarriedForward, DueForRecheck, PendingReform, Rate, Unverified, caution

FORMAT = 1
HALF_A_CENT = 0.005
NOISE = 1e-12
"""The share of the largest amount by which a check may be off: on billions, floats cannot tell half a cent."""


def figures(engine: Plan, values: Values, *, scenario: str, today: date) -> dict[str, Any]:
    """All figures of one evaluation of a plan, ready to be written as JSON."""
    span = engine.model.span
    lines = [line for line in engine.model.lines if not isinstance(line, Input)]
    return {
        "format": FORMAT, "scenario": scenario, "checked_on": today.isoformat(),
        "months": [f"{span.calendar_year(m)}-{span.month_of_year(m):02d}" for m in range(1, span.horizon + 1)],
        "years": [_year(year) for year in span.years()],
        "lines": {line.key: _line(engine, values, line) for line in lines},
        "inputs": {line.key: _input(line, today) for line in engine.model.lines if isinstance(line, Input)},
        "ratios": {line.name: [_number(x) for x in values.series(line)] for line in engine.statements.year_ratios.lines
                   if not isinstance(line, Input)},
        "outcome": {name: _plain(value) for name, value in vars(outcome(engine, values)).items()},
        "checks": checks(engine, values),
    }


def as_json(document: dict[str, Any]) -> str:
    """Figures as JSON, a line of the model on a line of the text."""
    parts = [f"{json.dumps(name)}: {_listed(part)}" for name, part in document.items()]
    return "{\n" + ",\n".join(parts) + "\n}"


def _listed(part: Any) -> str:
    if not isinstance(part, dict):
        return _in_one_line(part)
    return "{\n" + ",\n".join(f" {json.dumps(name)}: {_in_one_line(value)}" for name, value in part.items()) + "\n}"


def _in_one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def checks(engine: Plan, values: Values) -> list[dict[str, Any]]:
    """What must hold in every month of every plan, with the largest difference found and the one allowed."""
    s, bank = engine.statements, engine.parts.money.overdraft
    on_sheet = values.series(s.balance_sheet.bank) - values.series(s.balance_sheet.overdrawn)
    by_flow = values.at(bank.cash, 0) + values.series(s.cash_flow.movement).cumsum()
    found = {"balance_sheet_closes": values.series(s.balance_sheet.gap),
             "cash_flow_agrees_with_the_balance_sheet": on_sheet - by_flow}
    most = allowed(values, largest(engine))
    worst = {name: float(abs(gap).max()) for name, gap in found.items()}
    return [{"check": name, "difference": gap, "allowed": most, "holds": gap <= most} for name, gap in worst.items()]


def largest(engine: Plan) -> tuple[Line, ...]:
    """The lines in which the largest amounts of a business stand: what it has, owes, receives and pays."""
    sheet, flow = engine.statements.balance_sheet, engine.statements.cash_flow
    return sheet.assets, sheet.debts, flow.business_in, flow.business_out


def allowed(values: Values, lines: Sequence[Line]) -> float:
    """What a check may be off by: half a cent, or more where the amounts of these lines are of many billions."""
    return max([HALF_A_CENT, *(NOISE * float(abs(values.series(line)).max()) for line in lines)])


def _year(year: YearColumn) -> dict[str, Any]:
    return {"kind": year.kind, "year": year.number, "first_month": year.first, "last_month": year.last}


def _line(engine: Plan, values: Values, line: Line) -> dict[str, Any]:
    told: dict[str, Any] = {"label": line.label, "unit": line.unit.key}
    if line in engine.model.yearly:
        return {**told, "by_year": [_number(x) for x in values.series(line)]}
    told["by_month"] = [_number(x) for x in values.series(line)]
    if line.yearly != "none":
        told["by_year"] = [_number(x) for x in values.by_year(line)[:, 0]]
    return told


def _input(line: Input, today: date) -> dict[str, Any]:
    numbers = list(line.value) if isinstance(line.value, (list, tuple)) else [line.value]
    told: dict[str, Any] = {"label": line.label, "unit": line.unit.key}
    several = isinstance(line, Table) or len(numbers) > 1
    told["value"] = [_number(x) for x in numbers] if several else _number(numbers[0])
    first = numbers[0] if numbers else None
    if isinstance(first, Entered):
        told["answer"] = {"question": first.question, "row": first.row, "evidence": first.grade.name.lower(),
                          "note": first.note}
    rates = [x for x in numbers if isinstance(x, Rate)]
    if rates:
        told["law"] = [_rate(x, today) for x in dict.fromkeys(rates)]
    return told


def _rate(rate: Rate, today: date) -> dict[str, Any]:
    return {"key": rate.key, "value": float(rate), "since": rate.since.isoformat(), "source": rate.source.en,
            "link": rate.link, "status": rate.status, "care": [care(reason) for reason in caution(rate, today) or ()]}


def care(reason: object) -> str:
    """Why a figure of law wants care, in a word that programs can read."""
    match reason:
        case CarriedForward(year):
            return f"carried forward from {year}"
        case DueForRecheck(since):
            return f"to be checked again since {since.isoformat()}"
        case PendingReform(name):
            return f"pending reform {name}"
        case Unverified():
            return "unverified"
    raise TypeError(reason)


def _number(value: Any) -> float | None:
    number = float(value)
    return number if math.isfinite(number) else None


def _plain(value: Any) -> Any:
    if isinstance(value, NotDefined):
        return None
    if isinstance(value, tuple):
        return [_plain(x) for x in value]
    return _number(value) if isinstance(value, float) else value
