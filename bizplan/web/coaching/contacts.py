"""Contacts: the coach writes down a visit, a call, a message; the entrepreneur sees them, but for the coach's note."""

import re

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.coaching.contacts import Contact, How, Typed, minutes_together, read
from bizplan.storage import contacts, people
from bizplan.storage.columns import new_id

from ..access import Entry, enters, person, reading, writing
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored, title_of
from ..wording import Choice, spoken

AREA = Blueprint("contacts", __name__, url_prefix="/<language>/plan/<plan>/contacts")
ID = re.compile(r"[0-9a-f]{32}")
AN_HOUR = 60
USUAL_MINUTES = ("15", "30", "45", "60", "90")
WORDS = {How.VISIT: N_("A visit"), How.CALL: N_("A phone call"), How.VIDEO: N_("A video call"),
         How.MESSAGE: N_("A message")}
DRAWINGS = {How.VISIT: "people", How.CALL: "phone", How.VIDEO: "screen", How.MESSAGE: "chat"}


@AREA.get("")
@enters(Entry.PARTICIPANT)
def every(plan: str) -> str:
    """All contacts, with how long they took together; a coach writes the next one down here."""
    return _page(plan, _fresh())


@AREA.route("/add", methods=["GET", "POST"])
@enters(Entry.ITS_COACH)
def add(plan: str) -> Response | str:
    """A coach writes a contact down; sent twice it is kept once."""
    if request.method == "GET":
        return _page(plan, _fresh())
    form, key = _sent(), request.form.get("key", "")
    found = read(form, g.language, today())
    if not isinstance(found, Contact):
        return _page(plan, form, {name: spoken(each) for name, each in found.items()})
    with writing() as tx:
        contacts.write_down(tx, plan, person().id, _named(found, key if ID.fullmatch(key) else new_id()))
    return redirect(url_for("contacts.every", plan=plan))


@AREA.route("/<contact>", methods=["GET", "POST"])
@enters(Entry.ITS_COACH)
def correct(plan: str, contact: str) -> Response | str:
    """A coach mends what they wrote down themselves."""
    stands = _own(plan, contact)
    if request.method == "GET":
        form = Typed(stands.how.value, stands.on.isoformat(), str(stands.minutes), stands.note)
        return render_template("coaching/contact.html", plan=plan, contact=contact, **_shown(form))
    form = _sent()
    found = read(form, g.language, today())
    if not isinstance(found, Contact):
        problems = {name: spoken(each) for name, each in found.items()}
        return render_template("coaching/contact.html", plan=plan, contact=contact, **_shown(form, problems))
    with writing() as tx:
        if not contacts.correct(tx, plan, person().id, _named(found, contact)):
            abort(404)
    return redirect(url_for("contacts.every", plan=plan))


@AREA.post("/<contact>/remove")
@enters(Entry.ITS_COACH)
def remove(plan: str, contact: str) -> Response:
    """A coach takes away what they wrote down themselves."""
    with writing() as tx:
        contacts.take_away(tx, plan, person().id, contact)
    return redirect(url_for("contacts.every", plan=plan))


def _page(plan: str, form: Typed, problems: dict[str, str] | None = None) -> str:
    with reading() as tx:
        found = contacts.contacts_of(tx, plan, with_notes=is_coach())
        names = {each: people.person(tx, each) for each in {contact.author for contact in found} if each}
    together = minutes_together(found)
    return render_template(
        "coaching/contacts.html", plan=plan, contacts=found, names=names, me=person().id, words=WORDS,
        drawings=DRAWINGS, time=f"{together // AN_HOUR}:{together % AN_HOUR:02}", coach=is_coach(),
        title=title_of(stored()), key=request.form.get("key") or new_id(), **_shown(form, problems))


def _shown(form: Typed, problems: dict[str, str] | None = None) -> dict[str, object]:
    """What the form holds, for its template."""
    own = "" if form.minutes in USUAL_MINUTES else form.minutes
    return {
        "form": form, "problems": problems or {}, "own_minutes": own, "usual_minutes": USUAL_MINUTES,
        "kinds": [Choice(each.value, _(words), icon=DRAWINGS[each]) for each, words in WORDS.items()],
    }


def _fresh() -> Typed:
    return Typed(How.VISIT.value, today().isoformat(), "60")


def _sent() -> Typed:
    """The form as it was sent: minutes of one's own before those that were chosen."""
    sent = request.form.get
    return Typed(sent("how", ""), sent("day", ""), sent("own_minutes", "").strip() or sent("minutes", ""),
                 sent("note", ""))


def _own(plan: str, contact: str) -> Contact:
    with reading() as tx:
        found = contacts.contacts_of(tx, plan, with_notes=True)
    mine = next((each for each in found if each.id == contact and each.author == person().id), None)
    if mine is None:
        abort(404)
    return mine


def _named(contact: Contact, contact_id: str) -> Contact:
    return Contact(contact.how, contact.on, contact.minutes, contact.note, contact_id)
