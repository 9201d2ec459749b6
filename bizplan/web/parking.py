"""What was sent to a session that had ended: set aside under the device, offered back after signing in.

The device carries a sealed cookie that says which person signed in on it last; nobody else is offered anything.
Other sites cannot have anything set aside: the cookie does not come along with what they send.
"""

import base64
import binascii
import secrets

from flask import g, request
from werkzeug.wrappers import Response

from bizplan.storage import parked, sessions
from bizplan.storage.sealing import SealBroken

from . import access

LARGEST = 600_000
NEVER_KEPT = frozenset({"csrf_token", "password", "password_again", "pin", "pin_again", "code", "token", "resent"})
RESENT = "resent"
"""The hidden field that says which parked form is sent again."""


def cookie_name() -> str:
    """The cookie that tells devices apart."""
    return "__Host-bizplan-device" if access.config().is_secure else "bizplan-device"


def mark_device(response: Response, person: str, *, own_device: bool) -> None:
    """From now on what is sent in vain from this device is kept for this person."""
    name = device() or secrets.token_hex(16)
    sealed = access.storage().seal.sealed({"device": name, "person": person}, "device cookie")
    response.set_cookie(
        cookie_name(), base64.urlsafe_b64encode(sealed).decode(), path="/", httponly=True, samesite="Lax",
        max_age=sessions.OWN_DEVICE if own_device else None, secure=access.config().is_secure)


def device() -> str:
    """The name of this device, or "" where nobody signed in on it."""
    return _marked()[0]


def last_person() -> str:
    """Who signed in on this device last, or "" where nobody did."""
    return _marked()[1]


def set_aside(response: Response) -> Response:
    """Keeps the form that was sent, as far as it may be kept, and answers what was to be answered."""
    keeps()
    return response


def keeps() -> bool:
    """Keeps the form that was sent; False where it may not be kept, or nothing stands in it."""
    name, person = _marked()
    fields = tuple((key, value) for key, value in request.form.items(multi=True) if key not in NEVER_KEPT)
    if not name or not fields or not _may_be_kept():
        return False
    with access.writing() as tx:
        parked.set_aside(tx, name, person, request.full_path.rstrip("?"), fields)
    return True


def discard_resent(response: Response) -> Response:
    """Once a parked form was sent again and taken, it is no longer kept."""
    sent = request.form.get(RESENT, "") if request.method == "POST" and g.get("person") else ""
    if sent and response.status_code < 400 and device():
        with access.writing() as tx:
            parked.discard(tx, device(), g.person.id, sent)
    return response


def _may_be_kept() -> bool:
    from_here = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    small = (request.content_length or 0) <= LARGEST
    return from_here and small and request.blueprint != "account" and not request.files


def _marked() -> tuple[str, str]:
    """The device and the person of its cookie."""
    try:
        kept = base64.urlsafe_b64decode(request.cookies.get(cookie_name(), ""))
        marked = access.storage().seal.opened(kept, "device cookie")
    except (ValueError, binascii.Error, SealBroken):
        return "", ""
    return marked["device"], marked["person"]
