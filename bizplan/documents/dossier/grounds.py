"""How the figures came about: every number with what it rests on, the method, and the law."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from bizplan.documents.charts import EvidenceStair
from bizplan.documents.dossier.answers import label_words, said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import bare, by_entrepreneur, chapter, not_filled_in, note, section
from bizplan.documents.dossier.grades import grade_words
from bizplan.documents.dossier.law import law_used
from bizplan.documents.dossier.method import method
from bizplan.documents.dossier.tables import DENSE, Column, Row, Table
from bizplan.domain.questions import GROUPS, PHASES, QUESTIONS, Kind, Question, fields
from bizplan.domain.recipients import TOTALS

GRADE, STAIR = 102, 31
RATED = ".entrecomp."
DITTO = "″"


def grounds_chapter(case: Case) -> list[Flowable]:
    """Assumptions, method and sources."""
    _ = case.translate
    return [
        *chapter(case, "grounds", _("How the figures came about")),
        *method(case),
        *assumptions(case),
        *law_used(case),
    ]


def assumptions(case: Case) -> list[Flowable]:
    """Every number that was entered, with its evidence and its note."""
    _ = case.translate
    heading = section(case, _("Assumptions and what they rest on"), by_entrepreneur(case))
    rows = list(assumption_rows(case))
    if not rows:
        return [*heading, *not_filled_in(case)]
    columns = [
        Column(_("Assumption"), weight=2.7),
        Column(_("Value"), weight=1.5),
        Column(width=STAIR),
        Column(_("Evidence"), width=GRADE - STAIR),
        Column(_("Note"), weight=1.6, soft=True),
    ]
    return [
        *heading,
        Table(columns, rows, case.styles, DENSE),
        note(
            case,
            _(
                "Six grades: guess, desk research, conversation, quote, test sale, contract. What nobody "
                "graded counts as a guess."
            ),
        ),
        Spacer(1, 4),
    ]


def assumption_rows(case: Case) -> Iterator[Row]:
    """The numbers by phase of the study, a row of a group under its name."""
    for phase in PHASES:
        once = [q for q in phase.questions if q.is_figure and not q.group and RATED not in q.key]
        rows = [row for question in once for row in assumption_row(case, question, "")]
        if rows:
            yield Row((case.translate(phase.title),), "part")
            yield from without_repeats(rows)
        for group in phase.groups:
            yield from group_rows(case, group.key)


def group_rows(case: Case, group: str) -> Iterator[Row]:
    """The numbers of each row of a group."""
    questions = [
        q for phase in PHASES for q in phase.questions if q.group == group and q.is_figure and not is_record(q)
    ]
    for row in case.study.row_ids(group):
        rows = [line for question in questions for line in assumption_row(case, question, row)]
        if rows:
            yield Row((part_name(case, group, row),), "part")
            yield from without_repeats(rows)


def part_name(case: Case, group: str, row: str) -> str:
    """What stands above the numbers of a row: its group and its name, or what is added up in it."""
    if case.study.is_in_totals and group in TOTALS:
        return case.translate(TOTALS[group])
    return f"{bare(case.translate(GROUPS[group].label))}: {row_name(case, group, row)}"


def row_name(case: Case, group: str, row: str) -> str:
    """What a row is called; one without a name by the row of another group that it belongs to, and its number."""
    if f"{group}[].name" in QUESTIONS:
        return str(case.study.value(f"{group}[].name", row) or row)
    number = str(case.study.row_ids(group).index(row) + 1)
    belongs = [said(case, question.key, row) for question in fields(group) if question.kind is Kind.ROW]
    return ", ".join([*filter(None, belongs), number])


def is_record(question: Question) -> bool:
    """Whether a number only records what happened and no figure follows from it."""
    return question.feeds.startswith("dossier.")


def assumption_row(case: Case, question: Question, row: str) -> Iterator[Row]:
    """One number with its evidence, where it was answered."""
    words, answer = said(case, question.key, row), case.study.answer(question.key, row)
    if words and answer is not None:
        grade = int(answer.grade)
        yield Row(
            (bare(label_words(case, question)), words, EvidenceStair(grade), grade_words(case, grade), answer.note)
        )


def without_repeats(rows: list[Row]) -> Iterator[Row]:
    """The rows of a part by what they rest on, which is said once and not again below."""
    order = list(dict.fromkeys(tuple(row.cells[3:]) for row in rows))
    above: tuple[object, ...] = ()
    for row in sorted(rows, key=lambda row: order.index(tuple(row.cells[3:]))):
        grounds = tuple(row.cells[3:])
        yield Row((*row.cells[:2], None, DITTO if grounds[1] else row.cells[3], None)) if grounds == above else row
        above = grounds
