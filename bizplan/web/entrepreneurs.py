"""A coach adds an entrepreneur: the person, an empty plan of theirs, and the coach in it.

The coach reads nothing in that plan before the entrepreneur agreed.  An address that somebody has already is the
delicate case, as the answer could tell who uses bizplan.  What a coach has to know is said: their own entrepreneurs
by name, and that a colleague of the same organisation accompanies somebody, without the name of either.  Of everybody
else (another organisation, staff, a closed account) only that the address cannot be used, always in the same words.
Nobody is given another's plan that way, and a coach can try a limited number of addresses in an hour.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.domain.people import Person, Role
from bizplan.storage import Transaction, participants, people, plans
from bizplan.storage.attempts import Limit
from bizplan.storage.columns import new_id
from bizplan.translations import LANGUAGES

from . import letters, newcomers, signing
from .access import Entry, config, enters, person, reading, writing
from .display import fill
from .languages import say as _
from .newcomers import NO_ADDRESS, NO_CHOICE

AREA = Blueprint("entrepreneurs", __name__, url_prefix="/<language>/coaching/entrepreneurs")
ADDRESSES_OF_COACH = Limit("add address", 60, timedelta(hours=1))
ID = re.compile(r"[0-9a-f]{32}")


class EntrepreneurForm(FlaskForm):
    """Somebody who is to make a plan; ``key`` makes that sending the form twice is sending it once."""

    name = StringField()
    email = StringField()
    person_language = StringField()
    key = StringField()


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is to make a plan, as the form says it; the e-mail may be missing."""

    id: str
    name: str
    email: str
    language: str


@AREA.route("/add", methods=["GET", "POST"])
@enters(Entry.COACH)
def add() -> Response | str:
    """Adds an entrepreneur; on to the message with an e-mail address, to the return card without one."""
    form, problems = EntrepreneurForm(), {}
    if form.validate_on_submit():
        read = _read(form)
        done = _added(read) if isinstance(read, Newcomer) else read
        if isinstance(done, Person):
            return redirect(_next(done))
        problems = done
    return render_template("people/entrepreneur.html", form=form, problems=problems, key=form.key.data or new_id(),
                           all_languages=newcomers.languages())


def _read(form: EntrepreneurForm) -> Newcomer | dict[str, str]:
    """Who is to be added, or what is to be said of which field."""
    name, trouble = newcomers.named(form.name.data or "")
    typed = (form.email.data or "").strip()
    email = people.plain_address(typed) if typed else ""
    language, key = form.person_language.data or "", form.key.data or ""
    problems = {"name": trouble, "email": _(NO_ADDRESS) if email is None else "",
                "person_language": "" if language in LANGUAGES else _(NO_CHOICE)}
    if any(problems.values()):
        return {field: words for field, words in problems.items() if words}
    return Newcomer(key if ID.fullmatch(key) else new_id(), name, email or "", language)


def _added(new: Newcomer) -> Person | dict[str, str]:
    """The person who is with this coach now, or why the address cannot be used."""
    if new.email:
        signing.hold_back((ADDRESSES_OF_COACH, person().id))
    with writing() as tx:
        theirs = participants.entrepreneurs_of(tx, person().id)
        if new.id in theirs and (known := people.person(tx, new.id)):
            return known                                    # the form was sent twice
        if new.email and (problem := _taken(tx, new.email, theirs)):
            return {"email": problem}
        return _made(tx, new)


def _made(tx: Transaction, new: Newcomer) -> Person:
    organisation = _organisation(tx)
    who = people.add_person(tx, new.name, new.language, new.email or None,
                            as_id="" if people.is_known(tx, new.id) else new.id)
    people.give_role(tx, who, Role.ENTREPRENEUR, organisation)
    participants.let_in(tx, plans.make(tx, who, new.language, organisation), person().id, Role.COACH)
    made = people.person(tx, who)
    assert made
    return made


def _taken(tx: Transaction, email: str, theirs: tuple[str, ...]) -> str:
    """What a coach is told of an address that somebody has; nothing where nobody has it."""
    known = people.person_with_email(tx, email)
    if known is None and people.closed_account(tx, email) is None:
        return ""
    if known and known.id in theirs:
        return fill(_("{name} is with you already."), name=known.name)
    if known and _is_with_colleague(tx, known):
        return _("This person is with your organisation already. Ask your colleagues.")
    return _("This address cannot be used here. Write another one, or none and make a return card.")


def _is_with_colleague(tx: Transaction, known: Person) -> bool:
    ours = _organisation(tx)
    return ours is not None and any((each.role, each.organisation) == (Role.ENTREPRENEUR, ours)
                                    for each in people.roles_of(tx, known.id))


def _organisation(tx: Transaction) -> str | None:
    """The organisation for which somebody coaches."""
    return next((each.organisation for each in people.roles_of(tx, person().id) if each.role is Role.COACH), None)


def _next(who: Person) -> str:
    """To the message and the list, or straight on to the return card."""
    if not who.email:
        return url_for("account.new_card", entrepreneur=who.id)
    with reading() as tx:
        ours = _organisation(tx)
        by = people.organisation_name(tx, ours) if ours else config().host
    told = newcomers.tell(letters.of_welcome(who.language, who.email, newcomers.sign_in_page(who.language), by))
    return url_for("account.cards", added=who.id, told=told.value)
