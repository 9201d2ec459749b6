"""Versions of a plan: its moments, the difference between any two in words and figures, their names, and the way back.

Nothing is lost by going back: it writes new revisions, and the moment before stands on the list.
"""

from dataclasses import dataclass, field

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.coaching import News
from bizplan.domain.coaching.differences import difference
from bizplan.domain.coaching.going_back import backwards
from bizplan.domain.revisions import Record
from bizplan.storage import notices, plans, versions
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Kept
from bizplan.storage.versions import TooManyNames, Version

from ..access import Entry, enters, kept, person, reading, writing
from ..display import fill
from ..entrepreneurs import ID
from ..languages import N_
from ..languages import say as _
from ..newcomers import named
from ..study import is_coach, stored, title_of
from ..writing_rights import may_write
from . import difference_shown, moments
from .moments import Moment

AREA = Blueprint("versions", __name__, url_prefix="/<language>/plan/<plan>/versions")
TOO_MANY = N_("This plan has {count} moments with a name. Take a name away first.")
CHANGED_MEANWHILE = N_("Somebody changed the plan while you looked. Read again what would change.")
MOST_DIGITS = 9


@dataclass(frozen=True)
class Naming:
    """The form that gives a moment a name: what was chosen and typed, and what is wrong with it."""

    sequence: int
    name: str = ""
    key: str = field(default_factory=new_id)
    problem: str = ""


@AREA.get("/", endpoint="list")
@enters(Entry.PARTICIPANT)
def moments_of(plan: str) -> str:
    """The moments of a plan: two of them can be compared, each can have a name."""
    return _list(Naming(kept().sequence))


@AREA.get("/compare")
@enters(Entry.PARTICIPANT)
def compare(plan: str) -> str:
    """What changed from one moment to another: in the answers, and what that did to the figures."""
    now = stored()
    first, last = sorted((_sequence(request.args.get("from", "0")), _sequence(request.args.get("to", ""))))
    begin, end, before, after = _two(now, first, last)
    changes = difference(before, after, coach=is_coach())
    return render_template(
        "coaching/difference.html", plan=plan, title=title_of(now), begin=begin, end=end,
        parts=difference_shown.shown(changes, before, after, now, plan, request.args.get("part", "")),
        figures=difference_shown.figures(kept(), before, after),
        may_go_back=_may_go_back() and 0 < first < now.sequence)


@AREA.post("/name")
@enters(Entry.PARTICIPANT)
def name(plan: str) -> Response | str:
    """Gives a moment a name."""
    sequence, typed = _sequence(request.form.get("sequence", "")), request.form.get("name", "")
    called, problem = named(typed)
    key = request.form.get("key", "")
    if not problem:
        try:
            with writing() as tx:
                versions.name(tx, plan, person().id, sequence, called, key if ID.fullmatch(key) else "")
            return redirect(url_for("versions.list", plan=plan))
        except TooManyNames:
            problem = fill(_(TOO_MANY), count=versions.MOST_NAMES).striptags()
    return _list(Naming(sequence, typed, problem=problem))


@AREA.route("/<version>/rename", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def rename(plan: str, version: str) -> Response | str:
    """The moment is called otherwise, by whoever named it."""
    own, problem = _own(version), ""
    typed = request.form.get("name", own.name)
    if request.method == "POST":
        called, problem = named(typed)
        if not problem:
            with writing() as tx:
                versions.rename(tx, plan, own.id, called)
            return redirect(url_for("versions.list", plan=plan))
    return render_template("coaching/rename_version.html", plan=plan, version=own, name=typed, problem=problem)


@AREA.post("/<version>/take-away")
@enters(Entry.PARTICIPANT)
def take_away(plan: str, version: str) -> Response:
    """The moment has no name any more; of the plan nothing goes."""
    own = _own(version)
    with writing() as tx:
        versions.take_away(tx, plan, own.id)
    return redirect(url_for("versions.list", plan=plan))


@AREA.route("/<int:sequence>/back", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def back(plan: str, sequence: int) -> Response | str | tuple[str, int]:
    """What would change if the plan went back to a moment; sent, it goes back."""
    now = stored()
    if not _may_go_back() or not 0 < sequence < max(now.sequence, 1):
        abort(404)
    if request.method == "GET":
        return _ahead_of(now, sequence)
    if _goes_back(sequence, _sequence(request.form.get("base", ""))):
        flash(_("The plan says again what it said then. The moment before stands on this list."), "ok")
        return redirect(url_for("versions.list", plan=plan))
    return _ahead_of(stored(), sequence, _(CHANGED_MEANWHILE)), 409


def _goes_back(sequence: int, base: int) -> bool:
    """Goes back, unless somebody saved since the page was made; where there is nothing to do, it is done."""
    with writing() as tx:
        newest = plans.plan(tx, kept().id)
        if newest is None:
            abort(404)
        revisions = backwards(plans.record(tx, newest), plans.record(tx, newest, sequence), coach=is_coach())
        if not revisions:
            return True
        if newest.sequence != base:
            return False
        before = versions.go_back(tx, newest.id, person().id, revisions)
        notices.tell(tx, News.WENT_BACK, newest.id, person().id, notices.everybody(tx, newest.id), before)
    return True


def _ahead_of(now: Record, sequence: int, warning: str = "") -> str:
    """The page that says what would change."""
    then, _now, before, after = _two(now, sequence, now.sequence)
    changes = difference(after, before, coach=is_coach())
    return render_template(
        "coaching/go_back.html", plan=kept().id, then=then, base=now.sequence, warning=warning,
        parts=difference_shown.shown(changes, after, before, now, kept().id),
        figures=difference_shown.figures(kept(), after, before))


def _two(now: Record, first: int, last: int) -> tuple[Moment, Moment, Record, Record]:
    """Two moments and the plan as it stood at each."""
    with reading() as tx:
        known = moments.moments(tx, kept())
        begin, end = (moments.called(tx, kept(), each, known) for each in (first, last))
        before, after = (now if each == now.sequence else plans.record(tx, kept(), each) for each in (first, last))
    return begin, end, before, after


def _list(naming: Naming) -> str:
    record = stored()
    with reading() as tx:
        known = moments.moments(tx, kept())
    newest: Kept = kept()
    every = (moments.now(newest), *known, moments.beginning(newest))
    since = next((each.sequence for each in known if each.sequence < newest.sequence), 0)
    return render_template(
        "coaching/versions.html", plan=newest.id, title=title_of(record), moments=every, since=since, naming=naming,
        newest=newest.sequence, may_go_back=_may_go_back(), owns=lambda each: each is not None and _is_own(each))


def _own(version: str) -> Version:
    with reading() as tx:
        found = versions.version(tx, kept().id, version)
    if found is None or not _is_own(found):
        abort(404)
    return found


def _is_own(version: Version) -> bool:
    """Whether the reader gave the name, or the plan is theirs."""
    return person().id in (version.author, kept().owner)


def _may_go_back() -> bool:
    """Whether the reader may write answers at all; the archive is only read."""
    return kept().archived_at is None and may_write()


def _sequence(text: str) -> int:
    """A moment of this plan by its sequence, nothing being now; one that is not there does not exist."""
    if not text:
        return kept().sequence
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS or int(text) > kept().sequence:
        abort(404)
    return int(text)
