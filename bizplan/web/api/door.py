"""Who enters as a system: whoever shows a token of an organisation that works, and not too often.

Cookies do not count here: somebody who is signed in is no system.
"""

import logging
from datetime import timedelta

from flask import abort, g, request
from werkzeug.exceptions import TooManyRequests

from bizplan.storage import Transaction, api_tokens, attempts
from bizplan.storage.api_tokens import Token
from bizplan.storage.attempts import Limit

from .. import access, signing

LOG = logging.getLogger("bizplan.access")
OF_TOKEN = Limit("api token", 600, timedelta(minutes=10))
OF_NETWORK = Limit("api network", 1_200, timedelta(minutes=10))
WRONG_TOKENS = Limit("wrong token", 120, timedelta(minutes=15))


def let_in() -> Token:
    """The token with which a system comes in; raises Unauthorized without a token that works, and TooManyRequests."""
    shown = _shown()
    with access.reading() as tx:
        found = api_tokens.found(tx, shown)
    with access.writing() as tx:
        if found is None:
            _count(tx, (WRONG_TOKENS, signing.network()))
        else:
            _count(tx, (OF_NETWORK, signing.network()), (OF_TOKEN, found.id))
            api_tokens.note_use(tx, found.id)
    if found is None:
        LOG.warning("a system showed no token that works: %s", request.endpoint)
        abort(401)
    return found


def token() -> Token:
    """With which token a system came in."""
    found: Token = g.token
    return found


def _shown() -> str:
    """The token that came along, in the one place where it may stand: an address would be written into logs."""
    shown = request.authorization
    return (shown.token or "") if shown is not None and shown.type == "bearer" else ""


def _count(tx: Transaction, *limits: tuple[Limit, str]) -> None:
    for limit, subject in limits:
        if wait := attempts.count(tx, limit, subject):
            raise TooManyRequests(retry_after=wait.seconds)
