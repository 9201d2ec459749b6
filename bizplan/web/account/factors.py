"""The ways in of staff: a password instead of a message, and always a second factor."""

from base64 import b32encode
from collections.abc import Callable

import pyotp
from flask import abort, g, render_template, url_for
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.utils import redirect
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField

from bizplan import mail
from bizplan.domain import passwords
from bizplan.domain.people import Person
from bizplan.storage import Transaction, factors, people
from bizplan.storage import passkeys as kept_passkeys
from bizplan.storage.attempts import Limit

from .. import access, letters, signing
from ..access import Entry, enters
from ..languages import say as _
from . import passkeys
from .area import (
    AREA,
    PASSWORDS_OF_ADDRESS,
    PASSWORDS_OF_BOTH,
    PASSWORDS_OF_NETWORK,
    SECOND_FACTORS,
    let_in,
)
from .picture import picture


class PasswordForm(FlaskForm):
    """An address and a password."""

    email = StringField()
    password = PasswordField()


class FactorForm(FlaskForm):
    """A code of the app or a recovery code, or the answer of a passkey."""

    code = StringField()
    passkey = StringField()


class NewPasswordForm(FlaskForm):
    """The password until now, where there is one, and the new one."""

    password = PasswordField()
    new_password = PasswordField()


@AREA.route("/sign-in/password", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def password() -> Response | str:
    """An address and a password, instead of a message; the second factor comes next."""
    form, problem = PasswordForm(), ""
    if form.validate_on_submit():
        address = people.plain_address(form.email.data or "") or ""
        signing.hold_back(_of_both(address), (PASSWORDS_OF_ADDRESS, address), (PASSWORDS_OF_NETWORK, signing.network()))
        person = factors.person_with_password(access.storage(), address, form.password.data or "")
        with access.writing() as tx:
            if way := let_in(tx, person, own_device=False):
                return way
        problem = _("This address and this password do not fit together. You can also ask for a code by e-mail.")
    return render_template("account/password.html", form=form, problem=problem)


@AREA.route("/sign-in/second-factor", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def second_factor() -> Response | str:
    """The code of the app, a passkey or a recovery code; who has none yet sets one up."""
    if g.halfway is None:
        return redirect(url_for("start.home" if g.person else "account.sign_in"))
    who, form, problem = g.halfway.person, FactorForm(), ""
    if form.validate_on_submit():
        signing.hold_back((SECOND_FACTORS, who.id))
        with access.writing() as tx:
            if _is_second(tx, who, form):
                return _wholly_in(tx, who)
        problem = _("This code does not fit. Wait for the next one in your app, or use a recovery code.")
    with access.reading() as tx:
        if not factors.has_second_factor(tx, who.id):
            return redirect(url_for("account.code_app"))
        wish = passkeys.wish_to_use(tx, who, g.halfway.session.id)
    return render_template("account/second_factor.html", problem=problem, wish=wish)


@AREA.route("/sign-in/code-app", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def code_app() -> Response | str:
    """Sets up the code app: a picture to scan, and its first code; recovery codes come with the first factor."""
    who, session = _who_may_set_up()
    form, problem, secret = FactorForm(), "", _new_secret(session)
    if form.validate_on_submit():
        signing.hold_back((SECOND_FACTORS, who.id))
        typed = form.code.data or ""
        if way := _set_up(who, lambda tx: factors.set_code_app(tx, who.id, secret, typed)):
            return way
        problem = _("This code does not fit. Type the six digits that your app shows now.")
    return render_template("account/code_app.html", problem=problem, secret=secret, picture=_picture(who, secret))


@AREA.route("/sign-in/passkey", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def passkey() -> Response | str:
    """Sets up a passkey: a fingerprint, a face or a security key instead of codes."""
    who, session = _who_may_set_up()
    form, problem = FactorForm(), ""
    if form.validate_on_submit():
        answer = form.passkey.data or ""
        if way := _set_up(who, lambda tx: passkeys.add(tx, who, session, answer)):
            return way
        problem = _("Your device made no passkey. Try again, or use a code app.")
    with access.reading() as tx:
        wish = passkeys.wish_to_add(tx, who, session)
    return render_template("account/passkey.html", problem=problem, wish=wish)


@AREA.post("/me/passkeys/<key>/remove")
@enters(Entry.STAFF)
def remove_passkey(key: str) -> Response:
    """The passkey opens nothing from now on; the last second factor stays."""
    who = access.person()
    with access.writing() as tx:
        if factors.has_code_app(tx, who.id) or len(kept_passkeys.passkeys_of(tx, who.id)) > 1:
            kept_passkeys.remove(tx, who.id, key)
    tell_of_change(who)
    return redirect(url_for("account.me"))


@AREA.post("/me/recovery-codes")
@enters(Entry.STAFF)
def recovery_codes() -> str:
    """New recovery codes instead of the old ones, shown once."""
    who = access.person()
    with access.writing() as tx:
        codes = factors.new_recovery_codes(tx, who.id)
    tell_of_change(who)
    return render_template("account/recovery_codes.html", codes=codes, going=url_for("account.me"))


@AREA.route("/me/password", methods=["GET", "POST"])
@enters(Entry.STAFF)
def new_password() -> Response | str:
    """A password of one's own; the other sessions end."""
    who, form, problem = access.person(), NewPasswordForm(), ""
    if form.validate_on_submit():
        signing.hold_back(_of_both(who.email))
        problem = _password_problem(who, form.password.data or "", form.new_password.data or "")
        if not problem:
            factors.set_password(access.storage(), who.id, form.new_password.data or "")
            with access.writing() as tx:
                response = redirect(url_for("account.me"))
                signing.renew(tx, response, who)
                signing.forgive(tx, _of_both(who.email))
            tell_of_change(who)
            return response
    with access.reading() as tx:
        has_one = factors.has_password(tx, who.id)
    return render_template("account/new_password.html", problem=problem, has_one=has_one)


def tell_of_change(who: Person) -> None:
    """Staff learn by e-mail that their ways in changed."""
    if who.email:
        mail.send(access.config(), letters.of_changed_ways(who.language, who.email))


def _is_second(tx: Transaction, who: Person, form: FactorForm) -> bool:
    if form.passkey.data:
        return passkeys.use(tx, who, g.halfway.session.id, form.passkey.data)
    code = form.code.data or ""
    return factors.use_app_code(tx, who.id, code) or factors.use_recovery_code(tx, who.id, code)


def _wholly_in(tx: Transaction, who: Person) -> Response:
    response = redirect(signing.next_page(tx, who))
    signing.forgive(tx, (SECOND_FACTORS, who.id), _of_both(who.email))
    return signing.sign_in_as(tx, response, who, own_device=False, strong=True)


def _who_may_set_up() -> tuple[Person, str]:
    """Staff who are wholly in, or halfway in without any second factor yet; anybody else finds nothing here."""
    if g.person is not None and g.person.is_staff:
        return g.person, g.session.id
    if g.halfway is None:
        abort(404)
    with access.reading() as tx:
        if factors.has_second_factor(tx, g.halfway.person.id):
            abort(404)
    return g.halfway.person, g.halfway.session.id


def _set_up(who: Person, add: Callable[[Transaction], bool]) -> Response | None:
    """Signed in anew with the new factor; with the first one come the recovery codes. None where it was not added."""
    with access.writing() as tx:
        is_first = not factors.has_second_factor(tx, who.id)
        if not add(tx):
            return None
        going = signing.next_page(tx, who) if is_first else url_for("account.me")
        response = redirect(going)
        signing.renew(tx, response, who)
        signing.forgive(tx, (SECOND_FACTORS, who.id))
        codes = factors.new_recovery_codes(tx, who.id) if is_first else ()
    tell_of_change(who)
    if codes:
        response = _shown_instead(response, render_template("account/recovery_codes.html", codes=codes, going=going))
    return response


def _shown_instead(response: Response, page: str) -> Response:
    """A page with the cookies of a redirect."""
    shown = Response(page, mimetype="text/html")
    for cookie in response.headers.getlist("Set-Cookie"):
        shown.headers.add("Set-Cookie", cookie)
    return shown


def _of_both(address: str) -> tuple[Limit, str]:
    """Passwords tried for one address from one network: who guesses elsewhere does not delay its person."""
    return PASSWORDS_OF_BOTH, f"{address} {signing.network()}"


def _password_problem(who: Person, old: str, new: str) -> str:
    with access.reading() as tx:
        has_one = factors.has_password(tx, who.id)
    if has_one and factors.person_with_password(access.storage(), who.email, old) != who.id:
        return _("The password until now does not fit.")
    return _(passwords.refusal(new, who.name, who.email) or "")


def _new_secret(session: str) -> str:
    """The secret of a code app that is being set up: it follows from the session, and stands nowhere before."""
    return b32encode(bytes.fromhex(access.storage().seal.digest(session, "code app"))[:20]).decode()


def _picture(who: Person, secret: str) -> Markup:
    url = pyotp.TOTP(secret).provisioning_uri(name=who.email, issuer_name="bizplan")
    return picture(url, _("Picture to scan with your code app"))
