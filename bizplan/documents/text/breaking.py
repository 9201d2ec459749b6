"""Where a line may end: after a space or a hyphen, never inside an amount or before its unit.

A short form of the Unicode line breaking rules (UAX #14) for the languages of the dossier. No-break
spaces are not among the places, so that what was written with one stays together.
"""

import re
from typing import NamedTuple

SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"  # all but the no-break ones: U+00A0, U+2007, U+202F
PLACES = re.compile(rf"[{SPACES}]+|[\u1361\u200b]|(?<=\w)[-\u2010\u2013\u2014/](?=[^\W\d_])")
AMOUNT_BEFORE, AMOUNT_AFTER = re.compile(r"[\d€$£¥]$"), re.compile(r"[€$£¥%‰]|\d{3}(?!\d)")
CURRENCY_BEFORE = re.compile("[€$£¥]$")
OPENING, CLOSING = frozenset("«‹([{"), frozenset("!?:;»›)]}%؟؛،፧")


class Place(NamedTuple):
    """A place where a line may end: where its words end, and where the next line begins."""

    words_end: int
    next_start: int


def break_places(text: str, start: int, end: int) -> list[Place]:
    """Every place where the text between `start` and `end` may be broken, and its end."""
    places = []
    for match in PLACES.finditer(text, start, end):
        is_space = match[0][0].isspace()
        if match.end() < end and not (is_space and holds_together(text, match.start(), match.end())):
            places.append(Place(match.start() if is_space else match.end(), match.end()))
    return [*places, Place(trimmed_end(text, start, end), end)]


def holds_together(text: str, start: int, end: int) -> bool:
    """Whether a space belongs to an amount ("12 500 €") or stands before closing punctuation ("combien ?")."""
    before, after = text[start - 1 : start], text[end : end + 4]
    if before in OPENING or after[:1] in CLOSING:
        return True
    amount = AMOUNT_BEFORE.search(before) and AMOUNT_AFTER.match(after)
    return bool(amount) or bool(CURRENCY_BEFORE.search(before) and after[:1].isdigit())


def trimmed_end(text: str, start: int, end: int) -> int:
    """Where the words end, before the spaces at the end of a line."""
    while end > start and text[end - 1].isspace() and text[end - 1] not in "\u00a0\u2007\u202f":
        end -= 1
    return end
