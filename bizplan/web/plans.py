"""The plans of an entrepreneur: a new one, one from a file, and the file of one."""

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as AnyResponse

from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.json_document import LARGEST_FILE
from bizplan.domain.people import Role
from bizplan.domain.plan_file_error import PlanFileError
from bizplan.storage import Transaction, plans

from .access import Entry, enters, person, reading, writing
from .calculated import RECORDS
from .study import stored, title_of

AREA = Blueprint("plans", __name__, url_prefix="/<language>")
MOST_PLANS = 20
PLACES = {Role.COACH: "desk.overview", Role.MANAGER: "team.overview", Role.ADMINISTRATOR: "people.staff",
          Role.OFFICER: "lending.desk"}
"""Where the work of other roles waits."""


@AREA.get("/plans")
@enters(Entry.PERSON)
def mine() -> AnyResponse | str:
    """The plans of the entrepreneur; whoever has another task here is led to it."""
    roles = person().roles
    with reading() as tx:
        own = plans.plans_of(tx, person().id)
        titles = {each.id: title_of(RECORDS.of(tx, each)) for each in own}
    elsewhere = [] if Role.ENTREPRENEUR in roles else [PLACES[role] for role in roles if role in PLACES]
    if elsewhere and not own:
        return redirect(url_for(elsewhere[0]))
    if len(own) == 1 and not person().is_staff and "all" not in request.args:
        return redirect(url_for("study.tasks", plan=own[0].id))
    return render_template("plans/mine.html", own=own, titles=titles, form=FlaskForm(),
                           coaches=Role.COACH in roles, administers=Role.ADMINISTRATOR in roles,
                           may_begin=Role.ENTREPRENEUR is person().role and len(own) < MOST_PLANS)


@AREA.post("/plans/new")
@enters(Entry.PERSON)
def new() -> AnyResponse | tuple[str, int]:
    """An empty plan in the language of the page."""
    with writing() as tx:
        if not _has_room(tx):
            return _full()
        plan = plans.make(tx, person().id, g.language, person().organisation)
    return redirect(url_for("study.tasks", plan=plan))


@AREA.post("/plans/from-file")
@enters(Entry.PERSON)
def from_file() -> AnyResponse | tuple[str, int]:
    """A plan from a plan file, with ids of its own; a file that cannot be read says where."""
    file = request.files.get("file")
    content = file.stream.read(LARGEST_FILE + 1) if file else b""
    try:
        read = plan_file.read(content)
    except PlanFileError as error:
        return render_template("plans/refused.html", reason=str(error)), 422
    with writing() as tx:
        if not _has_room(tx):
            return _full()
        plan = plans.make(tx, person().id, read.language, person().organisation)
        plans.fill(tx, plan, person().id, imported(read))
    return redirect(url_for("study.tasks", plan=plan))


@AREA.get("/plan/<plan>/file")
@enters(Entry.PARTICIPANT)
def file(plan: str) -> Response:
    """The plan as a plan file."""
    answer = Response(plan_file.write(stored().plan), mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="plan.json"'
    return answer


def _has_room(tx: Transaction) -> bool:
    """Whether the entrepreneur may begin another plan; who is none has no such page."""
    if person().role is not Role.ENTREPRENEUR:
        abort(404)
    return len(plans.plans_of(tx, person().id)) < MOST_PLANS


def _full() -> tuple[str, int]:
    return render_template("plans/full.html"), 409
