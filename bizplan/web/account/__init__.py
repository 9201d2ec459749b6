"""One's own account: coming in by e-mail, card or password, the second factor of staff, consent, one's own data.

Each file here adds its pages to the one area; the endpoints are called ``account.sign_in`` and so on.
"""

from . import cards, consenting, factors, kept_forms, own, signing_in
from .area import AREA

__all__ = ["AREA", "cards", "consenting", "factors", "kept_forms", "own", "signing_in"]
