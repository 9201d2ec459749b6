"""What was typed into a workbook comes back as it was typed: straight, and after LibreOffice saved it.

For each example: the differences are the edits and nothing else, and a workbook made of the plan with them holds them.
"""

from dataclasses import replace
from datetime import date
from io import BytesIO
from random import Random

import pytest
from openpyxl import load_workbook

from bizplan import examples
from bizplan.documents.model import model_workbook
from bizplan.documents.workbook.naming import defined_name
from bizplan.documents.workbook.returned import read_workbook
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.returned import Changed, Origin, differences, fingerprint, numbers_of, of_plan, told
from bizplan.workshop import Workshop
from financial_models import build
from financial_models.assumptions import Entered
from financial_models.language import Input
from tests.agreement.libreoffice import convert

DAY = date(2027, 1, 18)
OTHERWISE = {
    Kind.AMOUNT: lambda number: round(number * 1.1 + 7.25, 2), Kind.SHARE: lambda number: round(number / 2 + 0.0125, 4),
    Kind.NUMBER: lambda number: round(number * 0.8 + 1.5, 1), Kind.TWELVE: lambda number: round(number * 0.9, 2),
}
ALONE = ("products[].price", "products[].season", "products[].price_growth", "costs[].amount", "costs[].growth",
         "employees[].gross", "equipment[].price", "loans[].rate", "household.incomes[].after", "own_money[].amount",
         "household.expenses.food", "financing.bank.opening", "products[].units", "products[].cost_per_unit")
"""Questions whose answers may be any number without another answer that says otherwise."""
MOST = 25
SEQUENCE = 7


def digest(text, purpose):
    return fingerprint([(purpose + text, [0.0])])


def line_for(inputs):
    return told(Origin(SEQUENCE, "nl", DAY, inputs), "plan", digest)


def made(plan: Plan) -> bytes:
    work = Workshop.on(plan, DAY)
    return model_workbook(work.study, work.engine, work.values, language="nl", as_of=DAY, origin=line_for)


def edits(plan: Plan, seed: str) -> dict[str, list[float]]:
    """Other numbers for some inputs that are answers, by the key of the input."""
    model = build(assumptions(plan, DAY, traced=True)).model
    lines = [line for block in model.blocks for line in block.lines if isinstance(line, Input) and not line.structure]
    found = {}
    for line in lines:
        numbers = list(line.value) if isinstance(line.value, (list, tuple)) else [line.value]
        first = numbers[0]
        if isinstance(first, Entered) and first.question in ALONE:
            change = OTHERWISE[QUESTIONS[first.question].kind]
            found[line.key] = [change(float(each)) for each in numbers]
    chosen = Random(seed).sample(sorted(found), min(MOST, len(found)))
    return {key: found[key] for key in chosen}


def typed(content: bytes, changes: dict[str, list[float]]) -> bytes:
    """The workbook after somebody typed other numbers into the cells of these inputs."""
    workbook = load_workbook(BytesIO(content))
    for key, numbers in changes.items():
        sheet, area = next(iter(workbook.defined_names[defined_name(key)].destinations))
        found = workbook[sheet][area.replace("$", "")]
        cells = found[0] if isinstance(found, tuple) else [found]
        for cell, number in zip(cells, numbers, strict=True):
            cell.value = number
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def with_changes(plan: Plan, changes) -> Plan:
    """The plan once the changes are taken over."""
    taken = {(each.question.key, each.row): Answer(each.told) for each in changes}
    return replace(plan, answers={**plan.answers, **taken})


def what_differs(plan: Plan, content: bytes):
    found = read_workbook(content)
    return differences(plan, of_plan(found.origin, "plan", SEQUENCE, digest), found.inputs, str)


@pytest.fixture(scope="module")
def workbooks(needs, tmp_path_factory):
    """For each example: its plan, the edits, and the edited workbook straight and as LibreOffice saved it."""
    folder = tmp_path_factory.mktemp("returned")
    answers = folder / "saved"
    answers.mkdir()
    plans = {name: plan_file.read(examples.text(name)) for name in examples.names()}
    changes = {name: edits(plan, name) for name, plan in plans.items()}
    for name, plan in plans.items():
        (folder / f"{name}.xlsx").write_bytes(typed(made(plan), changes[name]))
    convert(needs("soffice"), [folder / f"{name}.xlsx" for name in plans], answers, folder / "profile")
    return {name: (plan, changes[name], (folder / f"{name}.xlsx").read_bytes(),
                   (answers / f"{name}.xlsx").read_bytes()) for name, plan in plans.items()}


@pytest.mark.parametrize("name", examples.names())
def test_the_differences_are_the_edits_and_a_new_workbook_holds_them(name, workbooks):
    plan, changes, straight, saved = workbooks[name]
    assert len(changes) > 10
    for content in (straight, saved):
        found = what_differs(plan, content)
        assert [each for each in found if not isinstance(each, Changed)] == []
        told_now = sorted([each.told] if not isinstance(each.told, tuple) else list(each.told) for each in found)
        assert told_now == sorted(changes.values())
        anew = read_workbook(made(with_changes(plan, found))).inputs
        assert {key: list(anew[key].numbers) for key in changes} == changes


@pytest.mark.parametrize("name", examples.names())
def test_what_libreoffice_saves_of_a_workbook_says_of_every_other_input_what_it_was_made_with(name, workbooks):
    plan, changes, _straight, saved = workbooks[name]
    found = read_workbook(saved).inputs
    expected = {key: numbers for key, numbers in numbers_of(Workshop.on(plan, DAY).engine.model) if key not in changes}
    assert {key: found[key].numbers for key in expected} == {key: pytest.approx(each) for key, each in expected.items()}
