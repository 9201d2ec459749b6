"""Coming by a link: a page that says nothing, a button, and from there the clean address of what was handed in.

Scanners and previews open the page and learn the name of the product; only its form changes anything.  It exchanges
the token of the link for a cookie, so that neither the addresses after it nor what is logged of them open anything.
"""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.storage import links
from bizplan.storage.attempts import Limit
from bizplan.storage.links import Found

from .. import access, readers, signing
from ..access import Entry, enters, reading, storage, writing
from ..coaching.invitations import stop_guessing
from ..languages import say as _

AREA = Blueprint("visits", __name__, url_prefix="/<language>")
WRONG_LINKS = Limit("wrong link", 60, timedelta(minutes=15))
CODES = Limit("code of a link", 20, timedelta(minutes=15))
Answer = Response | str | tuple[str, int]


class CodeForm(FlaskForm):
    """The code that came by another way, where the link asks for one."""

    code = StringField()


@AREA.route("/s/<token>", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def enter(token: str) -> Answer:
    """What a link opens: one button, and a code where it has one; it says nothing of what is behind it."""
    stop_guessing(WRONG_LINKS)
    link = _found(token)
    if link is None:
        return _gone()
    form = CodeForm()
    if not form.validate_on_submit():
        return _asked(token, link)
    if link.has_code:
        signing.hold_back((CODES, signing.network()))
    visit = links.visit_by(storage(), token, "".join((form.code.data or "").split()))
    if visit is not None:
        return _in(visit, link)
    link = _found(token)
    return _gone() if link is None else (_asked(token, link, _("This code does not fit. Look at it again.")), 422)


@AREA.post("/visit/close")
@enters(Entry.ANYONE)
def close() -> Response:
    """The visit is over; the link itself can be opened again as long as it lives."""
    with writing() as tx:
        links.leave(tx, readers.token())
    answer = redirect(url_for("visits.closed"))
    answer.delete_cookie(readers.cookie_name(), path="/", httponly=True, secure=access.config().is_secure,
                         samesite="Lax")
    answer.headers["Clear-Site-Data"] = signing.CLEARED
    return answer


@AREA.get("/visit/closed")
@enters(Entry.ANYONE)
def closed() -> str:
    """That it is closed, and how to open it again."""
    return render_template("lending/closed.html")


def _found(token: str) -> Found | None:
    with reading() as tx:
        return links.found(tx, token)


def _asked(token: str, link: Found, problem: str = "") -> str:
    return render_template("lending/open_link.html", token=token, has_code=link.has_code, problem=problem)


def _in(visit: str, link: Found) -> Response:
    answer = redirect(url_for("reading.summary", application=link.application), 303)
    answer.set_cookie(readers.cookie_name(), visit, max_age=links.VISIT_LIVES, path="/", httponly=True,
                      secure=access.config().is_secure, samesite="Lax")
    return answer


def _gone() -> Response:
    """The one answer to all that opens nothing; who opens many of those waits."""
    signing.hold_back((WRONG_LINKS, signing.network()))
    return readers.gone()
