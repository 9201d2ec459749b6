"""Signing a version: it counts only for the version whose page was shown, and the page says what became of it."""

from flask import abort, current_app, flash, redirect, url_for
from werkzeug.wrappers import Response

from bizplan.domain.coaching import News
from bizplan.domain.lending.applications import Application, Submission
from bizplan.storage import Transaction, applications, notices, submissions

from ..access import kept, person, reading
from ..languages import N_
from ..languages import say as _
from ..study import is_coach
from .handing_in_shown import job_of

NEWER = N_("A newer version was made ready while you read. You did not sign it. This is the newer one: read it first.")
GONE = N_("This version is not waiting for a signature any more. Nothing was signed.")
SIGNED = N_("You have signed. It is handed in as soon as the other has signed too.")
OTHER_COACH = N_("Another coach signed this version before you. One coach is enough.")


def found_in(tx: Transaction, application: str) -> Application:
    """An application of this plan; any other is not there."""
    found = applications.application(tx, application)
    if found is None or found.plan != kept().id:
        abort(404)
    return found


def waiting(tx: Transaction, application: str, submission: str) -> tuple[Application, Submission | None]:
    """The application, and the version on the page of whoever signs, where that still waits for signatures."""
    found = found_in(tx, application)
    waits = found.prepared if found.ended_at is None else None
    return found, waits if waits is not None and waits.id == submission else None


def tell_of_signature(tx: Transaction, found: Application, signed: str) -> None:
    """Tells the others that somebody signed, or that it is handed in now."""
    now = submissions.submission(tx, signed)
    kind = News.HANDED_IN if now is not None and now.submitted_at else News.SIGNED
    notices.tell(tx, kind, found.plan, person().id, notices.everybody(tx, found.plan), found.id)


def after_signing(application: str, wanted: str) -> Response:
    """Back to where it stands, with what happened; the version that was handed in is frozen beside the web."""
    with reading() as tx:
        found = found_in(tx, application)
        job = job_of(tx, found)
    mine = next((each for each in found.submissions if each.id == wanted), None)
    if mine is not None and mine.submitted_at and mine.withdrawn_at is None:
        if job is not None and job.subject == wanted and not job.is_over:
            current_app.extensions["bizplan queue"](job.id)
        flash(_("Handed in. The lender's version is being made now."), "ok")
    elif mine is not None and mine == found.prepared and _is_signed(mine):
        flash(_(OTHER_COACH if is_coach() and mine.coach != person().id else SIGNED), "ok")
    elif found.prepared is not None:
        flash(_(NEWER), "warn")
        return redirect(url_for("handing_in.version", plan=kept().id, application=application,
                                submission=found.prepared.id))
    else:
        flash(_(GONE), "warn")
    return redirect(url_for("handing_in.one", plan=kept().id, application=application))


def _is_signed(version: Submission) -> bool:
    """Whether somebody in the role of whoever reads has signed it."""
    return (version.coach_at if is_coach() else version.owner_at) is not None
