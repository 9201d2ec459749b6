"""Who reads what was handed in: officers of its organisation, and whoever holds a living link to it.

Each request asks again, so what was taken back is gone at the next; and each opening is written down.
"""

from flask import g, make_response, render_template, request
from werkzeug.wrappers import Response

from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.links import Visit
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import Transaction, applications, consents, links, openings, people
from bizplan.storage.openings import Reader

from . import access

PHONES = ("mobi", "android", "iphone", "ipad")
NOBODY = None, None


def cookie_name() -> str:
    """The cookie that holds the token of a visit."""
    return f"{access.cookie_name()}-visit"


def token() -> str:
    """The token of the visit that this browser is on, if any."""
    return request.cookies.get(cookie_name(), "")


def visit() -> Visit | None:
    """By which link somebody reads who has no account; None for officers."""
    found: Visit | None = g.visit
    return found


def has_token() -> bool:
    """Whether somebody came by a link before: what they hear is that it is no longer available."""
    return bool(token())


def for_officer(tx: Transaction) -> Application | None:
    """The application that the address names, for an officer who works where it was handed in; else None."""
    found = applications.application(tx, _wanted())
    if g.person is None or found is None or not found.was_submitted:
        return None
    works_at = {each.organisation for each in people.roles_of(tx, g.person.id) if each.role is Role.OFFICER}
    return found if found.organisation in works_at else None


def found(tx: Transaction) -> tuple[Application | None, Visit | None]:
    """The application that the address names, for whoever may read it, with the visit that lets them."""
    theirs, by = for_officer(tx), None
    if theirs is None and has_token():
        by = links.visit(tx, token())
        theirs = applications.application(tx, _wanted()) if by and by.application == _wanted() else None
    if theirs is None or not consents.owner_agrees(tx, theirs.plan, CONSENT):
        return NOBODY                                       # nobody reads on after the entrepreneur took it back
    return theirs, by


def is_unnoted(tx: Transaction) -> bool:
    """Whether this is an opening that is not written down yet."""
    return request.method == "GET" and not openings.is_noted(tx, g.application.id, _reader(), _part())


def write_down() -> None:
    """That somebody opened this part; raises NotSaved, for nobody reads it unseen."""
    with access.writing() as tx:
        openings.note(tx, g.application.id, g.application.plan, _reader(), _part(), device())


def device() -> str:
    """On what somebody reads, as coarsely as it is told: a phone or a computer."""
    agent = request.user_agent.string.casefold()
    return "phone" if any(each in agent for each in PHONES) else "computer" if agent else ""


def gone() -> Response:
    """The one answer to every link that opens nothing: unknown, over, taken back, of a plan that went."""
    return make_response(render_template("lending/gone.html"), 404)


def _reader() -> Reader:
    reader: Reader = g.visit or g.session
    return reader


def _wanted() -> str:
    return str((request.view_args or {}).get("application", ""))


def _part() -> str:
    """The part of what was handed in that a page shows."""
    return (request.endpoint or "").replace(".", " ")[:40]
