"""What reviews and gates share on a page: how a plan was judged, who coaches it, and what changed since, in words."""

from dataclasses import dataclass
from datetime import datetime

from flask import g

from bizplan.domain.coaching.changed_since import Changed, RowDeed, answers_changed
from bizplan.domain.coaching.judged import Judged
from bizplan.domain.coaching.reviews import places
from bizplan.domain.course import Part
from bizplan.domain.questions import GROUPS, QUESTIONS, Question, fields
from bizplan.domain.revisions import Deed, Record, Said
from bizplan.domain.typed import Given, Nothing, remark
from bizplan.storage import judgements, people, plans

from ..access import kept, reading
from ..answers_shown import words_of
from ..course_shown import row_name
from ..languages import N_
from ..languages import say as _
from ..places import question_address
from ..study import is_coach
from ..wording import grade_word, spoken

ROW_WORDS = {Deed.ADD: N_("Added"), Deed.MOVE: N_("Moved"), Deed.REMOVE: N_("Removed")}


@dataclass(frozen=True)
class Difference:
    """One thing that changed: what it is called, where it is, what it was and is, who did it and when."""

    label: str
    row: str
    url: str
    before: str
    now: str
    is_back: bool
    author: str
    at: datetime | None


@dataclass(frozen=True)
class Differences:
    """What changed since a sequence, and whether the coach changed something that only coaches read."""

    shown: tuple[Difference, ...]
    of_coach_only: bool


def judged() -> Judged:
    """All that was judged of the plan of the address; read once for a page."""
    found: Judged | None = g.get("judged")
    if found is None:
        with reading() as tx:
            found = g.judged = judgements.judged(tx, kept().id)
    return found


def differences(record: Record, since: int, *parts: Part) -> Differences:
    """What changed in parts of the plan since a sequence; entrepreneurs see nothing that only coaches answer."""
    groups = {key for part in parts for key in places(part) if key in GROUPS}
    with reading() as tx:
        before = plans.record(tx, kept(), since)
        rows = judgements.rows_changed(tx, kept().id, groups, since)
        found = tuple(answers_changed(before, record, *parts))
        authors = {*(each.author for each in rows), *(each.author for each in found)}
        called = {each.id: each.name for each in (people.person(tx, author) for author in authors) if each}
    shown = (*(_row(before, record, each, called) for each in rows if _is_open(*fields(each.group))),
             *(_answer(before, record, each, called) for each in found if _is_open(QUESTIONS[each.question])))
    return Differences(shown, len(shown) < len(rows) + len(found))


def written(text: str, *, wanted: str = "") -> tuple[str, str]:
    """What somebody wrote as it is kept, and what is to be said of it; ``wanted`` is said where nothing was."""
    read = remark(text)
    if isinstance(read, Given):
        return str(read.value), ""
    if isinstance(read, Nothing):
        return "", _(wanted) if wanted else ""
    return "", spoken(read)


def _is_open(*asked: Question) -> bool:
    """Whether this reader may see it: an answer or a row that only coaches fill in is theirs."""
    return is_coach() or any(not question.coach for question in asked)


def _answer(before: Record, record: Record, each: Changed, called: dict[str, str]) -> Difference:
    question = QUESTIONS[each.question]
    name = row_name(record, question.group, each.row) if each.row else ""
    return Difference(
        _(question.wording), name, question_address(each.question, each.row, kept().id),
        _said(before, each.question, each.before), _said(record, each.question, each.now), each.is_back,
        called.get(each.author, ""), each.at)


def _row(before: Record, record: Record, each: RowDeed, called: dict[str, str]) -> Difference:
    is_new = each.row not in before.rows.get(each.group, ())
    deed = Deed.ADD if is_new and each.deed is Deed.MOVE else each.deed
    name = row_name(before if deed is Deed.REMOVE else record, each.group, each.row)
    return Difference(_(GROUPS[each.group].label), name, "", "", _(ROW_WORDS[deed]), is_back=False,
                      author=called.get(each.author, ""), at=each.at)


def _said(record: Record, key: str, said: Said) -> str:
    """An answer with what it rests on."""
    question = QUESTIONS[key]
    words = words_of(record, question, said)
    resting = (grade_word(int(said.evidence)) if said.evidence and question.is_figure else "", said.note)
    return " · ".join((words, *filter(None, resting)))
