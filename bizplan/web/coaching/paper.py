"""A visit on paper: the open questions printed in two languages, entered afterwards; one page for the conversation."""

import logging

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.documents.paper import Paper, Printed, write_paper
from bizplan.domain.clock import today
from bizplan.domain.coaching.paper import MOST, Sheet, at_once, sheet, sheets
from bizplan.domain.course import PARTS, Part
from bizplan.domain.revisions import Record
from bizplan.storage import agenda, people, plans
from bizplan.storage.database import NotSaved
from bizplan.translations import LANGUAGES

from .. import forms
from ..access import Entry, config, enters, kept, reading
from ..answering import Outcome
from ..course_shown import row_name
from ..languages import OWN_NAMES
from ..study import stored, title_of
from ..troubles import RETRY_AFTER
from . import conversation, entering, suggesting

LOG = logging.getLogger("bizplan")
AREA = Blueprint("paper", __name__, url_prefix="/<language>/plan/<plan>/paper")
WHOLE = "all"
USUAL = "nl"


@AREA.get("")
@enters(Entry.PARTICIPANT)
def choose(plan: str) -> str:
    """What can be printed: the parts with open questions, in one's own language and another."""
    record = stored()
    found = sheets(record)
    return render_template(
        "coaching/paper.html", plan=plan, title=title_of(record), sheets=found, whole=at_once(found),
        key_of_whole=WHOLE, beside=_beside(), names=OWN_NAMES, most=MOST)


@AREA.get("/<part>.pdf")
@enters(Entry.PARTICIPANT)
def printed(plan: str, part: str) -> Response:
    """The open questions of a part, or of as many parts as one paper holds, to be printed."""
    record = stored()
    found = at_once(sheets(record)) if part == WHOLE else (sheet(record, _part(part)),)
    with reading() as tx:
        requests = tuple(each.text for each in agenda.open_talks(tx, plan) if each.is_request)
    made = write_paper(Paper(
        title_of(record), tuple(dict.fromkeys((g.language, _beside()))),
        tuple(Printed(each, _address(plan, each)) for each in found if each.slots), requests, record.sequence, today(),
        lambda group, row: row_name(record, group, row), record.rows))
    answer = Response(made, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="bizplan-{part if part in PARTS else WHOLE}.pdf"'
    return answer


@AREA.route("/<part>/enter", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def enter(plan: str, part: str) -> AnyResponse | str | tuple[str, int, dict[str, str]]:
    """The questions of a printed sheet in one form, with the numbers that stand on it; saved as every answer is."""
    where, record = _part(part), stored()
    printed_ = _sheet(record, where)
    if request.method == "GET":
        return _form(plan, record, printed_, entering.shown(record, printed_))
    entries = entering.typed(record, printed_)
    try:
        outcomes = entering.save(record, entries)
        fresh = stored()
        entering.pass_pages(fresh, printed_)
    except NotSaved as error:
        LOG.error("not saved: %s", error)
        return _form(plan, record, printed_, entries, afresh=False), 503, {"Retry-After": RETRY_AFTER}
    if any(each.clash or each.asked.problem for each in outcomes):
        return _form(plan, fresh, printed_, entries, outcomes)
    return redirect(url_for("history.check", plan=plan, part=part))


@AREA.get("/summary")
@enters(Entry.PARTICIPANT)
def summary(plan: str) -> str:
    """One page for the conversation, to be printed or looked at together: nothing on it is for one side only."""
    record = stored()
    return render_template("coaching/summary.html", plan=plan, title=title_of(record), beside=_beside(),
                           said=conversation.in_both(_beside()), **conversation.told(plan, record))


def _form(plan: str, record: Record, printed_: Sheet, entries: tuple[entering.Entry, ...],
          outcomes: list[Outcome] | None = None, *, afresh: bool = True) -> str:
    clashes = [(each.asked.question, url_for("history.clash", plan=plan, sequence=each.clash.mine.sequence))
               for each in outcomes or () if each.clash]
    return render_template(
        "coaching/enter.html", plan=plan, part=printed_.part, sheet=printed_, record=record, entries=entries,
        together=entering.grouped(record, entries), clashes=clashes, asked=" ".join(each.slot.name for each in entries),
        base=record.sequence if afresh else request.form.get("base", ""),
        bases={} if afresh else entering.bases(entries),
        suggests=suggesting.why(each.slot.question for each in entries) is not None)


def _sheet(record: Record, part: Part) -> Sheet:
    """The sheet whose number was given, else the one that would be printed now."""
    number = request.args.get("sheet", "")
    if not (number.isascii() and number.isdigit()) or forms.sequence(number) >= record.sequence:
        return sheet(record, part)
    with reading() as tx:
        return sheet(plans.record(tx, kept(), forms.sequence(number)), part)


def _part(key: str) -> Part:
    found = PARTS.get(key)
    if found is None:
        abort(404)
    return found


def _address(plan: str, of: Sheet) -> str:
    """The whole address of the page on which a sheet is entered."""
    return config().url + url_for("paper.enter", plan=plan, part=of.part.key, sheet=of.sequence)


def _beside() -> str:
    """The other language: the one that was chosen, else the entrepreneur's own, else Dutch."""
    wished = request.args.get("with", "")
    if wished in LANGUAGES:
        return wished
    with reading() as tx:
        owner = people.person(tx, kept().owner)
    theirs = owner.language if owner and owner.language in LANGUAGES else USUAL
    return theirs if theirs != g.language else USUAL
