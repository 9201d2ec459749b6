"""Somebody who goes through the study page by page, with the answers of a plan in their head."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from bizplan.domain.course import PARTS
from bizplan.domain.plan import Answer, Plan, Value
from bizplan.domain.questions import QUESTIONS, Kind, Question
from bizplan.domain.typed import shown
from financial_models.assumptions import Grade
from tests.browser.visitor import Visitor

ADDRESS = re.compile(r"/(?P<language>\w+)/plan/(?P<plan>\w+)/study/(?P<part>\w+)/(?P<page>\w+)(/(?P<row>[\w-]+))?$")
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
NOT_GROUNDED = "household.expenses."
"""The budget of the household is one table, without room to say how one knows each amount."""
FIELDS = """() => [...new Set([...document.querySelectorAll("form[data-save] [name]")]
  .filter((each) => each.type !== "hidden").map((each) => each.name))]"""


@dataclass
class Student:
    """A visitor with a plan; ``rows`` are the ids that the application gave to the rows of that plan."""

    visitor: Visitor
    plan: Plan
    language: str
    rows: dict[tuple[str, str], str] = field(default_factory=dict)
    said: set[tuple[str, str]] = field(default_factory=set)
    visited: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """The page before them."""
        return self.visitor.page

    def go_through(self, part: str) -> None:
        """Every page of a part, from the task list to where the part ends."""
        self.visitor.press(self.page.locator(f'main .tasks a[href*="/study/{part}/"]').first)
        while (found := ADDRESS.search(self.visitor.path)) and found["part"] == part:
            self.visited.append(self.visitor.path)
            assert self.visited.count(self.visitor.path) < 60, f"{self.visitor.path} does not lead on"
            group = PARTS[part].page(found["page"]).group                                   # type: ignore[union-attr]
            if group and not found["row"]:
                self._next_row(group, f"{part}/{found['page']}")
            else:
                self._answer(group, found["row"] or "")
                self.visitor.submit()

    def _next_row(self, group: str, page: str) -> None:
        """The next row of the page, added where it is new; the next page where all are answered."""
        row = next((each for each in self.plan.row_ids(group) if (page, each) not in self.said), None)
        if row is None:
            self.visitor.submit()
            return
        self.said.add((page, row))
        if (group, row) in self.rows:
            name = self.rows[group, row]
            self.visitor.press(self.page.locator(f'main a[href$="/{page}/{name}"]').first)
            return
        self.visitor.press(self.page.locator('form[action$="/rows/add"] button'))
        found = ADDRESS.search(self.visitor.path)
        assert found and found["row"]
        self.rows[group, row] = found["row"]

    def _answer(self, group: str, place: str) -> None:
        """Every question of the page that they can answer and did not answer before."""
        row = next((own for (of, own), name in self.rows.items() if of == group and name == place), "")
        for name in self.page.evaluate(FIELDS):
            question = QUESTIONS.get(name)
            answer = self.plan.answer(name, row) if question else None
            if question and answer and (name, row) not in self.said:
                self.said.add((name, row))
                self.fill(question, answer)

    def fill(self, question: Question, answer: Answer) -> None:
        """One answer, as a person gives it, and what it rests on."""
        fields = self.page.locator(f'[name="{question.key}"]')
        if question.kind is Kind.TWELVE:
            for at, text in enumerate(shown(question, answer.value, self.language).split("\n")):
                fields.nth(at).fill(self._digits(text))
        elif question.kind is Kind.DATE:
            fields.fill(str(answer.value))
        elif question.options or question.kind in (Kind.ROW, Kind.YES_NO):
            self._choose(fields, question, answer.value)
        else:
            text = shown(question, answer.value, self.language)
            fields.fill(self._digits(text) if question.is_figure else text)
        if question.is_figure and question.kind is not Kind.TWELVE:
            self._ground(question, answer)

    def _choose(self, fields: Locator, question: Question, value: Value) -> None:
        keys = shown(question, value, self.language).split("\n")
        if question.kind is Kind.ROW:
            keys = [self.rows[question.of, key] for key in keys]
        if fields.first.evaluate("each => each.tagName") == "SELECT":
            fields.select_option(keys)
            return
        for key in keys:
            self.page.check(f'[name="{question.key}"][value="{key}"]')

    def _ground(self, question: Question, answer: Answer) -> None:
        """How they know it; nothing where it is a guess, which is what stands there, or where the page does not ask."""
        if (answer.grade is Grade.GUESS and not answer.note) or question.key.startswith(NOT_GROUNDED):
            return
        proof = self.page.locator("details.proof", has=self.page.locator(f'[name="{question.key}:evidence"]'))
        if not proof.evaluate("each => each.open"):
            proof.locator("summary").first.click()
        self.page.check(f'[name="{question.key}:evidence"][value="{int(answer.grade)}"]')
        self.page.fill(f'[name="{question.key}:note"]', answer.note)

    def _digits(self, text: str) -> str:
        return text.translate(ARABIC_DIGITS) if self.language == "ar" else text
