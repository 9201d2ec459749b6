"""The page on architecture follows one answer and one number: they must be those that the program calculates."""

import re
from datetime import date
from pathlib import Path

import pytest

from bizplan import examples
from bizplan.domain import answers, plan_file
from bizplan.domain.answers import Fields
from bizplan.domain.assumptions import assumptions
from bizplan.domain.living import living
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.signals import Light
from bizplan.domain.typed import Given
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


def test_the_figures_that_follow_an_answer_are_those_that_are_calculated():
    study, today = plan_file.read(examples.text("bakery").encode()), date(2026, 11, 23)
    place = ("products[].price", "flat")
    said, read = answers.said(QUESTIONS[place[0]], Fields(("٣٫٢٠",)), "ar", today)
    assert (study.value(*place), said.value, read) == (3.4, 3.2, Given(3.2))
    cheaper = Plan(study.language, {**study.answers, place: Answer(3.2)}, study.rows)
    before, after = living(study, today), living(cheaper, today)
    assert f"falls from {before.instalment.value:.2f} to {after.instalment.value:.2f}" in PAGE
    assert (before.instalment.light, after.instalment.light) == (Light.OK, Light.WARN)
    assert f"covered for {after.family.value:.0%} instead of {before.family.value:.0%}".replace("%", " %") in PAGE
    assert (f"falls to € {after.lowest_cash.value:,.0f} in March 2027 instead of € {before.lowest_cash.value:,.0f}"
            in PAGE)


def test_what_the_page_names_is_there():
    root = Path(__file__).parents[2]
    named = re.findall(r"`((?:bizplan|financial_models|templates|static|readers|blocks)/[\w/.]*)`", PAGE)
    homes = (root, root / "bizplan", root / "financial_models")
    assert len(named) > 30
    assert [each for each in named if not any((home / each).exists() for home in homes)] == []
