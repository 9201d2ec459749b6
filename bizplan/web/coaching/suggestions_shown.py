"""A suggestion beside the answer that it is about: what stands, what is suggested, why, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import g, render_template, request, url_for
from markupsafe import Markup

from bizplan.domain import course
from bizplan.domain.answers import is_same
from bizplan.domain.coaching.suggestions import Difference, State, difference, whole
from bizplan.domain.people import Role
from bizplan.domain.questions import GROUPS, QUESTIONS, Kind, Question, fields
from bizplan.domain.revisions import Record, Revision, Said
from bizplan.storage import Transaction, plans, suggestions
from bizplan.storage.suggestions import Suggestion

from .. import authors
from ..access import kept, person, reading
from ..answers_shown import words_of
from ..course_shown import row_name
from ..display import apart, moment
from ..languages import N_
from ..languages import say as _
from ..places import question_address
from ..study import stored
from ..wording import grade_word
from .suggesting import SUGGESTION

TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
STATES = {
    State.OPEN: ("talk", N_("Not decided yet")), State.ACCEPTED: ("ok", N_("Taken over")),
    State.CHANGED: ("ok", N_("Used with changes")), State.DECLINED: ("none", N_("The other answer stayed")),
    State.WITHDRAWN: ("none", N_("Taken back by the coach")),
}


@dataclass(frozen=True)
class Shown:
    """A suggestion as a page tells it.

    ``was`` is the answer that the coach saw, where it changed since; ``beside`` what else would change, as a label,
    what is and what is suggested; ``gone`` says that its row was removed; ``seen`` is the sequence of the answer now;
    ``change`` is where it is changed before it is used.  Of a row ``question`` is the group, and ``answers`` are all
    that is suggested in it: each its question, what it says, and what it rests on.
    """

    id: str
    question: str
    row_name: str
    coach: Markup
    at: Markup
    texts: Difference
    beside: tuple[tuple[str, str, str], ...]
    reason: str
    was: str | None
    state: tuple[str, str]
    is_open: bool
    gone: bool
    mine: bool
    seen: int
    where: str
    change: str = ""
    answers: tuple[tuple[str, str, str], ...] = ()


def is_told(suggestion: Suggestion) -> bool:
    """Whether the study still asks the question, or has the group, so that the suggestion can be told."""
    key = suggestion.revision.question
    if suggestion.is_row:
        return key in GROUPS and course.is_on_a_page(fields(key)[0].key)
    return key in QUESTIONS and course.is_on_a_page(key)


def shown(tx: Transaction, record: Record, suggestion: Suggestion, coach: str) -> Shown:
    """A suggestion in words, beside the answer as it stands, or stood where it is decided."""
    if suggestion.is_row:
        return _row_shown(record, suggestion, coach)
    revision, question = suggestion.revision, QUESTIONS[suggestion.revision.question]
    was = plans.said(tx, suggestion.plan, question.key, revision.row, revision.base)
    now = record.said(question.key, revision.row) if suggestion.is_open else was
    words = words_of(record, question, now), words_of(record, question, revision.said)
    gone = bool(question.group) and revision.row not in record.rows.get(question.group, ())
    state, told = STATES[suggestion.state]
    where = "" if gone else question_address(question.key, revision.row, suggestion.plan)
    return Shown(
        suggestion.id, _(question.wording), row_name(record, question.group, revision.row) if revision.row else "",
        apart(coach or _("your coach")), moment(suggestion.at, g.language),
        difference(*words) if question.kind in TEXTS else whole(*words), _beside(now, revision.said),
        suggestion.reason, None if is_same(was, now) else words_of(record, question, was), (state, _(told)),
        suggestion.is_open, gone, suggestion.author == person().id, record.sequence_of(question.key, revision.row),
        where, where and f"{where}?{SUGGESTION}={suggestion.id}")


def _row_shown(record: Record, suggestion: Suggestion, coach: str) -> Shown:
    """A suggested row in words, as the plan would have it."""
    revision, supposed = suggestion.revision, record.supposing(suggestion.revisions)
    part, page = course.page_adding(revision.question)
    state, told = STATES[suggestion.state]
    asked = {each.key: each for each in fields(revision.question)}
    return Shown(
        suggestion.id, _(GROUPS[revision.question].label), row_name(supposed, revision.question, revision.row),
        apart(coach or _("your coach")), moment(suggestion.at, g.language), whole("", ""), (), suggestion.reason, None,
        (state, _(told)), suggestion.is_open, False, suggestion.author == person().id, 0,
        url_for("study.page", plan=suggestion.plan, part=part.key, page=page.key),
        url_for("suggested_rows.change", plan=suggestion.plan, suggestion=suggestion.id),
        tuple(_in_row(supposed, asked[each.question], each) for each in suggestion.answers if each.question in asked))


def _in_row(supposed: Record, question: Question, told: Revision) -> tuple[str, str, str]:
    """An answer in a suggested row: its question, what it says, and what a number rests on."""
    resting = (grade_word(int(told.said.evidence)) if told.said.evidence and question.is_figure else "", told.said.note)
    return _(question.wording), words_of(supposed, question, told.said), " · ".join(filter(None, resting))


def _beside(now: Said, suggested: Said) -> tuple[tuple[str, str, str], ...]:
    """What would change beside the answer: what it rests on, and what was seen or heard."""
    grades = tuple(grade_word(int(each.evidence or 1)) for each in (now, suggested))
    notes = tuple(each.note or _("nothing") for each in (now, suggested))
    told = ((_("How do you know?"), *grades), (_("What did you see or hear?"), *notes))
    return tuple((label, old, new) for label, old, new in told if old != new)


def beside_answer(question: str, row: str) -> Markup | str:
    """The suggestions on one answer that nobody decided."""
    return _all_of([each for each in _open() if each.revision.place == (question, row)])


def below_rows(group: str) -> Markup | str:
    """The rows that are suggested in a group, and that nobody decided about."""
    return _all_of([each for each in _open() if each.is_row and each.revision.question == group])


def _all_of(here: Sequence[Suggestion]) -> Markup | str:
    """Suggestions below each other, each with what can be done."""
    if not here:
        return ""
    record = stored()
    with reading() as tx:
        found = [shown(tx, record, each, authors.name_of(tx, each.author)) for each in here]
    return Markup(render_template("coaching/suggestions_beside.html", shown=found, may_decide=is_owner(),      # noqa: S704
                                  changing=request.args.get(SUGGESTION, "")))


def above_tasks() -> Markup | str:
    """How many suggestions wait for a decision."""
    found = _open()
    return Markup(render_template("coaching/suggestions_above.html", count=len(found), plan=kept().id,          # noqa: S704
                                  may_decide=is_owner())) if found else ""


def is_owner() -> bool:
    """Whether the reader decides about suggestions: the entrepreneur whose plan it is."""
    return bool(g.role is Role.ENTREPRENEUR)


def _open() -> tuple[Suggestion, ...]:
    """The open suggestions of the plan, read once for a page."""
    if "suggestions" not in g:
        with reading() as tx:
            g.suggestions = tuple(each for each in suggestions.open_in(tx, kept().id) if is_told(each))
    found: tuple[Suggestion, ...] = g.suggestions
    return found
