"""The workbook of an example plan, as a customer opens it: in their language, with its checks and its funding."""

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from bizplan import examples
from bizplan.documents.model import model_workbook
from bizplan.documents.workbook import Amount, Check, Cover, Funding, write_workbook
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.figures import HALF_A_CENT, checks
from bizplan.domain.readiness import readiness
from bizplan.translations import catalogue, translator
from financial_models import build, evaluate
from financial_models.law.lookup import parameters
from tests.agreement.market_stall import market_stall

TODAY = date(2026, 11, 24)
FIRST = {"nl": ["Voorblad", "Controles", "Invoer", "Seizoenen", "Invoer per maand", "Wettelijke cijfers", "Kalender"],
         "fr": ["Couverture", "Contrôles", "Données", "Saisons", "Données par mois", "Chiffres légaux", "Calendrier"]}

WHAT_IF = ["Scenarios", "Sensitivity", "Loan explorer"]    # they stand between the checks and the inputs
LAW = 8                                                     # where the sheet of the law stands


@pytest.fixture(scope="module", params=["nl", "fr"])
def written(request):
    study = plan_file.read(examples.text("bakery"))
    engine = build(assumptions(study, TODAY))
    values = evaluate(engine.model)
    ready = readiness(study, engine, values, TODAY)
    content = model_workbook(study, engine, values, language=request.param, as_of=TODAY, ready=ready)
    return request.param, load_workbook(io.BytesIO(content), data_only=True), ready


def texts(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_no_fixed_text_stays_english(written):
    language, book, _ = written
    own = {each.string for each in catalogue(language)}
    english = {each.id for each in catalogue(language) if each.id} - own
    assert {text for sheet in book for text in texts(sheet)} & english == set()
    assert set(book.sheetnames) & english == set()


def test_the_law_speaks_the_language_of_the_workbook(written):
    language, book, _ = written
    sheet = book.worksheets[LAW]
    told = "\n".join(texts(sheet))
    shown = {text for each in parameters() for dated in each.values
             for text in (each.label, each.basis, dated.note, dated.citation.title) if text}
    assert len({text for text in shown if text.text(language) in told}) > 50
    assert not {text for text in shown if text.en in told and text.en != text.text(language)}


def test_sheets_have_short_names_in_their_order(written):
    language, book, _ready = written
    first, _ = FIRST[language], translator(language)
    assert book.sheetnames[:10] == [*first[:2], *map(_, WHAT_IF), *first[2:]]
    assert book.sheetnames[-1] == {"nl": "Grafieken", "fr": "Graphiques"}[language]
    assert not [name for name in book.sheetnames if name[-2:] == " 2"]


def test_uses_and_sources_stand_under_the_checks(written):
    _, book, ready = written
    numbers = [row[1].value for row in book.worksheets[1].iter_rows() if isinstance(row[1].value, (int, float))]
    assert {ready.funding.needed, ready.funding.available} <= set(numbers)


def test_the_state_of_the_checks_fits_its_column(written):
    _, book, _ = written
    bad, _, good = (part.strip('"') for part in book.worksheets[1]["B3"].number_format.split(";"))
    assert book.worksheets[1].column_dimensions["B"].width >= 1.1 * max(len(bad), len(good))


def test_what_was_found_begins_on_a_page_of_its_own_in_print(written):
    language, book, _ = written
    heading = {"nl": "Bevindingen in het plan", "fr": "Constats dans le plan"}[language]
    page = book.worksheets[1]
    row = next(cell.row for cell in page["A"] if str(cell.value or "").startswith(heading))
    assert [brake.id for brake in page.row_breaks.brk] == [row - 1]


@pytest.fixture
def model():
    return market_stall()


def checked(model, check, values=None, funding=None):
    stream = io.BytesIO()
    write_workbook(model, values or evaluate(model), stream, language="en", cover=Cover("Stall", TODAY), checks=[check],
                   funding=funding)
    return load_workbook(stream, data_only=True)["Checks"]


def test_a_line_that_is_not_the_sum_of_others_fails(model):
    cash = model["purse.cash"]
    assert checked(model, Check("The same", cash, "sum", (cash,)))["D8"].value == 0
    sheet = checked(model, Check("Without what moves it", cash, "sum", (cash.opening,)))
    assert sheet["D8"].value == 1 and sheet["B8"].value > 0


def test_of_several_lines_the_worst_counts(model):
    low = evaluate(model, {"purse.start": -1e6})
    check = Check("Never below zero", model["stall.1.sales"], "not negative")
    assert checked(model, check, low)["D8"].value == 0
    assert checked(model, replace(check, others=(model["purse.cash"],)), low)["D8"].value == 1


@pytest.mark.parametrize(("amount", "said"), [(100.0, "Holds"), (99.0, "Does not hold")])
def test_sources_cover_uses_or_not(model, amount, said):
    funding = Funding((Amount("Oven", 100.0),), (Amount("Loan", amount),))
    sheet = checked(model, Check("Never empty", model["purse.cash"], "not negative"), funding=funding)
    row = next(row for row in sheet.iter_rows() if row[0].value == "Sources cover uses")
    assert (row[1].value, row[3].value) == (amount - 100, said)


def test_the_checks_of_a_plan_of_billions_hold_in_the_figures_and_in_the_workbook():
    study = plan_file.read(of_billions("bakery"))
    engine = build(assumptions(study, TODAY))
    values = evaluate(engine.model)
    found = checks(engine, values)
    assert max(each["difference"] for each in found) > HALF_A_CENT
    assert all(each["holds"] for each in found)
    content = model_workbook(study, engine, values, language="en", as_of=TODAY)
    sheet = load_workbook(io.BytesIO(content), data_only=True)["Checks"]
    assert (sheet["D8"].value, sheet["D10"].value) == (0, 0)
    assert sheet["C8"].value == found[0]["allowed"]


def test_the_checks_of_a_plan_of_common_size_allow_half_a_cent(written):
    _, book, _ = written
    assert [book.worksheets[1][f"C{row}"].value for row in (8, 9, 10, 11)] == [HALF_A_CENT] * 4


def of_billions(name):
    """An example in which every amount that may be a billion is one."""
    document = json.loads(examples.text(name))
    for product in document["products"]:
        product |= {"price": 1e9, "units": 1e9, "cost_per_unit": 123456789.01}
        product.pop("cost_share", None)
    for group in ("costs", "own_money"):
        for row in document[group]:
            row["amount"] = 1e9
    return json.dumps(document)
