"""The third reader: why a number is this number, in words, down to who said so.

    why(values, "bank_loan.interest", 14, language="nl", translate=…, depth=3)

gives a tree: a sentence for the figure, and under it the figures that the
sentence names, each with its own sentence, until an answer or the law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..language import Balance, Before, Input, Line, Number, YearColumn
from . import numerals
from .labels import Translate, titles_of
from .values import Values
from .words_figures import Figure, Figures, When, is_flag, signed_parts
from .words_formula import Wording
from .words_inputs import Origin, provenance
from .words_naming import Voice

DEEPEST = 50


@dataclass(frozen=True)
class Why:
    """Why a figure is what it is.

    ``month`` is 0 where it is a figure of a ``year``, and 1 where it is the same in all months; ``place`` is the one in
    a list: of the twelve of a season, of the calendar years of a plan.
    ``origin`` is the answer (``Entered``) or the legal ``Rate`` where the chain ends at one.
    """

    line: Line
    month: int
    value: float
    sentence: str
    because: tuple[Why, ...] = ()
    year: YearColumn | None = None
    place: int = 0
    origin: Origin = None

    def walk(self, deep: int = 0) -> Iterator[tuple[int, Why]]:
        """The figure itself and all under it, each with how deep it stands."""
        waiting = [(deep, self)]
        while waiting:
            level, why = waiting.pop()
            yield level, why
            waiting += [(level + 1, other) for other in reversed(why.because)]


def why(values: Values, line: Line | str, when: When, *, scenario: int = 0, language: str = "en",
        translate: Translate = str, titles: Mapping[str, str] | None = None, depth: int = 2) -> Why:
    """The explanation of a line in a month (1 is the first of the plan) or in a year; each figure is explained once."""
    line = values.model[line] if isinstance(line, str) else line
    voice = Voice(language, translate, titles_of(values.model, translate) if titles is None else titles)
    figures = Figures(values, scenario)
    told = _told(figures, figures.figure(line, when), voice, min(depth, DEEPEST))
    built: dict[Figure, Why] = {}
    for saying, under in reversed(told):
        built[saying.figure] = saying.why(tuple(built[figure] for figure in under))
    return built[told[0][0].figure]


def _told(figures: Figures, root: Figure, voice: Voice, depth: int) -> list[tuple[Saying, list[Figure]]]:
    """Level by level, so that a figure stands where it is first needed."""
    level, seen, told = [root], {root}, []
    for deep in range(depth + 1):
        below: list[Figure] = []
        for figure in level:
            saying = Saying(figures, figure, voice)
            under = [x for x in saying.mentioned if x not in seen and _exists(x)] if deep < depth else []
            seen.update(under)
            below += under
            told.append((saying, under))
        level = below
    return told


def _exists(figure: Figure) -> bool:
    return isinstance(figure.when, YearColumn) or figure.when >= 1


def _behind(figure: Figure) -> Figure:
    """An opening is explained by the month before: that step alone would say nothing."""
    line, month = figure.line, figure.when
    if line.kind == "opening" and isinstance(line.formula, Before) and isinstance(month, int) and month > 1:
        return Figure(line.formula.line, month - 1)
    return figure


class Saying:
    """One sentence about one figure, and the figures that it names."""

    def __init__(self, figures: Figures, figure: Figure, voice: Voice):
        self.figure, self.figures, self.voice = figure, figures, voice
        self.line, self.when = figure.line, figure.when
        self.wording = Wording(figures, figure.when, figure.line.block, voice)
        self.phrases = self.wording.phrases
        self.origin: Origin = None
        self.value = figures.of(figure)
        self.sentence = self._kind()()
        self.mentioned = [x for x in dict.fromkeys(map(_behind, self.wording.mentioned)) if x != figure]

    def why(self, because: tuple[Why, ...]) -> Why:
        """The figure with what stands under it."""
        year = self.when if isinstance(self.when, YearColumn) else None
        month = self.when if isinstance(self.when, int) else 0
        return Why(self.line, month, self.value, self.sentence, because, year, self.figure.place, self.origin)

    def _kind(self) -> Callable[[], str]:
        line = self.line
        if isinstance(line, Input):
            return self._entered
        if isinstance(self.when, YearColumn) and line not in self.figures.values.model.yearly:
            return self._year_of_months
        if line.said or is_flag(line):
            return self._condition if is_flag(line) else self._calendar
        if line.kind == "opening":
            return self._opening
        return self._balance if isinstance(line, Balance) else self._calculated

    def _head(self) -> str:
        """The full name, when, and the number."""
        line, wording = self.line, self.wording
        whole = Wording(self.figures, self.when, "", self.voice).name(self.figure._replace(place=0))
        dated = self.figure.place or not (isinstance(line, Input) and line.kind == "input")
        head = self.phrases.dated.format(label=whole, month=wording.moment(self.figure)) if dated else whole
        return self.phrases.equals.format(head=head, value=wording.number(self.figure))

    def _says(self, text: str) -> str:
        return self.phrases.says.format(head=self._head(), text=text)

    def _entered(self) -> str:
        text, self.origin = provenance(self.figure, self.figures, self.voice.language, self.voice.translate)
        said = self.line.said
        if isinstance(said, tuple) and self.value in (0, 1):
            return self.phrases.says.format(head=self._chosen(said[0] if self.value else said[1]), text=text)
        return self._says(text)

    def _chosen(self, sentence: str) -> str:
        """A yes or no that somebody gave, as a sentence under the name of its block."""
        language, title = self.voice.language, self.voice.titles.get(self.line.block, "")
        answer = self.voice.translate(sentence).removesuffix(".")
        titled = self.phrases.titled.format(title=numerals.apart(title, language), label=answer)
        return titled if title else answer

    def _condition(self) -> str:
        said = self.line.said
        assert self.line.formula is not None
        reasons = self.wording.reasons(self.line.formula)
        if isinstance(said, tuple) and self.value in (0, 1):
            return self._dated(self.voice.translate(said[0] if self.value else said[1]))
        return self.phrases.because.format(text=self._head(), reasons=reasons) + "." if reasons else self._head() + "."

    def _calendar(self) -> str:
        assert self.line.formula is not None and isinstance(self.line.said, str)
        self.wording.text(self.line.formula)
        opening = {x for x in self.wording.mentioned if x.line.kind == "opening"}
        self.wording.mentioned = {x: None for x in self.wording.mentioned if x not in opening}
        sentence = self.voice.translate(self.line.said)
        return self._dated(sentence.format(numerals.number(self.value, self.voice.language)))

    def _dated(self, text: str) -> str:
        moment = self.wording.moment(self.figure)
        return self.phrases.told.format(month=moment[:1].upper() + moment[1:], text=text)

    def _opening(self) -> str:
        formula = self.line.formula
        assert isinstance(formula, Before) and isinstance(self.when, int)
        if self.when > 1:
            before = Figure(formula.line, self.when - 1)
            self.wording.mentioned[before] = None
            return self._says(self.phrases.brought_forward.format(month=self.wording.moment(before)))
        start = formula.line.start if isinstance(formula.line, Balance) else 0.0
        if isinstance(start, Input):
            return self._says(self.wording.text(start))
        return self._says(self.phrases.at_the_start)

    def _balance(self) -> str:
        assert isinstance(self.line, Balance)
        opening = self.wording.text(self.line.opening)
        assert self.line.formula is not None
        first, *moves = signed_parts(self.line.formula)
        moved = [(plus, x) for plus, x in moves if self.wording.worth(x)]
        if moved:
            return self._says(self.wording.sum_of([first, *moved]))
        since = self._last_moved()
        self.wording.mentioned = {Figure(self.line, since): None} if since else self.wording.mentioned
        if not since:
            return self._says(self.phrases.never_moved.format(opening=opening))
        month = self.wording.moment(Figure(self.line, since))
        return self._says(self.phrases.unmoved.format(opening=opening, month=month))

    def _last_moved(self) -> int:
        """The last month in which a balance changed; 0 where it still is what it was before the plan."""
        assert isinstance(self.when, int)
        worth = [self.figures.of(Figure(self.line, month)) for month in range(self.when + 1)]
        return next((month for month in range(self.when, 0, -1) if worth[month] != worth[month - 1]), 0)

    def _calculated(self) -> str:
        formula = self.line.formula
        assert formula is not None, self.line
        if isinstance(formula, Number):
            return self._says(self.wording.text(formula) if formula.value else self.phrases.none_here)
        reason = "" if self.value else self.wording.why_nothing(formula)
        if reason:
            return self.phrases.because.format(text=self._head(), reasons=reason) + "."
        return self._says(self.wording.text(formula))

    def _year_of_months(self) -> str:
        year, line = self.when, self.line
        assert isinstance(year, YearColumn)
        first, last = (self.wording.moment(Figure(line, month)) for month in (year.first, year.last))
        phrases = {"sum": self.phrases.sum_of_months, "last": self.phrases.end_of, "first": self.phrases.start_of}
        for month in _months(line, year):
            figure = Figure(line, month)
            if self.figures.of(figure) or line.yearly != "sum":
                self.wording.mentioned[figure] = None
        return self._says(phrases[line.yearly].format(first=first, last=last))


def _months(line: Line, year: YearColumn) -> range:
    """The months that make a line's figure of a year."""
    first = year.last if line.yearly == "last" else year.first
    return range(first, (year.first if line.yearly == "first" else year.last) + 1)
