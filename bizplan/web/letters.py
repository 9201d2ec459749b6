"""The messages that the application sends, in the language of whoever gets them; a subject names nobody."""

from datetime import timedelta

from bizplan.mail import Message
from bizplan.storage.invitations import LIVES
from bizplan.storage.sign_ins import CODE_LIVES, LINK_LIVES
from bizplan.translations import translator

from .languages import N_

WELCOME_LIVES = timedelta(days=14)
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
WELCOME = (
    N_("Your business plan can begin"),
    N_("Hello,"),
    N_("Your coach at {by} made a place for you in bizplan. There you build your business plan, step by step."),
    N_("Open this page, and write there the address at which you got this message:"),
    N_("You get a code with which you sign in. You need no password."),
    N_("Does this name tell you nothing? Then do nothing."),
)
WELCOME_STAFF = (
    N_("You can work with bizplan"),
    N_("Hello,"),
    N_("You can now sign in to bizplan as {role}, for {by}. Entrepreneurs build their business plan there."),
    N_("Open this page, and write there the address at which you got this message:"),
    N_("After the code comes a second step. Have your phone at hand."),
    N_("Does this name tell you nothing? Then do nothing."),
)
INVITATION = (
    N_("You are asked to coach a business plan"),
    N_("Hello,"),
    N_("An entrepreneur asks you to read along in their business plan in bizplan, and to help them with it."),
    N_("Open this link and sign in as a coach. You see who asks, and you decide. It works once, for 7 days:"),
    N_("Have you no account as a coach at this address? Then ask your organisation for one first."),
    N_("Does this tell you nothing? Then do nothing."),
)
TO_A_COACH = (
    N_("Hello! Will you help me with my business plan in bizplan? Open this link and sign in as a coach:"),
    N_("It works once, for 7 days."),
)
TO_AN_ENTREPRENEUR = (
    N_("Hello! I made a place for you in bizplan. There you build your business plan, step by step, in your own "
       "language. Open this link on your own phone:"),
    N_("It works once, for 7 days. It is for you alone: send it to nobody."),
)
TO_A_LENDER = (
    N_("Hello, this is the link to the dossier of a business plan. It is for you alone:"),
    N_("It works for {days} days. You need no account."),
    N_("It asks for a code of six digits. You get that by another way."),
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


def of_welcome(language: str, to: str, url: str, by: str) -> Message:
    """To an entrepreneur: where to sign in; no link in it opens anything by itself."""
    return _with_page(language, to, WELCOME, url, by=by)


def of_welcome_to_staff(language: str, to: str, url: str, role: str, by: str) -> Message:
    """To somebody with a new role, which is said in their language: where to sign in."""
    return _with_page(language, to, WELCOME_STAFF, url, role=role, by=by)


def of_invitation(language: str, to: str, url: str) -> Message:
    """To somebody who may be a coach: the link; who asks is only said to whoever signed in as one."""
    subject, *lines = map(translator(language), INVITATION)
    lines.insert(3, url)
    return Message(to, subject, "\n\n".join(lines) + "\n", LIVES)


def for_message_app(language: str, texts: tuple[str, str], url: str) -> str:
    """A text with a link, to be sent by hand."""
    before, after = map(translator(language), texts)
    return f"{before}\n\n{url}\n\n{after}"


def to_a_lender(language: str, url: str, days: int, *, with_code: bool) -> str:
    """A text with the link to a dossier, to be sent by hand; it names nobody, and the code stands elsewhere."""
    before, lives, coded = map(translator(language), TO_A_LENDER)
    after = f"{lives.format(days=days)} {coded}" if with_code else lives.format(days=days)
    return f"{before}\n\n{url}\n\n{after}"


def of_ended_card(language: str, to: str) -> Message:
    """To the coach: a card ended after ten wrong PINs."""
    return _plain(language, to, CARD_ENDED)


def of_changed_ways(language: str, to: str) -> Message:
    """To staff: the ways in of their account changed."""
    return _plain(language, to, WAYS_CHANGED)


def _with_page(language: str, to: str, texts: tuple[str, ...], url: str, **values: str) -> Message:
    subject, hello, why, opened, then, not_you = map(translator(language), texts)
    return Message(to, subject, "\n\n".join((hello, why.format(**values), opened, url, then, not_you)) + "\n",
                   WELCOME_LIVES)


def _plain(language: str, to: str, texts: tuple[str, ...]) -> Message:
    subject, *lines = map(translator(language), texts)
    return Message(to, subject, "\n\n".join(lines) + "\n")


def _minutes(seconds: int) -> int:
    return seconds // 60
