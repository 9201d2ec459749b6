"""A file of law, read and checked: a topic with its sources and its dated parameters."""
from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast, get_args

from financial_models.law.checking import LawFileError, Place
from financial_models.law.figures import Status, Text

HOME = Path(__file__).parent
BELGIUM, LENDERS, REFORMS = HOME / "belgium", HOME / "lenders", HOME / "reforms.toml"

UNITS = ("EUR", "share", "months", "years", "days", "hours", "count", "month of the year", "day of the month", "flag")
PERIODS = ("hour", "month", "quarter", "year", "once")
OF_LENDERS = ("product", "kind", "condition", "purposes", "papers", "asks_for", "contact")
NO_BREAK = "\u00a0"
TIED = re.compile(r" (?=[:;?!%])|(?<=\d) (?=\d{3}\b)")      # a sign stays on the line of the word before it


@dataclass(frozen=True, slots=True)
class Citation:
    """A text that was read: what it is called, where it stands, how much it weighs, when it was read."""

    title: Text
    link: str | None
    status: Status
    checked_on: date


@dataclass(frozen=True, slots=True)
class Dated:
    """A value as it stands in the file: a number, or the steps of a scale."""

    since: date
    number: float | None
    steps: tuple[tuple[float, float, Citation], ...]
    citation: Citation
    note: Text | None
    reform: str | None
    recheck_after: date


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure of law through the years."""

    key: str
    label: Text
    unit: str
    per: str | None
    basis: Text | None
    yearly: bool
    values: tuple[Dated, ...]

    @property
    def is_scale(self) -> bool:
        """Whether the parameter is a scale of steps and not one number."""
        return bool(self.values[0].steps)


@dataclass(frozen=True, slots=True)
class Topic:
    """One file: what it is about, the texts it rests on, and its parameters by key."""

    name: str
    title: Text
    parameters: dict[str, Parameter]
    products: dict[str, Text]


@dataclass(frozen=True, slots=True)
class Reform:
    """A change of law that is on its way; its values are ignored unless somebody asks for them."""

    name: str
    title: Text
    state: str
    citation: Citation


def topic_names(folder: Path) -> tuple[str, ...]:
    """The topics that a folder holds, one for each file."""
    return tuple(sorted(file.stem for file in folder.glob("*.toml")))


@cache
def topic(folder: Path, name: str) -> Topic:
    """The topic that stands in a file, read once."""
    return read(folder / f"{name}.toml", "lenders." if folder == LENDERS else "")


@cache
def reforms() -> dict[str, Reform]:
    """The reforms that are pending, by name."""
    top = opened(REFORMS)
    top.allow("reform", "source")
    sources = citations(top)
    return {entry.text("name"): _reform(entry, sources) for entry in top.tables("reform", "reform")}


def opened(file: Path) -> Place:
    """The whole of a file, as a place to take fields from."""
    try:
        return Place(file, "at the top", tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as trouble:
        raise LawFileError(f"{file.parent.name}/{file.name} cannot be read as TOML: {trouble}") from trouble


def read(file: Path, prefix: str = "") -> Topic:
    """The topic in a file, every field checked; its keys begin with the file's name."""
    top = opened(file)
    top.allow("title", "recheck_after", "source", "parameter", *(OF_LENDERS if prefix else ()))
    sources, recheck = citations(top), top.day("recheck_after")
    found: dict[str, Parameter] = {}
    for entry in top.tables("parameter", "parameter"):
        parameter = _parameter(entry, sources, recheck)
        if not parameter.key.startswith(f"{prefix}{file.stem}."):
            raise entry.error(f"the key {parameter.key!r} must begin with {prefix}{file.stem}. as its file does")
        if parameter.key in found:
            raise entry.error(f"the key {parameter.key!r} stands twice in this file; keep one and give it both values")
        found[parameter.key] = parameter
    return Topic(file.stem, text(top, "title"), found, _products(top))


def citations(top: Place) -> dict[str, Citation]:
    """The texts a file rests on, by the short names its values use."""
    table = Place(top.file, "source", top.table.get("source"))
    return {name: _citation(Place(top.file, f"source {name!r}", entry)) for name, entry in table.table.items()}


def _products(top: Place) -> dict[str, Text]:
    if "product" not in top.table:
        return {}
    table = Place(top.file, "product", top.table["product"])
    return {name: text(table, name) for name in table.table}


