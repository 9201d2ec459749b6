"""Whoever asked for a credit withdraws the application: theirs alone to say, at any moment before the end.

From then on nothing that was handed in for it is read by anybody at the lender.
"""

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.typed import Given as Read
from bizplan.domain.typed import Problem, letter
from bizplan.storage import verdicts
from bizplan.storage.columns import new_id

from ..access import Entry, enters, person, writing
from ..languages import say as _
from ..wording import spoken
from .lender_answer import found_in_plan, page

AREA = Blueprint("withdrawing", __name__, url_prefix="/<language>/plan/<plan>/lenders/answer/<application>")
LONGEST_KEY = 64


@AREA.post("/withdraw")
@enters(Entry.OWNER)
def withdraw(plan: str, application: str) -> Response | tuple[str, int]:
    """The entrepreneur withdraws the application, with a word to the lender where they want."""
    text = request.form.get("why", "")
    said = letter(text)
    with writing() as tx:
        found = found_in_plan(tx, application)
        if not found.was_submitted:
            abort(404)
        if not isinstance(said, Problem):
            stood = verdicts.verdicts_of(tx, found.id).decision
            verdicts.give(tx, found, person().id, Given(
                Kind.DECISION, Outcome.WITHDRAWN, str(said.value) if isinstance(said, Read) else "",
                key=request.form.get("key", "")[:LONGEST_KEY] or new_id(), before=stood.id if stood else ""))
    if isinstance(said, Problem):
        return page(found, problems={"why": spoken(said)}, withdrawal=text), 422
    flash(_("You withdrew the application. The lender sees that, and can open nothing of it any more."), "ok")
    return redirect(url_for("lender_answer.told", plan=plan, application=application))
