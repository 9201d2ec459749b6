"""A published profile as the beginning of an own one: each figure says that it was copied until it is confirmed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from financial_models.law import ANY_LENDER, Lender, Rate, lender, lenders

from ..plan import Value
from .profile_fields import LIMITS, TERMS
from .profiles import PRODUCT, THRESHOLD, Origin

NOT_A_LENDER = (ANY_LENDER, "family")
"""Profiles that no organisation begins with: what is common to all lenders, and a loan between people."""


@dataclass(frozen=True)
class Copied:
    """The values of a published profile by their paths, and where each of its figures comes from."""

    values: Mapping[str, Value]
    origins: Mapping[str, Origin]


def beginnings() -> tuple[Lender, ...]:
    """The published profiles with which an organisation can begin."""
    return tuple(each for each in lenders() if each.name not in NOT_A_LENDER)


def copied(name: str, language: str) -> Copied:
    """What of a published profile an own one can begin with; its products are named in this language."""
    published = lender(name)
    figures = dict(_figures(published))
    titles: dict[str, Value] = {
        f"{PRODUCT}.{each.name}.title": each.title.text(language) for each in published.products}
    values = {path: bool(each) if each.unit == "flag" else _plain(each) for path, each in figures.items()}
    return Copied({**titles, **values}, {path: _origin(each) for path, each in figures.items()})


def _figures(published: Lender) -> Iterator[tuple[str, Rate]]:
    """The figures of its own and not the common ones, as far as an own profile has room for them."""
    terms, limits = ({each.key for each in fields} for fields in (TERMS, LIMITS))
    for product in published.products:
        yield from ((f"{PRODUCT}.{product.name}.{name}", found) for name, found in product.terms.items()
                    if name in terms)
    yield from ((f"{THRESHOLD}.{name}", found) for name, found in published.thresholds.items()
                if name in limits and found.key.startswith(f"lenders.{published.name}."))


def _plain(figure: Rate) -> float:
    """The number as somebody would have typed it: whole where it is whole."""
    return int(figure) if figure.value.is_integer() else figure.value


def _origin(figure: Rate) -> Origin:
    return Origin(figure.source, figure.status, figure.checked_on, figure.recheck_after, figure.link, figure.note)
