"""Who may enter: every page says it, and a page that does not say it opens for nobody.

A plan in which somebody takes no part does not exist for them: not "forbidden" but "not found".
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.config import Config
from bizplan.domain.people import CONSENT, Person, Role
from bizplan.storage import Storage, Transaction, consents, participants, people, plans, readings, sessions
from bizplan.storage.database import NotSaved
from bizplan.storage.sessions import Session

from . import readers

if TYPE_CHECKING:
    from bizplan.domain.lending.applications import Application
    from bizplan.storage.plans import Kept

MOST_FIELDS = 1_000


@dataclass(frozen=True)
class Halfway:
    """Staff who showed one factor and not yet the second: nobody is signed in so far."""

    session: Session
    person: Person


class Entry(Enum):
    """For whom a page opens."""

    ANYONE = "anyone"
    DEMO = "anyone, in a demo folder on loopback"
    PERSON = "whoever is signed in"
    ADMINISTRATOR = "administrators"
    STAFF = "coaches, officers, managers and administrators"
    COACH = "coaches"
    MANAGER = "managers"
    OFFICER = "officers"
    ITS_OFFICER = "the officers of the organisation at which the credit of the address is asked for"
    READER = "whoever may read what was handed in for it: those officers, and whoever holds a living link to it"
    API = "a system with a token of the organisation"
    OWNER = "the entrepreneur whose plan it is"
    ITS_COACH = "the coaches of the plan"
    PARTICIPANT = "the entrepreneur whose plan it is, and its coaches"


LOG = logging.getLogger("bizplan.access")
OF_A_PLAN = {
    Entry.OWNER: {Role.ENTREPRENEUR}, Entry.ITS_COACH: {Role.COACH},
    Entry.PARTICIPANT: {Role.ENTREPRENEUR, Role.COACH},
}
ROLES_OF = {
    Entry.ADMINISTRATOR: {Role.ADMINISTRATOR}, Entry.COACH: {Role.COACH}, Entry.MANAGER: {Role.MANAGER},
    Entry.OFFICER: {Role.OFFICER}, Entry.ITS_OFFICER: {Role.OFFICER},
    Entry.STAFF: {role for role in Role if role.is_staff},
}
View = TypeVar("View", bound=Callable[..., Any])


def enters(entry: Entry, *, before_consent: bool = False, in_archive: bool = False) -> Callable[[View], View]:
    """Says of a page for whom it opens, and whether an entrepreneur may see it before agreeing.

    A plan in the archive is only read: what is posted to it is refused, but for pages that say ``in_archive``.
    """
    def say(view: View) -> View:
        view.entry, view.before_consent, view.in_archive = (            # type: ignore[attr-defined]
            entry, before_consent, in_archive)
        return view
    return say


def takes_file(largest: int) -> Callable[[View], View]:
    """Says of a page that takes a file how large that may be, where it is more than a form may bring otherwise."""
    def say(view: View) -> View:
        view.largest_file = largest                                     # type: ignore[attr-defined]
        return view
    return say


def config() -> Config:
    """How this installation is set up."""
    found: Config = current_app.extensions["bizplan"][0]
    return found


def storage() -> Storage:
    """Where this installation keeps things."""
    found: Storage = current_app.extensions["bizplan"][1]
    return found


def reading() -> AbstractContextManager[Transaction]:
    """A transaction that changes nothing."""
    return storage().reading()


def writing() -> AbstractContextManager[Transaction]:
    """A transaction that is kept whole, or not at all."""
    return storage().writing()


def person() -> Person:
    """Who is signed in, on a page that opens only then."""
    found: Person = g.person
    return found


def kept() -> "Kept":
    """The plan that the address names."""
    found: Kept = g.kept
    return found


def application() -> "Application":
    """The application for a credit that the address names."""
    found: Application = g.application
    return found


def cookie_name() -> str:
    """The cookie that holds the token of the session."""
    return "__Host-bizplan" if config().is_secure else "bizplan"


def furnish(app: Flask) -> None:
    """Lets nobody in where the page does not say so."""

    @app.before_request
    def check() -> AnyResponse | None:
        g.person = g.session = g.kept = g.role = g.halfway = g.application = g.visit = g.token = None
        if request.endpoint in (None, "static"):
            return None                                     # no such page, or no page at all
        view: Any = app.view_functions[request.endpoint]
        entry = getattr(view, "entry", None)
        if entry is None or (entry is Entry.DEMO and not config().demo):
            abort(404)
        if request.headers.get("Sec-Fetch-Site") == "cross-site" and request.method not in ("GET", "HEAD"):
            abort(403)
        if sum(map(len, request.form.listvalues())) > MOST_FIELDS:
            abort(413)
        if entry is Entry.API:
            _let_system_in()
            return None
        with reading() as tx:
            _recognise(tx)
            refused = _refused(tx, entry, before_consent=view.before_consent)
            if refused is None and _is_put_away() and not view.in_archive:
                abort(409)
            unnoted = refused is None and _is_unnoted(tx)
            unopened = refused is None and entry is Entry.READER and readers.is_unnoted(tx)
        if refused is not None:
            return refused()                                # nothing is being read any more: it may write
        _write_down(unnoted=unnoted)
        if unopened:
            readers.write_down()                            # nobody reads it where that cannot be written down
        return None


def _let_system_in() -> None:
    """A system shows a token, and no cookie of anybody counts."""
    from .api import door
    g.token = door.let_in()


def _recognise(tx: Transaction) -> None:
    """Who is behind the cookie, if anybody."""
    token = request.cookies.get(cookie_name(), "")
    session = sessions.session(tx, token) if token else None
    who = people.person(tx, session.person) if session else None
    if session and who and sessions.is_living(session, tx.now, staff=who.is_staff):
        if who.is_staff and not session.strong:
            g.halfway = Halfway(session, who) if tx.now - session.made_at < sessions.HALFWAY else None
        else:
            g.session, g.person = session, who


def _refused(tx: Transaction, entry: Entry, *, before_consent: bool) -> Callable[[], AnyResponse] | None:
    """What makes the answer instead of the page, or nothing where it opens."""
    if entry in (Entry.ANYONE, Entry.DEMO):
        return None
    if entry is Entry.READER:
        return _take_reader(tx)
    if g.person is None:
        return _to_sign_in
    if entry in ROLES_OF and not ROLES_OF[entry] & set(g.person.roles):
        abort(404)
    if entry in OF_A_PLAN:
        _take_plan(tx, entry)
    if entry is Entry.ITS_OFFICER:
        _take_application(tx)
    if not before_consent and g.person.role is Role.ENTREPRENEUR and not consents.stands(tx, g.person.id, CONSENT):
        return _to_consent
    return None


def _take_plan(tx: Transaction, entry: Entry) -> None:
    plan = str((request.view_args or {}).get("plan", ""))
    g.kept = plans.plan(tx, plan)
    g.role = participants.role_in(tx, plan, g.person.id) if g.kept else None
    if g.role not in OF_A_PLAN[entry]:
        LOG.warning("person %s asked for a plan that is not theirs: %s", g.person.id, request.endpoint)
        abort(404)
    if g.role is not Role.ENTREPRENEUR and not consents.stands(tx, g.kept.owner, CONSENT):
        abort(404)                                          # nobody reads along before they agreed, or after


def _take_application(tx: Transaction) -> None:
    """The application of the address, for an officer who works where it was handed in."""
    g.application = readers.for_officer(tx)
    if g.application is None:
        _not_theirs()
    g.agreed = consents.owner_agrees(tx, g.application.plan, CONSENT)


def _take_reader(tx: Transaction) -> Callable[[], AnyResponse] | None:
    """The same, for those officers and for whoever came by a link; what makes the answer where it is neither."""
    g.application, g.visit = readers.found(tx)
    g.agreed = g.application is not None
    if g.agreed:
        return None
    if readers.has_token():
        return readers.gone
    if g.person is None:
        return _to_sign_in
    return _not_theirs


def _not_theirs() -> NoReturn:
    LOG.warning("person %s asked for an application that is not theirs: %s", g.person.id, request.endpoint)
    abort(404)


def _is_put_away() -> bool:
    """Whether something is posted to a plan that is in the archive."""
    return g.kept is not None and g.kept.archived_at is not None and request.method == "POST"


def _to_sign_in() -> AnyResponse:
    """To the sign-in page, and back here from there; what was posted is set aside, so that nothing typed is lost."""
    if request.accept_mimetypes.best == "application/json":
        return Response('{"sign_in": true}', status=401, mimetype="application/json")
    return _elsewhere("account.second_factor" if g.halfway else "account.sign_in")


def _to_consent() -> AnyResponse:
    """To the consent, and back here from there; what was posted is set aside as well."""
    return _elsewhere("account.consent")


def _elsewhere(endpoint: str) -> AnyResponse:
    from . import parking, signing
    answer = redirect(url_for(endpoint))
    if request.method == "POST":
        return parking.set_aside(answer)
    signing.remember_where()
    return answer


def _is_unnoted(tx: Transaction) -> bool:
    return g.kept is not None and request.method == "GET" and not readings.is_noted(
        tx, g.kept.id, g.session.id, _part())


def _write_down(*, unnoted: bool) -> None:
    """That somebody was here, and which plan they opened.

    Where the database takes nothing, entrepreneurs still read their own plan; nobody else reads it unseen.
    """
    session: Session | None = g.session
    if session is None:
        return
    now = datetime.now(session.seen_at.tzinfo)
    if not unnoted and now - session.seen_at < sessions.SEEN_EVERY:
        return
    try:
        with writing() as tx:
            sessions.touch(tx, session.id)
            if unnoted:
                readings.note(tx, g.kept.id, g.person.id, session.id, g.role, _part())
    except NotSaved as error:
        if unnoted and g.role is not Role.ENTREPRENEUR:
            raise
        LOG.error("not written down that somebody was here: %s", error)


def _part() -> str:
    """The part of a plan that a page shows."""
    return (request.endpoint or "").replace(".", " ")[:40]
