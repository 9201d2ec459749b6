"""One's own account: where one is signed in, who read one's plan, all of one's data, and the end of it."""

import json

from flask import g, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.utils import redirect
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan import mail
from bizplan.domain.people import CONSENT
from bizplan.storage import (
    consents,
    daily_mail,
    erasure,
    export,
    factors,
    passkeys,
    people,
    plans,
    readings,
    sessions,
)
from bizplan.storage.erasure import LastAdministrator
from bizplan.translations import LANGUAGES

from .. import access, calculated, newcomers, signing
from ..access import Entry, enters
from ..calculated import RECORDS
from ..languages import N_
from ..languages import say as _
from ..layout import ROLE_NAMES
from ..study import title_of
from .area import AREA

LATEST = 50
CONFIRMATION = N_("erase")


class LanguageForm(FlaskForm):
    """The language of messages."""

    language = StringField()


class EraseForm(FlaskForm):
    """The word that shows that it is meant."""

    word = StringField()


@AREA.get("/me")
@enters(Entry.PERSON, before_consent=True)
def me() -> str:
    """All about one's own account."""
    who = access.person()
    with access.reading() as tx:
        told = {
            "sessions": [each for each in sessions.sessions_of(tx, who.id)
                         if sessions.is_living(each, tx.now, staff=who.is_staff)],
            "passkeys": passkeys.passkeys_of(tx, who.id),
            "has_password": factors.has_password(tx, who.id), "has_code_app": factors.has_code_app(tx, who.id),
            "codes_left": factors.recovery_codes_left(tx, who.id),
            "agreed": consents.stands(tx, who.id, CONSENT), "wants_mail": daily_mail.is_wanted(tx, who.id),
        }
    return render_template("account/me.html", who=who, here=g.session.id, role=_(ROLE_NAMES[who.role]),
                           undelivered=newcomers.undelivered()(who.email), **told)


@AREA.get("/me/readers")
@enters(Entry.PERSON, before_consent=True)
def readers() -> str:
    """Who opened one's plans lately."""
    with access.reading() as tx:
        own = plans.plans_of(tx, access.person().id)
        titles = [(kept.id, title_of(RECORDS.of(tx, kept))) for kept in own]
        found = [each for kept in own for each in readings.readings(tx, kept.id)]
        latest = sorted(found, key=lambda each: each.at, reverse=True)[:LATEST]
        names = {each.person: people.person(tx, each.person) for each in latest}
    rows = [(who.name if (who := names[each.person]) else "", _(ROLE_NAMES[each.role]), each.at)
            for each in latest]
    return render_template("account/readers.html", rows=rows, titles=titles)


@AREA.post("/me/language")
@enters(Entry.PERSON, before_consent=True)
def language() -> Response:
    """The language in which one gets messages."""
    form = LanguageForm()
    if form.validate_on_submit() and form.language.data in LANGUAGES:
        with access.writing() as tx:
            people.set_language(tx, access.person().id, form.language.data)
        return redirect(url_for("account.me", language=form.language.data))
    return redirect(url_for("account.me"))


@AREA.post("/me/sessions/end")
@enters(Entry.PERSON, before_consent=True)
def end_other_sessions() -> Response:
    """Signed out everywhere else, at once."""
    with access.writing() as tx:
        sessions.end_all(tx, access.person().id, but=g.session.id)
    return redirect(url_for("account.me"))


@AREA.get("/me/data.json")
@enters(Entry.PERSON, before_consent=True)
def data() -> Response:
    """Everything that is kept about the person, as a file."""
    with access.reading() as tx:
        told = export.document(tx, access.person().id)
    answer = Response(json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False), mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="bizplan-data.json"'
    return answer


@AREA.route("/me/erase", methods=["GET", "POST"])
@enters(Entry.PERSON, before_consent=True)
def erase() -> Response | str:
    """Everything erased, once the word is typed."""
    form, problem = EraseForm(), ""
    if form.validate_on_submit():
        if (form.word.data or "").strip().casefold() in (CONFIRMATION, _(CONFIRMATION).casefold()):
            return _erased()
        problem = _("Type the word to show that you mean it.")
    with access.reading() as tx:
        is_last = erasure.is_last_administrator(tx, access.person().id)
    return render_template("account/erase.html", problem=problem, word=_(CONFIRMATION), is_last=is_last)


@AREA.get("/erased")
@enters(Entry.ANYONE)
def erased() -> str:
    """Nothing is left."""
    return render_template("account/erased.html")


def _erased() -> Response:
    response = redirect(url_for("account.erased"))
    with access.writing() as tx:
        done = erasure.erase(tx, access.person().id)
        if isinstance(done, LastAdministrator):
            return redirect(url_for("account.erase"))
        signing.sign_out(tx, response)
        signing.forget_device(response)
    for plan in done.plans:
        calculated.forget(plan)
    if done.email:
        mail.forget(access.config(), done.email)
    return response
