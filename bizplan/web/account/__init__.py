"""One's own account: coming in by e-mail, card or password, the second factor of staff, consent, one's own data.

Each file here adds its pages to the one area; the endpoints are called ``account.sign_in`` and so on.
"""

from . import cards, factors, signing_in
from .area import AREA

__all__ = ["AREA", "cards", "factors", "signing_in"]
