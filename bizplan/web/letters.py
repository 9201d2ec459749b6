"""The messages that the application sends, in the language of whoever gets them; a subject names nobody."""

from bizplan.mail import Message
from bizplan.storage.sign_ins import CODE_LIVES, LINK_LIVES
from bizplan.translations import translator

from .languages import N_

SIGNING_IN = (
    N_("Your way into bizplan"),
    N_("Hello,"),
    N_("Somebody asked to sign in to bizplan with this address."),
    N_("Type this code on the page where you asked for it:"),
    N_("Or open this link on the same device:"),
    N_("The code works for {code} minutes, the link for {link} minutes."),
    N_("Was it not you? Then do nothing. Give the code to nobody, not even to us."),
)
CARD_ENDED = (
    N_("A return card has ended"),
    N_("Hello,"),
    N_("Somebody typed a wrong PIN ten times with a return card that you made. The card no longer works."),
    N_("Sign in to see whose card it is. Ask the person what happened, and make a new card together."),
)
WAYS_CHANGED = (
    N_("How you sign in to bizplan has changed"),
    N_("Hello,"),
    N_("A password, a code app, a passkey or the recovery codes of your account were changed just now."),
    N_("Was it not you? Sign in, end all other sessions, and tell your administrator."),
)


def of_signing_in(language: str, to: str, url: str, code: str) -> Message:
    """The link and the code for signing in."""
    say = translator(language)
    subject, hello, asked, typed, opened, lives, not_you = map(say, SIGNING_IN)
    minutes = lives.format(code=_minutes(CODE_LIVES.seconds), link=_minutes(LINK_LIVES.seconds))
    return Message(to, subject, "\n\n".join((hello, asked, typed, f"    {code}", opened, url, minutes, not_you)) + "\n",
                   LINK_LIVES)


def of_ended_card(language: str, to: str) -> Message:
    """To the coach: a card ended after ten wrong PINs."""
    return _plain(language, to, CARD_ENDED)


def of_changed_ways(language: str, to: str) -> Message:
    """To staff: the ways in of their account changed."""
    return _plain(language, to, WAYS_CHANGED)


def _plain(language: str, to: str, texts: tuple[str, ...]) -> Message:
    subject, *lines = map(translator(language), texts)
    return Message(to, subject, "\n\n".join(lines) + "\n")


def _minutes(seconds: int) -> int:
    return seconds // 60
