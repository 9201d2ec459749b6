"""Somebody is new here: what they are called, the message that tells them where to sign in, what became of it."""

import logging
from collections.abc import Callable
from enum import Enum

from flask import request, url_for
from markupsafe import Markup

from bizplan import mail
from bizplan.domain.typed import Given, Nothing, Read, name
from bizplan.mail import NOTHING_UNDELIVERED, Message, Undelivered

from .access import config
from .display import fill
from .languages import N_, OWN_NAMES
from .languages import say as _
from .wording import Choice, spoken

LOG = logging.getLogger("bizplan")
NO_NAME = N_("Write a name. One word is enough.")
NO_ADDRESS = N_("Write an e-mail address, such as lien@example.org.")
NO_CHOICE = N_("Choose one of the list.")


class Told(Enum):
    """What became of the message to somebody who is new."""

    ON_ITS_WAY = "sent"
    IN_OUTBOX = "outbox"
    HELD_UP = "waits"
    NOT_WRITTEN = "not"


WORDS = {
    Told.ON_ITS_WAY: N_("A message is on its way to them."),
    Told.IN_OUTBOX: N_("This installation sends no mail. Give them the address of the sign-in page: {address}"),
    Told.HELD_UP: N_("The mail server takes no messages now; ours waits. Give them the address of the sign-in "
                     "page: {address}"),
    Told.NOT_WRITTEN: N_("No message could be made. Give them the address of the sign-in page: {address}"),
}


def tell(message: Message) -> Told:
    """Sends the message; somebody who is added stays so, whatever becomes of it."""
    try:
        mail.send(config(), message)
    except (OSError, ValueError) as error:                  # a full disk, an address that no letter can carry
        LOG.warning("no message could be written: %s", type(error).__name__)
        return Told.NOT_WRITTEN
    if not config().smtp:
        return Told.IN_OUTBOX
    return Told.HELD_UP if mail.is_held_up(config()) else Told.ON_ITS_WAY


def undelivered() -> Callable[[str], Undelivered]:
    """What did not reach an address: looked up once for all that a page shows."""
    found = mail.undelivered(config())
    return lambda address: found.get(mail.carried(address), NOTHING_UNDELIVERED) if address else NOTHING_UNDELIVERED


def sign_in_page(language: str) -> str:
    """The whole address of the sign-in page in a language; it opens nothing by itself."""
    return config().url + url_for("account.sign_in", language=language)


def news(text: str, language: str, **values: str) -> tuple[str, Markup]:
    """What happened, with what became of the message as the address of the page says it: a state and its words."""
    told = next((each for each in Told if each.value == request.args.get("told")), None)
    happened = fill(_(text), **values)
    if told is None:
        return "ok", happened
    words = fill(_(WORDS[told]), address=sign_in_page(language))
    return "ok" if told is Told.ON_ITS_WAY else "warn", Markup("{} {}").format(happened, words)


def languages() -> list[Choice]:
    """The languages in which somebody can be written to."""
    return [Choice(code, own) for code, own in OWN_NAMES.items()]


def named(typed: str) -> tuple[str, str]:
    """A name as it is kept, and what is to be said of it where it cannot be."""
    read: Read = name(typed)
    if isinstance(read, Given):
        return str(read.value), ""
    return "", _(NO_NAME) if isinstance(read, Nothing) else spoken(read)
