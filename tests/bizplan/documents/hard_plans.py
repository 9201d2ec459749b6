"""Plans that break careless documents: with nothing in them, nothing but zeros, or as much as may be in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from typing import Any

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.plan import Answer, Plan, Translation
from bizplan.domain.questions import GROUPS, QUESTIONS, Kind
from bizplan.domain.translated import is_text
from bizplan.domain.written_values import LONGEST_LINE, LONGEST_TEXT

MOST_PRODUCTS, MOST_LOANS = GROUPS["products"].most, GROUPS["loans"].most


def read(document: dict[str, Any]) -> Plan:
    """The plan in a document."""
    return plan_file.read(json.dumps({"format": 1, "language": "nl", **document}))


def half() -> Plan:
    """An example of which every second answer is missing, and every second row."""
    whole = plan_file.read(examples.text("grocery"))
    rows = {group: ids[::2] for group, ids in whole.rows.items()}
    kept = [place for place in whole.answers if not place[1] or place[1] in rows[QUESTIONS[place[0]].group]]
    plan = replace(whole, answers={place: whole.answers[place] for place in kept[::2]}, rows=rows)
    return without_lost_references(plan)


def without_lost_references(plan: Plan) -> Plan:
    """The plan without answers that point at a row that is not there."""
    lost = [place for place, answer in plan.answers.items() if QUESTIONS[place[0]].kind is Kind.ROW
            and answer.value not in plan.row_ids(QUESTIONS[place[0]].of)]
    return replace(plan, answers={place: plan.answers[place] for place in plan.answers if place not in lost})


def zeros() -> Plan:
    """An example in which every number is the nearest to nothing that may be answered."""
    plan = plan_file.read(examples.text("grocery"))

    def smallest(key: str, answer: Answer) -> Answer:
        question = QUESTIONS[key]
        if not question.is_figure or question.low is None:
            return answer
        number = max(question.low, 0)
        return replace(answer, value=(number,) * 12 if question.kind is Kind.TWELVE else number)

    return replace(plan, answers={place: smallest(place[0], answer) for place, answer in plan.answers.items()
                                  if QUESTIONS[place[0]].kind is not Kind.PLAN_MONTH})


def negative_equity() -> Plan:
    """A company that loses more each month than its founders brought in."""
    document = json.loads(examples.text("grocery"))
    for product in document["products"]:
        product["price"] = 0.01
    for cost in document["costs"]:
        cost["amount"] = 5_000
    return read(document)


def many_products() -> Plan:
    """As many products as a plan may have."""
    return read({"products": [
        {"id": f"r{n}", "name": f"waar {n}", "price": 5 + n, "units": 10, "cost_per_unit": 1, "commission": 0.1}
        for n in range(MOST_PRODUCTS)]})


def many_loans() -> Plan:
    """As many loans as a plan may have, each over five years."""
    products = [{"id": "bread", "name": "brood", "price": 5, "units": 5_000}]
    return read({"products": products, "loans": [
        {"id": f"r{n}", "name": f"lening {n}", "amount": 1_000 + n, "rate": 0.05, "months": 60, "asked": n % 2 == 0}
        for n in range(MOST_LOANS)]})


def longest(piece: str) -> Plan:
    """An example in which every text is as long as an answer may be."""
    def text(key: str) -> str:
        length = LONGEST_TEXT if QUESTIONS[key].kind is Kind.LONG_TEXT else LONGEST_LINE
        return (piece * length)[:length]

    return said_everywhere(plan_file.read(examples.text("bakery")), text)


def said_everywhere(plan: Plan, text: Callable[[str], str]) -> Plan:
    """The plan with this text for every question that takes words, in at least one row of every group."""
    plan = replace(plan, rows={group: plan.rows.get(group) or ("r1",) for group in GROUPS})
    answers = dict(plan.answers)
    for question in QUESTIONS.values():
        for row in plan.places(question):
            if is_text(question):
                answers[question.key, row] = Answer(text(question.key))
            elif (question.key, row) in answers and question.is_figure:
                answers[question.key, row] = replace(answers[question.key, row], note=text(question.key))
    return replace(plan, answers=answers)


def naughty(texts: Sequence[str], name: str = "bakery") -> Plan:
    """An example with some of these texts in every field, another first each time, and in its translations.

    They are put in past the checks of a plan file, as if one of those were missing.
    """
    ring = cycle(texts)

    def some(_key: str) -> str:
        return "\n".join(islice(ring, 3))

    plan = said_everywhere(plan_file.read(examples.text(name)), some)
    translations = {(*place, language): Translation(some(""), "coach", True) for place, answer in plan.answers.items()
                    for language in ("nl", "fr") if isinstance(answer.value, str) and is_text(QUESTIONS[place[0]])}
    return replace(plan, translations=translations)


EDGES: dict[str, Callable[[], Plan]] = {
    "empty": lambda: read({}), "half": half, "zeros": zeros, "negative equity": negative_equity,
    "200 products": many_products, "50 loans": many_loans,
    "longest words": lambda: longest("w"), "longest texts": lambda: longest("woord "),
}
