"""Webhooks: which news a lender's own computer system gets, how a message is signed, and when it is sent again.

A message says which application there is news of, never what the news says or about whom: the system asks for that
with its token.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

AGAIN_AFTER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2),
               timedelta(hours=12), timedelta(hours=24))
"""How long after each try in vain a message is sent again; after the last one it is given up."""
MOST_TRIES = len(AGAIN_AFTER) + 1
ARRIVED = range(200, 300)
"""What a system answers where it took a message."""


class Event(Enum):
    """What there is news of."""

    FROZEN = "submission.frozen"
    WITHDRAWN = "submission.withdrawn"
    DECIDED = "application.decided"


@dataclass(frozen=True)
class News:
    """A message to a lender's system; ``delivery`` stays the same each time it is sent, ``number`` is a submission."""

    delivery: str
    event: Event
    application: str
    number: int | None
    at: datetime


def body(news: News) -> bytes:
    """The message as it is sent: the same bytes each time."""
    return json.dumps({
        "delivery": news.delivery, "event": news.event.value, "application": news.application,
        "submission": news.number, "time": f"{news.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
    }, separators=(",", ":")).encode()


def signature(secret: str, at: datetime, sent: bytes) -> str:
    """What shows that a message is ours and new: HMAC-SHA256 over the moment of sending, a dot, and the body."""
    moment = str(int(at.timestamp()))
    code = hmac.new(secret.encode(), moment.encode() + b"." + sent, hashlib.sha256).hexdigest()
    return f"t={moment},v1={code}"


def again_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries in vain; None where that was the last."""
    return AGAIN_AFTER[tries - 1] if tries < MOST_TRIES else None
