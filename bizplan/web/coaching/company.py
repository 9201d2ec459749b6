"""Who sees a plan: who takes part now and who did, and what the entrepreneur decides about it."""

from flask import Blueprint, abort, flash, g, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.domain.coaching.news import Ended
from bizplan.domain.people import Role
from bizplan.storage import Transaction, invitations, notices, participants, plans
from bizplan.storage.participants import Part

from ..access import Entry, enters, kept, person, reading, writing
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..layout import ROLE_NAMES
from ..wording import Choice

AREA = Blueprint("company", __name__, url_prefix="/<language>/plan/<plan>/people")
SUGGEST, WRITE = "suggest", "write"
WAYS = {
    SUGGEST: (N_("Suggest answers"), N_("You see what they suggest, and you decide. Your answer stays until you do.")),
    WRITE: (N_("Write answers themselves"), N_("You see of each answer who wrote it, and you can take back the old "
                                               "one.")),
}


class WritingForm(FlaskForm):
    """Whether coaches write answers themselves, or only suggest them."""

    coaches = StringField()


@AREA.get("")
@enters(Entry.PARTICIPANT)
def people(plan: str) -> str:
    """Everybody who takes part now or did, and the invitations that are open."""
    with reading() as tx:
        parts = participants.taking_part(tx, plan)
        invited = invitations.open_in(tx, plan, Role.COACH)
    return render_template(
        "coaching/people.html", plan=plan, now=[each for each in parts if each.until is None],
        before=[each for each in parts if each.until is not None], invited=invited, me=person().id, owner=kept().owner,
        role_names=ROLE_NAMES, ways=[Choice(key, _(label), _(hint)) for key, (label, hint) in WAYS.items()],
        way=WRITE if kept().coach_writes else SUGGEST, archived=kept().archived_at is not None)


@AREA.route("/<who>/end", methods=["GET", "POST"])
@enters(Entry.OWNER, in_archive=True)
def end(plan: str, who: str) -> Response | str:
    """The entrepreneur ends the access of a coach, after one more question."""
    form, coach = FlaskForm(), _coach(plan, who)
    if form.validate_on_submit():
        with writing() as tx:
            _goes(tx, plan, coach.person)
        flash(fill(_("{name} no longer sees this plan."), name=coach.name), "ok")
        return redirect(url_for("company.people", plan=plan))
    return render_template("coaching/end_access.html", plan=plan, coach=coach)


@AREA.route("/leave", methods=["GET", "POST"])
@enters(Entry.ITS_COACH, in_archive=True)
def leave(plan: str) -> Response | str:
    """A coach leaves a plan by themselves, after one more question."""
    form = FlaskForm()
    if form.validate_on_submit():
        with writing() as tx:
            _goes(tx, plan, person().id)
        flash(_("You no longer take part in that plan."), "ok")
        return redirect(url_for("plans.mine", all=1))
    return render_template("coaching/leave.html", plan=plan)


@AREA.post("/writing")
@enters(Entry.OWNER)
def say_who_writes(plan: str) -> Response:
    """The entrepreneur says whether coaches write answers themselves."""
    form = WritingForm()
    if not form.validate_on_submit() or form.coaches.data not in WAYS:
        abort(400)
    with writing() as tx:
        plans.let_coach_write(tx, plan, may=form.coaches.data == WRITE)
    flash(_("Saved. It holds from now on."), "ok")
    return redirect(url_for("company.people", plan=plan))


def _coach(plan: str, who: str) -> Part:
    """Somebody who coaches the plan now; anybody else does not exist here."""
    with reading() as tx:
        parts = participants.taking_part(tx, plan)
    coach = next((each for each in parts
                  if (each.person, each.role, each.until) == (who, Role.COACH, None)), None)
    if coach is None:
        abort(404)
    return coach


def _goes(tx: Transaction, plan: str, coach: str) -> None:
    """The coach takes part no longer: whoever stays is told, and the coach is told that and no more of this plan."""
    by_owner = g.role is Role.ENTREPRENEUR
    if participants.show_out(tx, plan, coach, by_owner=by_owner):
        notices.tell_of_end(tx, plan, coach, person().id, Ended.BY_OWNER if by_owner else Ended.BY_THEMSELVES)
