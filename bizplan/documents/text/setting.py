"""Text made ready to be set: shaped once, then broken into lines of any width."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Literal

from bizplan.documents.structure import Passage
from bizplan.documents.text.bidi import first_direction, levels, visual_order
from bizplan.documents.text.breaking import break_places, trimmed_end
from bizplan.documents.text.characters import printable
from bizplan.documents.text.shaping import Run, shaped_runs

Direction = Literal["ltr", "rtl"]
NEARLY = 1e-6  # of an em: what adding up widths may be off


@dataclass(frozen=True)
class Span:
    """Words inside a paragraph that are set in bold, or not, and perhaps in another language than those around."""

    words: str
    bold: bool = False
    language: str = ""


Words = str | Sequence[str | Span]


def in_language(text: str, language: str) -> Words:
    """Words in a language, which a reader aloud needs to know where it is not that of the document."""
    return (Span(text, language=language),) if text and language else text


@dataclass(frozen=True)
class Line:
    """One line as it is seen: its runs from left to right, its width in em, where in the text it stands."""

    runs: tuple[Run, ...]
    width: float
    spaces: int
    start: int
    after: int  # where the next one begins, or the line end that follows
    right_to_left: bool
    closing: bool  # the last before a line end, which is not stretched when justified


class Stanza:
    """The text between two line ends, shaped but not yet broken (a paragraph, in the words of UAX #9)."""

    def __init__(self, text: str, start: int, end: int, base: int, runs: Sequence[Run]) -> None:
        self.text, self.start, self.end, self.base = text, start, end, base
        self.runs = [run for run in runs if run.clusters]
        self.run_starts = [run.clusters[0].start for run in self.runs]
        clusters = [cluster for run in self.runs for cluster in run.clusters]
        self.cluster_starts = [cluster.start for cluster in clusters]
        self.widths = [0.0, *accumulate(cluster.advance for cluster in clusters)]
        self.places = break_places(text, start, end)
        self.words_ends = [self.width_until(place.words_end) for place in self.places]

    def width_until(self, place: int) -> float:
        """How wide the stanza is up to a character, in em."""
        return self.widths[bisect_left(self.cluster_starts, place)]

    @property
    def natural_width(self) -> float:
        """The width where it stands on one line."""
        return self.words_ends[-1]

    @property
    def widest_word(self) -> float:
        """The width below which words are broken."""
        begins = [0.0, *(self.width_until(place.next_start) for place in self.places)]
        return max(end - begin for begin, end in zip(begins, self.words_ends, strict=False))

    def lines(self, width: float, start: int) -> Iterator[Line]:
        """The lines from a character on, each filled as far as it goes."""
        if start >= self.end:
            yield self.line(start, start, start, closing=True)
        while start < self.end:
            words_end, after = self.line_end(start, self.width_until(start) + width + NEARLY)
            yield self.line(start, words_end, after, closing=after >= self.end)
            start = after

    def line_end(self, start: int, reach: float) -> tuple[int, int]:
        """Where the words of a line end and where the next begins; a word wider than the line is broken."""
        place = self.places[bisect_right(self.words_ends, reach) - 1]
        if place.next_start > start and self.words_ends[0] <= reach:
            return place
        last = bisect_right(self.widths, reach) - 1
        first = bisect_right(self.cluster_starts, start)
        cut = max(last, first)
        end = self.cluster_starts[cut] if cut < len(self.cluster_starts) else self.end
        return end, end

    def line(self, start: int, end: int, after: int, closing: bool) -> Line:
        """The line between two characters, its runs in the order in which they are seen."""
        first, last = max(bisect_right(self.run_starts, start) - 1, 0), bisect_left(self.run_starts, end)
        parts = [part for run in self.runs[first:last] if (part := run.between(start, end)).clusters]
        seen = tuple(parts[place] for place in visual_order([part.level for part in parts]))
        width = self.width_until(end) - self.width_until(start)
        return Line(seen, width, self.text.count(" ", start, end), start, after, self.base == 1, closing)


class Setting:
    """A text, shaped: it knows how wide it is and breaks into lines of any width. All measures are in em."""

    def __init__(
        self, words: Words, bold: bool = False, direction: Direction | None = None, language: str | None = None
    ) -> None:
        spans = (
            [Span(words)]
            if isinstance(words, str)
            else [Span(part) if isinstance(part, str) else part for part in words]
        )
        printed = [(printable(span.words), bold or span.bold) for span in spans]
        self.text = "".join(part for part, _ in printed)
        ends = accumulate(len(part) for part, _ in printed)
        self.passages = [(end, span.language) for end, span in zip(ends, spans, strict=True)]
        weights = [heavy for part, heavy in printed for _ in part]
        self.base = base_level(self.text, direction)
        self.stanzas = list(self.shaped(weights, direction, language))

    def shaped(self, weights: Sequence[bool], direction: Direction | None, language: str | None) -> Iterator[Stanza]:
        """Each stanza in its own direction, unless one is given for all."""
        start = 0
        for text in self.text.split("\n"):
            end = start + len(text)
            base = base_level(text, direction, self.base)
            runs = shaped_runs(text, levels(text, base), weights[start:end], language, start)
            yield Stanza(self.text, start, end, base, runs)
            start = end + 1

    def from_the_right(self, start: int, end: int) -> bool:
        """Whether anything between two characters reads from the right."""
        runs = (run for stanza in self.stanzas if stanza.start < end and stanza.end > start for run in stanza.runs)
        return any(run.right_to_left and start <= run.clusters[0].start < end for run in runs)

    def languages(self) -> list[Passage]:
        """The text from its beginning to its end, cut where another language was said for it."""
        found, start = [], 0
        for language, those in groupby(self.passages, key=lambda passage: passage[1]):
            end = [end for end, _ in those][-1]
            found.append(Passage(start, end, language))
            start = end
        return found or [Passage(0, 0, "")]

    @property
    def natural_width(self) -> float:
        """The width that sets it without breaking a line."""
        return max(stanza.natural_width for stanza in self.stanzas)

    @property
    def widest_word(self) -> float:
        """The width below which words are broken."""
        return max(stanza.widest_word for stanza in self.stanzas)

    def lines(self, width: float, start: int = 0) -> list[Line]:
        """The lines from a character on."""
        return [
            line
            for stanza in self.stanzas
            if stanza.end >= start
            for line in stanza.lines(width, max(start, stanza.start))
        ]

    def first_words(self, width: float) -> str:
        """As much of the text as fits in one line."""
        stanza = self.stanzas[0]
        end, _ = stanza.line_end(stanza.start, width + NEARLY)
        return self.text[: trimmed_end(self.text, 0, end)]


def base_level(text: str, direction: Direction | None, otherwise: int = 0) -> int:
    """0 for text that runs left to right, 1 for right to left: as told, else as its first letter does."""
    if direction:
        return int(direction == "rtl")
    return {"L": 0, "R": 1}.get(first_direction(text) or "", otherwise)
