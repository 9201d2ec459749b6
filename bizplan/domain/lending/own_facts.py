"""What a lender says of itself that is no figure, as the law knows such facts: who may borrow, for what, with what.

Words stay the lender's own: nobody can hold them against a plan, so that each is a question to ask.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from financial_models.law import Condition, Contact, Named, Product, Text, Worded
from financial_models.law.facts import PAPER
from financial_models.law.reading import Citation

from ..plan import Value


@dataclass(frozen=True)
class Saying:
    """Something that an organisation says of itself: since when, on which day, and until when that counts as fresh."""

    value: Value
    since: date
    said_on: date
    recheck_after: date
    source: Text


def conditions(*said: Saying | None) -> tuple[Condition, ...]:
    """Who may borrow, a line a condition."""
    return tuple(Condition(**_common(each), about="", wants=(), text=_same(line))
                 for each in said if each for line in lines(str(each.value)))


def purposes(said: Saying | None) -> Worded | None:
    """What the money may be used for, a line a purpose."""
    words = tuple(map(_same, lines(str(said.value)))) if said else ()
    return Worded(**_common(said), words=words) if said and words else None


def papers(said: Saying | None) -> Named | None:
    """The papers that it asks for."""
    return names(said, PAPER)


def names(said: Saying | None, prefix: str = "") -> Named | None:
    """Things that are called by their names."""
    if said is None or not isinstance(said.value, tuple) or not said.value:
        return None
    return Named(**_common(said), names=tuple(f"{prefix}{each}" for each in said.value))


def contact(said: Saying | None) -> Contact | None:
    """How people reach it."""
    words = " · ".join(lines(str(said.value))) if said else ""
    return Contact(**_common(said), words=words) if said and words else None


def kind(products: Iterable[Product], microcredit: float) -> str:
    """What kind of lender it is: beside own means, of microcredits as Europe defines them, or any."""
    loans = tuple(products)
    if any(each.term("own_contribution_multiple") for each in loans):
        return "starter"
    largest = [each.term("amount_max") for each in loans]
    return "microcredit" if loans and all(each is not None and each <= microcredit for each in largest) else "any"


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def text(said: Saying) -> Text:
    """A name, which is the same in every language."""
    return _same(str(said.value))


def _same(words: str) -> Text:
    return Text(words, words, words)


def _common(said: Saying) -> dict[str, Any]:
    return {"since": said.since, "until": None, "products": (), "note": None, "recheck_after": said.recheck_after,
            "citation": Citation(said.source, None, "official", said.said_on)}
