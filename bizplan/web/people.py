"""Who works with an installation: its organisations and their staff, looked after by its administrators.

An address that somebody has already gets the role instead of a second account, and a closed account opens again.
Nobody is left without an administrator.
"""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.domain.people import Person, Role
from bizplan.storage import Transaction, erasure, people
from bizplan.storage.people import GivenRole, Organisation
from bizplan.translations import LANGUAGES, translator

from . import letters, newcomers
from .access import Entry, config, enters, person, reading, writing
from .languages import N_
from .languages import say as _
from .layout import ROLE_NAMES
from .newcomers import NO_ADDRESS, NO_CHOICE, Told
from .wording import Choice

AREA = Blueprint("people", __name__, url_prefix="/<language>/people")
KINDS = {
    "coaching": (N_("Coaching"), N_("Its coaches help entrepreneurs with their plan.")),
    "lending": (N_("Lending"), N_("Its officers decide about loans.")),
    "programme": (N_("Programme"), N_("Its managers look after a whole programme.")),
}
STAFF = tuple(role for role in Role if role.is_staff)
NEWS = {
    "added": N_("{name} has been added."),
    "role": N_("{name} has an account already, and now has this role too."),
    "has": N_("{name} has this role already. Nothing changed."),
    "closed": N_("The account is closed."),
    "taken": N_("The role is taken away."),
    "organisation": N_("The organisation has been added."),
    "listed": N_("This organisation is in the list already."),
}


class OrganisationForm(FlaskForm):
    """What an organisation is called, and what it does here."""

    name = StringField()
    kind = StringField()


class StaffForm(FlaskForm):
    """Somebody who is to work here."""

    name = StringField()
    email = StringField()
    role = StringField()
    organisation = StringField()
    person_language = StringField()


@dataclass(frozen=True)
class Colleague:
    """Somebody who is to work here, as the form says it; an administrator works for no organisation."""

    name: str
    email: str
    role: Role
    organisation: Organisation | None
    language: str


@AREA.get("")
@enters(Entry.ADMINISTRATOR)
def staff() -> str:
    """The organisations, and everybody who works here with their roles."""
    with reading() as tx:
        organisations = people.organisations(tx)
        rows = [(who, [each for each in people.roles_of(tx, who.id) if each.role.is_staff])
                for who in people.staff(tx)]
    names = {each.id: each.name for each in organisations}
    return render_template("people/staff.html", rows=rows, organisations=organisations, names=names, news=_news(rows),
                           undelivered=newcomers.undelivered(),
                           kinds={kind: _(label) for kind, (label, _hint) in KINDS.items()},
                           role_names={role: _(label) for role, label in ROLE_NAMES.items()})


@AREA.route("/organisations/add", methods=["GET", "POST"])
@enters(Entry.ADMINISTRATOR)
def add_organisation() -> Response | str:
    """A new organisation; one of this kind and name is not made twice."""
    form, problems = OrganisationForm(), {}
    if form.validate_on_submit():
        name, trouble = newcomers.named(form.name.data or "")
        problems = _only({"name": trouble, "kind": "" if form.kind.data in KINDS else _(NO_CHOICE)})
        if not problems:
            return redirect(url_for("people.staff", news=_organisation_made(form.kind.data or "", name)))
    return render_template("people/organisation.html", form=form, problems=problems,
                           kinds=[Choice(key, _(label), _(hint)) for key, (label, hint) in KINDS.items()])


@AREA.route("/add", methods=["GET", "POST"])
@enters(Entry.ADMINISTRATOR)
def add() -> Response | str:
    """Somebody who works here from now on, and is sent the address of the sign-in page."""
    form, problems = StaffForm(), {}
    with reading() as tx:
        organisations = people.organisations(tx)
    if form.validate_on_submit():
        read = _read(form, organisations)
        if isinstance(read, Colleague):
            return redirect(_taken_in(read))
        problems = read
    return render_template(
        "people/add.html", form=form, problems=problems,
        organisations=[Choice(each.id, each.name) for each in organisations], all_languages=newcomers.languages(),
        roles=[Choice(role.value, _(ROLE_NAMES[role])) for role in STAFF])


@AREA.route("/<who>/close", methods=["GET", "POST"])
@enters(Entry.ADMINISTRATOR)
def close(who: str) -> Response | str:
    """Asks whether an account is to be closed, and closes it; the last administrator's stays open."""
    form = FlaskForm()
    if form.validate_on_submit():
        with writing() as tx:
            _colleague(tx, who)
            if not (is_last := erasure.is_last_administrator(tx, who)):
                people.close(tx, who)
        if not is_last:
            return redirect(_after(who, "closed"))
    with reading() as tx:
        found, is_last = _colleague(tx, who), erasure.is_last_administrator(tx, who)
    return render_template("people/close.html", who=found, is_last=is_last)


