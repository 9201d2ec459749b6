"""An entrepreneur invites a coach, by e-mail or by a text for a message app; the coach sees who asks, and decides.

Nobody learns from an invitation who has an account: every address gets the same answer and a message.  The message
names nobody, as it may reach a stranger; the page says who asks, and only to somebody who signed in as a coach.
For everybody else, and once the link works no longer, there is one page that says nothing.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.domain.coaching import News
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import Transaction, attempts, consents, invitations, notices, participants
from bizplan.storage import people as accounts
from bizplan.storage.attempts import Limit
from bizplan.storage.columns import new_id
from bizplan.translations import LANGUAGES

from .. import letters, newcomers, signing
from ..access import Entry, config, enters, person, reading, writing
from ..entrepreneurs import ID
from ..languages import N_, direction
from ..languages import say as _
from ..newcomers import NO_ADDRESS, NO_CHOICE, Told

if TYPE_CHECKING:
    from bizplan.storage.invitations import Invitation

AREA = Blueprint("invitations", __name__, url_prefix="/<language>")
IN_PLAN = "/plan/<plan>/people"
OF_PERSON = Limit("invite", 10, timedelta(hours=1))
WRONG_LINKS = Limit("wrong invitation", 60, timedelta(minutes=15))
OF_COACHES = "nl"
"""What a coach reads of whom nothing is known."""
WORDS = {
    Told.ON_ITS_WAY: ("ok", N_("A message with the invitation is on its way.")),
    Told.HELD_UP: ("warn", N_("The mail server takes no messages now. The invitation waits, and goes out later.")),
    Told.IN_OUTBOX: ("warn", N_("This installation sends no mail. Make a text for a message app instead.")),
    Told.NOT_WRITTEN: ("warn", N_("No message could be made. Make a text for a message app instead.")),
}


class InvitationForm(FlaskForm):
    """Who is invited; ``key`` makes that sending the form twice is inviting once."""

    email = StringField()
    coach_language = StringField()
    key = StringField()


@AREA.route(f"{IN_PLAN}/invite", methods=["GET", "POST"])
@enters(Entry.OWNER)
def invite(plan: str) -> Response | str:
    """Invites a coach: with an address a message leaves, without one a text is shown, once."""
    form, problems = InvitationForm(), {}
    if form.validate_on_submit():
        typed, language = (form.email.data or "").strip(), form.coach_language.data or ""
        email = accounts.plain_address(typed) if typed else ""
        problems = {"email": _(NO_ADDRESS) if email is None else "",
                    "coach_language": "" if language in LANGUAGES else _(NO_CHOICE)}
        if not any(problems.values()):
            return _invited(plan, email or "", language, form.key.data or "")
    return render_template(
        "coaching/invite.html", plan=plan, form=form, key=form.key.data or new_id(), usual=OF_COACHES,
        problems={name: words for name, words in problems.items() if words}, all_languages=newcomers.languages())


@AREA.post(f"{IN_PLAN}/invitations/<invitation>/end")
@enters(Entry.OWNER, in_archive=True)
def end(plan: str, invitation: str) -> Response:
    """The link of an invitation works no longer."""
    with writing() as tx:
        ended = invitations.end(tx, plan, invitation)
    if not ended:
        abort(404)
    flash(_("The invitation has ended."), "ok")
    return redirect(url_for("company.people", plan=plan))


@AREA.route("/invitation/<token>", methods=["GET", "POST"])
@enters(Entry.PERSON, before_consent=True)
def answer(token: str) -> Response | str | tuple[str, int]:
    """What the link opens: who asks and what the coach will see; taking part begins with the button."""
    stop_guessing(WRONG_LINKS)
    form = FlaskForm()
    if form.validate_on_submit():
        with writing() as tx:
            invited = _for_me(tx, token)
            if invited and invitations.use(tx, invited, person().id):
                _joins(tx, invited)
                return redirect(url_for("study.tasks", plan=invited.plan))
        return gone(WRONG_LINKS)
    with reading() as tx:
        invited = _for_me(tx, token)
        owner = accounts.person(tx, invited.owner) if invited else None
    if owner is None:
        return gone(WRONG_LINKS)
    return render_template("coaching/invitation.html", owner=owner, token=token)


def stop_guessing(limit: Limit) -> None:
    """Raises TooManyRequests where too many wrong links were opened from this network."""
    with reading() as tx:
        if wait := attempts.to_wait(tx, limit, signing.network()):
            raise TooManyRequests(retry_after=wait.seconds)


def gone(limit: Limit) -> tuple[str, int]:
    """The one page for every link that is not for whoever opened it; only such a link is counted."""
    signing.hold_back((limit, signing.network()))
    return render_template("coaching/gone.html"), 404


def _invited(plan: str, email: str, language: str, key: str) -> Response | str:
    signing.hold_back((OF_PERSON, person().id))
    with writing() as tx:
        made = invitations.invite(tx, plan, Role.COACH, person().id, email, key if ID.fullmatch(key) else "")
        known = accounts.person_with_email(tx, email) if email else None
    if not made.token:
        return redirect(url_for("company.people", plan=plan))
    spoken = known.language if known else language
    url = config().url + url_for("invitations.answer", token=made.token, language=spoken)
    if not email:
        return render_template("coaching/text_to_send.html",
                               text=letters.for_message_app(spoken, letters.TO_A_COACH, url),
                               text_language=spoken, text_direction=direction(spoken),
                               back_url=url_for("company.people", plan=plan), back_words=_("Who sees my plan"))
    state, words = WORDS[newcomers.tell(letters.of_invitation(spoken, email, url))]
    flash(_(words), state)
    return redirect(url_for("company.people", plan=plan))


def _for_me(tx: Transaction, token: str) -> "Invitation | None":
    """The invitation of a link, where it is for whoever is signed in and its entrepreneur still agrees."""
    found = invitations.found(tx, token, Role.COACH)
    if found is None or not found.is_for(person()) or found.owner == person().id:
        return None
    return found if consents.stands(tx, found.owner, CONSENT) else None


def _joins(tx: Transaction, invited: "Invitation") -> None:
    """The coach takes part from now on, and everybody in the plan is told; who was in already stays in once."""
    if participants.role_in(tx, invited.plan, person().id) is None:
        participants.let_in(tx, invited.plan, person().id, Role.COACH)
        notices.tell(tx, News.JOINED, invited.plan, person().id, to=notices.everybody(tx, invited.plan),
                     subject=person().id)
