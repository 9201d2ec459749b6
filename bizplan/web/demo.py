"""The doors of a demo: five people, each where something waits; they exist in demo folders on loopback only."""

from dataclasses import dataclass

from flask import Blueprint, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from bizplan import demonstration
from bizplan.storage import people

from .access import Entry, config, enters, reading, writing
from .languages import N_
from .languages import say as _
from .signing import sign_in_as

AREA = Blueprint("demo", __name__, url_prefix="/<language>/demo")
WAITING = {
    "entrepreneur": (N_("An entrepreneur with a bakery"), N_("One price away from a family that is covered"), N_(
        "Change the price of one bread and see what it does. Her coach asked something about it."), "shop"),
    "coach": (N_("Her coach"), N_("An answer waits, and new ones came overnight in Arabic"), N_(
        "See on your desk which plan waits for you, which one is blocked and which one is ready."), "talk"),
    "manager": (N_("The coordinator of her organisation"), N_("A plan that nobody coaches"), N_(
        "See who coaches how many plans, and choose a coach."), "people"),
    "officer": (N_("An officer of a lender"), N_("A dossier was handed in for a loan"), N_(
        "See what an officer sees: the application, the questions, and how a decision is told."), "bank"),
}


@dataclass(frozen=True)
class Door:
    """A door of the first page: who stands behind it, and what waits there."""

    key: str
    who: str
    title: str
    text: str
    drawing: str
    label: str = ""


def doors() -> list[Door]:
    """The doors that lead somewhere, in the language of the page."""
    open_doors = demonstration.doors(config().folder)
    return [Door(key, _(who), _(title), _(text), drawing)
            for key, (who, title, text, drawing) in WAITING.items() if key in open_doors]


@AREA.post("/enter")
@enters(Entry.DEMO)
def enter() -> Response:
    """Signs in as one of them, where their work waits."""
    found = demonstration.doors(config().folder).get(request.form.get("persona", ""))
    if found is None:
        abort(404)
    with reading() as tx:
        person = people.person(tx, found.person)
    if person is None:
        abort(404)
    answer = redirect(url_for(found.endpoint, **{"language": g.language, **found.values}))
    with writing() as tx:
        sign_in_as(tx, answer, person, own_device=True, strong=True)
    return answer
