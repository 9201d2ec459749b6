"""For whom a plan was cut, as it stands in a plan file.

"released": {"for": "lender", "on": "2026-11-28", "revision": 12, "sign_off": "3f…", "engine": "a1…", "law": "9c…"}

``more`` stands there where the person agreed to show more than the usual cut: ["household"].
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from .json_document import Section
from .plan import Plan, Release
from .plan_file_error import PlanFileError, refused
from .questions import Kind, Question
from .recipients import MORE as SHOWN_BESIDE
from .recipients import Recipient
from .written_values import understood

NAME = "released"
DIGEST = re.compile(r"[0-9a-f]{16}")
MOST = 1_000_000_000
_DAY = Question(NAME, "Day", Kind.DATE)


def read_release(raw: Any) -> Release:
    """For whom and on what grounds; raises PlanFileError with the place of the first thing that is wrong."""
    if not isinstance(raw, Section):
        raise refused(NAME, raw, "write for whom the plan was cut between braces")
    if raw.twice is not None:
        raise PlanFileError(f"{NAME}.{raw.twice[:60]!r}", "stands here twice: keep one of the two.")
    for name in raw:
        if name not in _PARTS:
            raise refused(NAME, name, f"choose from {', '.join(_PARTS)}")
    if "for" not in raw:
        raise PlanFileError(f"{NAME}.for", f"is missing: write one of {', '.join(each.value for each in Recipient)}.")
    parts = {name: part for name, part in _PARTS.items() if name in raw}
    return Release(**{field: read(raw[name], f"{NAME}.{name}") for name, (field, read) in parts.items()})


def written_release(plan: Plan) -> dict[str, Any]:
    """The same as the values of a JSON document."""
    release = plan.release
    assert release is not None
    day = {"on": release.day.isoformat()} if release.day else {}
    more = {name: getattr(release, field) for name, (field, _read) in _PARTS.items() if name not in ("for", "on")}
    return {"for": release.recipient.value, **day, **{name: told for name, told in more.items() if told}}


def _recipient(raw: Any, place: str) -> Recipient:
    known = [each.value for each in Recipient]
    if raw not in known:
        raise refused(place, raw, f"choose one of {', '.join(known)}")
    return Recipient(raw)


def _day(raw: Any, place: str) -> date:
    found = understood(_DAY, raw, place)
    assert isinstance(found, date)
    return found


def _count(raw: Any, place: str) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw <= MOST:
        raise refused(place, raw, "write a whole number")
    return raw


def _digest(raw: Any, place: str) -> str:
    if not isinstance(raw, str) or not DIGEST.fullmatch(raw):
        raise refused(place, raw, "write 16 digits and letters a to f")
    return raw


def _more(raw: Any, place: str) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise refused(place, raw, "write what is shown beside the usual cut between square brackets")
    for position, each in enumerate(raw):
        if each not in SHOWN_BESIDE:
            raise refused(f"{place}[{position}]", each, f"choose from {', '.join(SHOWN_BESIDE)}")
        if each in raw[:position]:
            raise refused(f"{place}[{position}]", each, "it stands here already, write it once")
    return tuple(each for each in SHOWN_BESIDE if each in raw)


_PARTS: dict[str, tuple[str, Callable[[Any, str], Any]]] = {
    "for": ("recipient", _recipient), "on": ("day", _day), "revision": ("revision", _count),
    "sign_off": ("sign_off", _digest), "engine": ("engine", _digest), "law": ("law", _digest),
    "more": ("more", _more),
}
