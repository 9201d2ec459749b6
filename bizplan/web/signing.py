"""Signing in and out: what happens to the cookies and the session, wherever somebody comes in.

Every way in ends in ``sign_in_as``: a new token, the old session ended, the form's secrets renewed.
"""

import logging
from ipaddress import IPv6Address, ip_address, ip_network

from flask import current_app, g, request, session, url_for
from werkzeug.exceptions import HTTPException, TooManyRequests
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response

from bizplan.domain.people import Person
from bizplan.storage import Transaction, attempts, parked, sessions
from bizplan.storage.attempts import Limit

from . import access, parking

LOG = logging.getLogger("bizplan.access")
GOING = "going"
LONGEST_ADDRESS = 1_000
CLEARED = '"cache", "storage"'
"""Not "cookies": that would also clear those of other applications under the same domain; ours are deleted by name."""


def sign_in_as(tx: Transaction, response: Response, person: Person, *, own_device: bool, strong: bool) -> Response:
    """The browser that gets this response is signed in; staff who are not ``strong`` are halfway in.

    Staff have no device of their own here: their sessions end after hours, whatever they declare.
    """
    end_session(tx)
    own = own_device and not person.is_staff
    token = sessions.start(tx, person.id, staff=person.is_staff, own_device=own, strong=strong)
    on_the_way = going()
    _forget_form()
    if on_the_way:
        session[GOING] = on_the_way                         # a second factor, a consent or a kept form may come first
    response.set_cookie(
        access.cookie_name(), token, max_age=sessions.OWN_DEVICE if own else None, path="/", httponly=True,
        secure=access.config().is_secure, samesite="Lax")
    parking.mark_device(response, person.id, own_device=own)
    LOG.info("person %s signed in%s", person.id, "" if strong or not person.is_staff else ", a second factor to come")
    return response


def renew(tx: Transaction, response: Response, person: Person) -> None:
    """Something about the ways in changed: all sessions end, and this browser gets a new one like its own."""
    own = g.session is not None and g.session.own_device
    sessions.end_all(tx, person.id)
    sign_in_as(tx, response, person, own_device=own, strong=person.is_staff)


def sign_out(tx: Transaction, response: Response) -> None:
    """The session ends on the server; a copy of its cookie is worth nothing."""
    end_session(tx)
    _forget_form()
    response.delete_cookie(access.cookie_name(), path="/", httponly=True, secure=access.config().is_secure,
                           samesite="Lax")
    response.headers["Clear-Site-Data"] = CLEARED


def forget_device(response: Response) -> None:
    """The browser no longer says who was here."""
    response.delete_cookie(parking.cookie_name(), path="/", httponly=True, secure=access.config().is_secure,
                           samesite="Lax")


def end_session(tx: Transaction) -> None:
    """Ends the session of the cookie that came along, living or not."""
    found = sessions.session(tx, request.cookies.get(access.cookie_name(), ""))
    if found is not None:
        sessions.end(tx, found.id)


def next_page(tx: Transaction, person: Person) -> str:
    """Where somebody goes after signing in: to what was set aside, to where they were going, or home."""
    if parked.parked_by(tx, parking.device(), person.id):
        return url_for("account.parked")
    was_theirs = parking.last_person() in ("", person.id)
    return (going() if was_theirs else None) or url_for("start.home")


def going() -> str | None:
    """The page to which somebody was on their way."""
    return known_address(str(session.get(GOING, "")))


def remember_where() -> None:
    """After signing in the person comes back to this page."""
    session[GOING] = request.full_path.rstrip("?")[:LONGEST_ADDRESS]


def known_address(address: str) -> str | None:
    """An address of a page of this application, or None: nobody is sent elsewhere from here."""
    path = address.partition("?")[0]
    if not path.startswith("/") or path.startswith("//") or "\\" in address or not address.isprintable():
        return None
    try:
        current_app.create_url_adapter(request).match(path, method="GET")       # type: ignore[union-attr]
    except (HTTPException, RequestRedirect):
        return None
    return address


def network() -> str:
    """The network that a request comes from, as its connection says; headers that anybody can write do not count."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ip_network(f"{address}/{24 if address.version == 4 else 64}", strict=False))


def hold_back(*limits: tuple[Limit, str]) -> None:
    """Counts a try for each limit and subject; raises TooManyRequests where it was too often."""
    with access.writing() as tx:
        for limit, subject in limits:
            if wait := attempts.count(tx, limit, subject):
                raise TooManyRequests(retry_after=wait.seconds)


def forgive(tx: Transaction, *limits: tuple[Limit, str]) -> None:
    """It was them: what they tried before no longer counts."""
    for limit, subject in limits:
        attempts.forget(tx, subject, limit)


def _forget_form() -> None:
    """The secrets of the forms are new for whoever comes now."""
    session.clear()
    g.pop("csrf_token", None)
