"""Why a condition holds or not, and why something came to nothing: clauses to follow “because”."""

from __future__ import annotations

from ..language import Apply, Before, Number, Term
from .words_figures import is_flag, parts_of, signed_parts
from .words_naming import Naming
from .words_phrases import PROSE

FEW = 3                         # more items than this that are all 0 are not named one by one


class Reasons(Naming):
    """The reasons behind a formula, in clauses."""

    def reasons(self, t: Term) -> str:
        """Why a condition is 1 or 0, as one clause; empty for a literal."""
        return self.joined(self._clauses(t))

    def joined(self, clauses: list[str]) -> str:
        """Several clauses as one, each said once."""
        text = ""
        for clause in filter(None, dict.fromkeys(clauses)):
            text = self.phrases.joined.format(text, clause) if text else clause
        return text

    def _clauses(self, t: Term) -> list[str]:
        if isinstance(t, Number):
            return []
        if not isinstance(t, Apply):
            return [self._spoken(t)]
        name, holds = t.operation.name, self.worth(t) == 1
        if t.operation.money == "flag":
            return [self._compared(t, holds)]
        if name == "sub":
            return self._difference(t, holds)
        deciding = [x for x in t.terms if not isinstance(x, Number)]
        if (name in ("mul", "min")) != holds:               # one 0 undoes a product, one 1 makes a sum
            deciding = [x for x in deciding if (self.worth(x) == 1) == holds]
        if name in ("mul", "min") and not holds:
            deciding = deciding[:1]
        return [clause for x in deciding for clause in self._clauses(x)]

    def _difference(self, t: Apply, holds: bool) -> list[str]:
        first, second = t.terms
        if holds:
            return self._clauses(first) + self._clauses(second)
        return self._clauses(second) if self.worth(second) else self._clauses(first)

    def _compared(self, t: Apply, holds: bool) -> str:
        phrase = t.operation.phrases[self.voice.language] if holds else self.phrases.denied[t.operation.name]
        return phrase.format(*(self.text(x, PROSE + 1) for x in t.terms))

    def _spoken(self, t: Term) -> str:
        figure = self.mention(t)
        said = figure.line.said
        if isinstance(said, str):
            return self.phrases.is_so.format(label=self.name(figure), answer=self.number(figure))
        clause = clause_of(self.voice.translate(said[0] if self.figures.of(figure) else said[1]))
        return f"{clause} ({self.moment(figure)})" if isinstance(t, Before) else clause

    def why_nothing(self, t: Term) -> str:
        """Which part of a formula that comes to 0 makes it so, as a clause; empty where that cannot be said briefly."""
        if is_flag(t):
            return self.reasons(t)
        if not isinstance(t, Apply):
            return "" if isinstance(t, Number) else self.phrases.is_nothing.format(label=self.name(self.mention(t)))
        match t.operation.name:
            case "mul":
                nothing = [x for x in parts_of("mul", t) if not self.worth(x)]
                return self.why_nothing(min(nothing, key=lambda x: not is_flag(x))) if nothing else ""
            case "ratio" if not self.worth(t.terms[1]):
                return self.phrases.cannot_divide.format(label=self._divisor(t.terms[1]))
            case "div" | "ratio" | "neg" | "round":
                return "" if self.worth(t.terms[0]) else self.why_nothing(t.terms[0])
            case "total":
                return self._all_nothing(list(t.terms))
            case "add" | "sub":
                return self._all_nothing([x for _, x in signed_parts(t)])
        return ""

    def _all_nothing(self, parts: list[Term]) -> str:
        if any(self.worth(x) for x in parts):
            return ""
        clauses = [self.why_nothing(x) for x in parts if not isinstance(x, Number)]
        return self.joined(clauses) if len(clauses) <= FEW and all(clauses) else self.phrases.all_nothing

    def _divisor(self, t: Term) -> str:
        return self.text(t, PROSE + 1) if isinstance(t, Apply) else self.name(self.mention(t))


def clause_of(sentence: str) -> str:
    """A sentence as part of another: without its full stop and its capital, unless that belongs to an abbreviation."""
    sentence = sentence.removesuffix(".")
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
