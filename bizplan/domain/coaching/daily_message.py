"""The message that says once a day that there is news: when it goes, and its words, which tell nobody anything."""

from datetime import datetime, timedelta

from bizplan.translations import translator

from ..clock import here
from ..readiness.sentences import N_

A_DAY = timedelta(hours=24)
MORNING = range(7, 9)
"""The hours in Belgium in which it goes."""
TEXTS = (
    N_("News on bizplan"),
    N_("Hello,"),
    N_("There is news for you on bizplan: {count}."),
    N_("Open this page and sign in to read it:"),
    N_("You asked for this message, at most once a day. On the page with your news you can stop it."),
)


def is_due(now: datetime, oldest: datetime, last: datetime | None) -> bool:
    """Whether news that began with ``oldest`` goes out: in the morning or after a day, and never twice in a day."""
    if last is not None and now - last < A_DAY:
        return False
    return here(now).hour in MORNING or now - oldest >= A_DAY


def message(language: str, count: int, sign_in_page: str) -> tuple[str, str]:
    """The subject and the text."""
    subject, hello, news, where, stop = map(translator(language), TEXTS)
    return subject, "\n\n".join((hello, news.format(count=count), where, sign_in_page, stop)) + "\n"
