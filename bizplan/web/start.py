"""The first page: a person's own work, the doors of a demo, or the way in."""

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from .access import Entry, config, enters
from .demo import doors
from .languages import wished

AREA = Blueprint("start", __name__)


@AREA.get("/")
@enters(Entry.ANYONE)
def begin() -> Response:
    """To the first page in the language of the person, else of the browser."""
    return redirect(url_for("start.home", language=g.person.language if g.person else wished()))


@AREA.get("/<language>/")
@enters(Entry.ANYONE)
def home() -> Response | str:
    """Where somebody's work waits."""
    if config().demo:
        return render_template("start/doors.html", doors=doors())
    return redirect(url_for("plans.mine" if g.person else "account.sign_in"))


@AREA.get("/health")
@enters(Entry.ANYONE)
def health() -> Response:
    """Whether the application answers."""
    return Response("ok", mimetype="text/plain")
