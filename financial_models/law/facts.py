"""What a lender says that is no figure: who may borrow, for what, with which papers, and where it is found.

Like a figure each fact says since when it holds, where it was read, how sure that is and when to look again.  A
condition that is *about* something which a study asks can be held against a plan; any other is a sentence to ask.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from financial_models.law import reading
from financial_models.law.checking import Place
from financial_models.law.figures import Status, Text
from financial_models.law.reading import LENDERS, Citation

YES_OR_NO = ("yes", "no")
ABOUT: Mapping[str, tuple[str, ...]] = {
    "collective_debt_settlement": YES_OR_NO,
    "business_age": ("under_a_year", "over_a_year"),
    "jobseeker": YES_OR_NO,
    "region": ("flanders", "wallonia", "brussels"),
    "natural_person": YES_OR_NO,
    "income_in_belgium": YES_OR_NO,
}
"""What a condition can be about, and the words in which a study answers it."""
PURPOSES = ("equipment", "vehicle", "works", "stock", "start_up", "deposits", "working_capital", "market_study")
"""What a credit can be used for."""
BEYOND = ("household", "residence")
"""What a lender may ask to see of a plan beside the usual totals."""
KINDS = ("microcredit", "starter", "private", "any")
PAPER = "planning.papers."


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a lender says, of all its products or of some: since when, until when, and where it was read."""

    since: date
    until: date | None
    products: tuple[str, ...]
    citation: Citation
    note: Text | None
    recheck_after: date

    @property
    def source(self) -> Text:
        """The title of the text in which it was read."""
        return self.citation.title

    @property
    def link(self) -> str | None:
        """The address of that text, where it was kept."""
        return self.citation.link

    @property
    def status(self) -> Status:
        """How sure it is: read at the lender or an authority, read elsewhere, or unverified."""
        return self.citation.status

    @property
    def checked_on(self) -> date:
        """The day on which the source was last read."""
        return self.citation.checked_on

    def due_for_recheck(self, today: date) -> bool:
        """Whether the day has passed after which it should be looked up again."""
        return today > self.recheck_after

    def holds(self, product: str, on: date) -> bool:
        """Whether it is said of this product on a day."""
        begun = self.since <= on and (self.until is None or on <= self.until)
        return begun and (not self.products or product in self.products)


@dataclass(frozen=True, slots=True)
class Condition(Fact):
    """Who may borrow: the answers that a lender wants to something (``about``), and the rule in words."""

    about: str
    wants: tuple[str, ...]
    text: Text

    @property
    def is_asked(self) -> bool:
        """Whether no study answers it, so that it is a sentence to ask the lender."""
        return not self.about


@dataclass(frozen=True, slots=True)
class Named(Fact):
    """A few things by their names: purposes, papers, or what a lender wants to see beside the usual totals."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worded(Fact):
    """A few things in a lender's own words, which nobody can hold against a plan: what its money may be used for."""

    words: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Contact(Fact):
    """Where a lender is found: its address on the web, or how it says itself that people reach it."""

    web: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one lender says beside its figures, whenever it holds."""

    kind: str
    conditions: tuple[Condition, ...]
    purposes: tuple[Named, ...]
    papers: tuple[Named, ...]
    asks_for: tuple[Named, ...]
    contacts: tuple[Contact, ...]


SaidFact = TypeVar("SaidFact", bound=Fact)


@cache
def facts(name: str) -> Facts:
    """What the lender in the file of this name says, every field checked; read once."""
    return read(reading.opened(LENDERS / f"{name}.toml"))


def read(top: Place) -> Facts:
    """The facts of a file about a lender."""
    reader = _Reader(top)
    return Facts(
        top.one_of("kind", KINDS) if "kind" in top.table else "any",
        reader.all("condition", reader.condition), reader.all("purposes", reader.named(PURPOSES)),
        reader.all("papers", reader.named(())), reader.all("asks_for", reader.named(BEYOND)),
        reader.all("contact", reader.contact),
    )


class _Reader:
    """Takes the facts out of a file, with its sources and its products at hand."""

    def __init__(self, top: Place):
        self.top, self.sources, self.recheck = top, reading.citations(top), top.day("recheck_after")
        self.products = tuple(Place(top.file, "product", top.table.get("product", {})).table)

    def all(self, name: str, one: Callable[[Place], SaidFact]) -> tuple[SaidFact, ...]:
        """Every table of this name, in its order."""
        return tuple(map(one, self.top.tables(name, name))) if name in self.top.table else ()

    def condition(self, place: Place) -> Condition:
        """Who may borrow, in words and where possible as answers."""
        place.allow(*COMMON, "about", "wants", "text")
        about = place.one_of("about", ABOUT) if "about" in place.table else ""
        wants = place.several("wants", ABOUT[about]) if about else ()
        if not about and "wants" in place.table:
            raise place.error(f"'wants' goes with 'about', which may be {', '.join(ABOUT)}")
        return Condition(**self._common(place), about=about, wants=wants, text=reading.text(place, "text"))

    def named(self, allowed: tuple[str, ...]) -> Callable[[Place], Named]:
        """A reader of names: of those that are allowed, or else of papers."""

        def one(place: Place) -> Named:
            place.allow(*COMMON, "names")
            names = place.several("names", allowed)
            strange = [name for name in names if not allowed and not name.startswith(PAPER)]
            if strange:
                raise place.error(f"a paper begins with {PAPER}, not {strange[0]!r}")
            return Named(**self._common(place), names=names)

        return one

    def contact(self, place: Place) -> Contact:
        """The address at which a lender is found."""
        place.allow(*COMMON, "web")
        web = place.text("web")
        if not web.startswith("https://"):
            raise place.error(f"'web' wants an address that begins with https://, not {web!r}")
        return Contact(**self._common(place), web=web)

    def _common(self, place: Place) -> dict[str, Any]:
        products = place.several("products", self.products) if "products" in place.table else ()
        return {
            "since": place.day("since"), "until": place.day("until") if "until" in place.table else None,
            "products": products, "citation": reading.cited(place, self.sources),
            "note": reading.remark(place, "note"), "recheck_after": place.day("recheck_after", self.recheck),
        }


COMMON = ("since", "until", "products", "source", "note", "recheck_after")
