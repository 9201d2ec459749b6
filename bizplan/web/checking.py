"""The page that the code on a document leads to: whether this version was released here, and is the newest.

It opens for anyone and names nobody.  150 bits are not guessed, and it answers the same, in the same time, to what
never was, to what was deleted and to what cannot be a fingerprint.
"""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.fingerprint import grouped, typed
from bizplan.storage import releases
from bizplan.storage.attempts import Limit

from . import signing
from .access import Entry, enters, reading

AREA = Blueprint("checking", __name__, url_prefix="/<language>/check")
CHECKS = Limit("check", 60, timedelta(minutes=15))
LONGEST = 60


@AREA.get("/")
@enters(Entry.ANYONE)
def ask() -> Response | str:
    """Where a fingerprint is typed from paper."""
    wanted = request.args.get("fingerprint", "")[:LONGEST].strip()
    found = typed(wanted)
    if found:
        return redirect(url_for("checking.version", fingerprint=found))
    return render_template("checking/ask.html", wanted=wanted)


@AREA.get("/<fingerprint>")
@enters(Entry.ANYONE)
def version(fingerprint: str) -> str:
    """Whether a version was released here, on which day, and whether there is a newer one."""
    signing.hold_back((CHECKS, signing.network()))
    found = typed(fingerprint) or fingerprint[:LONGEST]
    with reading() as tx:
        known = releases.released(tx, found)
    return render_template("checking/version.html", known=known, fingerprint=grouped(found))
