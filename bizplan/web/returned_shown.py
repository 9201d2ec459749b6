"""What was changed in a workbook, as its page tells it: by part and row, and why some of it cannot be taken over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from bizplan.domain import course
from bizplan.domain.plan import Value
from bizplan.domain.readiness.sentences import N_
from bizplan.domain.returned import Left, Line, Review, Trouble, Why
from bizplan.domain.revisions import Record

from .access import kept
from .course_shown import row_name
from .languages import say as _
from .places import question_address
from .study import is_coach
from .wording import answer_words
from .writing_rights import may_write

REASONS = {
    Why.LAW: N_("This figure comes from the law. It is not changed in one plan."),
    Why.CALCULATED: N_("This follows from other answers. Change it in the plan itself."),
    Why.FIXED: N_("This is fixed in a workbook. Change it in the plan itself."),
    Why.SCENARIO: N_("With this you try something out. It is no part of the plan."),
    Why.SEVERAL: N_("This answer stands in several cells that now say different things. Change it in the plan itself."),
    Why.GONE: N_("These cells are gone from the workbook. Take the line away in the plan itself."),
    Why.VALUE: N_("The plan does not take this number here. Look at the question to see what it takes."),
    Why.COACH: N_("Only your coach answers this. Tell your coach."),
}
TROUBLES = {
    Trouble.FORMULA: N_("This cell holds a formula. Type the number itself."),
    Trouble.TEXT: N_("This cell holds text. Type a number."),
    Trouble.DAY: N_("This cell holds a date. Type a number."),
    Trouble.YES_NO: N_("This cell holds true or false. Type a number."),
    Trouble.ERROR: N_("This cell holds an error. Type a number."),
    Trouble.EMPTY: N_("This cell is empty. Type a number, or empty the answer in the plan itself."),
    Trouble.NO_NUMBER: N_("What stands in this cell is no number that can be used."),
    Trouble.MOVED: N_("The name of this cell leads somewhere else. Make the Excel model anew and change that one."),
    Trouble.HIDDEN: N_("This cell stands on a hidden sheet. Show the sheet and send the workbook again."),
    Trouble.SHARED: N_("This cell stands for two things at once. Make the Excel model anew and change that one."),
}


@dataclass(frozen=True)
class Shown:
    """A change: the question, its row, what it was in the workbook before, what it is now, and what it would be."""

    number: int
    question: str
    row_name: str
    then: str
    now: str
    told: str
    moved: bool
    gone: bool
    suggests: bool
    url: str


@dataclass(frozen=True)
class LeftShown:
    """What cannot be taken over: its name, its cell, why, and where it is changed instead."""

    label: str
    place: str
    why: str
    link: str
    url: str


def parts_shown(record: Record, lines: Iterable[Line]) -> dict[str, list[Shown]]:
    """The changes by the title of their part of the study, in its order."""
    order = {part.key: number for number, part in enumerate(course.PARTS.values())}
    parts: dict[str, list[Shown]] = {}
    of = [(course.page_of(each.changed.question.key)[0], each) for each in lines]
    for part, each in sorted(of, key=lambda pair: (order[pair[0].key], pair[1].number)):
        parts.setdefault(_(part.title), []).append(_shown(record, each))
    return parts


def taken_shown(record: Record, lines: Iterable[Line]) -> list[Shown]:
    """The changes that were taken over."""
    return [_shown(record, each) for each in lines]


def clashes_shown(record: Record, clashes: Sequence[tuple[Line, int]]) -> list[tuple[Shown, str]]:
    """The changes that met another one, each with the address where one of both is chosen."""
    return [(_shown(record, each), url_for("history.clash", plan=kept().id, sequence=sequence))
            for each, sequence in clashes]


def left_shown(record: Record, review: Review) -> list[LeftShown]:
    """What was changed and cannot be taken over."""
    return [_left(record, each) for each in review.left]


def _shown(record: Record, line: Line) -> Shown:
    changed = line.changed

    def words(value: Value | None) -> str:
        return _("Not answered") if value is None else answer_words(changed.question, value, record)

    url = "" if line.gone else question_address(changed.question.key, changed.row, kept().id)
    return Shown(line.number, _(changed.question.wording), _row(record, changed.question.group, changed.row),
                 words(changed.then), words(line.now), words(changed.told), line.has_moved, line.gone,
                 not may_write(changed.question.key), url)


def _left(record: Record, left: Left) -> LeftShown:
    why = _(TROUBLES[left.trouble]) if left.trouble else _(REASONS[left.why])
    question = left.question
    closed = question is None or left.why in (Why.SCENARIO, Why.LAW) or (question.coach and not is_coach())
    if closed or question is None or not course.is_on_a_page(question.key):
        return LeftShown(left.label, left.place, why, "", "")
    gone = bool(question.group) and left.row not in record.rows.get(question.group, ())
    named = _row(record, question.group, left.row) if not gone else ""
    return LeftShown(left.label, left.place, why, named or _(question.wording),
                     question_address(question.key, "" if gone else left.row, kept().id))


def _row(record: Record, group: str, row: str) -> str:
    return row_name(record, group, row) if row else ""
