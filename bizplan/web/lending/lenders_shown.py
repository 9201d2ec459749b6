"""Lenders as pages name them: whom one can ask for a credit, and what each asks to see beside the usual cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import g

from bizplan.domain.clock import today
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.lenders_here import lenders_with_papers
from bizplan.domain.lending.profiles import OwnProfile
from bizplan.domain.plan import Plan
from bizplan.domain.readiness.lending import ANY_LENDER, asked_loans, lending_of
from bizplan.domain.recipients import HOUSEHOLD, MORE
from bizplan.storage import Transaction, lender_profiles, people
from bizplan.storage.people import Organisation
from financial_models.law import Lender, lender, lenders

from ..access import reading
from ..languages import say as _

HERE, ELSEWHERE = "organisation", "lender"


@dataclass(frozen=True)
class Asked:
    """Whom one asks for a credit: an organisation that works here, a lender by its profile, or both."""

    key: str
    label: str
    lender: str
    organisation: str | None = None


def choices(tx: Transaction) -> tuple[Asked, ...]:
    """Whom one can ask: first the organisations whose officers work here, then the other lenders that are known."""
    here = [each for each in people.organisations(tx) if each.kind == people.LENDING]
    taken = {profile_of(each.name) for each in here} - {ANY_LENDER}
    elsewhere = sorted((each for each in lenders(today()) if each.name not in taken),
                       key=lambda each: (each.name == ANY_LENDER, each.title.text(g.language).casefold()))
    return (*(one for each in here for one in _here(tx, each)),
            *(Asked(f"{ELSEWHERE}:{each.name}", each.title.text(g.language), each.name) for each in elsewhere))


def own_profiles() -> tuple[OwnProfile, ...]:
    """What the organisations that lend here say of themselves."""
    with reading() as tx:
        return lender_profiles.profiles_here(tx)


def known_lenders(on: date) -> tuple[Lender, ...]:
    """All lenders of a day, the published ones and those that say themselves what they offer here, or which papers."""
    return lenders_with_papers(own_profiles(), on)


def profile_of(organisation: str) -> str:
    """The profile of an organisation by its name: that of the lender which is called the same, else the common one."""
    named = (each.name for each in lenders() if each.title.en.casefold() == organisation.strip().casefold())
    return next(named, ANY_LENDER)


def chosen_by(plan: Plan, offered: tuple[Asked, ...]) -> str:
    """The lender that the plan names for the first credit it asks for, as one of the choices."""
    rows = asked_loans(plan)
    if not rows or plan.answer("loans[].profile", rows[0]) is None:
        return ""
    name = lending_of(plan, rows[0], today()).lender.name
    return next((each.key for each in offered if each.lender == name and name != ANY_LENDER), "")


def lender_name(tx: Transaction, application: Application) -> str:
    """What the lender of an application is called: the organisation that works here, else the lender by its profile."""
    if application.organisation:
        return people.organisation_name(tx, application.organisation)
    return profile_title(tx, application)


def profile_title(tx: Transaction, application: Application) -> str:
    """What the profile of an application is called, its own or a published one; a lender without one has its name."""
    if application.lender == ANY_LENDER and application.organisation:
        return people.organisation_name(tx, application.organisation)
    found = lender_profiles.lender(tx, application.lender, today()) or profile(application.lender)
    return found.title.text(g.language) if found else _("Another lender")


def profile(name: str, on: date | None = None) -> Lender | None:
    """The profile of a lender by its name, where there is one."""
    known = {each.name for each in lenders()}
    return lender(name, on or today()) if name in known else None


def asked_for(tx: Transaction, application: Application) -> tuple[str, ...]:
    """What a lender asks to see beside the usual cut, by its profile; nothing where its profile asks for none."""
    own = lender_profiles.profile(tx, application.organisation, application.lender)
    told = own.about(today()) if own else profile(application.lender)
    return tuple(each for each in MORE if each in getattr(told, "asks_for", ()))


def offered_beside(asked: tuple[str, ...]) -> tuple[str, ...]:
    """What one can show a lender beside the usual cut: what it asks for, and always the lines of the household."""
    return tuple(each for each in MORE if each == HOUSEHOLD or each in asked)


def _here(tx: Transaction, organisation: Organisation) -> Iterator[Asked]:
    """An organisation that works here by each profile that it wrote itself, else by a published one."""
    own = [(each.name, told.title) for each in lender_profiles.profiles_of(tx, organisation.id)
           if (told := each.about(today()))]
    for name, title in own:
        label = f"{organisation.name} · {title}" if len(own) > 1 else organisation.name
        yield Asked(f"{HERE}:{organisation.id}:{name}", label, name, organisation.id)
    if not own:
        yield Asked(f"{HERE}:{organisation.id}", organisation.name, profile_of(organisation.name), organisation.id)
