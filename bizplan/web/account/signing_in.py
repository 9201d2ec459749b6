"""Signing in by e-mail, and signing out."""

import secrets

from flask import g, render_template, session, url_for
from flask_wtf import FlaskForm
from werkzeug.utils import redirect
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField

from bizplan import mail
from bizplan.storage import people, sign_ins

from .. import access, letters, signing
from ..access import Entry, enters
from ..languages import choices
from ..languages import say as _
from .area import AREA, ASKS_OF_ADDRESS, ASKS_OF_NETWORK, CODES_OF_NETWORK, let_in

BROWSER = "browser"


class EmailForm(FlaskForm):
    """An e-mail address."""

    email = StringField()


class CodeForm(FlaskForm):
    """The code from the message, and whether this device is one's own."""

    code = StringField()
    own_device = BooleanField()


@AREA.route("/sign-in", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def sign_in() -> Response | str:
    """The language, then the e-mail address, or another way in."""
    form, problem = EmailForm(), ""
    if form.validate_on_submit():
        address = people.plain_address(form.email.data or "")
        if address:
            _ask(address)
            return redirect(url_for("account.code"))
        problem = _("Write your e-mail address, such as lien@example.org.")
    return render_template("account/sign_in.html", form=form, problem=problem, all_languages=choices(),
                           halfway=g.halfway)


@AREA.route("/sign-in/code", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def code() -> Response | str:
    """The six digits of the message, typed in the browser that asked for them."""
    form, problem = CodeForm(), ""
    if form.validate_on_submit():
        signing.hold_back((CODES_OF_NETWORK, signing.network()))
        with access.writing() as tx:
            person = sign_ins.use_code(tx, "".join((form.code.data or "").split()), _browser())
            if way := let_in(tx, person, own_device=form.own_device.data):
                return way
        problem = _("This code does not fit, or it is too old.")
    with access.reading() as tx:
        left = sign_ins.tries_left(tx, _browser())
    return render_template("account/code.html", form=form, problem=problem, left=left,
                           held_up=mail.is_held_up(access.config()))


@AREA.route("/sign-in/link/<token>", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def link(token: str) -> Response | str | tuple[str, int]:
    """What the link in the message opens; looking at it uses nothing up, as mail programs look too."""
    form = CodeForm()
    with access.reading() as tx:
        found = sign_ins.link(tx, token, _browser())
    if found and form.validate_on_submit():
        with access.writing() as tx:
            person = sign_ins.use_link(tx, token, _browser())
            if way := let_in(tx, person, own_device=form.own_device.data):
                return way
        found = found if not found.in_its_browser else None
    if found is None:
        return render_template("account/link_gone.html"), 404
    return render_template("account/link.html", link=found, token=token)


@AREA.post("/sign-out")
@enters(Entry.ANYONE)
def sign_out() -> Response:
    """The session ends here and on the server."""
    response = redirect(url_for("account.sign_in"))
    with access.writing() as tx:
        signing.sign_out(tx, response)
    return response


def _ask(address: str) -> None:
    """Sends a message if somebody has this address; if not, everything else is the same."""
    signing.hold_back((ASKS_OF_ADDRESS, address), (ASKS_OF_NETWORK, signing.network()))
    session.setdefault(BROWSER, secrets.token_urlsafe(16))
    with access.writing() as tx:
        who = people.person_with_email(tx, address)
        asked = sign_ins.ask(tx, who.id if who else None, _browser())
    url = access.config().url + url_for("account.link", token=asked.token)
    letter = letters.of_signing_in(who.language if who else g.language, address, url, asked.code)
    if who:
        mail.send(access.config(), letter)


def _browser() -> str:
    """The secret of the browser that asked, which only its cookie knows."""
    return str(session.get(BROWSER, ""))
