"""The Excel model comes back: what was changed in it is shown, and taken over line by line by whoever sent it."""

from datetime import timedelta

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.documents.received import Unsafe
from bizplan.documents.workbook.returned import LARGEST, REASONS, read_workbook
from bizplan.domain.readiness.sentences import N_
from bizplan.domain.released import released
from bizplan.domain.returned import Line, Misplaced, Review, Wrong, differences, lines, of_plan
from bizplan.storage import plans
from bizplan.storage import returned as returned_workbooks
from bizplan.storage.attempts import Limit
from bizplan.storage.returned import Waiting
from bizplan.translations import translator

from . import forms, signing
from .access import Entry, enters, kept, person, reading, storage, takes_file, writing
from .languages import say as _
from .returned_shown import clashes_shown, left_shown, parts_shown, taken_shown
from .study import is_coach, stored
from .taking_back import take_over
from .wording import grades

AREA = Blueprint("returned", __name__, url_prefix="/<language>/plan/<plan>/workbook")
OF_PERSON = Limit("workbook", 30, timedelta(hours=1))
ON_A_PAGE = 40
NO_FILE = N_("Choose the Excel model first, then send it.")
PLACED = {
    Wrong.UNSAID: N_("This workbook does not say from which plan it was made. Make the Excel model on this page, "
                     "change that one in Excel or LibreOffice, and send it."),
    Wrong.OTHER_PLAN: N_("This workbook belongs to another plan. Open that plan and send it there."),
    Wrong.OTHER_VERSION: N_("Another version of this application made this workbook. Make the Excel model anew, "
                            "change that one and send it."),
    Wrong.TOO_NEW: N_("This workbook is newer than the plan. Make the Excel model anew, change that one and send it."),
}
NOTHING = N_("This workbook says what the plan says. There is nothing to take over.")
OVER = N_("This is decided already, or it was too long ago. Send the workbook again if you need it.")
NOTHING_TAKEN = N_("Nothing was taken over. The plan stays as it is.")
NONE_TICKED = N_("Tick what you want to take over. Nothing was changed yet.")


@AREA.post("/")
@enters(Entry.PARTICIPANT)
@takes_file(LARGEST)
def send(plan: str) -> AnyResponse | tuple[str, int]:
    """A workbook comes in: what is changed in it waits for a decision; the workbook itself is not kept."""
    signing.hold_back((OF_PERSON, person().id))
    file = request.files.get("file")
    content = file.stream.read(LARGEST + 1) if file else b""
    if not content and not (file and file.filename):
        return _refused(_(NO_FILE))
    try:
        review = _review(content)
    except Unsafe as error:
        return _refused(_(REASONS[error.fault]))
    except Misplaced as error:
        return _refused(_(PLACED[error.wrong]))
    if not review.left and not lines(review, stored()):
        flash(_(NOTHING), "ok")
        return _to_shelf(plan)
    with writing() as tx:
        made = returned_workbooks.keep(tx, plan, person().id, review.as_document())
    return redirect(url_for("returned.review", plan=plan, returned=made), 303)


@AREA.get("/<returned>")
@enters(Entry.PARTICIPANT)
def review(plan: str, returned: str) -> str:
    """What was changed in a workbook, part by part, and what of it cannot be taken over."""
    return _page(_waiting(plan, returned))


@AREA.post("/<returned>")
@enters(Entry.PARTICIPANT)
def decide(plan: str, returned: str) -> AnyResponse | str | tuple[str, int]:
    """What was ticked is taken over, all of it, or nothing; what was on the page is decided then."""
    with reading() as tx:
        found = returned_workbooks.waiting(tx, plan, person().id, returned)
    if found is None:
        flash(_(OVER), "warn")
        return _to_shelf(plan)
    what = request.form.get("do", "")
    if what not in ("ticked", "all", "none"):
        abort(400)
    review, ticked = Review.from_document(found.review), _numbers(request.form.getlist("line"))
    if what == "none":
        return _put_aside(plan, returned)
    if what == "ticked" and not ticked:
        return _page(found, _(NONE_TICKED)), 422
    there = [each for each in lines(review, stored()) if not each.gone]
    chosen = there if what == "all" else [each for each in there if each.number in ticked]
    shown = set(review.changes) if what == "all" else _numbers(request.form.get("shown", "").split(","))
    return _taken(found.id, review, chosen, review.without(shown | ticked))


def _review(content: bytes) -> Review:
    """What a workbook changes; raises Unsafe or Misplaced."""
    found = read_workbook(content)
    origin = of_plan(found.origin, kept().id, kept().sequence, storage().seal.digest)
    with reading() as tx:
        then = released(plans.record(tx, kept(), origin.sequence).plan, origin.recipient)
    return Review.of(origin.sequence, differences(then, origin, found.inputs, translator(g.language),
                                                  coach=is_coach()))


def _taken(returned: str, review: Review, chosen: list[Line], left: Review) -> str:
    """Takes over what was chosen; the page says what that was."""
    record = stored()
    base = min(forms.sequence(request.form.get("base", "")), record.sequence)
    with writing() as tx:
        outcome = take_over(tx, returned, chosen, base, request.form.get("evidence", ""))
        if lines(left, record):
            returned_workbooks.change(tx, returned, left.as_document())
        else:
            returned_workbooks.discard(tx, returned)
    rest = len(lines(left, record))
    return render_template(
        "downloads/returned_taken.html", plan=kept().id, taken=taken_shown(record, outcome.taken),
        suggested=taken_shown(record, outcome.suggested), clashes=clashes_shown(record, outcome.clashes), rest=rest,
        rest_url=url_for("returned.review", plan=kept().id, returned=returned))


def _page(found: Waiting, problem: str = "") -> str:
    review, record = Review.from_document(found.review), stored()
    there = lines(review, record)
    last = max(0, (len(there) - 1) // ON_A_PAGE)
    page = min(forms.sequence(request.args.get("page", "")), last)
    here = there[page * ON_A_PAGE:(page + 1) * ON_A_PAGE]
    return render_template(
        "downloads/returned.html", plan=kept().id, returned=found.id, parts=parts_shown(record, here),
        left=left_shown(record, review), count=sum(not each.gone for each in there), all=len(there), page=page,
        last=last, first=page * ON_A_PAGE + 1, until=page * ON_A_PAGE + len(here), base=record.sequence,
        shown=",".join(str(each.number) for each in here), problem=problem, grades=grades(),
        grade=request.form.get("evidence", "1"))


def _put_aside(plan: str, returned: str) -> AnyResponse:
    with writing() as tx:
        returned_workbooks.discard(tx, returned)
    flash(_(NOTHING_TAKEN), "ok")
    return _to_shelf(plan)


def _waiting(plan: str, returned: str) -> Waiting:
    with reading() as tx:
        found = returned_workbooks.waiting(tx, plan, person().id, returned)
    if found is None:
        abort(404)
    return found


def _numbers(texts: list[str]) -> set[int]:
    return {int(each) for each in texts if each.isascii() and each.isdigit() and len(each) < len("100000")}


def _to_shelf(plan: str) -> AnyResponse:
    return redirect(url_for("downloads.shelf", plan=plan), 303)


def _refused(reason: str) -> tuple[str, int]:
    return render_template("downloads/returned_refused.html", plan=kept().id, reason=reason), 422
