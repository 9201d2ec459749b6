"""A lender's own profile: what an organisation says of its loans and its limits, each thing from a day on.

Nothing is overwritten: a profile is all that was ever said of it, and what holds on a day is the newest of what holds
by then.  Turned into a ``Lender`` of the law, it is read as a lender that came with the application is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache

from bizplan.translations import translated
from financial_models.law import ANY_LENDER, Lender, Product, Provenance, Rate, Text, keys, lender, rate
from financial_models.law.figures import Status
from financial_models.readers import numerals

from ..clock import day_of
from ..plan import Value
from ..readiness.sentences import N_
from . import own_facts
from .own_facts import Saying

ABOUT, THRESHOLD, PRODUCT = "about", "threshold", "product"
"""What the paths of a profile begin with: ``about.title``, ``threshold.dscr_red``, ``product.jump.rate``."""
OWN = "own_"
"""What the names of own profiles begin with; those that came with the application have names of their own."""
SOURCE = N_("{organisation}, as it said itself on {day}")


@dataclass(frozen=True)
class Origin:
    """Where a figure comes from that was copied from a published profile and that nobody here confirmed yet."""

    title: Text
    status: Status
    checked_on: date
    recheck_after: date
    link: str | None = None
    note: Text | None = None


@dataclass(frozen=True)
class Change:
    """What was said at once: values from a day on; None where something ends.  Later numbers were said later."""

    number: int
    since: date
    values: Mapping[str, Value | None]
    made_at: datetime
    author: str = ""
    origins: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def said_on(self) -> date:
        """The day on which it was said, in Belgium."""
        return day_of(self.made_at)


@dataclass(frozen=True)
class Standing:
    """What holds of one thing on a day, since when, and with which change it was said."""

    value: Value
    since: date
    change: Change
    origin: Origin | None = None

    @property
    def recheck_after(self) -> date:
        """The day after which somebody should confirm it: a year after it was said, or as its source says."""
        return self.origin.recheck_after if self.origin else a_year_after(self.change.said_on)

    def wants_confirming(self, today: date) -> bool:
        """Whether it was only copied, or said too long ago."""
        return self.origin is not None or today > self.recheck_after


@dataclass(frozen=True)
class About:
    """What a profile says of the lender itself on a day; the papers by the last part of their keys."""

    title: str
    qualifies: str = ""
    purposes: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    asks_for: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True)
class OwnProduct:
    """One kind of loan on a day; what is not said beforehand is not among its terms."""

    name: str
    title: str
    qualifies: str
    terms: Mapping[str, Standing]


@dataclass(frozen=True)
class OwnProfile:
    """All that an organisation ever said of one of its profiles."""

    name: str
    organisation: str
    organisation_name: str
    changes: tuple[Change, ...]

    def standing(self, on: date) -> dict[str, Standing]:
        """What holds on a day, by path: of two values the one of the later day, then the one said later."""
        found: dict[str, Standing | None] = {}
        for change in sorted(self.changes, key=lambda each: (each.since, each.number)):
            if change.since <= on:
                for path, value in change.values.items():
                    origin = change.origins.get(path)
                    found[path] = None if value is None else Standing(value, change.since, change, origin)
        return {path: each for path, each in found.items() if each}

    def said_by(self, moment: datetime) -> "OwnProfile":
        """The profile as it was known at a moment, without what was said later."""
        return replace(self, changes=tuple(each for each in self.changes if each.made_at <= moment))

    def said_until(self, number: int) -> "OwnProfile":
        """The profile as it was when the change of this number was the newest."""
        return replace(self, changes=tuple(each for each in self.changes if each.number <= number))

    def about(self, on: date) -> About | None:
        """The lender in words; None on a day on which the profile did not hold yet."""
        said = under(self.standing(on), ABOUT)
        if "title" not in said:
            return None
        words = {name: str(each.value) for name, each in said.items()}
        return About(words["title"], words.get("qualifies", ""), own_facts.lines(words.get("purposes", "")),
                     _several(said.get("papers")), _several(said.get("asks_for")), words.get("contact", ""))

    def products(self, on: date) -> tuple[OwnProduct, ...]:
        """The loans that are offered on a day, in the order in which they were first spoken of."""
        standing = self.standing(on)
        return tuple(_product(name, said) for name in self._product_names()
                     if "title" in (said := under(standing, f"{PRODUCT}.{name}")))

    def product(self, name: str, on: date) -> OwnProduct | None:
        """The loan of this name, if it is offered on a day."""
        return next((each for each in self.products(on) if each.name == name), None)

    def last_title(self, product: str) -> str:
        """What a loan is called that was ever offered, also where it no longer is; "" where there never was one."""
        path = f"{PRODUCT}.{product}.title"
        titles = [each.values[path] for each in self.changes if each.values.get(path) is not None]
        return str(titles[-1]) if titles else ""

    def thresholds(self, on: date) -> dict[str, Standing]:
        """The limits of its own, by name."""
        return under(self.standing(on), THRESHOLD)

    def lender(self, on: date) -> Lender | None:
        """The lender as the law knows lenders, with common limits where it has none of its own.

        None on a day on which the profile did not hold yet.
        """
        said = self._sayings(ABOUT, on)
        if "title" not in said:
            return None
        products = tuple(self._offered(each, said, on) for each in self.products(on))
        limits = self._rates(THRESHOLD, self.thresholds(on))
        common = lender(ANY_LENDER, on).thresholds
        return Lender(self.name, own_facts.text(said["title"]), products, {**common, **limits},
                      own_facts.kind(products, common["microcredit_amount"]),
                      own_facts.names(said.get("asks_for")), own_facts.contact(said.get("contact")),
                      own_facts.papers(said.get("papers")))

    def said_itself(self, product: str, on: date) -> frozenset[str]:
        """The terms of a loan that the organisation says itself; what it only copied is not among them."""
        return frozenset(self._sayings(f"{PRODUCT}.{product}", on))

    def planned(self, today: date) -> dict[date, dict[str, tuple[Standing | None, Standing | None]]]:
        """What was said already for later days: of each day what changes on it, as it is before and from then on."""
        days = sorted({each.since for each in self.changes if each.since > today})
        turns = {day: _turned(self.standing(day - timedelta(days=1)), self.standing(day)) for day in days}
        return {day: turned for day, turned in turns.items() if turned}

    @property
    def newest(self) -> int:
        """The number of what was said last."""
        return max(each.number for each in self.changes)

    @property
    def shown_on(self) -> date:
        """The first day on which anything holds."""
        return min(each.since for each in self.changes)

    def rate(self, path: str, standing: Standing) -> Rate:
        """A figure of the profile, with where it comes from."""
        label, unit = figure_of(path.rpartition(".")[2])
        origin = standing.origin
        key = f"lenders.{self.name}.{path.removeprefix(f'{PRODUCT}.')}"
        said = standing.change.said_on
        return Rate(float(_number(standing.value)), Provenance(
            key=key, label=label, unit=unit, per=None, since=standing.since,
            source=origin.title if origin else source(self.organisation_name, said),
            link=origin.link if origin else None, basis=None, status=origin.status if origin else "official",
            note=origin.note if origin else None, checked_on=origin.checked_on if origin else said,
            recheck_after=standing.recheck_after, reform=None, carried_forward_from=None))

    def _offered(self, each: OwnProduct, about: Mapping[str, Saying], on: date) -> Product:
        """A loan with what is said of the lender as a whole, which holds for each of its loans."""
        prefix = f"{PRODUCT}.{each.name}"
        said = self._sayings(prefix, on)
        return Product(
            each.name, own_facts.text(said["title"]), self._rates(prefix, each.terms),
            own_facts.conditions(about.get("qualifies"), said.get("qualifies")),
            own_facts.purposes(about.get("purposes")),
            own_facts.papers(about.get("papers")), max(one.since for one in said.values()))

    def _sayings(self, prefix: str, on: date) -> dict[str, Saying]:
        """What the organisation said itself below a path, without what it only copied."""
        return {name: Saying(each.value, each.since, each.change.said_on, each.recheck_after,
                             source(self.organisation_name, each.change.said_on))
                for name, each in under(self.standing(on), prefix).items() if each.origin is None}

    def _rates(self, prefix: str, said: Mapping[str, Standing]) -> dict[str, Rate]:
        return {name: self.rate(f"{prefix}.{name}", each) for name, each in said.items()}

    def _product_names(self) -> tuple[str, ...]:
        """All products that were ever spoken of."""
        paths = (path for each in sorted(self.changes, key=lambda each: each.number) for path in each.values)
        return tuple(dict.fromkeys(path.split(".")[1] for path in paths if path.startswith(f"{PRODUCT}.")))


def under(standing: Mapping[str, Standing], prefix: str) -> dict[str, Standing]:
    """What holds below a path, by the rest of its path."""
    return {path.removeprefix(f"{prefix}."): each for path, each in standing.items() if path.startswith(f"{prefix}.")}


def _turned(before: Mapping[str, Standing],
            after: Mapping[str, Standing]) -> dict[str, tuple[Standing | None, Standing | None]]:
    """What differs between two days."""
    paths = (path for path in dict.fromkeys((*before, *after)))
    pairs = {path: (before.get(path), after.get(path)) for path in paths}
    return {path: (was, becomes) for path, (was, becomes) in pairs.items()
            if (was and (was.value, was.origin)) != (becomes and (becomes.value, becomes.origin))}


def a_year_after(on: date) -> date:
    """The same day a year later; of 29 February the day before the first of March."""
    try:
        return on.replace(year=on.year + 1)
    except ValueError:
        return on.replace(year=on.year + 1, day=on.day - 1)


def source(organisation: str, said_on: date) -> Text:
    """The organisation itself as a source, in all languages."""
    return translated(SOURCE, lambda language: {"organisation": organisation, "day": numerals.day(said_on, language)})


@cache
def figure_of(name: str) -> tuple[Text, str]:
    """What a term or a limit of lenders is called, and what it counts: as in the profiles that are published."""
    key = next((each for each in keys() if each.startswith("lenders.") and each.endswith(f".{name}")), None)
    if key is None:
        raise LookupError(f"no lender has a figure that is called {name!r}")
    found = rate(key, date.max)
    return found.label, found.unit


def _product(name: str, said: Mapping[str, Standing]) -> OwnProduct:
    words = ("title", "qualifies")
    title, qualifies = (str(said[each].value) if each in said else "" for each in words)
    return OwnProduct(name, title, qualifies, {each: found for each, found in said.items() if each not in words})


def _several(said: Standing | None) -> tuple[str, ...]:
    return tuple(str(each) for each in said.value) if said and isinstance(said.value, tuple) else ()


def _number(value: Value) -> float:
    assert isinstance(value, (int, float)), value
    return float(value)
