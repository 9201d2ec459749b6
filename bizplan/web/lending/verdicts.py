"""An officer advises, says when the committee meets, and writes down what was decided: a person, by name.

Whoever works here signed in with two factors.  What is decided is shown once more as the applicant will read it, and
only then told.
"""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.lending.reason_list import ReasonList
from bizplan.domain.lending.reasons import Reason
from bizplan.domain.lending.verdicts import ADVICES, DECISIONS, Given, Judged, Kind, Outcome
from bizplan.storage import lender_reasons, lending_desk, verdicts
from bizplan.storage.columns import new_id

from .. import access
from ..access import Entry, enters, person, reading, writing
from ..display import apart
from ..languages import N_
from ..languages import say as _
from ..wording import Choice
from . import verdict_forms
from .desk import name_of, spoken_outcomes
from .lenders_shown import lender_name
from .told import OUTCOMES
from .verdict_forms import Typed
from .withdrawn import is_withdrawn, the_end, to_its_end

AREA = Blueprint("verdicts", __name__, url_prefix="/<language>/lending/<application>")
AREA.before_request(to_its_end)
MEANWHILE = N_("A colleague said something here while you wrote. Read it first, then save yours again if it holds.")
REWORDED = N_("The list of reasons of your organisation was changed meanwhile. Look once more at what will be told.")
HINTS = {
    Outcome.GRANTED: N_("The person can take the terms over into the plan."),
    Outcome.GRANTED_IF: N_("With at least one condition and its day."),
    Outcome.NOT_YET: N_("With reasons. The person reads what to do, and may ask again."),
    Outcome.DECLINED: N_("With reasons, and the way to other help."),
}
SAVED = {Kind.ADVICE: N_("Your advice is saved. The applicant does not read it."),
         Kind.COMMITTEE: N_("The date is saved. The applicant and the coach are told."),
         Kind.DECISION: N_("The decision is saved. The applicant and the coach are told.")}


@AREA.route("/advice", methods=["GET", "POST"])
@enters(Entry.ITS_OFFICER)
def advise(application: str) -> Response | str | tuple[str, int]:
    """An adviser advises the lender: positive, positive if, or negative, in words."""
    if request.method != "POST":
        return _page(Kind.ADVICE, Typed())
    typed = verdict_forms.read(request.form, Kind.ADVICE, ADVICES, _read_version())
    return _given(typed, Kind.ADVICE)


@AREA.route("/committee", methods=["GET", "POST"])
@enters(Entry.ITS_OFFICER)
def meet(application: str) -> Response | str | tuple[str, int]:
    """On which day the committee meets about it."""
    if request.method != "POST":
        return _page(Kind.COMMITTEE, Typed())
    return _given(verdict_forms.read_day(request.form), Kind.COMMITTEE)


@AREA.route("/decision", methods=["GET", "POST"])
@enters(Entry.ITS_OFFICER)
def decide(application: str) -> Response | str | tuple[str, int]:
    """What was decided: written, shown once more, and then told."""
    if request.method != "POST":
        return _page(Kind.DECISION, Typed())
    listed = _listed()
    typed = verdict_forms.read(request.form, Kind.DECISION, DECISIONS, _read_version(), listed.offered)
    if typed.given is not None and "sure" not in request.form:
        return _page(Kind.DECISION, typed, look_again="change" not in request.form)
    if typed.given is not None and _is_reworded(typed.given, listed):
        return _page(Kind.DECISION, typed, _(REWORDED), look_again=True), 409
    return _given(typed, Kind.DECISION)


def _listed() -> ReasonList:
    """The list of reasons of the lender."""
    with reading() as tx:
        return lender_reasons.reasons_of(tx, access.application().organisation or "")


def _is_reworded(given: Given, listed: ReasonList) -> bool:
    """Whether what would be told may differ from what the officer read when looking once more."""
    return any(each.is_own for each in given.worded) and request.form.get("list") != str(listed.newest)


def _given(typed: Typed, kind: Kind) -> Response | tuple[str, int]:
    if typed.given is None:
        return _page(kind, typed), 422
    with writing() as tx:
        if is_withdrawn(tx):
            return the_end()
        done = verdicts.give(tx, access.application(), person().id, typed.given)
    if not done:
        return _page(kind, typed, meanwhile=_(MEANWHILE)), 409
    flash(_(SAVED[kind]), "ok")
    return redirect(url_for("lending.one", application=access.application().id))


def _page(kind: Kind, typed: Typed, meanwhile: str = "", *, look_again: bool = False) -> str:
    with reading() as tx:
        each = lending_desk.in_hand(tx, access.application())
        lender = lender_name(tx, access.application())
        listed = lender_reasons.reasons_of(tx, access.application().organisation or "")
    stood = each.judged.newest(kind)
    return render_template(
        f"lending/{kind.value}.html", application=each.id, title=name_of(each), typed=typed, meanwhile=meanwhile,
        lender=lender, before=stood.id if stood else "", stood=stood, outcomes=spoken_outcomes(), key=typed.key or
        new_id(), picks=_picks(kind), reasons=list(map(_choice, listed.offered)), listed=listed.newest,
        rows=verdict_forms.rows(), look_again=look_again, me=person().name,
        advice=_advice(each.judged), day=_day(typed, each.judged))


def _choice(each: Reason) -> Choice:
    """A reason that can be chosen; those of the lender stand as it wrote them."""
    return Choice(each.key, apart(each.label), apart(each.told)) if each.is_own else Choice(
        each.key, _(each.label), _(each.told))


def _picks(kind: Kind) -> list[Choice]:
    """What can be chosen; none of it is chosen already."""
    those = {Kind.ADVICE: ADVICES, Kind.DECISION: DECISIONS}.get(kind, ())
    return [Choice(each.value, _(OUTCOMES[each][1]), _(HINTS[each]) if each in HINTS else "", OUTCOMES[each][0])
            for each in those]


def _advice(judged: Judged) -> Given | None:
    return judged.advice.given if judged.advice else None


def _day(typed: Typed, judged: Judged) -> str:
    """The day in the form of the committee: as it was typed, else as it stands."""
    stands = judged.meets_on.isoformat() if judged.meets_on else ""
    return typed.values.get("meets_on", stands)


def _read_version() -> str:
    newest = access.application().newest
    return newest.id if newest else ""
