"""The lenders whom somebody can ask here: the published ones, and those that say themselves what they offer."""

from collections.abc import Iterable
from datetime import date

from financial_models.law import Lender, lenders

from .profile_beginnings import NOT_A_LENDER
from .profiles import OwnProfile


def lenders_here(profiles: Iterable[OwnProfile], on: date) -> tuple[Lender, ...]:
    """All lenders of a day; who says itself what it lends takes the place of the published lender of the same name.

    A profile that offers no loan on that day takes nobody's place.
    """
    said = [(each, found) for each in profiles if (found := each.lender(on)) and found.products]
    taken = {name for own, found in said for name in (_plain(found.title.en), _plain(own.organisation_name))}
    published = (each for each in lenders(on) if each.name in NOT_A_LENDER or not taken & _names(each))
    return (*published, *(found for _own, found in said))


def lenders_with_papers(profiles: Iterable[OwnProfile], on: date) -> tuple[Lender, ...]:
    """The same, and those that say which papers they take and not yet what they lend: one can ask them already."""
    own = tuple(profiles)
    without_loans = (found for each in own if (found := each.lender(on)) and found.papers and not found.products)
    return (*lenders_here(own, on), *without_loans)


def _names(published: Lender) -> set[str]:
    return {_plain(published.title.text(language)) for language in ("en", "nl", "fr")}


def _plain(title: str) -> str:
    """A name without the differences that nobody hears."""
    return " ".join(title.split()).casefold()
