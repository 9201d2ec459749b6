"""An officer asks entrepreneur and coach, reads what they answer, asks on, and closes what is clear.

Whoever reads by a link asks as well, and sees what was asked by that link.
"""

from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.coaching import Subject
from bizplan.domain.lending.questions import LenderQuestion, Side
from bizplan.domain.lending.standing import shown
from bizplan.domain.revisions import Record
from bizplan.storage import Transaction, lender_questions, lending_desk
from bizplan.storage.attempts import Limit

from .. import access, signing
from ..access import Entry, enters, reading, writing
from ..languages import say as _
from ..readers import visit
from . import asked_forms, handed
from .asked_forms import Written
from .desk import name_of
from .lenders_shown import lender_name
from .told import ASKS, subject_label
from .withdrawn import is_withdrawn, the_end, to_its_end, without_answers

BY_LINK = Limit("ask by a link", 30, timedelta(hours=1))
AREA = Blueprint("lender_questions", __name__, url_prefix="/<language>/lending/<application>/questions")


@AREA.get("/")
@enters(Entry.READER)
def every(application: str) -> str:
    """All that was asked about an application, with the answers, and the form to ask more."""
    return _page(asked_forms.beginning())


@AREA.post("/ask")
@enters(Entry.READER)
def ask(application: str) -> Response | tuple[str, int]:
    """Asks something: an answer, a paper or a newer version, by a day where one is named."""
    if ended := to_its_end():
        return ended
    written = asked_forms.read(Side.LENDER)
    if written.asked is None:
        return _page(written), 422
    _hold_back()
    with writing() as tx:
        if is_withdrawn(tx):
            return the_end()
        made = lender_questions.ask(tx, access.application(), written.asked)
    flash(_("It is asked. The entrepreneur and the coach see it now."), "ok")
    return redirect(f"{url_for('lender_questions.every', application=application)}#ask-{made}")


@AREA.post("/<question>/say")
@enters(Entry.READER)
def say(application: str, question: str) -> Response | tuple[str, int]:
    """Asks on, or explains."""
    if ended := to_its_end():
        return ended
    written = asked_forms.read(Side.LENDER, name=f"say-{question}")
    if written.asked is None:
        with reading() as tx:
            _found(tx, question)
        return _page(written, question), 422
    _hold_back()
    with writing() as tx:
        if is_withdrawn(tx):
            return the_end()
        lender_questions.say(tx, _found(tx, question), written.asked)
    flash(_("Your words are saved."), "ok")
    return redirect(f"{url_for('lender_questions.every', application=application)}#ask-{question}")


@AREA.post("/<question>/close")
@enters(Entry.ITS_OFFICER)
def close(application: str, question: str) -> Response:
    """What was asked is clear."""
    with writing() as tx:
        lender_questions.settle(tx, _found(tx, question))
    flash(_("The question is closed."), "ok")
    return redirect(f"{url_for('lender_questions.every', application=application)}#ask-{question}")


def _page(written: Written, at: str = "") -> str:
    by_link = visit()
    with reading() as tx:
        asked = lender_questions.questions_of(tx, access.application().id, by_link.link if by_link else "")
        each = lending_desk.in_hand(tx, access.application())
        lender = lender_name(tx, access.application())
    if not shown(each.application):
        asked = tuple(without_answers(one, withdrawn=each.judged.is_withdrawn) for one in asked)
    chosen = asked_forms.subject_of(written.about)
    record = _read(chosen, *(one.about for one in asked))
    is_listed = any(written.about == part.key for part in asked_forms.parts())
    return render_template(
        "lending/questions.html", title=name_of(each), asked=asked, written=written, at=at, lender=lender,
        kinds=asked_forms.kinds(), parts=asked_forms.parts(), side=Side.LENDER, words={
            each: _(words) for each, words in ASKS.items()},
        about="" if is_listed or chosen is None else subject_label(chosen, record, as_printed=True),
        today=today(),
        label=lambda subject: subject_label(subject, record, as_printed=True),
        application=access.application().id, new_key=Written().key, by_link=by_link is not None,
        withdrawn=each.judged.is_withdrawn)


def _read(*subjects: Subject | None) -> Record | None:
    """What was handed in, where one of these is about a row of it and it can be read: the row has its name there."""
    is_wanted = any(each and each.row for each in subjects) and access.application().newest
    return handed.newest().record if is_wanted else None


def _hold_back() -> None:
    """Whoever holds a link asks so much in an hour and no more; raises TooManyRequests."""
    by_link = visit()
    if by_link:
        signing.hold_back((BY_LINK, by_link.link))


def _found(tx: Transaction, question: str) -> LenderQuestion:
    found = lender_questions.question(tx, question)
    by_link = visit()
    if found is None or found.application != access.application().id or (by_link and found.link != by_link.link):
        abort(404)
    return found
