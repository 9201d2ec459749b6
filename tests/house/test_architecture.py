"""The page on architecture follows one number: it must be the number that the program calculates."""

from datetime import date
from pathlib import Path

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.translations import translator
from financial_models import build, evaluate, why
from financial_models.readers.formulas import Formulas
from financial_models.readers.layout import Layout

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "architecture.md").read_text(encoding="utf-8").split())
AUGUST = 8


@pytest.fixture(scope="module")
def bakery():
    return build(assumptions(plan_file.read(examples.text("bakery").encode()), date(2026, 11, 23)))


def test_the_number_is_the_one_that_is_calculated(bakery):
    values = evaluate(bakery.model)
    bags, net = (values.at(key, AUGUST) for key in ("demand.flat.units", "sales.flat.net"))
    assert f"August of the first year: {bags:,.1f} bags, € {net:,.2f} without VAT" in PAGE


def test_the_formula_is_the_one_in_the_workbook(bakery):
    formulas = Formulas(bakery.model, Layout(bakery.model))
    inside = formulas.of(bakery.model["sales.flat.net"], AUGUST).split(" / ")[0]
    assert f"`{inside} / (…))`" in PAGE


def test_the_words_are_those_of_the_explanation(bakery):
    told = why(evaluate(bakery.model), bakery.model["sales.flat.revenue"], AUGUST, language="en",
               translate=translator("en"))
    assert f"“{' '.join(told.sentence.split(': ', 1)[1].split())}”" in PAGE
