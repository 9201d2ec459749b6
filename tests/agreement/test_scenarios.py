"""The switch of scenarios: whatever is chosen, every line of the recalculated workbook is the engine's number."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from bizplan import examples
from bizplan.documents.model import model_workbook
from bizplan.documents.setbacks import results, what_if
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.readiness.case import Calculated
from financial_models import Scenario, build, evaluate, evaluate_scenarios, named_scenarios, outcome
from financial_models.assumptions import Levers
from financial_models.language import Input
from financial_models.readers.layout import IN_FORCE, SCENARIOS, Layout
from tests.agreement.libreoffice import differences, recalculated, stored, with_inputs, with_text

TODAY = date(2026, 11, 24)
OWN = Scenario("own", sales=0.93, costs=1.04, months_later=2, credit=0.85)
OWN_CELLS = {("Scenarios", f"{column}17"): x for column, x in zip("BCDE", (-0.07, 0.04, 2, 0.85), strict=True)}
MOVED = Levers(sales_factor=1.05, cost_factor=0.98, delay=1, credit_share=0.9)


class Switched:
    """The workbook of an example, once with each scenario of its switch, as LibreOffice calculates it."""

    def __init__(self, name, folder, levers=None):
        study = plan_file.read(examples.text(name))
        given = assumptions(study, TODAY)
        self.engine = build(replace(given, levers=levers) if levers else given)
        values = evaluate(self.engine.model)
        self.switch = what_if(Calculated(study, TODAY, self.engine, values), "en")
        self.scenarios = (*named_scenarios(max(TODAY, date(2027, 1, 1))), OWN)
        self.layout = Layout(self.engine.model, switched=self.switch.levers)
        self.book, self.books = folder / f"{name}.xlsx", []
        self.book.write_bytes(model_workbook(study, self.engine, values, language="en", as_of=TODAY))
        with_inputs(self.book, folder / "own.xlsx", OWN_CELLS)
        for at, setback in enumerate(self.switch.setbacks):
            self.books.append(folder / f"{name}-{at}.xlsx")
            with_text(folder / "own.xlsx", self.books[-1], ("Scenarios", "B3"), setback.name)

    def expected(self, at):
        """Every line by month and by year in one scenario, and what comes of it."""
        values = evaluate_scenarios(self.engine, [self.scenarios[at]])
        found = {}
        for line in self.engine.model.lines:
            for sheet, row, column, numbers in () if isinstance(line, Input) else self.placed(line, values):
                cells = enumerate(numbers, column)
                found.update({(sheet.name, f"{self.layout.letters[c]}{row}"): float(x) for c, x in cells})
        came = results(outcome(self.engine, values))
        found |= {("Scenarios", f"B{22 + i}"): came[i] for i in (0, 2, 3, 4)}
        return found

    def placed(self, line, values):
        layout, model = self.layout, self.engine.model
        if line not in model.yearly:
            yield *layout.place[line], layout.column(1), values[line][:, 0]
        if line in layout.yearly_place:
            yield *layout.yearly_place[line], layout.year_column(0), values.by_year(line)[:, 0]

    def differences(self, needs, folder, places):
        """Where LibreOffice and the engine disagree, by scenario."""
        answers = recalculated(needs("soffice"), [self.books[at] for at in places], folder)
        return {at: differences(self.expected(at), stored(answer)) for at, answer in zip(places, answers, strict=True)}


def test_the_switch_recalculates_the_whole_workbook(needs, tmp_path):
    found = Switched("bakery", tmp_path)
    assert len(found.expected(1)) > 20_000
    assert found.differences(needs, tmp_path, [1, 5]) == {1: [], 5: []}


def test_before_the_switch_is_touched_the_plan_itself_is_in_force(tmp_path):
    found = Switched("bakery", tmp_path)
    before = stored(found.book)
    assert differences(found.expected(0), before) == []
    assert [before["Scenarios", f"{column}{IN_FORCE}"] for column in "BCDE"] == [1, 1, 0, 1]


def test_formulas_read_what_is_in_force_and_never_the_typed_lever(tmp_path):
    found = Switched("bakery", tmp_path)
    for line in found.switch.levers:
        sheet = found.layout.sheets[SCENARIOS, "switch"]
        assert found.layout.reference(line, sheet).row == IN_FORCE
        assert found.layout.place[line][0].title == "Inputs"


@pytest.mark.whole
@pytest.mark.parametrize("name", examples.names())
def test_every_scenario_of_every_example_agrees(name, needs, tmp_path):
    found = Switched(name, tmp_path)
    everyone = list(range(len(found.switch.setbacks)))
    assert found.differences(needs, tmp_path, everyone) == {at: [] for at in everyone}


@pytest.mark.whole
def test_a_scenario_moves_a_plan_whose_own_levers_are_moved_already(needs, tmp_path):
    found = Switched("bakery", tmp_path, MOVED)
    assert not np.isclose(outcome(found.engine, evaluate(found.engine.model)).lowest_cash, 0)
    assert found.differences(needs, tmp_path, [0, 3, 4]) == {0: [], 3: [], 4: []}
