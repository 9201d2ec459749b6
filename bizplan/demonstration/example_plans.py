"""The example plans as a demo holds them: about to begin, each as far as its study is, one a price away from enough."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from bizplan import examples
from bizplan.domain import course, plan_file
from bizplan.domain.clock import today
from bizplan.domain.living import living
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS

NEARLY = 0.97
PRICE = "products[].price"
STEPS = 14
WRITTEN, MONTHS = date(2026, 11, 1), 12
"""When the examples were written, and the months of a year."""
LAST_STAGE = len(course.STAGES)
STAGES = {"tailor": 1, "it_service": 2, "hairdresser": 3, "bicycle_repair": 4, "cleaning": 5}
"""How far the study of a demo's plan is: the number of its stages that are answered; the others are complete."""


def whole(name: str) -> Plan:
    """An example as it stands in a demo once it is complete."""
    study = _moved(plan_file.read(examples.text(name)), _months_since(WRITTEN))
    return _one_price_away(study) if name == "bakery" else study


def so_far(name: str, study: Plan) -> Plan:
    """What of an example is answered by now."""
    return _as_far_as(study, STAGES.get(name, LAST_STAGE))


def bestseller(study: Plan) -> str:
    """The row of the product that brings in most."""
    return max(study.row_ids("products"), key=lambda row: float(str(study.value("products[].units", row) or 0))
               * float(str(study.value(PRICE, row) or 0)))


def priced(study: Plan, row: str, price: float) -> Plan:
    """The plan with another price for one product."""
    old = study.answer(PRICE, row)
    answer = Answer(price, old.evidence if old else None, old.note if old else "")
    return replace(study, answers={**study.answers, (PRICE, row): answer})


def _moved(study: Plan, months: int) -> Plan:
    """The plan with all its days so many months later: a demo is always about to begin."""
    answers = {place: replace(answer, value=_later(answer.value, months)) if isinstance(answer.value, date) else answer
               for place, answer in study.answers.items()}
    return replace(study, answers=answers)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months_since(day: date) -> int:
    return (today().year - day.year) * MONTHS + today().month - day.month


def _as_far_as(study: Plan, stage: int) -> Plan:
    """What was answered by the end of a stage of the study: whoever is there has not answered the rest yet."""
    keys = {key for each in course.STAGES[:stage] for part in each.parts for page in part.pages
            for key in page.questions}
    if stage == LAST_STAGE:
        return study
    groups = {QUESTIONS[key].group for key in keys if QUESTIONS[key].group}
    return Plan(study.language, {place: answer for place, answer in study.answers.items() if place[0] in keys},
                {group: rows for group, rows in study.rows.items() if group in groups},
                {place: version for place, version in study.translations.items() if place[0] in keys})


def _one_price_away(study: Plan) -> Plan:
    """The plan with its dearest-selling product priced so low that the family is only just not covered."""
    row = bestseller(study)
    asked = study.value(PRICE, row)
    assert isinstance(asked, float | int)
    low, high = 0.0, float(asked)
    for _step in range(STEPS):
        middle = (low + high) / 2
        covered = living(priced(study, row, middle), today()).family.value
        low, high = (low, middle) if covered is None or covered >= NEARLY else (middle, high)
    return priced(study, row, round(low, 1))
