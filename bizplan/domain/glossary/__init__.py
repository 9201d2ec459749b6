"""The glossary: what the Dutch terms of letters, forms and lenders mean, and where our own texts use them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from .money import FIGURES, LOANS
from .offices import FORMS, OFFICES, STAY, TAXES
from .study import STUDY
from .term import Term

__all__ = ["TERMS", "Term", "terms_in"]

TERMS = tuple(sorted((*FIGURES, *LOANS, *TAXES, *FORMS, *OFFICES, *STAY, *STUDY),
                     key=lambda term: term.dutch.casefold()))
"""All terms, in the order of their Dutch names."""
_NAMED = {name.casefold(): term for term in TERMS if not term.listed for name in term.names}
_FOUND = re.compile(
    rf"(?<!\w)({'|'.join(re.escape(name) for name in sorted(_NAMED, key=len, reverse=True))})s?(?!\w)", re.IGNORECASE)
"""Each name as whole words, the longest first: a "VAT exemption" is not a "VAT"."""


@lru_cache(maxsize=2_000)
def terms_in(texts: tuple[str, ...]) -> tuple[Term, ...]:
    """The terms that texts use, each once, in the order in which they come."""
    return tuple(dict.fromkeys(_NAMED[name.casefold()] for name in _names(texts)))


def _names(texts: Iterable[str]) -> Iterable[str]:
    return (found[1] for text in texts for found in _FOUND.finditer(text))