@AREA.route("/<who>/roles/<given>/take", methods=["GET", "POST"])
@enters(Entry.ADMINISTRATOR)
def take_role(who: str, given: str) -> Response | str:
    """Asks whether a role is to be taken away, and takes it; the last administrator stays one."""
    form = FlaskForm()
    if form.validate_on_submit():
        with writing() as tx:
            role = _role(tx, who, given)
            if not (is_last := _is_needed(tx, role)):
                people.take_role(tx, role)
        if not is_last:
            return redirect(_after(who, "taken"))
    with reading() as tx:
        role = _role(tx, who, given)
        told = {"who": _colleague(tx, who), "is_last": _is_needed(tx, role),
                "is_only": len(people.roles_of(tx, who)) == 1,
                "organisation": people.organisation_name(tx, role.organisation) if role.organisation else ""}
    return render_template("people/take_role.html", given=role, role=_(ROLE_NAMES[role.role]), **told)


def _read(form: StaffForm, organisations: tuple[Organisation, ...]) -> Colleague | dict[str, str]:
    """Who is to be added, or what is to be said of which field."""
    name, trouble = newcomers.named(form.name.data or "")
    email = people.plain_address(form.email.data or "")
    role = next((each for each in STAFF if each.value == form.role.data), None)
    language = form.person_language.data or ""
    organisation = next((each for each in organisations if each.id == form.organisation.data), None)
    for_nobody = role in (None, Role.ADMINISTRATOR)
    if role and email and not trouble and language in LANGUAGES and (organisation or for_nobody):
        return Colleague(name, email, role, None if for_nobody else organisation, language)
    return _only({
        "name": trouble, "email": "" if email else _(NO_ADDRESS), "role": "" if role else _(NO_CHOICE),
        "organisation": "" if organisation or for_nobody else _("Choose for which organisation, or add it first."),
        "person_language": "" if language in LANGUAGES else _(NO_CHOICE)})


def _taken_in(new: Colleague) -> str:
    """Adds somebody and tells them; the answer is the address of the page that says what happened."""
    with writing() as tx:
        who, news = _with_role(tx, new)
    if news == "has":
        return url_for("people.staff", who=who.id, news=news)
    told = _tell(who, new)
    return url_for("people.staff", who=who.id, news=news, told=told.value)


def _with_role(tx: Transaction, new: Colleague) -> tuple[Person, str]:
    """The person with the new role, and what happened to get there."""
    known, news = people.person_with_email(tx, new.email), "role"
    who = known.id if known else people.closed_account(tx, new.email)
    if who is None:
        who, news = people.add_person(tx, new.name, new.language, new.email), "added"
    elif known is None:
        people.reopen(tx, who)
    organisation = new.organisation.id if new.organisation else None
    if any((each.role, each.organisation) == (new.role, organisation) for each in people.roles_of(tx, who)):
        news = "has"
    else:
        people.give_role(tx, who, new.role, organisation)
    found = people.person(tx, who)
    assert found
    return found, news


def _tell(who: Person, new: Colleague) -> Told:
    role = translator(who.language)(ROLE_NAMES[new.role])
    by = new.organisation.name if new.organisation else config().host
    return newcomers.tell(letters.of_welcome_to_staff(
        who.language, who.email, newcomers.sign_in_page(who.language), role, by))


def _organisation_made(kind: str, name: str) -> str:
    with writing() as tx:
        if any((each.kind, each.name.casefold()) == (kind, name.casefold()) for each in people.organisations(tx)):
            return "listed"
        people.add_organisation(tx, kind, name)
    return "organisation"


def _news(rows: list[tuple[Person, list[GivenRole]]]) -> tuple[str, Markup] | None:
    """What happened just now, as the address of the page says it."""
    text = NEWS.get(request.args.get("news", ""))
    who = next((who for who, _roles in rows if who.id == request.args.get("who")), None)
    if text is None or ("{name}" in text and who is None):
        return None
    return newcomers.news(text, who.language if who else "", name=who.name if who else "")


def _colleague(tx: Transaction, who: str) -> Person:
    found = people.person(tx, who)
    if found is None or not found.is_staff:
        abort(404)
    return found


def _role(tx: Transaction, who: str, given: str) -> GivenRole:
    found = next((each for each in people.roles_of(tx, who) if each.id == given and each.role.is_staff), None)
    if found is None:
        abort(404)
    return found


def _is_needed(tx: Transaction, given: GivenRole) -> bool:
    return given.role is Role.ADMINISTRATOR and erasure.is_last_administrator(tx, given.person)


def _after(who: str, news: str) -> str:
    """Whoever did it to themselves has no place on these pages any more, perhaps."""
    return url_for("start.home") if who == person().id else url_for("people.staff", news=news)


def _only(problems: dict[str, str]) -> dict[str, str]:
    return {field: words for field, words in problems.items() if words}
