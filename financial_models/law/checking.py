"""Whether a file of law is well formed: every mistake is named with its file and key.

The files are written by people who know the law and not Python, so nothing is guessed: an unknown field, a
missing source or a date that is not a date stops the reading and says what to write instead.
"""
from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

Table = Mapping[str, Any]


class LawFileError(ValueError):
    """A file of law is malformed; the message names the file, the place and what to write."""


class Place:
    """A place in a file of law: it takes fields out of a table and complains about them by name."""

    def __init__(self, file: Path, where: str, table: object) -> None:
        self.file, self.where = file, where
        if not isinstance(table, dict):
            raise self.error(f"wants a table with named fields, not {table!r}")
        self.table: Table = table

    def error(self, what: str) -> LawFileError:
        """The mistake, with the file and the place where it stands."""
        return LawFileError(f"{self.file.parent.name}/{self.file.name}, {self.where}: {what}")

    def allow(self, *names: str) -> None:
        """Refuse every field but these."""
        for name in self.table:
            if name not in names:
                close = get_close_matches(name, names, 1)
                meant = f"did you mean {close[0]!r}?" if close else f"the fields here are {', '.join(names)}"
                raise self.error(f"there is no field {name!r}; {meant}")

    def text(self, name: str) -> str:
        """A field that must hold words."""
        found = self.table.get(name)
        if not isinstance(found, str) or not found.strip():
            raise self.error(f"{name!r} wants words between quotation marks, not {self.shown(name)}")
        return found

    def words(self, name: str) -> str | None:
        """A field of words that may be left out."""
        return self.text(name) if name in self.table else None

    def one_of(self, name: str, choices: Collection[str]) -> str:
        """A field that must hold one of the given words."""
        found = self.text(name)
        if found not in choices:
            raise self.error(f"{name!r} is {found!r}; it may be {', '.join(sorted(choices))}")
        return found

    def several(self, name: str, choices: Collection[str]) -> tuple[str, ...]:
        """A list of one or more words, each of those that are given (of any, where none are)."""
        found = self.table.get(name)
        if not isinstance(found, list) or not found or not all(isinstance(each, str) and each for each in found):
            raise self.error(f"{name!r} wants a list of words like [\"one\", \"two\"], not {self.shown(name)}")
        for each in found:
            if choices and each not in choices:
                raise self.error(f"{name!r} holds {each!r}; it may hold {', '.join(sorted(choices))}")
        return tuple(found)

    def day(self, name: str, otherwise: date | None = None) -> date:
        """A date written as 2026-01-31, without quotation marks."""
        found = self.table.get(name, otherwise)
        if not isinstance(found, date) or isinstance(found, datetime):
            raise self.error(f"{name!r} wants a date like 2026-01-31 without quotation marks, not {self.shown(name)}")
        return found

    def number(self, name: str) -> float:
        """A number; true and false count as one and zero."""
        found = self.table.get(name)
        if not isinstance(found, int | float) or not abs(found) < float("inf"):
            raise self.error(f"{name!r} wants a number, not {self.shown(name)}")
        return float(found)

    def flag(self, name: str) -> bool:
        """A field that is true or false, and false where it is left out."""
        found = self.table.get(name, False)
        if not isinstance(found, bool):
            raise self.error(f"{name!r} wants true or false, not {self.shown(name)}")
        return found

    def tables(self, name: str, title: str) -> tuple[Place, ...]:
        """A list of tables, each a place of its own."""
        found = self.table.get(name)
        if not isinstance(found, list) or not found:
            raise self.error(f"{name!r} wants a list with at least one table, not {self.shown(name)}")
        return tuple(Place(self.file, f"{self.where}, {title} {n}", entry) for n, entry in enumerate(found, 1))

    def shown(self, name: str) -> str:
        """What stands in a field, for a message."""
        return repr(self.table[name]) if name in self.table else "nothing: it is missing"
