"""The course of the study as its pages show it: the task list, where one is, and the rows of a group."""

from dataclasses import dataclass

from bizplan.domain import course
from bizplan.domain.course import STAGES, Part, Stage, State
from bizplan.domain.questions import GROUPS, QUESTIONS, Kind, Page, Question, fields
from bizplan.domain.revisions import Record

from .languages import say as _

FACTS = 2
"""How many answers a closed row shows beside its name."""


@dataclass(frozen=True)
class Task:
    """A part on the task list."""

    part: Part
    state: State
    done: int
    of: int
    first: Page


@dataclass(frozen=True)
class Place:
    """Where in a part a page is."""

    number: int
    of: int


@dataclass(frozen=True)
class Row:
    """A row of a group as its list shows it."""

    id: str
    name: str
    facts: tuple[tuple[Question, object], ...]
    is_complete: bool


def task_list(record: Record, *, coach: bool) -> list[tuple[Stage, list[Task]]]:
    """All parts by stage, each with how far it is."""
    return [(stage, [_task(record, part, coach=coach) for part in stage.parts]) for stage in STAGES]


def place(record: Record, part: Part, page: Page, *, coach: bool) -> Place:
    """Where one is, counting the pages that ask anything of this reader."""
    shown = [each for each in part.pages if each is page or course.is_shown(record, each, coach=coach)]
    return Place(shown.index(page) + 1, len(shown))


def rows_shown(record: Record, page: Page) -> tuple[Row, ...]:
    """The rows of a page's group, in order."""
    return tuple(_row(record, page, row) for row in record.rows.get(page.group, ()))


def removed_row(record: Record, page: Page, row: str) -> Row | None:
    """A row that was just removed and can be taken back."""
    fields_of_row = [key for key, place in record.answers if place == row and key.startswith(f"{page.group}[].")]
    if not row or not fields_of_row or row in record.rows.get(page.group, ()):
        return None
    return Row(row, row_name(record, page.group, row), (), is_complete=True)


def row_name(record: Record, group: str, row: str) -> str:
    """What a row is called: what was written in its first line of text, else its group and number."""
    named = next((each for each in fields(group) if each.kind is Kind.TEXT), None)
    value = record.said(named.key, row).value if named else None
    if isinstance(value, str) and value.strip():
        return value
    number = record.rows.get(group, ()).index(row) + 1 if row in record.rows.get(group, ()) else 0
    return f"{_(GROUPS[group].label)} {number}"


def _task(record: Record, part: Part, *, coach: bool) -> Task:
    shown = [page for page in part.pages if course.is_shown(record, page, coach=coach)]
    done = sum(course.state(record, part, page) is State.OK for page in shown)
    opened = next((page for page in shown if course.state(record, part, page) is not State.OK), shown[0])
    return Task(part, course.state_of_part(record, part, coach=coach), done, len(shown), opened)


def _row(record: Record, page: Page, row: str) -> Row:
    asked = course.asked(record, page, row)
    said = [(question, record.said(question.key, row)) for question in asked]
    figures = tuple((question, record.plan.value(question.key, row)) for question, each in said
                    if question.is_figure and question.kind is not Kind.TWELVE and each.value is not None)
    complete = not any(QUESTIONS[question.key].required and each.is_empty for question, each in said)
    return Row(row, row_name(record, page.group, row), figures[:FACTS],
               complete and not any(each.is_unread for _question, each in said))
