"""The computer systems of a lender: its managers make tokens, and say to which addresses news goes.

A token and a secret are shown once, on the page that answers the form.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.domain.lending.network_address import NotAnAddress, usable
from bizplan.domain.lending.webhooks import Event
from bizplan.storage import Transaction, api_tokens, people, webhooks
from bizplan.storage import team as teams
from bizplan.storage.columns import new_id
from bizplan.storage.webhooks import Delivery
from bizplan.webhooks import INWARDS, NO_ANSWER, NO_NAME, UNSAFE

from ..access import Entry, config, enters, person, reading, writing
from ..display import fill
from ..entrepreneurs import ID
from ..languages import N_
from ..languages import say as _

AREA = Blueprint("systems", __name__, url_prefix="/<language>/team/<organisation>/systems")
LONGEST_LABEL = 60
NO_LABEL = N_("Write what this token is for, in a few words, such as: credit system, test.")
ENOUGH_TOKENS = N_("There are {count} tokens already. End one of them first.")
ENOUGH_ADDRESSES = N_("There are {count} addresses already. Take one of them away first.")
EVENTS = {
    Event.FROZEN.value: N_("There is a plan to read"), Event.WITHDRAWN.value: N_("A plan was taken back"),
    Event.DECIDED.value: N_("An application was decided"),
}
ANSWERS = {
    NO_NAME: N_("the name of the address is not known on the internet"),
    INWARDS: N_("the address leads into a private network"),
    NO_ANSWER: N_("no answer came"),
    UNSAFE: N_("the connection was not safe: the certificate of the address does not hold"),
}


@dataclass(frozen=True)
class Line:
    """A message as the page says it: its state is a colour and a word."""

    delivery: Delivery
    event: str
    state: str
    word: str
    answer: str


class TokenForm(FlaskForm):
    """What a token is for; ``key`` makes that sending the form twice is making one token."""

    label = StringField()
    key = StringField()


class AddressForm(FlaskForm):
    """Where news goes; ``key`` as above."""

    url = StringField()
    key = StringField()


@AREA.get("")
@enters(Entry.MANAGER)
def overview(organisation: str) -> str:
    """The tokens, the addresses, and the latest messages."""
    return _shown(organisation)


@AREA.post("/tokens")
@enters(Entry.MANAGER)
def add_token(organisation: str) -> str | tuple[str, int]:
    """A new token, shown once."""
    form = TokenForm()
    label = " ".join((form.label.data or "").split())

    def make(tx: Transaction) -> str:
        return api_tokens.make(tx, organisation, person().id, label, _key(form.key.data))
    if not label or len(label) > LONGEST_LABEL or not label.isprintable():
        return _refused(organisation, "label", _(NO_LABEL), label)
    try:
        token = _made(organisation, make)
    except api_tokens.TooMany:
        return _refused(organisation, "label", fill(_(ENOUGH_TOKENS), count=api_tokens.MOST), label)
    return render_template("api/secret.html", organisation=organisation, secret=token, is_token=True, about=label)


@AREA.post("/tokens/<token>/end")
@enters(Entry.MANAGER)
def end_token(organisation: str, token: str) -> Response:
    """A token works no longer."""
    with writing() as tx:
        _check(tx, organisation)
        api_tokens.end(tx, organisation, token)
    flash(_("The token does not work any more."), "ok")
    return redirect(url_for("systems.overview", organisation=organisation))


@AREA.post("/addresses")
@enters(Entry.MANAGER)
def add_address(organisation: str) -> str | tuple[str, int]:
    """A new address to which news goes; its secret is shown once."""
    form = AddressForm()
    typed = (form.url.data or "").strip()
    try:
        url = usable(typed, private=config().private_webhooks)
        secret = _made(organisation, lambda tx: webhooks.add(tx, organisation, person().id, url, _key(form.key.data)))
    except NotAnAddress as error:
        return _refused(organisation, "url", _(str(error)), typed)
    except webhooks.TooMany:
        return _refused(organisation, "url", fill(_(ENOUGH_ADDRESSES), count=webhooks.MOST), typed)
    return render_template("api/secret.html", organisation=organisation, secret=secret, is_token=False, about=url)


@AREA.post("/addresses/<webhook>/end")
@enters(Entry.MANAGER)
def end_address(organisation: str, webhook: str) -> Response:
    """No news goes there any more."""
    with writing() as tx:
        _check(tx, organisation)
        webhooks.end(tx, organisation, webhook)
    flash(_("No news goes to this address any more."), "ok")
    return redirect(url_for("systems.overview", organisation=organisation))


def _check(tx: Transaction, organisation: str) -> None:
    """An organisation that the person does not manage, or that is no lender, is not here."""
    managed = organisation in teams.organisations_of(tx, person().id)
    if not managed or not people.lends(tx, organisation):
        abort(404)


def _made(organisation: str, make: Callable[[Transaction], str]) -> str:
    with writing() as tx:
        _check(tx, organisation)
        return make(tx)


def _key(sent: str | None) -> str:
    return sent if sent and ID.fullmatch(sent) else ""


def _refused(organisation: str, field: str, problem: str, typed: str) -> tuple[str, int]:
    return _shown(organisation, {field: problem}, {field: typed}), 422


def _shown(organisation: str, problems: dict[str, str] | None = None, typed: dict[str, str] | None = None) -> str:
    with reading() as tx:
        _check(tx, organisation)
        name = people.organisation_name(tx, organisation)
        tokens, addresses = api_tokens.tokens_of(tx, organisation), webhooks.webhooks_of(tx, organisation)
        lines = [_line(each) for each in webhooks.deliveries_of(tx, organisation)]
    return render_template(
        "api/systems.html", organisation=organisation, name=name, tokens=tokens, addresses=addresses, lines=lines,
        problems=problems or {}, typed=typed or {}, key=new_id(), longest=LONGEST_LABEL,
        api=config().url + url_for("api.every"), description=url_for("api.description"))


def _line(each: Delivery) -> Line:
    """What became of a message, in words."""
    if each.done_at:
        state, word = "ok", _("Arrived")
    elif each.given_up_at:
        state, word = "stop", _("Given up")
    else:
        state, word = ("warn", _("Is sent again")) if each.answer else ("busy", _("On its way"))
    told = fill(_("it answered {status}"), status=each.answer) if each.answer.isdigit() else _(
        ANSWERS.get(each.answer, "")) if each.answer else ""
    return Line(each, _(EVENTS[each.event]), state, word, told)
