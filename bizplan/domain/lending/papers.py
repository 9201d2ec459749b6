"""The papers of a dossier and the files that show them: how far each is, who may see it, until when it counts."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from unicodedata import category, normalize

from financial_models.law import Named
from financial_models.law.lending import Lender, lenders

from ..people import Role
from ..plan import Plan
from ..questions import QUESTIONS, Kind, Question
from ..readiness.case import Case
from ..readiness.papers import PAPERS
from ..readiness.papers import papers as known_papers
from ..typed import Given, Nothing, Problem, typed

MOST = 40
"""How many files a plan holds."""
LARGEST_TOGETHER = 60_000_000
"""How many bytes they have together."""
SOON = timedelta(days=30)
LONGEST_NAME = 80
SECTION = "planning.papers."
DAY = Question("paper.valid_until", "", Kind.DATE)
_ENDING = re.compile(r"\.\w{1,5}$")
_FOLDERS = re.compile(r"[/\\]")
_RESERVED = set('"\'<>:;|?*%')


class Reader(Enum):
    """Who may see a file beside the entrepreneur: nobody, the coaches too, or also a lender to whom the plan goes."""

    SELF = "self"
    COACH = "coach"
    LENDER = "lender"


SEEN_AS = {Role.ENTREPRENEUR: frozenset(Reader), Role.COACH: frozenset({Reader.COACH, Reader.LENDER})}
"""What somebody sees by their part in the plan; whoever has no part sees nothing."""

SHOWN_WITH = {"identity": "residence", **dict.fromkeys(
    ("household_composition", "bank_statements", "income_proof", "home_lease", "loan_contracts", "tax_assessment"),
    "household")}
"""Papers that tell more than the cut of a plan for a lender: what its owner agreed to show beside it (``more``)."""


class Validity(Enum):
    """Whether a paper still counts."""

    GOOD = "good"
    SOON = "soon over"
    OVER = "over"


@dataclass(frozen=True)
class Paper:
    """A file that shows a paper; ``paper`` is the last part of the key of its question, ``kind`` pdf, jpeg or png."""

    id: str
    plan: str
    paper: str
    kind: str
    size: int
    pages: int
    name: str
    reader: Reader
    valid_until: date | None
    author: str
    made_at: datetime

    def goes_along(self, more: Collection[str]) -> bool:
        """Whether a lender may see it with a submission beside which its owner agreed to show this much more."""
        wants = SHOWN_WITH.get(self.paper)
        return self.reader is Reader.LENDER and (wants is None or wants in more)

    def validity(self, today: date) -> Validity:
        """Whether it still counts on a day, or only for another month."""
        if self.valid_until is None or self.valid_until > today + SOON:
            return Validity.GOOD
        return Validity.SOON if self.valid_until >= today else Validity.OVER


class State(Enum):
    """How far a paper is: as the study says, else missing where this plan needs it, else nobody said."""

    IN_HAND = "in_hand"
    ASKED = "asked"
    MISSING = "missing"
    NOT_NEEDED = "not_needed"
    UNSAID = "unsaid"


@dataclass(frozen=True)
class Line:
    """A paper on the checklist: its question, how far it is, and which lenders want it."""

    paper: str
    question: Question
    state: State
    wanted_by: tuple[Lender, ...]


def checklist(plan: Plan, today: date, among: Sequence[Lender] | None = None) -> tuple[Line, ...]:
    """All papers that a dossier can have, in the order of the study; of these lenders, else of the published ones."""
    case = Case(plan, today)
    missing, asked = known_papers(case).missing, lenders(today) if among is None else among
    return tuple(_line(case, key, asked, is_missing=key in missing) for key in PAPERS)


def _line(case: Case, key: str, among: Sequence[Lender], *, is_missing: bool) -> Line:
    said = next((each for each in State if each.value == case.value(key)), None)
    name = key.removeprefix(SECTION)
    state = said or (State.MISSING if is_missing else State.UNSAID)
    return Line(name, QUESTIONS[key], state, wanted_by(name, case.today, among))


def wanted_by(paper: str, on: date, among: Iterable[Lender] | None = None) -> tuple[Lender, ...]:
    """The lenders that take a paper for a product or for all, on a day: of these, else of the published ones."""
    asked = lenders(on) if among is None else among
    return tuple(each for each in asked if SECTION + paper in _names(each.papers) or any(
        SECTION + paper in _names(one.papers) for one in each.products))


def _names(told: Named | None) -> tuple[str, ...]:
    return told.names if told else ()


def plain_name(sent: str) -> str:
    """What a file is called without its folders and its ending, in letters that everybody sees; "" where none is left.

    Marks that turn the direction of writing go, as they can make one ending look like another.
    """
    last = _FOLDERS.split(normalize("NFC", sent))[-1]
    seen = (" " if category(each)[0] == "Z" else each for each in last
            if category(each)[0] != "C" and each not in _RESERVED)
    words = " ".join("".join(seen).split())
    return _ENDING.sub("", words).strip(" .")[:LONGEST_NAME].strip()


def reader_of(text: str) -> Reader:
    """Who may see a file, as a form says it; only the entrepreneur where it says nothing that is known."""
    return next((each for each in Reader if each.value == text), Reader.SELF)


def valid_until(text: str, language: str, today: date) -> date | Problem | None:
    """Until when a paper counts, as a form says it; None where it says nothing."""
    read = typed(DAY, text, language, today) if text.strip() else Nothing()
    if isinstance(read, Given) and isinstance(read.value, date):
        return read.value
    return read if isinstance(read, Problem) else None
