"""Webhooks of lenders: where news of applications goes, and each message until it arrived or was given up.

A message is written in the transaction that makes the news.  A worker takes it for a few minutes; if it stops
meanwhile the message is taken again, under the same id.  It outlives what it is about: when somebody is erased the
lender's system is told that what it read was taken back.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, delete, select

from bizplan.domain.lending.webhooks import MOST_TRIES, Event, News, again_after

from .columns import new_id
from .database import Transaction
from .tables import APPLICATIONS, DELIVERIES, PLANS, SUBMISSIONS, WEBHOOKS

PREFIX = "bps1_"
MOST = 5
"""To so many addresses the news of an organisation may go."""
TAKEN_FOR = timedelta(minutes=5)
KEPT_FOR = timedelta(days=30)
LATEST = 20


@dataclass(frozen=True)
class Webhook:
    """An address to which news goes; nobody sees its secret again."""

    id: str
    url: str
    author: str
    made_at: datetime


@dataclass(frozen=True)
class Sending:
    """A message to be sent now, for the which-th time, with where and under which secret."""

    news: News
    webhook: str
    url: str
    secret: str
    tries: int


@dataclass(frozen=True)
class Delivery:
    """What became of a message; ``answer`` is what came back last: a status of HTTP, or why there was none."""

    id: str
    url: str
    event: str
    application: str
    number: int | None
    tries: int
    answer: str
    made_at: datetime
    next_at: datetime
    done_at: datetime | None
    given_up_at: datetime | None


class TooMany(Exception):
    """An organisation has as many addresses as it may have."""


def add(tx: Transaction, organisation: str, author: str, url: str, key: str = "") -> str:
    """From now on news goes to this address as well; the answer is the secret, as it is shown once; raises TooMany.

    Asked for again under the same key, it stays one address, with another secret.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    same = (WEBHOOKS.c.id == key, WEBHOOKS.c.organisation_id == organisation, WEBHOOKS.c.author_id == author,
            WEBHOOKS.c.ended_at.is_(None))
    taken = tx.execute(select(WEBHOOKS.c.id).where(WEBHOOKS.c.id == key)).first() if key else None
    made = new_id() if taken or not key else key
    again = {"url_sealed": tx.seal.sealed(url, "webhooks", key, "url"),
             "secret_sealed": tx.seal.sealed(secret, "webhooks", key, "secret")}
    if tx.execute(WEBHOOKS.update().where(*same).values(again)).rowcount:
        return secret
    if len(webhooks_of(tx, organisation)) >= MOST:
        raise TooMany(organisation)
    tx.execute(WEBHOOKS.insert().values(
        id=made, organisation_id=organisation, author_id=author, made_at=tx.now,
        url_sealed=tx.seal.sealed(url, "webhooks", made, "url"),
        secret_sealed=tx.seal.sealed(secret, "webhooks", made, "secret")))
    return secret


def webhooks_of(tx: Transaction, organisation: str) -> tuple[Webhook, ...]:
    """The addresses to which the news of an organisation goes, the newest first."""
    found = tx.execute(select(WEBHOOKS).where(
        WEBHOOKS.c.organisation_id == organisation, WEBHOOKS.c.ended_at.is_(None),
    ).order_by(WEBHOOKS.c.made_at.desc(), WEBHOOKS.c.id))
    return tuple(Webhook(row.id, _url(tx, row), row.author_id or "", row.made_at) for row in found)


def end(tx: Transaction, organisation: str, webhook: str) -> bool:
    """Nothing goes there any more, nor what still waits; False where nothing went there."""
    ended = tx.execute(WEBHOOKS.update().where(
        WEBHOOKS.c.id == webhook, WEBHOOKS.c.organisation_id == organisation, WEBHOOKS.c.ended_at.is_(None),
    ).values(ended_at=tx.now)).rowcount
    if ended:
        tx.execute(delete(DELIVERIES).where(DELIVERIES.c.webhook_id == webhook, *_waits()))
    return bool(ended)


def tell(tx: Transaction, event: Event, application: str, number: int | None = None) -> None:
    """There is news of an application, or of a submission of it: a message for each address of its organisation."""
    asked = select(WEBHOOKS.c.id).join(
        APPLICATIONS, APPLICATIONS.c.organisation_id == WEBHOOKS.c.organisation_id,
    ).where(APPLICATIONS.c.id == application, WEBHOOKS.c.ended_at.is_(None))
    for webhook in tx.execute(asked).scalars().all():
        tx.execute(DELIVERIES.insert().values(
            id=new_id(), webhook_id=webhook, application=application, event=event.value, number=number,
            made_at=tx.now, next_at=tx.now))


