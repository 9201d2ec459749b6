"""The area of the account: where its addresses begin, and how often somebody may try to come in."""

from datetime import timedelta

from flask import Blueprint, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from bizplan.storage import Transaction, people
from bizplan.storage.attempts import Limit

from .. import signing

AREA = Blueprint("account", __name__, url_prefix="/<language>")

AN_HOUR, A_WHILE = timedelta(hours=1), timedelta(minutes=15)
ASKS_OF_ADDRESS = Limit("ask", 3, AN_HOUR)
ASKS_OF_NETWORK = Limit("ask network", 60, AN_HOUR)
CODES_OF_NETWORK = Limit("code network", 60, A_WHILE)
CARDS_OF_NETWORK = Limit("card network", 30, A_WHILE)
PASSWORDS_OF_BOTH = Limit("password", 5, A_WHILE)
PASSWORDS_OF_ADDRESS = Limit("password address", 30, AN_HOUR)
PASSWORDS_OF_NETWORK = Limit("password network", 60, A_WHILE)
SECOND_FACTORS = Limit("second factor", 5, A_WHILE)


def let_in(tx: Transaction, person: str | None, *, own_device: bool) -> Response | None:
    """The way on for somebody who showed who they are; None where the account is closed, or there is none."""
    who = people.person(tx, person) if person else None
    if who is None:
        return None
    response = redirect(url_for("account.second_factor") if who.is_staff else signing.next_page(tx, who))
    signing.sign_in_as(tx, response, who, own_device=own_device, strong=False)
    return response
