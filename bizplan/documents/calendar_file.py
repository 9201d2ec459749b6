"""An appointment as a calendar file (RFC 5545), which a telephone or a mail program takes into its calendar.

It says when and where, and where more is to be read; nothing of the plan and nothing of who meets whom.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75
"""Octets of a line without its end; the space that begins a line that goes on is one of them (RFC 5545, 3.1)."""
PRODUCT = "-//bizplan//bizplan//EN"
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Event:
    """What stands in a calendar: ``uid`` stays the same when it moves, ``sequence`` counts how often it did."""

    uid: str
    sequence: int
    begins_at: datetime
    ends_at: datetime
    summary: str
    where: str
    url: str
    language: str
    cancelled: bool = False


def calendar_file(event: Event, made_at: datetime) -> bytes:
    """The calendar file of an event, as it was at a moment."""
    return "".join(f"{folded(line)}\r\n" for line in _lines(event, made_at)).encode()


def escaped(text: str) -> str:
    """A text as a value: its line ends, commas and semicolons cannot end it (RFC 5545, 3.3.11)."""
    plain = CONTROLS.sub("", LINE_ENDS.sub("\n", text)).replace("\t", " ")
    return "".join(ESCAPES.get(character, character) for character in plain)


def folded(line: str) -> str:
    """A line in parts of 75 octets at most, none of which cuts a character."""
    parts, room = [""], LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append("")
            room = LONGEST_LINE - 1
        parts[-1] += character
        room -= size
    return "\r\n ".join(parts)


def _lines(event: Event, made_at: datetime) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "BEGIN:VEVENT", f"UID:{event.uid}", f"SEQUENCE:{event.sequence}", f"DTSTAMP:{_moment(made_at)}",
                f"DTSTART:{_moment(event.begins_at)}", f"DTEND:{_moment(event.ends_at)}",
                f"SUMMARY;LANGUAGE={event.language}:{escaped(event.summary)}")
    if event.where:
        yield f"LOCATION:{escaped(event.where)}"
    yield from (f"URL:{event.url}", f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}", "CLASS:PRIVATE",
                "END:VEVENT", "END:VCALENDAR")


def _moment(at: datetime) -> str:
    """A moment in UTC, which every calendar shows by its own clock."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
