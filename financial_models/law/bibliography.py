"""The texts that the figures were read in, for a page in the dossier."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from financial_models.law.figures import Rate, Scale, Status, Text
from financial_models.law.lookup import parameters
from financial_models.law.reading import Citation


@dataclass(frozen=True, slots=True)
class Source:
    """A text, how much it weighs, when it was read, and the figures that rest on it."""

    title: Text
    link: str | None
    status: Status
    checked_on: date
    keys: tuple[str, ...]


def sources(figures: Iterable[Rate | Scale] | None = None) -> tuple[Source, ...]:
    """The texts behind these figures, or behind all of the law, in the order of their English titles."""
    keys_by_text: dict[Citation, set[str]] = {}
    for text, key in _all_texts() if figures is None else _texts_behind(figures):
        keys_by_text.setdefault(text, set()).add(key)
    found = (
        Source(text.title, text.link, text.status, text.checked_on, tuple(sorted(keys)))
        for text, keys in keys_by_text.items()
    )
    return tuple(sorted(found, key=lambda source: (source.title.en, source.status, source.keys)))


def _all_texts() -> Iterator[tuple[Citation, str]]:
    for parameter in parameters():
        for dated in parameter.values:
            yield dated.citation, parameter.key
            yield from ((citation, parameter.key) for _, _, citation in dated.steps)


def _texts_behind(figures: Iterable[Rate | Scale]) -> Iterator[tuple[Citation, str]]:
    for figure in figures:
        for read in (figure, *(figure.rates if isinstance(figure, Scale) else ())):
            yield Citation(read.source, read.link, read.status, read.checked_on), read.key
