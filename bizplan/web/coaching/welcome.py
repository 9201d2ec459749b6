"""The first way in for somebody without e-mail: a text for a message app, with a link that works once.

What the link is worth, and until when, stands in ``bizplan.storage.invitations``.  Looking at it uses nothing up, as
message apps look too; the button signs in on that device.  Whoever is signed in already, the coach who tries their
own link for one, is told that it does not work here.
"""

from datetime import timedelta

from flask import Blueprint, abort, flash, g, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField

from bizplan.domain.people import Person, Role
from bizplan.storage import Transaction, invitations, participants, people, plans
from bizplan.storage.attempts import Limit

from .. import letters, signing
from ..access import Entry, config, enters, person, reading, writing
from ..display import fill
from ..languages import direction
from ..languages import say as _
from .invitations import gone, stop_guessing

AREA = Blueprint("welcome", __name__, url_prefix="/<language>")
OF_ENTREPRENEUR = "/coaching/entrepreneurs/<entrepreneur>/link"
LINKS_OF_COACH = Limit("first link", 60, timedelta(hours=1))
WRONG_LINKS = Limit("wrong first link", 60, timedelta(minutes=15))


class WelcomeForm(FlaskForm):
    """Whether this device is one's own."""

    own_device = BooleanField()


@AREA.route(OF_ENTREPRENEUR, methods=["GET", "POST"])
@enters(Entry.COACH)
def make(entrepreneur: str) -> str:
    """A coach makes the text, which is shown once, in the language of the entrepreneur."""
    who, plan = _newcomer(entrepreneur)
    if not FlaskForm().validate_on_submit():
        return render_template("coaching/first_link.html", who=who)
    signing.hold_back((LINKS_OF_COACH, person().id))
    with writing() as tx:
        made = invitations.invite(tx, plan, Role.ENTREPRENEUR, person().id)
    url = config().url + url_for("welcome.enter", token=made.token, language=who.language)
    text = letters.for_message_app(who.language, letters.TO_AN_ENTREPRENEUR, url)
    return render_template(
        "coaching/text_to_send.html", text=text, text_language=who.language, text_direction=direction(who.language),
        back_url=url_for("account.cards"), back_words=_("Your entrepreneurs and their return cards"))


@AREA.post(f"{OF_ENTREPRENEUR}/end")
@enters(Entry.COACH)
def end(entrepreneur: str) -> Response:
    """The link works no longer."""
    who, plan = _newcomer(entrepreneur)
    with writing() as tx:
        for each in invitations.open_in(tx, plan, Role.ENTREPRENEUR):
            invitations.end(tx, plan, each.id)
    flash(fill(_("The link for {name} works no longer."), name=who.name), "ok")
    return redirect(url_for("account.cards"))


@AREA.route("/welcome/<token>", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def enter(token: str) -> Response | str | tuple[str, int]:
    """What the link opens: one button, which signs in here and uses the link up."""
    stop_guessing(WRONG_LINKS)
    form = WelcomeForm()
    if form.validate_on_submit():
        with writing() as tx:
            who = _whose(tx, token, uses=True)
            if who:
                answer = redirect(url_for("welcome.come_back"))
                return signing.sign_in_as(tx, answer, who, own_device=form.own_device.data, strong=False)
        return gone(WRONG_LINKS)
    with reading() as tx:
        who = _whose(tx, token, uses=False)
    return gone(WRONG_LINKS) if who is None else render_template("coaching/welcome.html", token=token)


@AREA.get("/me/come-back")
@enters(Entry.PERSON, before_consent=True)
def come_back() -> str:
    """How somebody who is in comes in again another time."""
    return render_template("coaching/come_back.html", email=person().email, own_device=g.session.own_device)


def _whose(tx: Transaction, token: str, *, uses: bool) -> Person | None:
    """Whose first way in a link is; nobody's where somebody is signed in here already."""
    if g.person is not None or g.halfway is not None:
        return None
    found = invitations.found(tx, token, Role.ENTREPRENEUR)
    who = people.person(tx, found.owner) if found else None
    if found is None or who is None or who.is_staff:
        return None
    return who if not uses or invitations.use(tx, found, who.id) else None


def _newcomer(entrepreneur: str) -> tuple[Person, str]:
    """Somebody whom this coach added and who was never here, with their plan; anybody else does not exist here."""
    with reading() as tx:
        who = people.person(tx, entrepreneur) if invitations.untouched(tx, (entrepreneur,)) else None
        theirs = set(participants.plans_shared_with(tx, person().id))
        plan = next((each.id for each in plans.plans_of(tx, entrepreneur)
                     if each.id in theirs and each.archived_at is None), None)
    if who is None or who.is_staff or plan is None:
        abort(404)
    return who, plan
