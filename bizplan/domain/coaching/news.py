"""What may happen in a plan that somebody else wants to know, and how several pieces of it become one line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ..clock import day_of


class News(Enum):
    """The kinds of news; what is said of each stands where it is shown."""

    COMMENT = "comment"                 # subject of a notice: the thread
    MENTION = "mention"                 # the thread
    REQUEST = "request"                 # the thread
    SETTLED = "settled"                 # the thread
    SUGGESTION = "suggestion"           # the suggestion
    DECIDED = "decided"                 # the suggestion
    TO_REVIEW = "to review"             # the part
    RETURNED = "returned"               # the part
    APPROVED = "approved"               # the part
    GATE = "gate"                       # the gate
    MET = "met"                         # the gate
    NOT_MET = "not met"                 # the gate
    APPOINTMENT = "appointment"         # the appointment
    CALLED_OFF = "called off"           # the appointment
    WROTE_TOGETHER = "wrote together"   # the sitting
    INVITATION = "invitation"           # the invitation
    JOINED = "joined"                   # the person
    LEFT = "left"                       # the person
    ENDED = "ended"                     # how it ended
    WENT_BACK = "went back"             # the version
    MADE_READY = "made ready"           # the application
    SIGNED = "signed"                   # the application
    HANDED_IN = "handed in"             # the application
    TAKEN_BACK = "taken back"           # the application
    LINK_MADE = "link made"             # the link
    LENDER_ASKS = "lender asks"         # the question
    COMMITTEE = "committee"             # the application
    LENDER_DECIDED = "lender decided"   # the application
    WITHDREW = "withdrew"               # the application
    ARRIVED = "arrived"                 # the application, as all that follow
    NEWER = "newer"
    GONE = "gone"
    GIVEN_UP = "given up"
    ANSWERED = "answered"
    ADVISED = "advised"
    MEETING = "meeting"
    COLLEAGUE_DECIDED = "colleague decided"
    HANDED_OVER = "handed over"
    TAKEN_OVER = "taken over"


class Ended(Enum):
    """How somebody's part in a plan ended, as they are told themselves."""

    BY_OWNER = "by owner"
    BY_ORGANISATION = "by organisation"
    BY_THEMSELVES = "by themselves"


COME_AND_GO = frozenset({News.JOINED, News.LEFT})
"""News of whoever comes or goes, whoever let them in or out."""
OVER = frozenset({News.GONE, News.GIVEN_UP})
"""News for a lender that an application is over: it names nobody, and stands though nothing can be read any more."""
AMONG_COLLEAGUES = frozenset({News.ADVISED, News.MEETING, News.COLLEAGUE_DECIDED, News.HANDED_OVER, News.TAKEN_OVER})
"""News of what a colleague at the lender did, for whoever looks after an application."""
AT_LENDER = frozenset({News.ARRIVED, News.NEWER, News.ANSWERED}) | OVER | AMONG_COLLEAGUES
"""News for the officers of a lender, each about one application there."""


@dataclass(frozen=True)
class Notice:
    """One piece of news for one person; ``subject`` is what it is about, as its kind says."""

    id: str
    person: str
    plan: str
    kind: News
    subject: str
    author: str
    at: datetime
    seen_at: datetime | None = None

    @property
    def day(self) -> date:
        """The day in Belgium on which it happened."""
        return day_of(self.at)


@dataclass(frozen=True)
class Line:
    """News that is told in one line: of one kind, of one person in one plan on one day; the newest first."""

    notices: tuple[Notice, ...]

    @property
    def newest(self) -> Notice:
        """The piece that came last."""
        return self.notices[0]

    @property
    def count(self) -> int:
        """How many things it is about."""
        return len({(each.plan, each.subject or each.id) for each in self.notices})


def folded(news: Iterable[Notice]) -> tuple[Line, ...]:
    """News, the newest first, with what came in a row in one line; what is new stays apart from what was seen."""
    lines: list[list[Notice]] = []
    last: dict[bool, list[Notice]] = {}
    for each in news:
        is_new = each.seen_at is None
        if is_new not in last or _alike(last[is_new][-1]) != _alike(each):
            last[is_new] = []
            lines.append(last[is_new])
        last[is_new].append(each)
    return tuple(Line(tuple(each)) for each in lines)


def _alike(each: Notice) -> tuple[object, ...]:
    """What is the same in all pieces of a line; whoever loses plans is told how many, and of none which."""
    if each.kind is News.ENDED:
        return each.kind, each.subject, each.day
    if each.kind in AT_LENDER:
        return each.kind, each.subject, each.author, each.day
    return each.kind, each.plan, each.subject if each.kind in COME_AND_GO else each.author, each.day
