"""What was answered before: check your answers, the history of each, and what to do when two people said two things."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain import course
from bizplan.domain.clock import HERE
from bizplan.domain.course import PARTS
from bizplan.domain.questions import QUESTIONS, Page, Question
from bizplan.domain.revisions import Deed, Record, Revision, Said
from bizplan.storage import Transaction, plans
from bizplan.storage.plans import Change

from . import display, writing_rights
from .access import Entry, enters, kept, person, reading, writing
from .answers_shown import Checked, Line, checked, line_of, words_of
from .authors import Authors, authors_of
from .course_shown import row_name
from .display import fill
from .languages import say as _
from .places import question_address
from .study import is_coach, stored, title_of
from .writing_rights import may_write

AREA = Blueprint("history", __name__, url_prefix="/<language>/plan/<plan>")
ONE_STEP = timedelta(minutes=30)
LATELY = timedelta(days=7)
MOST_CHANGES = 30


@dataclass(frozen=True)
class Step:
    """One step in the history of an answer: what stood after it, who took it and when."""

    revision: Revision
    author: Markup
    since: datetime
    remark: str = ""


@dataclass(frozen=True)
class Side:
    """One of the answers between which is chosen: what it says, who gave it and when."""

    key: str
    answer: str
    who: Markup


@dataclass(frozen=True)
class Told:
    """A step as a page tells it."""

    author: Markup
    at: Markup
    answer: str
    note: str
    restore_url: str
    now: bool
    remark: str = ""
    more_url: str = ""


@AREA.get("/check/<part>")
@enters(Entry.PARTICIPANT)
def check(plan: str, part: str) -> str:
    """All answers of a part, each with the way back to its question."""
    where = PARTS.get(part)
    if where is None:
        abort(404)
    record = stored()
    shown = [page for page in where.pages if course.is_shown(record, page, coach=is_coach())]
    told = [_checked(record, page) for page in shown]
    asked = [line.key for each in told for _row, _name, lines in each.rows for line in lines]
    return render_template("history/check.html", part=where, checked=told, asked=asked,
                           parts=list(PARTS.values()), state=course.state_of_part(record, where, coach=is_coach()))


@AREA.get("/history/<question>", defaults={"row": ""})
@AREA.get("/history/<question>/<row>")
@enters(Entry.PARTICIPANT)
def answer(plan: str, question: str, row: str) -> str:
    """The history of one answer, the newest first."""
    asked = _question(question)
    record = stored()
    with reading() as tx:
        revisions = plans.history(tx, plan, asked.key, row)
        authors = authors_of(tx, kept(), revisions)
    steps = _steps(revisions, authors)
    return render_template("history/answer.html", question=asked, where=question_address(asked.key, row, plan),
                           steps=[_told(record, each, steps, authors) for each in steps],
                           row_name=row_name(record, asked.group, row) if row else "")


@AREA.get("/changes")
@enters(Entry.PARTICIPANT)
def changes(plan: str) -> str:
    """What was answered since a day, or in the last seven, the newest first, each with what it was before."""
    record = stored()
    with reading() as tx:
        places = plans.changed_since(tx, plan, _since(tx.now), MOST_CHANGES)
        found = [(QUESTIONS[key], row, plans.history(tx, plan, key, row)) for key, row in places if _is_open(key)]
        authors = authors_of(tx, kept(), (each for _q, _r, told in found for each in told))
    shown = []
    for asked, row, revisions in found:
        steps = _steps(revisions, authors)
        shown.append((asked, row_name(record, asked.group, row) if row else "", question_address(asked.key, row, plan),
                      [_told(record, each, steps, authors) for each in steps[:2]]))
    return render_template("history/changes.html", plan=plan, title=title_of(record), changes=shown)


@AREA.post("/history/<question>/restore", defaults={"row": ""})
@AREA.post("/history/<question>/<row>/restore")
@enters(Entry.PARTICIPANT)
def restore(plan: str, question: str, row: str) -> Response:
    """An earlier answer stands again, as a new revision."""
    asked = _question(question)
    writing_rights.check(question)
    with writing() as tx:
        wanted = request.args.get("sequence", "")
        found = next((each for each in plans.history(tx, plan, asked.key, row) if str(each.sequence) == wanted), None)
        if found is None:
            abort(404)
        suggested = authors_of(tx, kept(), (found,)).theirs.get(found.sequence)
        if suggested is not None and suggested.is_open:     # it is taken over where it can be seen beside the answer
            return redirect(url_for("suggestions.one", plan=plan, suggestion=suggested.id))
        _put(tx, asked, row, found.said)
    return redirect(url_for("history.answer", plan=plan, question=question, row=row))


@AREA.route("/clash/<int:sequence>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def clash(plan: str, sequence: int) -> Response | str:
    """Two people said two things: what I said, what they said and what it was; one of them is chosen."""
    with reading() as tx:
        mine = plans.revision(tx, plan, sequence) if sequence <= kept().sequence else None
        if mine is None or not mine.proposal:
            abort(404)
        asked = _question(mine.question)
        theirs = plans.newest(tx, plan, mine.question, mine.row)
        authors = authors_of(tx, kept(), filter(None, (mine, theirs)))
        was = plans.said(tx, plan, mine.question, mine.row, mine.base)
    if sequence in authors.theirs:
        return redirect(url_for("suggestions.one", plan=plan, suggestion=authors.theirs[sequence].id))
    if theirs is None:
        abort(404)
    if request.method == "POST":
        writing_rights.check(asked.key)
        return _chosen(asked, mine, theirs, request.form.get("keep", ""))
    record = stored()
    return render_template(
        "history/clash.html", question=asked, may_choose=may_write(asked.key),
        mine=Side("mine", words_of(record, asked, mine.said), _who(mine, authors)),
        theirs=Side("theirs", words_of(record, asked, theirs.said), _who(theirs, authors)),
        before=Side("before", words_of(record, asked, was), Markup("")))


def _since(now: datetime) -> datetime:
    """The day that the address names, where it is further back than seven days."""
    try:
        day = datetime.strptime(request.args.get("since", ""), "%Y-%m-%d").replace(tzinfo=HERE)
        return min(day.astimezone(UTC), now - LATELY)
    except (ValueError, OverflowError):
        return now - LATELY


def _who(revision: Revision, authors: Authors) -> Markup:
    """Who said it and when: to whoever reads it "you", where they did."""
    return fill(_("{name}, {moment}"), name=authors.who(revision, person().id), moment=_when(revision))


def _chosen(asked: Question, mine: Revision, theirs: Revision, keep: str) -> Response:
    if keep == "mine":
        with writing() as tx:
            _put(tx, asked, mine.row, mine.said)
    elif keep != "theirs":
        abort(400)
    return redirect(question_address(asked.key, mine.row, kept().id))


def _put(tx: Transaction, asked: Question, row: str, said: Said) -> None:
    newest = plans.plan(tx, kept().id)
    assert newest is not None
    plans.save(tx, newest.id, person().id, Change(Deed.ANSWER, asked.key, row, said, base=newest.sequence))


def _question(key: str) -> Question:
    asked = QUESTIONS.get(key)
    if asked is None or not _is_open(key):
        abort(404)
    return asked


def _steps(revisions: tuple[Revision, ...], authors: Authors) -> list[Step]:
    """Revisions with one author's autosaves within half an hour folded into one step."""
    steps: list[Step] = []
    for each in revisions:
        last = steps[-1] if steps else None
        if last and last.revision.author == each.author and not each.proposal and not last.revision.proposal \
                and last.since - _at(each) < ONE_STEP and authors.kind(last.revision) == authors.kind(each):
            steps[-1] = replace(last, since=_at(each))
            continue
        steps.append(Step(each, authors.who(each), _at(each), authors.remark(each)))
    return steps


