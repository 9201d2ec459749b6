"""A formula in words, with the numbers in it: what counted is said, what came to nothing is left out."""

from __future__ import annotations

from collections.abc import Callable

from ..language import Apply, Before, Line, Number, Pick, Term
from ..language.operations import OPERATIONS
from . import numerals
from .words_figures import is_flag, parts_of, signed_parts
from .words_phrases import PROSE, tightness
from .words_reasons import Reasons

SUM, PRODUCT = OPERATIONS["add"].rank, OPERATIONS["mul"].rank


class Wording(Reasons):
    """The words for one line in one month or year."""

    def text(self, t: Term, need: int = 0) -> str:
        """A term in words, in brackets where it holds less firmly than it must."""
        if is_flag(t) and self.worth(t) in (0, 1):
            return self._because(numerals.number(self.worth(t), self.voice.language), self.reasons(t), need)
        if not isinstance(t, Apply):
            return super().text(t)
        said = _SAYINGS.get(t.operation.name, Wording._plainly)
        return said(self, t, need)

    def _because(self, text: str, reasons: str, need: int) -> str:
        if not reasons:
            return text
        return _bracketed(self.phrases.because.format(text=text, reasons=reasons), PROSE, need)

    def _plainly(self, t: Apply, need: int) -> str:
        outside, inside = tightness(t.operation.name, self.voice.language)
        after = inside + (outside == PRODUCT)                                     # a ÷ (b × c)
        parts = [self.text(x, after if i else inside) for i, x in enumerate(t.terms)]
        return _bracketed(t.operation.phrases[self.voice.language].format(*parts), outside, need)

    def _product(self, t: Apply, need: int) -> str:
        factors = parts_of("mul", t)
        flags = [x for x in factors if is_flag(x) and self.worth(x) in (0, 1)]
        missing = [x for x in flags if not self.worth(x)]
        if missing:
            return self._because("0", self.reasons(missing[0]), need)
        rest = [x for x in factors if x not in flags and not (isinstance(x, Number) and x.value == 1)]
        reasons = self.joined([self.reasons(x) for x in flags])
        if not reasons:
            return self._signs(t, rest, need)
        return self._because(self._signs(t, rest, PROSE + 1), reasons, need)

    def _signs(self, t: Apply, factors: list[Term], need: int) -> str:
        if len(factors) < 2:
            return self.text(factors[0], need) if factors else "1"
        sign = t.operation.phrases[self.voice.language].format("", "")
        return _bracketed(sign.join(self.text(x, PRODUCT) for x in factors), PRODUCT, need)

    def _sum(self, t: Apply, need: int) -> str:
        return self.sum_of(self._counting(signed_parts(t)), need)

    def sum_of(self, parts: list[tuple[bool, Term]], need: int = 0) -> str:
        """What is added and taken off."""
        plus, first = parts[0]
        if len(parts) == 1 and plus:
            return self.text(first, need)
        text = self.text(first, SUM)
        if not plus:
            text = OPERATIONS["neg"].phrases[self.voice.language].format(self.text(first, PRODUCT + 1))
        for plus, x in parts[1:]:
            phrase = OPERATIONS["add" if plus else "sub"].phrases[self.voice.language]
            text = phrase.format(text, self.text(x, SUM + (not plus)))
        return _bracketed(text, SUM, need)

    def _counting(self, parts: list[tuple[bool, Term]]) -> list[tuple[bool, Term]]:
        plain = [len(parts) == 2 and not isinstance(x, Apply) and not is_flag(x) for _, x in parts]
        kept = [(plus, x) for (plus, x), shown in zip(parts, plain, strict=True) if shown or self.worth(x)]
        return kept or parts

    def _total(self, t: Apply, need: int) -> str:
        parts = [x for x in t.terms if self.worth(x)] or list(t.terms)
        if len(parts) == 1:
            return self.text(parts[0], need)
        *most, last = [self.text(x, PROSE + 1) for x in parts]
        listed = self.phrases.listed.format(self.phrases.comma.join(most), last)
        return _bracketed(t.operation.phrases[self.voice.language].format(listed), PROSE, need)

    def _chosen(self, t: Apply, need: int) -> str:
        kept = self._above_zero(t)
        if kept is not None and need:
            return self.text(kept, need)
        text = t.operation.phrases[self.voice.language].format(*(self.text(x, PROSE + 1) for x in t.terms))
        first, second = map(self.worth, t.terms)
        if first != second:
            at = int((first < second) == (t.operation.name == "max"))
            text = self.phrases.chosen.format(text=text, winner=self._winner(t.terms[at], at))
        return _bracketed(text, PROSE, need)

    def _above_zero(self, t: Apply) -> Term | None:
        """Of “the larger of this and 0” the first, where it is above 0: inside a calculation no more needs saying."""
        first, second = t.terms
        floor = isinstance(second, Number) and not second.value and t.operation.name == "max"
        return first if floor and self.worth(first) > 0 else None

    def _winner(self, t: Term, at: int) -> str:
        if isinstance(t, Number):
            return self.literal(t)
        if isinstance(t, (Line, Before, Pick)) and not is_flag(t):
            return self.name(self.figures.read(t, self.when))
        return self.phrases.second if at else self.phrases.first

    def _ratio(self, t: Apply, need: int) -> str:
        if self.worth(t.terms[1]):
            return self._plainly(t, need)
        return self._because("0", self.why_nothing(t), need)

    def _rounded(self, t: Apply, need: int) -> str:
        number, digits = t.terms
        known = digits.value if isinstance(digits, Number) else None
        phrase = {2.0: self.phrases.to_the_cent, 0.0: self.phrases.to_wholes}.get(known if known is not None else -1.0)
        if phrase is None or (known == 2 and not t.money):
            return self._plainly(t, need)
        return _bracketed(phrase.format(self.text(number, PROSE + 1)), PROSE, need)


def _bracketed(text: str, outside: int, need: int) -> str:
    return f"({text})" if outside < need else text


_SAYINGS: dict[str, Callable[[Wording, Apply, int], str]] = {
    "mul": Wording._product, "add": Wording._sum, "sub": Wording._sum, "total": Wording._total, "min": Wording._chosen,
    "max": Wording._chosen, "ratio": Wording._ratio, "round": Wording._rounded,
}
