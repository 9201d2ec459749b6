"""What a lender says of itself, as its managers and its officers read it: today, for later, and ever.

Whatever belongs to another organisation, or to one that does not lend, is not here.
"""

from flask import Blueprint, abort, render_template

from bizplan.domain.clock import today
from bizplan.domain.lending.profiles import OwnProfile
from bizplan.domain.people import Role
from bizplan.storage import Transaction, lender_profiles, people

from ..access import Entry, enters, person, reading
from . import profile_shown
from .profile_forms import day_asked

AREA = Blueprint("profiles", __name__, url_prefix="/<language>/team/<organisation>/lender")


@AREA.get("")
@enters(Entry.STAFF)
def every(organisation: str) -> str:
    """The profiles of the organisation."""
    with reading() as tx:
        manages = check(tx, organisation, Role.MANAGER, Role.OFFICER)
        found, name = lender_profiles.profiles_of(tx, organisation), people.organisation_name(tx, organisation)
    listed = [(each.name, about.title, len(each.products(today()))) for each in found
              if (about := each.about(max(today(), each.shown_on)))]
    return render_template("lending/profiles.html", organisation=organisation, name=name, profiles=listed,
                           manages=manages)


@AREA.get("/<profile>")
@enters(Entry.STAFF)
def one(organisation: str, profile: str) -> str:
    """What a profile says today, since when and on whose word, and what was said already for later."""
    with reading() as tx:
        manages = check(tx, organisation, Role.MANAGER, Role.OFFICER)
        own = own_profile(tx, organisation, profile)
    return render_template(
        "lending/profile.html", **place(own), manages=manages, later=profile_shown.planned(own),
        about=profile_shown.about_lines(own, today()), loans=profile_shown.loans(own, today()),
        limits=profile_shown.own_limits(own, today()), common=profile_shown.common_limits(own, today()))


@AREA.get("/<profile>/preview")
@enters(Entry.STAFF)
def preview(organisation: str, profile: str) -> str:
    """The profile as an entrepreneur reads of it, on a day."""
    with reading() as tx:
        check(tx, organisation, Role.MANAGER, Role.OFFICER)
        own = own_profile(tx, organisation, profile)
    on = day_asked()
    about, found = own.about(on), own.lender(on)
    if about is None or found is None:
        abort(404)
    return render_template(
        "lending/profile_preview.html", **place(own), about=about, on=on,
        loans=profile_shown.offered(own, found, on), papers=profile_shown.labels("papers", about.papers),
        asks_for=profile_shown.labels("asks_for", about.asks_for))


@AREA.get("/<profile>/history")
@enters(Entry.STAFF)
def history(organisation: str, profile: str) -> str:
    """Every change that was ever made, with who and when."""
    with reading() as tx:
        check(tx, organisation, Role.MANAGER, Role.OFFICER)
        own = own_profile(tx, organisation, profile)
        told = profile_shown.history(tx, own)
    return render_template("lending/profile_history.html", **place(own), changes=told)


def place(own: OwnProfile) -> dict[str, object]:
    """Where a page is: the organisation, the profile and what it is called."""
    about = own.about(max(today(), own.shown_on))
    return {"organisation": own.organisation, "profile": own.name, "name": about.title if about else own.name}


def own_profile(tx: Transaction, organisation: str, profile: str) -> OwnProfile:
    """A profile of the organisation; any other is not here."""
    found = lender_profiles.profile(tx, organisation, profile)
    if found is None:
        abort(404)
    return found


def check(tx: Transaction, organisation: str, *roles: Role) -> bool:
    """Whether the person manages it; one that does not lend, or in which they have none of these roles, is not here."""
    theirs = {each.role for each in people.roles_of(tx, person().id) if each.organisation == organisation}
    if not theirs & set(roles) or not people.lends(tx, organisation):
        abort(404)
    return Role.MANAGER in theirs
