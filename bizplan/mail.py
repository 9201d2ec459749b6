"""Messages that leave by e-mail: written to the outbox first, then sent, so that nothing waits for a mail server.

Without a mail server in the settings they stay in the folder ``outbox``, where whoever runs the installation
reads them.  What waits is tried again with the next message, and by ``deliver``.
"""

import logging
import secrets
import smtplib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from email_validator import validate_email

from .config import BadSetting, Config

LOG = logging.getLogger("bizplan")
PATIENCE = 5.0
"""Seconds for each step of the talk with the mail server."""
HELD_UP_AFTER = timedelta(seconds=20)
ABANDONED_AFTER = timedelta(minutes=2)
LOST_KEPT_FOR = timedelta(days=14)
FOR_GOOD = 500
"""From this code of a mail server on, trying again later is of no use."""
PORTS = {"smtp": 25, "smtps": 465}


@dataclass(frozen=True)
class Message:
    """A plain text to one address; ``lives`` is how long it is of use. The subject says nothing about anybody."""

    to: str
    subject: str
    text: str
    lives: timedelta = timedelta(days=2)


@dataclass(frozen=True)
class Undelivered:
    """What did not reach an address: messages that wait for the mail server, and those that came to nothing lately.

    ``lost`` are those that the server refused for good, and those that waited for it longer than they were of use;
    none since a message arrived there.
    """

    waiting: int = 0
    lost: int = 0


NOTHING_UNDELIVERED = Undelivered()


def send(config: Config, message: Message) -> None:
    """Writes a message to the outbox and, where there is a mail server, starts to send what waits there."""
    path = leave(config, message)
    if config.smtp:
        Thread(target=deliver, args=(config,), daemon=True, name="mail").start()
    else:
        LOG.info("no mail server is set (BIZPLAN_SMTP): the message stands in %s", path)


def leave(config: Config, message: Message) -> Path:
    """Writes a message to the outbox and leaves the sending to whoever delivers next."""
    return _written(config, message)


def deliver(config: Config) -> int:
    """Sends what waits in the outbox, and throws away what is of no use any more; the answer is how many went out."""
    _take_back(config)
    _forget_lost(config)
    waiting = [path for path in sorted(outbox(config).glob("*.eml")) if not _is_thrown_away(config, path)]
    if not waiting or not config.smtp:
        return 0
    sent = 0
    try:
        with _server(config) as server:
            for path in waiting:
                sent += _sent(config, server, path)
    except (OSError, smtplib.SMTPException) as error:
        LOG.warning("mail could not be sent, it waits in the outbox: %s", type(error).__name__)
    return sent


def is_held_up(config: Config) -> bool:
    """Whether messages have been waiting for the mail server for a while: then say so to whoever waits for one."""
    if not config.smtp:
        return False
    limit = (datetime.now(UTC) - HELD_UP_AFTER).timestamp()
    return any(_written_at(path) < limit for path in outbox(config).glob("*.eml"))


def undelivered(config: Config) -> Mapping[str, Undelivered]:
    """What did not arrive, by address (as ``carried`` writes it): looked up once for all that a page shows."""
    limit = (datetime.now(UTC) - HELD_UP_AFTER).timestamp()
    waits = Counter(_to(path) for path in outbox(config).glob("*.eml") if config.smtp and _written_at(path) < limit)
    lost = Counter(_to(path) for path in _undelivered(config).glob("*.eml"))
    return {each: Undelivered(waits[each], lost[each]) for each in {*waits, *lost} if each}


def forget(config: Config, address: str) -> None:
    """Takes messages to an address out of the outbox: the person was erased."""
    for path in (*outbox(config).glob("*.eml*"), *_undelivered(config).glob("*.eml")):
        with suppress(FileNotFoundError):
            if carried(address) in str(_read(path)["To"]):
                path.unlink()


def outbox(config: Config) -> Path:
    """The folder in which messages wait, or stay where there is no mail server."""
    folder = config.folder / "outbox"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def carried(address: str) -> str:
    """An address as every mail server takes it: a domain in other letters than ours is spelled in ASCII."""
    if address.isascii():
        return address
    return validate_email(address, check_deliverability=False, allow_smtputf8=False).ascii_email or address


