"""What somebody takes along from the application, held against what the command line says of their plan."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator

from bizplan.domain import plan_file
from bizplan.domain.clock import today
from bizplan.domain.plan import Plan, Value
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.translations import translator
from bizplan.workshop import Workshop
from financial_models.readers import numerals
from financial_models.readers.layout import Layout, letters
from tests.agreement.libreoffice import stored
from tests.browser.installation import ROOT
from tests.browser.student import NOT_GROUNDED
from tests.browser.visitor import Visitor
from tests.pages import plain

LONGEST_WAIT = 90_000
SPACES = re.compile(r"\s+")
NOT_ASKED = "test_phase"
EVEN = 1
"""The number of a usual month: a year of them stands on the page until somebody draws another."""
Row = str | int
Told = dict[tuple[str, Row], tuple[Any, ...]]


@dataclass(frozen=True)
class Papers:
    """A plan file with the workbook and the dossier that were made of it, in the language of both."""

    plan: Path
    workbook: Path
    dossier: Path
    language: str

    def figures(self) -> dict[str, Any]:
        """What ``bizplan figures`` prints."""
        printed = subprocess.run([sys.executable, "-m", "bizplan.cli", "figures", str(self.plan)], cwd=ROOT,
                                 capture_output=True, check=True, encoding="utf-8").stdout
        found: dict[str, Any] = json.loads(printed)
        return found

    def check_workbook(self) -> None:
        """Every line, every month: the same number to a millionth."""
        figures = self.figures()
        engine = Workshop.on(plan_file.load(self.plan), today()).engine
        model, levers = engine.model, engine.parts.start.levers
        switched = (levers.sales_factor, levers.cost_factor, levers.delay, levers.credit_share)
        layout, cells, held = Layout(model, translator(self.language), switched), stored(self.workbook), 0
        for key, told in figures["lines"].items():
            if "by_month" not in told:
                continue
            sheet, row = layout.place[model[key]]
            found = [cells.get((sheet.name, f"{letters(layout.column(month))}{row}"))
                     for month in range(1, len(told["by_month"]) + 1)]
            for one, other in zip(found, told["by_month"], strict=True):
                if one is not None and other is not None:
                    assert abs(one - other) <= 1e-6 * max(1.0, abs(other)), f"{key}: {one} in the workbook, {other}"
                    held += 1
        assert held > 100 * len(figures["months"])

    def check_dossier(self, pdftotext: str) -> None:
        """The lowest cash, the result and the assets of every year."""
        words, figures = words_of(self.dossier, pdftotext), self.figures()
        years = sum(year["kind"] == "plan" for year in figures["years"])
        lines = [figures["lines"][key]["by_year"][:years] for key in ("profit.result", "balance_sheet.assets")]
        for amount in (figures["outcome"]["lowest_cash"], *lines[0], *lines[1]):
            written = SPACES.sub(" ", numerals.amount(abs(float(amount)), self.language, 0)).strip("€ ")
            assert written in words, f"{written} does not stand in the dossier"


def take(visitor: Visitor, plan: str, kind: str, language: str, folder: Path) -> Path:
    """Has a document made, waits for it and takes it along."""
    visitor.open(f"{plan}dossier/")
    form = visitor.page.locator(f'form:has(input[name=kind][value="{kind}"])')
    form.locator("select[name=document_language]").select_option(language)
    if kind == "workbook":                                  # with every line of the household, as the plan file has it
        form.locator("select[name=recipient]").select_option("self")
    visitor.press(form.locator("button"))
    link = visitor.page.locator('main a.btn[href$="/file"]:visible')
    link.wait_for(timeout=LONGEST_WAIT)
    return saved(visitor, link, folder / kind)


def saved(visitor: Visitor, link: Locator, place: Path) -> Path:
    """What a link downloads, in a place."""
    with visitor.page.expect_download() as found:
        link.click()
    found.value.save_as(place)
    return place


def words_of(document: Path, pdftotext: str) -> str:
    """What stands in a PDF, without marks of direction and with one space between words."""
    printed = subprocess.run([pdftotext, "-layout", str(document), "-"], capture_output=True, check=True,
                             encoding="utf-8").stdout
    return plain(printed)


def told(plan: Plan, *, asked_only: bool = False) -> Told:
    """The answers of a plan, with the place of a row for its id: two plans that say the same are equal."""
    said: Told = {}
    for (key, row), answer in plan.answers.items():
        question = QUESTIONS[key]
        if key.startswith(NOT_ASKED) or (asked_only and (question.coach or not plan.is_asked(question, row))):
            continue
        value = _at(plan, question.of, answer.value) if question.kind is Kind.ROW else answer.value
        if question.kind is Kind.TWELVE and set(value) == {EVEN}:
            continue
        value = frozenset(value) if question.kind is Kind.CHOICES else value
        grounded = question.is_figure and question.kind is not Kind.TWELVE and not key.startswith(NOT_GROUNDED)
        grade = answer.grade if grounded else None
        said[key, _at(plan, question.group, row)] = (value, grade, answer.note if grade else "")
    return said


def _at(plan: Plan, group: str, row: Value) -> Row:
    return plan.row_ids(group).index(str(row)) if group else str(row)
