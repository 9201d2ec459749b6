"""Whoever asked for a credit withdraws the application: theirs alone to say, at any moment before the end.

From then on nothing that was handed in for it is read by anybody at the lender.
"""

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.typed import Given as Read
from bizplan.domain.typed import Problem, letter
from bizplan.storage import Transaction, verdicts
from bizplan.storage.columns import new_id

from ..access import Entry, enters, person, writing
from ..languages import N_
from ..languages import say as _
from ..wording import spoken
from .lender_answer import found_in_plan, page

AREA = Blueprint("withdrawing", __name__, url_prefix="/<language>/plan/<plan>/lenders/answer/<application>")
LONGEST_KEY = 64
MEANWHILE = N_("The lender decided meanwhile, so nothing was withdrawn. Read the answer first.")


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
        done = not isinstance(said, Problem) and _is_withdrawn(
            tx, found, str(said.value) if isinstance(said, Read) else "")
    if isinstance(said, Problem):
        return page(found, problems={"why": spoken(said)}, withdrawal=text), 422
    if not done:
        return page(found, problems={"why": _(MEANWHILE)}, withdrawal=text), 409
    flash(_("You withdrew the application. The lender sees that, and can open nothing of it any more."), "ok")
    return redirect(url_for("lender_answer.told", plan=plan, application=application))


def _is_withdrawn(tx: Transaction, found: Application, why: str) -> bool:
    """Withdraws it; False where the lender decided since the page was read, or said no."""
    stood = verdicts.verdicts_of(tx, found.id).decision
    if stood and stood.outcome is Outcome.DECLINED:
        return False
    return verdicts.give(tx, found, person().id, Given(
        Kind.DECISION, Outcome.WITHDRAWN, why, key=request.form.get("key", "")[:LONGEST_KEY] or new_id(),
        before=request.form.get("before", "")))
