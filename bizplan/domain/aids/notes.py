"""The data of the aids: checklists and decision trees in TOML files, and the texts that they rest on.

Every entry names its source; ``sources.toml`` says how sure each of them is.  Texts are English and are gathered
for the translators like those in the code.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from financial_models.law import Rate, Status, rate

from ..readiness.sentences import N_, Count, Money, Share, Spoken

HOME = Path(__file__).parent
SAID = frozenset({"text", "title", "label", "reason", "name", "ask", "office", "note", "way_on"})
"""The fields of the files that people read."""
STATUS_WORDS: Mapping[Status, str] = {
    "official": N_("Read at the authority itself"), "secondary": N_("Read elsewhere, not at the authority"),
    "unverified": N_("Not read in a source yet: ask before you count on it"),
}


@dataclass(frozen=True)
class Note:
    """A text that something rests on: its title, how sure it is, when it was read and where it stands."""

    title: str
    status: Status
    checked_on: date
    link: str = ""

    @property
    def warning(self) -> str:
        """The status in plain words."""
        return STATUS_WORDS[self.status]


def table(name: str) -> dict[str, Any]:
    """The content of one of the data files."""
    return _read(name)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HOME / f"{name}.toml").read_text("utf-8"))


def source(key: str) -> Note:
    """A text that entries of the files rest on, by its short name."""
    known = table("sources")
    if key not in known:
        raise LookupError(f"no source is called {key!r}; sources.toml has {', '.join(known)}")
    entry = known[key]
    if entry["status"] not in get_args(Status):
        raise ValueError(f"the source {key!r} has the status {entry['status']!r}; use one of {get_args(Status)}")
    return Note(entry["title"], cast(Status, entry["status"]), entry["checked_on"], entry.get("link", ""))


def figures(keys: Mapping[str, str], on: date) -> dict[str, Rate]:
    """Figures of law of a day, by the names that they have in a sentence."""
    return {name: rate(key, on) for name, key in keys.items()}


def spoken(figure: Rate) -> Spoken:
    """A figure of law as it is said: an amount, a share or a number."""
    kind = {"EUR": Money, "share": Share}.get(figure.unit, Count)
    return cast(Spoken, kind(figure))


def texts() -> Iterator[tuple[str, str]]:
    """Every text in the data files that people read, and the file in which it stands."""
    for path in sorted(HOME.glob("*.toml")):
        yield from ((text, f"bizplan/domain/aids/{path.name}") for text in _texts(table(path.stem)))


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name in SAID and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)
