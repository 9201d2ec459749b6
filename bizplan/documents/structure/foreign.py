"""Texts of a document that are known to be in another language than its own, found again wherever they are printed.

What somebody wrote stands in sentences, in tables, in titles and in the labels of figures, and what is printed there is
one text by then.  So a document knows these texts, and its words are looked through as they are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

ELLIPSIS = "…"
LEAST_CUT = 6
"""So much must be left of a text that was cut to be known again."""
WORD = re.compile(r"\w+")
ORDERING = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


class Passage(NamedTuple):
    """Characters of a text that are in one language; "" for that of what is around them."""

    start: int
    end: int
    language: str


class Foreign:
    """The texts by their languages: those that stand alone where they are printed, and those also inside others."""

    def __init__(self, alone: Mapping[str, str] | None = None, inside: Mapping[str, str] | None = None) -> None:
        self.inside = dict(inside or {})
        self.whole = {**(alone or {}), **self.inside}
        self.by_word: dict[str, list[tuple[str, int]]] = {}  # the longest first, and where in it its first word stands
        for known in sorted(self.inside, key=len, reverse=True):
            word = WORD.search(known)
            if word:
                self.by_word.setdefault(word[0], []).append((known, word.start()))
        self.known: dict[str, tuple[Passage, ...]] = {}

    def passages(self, text: str) -> tuple[Passage, ...]:
        """A text from its beginning to its end, cut where the language changes."""
        if not self.whole:
            return (Passage(0, len(text), ""),)
        if text not in self.known:
            self.known[text] = tuple(self.cut(text))
        return self.known[text]

    def cut(self, text: str) -> Iterator[Passage]:
        """The same, looked up for the first time."""
        language = self.whole.get(text.translate(ORDERING).strip(), "")
        start = 0
        for begins, ends, spoken in [(0, len(text), language)] if language else [*self.found(text), *self.begun(text)]:
            if start < begins:
                yield Passage(start, begins, "")
            if start <= begins:
                yield Passage(begins, ends, spoken)
                start = ends
        if start < len(text) or not text:
            yield Passage(start, len(text), "")

    def found(self, text: str) -> Iterator[Passage]:
        """Known texts inside a text, as words of their own."""
        for word in WORD.finditer(text) if self.by_word else ():
            for known, ahead in self.by_word.get(word[0], ()):
                begins = word.start() - ahead
                ends = begins + len(known)
                if begins >= 0 and text.startswith(known, begins) and not text[ends:ends + 1].isalnum():
                    yield Passage(begins, ends, self.inside[known])
                    break

    def begun(self, text: str) -> Iterator[Passage]:
        """The known text of which the end was cut off, where an ellipsis says so."""
        stem = text.removesuffix(ELLIPSIS).rstrip() if text.endswith(ELLIPSIS) else ""
        for known, language in self.whole.items():
            place = stem.find(known[:LEAST_CUT]) if stem else -1
            if place >= 0 and len(stem) - place >= LEAST_CUT and known.startswith(stem[place:]):
                yield Passage(place, len(text), language)
                return
