"""What may be printed of what was typed: no controls, no broken code points, marks in bounded numbers."""

import re
from collections.abc import Iterator
from unicodedata import combining, normalize

LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"
NO_BREAK_SPACE = "\u00a0"
LONGEST_NAME = 300

LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
TABS = re.compile("[\t\x1f]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ufeff]")
BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\ufffd"
DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# UAX #15, Stream-Safe Text Format: after thirty marks a joiner is put in, so that sorting marks stays cheap.
MOST_MARKS = 30
GRAPHEME_JOINER = "\u034f"


def left_to_right(text: str) -> str:
    """The same words held together left to right wherever they stand: "€ 12.500", a telephone number."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}"


def printable(text: str) -> str:
    """The text as it is set: composed, without control characters, line ends as newlines, tabs as spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = CONTROLS.sub("", TABS.sub(" ", LINE_ENDS.sub("\n", text)))
    return normalize("NFC", "".join(stream_safe(BROKEN.sub(REPLACEMENT, text))))


def in_one_line(text: str) -> str:
    """A name as titles and the properties of a document carry it: printable, on one line, of a length that is read."""
    words = re.sub("[ \n]+", " ", printable(text)).strip()
    return words if len(words) <= LONGEST_NAME else f"{words[:LONGEST_NAME].rstrip()}…"


def stream_safe(text: str) -> Iterator[str]:
    """The characters of the text, with a joiner wherever more than thirty marks follow each other."""
    marks = 0
    for character in text:
        marks = marks + 1 if combining(character) else 0
        if marks > MOST_MARKS:
            yield GRAPHEME_JOINER
            marks = 1
        yield character
