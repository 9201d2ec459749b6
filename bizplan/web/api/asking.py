"""What a system asks for in an address: each parameter once, known, and understood, or the request is refused."""

import re
from collections.abc import Collection
from datetime import UTC, datetime, timedelta, timezone

from flask import abort, request
from werkzeug.datastructures import MultiDict

from bizplan.domain.lending.standing import Standing
from bizplan.storage.handed_in import Asked, Place

from .problems import NotUnderstood

USUAL, MOST = 50, 100
CURSOR = re.compile(r"([0-9a-f]{1,13})-([0-9a-f]{32})")
MOMENT = re.compile(r"([12]\d{3}-\d\d-\d\d)T(\d\d:\d\d):(\d\d)(\.\d+)?(Z|([+-])(\d\d):([0-5]\d))",
                    re.ASCII | re.IGNORECASE)
LEAP_SECOND = "60"


def asked() -> Asked:
    """Which applications are asked for; raises NotUnderstood."""
    said = _once(request.args, ("cursor", "limit", "since", "state"))
    return Asked(
        _limit(said["limit"]) if "limit" in said else USUAL, _place(said["cursor"]) if "cursor" in said else None,
        _standing(said["state"]) if "state" in said else None, _moment(said["since"]) if "since" in said else None)


def nothing() -> None:
    """No parameters are known here; raises NotUnderstood."""
    _once(request.args, ())


def takes(*mimetypes: str) -> None:
    """The system takes what there is, or one of what there may be; raises NotAcceptable."""
    if request.accept_mimetypes and not any(map(request.accept_mimetypes.quality, mimetypes)):
        abort(406)


def cursor(place: Place) -> str:
    """Where a page ended, as the next one is asked for."""
    return f"{_microseconds(place.at):x}-{place.application}"


def _once(args: MultiDict[str, str], known: Collection[str]) -> dict[str, str]:
    for name, values in args.lists():
        if name not in known:
            raise NotUnderstood(f"There is no parameter {name[:40]!r} here; known are: {', '.join(known) or 'none'}.")
        if len(values) > 1:
            raise NotUnderstood(f"The parameter {name!r} stands there {len(values)} times: give it once.")
    return args.to_dict()


def _limit(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) or int(text) > MOST:
        raise NotUnderstood(f"limit is {text[:40]!r}: give a whole number from 1 to {MOST}.")
    return int(text)


def _place(text: str) -> Place:
    found = CURSOR.fullmatch(text)
    if found is None:
        raise NotUnderstood("The cursor is none of ours: give 'next' of the page before as it is.")
    return Place(datetime.fromtimestamp(0, UTC) + timedelta(microseconds=int(found[1], 16)), found[2])


def _standing(text: str) -> Standing:
    try:
        return Standing(text)
    except ValueError as error:
        known = ", ".join(each.value for each in Standing)
        raise NotUnderstood(f"state is {text[:40]!r}: give one of {known}.") from error


def _moment(text: str) -> datetime:
    """A moment as RFC 3339 writes it; a leap second is the second before it."""
    found = MOMENT.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        second = "59" if found[3] == LEAP_SECOND else found[3]
        written = datetime.fromisoformat(f"{found[1]}T{found[2]}:{second}{(found[4] or '')[:7]}")
        return written.replace(tzinfo=_zone(found)).astimezone(UTC)
    except ValueError as error:
        raise NotUnderstood(f"since is {text[:40]!r}: give a moment such as 2026-11-28T19:00:00Z.") from error


def _zone(found: re.Match[str]) -> timezone:
    if found[6] is None:
        return UTC
    away = timedelta(hours=int(found[7]), minutes=int(found[8]))
    return timezone(-away if found[6] == "-" else away)


def _microseconds(at: datetime) -> int:
    return (at - datetime.fromtimestamp(0, UTC)) // timedelta(microseconds=1)
