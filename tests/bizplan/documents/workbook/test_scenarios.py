"""The switch, its table of results, the table of sensitivity and the notes, as they stand in the workbook."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from bizplan import examples
from bizplan.documents.model import model_workbook
from bizplan.documents.setbacks import results, scenario_name, sensitivity
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.plan import Plan
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.swings import swings
from bizplan.translations import translator
from financial_models import build, evaluate, evaluate_scenarios, named_scenarios, outcome
from financial_models.assumptions import Grade
from financial_models.law import lender
from financial_models.readers.layout import quoted
from tests.bizplan.documents.workbook.package_rules import Package

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def case():
    study = plan_file.read(examples.text("bakery"))
    engine = build(assumptions(study, TODAY))
    return Calculated(study, TODAY, engine, evaluate(engine.model))


@pytest.fixture(scope="module", params=["en", "ar"])
def book(request, case):
    content = model_workbook(case.plan, case.engine, case.values, language=request.param, as_of=TODAY)
    return request.param, load_workbook(io.BytesIO(content)), load_workbook(io.BytesIO(content), data_only=True)


def test_the_switch_offers_each_scenario_of_the_lender_and_the_lender_s_own_values(book):
    language, formulas, values = book
    _, sheet = translator(language), values.worksheets[2]
    names = [scenario_name(each, language, _) for each in named_scenarios(TODAY)]
    assert [sheet[f"A{row}"].value for row in range(12, 18)] == [*names, _("The lender’s own values")]
    assert sheet["B3"].value == names[0] and not sheet["B3"].protection.locked
    (rule,) = (each for each in formulas.worksheets[2].data_validations.dataValidation if "B3" in str(each.sqref))
    assert (rule.type, rule.formula1) == ("list", "$A$12:$A$17")


def test_how_far_a_scenario_goes_comes_from_the_lender_and_says_so(book):
    sheet, stress = book[2].worksheets[2], lender("blank", TODAY).threshold
    assert sheet["B13"].value == pytest.approx(-stress("stress_sales"))
    assert sheet["C14"].value == pytest.approx(stress("stress_costs"))
    assert (sheet["D15"].value, sheet["E16"].value) == (stress("stress_delay"), stress("stress_credit"))
    source = stress("stress_sales").source.text(book[0])
    assert source in sheet["F13"].value


def test_only_the_switch_and_the_own_values_may_be_changed_there(book):
    sheet = book[1].worksheets[2]
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {"B3", "C3", "D3", "E3", "B17", "C17", "D17", "E17"}
    assert {name for name in book[1].defined_names if name.startswith("scenario.")} == {
        "scenario.chosen", *(f"scenario.own.{lever}" for lever in ("sales", "costs", "delay", "credit"))}


def test_the_levers_of_the_plan_keep_their_names_on_the_sheet_of_inputs(book):
    names = book[1].defined_names
    for lever in ("sales_factor", "cost_factor", "delay", "credit_share"):
        ((sheet, _place),) = names[f"in.levers.{lever}"].destinations
        assert sheet == book[1].worksheets[5].title


def test_each_sheet_says_in_its_repeated_rows_which_scenario_is_on(book):
    formulas = book[1]
    switch = f"={quoted(formulas.worksheets[2].title)}$B$3"
    for sheet in formulas.worksheets[3:-1]:
        if sheet.print_title_rows and sheet.print_title_rows.startswith("$1:"):
            said = [cell for row in sheet["1:4"] for cell in row if cell.value == switch]
            assert len(said) == 1, sheet.title
            assert said[0].coordinate in {str(each.sqref) for each in sheet.conditional_formatting}
    for sheet in formulas.worksheets[:2]:
        assert any(cell.value == switch for row in sheet["A1:B12"] for cell in row)


def test_the_results_of_all_scenarios_stand_beside_the_live_one(book, case):
    sheet = book[2].worksheets[2]
    for column, scenario in zip("CDEFG", named_scenarios(TODAY), strict=True):
        found = results(outcome(case.engine, evaluate_scenarios(case.engine, [scenario])))
        assert [sheet[f"{column}{row}"].value for row in (22, 24, 25, 26)] == pytest.approx(
            [found[0], found[2], found[3], found[4]])
    assert [sheet[f"B{row}"].value for row in range(22, 29)] == [sheet[f"C{row}"].value for row in range(22, 29)]
    assert "2026" in sheet["C21"].value


def test_an_arabic_workbook_runs_from_right_to_left(book):
    language, formulas, _values = book
    assert {bool(sheet.sheet_view.rightToLeft) for sheet in formulas} == {language == "ar"}
    orders = {chart.x_axis.scaling.orientation for chart in formulas.worksheets[-1]._charts}
    assert orders == {"maxMin" if language == "ar" else "minMax"}


def test_an_input_shows_its_evidence_in_a_note_and_in_columns(book):
    sheet = book[1].worksheets[5]
    notes = [(cell, cell.comment.text) for row in sheet.iter_rows() for cell in row if cell.comment]
    assert len(notes) > 30
    assert all(len(text) <= 1_000 for _cell, text in notes)
    beside = [(text, sheet.cell(cell.row, 4).value) for cell, text in notes if sheet.cell(cell.row, 4).value]
    assert beside and all(grade in text for text, grade in beside)


def test_the_foot_of_a_page_says_whose_plan_it_is_the_sheet_and_the_page(book):
    for sheet in book[1]:
        foot = sheet.oddFooter
        assert foot.center.text == "&A" and {foot.left.text, foot.right.text} > {"&P / &N"}
        assert "Bakkerij Zeven Zaden" in foot.left.text + foot.right.text


def test_the_heaviest_swing_stands_first_and_goes_as_far_as_its_evidence(case):
    found = swings(case)
    weights = [each.weight for each in found]
    assert weights == sorted(weights, reverse=True) and len(found) > 10
    open_by = {Grade.QUOTE: 0.05, Grade.TEST_SALE: 0.1, Grade.CONTRACT: 0.02}
    graded = [each for each in found if each.grade in open_by]
    assert graded
    for each in graded:
        assert (each.less.by, each.more.by) == (-open_by[each.grade], open_by[each.grade])


def test_a_swing_of_a_lever_is_that_scenario(case):
    less = next(each.less for each in swings(case) if each.line.key == "levers.sales_factor")
    assert less.outcome == outcome(case.engine, evaluate_scenarios(case.engine, [named_scenarios(TODAY)[1]]))


def test_the_table_of_sensitivity_has_a_row_for_each_swing(book, case):
    sheet, made = book[2].worksheets[3], sensitivity(case, book[0])
    weights = [sheet.cell(row, 11).value for row in range(8, 8 + len(made.variations))]
    assert weights == pytest.approx([each.weight for each in made.variations])
    assert "2026" in sheet["A2"].value


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_plan_in_which_nothing_is_answered_has_its_switch_and_explorer_too(language):
    study = Plan(language)
    engine = build(assumptions(study, TODAY))
    content = model_workbook(study, engine, evaluate(engine.model), language=language, as_of=TODAY)
    assert Package(io.BytesIO(content)).faults() == []
    values = load_workbook(io.BytesIO(content), data_only=True)
    assert values.worksheets[2]["B5"].value == 1
    assert values.worksheets[4]["B5"].value == 0