def tell_of_erasure(tx: Transaction, person: str) -> None:
    """All that somebody handed in is taken back, as they are about to be erased."""
    asked = select(SUBMISSIONS.c.application_id, SUBMISSIONS.c.number).join(
        PLANS, PLANS.c.id == SUBMISSIONS.c.plan_id,
    ).where(PLANS.c.owner_id == person, SUBMISSIONS.c.submitted_at.is_not(None), SUBMISSIONS.c.withdrawn_at.is_(None))
    for row in tx.execute(asked).all():
        tell(tx, Event.WITHDRAWN, row.application_id, row.number)


def are_due(tx: Transaction) -> bool:
    """Whether a message is to be sent now."""
    return tx.execute(_due(tx).limit(1)).first() is not None


def take(tx: Transaction, silent: Collection[str] = ()) -> Sending | None:
    """The message that waits longest, for whoever sends it now; None where none is to be sent.

    ``silent`` are addresses (their ids) that did not answer just now: what goes there waits for the next round.
    """
    asked = _due(tx).where(WEBHOOKS.c.id.not_in(silent)).order_by(DELIVERIES.c.next_at, DELIVERIES.c.id)
    row = tx.execute(asked.limit(1)).first()
    if row is None:
        return None
    taken = tx.execute(DELIVERIES.update().where(
        DELIVERIES.c.id == row.id, DELIVERIES.c.next_at == row.next_at,
    ).values(next_at=tx.now + TAKEN_FOR, tries=DELIVERIES.c.tries + 1)).rowcount
    if not taken:
        return None                                         # another worker was faster
    news = News(row.id, Event(row.event), row.application, row.number, row.made_at)
    secret = str(tx.seal.opened(row.secret_sealed, "webhooks", row.webhook_id, "secret"))
    return Sending(news, row.webhook_id, _url(tx, row, row.webhook_id), secret, row.tries + 1)


def arrived(tx: Transaction, delivery: str, answer: str) -> None:
    """The system took a message."""
    tx.execute(DELIVERIES.update().where(DELIVERIES.c.id == delivery).values(done_at=tx.now, answer=answer))


def failed(tx: Transaction, delivery: str, tries: int, answer: str) -> None:
    """The system did not take a message: it is sent again later, or given up."""
    wait = again_after(tries)
    tx.execute(DELIVERIES.update().where(DELIVERIES.c.id == delivery, *_waits()).values(
        answer=answer, **({"given_up_at": tx.now} if wait is None else {"next_at": tx.now + wait})))


def deliveries_of(tx: Transaction, organisation: str) -> tuple[Delivery, ...]:
    """The latest messages to the systems of an organisation, the newest first."""
    found = tx.execute(_asked().where(WEBHOOKS.c.organisation_id == organisation).order_by(
        DELIVERIES.c.made_at.desc(), DELIVERIES.c.id).limit(LATEST))
    return tuple(Delivery(
        row.id, _url(tx, row, row.webhook_id), row.event, row.application, row.number, row.tries, row.answer,
        row.made_at, row.next_at, row.done_at, row.given_up_at) for row in found)


def clear(tx: Transaction) -> None:
    """Forgets messages after a month, and gives up those whose last try was never finished."""
    tx.execute(delete(DELIVERIES).where(DELIVERIES.c.made_at < tx.now - KEPT_FOR))
    tx.execute(DELIVERIES.update().where(
        *_waits(), DELIVERIES.c.tries >= MOST_TRIES, DELIVERIES.c.next_at <= tx.now).values(given_up_at=tx.now))


def _due(tx: Transaction) -> Select[Any]:
    return _asked().where(*_waits(), DELIVERIES.c.next_at <= tx.now, DELIVERIES.c.tries < MOST_TRIES,
                          WEBHOOKS.c.ended_at.is_(None))


def _asked() -> Select[Any]:
    return select(DELIVERIES, WEBHOOKS.c.url_sealed, WEBHOOKS.c.secret_sealed).join(
        WEBHOOKS, WEBHOOKS.c.id == DELIVERIES.c.webhook_id)


def _waits() -> tuple[Any, ...]:
    return DELIVERIES.c.done_at.is_(None), DELIVERIES.c.given_up_at.is_(None)


def _url(tx: Transaction, row: Row[Any], webhook: str = "") -> str:
    return str(tx.seal.opened(row.url_sealed, "webhooks", webhook or row.id, "url"))
