"""News to the computer systems of lenders: sent by the worker, never by a page, to the internet and not inwards.

The address is looked up just before each message, all of what it may be is checked, and the message goes to exactly
that: a name that leads inwards the next time is of no use.  Nothing that comes back is followed or read but its
status, and however slowly it comes, a message takes only so long.
"""

import http.client
import logging
import socket
import ssl
from contextlib import closing, suppress
from datetime import UTC, datetime
from threading import Timer
from time import monotonic
from urllib.parse import SplitResult, urlsplit

from bizplan.domain.lending.network_address import is_public
from bizplan.domain.lending.webhooks import ARRIVED, body, signature
from bizplan.storage import Storage, webhooks
from bizplan.storage.webhooks import Sending

from .config import Config

LOG = logging.getLogger("bizplan")
PATIENCE = 5.0
"""Seconds for a message, from the first knock to the status that comes back."""
ROUND = 30.0
"""Seconds after which no more messages are begun in one round: others wait for the worker too."""
NO_NAME, INWARDS, NO_ANSWER, UNSAFE = "no name", "inwards", "no answer", "unsafe"
"""Why no status came back."""


class NotSent(Exception):
    """No status came back: why, in a word that the page explains."""


def deliver(config: Config, storage: Storage) -> int:
    """Sends what is due; the answer is how many messages arrived.  An address that fails is left for the next round."""
    with storage.reading() as tx:
        if not webhooks.are_due(tx):
            return 0
    until, silent, arrived = monotonic() + ROUND, set[str](), 0
    while monotonic() < until:
        with storage.writing() as tx:
            sending = webhooks.take(tx, silent)
        if sending is None:
            break
        answer = _answer(config, sending)
        with storage.writing() as tx:
            if answer.isdigit() and int(answer) in ARRIVED:
                webhooks.arrived(tx, sending.news.delivery, answer)
                arrived += 1
            else:
                webhooks.failed(tx, sending.news.delivery, sending.tries, answer)
                silent.add(sending.webhook)
    return arrived


def _answer(config: Config, sending: Sending) -> str:
    """The status that came back, or why there was none."""
    sent = body(sending.news)
    headers = {"Content-Type": "application/json", "User-Agent": "bizplan-webhooks/1", "Connection": "close",
               "Bizplan-Signature": signature(sending.secret, datetime.now(UTC), sent)}
    try:
        return str(_posted(urlsplit(sending.url), sent, headers, private=config.private_webhooks))
    except NotSent as error:
        LOG.warning("message %s could not be sent: %s", sending.news.delivery, error)
        return str(error)


def _posted(parts: SplitResult, sent: bytes, headers: dict[str, str], *, private: bool) -> int:
    """The status that a system answers a message with; raises NotSent."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    where = _looked_up(parts.hostname or "", port, private=private)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with closing(kind(parts.hostname or "", port, timeout=PATIENCE)) as connection:
        end = Timer(PATIENCE, _cut, (connection,))
        try:
            connection.sock = socket.create_connection(where, timeout=PATIENCE)
            end.start()
            if parts.scheme == "https":
                _wrap(connection, parts.hostname or "")
            connection.request("POST", path, sent, headers)
            return connection.getresponse().status
        except ssl.SSLCertVerificationError as error:
            raise NotSent(UNSAFE) from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise NotSent(NO_ANSWER) from error
        finally:
            end.cancel()


def _looked_up(host: str, port: int, *, private: bool) -> tuple[str, int]:
    """The IP address to which a message goes; raises NotSent where the name leads anywhere inwards."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotSent(NO_NAME) from error
    addresses = [str(each[4][0]) for each in found]
    if not addresses:
        raise NotSent(NO_NAME)
    if not private and not all(map(is_public, addresses)):
        raise NotSent(INWARDS)
    return addresses[0], port


def _wrap(connection: http.client.HTTPConnection, host: str) -> None:
    """Goes on encrypted, with whoever can show that the name is theirs."""
    wrapped = ssl.create_default_context().wrap_socket(
        connection.sock, server_hostname=host, do_handshake_on_connect=False)
    connection.sock = wrapped
    wrapped.do_handshake()


def _cut(connection: http.client.HTTPConnection) -> None:
    """Hangs up on whoever answers too slowly, however often a byte comes."""
    if connection.sock is not None:
        with suppress(OSError):
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)
