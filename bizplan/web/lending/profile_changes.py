"""A lender's managers write its loans, terms and limits: each change holds from a day on, nothing is overwritten."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from flask import abort, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.lending.profile_beginnings import beginnings, copied
from bizplan.domain.lending.profile_fields import (
    ABOUT_FIELDS,
    PRODUCT_FIELDS,
    TERMS,
    TITLE,
    clashes,
    limits_in,
    limits_refused,
    terms_refused,
)
from bizplan.domain.lending.profiles import ABOUT, PRODUCT, THRESHOLD, OwnProfile, under
from bizplan.domain.people import Role
from bizplan.domain.questions import Question
from bizplan.storage import Transaction, lender_profiles, people
from bizplan.storage.columns import new_id
from bizplan.storage.lender_profiles import Said

from ..access import Entry, enters, person, reading, writing
from ..languages import N_
from ..languages import say as _
from ..wording import Choice
from . import profile_shown
from .profile_forms import Form, Refusing, day_asked, prefilled, sent
from .profiles import AREA, check, own_profile, place

__all__ = ["AREA"]

TO_CONFIRM = N_("You see where each figure comes from, and confirm it.")
SAVED, SAME = N_("It is kept."), N_("Nothing was changed: it holds already.")
TAKEN_BACK = N_("It is taken back: from that day on holds what holds the day before.")
WITHDRAWN = N_("This loan is no longer offered from that day on.")
NEW_LOAN = "p"
"""What the names of own loans begin with, those that were not copied."""
LOAN_NAME = 11
NOTHING = "nothing"
"""What a profile begins with that copies no published one."""
Page = Response | str | tuple[str, int]


@dataclass(frozen=True)
class Section:
    """A part of a profile that has a form: where its values stand, its fields, and what does not fit together."""

    prefix: str
    fields: tuple[Question, ...]
    template: str
    refusing: Refusing | None = None


@AREA.route("/add", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def add(organisation: str) -> Page:
    """A new profile: empty, or with the figures of a published one to begin with."""
    with reading() as tx:
        check(tx, organisation, Role.MANAGER)
        name = people.organisation_name(tx, organisation)
    choices = [Choice(NOTHING, _("With nothing"), _("You fill in everything yourself.")),
               *(Choice(each.name, each.title.text(g.language), _(TO_CONFIRM)) for each in beginnings())]
    begin = request.form.get("begin", NOTHING)
    form = sent((TITLE,)) if request.method == "POST" else prefilled((TITLE,), {}, today())
    if request.method == "POST" and not form.problems and begin in {each.key for each in choices}:
        return _to_profile(organisation, _begun(organisation, form, begin), SAVED)
    page = render_template("lending/profile_add.html", organisation=organisation, name=name, form=form,
                           begin=begin, choices=choices)
    return page if request.method == "GET" else (page, 422)


@AREA.route("/<profile>/about", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def about(organisation: str, profile: str) -> Page:
    """Who the lender is, for whom it is there, and which papers it asks for."""
    return _changing(organisation, profile, Section(ABOUT, ABOUT_FIELDS, "lending/profile_about.html"))


@AREA.route("/<profile>/limits", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def limits(organisation: str, profile: str) -> Page:
    """The limits of its own, beside the common ones."""
    return _changing(organisation, profile, Section(
        THRESHOLD, limits_in(g.language), "lending/profile_limits.html", limits_refused))


@AREA.route("/<profile>/loans/add", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def add_loan(organisation: str, profile: str) -> Page:
    """A new kind of loan."""
    drawn = request.form.get("key", "")[:LOAN_NAME] if request.method == "POST" else ""
    name = NEW_LOAN + (drawn if drawn.isalnum() and drawn.isascii() else new_id()[:LOAN_NAME])
    return _changing(organisation, profile, _loan(name))


@AREA.route("/<profile>/loans/<loan>", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def loan(organisation: str, profile: str, loan: str) -> Page:
    """The terms of a loan."""
    return _changing(organisation, profile, _loan(loan), lambda own, on: own.product(loan, on) is not None)


@AREA.route("/<profile>/loans/<loan>/end", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def end(organisation: str, profile: str, loan: str) -> Page:
    """A loan that is no longer offered from a day on."""
    with reading() as tx:
        check(tx, organisation, Role.MANAGER)
        own = own_profile(tx, organisation, profile)
    title = own.last_title(loan)
    if not title:
        abort(404)
    form = sent(()) if request.method == "POST" else prefilled((), {}, day_asked())
    if request.method == "POST" and not form.problems:
        return _to_profile(organisation, _ended(organisation, profile, loan, form), WITHDRAWN)
    page = render_template("lending/profile_end.html", **place(own), loan=loan, title=title, form=form)
    return page if request.method == "GET" else (page, 422)


@AREA.post("/<profile>/later/take-back")
@enters(Entry.MANAGER)
def take_back(organisation: str, profile: str) -> Response:
    """What was said for a day that is still to come is taken back; the history keeps both."""
    with writing() as tx:
        check(tx, organisation, Role.MANAGER)
        own = own_profile(tx, organisation, profile)
        for day, turned in own.planned(today()).items():
            if day.isoformat() == request.form.get("day", ""):
                before = {path: was for path, (was, _becomes) in turned.items()}
                lender_profiles.say(tx, organisation, profile, person().id, Said(
                    day, {path: was.value if was else None for path, was in before.items()},
                    {path: was.origin for path, was in before.items() if was and was.origin}))
    return _to_profile(organisation, profile, TAKEN_BACK)


def _changing(organisation: str, profile: str, section: Section,
              is_there: Callable[[OwnProfile, date], bool] = lambda _own, _on: True) -> Page:
    """Shows the form of a section; what was sent is kept from its day on, or comes back with what is wrong."""
    with reading() as tx:
        check(tx, organisation, Role.MANAGER)
        own = own_profile(tx, organisation, profile)
    if request.method == "GET":
        on = day_asked()
        form = prefilled(section.fields, under(own.standing(on), section.prefix), on, own.newest)
        return _form(own, section, form) if is_there(own, on) else abort(404)
    form = sent(section.fields, section.refusing)
    if not is_there(own, form.shown):
        abort(404)
    if not form.problems:
        with writing() as tx:
            check(tx, organisation, Role.MANAGER)
            own = own_profile(tx, organisation, profile)
            kept = _kept(tx, own, section, form)
        if isinstance(kept, str):
            return _to_profile(organisation, profile, kept)
        form = kept
    return _form(own, section, form), 422


def _kept(tx: Transaction, own: OwnProfile, section: Section, form: Form) -> str | Form:
    """Keeps what is new in a form and says so; the form, where it clashes with what others said while it was open."""
    if lender_profiles.kept_under(tx, own.organisation, form.key):
        return SAVED
    then, now = (under(each.standing(form.shown), section.prefix) for each in (own.said_until(form.base), own))
    new = form.news(then)
    merged = form.over(now, new, own.newest)
    refused = section.refusing(merged.values, form.since) if section.refusing else {}
    if problems := {**refused, **clashes(section.fields, new, then, now)}:
        return merged.refusing(problems)
    values = {f"{section.prefix}.{name}": value for name, value in new.items()}
    if not values:
        return SAME
    lender_profiles.say(tx, own.organisation, own.name, person().id, Said(form.since, values, id=form.key))
    return SAVED


def _begun(organisation: str, form: Form, begin: str) -> str:
    """Begins a profile; the answer is its name."""
    values = {f"{ABOUT}.{name}": value for name, value in form.values.items()}
    copy = None if begin == NOTHING else copied(begin, g.language)
    said = Said(form.since, {**values, **(copy.values if copy else {})}, copy.origins if copy else {}, form.key)
    with writing() as tx:
        check(tx, organisation, Role.MANAGER)
        return lender_profiles.say(tx, organisation, lender_profiles.new_name(), person().id, said)


def _ended(organisation: str, profile: str, loan: str, form: Form) -> str:
    """All that is said of a loan ends on a day; the answer is the name of the profile."""
    prefix = f"{PRODUCT}.{loan}"
    with writing() as tx:
        check(tx, organisation, Role.MANAGER)
        own = own_profile(tx, organisation, profile)
        for day in (form.since, *own.planned(form.since)):     # nothing that was said for later brings it back
            stands = under(own.standing(day), prefix)
            if stands:
                lender_profiles.say(tx, organisation, profile, person().id, Said(
                    day, {f"{prefix}.{name}": None for name in stands}, id=form.key if day == form.since else ""))
    return profile


def _loan(name: str) -> Section:
    return Section(f"{PRODUCT}.{name}", (*PRODUCT_FIELDS, *TERMS), "lending/profile_loan.html",
                   lambda values, _since: terms_refused(values))


def _form(own: OwnProfile, section: Section, form: Form) -> str:
    asked = {name: replace(each, question=profile_shown.remarked(own, section.prefix, form.shown, each.question))
             for name, each in form.asked.items()}
    return render_template(section.template, **place(own), form=replace(form, asked=asked), fields=section.fields,
                           loan=section.prefix.partition(".")[2],
                           is_new=not under(own.standing(form.shown), section.prefix))


def _to_profile(organisation: str, profile: str, news: str) -> Response:
    flash(_(news), "ok")
    return redirect(url_for("profiles.one", organisation=organisation, profile=profile))