def _told(record: Record, step: Step, steps: list[Step], authors: Authors) -> Told:
    each = step.revision
    now = next((other for other in steps if not other.revision.proposal), None)
    suggested = authors.theirs.get(each.sequence)
    is_open = suggested is not None and suggested.is_open
    url = "" if step is now or is_open or not may_write(each.question) else url_for(
        "history.restore", plan=kept().id, question=each.question, row=each.row, sequence=each.sequence)
    more = url_for("suggestions.one", plan=kept().id, suggestion=suggested.id) if suggested else ""
    return Told(step.author, _when(each), words_of(record, QUESTIONS[each.question], each.said), each.said.note, url,
                now=step is now, remark=step.remark, more_url=more)


def _when(revision: Revision) -> Markup:
    return display.moment(_at(revision), g.language)


def _is_open(key: str) -> bool:
    """Whether a page of the study asks it of this reader."""
    return key in QUESTIONS and course.is_on_a_page(key) and (is_coach() or not QUESTIONS[key].coach)


def _at(revision: Revision) -> datetime:
    assert revision.at is not None
    return revision.at


def _checked(record: Record, page: Page) -> Checked:
    """The answers of a page, each with the ways to change it and to see what it was before."""
    return checked(record, page, coach=is_coach(), line=lambda question, row: _line(record, question, row))


def _line(record: Record, question: Question, row: str) -> Line:
    said = record.said(question.key, row)
    return replace(
        line_of(record, question, row), edit_url=question_address(question.key, row, kept().id),
        history_url=url_for("history.answer", plan=kept().id, question=question.key, row=row)
        if not said.is_empty else "",
        edit="" if may_write(question.key) else _("Suggest another answer"))
