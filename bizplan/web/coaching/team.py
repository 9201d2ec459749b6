"""A manager's team: who coaches how many plans, who waits for them, and who comes in for whom.

A manager sees whose a plan is and how far it is, and never an answer.  Whatever belongs to another organisation does
not exist here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from flask import Blueprint, abort, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.course import STAGES
from bizplan.domain.people import Role
from bizplan.storage import Transaction, participants, people
from bizplan.storage import team as teams
from bizplan.storage.team import Colleague, Seat, Team

from ..access import Entry, enters, person, reading, writing
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..newcomers import NO_CHOICE
from ..wording import Choice
from .desk_lines import ago

AREA = Blueprint("team", __name__, url_prefix="/<language>/team")
Thing = TypeVar("Thing")
NO_PLANS = N_("Choose at least one plan.")
WAYS = {
    "goes": (N_("Goes out of these plans"), N_("From the next page on they cannot open them. What they wrote stays.")),
    "stays": (N_("Stays beside the other"), N_("Both coach these plans, for example during a holiday.")),
}
"""What becomes of the coach for whom another one comes in."""
NEWS = {
    "assigned": N_("{name} coaches this plan now. All who are in it are told."),
    "replaced": N_("{name} coaches these plans now. All who are in them are told."),
    "left": N_("The coach is out of all plans. What they wrote stays."),
}


SHUT_OUT = N_("An entrepreneur ended this coach's access to a plan. Only they can invite the coach again.")


@dataclass(frozen=True)
class Section:
    """An organisation of the manager, with its team."""

    id: str
    name: str
    team: Team
    lends: bool


@AREA.get("")
@enters(Entry.MANAGER)
def overview() -> str:
    """The organisations of the manager: their coaches with their load, and the plans that nobody coaches."""
    with reading() as tx:
        sections = [Section(each, people.organisation_name(tx, each), teams.team(tx, each), people.lends(tx, each))
                    for each in teams.organisations_of(tx, person().id)]
    return render_template("coaching/team.html", sections=sections, news=_news(sections), ago=_ago, stage=_stage,
                           coaches=Role.COACH in person().roles,
                           administers=Role.ADMINISTRATOR in person().roles)


@AREA.route("/<organisation>/plan/<plan>", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def assign(organisation: str, plan: str) -> Response | str:
    """Chooses a coach for a plan of the organisation."""
    problems: dict[str, str] = {}
    if request.method == "POST":
        with writing() as tx:
            team, _seat = _plan(tx, organisation, plan)
            coach = team.coach(request.form.get("coach", ""))
            problems = _problems_of(tx, [plan], coach.id if coach else "")
            if coach and not problems:
                teams.assign(tx, plan, coach.id, person().id)
        if coach and not problems:
            return redirect(url_for("team.overview", news="assigned", who=coach.id))
    with reading() as tx:
        team, seat = _plan(tx, organisation, plan)
    free = [each for each in team.coaches if each.id not in seat.coaches]
    return render_template("coaching/assign.html", seat=seat, organisation=organisation, problems=problems,
                           coaches=_choices(free))


@AREA.route("/<organisation>/coach/<who>/replace", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def replace(organisation: str, who: str) -> Response | str:
    """Another coach comes in for one who is away, in all of their plans or in some."""
    problems, chosen = dict[str, str](), request.form.getlist("plan")
    other, stays = request.form.get("coach", ""), request.form.get("absent", "") == "stays"
    if request.method == "POST":
        with writing() as tx:
            team, absent = _coach(tx, organisation, who)
            theirs = [each.plan for each in absent.seats if each.plan in chosen]
            problems = _problems(team, absent, theirs, other) or _problems_of(tx, theirs, other)
            if not problems:
                teams.replace(tx, theirs, absent.id, other, person().id, stays=stays)
        if not problems:
            return redirect(url_for("team.overview", news="replaced", who=other))
    with reading() as tx:
        team, absent = _coach(tx, organisation, who)
    return render_template(
        "coaching/replace.html", absent=absent, organisation=organisation, problems=problems, stage=_stage,
        coaches=_choices([each for each in team.coaches if each.id != who]), other=other, stays=stays,
        ways=[Choice(key, _(label), _(hint)) for key, (label, hint) in WAYS.items()],
        chosen=chosen if request.method == "POST" else [each.plan for each in absent.seats])


@AREA.route("/<organisation>/coach/<who>/leave", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def leave(organisation: str, who: str) -> Response | str:
    """A coach no longer works for the organisation: they lose its plans, and their role."""
    if request.method == "POST":
        with writing() as tx:
            _managed(tx, organisation)
            given = teams.given_role(tx, organisation, who)
            if given is not None:
                teams.leave(tx, given, person().id)
            elif not teams.has_left(tx, organisation, who):
                abort(404)
        return redirect(url_for("team.overview", news="left"))
    with reading() as tx:
        _team, coach = _coach(tx, organisation, who)
        is_only = len(people.roles_of(tx, who)) == 1
    return render_template("coaching/take_out_coach.html", coach=coach, organisation=organisation, is_only=is_only)


def _managed(tx: Transaction, organisation: str) -> None:
    """An organisation that the person does not manage is not here."""
    if organisation not in teams.organisations_of(tx, person().id):
        abort(404)


def _plan(tx: Transaction, organisation: str, plan: str) -> tuple[Team, Seat]:
    return _found(tx, organisation, lambda team: team.seat(plan))


def _coach(tx: Transaction, organisation: str, who: str) -> tuple[Team, Colleague]:
    return _found(tx, organisation, lambda team: team.coach(who))


def _found(tx: Transaction, organisation: str, find: Callable[[Team], Thing | None]) -> tuple[Team, Thing]:
    _managed(tx, organisation)
    team = teams.team(tx, organisation)
    found = find(team)
    if found is None:
        abort(404)
    return team, found


def _problems_of(tx: Transaction, chosen: Iterable[str], coach: str) -> dict[str, str]:
    """Why a coach cannot come into plans: none was chosen, or an entrepreneur ended their part there."""
    if not coach:
        return {"coach": _(NO_CHOICE)}
    shut = any(participants.is_shut_out(tx, plan, coach) for plan in chosen)
    return {"coach": _(SHUT_OUT)} if shut else {}


def _problems(team: Team, absent: Colleague, theirs: list[str], other: str) -> dict[str, str]:
    """What is to be said of the form before anything is done."""
    problems = {} if theirs else {"plan": _(NO_PLANS)}
    if other == absent.id or team.coach(other) is None:
        problems["coach"] = _(NO_CHOICE)
    return problems


def _choices(coaches: list[Colleague]) -> list[Choice]:
    """The coaches one can choose from, each with how many plans they have."""
    return [Choice(each.id, each.name, fill(_("Plans now: {count}"), count=len(each.load))) for each in coaches]


def _stage(seat: Seat) -> str:
    """How far a plan is, in words."""
    if not seat.agreed:
        return _("Not agreed yet")
    if seat.stage is None:
        return _("New")
    return _(STAGES[seat.stage - 1].title) if 0 < seat.stage <= len(STAGES) else _("All parts done")


def _ago(colleague: Colleague) -> Markup | str:
    return ago(colleague.waits_since, today()) if colleague.waits_since else ""


def _news(sections: list[Section]) -> tuple[str, Markup] | None:
    """What was done just now, as the address says it."""
    text = NEWS.get(request.args.get("news", ""))
    who = request.args.get("who", "")
    coach = next((found for each in sections if (found := each.team.coach(who))), None)
    if text is None or ("{name}" in text and coach is None):
        return None
    return "ok", fill(_(text), name=coach.name if coach else "")