def _written(config: Config, message: Message) -> Path:
    now = datetime.now(UTC)
    letter = EmailMessage(policy=policy.SMTP)
    letter["From"] = config.sender or f"bizplan@{config.host}"
    letter["To"] = Address(addr_spec=carried(message.to))  # refuses line breaks, as does the subject
    letter["Subject"] = message.subject
    letter["Date"], letter["Expires"] = format_datetime(now), format_datetime(now + message.lives)
    letter["Message-ID"] = f"<{secrets.token_hex(16)}@{config.host}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(message.text)
    path = outbox(config) / f"{now:%Y%m%d-%H%M%S-%f}-{secrets.token_hex(4)}.eml"
    begun = path.with_suffix(".part")
    begun.touch(mode=0o600)
    begun.write_bytes(letter.as_bytes())
    return begun.rename(path)


@contextmanager
def _server(config: Config) -> Iterator[smtplib.SMTP]:
    """A talk with the mail server: encrypted wherever it can be, and always before a password is said."""
    parts = urlsplit(config.smtp)
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadSetting("BIZPLAN_SMTP: write it as smtp://user:password@mail.example.org:587")
    kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
    with kind(parts.hostname, parts.port or PORTS[parts.scheme], timeout=PATIENCE) as server:
        server.ehlo()
        if parts.scheme == "smtp" and (server.has_extn("starttls") or parts.username):
            server.starttls()
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        yield server


def _sent(config: Config, server: smtplib.SMTP, path: Path) -> bool:
    """Sends one message that nobody else is sending; one that is refused for now waits, and keeps no other waiting."""
    held = path.with_suffix(".eml-sending")
    try:
        path.rename(held)
    except FileNotFoundError:
        return False
    try:
        server.send_message(_read(held))
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as error:
        LOG.warning("the mail server refused a message: %s", _code(error))
        if _code(error) < FOR_GOOD:
            held.rename(path)
        else:
            _write_off(config, held)
        return False
    except BaseException:
        held.rename(path)
        raise
    _forget_lost(config, _to(held))
    held.unlink(missing_ok=True)
    return True


def _code(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> int:
    """What the server answered."""
    if isinstance(error, smtplib.SMTPDataError):
        return int(error.smtp_code)
    return max((int(code) for code, _words in error.recipients.values()), default=FOR_GOOD)


def _write_off(config: Config, path: Path) -> None:
    """Of a message that came to nothing stays to whom and when, and nothing of what it said."""
    letter, kept = _read(path), EmailMessage(policy=policy.SMTP)
    kept["To"], kept["Date"] = str(letter["To"]), str(letter["Date"])
    folder = _undelivered(config)
    folder.mkdir(exist_ok=True, mode=0o700)
    written = folder / path.with_suffix(".eml").name
    written.touch(mode=0o600)
    written.write_bytes(kept.as_bytes())
    path.unlink(missing_ok=True)


def _undelivered(config: Config) -> Path:
    return config.folder / "undelivered"


def _forget_lost(config: Config, address: str = "") -> None:
    """Forgets what came to nothing long ago, or of an address that takes messages again."""
    limit = (datetime.now(UTC) - LOST_KEPT_FOR).timestamp()
    for path in _undelivered(config).glob("*.eml"):
        if _written_at(path) < limit or (address and _to(path) == address):
            path.unlink(missing_ok=True)


def _to(path: Path) -> str:
    """The address of a message; "" where somebody has just sent it."""
    try:
        return str(_read(path)["To"])
    except FileNotFoundError:
        return ""


def _is_thrown_away(config: Config, path: Path) -> bool:
    """Whether a message came to nothing: its link is too old, or somebody else has just sent it."""
    try:
        is_old = parsedate_to_datetime(str(_read(path)["Expires"])) < datetime.now(UTC)
    except FileNotFoundError:
        return True
    if is_old and config.smtp:
        with suppress(FileNotFoundError):
            _write_off(config, path)                        # it waited for the mail server in vain
    elif is_old:
        path.unlink(missing_ok=True)
    return is_old


def _take_back(config: Config) -> None:
    """What somebody began to send who is no longer there waits again."""
    limit = (datetime.now(UTC) - ABANDONED_AFTER).timestamp()
    for path in outbox(config).glob("*.eml-sending"):
        if _written_at(path) < limit:
            with suppress(FileNotFoundError):
                path.rename(path.with_suffix(".eml"))


def _read(path: Path) -> EmailMessage:
    found = message_from_bytes(path.read_bytes(), policy=policy.SMTP)
    assert isinstance(found, EmailMessage)
    return found


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return datetime.now(UTC).timestamp()
