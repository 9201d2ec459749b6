"""What a figure is called and how its number is written, where an explanation names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..language import Apply, Number, Seasonal, Term, YearColumn
from . import numerals
from .labels import Translate, short_label
from .words_figures import Figure, Figures, When
from .words_phrases import PHRASES


@dataclass(frozen=True)
class Voice:
    """Who speaks: the language, the labels in it, and what the user called things."""

    language: str
    translate: Translate
    titles: Mapping[str, str]


class Naming:
    """The names of figures, as one line in one month or year speaks of them; ``mentioned`` gathers what was named."""

    def __init__(self, figures: Figures, when: When, block: str, voice: Voice):
        self.figures, self.when, self.block = figures, when, block
        self.voice, self.phrases = voice, PHRASES[voice.language]
        self.mentioned: dict[Figure, None] = {}

    def text(self, t: Term, need: int = 0) -> str:
        """A term in words: a literal, or a line with its number; operations are said by those who know how."""
        assert not isinstance(t, Apply), t
        if isinstance(t, Number):
            return self.literal(t)
        figure = self.mention(t)
        return f"{self.name(figure)} ({self.number(figure)})"

    def mention(self, leaf: Term) -> Figure:
        """The figure that a leaf of the formula reads, from now on one of those that were named."""
        figure = self.figures.read(leaf, self.when)
        self.mentioned[figure] = None
        return figure

    def name(self, figure: Figure) -> str:
        """What a figure is called here, with the month where that is another, and the title where the block is."""
        line, voice = figure.line, self.voice
        label = numerals.apart(short_label(line, voice.translate), voice.language)
        title = voice.titles.get(line.block, "")
        if title and title != voice.titles.get(self.block):
            label = self.phrases.titled.format(title=numerals.apart(title, voice.language), label=label)
        elsewhen = figure.place or (line.kind != "input" and figure.when != self.when)
        when = self.moment(figure) if elsewhen else ""
        return self.phrases.dated.format(label=label, month=when) if when else label

    def number(self, figure: Figure) -> str:
        """The number of a figure in its unit."""
        return numerals.in_unit(self.figures.of(figure), figure.line.unit, self.voice.language)

    def moment(self, figure: Figure) -> str:
        """When a figure holds: a month, a year, a month of any year."""
        span, language = self.figures.span, self.voice.language
        if figure.place:
            seasonal = isinstance(figure.line, Seasonal)
            return numerals.month_name(figure.place, language) if seasonal else str(span.year + figure.place - 1)
        if isinstance(figure.when, YearColumn):
            year = str(figure.when.number)
            return year if figure.when.kind == "calendar" else self.phrases.plan_year.format(number=year)
        return numerals.month_of(span.calendar_year(figure.when), span.month_of_year(figure.when), language)

    def worth(self, t: Term) -> float:
        """What a term comes to."""
        return self.figures.worth(t, self.when)

    def literal(self, t: Number) -> str:
        """A number that stands in the formula itself."""
        language = self.voice.language
        return numerals.amount(t.value, language) if t.money else numerals.number(t.value, language)
