"""A plan is put away when the work on it is done or stands still, and taken out when it goes on."""

from flask import Blueprint, g, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.people import Person
from bizplan.storage import people, plans

from ..access import Entry, enters, kept, reading, writing

AREA = Blueprint("archive", __name__, url_prefix="/<language>/plan/<plan>/archive")


@AREA.get("")
@enters(Entry.ITS_COACH)
def ask(plan: str) -> str:
    """What putting this plan away means, or taking it out, before it is done."""
    with reading() as tx:
        owner = people.person(tx, kept().owner)
    return render_template("coaching/archive.html", plan=plan, name=_name(owner), archived_at=kept().archived_at)


@AREA.post("/in")
@enters(Entry.ITS_COACH, in_archive=True)
def put_away(plan: str) -> Response:
    """The plan goes into the archive."""
    with writing() as tx:
        plans.put_away(tx, plan)
    return redirect(url_for("desk.overview", news="away", plan=plan))


@AREA.post("/out")
@enters(Entry.ITS_COACH, in_archive=True)
def take_out(plan: str) -> Response:
    """The plan leaves the archive."""
    with writing() as tx:
        plans.take_out(tx, plan)
    return redirect(url_for("desk.overview", news="back", plan=plan))


def over_tasks() -> Markup:
    """That a plan is in the archive."""
    if g.kept.archived_at is None:
        return Markup()
    return Markup(render_template("coaching/over_tasks_archive.html", archived_at=g.kept.archived_at))  # noqa: S704


def _name(owner: Person | None) -> str:
    return owner.name if owner else ""
