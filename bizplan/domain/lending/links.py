"""Links to what was handed in: for somebody who has no account here, for a time, until they are taken back."""

from dataclasses import dataclass
from datetime import datetime

from .applications import Application

DAYS = (7, 14, 30, 90)
"""For how many days a link can be made."""
USUAL_DAYS = 30
MOST_WRONG_CODES = 5
"""After so many wrong codes in a row a link rests, until its people give it a new code."""
LONGEST_LABEL = 80


@dataclass(frozen=True)
class Link:
    """A link as its people see it; nobody sees its token or its code again.  ``label`` says for whom it is."""

    id: str
    application: str
    label: str
    author: str
    has_code: bool
    wrong_codes: int
    made_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None

    @property
    def rests(self) -> bool:
        """Whether somebody typed too many wrong codes."""
        return self.wrong_codes >= MOST_WRONG_CODES

    def is_over(self, now: datetime) -> bool:
        """Whether it was taken back, or its time is up: it never opens again."""
        return self.ended_at is not None or self.ends_at <= now


@dataclass(frozen=True)
class Visit:
    """Somebody came by a link: for a few hours a browser may read the one application of that link."""

    id: str
    link: str
    application: str
    plan: str
    ends_at: datetime


@dataclass(frozen=True)
class Opening:
    """Somebody opened a part of what was handed in: an officer (``person``), or whoever holds a link (``link``)."""

    application: str
    link: str
    person: str
    what: str
    device: str
    at: datetime


def may_be_shared(application: Application) -> bool:
    """Whether a link can be made to it: what the entrepreneur handed in can be read, and the application goes on."""
    return application.ended_at is None and application.newest is not None
