"""What was answered before: check your answers, the history of each, and what to do when two people said two things."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain import course
from bizplan.domain.course import PARTS
from bizplan.domain.people import Person
from bizplan.domain.questions import QUESTIONS, Page, Question
from bizplan.domain.revisions import Deed, Record, Revision, Said
from bizplan.storage import people, plans
from bizplan.storage.plans import Change

from . import forms
from .access import Entry, enters, kept, person, reading, writing
from .answering import Answering, Asked
from .course_shown import row_name
from .study import is_coach, stored

AREA = Blueprint("history", __name__, url_prefix="/<language>/plan/<plan>")
ONE_STEP = timedelta(minutes=30)


@dataclass(frozen=True)
class Step:
    """One step in the history of an answer: what stood after it, who took it and when."""

    revision: Revision
    asked: Asked
    author: str
    since: datetime


@dataclass(frozen=True)
class Checked:
    """A page of a part as its answers are checked: one list of answers, or one for each row."""

    page: Page
    rows: tuple[tuple[str, str, tuple[Asked, ...]], ...]


@AREA.get("/check/<part>")
@enters(Entry.PARTICIPANT)
def check(plan: str, part: str) -> str:
    """All answers of a part, each with the way back to its question."""
    where = PARTS.get(part)
    if where is None:
        abort(404)
    record = stored()
    shown = [page for page in where.pages if course.is_shown(record, page, coach=is_coach())]
    return render_template("history/check.html", part=where, checked=[_checked(record, page) for page in shown],
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
        names = {each: people.person(tx, each) for each in {revision.author for revision in revisions}}
    return render_template("history/answer.html", question=asked, row=row, steps=_steps(record, asked, revisions, names),
                           where=_where(asked, row), row_name=row_name(record, asked.group, row) if row else "")


@AREA.post("/history/<question>/restore", defaults={"row": ""})
@AREA.post("/history/<question>/<row>/restore")
@enters(Entry.PARTICIPANT)
def restore(plan: str, question: str, row: str) -> Response:
    """An earlier answer stands again, as a new revision."""
    asked = _question(question)
    with writing() as tx:
        wanted = request.form.get("sequence", "")
        found = next((each for each in plans.history(tx, plan, asked.key, row) if str(each.sequence) == wanted), None)
        if found is None:
            abort(404)
        _put(tx, asked, row, found.said)
    return redirect(url_for("history.answer", plan=plan, question=question, row=row))


@AREA.route("/clash/<int:sequence>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def clash(plan: str, sequence: int) -> Response | str:
    """Two people said two things: what I said, what they said and what it was; one of them is chosen."""
    with reading() as tx:
        mine = next(iter(plans.since(tx, plan, sequence - 1)), None)
        if mine is None or mine.sequence != sequence or not mine.proposal or mine.question not in QUESTIONS:
            abort(404)
        theirs = next(each for each in plans.history(tx, plan, mine.question, mine.row) if not each.proposal)
        author = people.person(tx, theirs.author)
        was = plans.record(tx, kept(), mine.base).said(mine.question, mine.row)
    asked = QUESTIONS[mine.question]
    if request.method == "POST":
        return _chosen(asked, mine, theirs, request.form.get("keep", ""))
    record = stored()
    return render_template(
        "history/clash.html", question=asked, mine=_shown(record, asked, mine.row, mine.said), mine_at=mine.at,
        theirs=_shown(record, asked, mine.row, theirs.said), theirs_at=theirs.at, author=author,
        was=_shown(record, asked, mine.row, was), form=forms.Answers())


def _chosen(asked: Question, mine: Revision, theirs: Revision, keep: str) -> Response:
    if keep == "mine":
        with writing() as tx:
            _put(tx, asked, mine.row, mine.said)
    elif keep != "theirs":
        abort(400)
    return redirect(_where(asked, mine.row))


def _put(tx: plans.Transaction, asked: Question, row: str, said: Said) -> None:
    newest = plans.plan(tx, kept().id)
    assert newest is not None
    plans.save(tx, newest.id, person().id, Change(Deed.ANSWER, asked.key, row, said, base=newest.sequence))


def _question(key: str) -> Question:
    asked = QUESTIONS.get(key)
    if asked is None or (asked.coach and not is_coach()):
        abort(404)
    return asked


def _where(asked: Question, row: str) -> str:
    """The page on which a question is asked."""
    part, page = course.page_of(asked.key)
    more = {"row": row} if row else {}
    return url_for("study.row" if row else "study.page", plan=kept().id, part=part.key, page=page.key, **more)


def _steps(record: Record, asked: Question, revisions: tuple[Revision, ...],
           names: dict[str, Person | None]) -> list[Step]:
    """Revisions with one author's autosaves within half an hour folded into one step."""
    steps: list[Step] = []
    for each in revisions:
        last = steps[-1] if steps else None
        if last and last.revision.author == each.author and not each.proposal and not last.revision.proposal \
                and last.since - _at(each) < ONE_STEP:
            steps[-1] = Step(last.revision, last.asked, last.author, _at(each))
            continue
        author = names.get(each.author)
        steps.append(Step(each, _shown(record, asked, each.row, each.said), author.name if author else "", _at(each)))
    return steps


def _shown(record: Record, asked: Question, row: str, said: Said) -> Asked:
    once = Record(record.language, {(asked.key, row): Revision(Deed.ANSWER, asked.key, row, said)}, record.rows)
    return Answering(kept(), once, g.language, row).asked(asked)


def _at(revision: Revision) -> datetime:
    assert revision.at is not None
    return revision.at


def _checked(record: Record, page: Page) -> Checked:
    places = record.rows.get(page.group, ()) if page.group else ("",)
    rows = tuple((row, row_name(record, page.group, row) if page.group else "",
                  tuple(Answering(kept(), record, g.language, row).asked(question)
                        for question in course.asked(record, page, row, coach=is_coach())))
                 for row in places)
    return Checked(page, rows)