def _citation(place: Place) -> Citation:
    place.allow("title", "link", "status", "checked_on")
    status = cast(Status, place.one_of("status", get_args(Status)))
    link = place.words("link")
    if link is not None and not link.startswith(("https://", "http://")):
        raise place.error(f"'link' wants an address that begins with https:// or http://, not {link!r}")
    return Citation(_name(place, "title"), link, status, place.day("checked_on"))


def cited(place: Place, sources: dict[str, Citation]) -> Citation:
    """The text that a place rests on."""
    name = place.text("source")
    if name not in sources:
        raise place.error(f"the source {name!r} is not described at the top of the file; known: {', '.join(sources)}")
    return sources[name]


def text(place: Place, name: str) -> Text:
    """Words for readers: the same in each language of the documents, none of them left out."""
    words = Place(place.file, f"{place.where}, {name}", place.table.get(name))
    words.allow("en", "nl", "fr")
    return Text(*(TIED.sub(NO_BREAK, words.text(language)) for language in ("en", "nl", "fr")))


def remark(place: Place, name: str) -> Text | None:
    """Words for readers that may be left out."""
    return text(place, name) if name in place.table else None


def _name(place: Place, name: str) -> Text:
    """The title of what was read: words alone where it is called the same in every language."""
    if not isinstance(place.table.get(name), str):
        return text(place, name)
    title = place.text(name)
    return Text(title, title, title)


def _reform(place: Place, sources: dict[str, Citation]) -> Reform:
    place.allow("name", "title", "state", "source")
    return Reform(place.text("name"), text(place, "title"), place.text("state"), cited(place, sources))


def _parameter(place: Place, sources: dict[str, Citation], recheck: date) -> Parameter:
    place = Place(place.file, f"key {place.text('key')!r}", place.table)
    place.allow("key", "unit", "per", "basis", "yearly", "recheck_after", "label", "values")
    recheck = place.day("recheck_after", recheck)
    values = tuple(_dated(entry, sources, recheck) for entry in place.tables("values", "value"))
    per = place.one_of("per", PERIODS) if "per" in place.table else None
    parameter = Parameter(place.text("key"), text(place, "label"), place.one_of("unit", UNITS), per,
                          remark(place, "basis"), place.flag("yearly"), values)
    _check_order(place, parameter)
    return parameter


def _dated(place: Place, sources: dict[str, Citation], recheck: date) -> Dated:
    place.allow("since", "value", "steps", "source", "note", "reform", "recheck_after")
    if ("value" in place.table) == ("steps" in place.table):
        raise place.error("a value wants either one 'value' or the 'steps' of a scale")
    citation, reform = cited(place, sources), place.words("reform")
    if reform is not None and reform not in reforms():
        raise place.error(f"the reform {reform!r} is not described in {REFORMS.name}; known: {', '.join(reforms())}")
    steps = tuple(_step(entry, sources, citation) for entry in place.tables("steps", "step")) \
        if "steps" in place.table else ()
    if [step[0] for step in steps] != sorted({step[0] for step in steps}) or (steps and steps[0][0] != 0):
        raise place.error("the steps of a scale begin at zero and rise")
    number = None if steps else place.number("value")
    return Dated(place.day("since"), number, steps, citation, remark(place, "note"), reform,
                 place.day("recheck_after", recheck))


def _step(place: Place, sources: dict[str, Citation], citation: Citation) -> tuple[float, float, Citation]:
    place.allow("from", "rate", "source")
    own = cited(place, sources) if "source" in place.table else citation
    return place.number("from"), place.number("rate"), own


def _check_order(place: Place, parameter: Parameter) -> None:
    if len({bool(dated.steps) for dated in parameter.values}) > 1:
        raise place.error("some values are one number and others a scale; a key is one or the other")
    for reform in {None} | {dated.reform for dated in parameter.values}:
        days = [dated.since for dated in parameter.values if dated.reform == reform]
        if days != sorted(set(days)):
            raise place.error(f"the values must stand in the order of their dates, each date once: {days}")
    years = sorted({dated.since.year for dated in parameter.values if dated.reform is None})
    if not years:
        raise place.error("all values belong to a reform; give the value in force as well")
    gaps = sorted(set(range(years[0], years[-1])) - set(years))
    if parameter.yearly and gaps:
        raise place.error(f"a yearly parameter wants a value for each year from first to last; missing: {gaps}")
