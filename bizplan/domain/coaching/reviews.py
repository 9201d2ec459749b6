"""Review by section: what was last said of each part of a study, and whether it still holds.

An approval names the sequence of the plan that its page showed.  It stands as long as nothing of the part has a
newer revision; after that the part is "changed since".  What entrepreneurs ask and take back again leaves no trace.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from .. import course
from ..course import PARTS, PROFILE, STOPS, Part
from ..questions import QUESTIONS
from ..readiness import Finding, Severity
from ..revisions import Record
from .subject import About

Changes = Mapping[str, int]
"""Of each question and each group of rows the sequence of its newest revision."""


class State(Enum):
    """How far the review of a part is; "draft" is kept for what was taken back, "changed since" never is."""

    DRAFT = "draft"
    WITH_COACH = "with coach"
    RETURNED = "returned"
    APPROVED = "approved"
    CHANGED = "changed since"


@dataclass(frozen=True)
class Review:
    """What somebody said of a part, having seen the plan at a sequence; ``name`` is what they are called."""

    id: str
    part: str
    state: State
    sequence: int
    words: str
    author: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """How a part stands: the review that counts, if any, and the sequence of its newest change.

    ``looked`` is the review with which a coach returned or approved it last, whatever was asked since.
    """

    part: str
    review: Review | None = None
    newest: int = 0
    looked: Review | None = None

    @property
    def state(self) -> State:
        """What it comes to."""
        if self.review is None:
            return State.DRAFT
        if self.review.state is State.APPROVED and self.newest > self.review.sequence:
            return State.CHANGED
        return self.review.state

    @property
    def is_newer(self) -> bool:
        """Whether something changed since a coach returned or approved it."""
        return self.looked is not None and self.newest > self.looked.sequence


def standings(reviews: Iterable[Review], changes: Changes) -> dict[str, Standing]:
    """How every part stands, in the order of the study; the reviews come in the order in which they were given."""
    told: dict[str, list[Review]] = {key: [] for key in PARTS}
    for each in reviews:
        if each.part in told:
            _take(told[each.part], each)
    return {key: _standing(key, told[key], newest(changes, part)) for key, part in PARTS.items()}


def places(part: Part) -> frozenset[str]:
    """The questions of a part and the groups of rows that it asks for, whoever answers them."""
    return _PLACES[part.key]


def newest(changes: Changes, *parts: Part) -> int:
    """The sequence of the newest change in these parts."""
    return max((changes.get(key, 0) for part in parts for key in places(part)), default=0)


def is_begun(record: Record, part: Part) -> bool:
    """Whether there is anything to approve: an answer, a row, or a page that was passed since it asks for nothing."""
    said = any(not record.said(key, row).is_empty for key in places(part) if key in QUESTIONS
               for row in record.plan.places(QUESTIONS[key]))
    return said or any(record.said(course.mark(part, page)).value is True or record.rows.get(page.group)
                       for page in part.pages)


def blockers(findings: Iterable[Finding], *parts: Part) -> tuple[Finding, ...]:
    """The findings in these parts with which no lender can say yes."""
    return tuple(each for each in within(findings, *parts) if each.severity is Severity.BLOCKER)


def within(findings: Iterable[Finding], *parts: Part) -> Iterator[Finding]:
    """The findings of these parts; those of the first two are found by the answers in them."""
    keys = {part.key for part in parts}
    asked = {key for part in parts if part in (STOPS, PROFILE) for key in places(part)}
    return (each for each in findings if each.subject in keys or any(place.key in asked for place in each.places))


def open_in(requests: Mapping[tuple[About, str], int], part: Part) -> int:
    """How many requests are open on a part, its answers and its rows."""
    return sum(count for (about, key), count in requests.items()
               if key == part.key and about is About.PART
               or key in places(part) and about in (About.ANSWER, About.ROW))


def _standing(key: str, told: list[Review], changed: int) -> Standing:
    looked = [each for each in told if each.state in (State.RETURNED, State.APPROVED)]
    return Standing(key, _counting(told), changed, _counting(looked))


def _take(told: list[Review], review: Review) -> None:
    """Adds a review; a request that is taken back goes, and what stood before it stands again."""
    if review.state is not State.DRAFT:
        told.append(review)
    elif told and told[-1].state is State.WITH_COACH:
        told.pop()


def _counting(told: list[Review]) -> Review | None:
    """The last review; of several approvals in a row the one that saw most, and the first of those."""
    if not told or told[-1].state is not State.APPROVED:
        return told[-1] if told else None
    last = len(told)
    while last and told[last - 1].state is State.APPROVED:
        last -= 1
    return max(told[last:], key=lambda each: each.sequence)


_PLACES = {part.key: frozenset({key for page in part.pages for key in page.questions}
                               | {page.group for page in part.pages if page.group}) for part in PARTS.values()}
