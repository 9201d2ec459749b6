"""Coming in with a return card and its PIN; and the coach's side, who makes the card together with the person."""

from flask import abort, g, render_template, request, session, url_for
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.utils import redirect
from werkzeug.wrappers import Response
from wtforms import BooleanField, PasswordField, StringField

from bizplan import mail
from bizplan.domain.people import CONSENT, Person
from bizplan.storage import consents, hashing, invitations, participants, people, return_cards
from bizplan.storage.return_cards import Card
from bizplan.translations import translator

from .. import access, letters, newcomers, signing
from ..access import Entry, enters
from ..languages import N_, direction
from ..languages import say as _
from .area import AREA, CARDS_OF_NETWORK, let_in
from .picture import picture

CARD = "card"
ADDED = N_("{name} has been added. You can open the plan once they agreed to the use of their data.")
SCAN = N_("Scan the picture, or go to {address} and type the code. Then type your PIN.")


class CardForm(FlaskForm):
    """The code on the card, and the PIN that stands nowhere."""

    card = StringField()
    pin = PasswordField()
    own_device = BooleanField()


class PinForm(FlaskForm):
    """The PIN that the person chooses, typed twice."""

    pin = PasswordField()
    pin_again = PasswordField()


@AREA.route("/card", methods=["GET", "POST"])
@enters(Entry.ANYONE)
def card() -> Response | str:
    """The code on the card and the PIN; one without the other opens nothing."""
    form, problem = CardForm(), ""
    if form.validate_on_submit():
        signing.hold_back((CARDS_OF_NETWORK, signing.network()))
        tried = return_cards.enter(access.storage(), form.card.data or "", form.pin.data or "")
        tell_coach(tried.ended)
        with access.writing() as tx:
            if way := let_in(tx, tried.person, own_device=form.own_device.data):
                return way
        problem = _("This code and this PIN do not fit together, or the card has ended. Ask your coach.")
    return render_template("account/card.html", form=form, problem=problem,
                           code=form.card.data or session.get(CARD, ""))


@AREA.get("/card/<code>")
@enters(Entry.ANYONE)
def scanned_card(code: str) -> Response:
    """What the picture on the card opens: the code is filled in, and does not stay in the address."""
    session[CARD] = return_cards.plain_code(code)[:return_cards.LENGTH]
    return redirect(url_for("account.card"))


@AREA.get("/coaching/cards")
@enters(Entry.COACH)
def cards() -> str:
    """The entrepreneurs of a coach, each with the card that they have, and whether they agreed yet."""
    with access.reading() as tx:
        theirs = participants.entrepreneurs_of(tx, access.person().id)
        rows = [(who, _newest(return_cards.cards_of(tx, who.id)), consents.stands(tx, who.id, CONSENT))
                for each in theirs if (who := people.person(tx, each))]
        links, new = invitations.links_of(tx, access.person().id), invitations.untouched(tx, theirs)
    return render_template("account/cards.html", rows=rows, news=_news([who for who, *_more in rows]), links=links,
                           new=new, undelivered=newcomers.undelivered())


@AREA.route("/coaching/cards/<entrepreneur>", methods=["GET", "POST"])
@enters(Entry.COACH)
def new_card(entrepreneur: str) -> str:
    """A new card: the person types a PIN that the coach does not see, and the card is printed once."""
    who, form, problem = _entrepreneur(entrepreneur), PinForm(), ""
    if form.validate_on_submit():
        problem = _pin_problem(form.pin.data or "", form.pin_again.data or "")
        if not problem:
            hashed = hashing.hashed(access.storage().seal, form.pin.data or "")
            with access.writing() as tx:
                code = return_cards.make(tx, who.id, access.person().id, hashed)
            return _printed(who, code)
    with access.reading() as tx:
        is_new = bool(invitations.untouched(tx, (who.id,)))
    return render_template("account/new_card.html", who=who, problem=problem, is_new=is_new)


@AREA.post("/coaching/cards/<entrepreneur>/revoke")
@enters(Entry.COACH)
def revoke_card(entrepreneur: str) -> Response:
    """The card opens nothing from now on."""
    who = _entrepreneur(entrepreneur)
    with access.writing() as tx:
        return_cards.revoke_all(tx, who.id)
    return redirect(url_for("account.cards"))


def _entrepreneur(person: str) -> Person:
    """An entrepreneur whom this coach accompanies; anybody else does not exist here."""
    with access.reading() as tx:
        theirs = person in participants.entrepreneurs_of(tx, access.person().id)
        who = people.person(tx, person) if theirs else None
    if who is None or who.is_staff:
        abort(404)
    return who


def _news(theirs: list[Person]) -> tuple[str, Markup] | None:
    """That somebody was added just now, and what became of the message to them."""
    who = next((each for each in theirs if each.id == request.args.get("added")), None)
    return newcomers.news(ADDED, who.language, name=who.name) if who else None


def _printed(who: Person, code: str) -> str:
    """The card on paper: what to do with it stands there in the language of whoever gets it."""
    languages = tuple(dict.fromkeys((who.language, g.language)))
    home = access.config().url
    told = [(each, direction(each), translator(each)(SCAN), home + url_for("account.card", language=each))
            for each in languages]
    return render_template("account/printed_card.html", who=who, code=code, picture=_picture(who, code), told=told)


def _newest(found: tuple[Card, ...]) -> Card | None:
    return found[0] if found else None


def _pin_problem(pin: str, again: str) -> str:
    if not return_cards.is_fair_pin(pin):
        return _("Choose 4 to 8 digits. Not all the same, and not a row such as 1234.")
    return "" if pin == again else _("The two PINs are not the same. Type both again.")


def _picture(who: Person, code: str) -> Markup:
    url = access.config().url + url_for("account.scanned_card", code=code, language=who.language)
    return picture(url, _("Picture to scan with a phone"))


def tell_coach(ended: Card | None) -> None:
    """A coach learns that a card of theirs ended after too many wrong PINs."""
    if ended is None or ended.made_by is None:
        return
    with access.reading() as tx:
        coach = people.person(tx, ended.made_by)
    if coach and coach.email:
        mail.send(access.config(), letters.of_ended_card(coach.language, coach.email))
