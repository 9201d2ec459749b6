"""What a question of the study is: its key, what kind of answer it takes, when it is asked and what it feeds.

Keys are dotted and a promise: plans are kept under them.  ``household.expenses.rent`` is asked once,
``products[].price`` is asked for every row of the group ``products``; the key is also the place of the
answer in a plan file.
"""

from dataclasses import dataclass
from enum import Enum

from financial_models.assumptions.whole import LARGEST_LIST

LARGEST_AMOUNT = 1e9


class Kind(Enum):
    """The kinds of answers that a question can take."""

    TEXT = "text"  # one line
    LONG_TEXT = "long text"
    NUMBER = "number"
    WHOLE = "whole number"
    AMOUNT = "amount"  # euros
    SHARE = "share"  # 0.21 for 21 %
    MONTHS = "months"  # how many
    PLAN_MONTH = "plan month"  # 1 is the first month of the plan
    TWELVE = "twelve numbers"  # January first
    DATE = "date"  # 2027-03-31
    CALENDAR_MONTH = "calendar month"  # 2027-03
    CHOICE = "choice"
    CHOICES = "several choices"
    YES_NO = "yes or no"
    ROW = "row"  # the id of a row in another group


FIGURES = frozenset({Kind.NUMBER, Kind.WHOLE, Kind.AMOUNT, Kind.SHARE, Kind.MONTHS, Kind.PLAN_MONTH, Kind.TWELVE})
"""The kinds that rest on evidence."""

WHOLE_FIGURES = frozenset({Kind.WHOLE, Kind.MONTHS, Kind.PLAN_MONTH})


class Period(Enum):
    """How often an amount or a quantity occurs."""

    ONCE = "once"
    HOUR = "an hour"
    DAY = "a day"
    WEEK = "a week"
    MONTH = "a month"
    QUARTER = "a quarter"
    YEAR = "a year"
    NONE = ""


class Vat(Enum):
    """Whether an amount includes VAT; SAID where a neighbouring question asks it."""

    WITH = "with VAT"
    WITHOUT = "without VAT"
    SAID = "as the entrepreneur says"
    NONE = ""


@dataclass(frozen=True)
class Option:
    """One of the choices of a question.

    ``value`` is what the engine takes for it where that is not the key; ``law`` is the key of the legal
    figure that it stands for; ``icon`` is the drawing beside it on a page, ``hint`` one line under it.
    """

    key: str
    label: str
    value: str | float | bool | None = None
    law: str = ""
    icon: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Is:
    """Holds when the answer to a question (or its default) is one of these."""

    question: str
    among: tuple[str | bool, ...]


@dataclass(frozen=True)
class Above:
    """Holds when the answer to a question is more than this."""

    question: str
    number: float


Condition = Is | Above


@dataclass(frozen=True)
class Group:
    """A repeated group: every row has an id of its own and answers the group's questions."""

    key: str
    label: str
    most: int = LARGEST_LIST


@dataclass(frozen=True)
class Question:
    """A question of the study, declared once.

    ``label`` names the answer in dossier and workbook; ``ask`` is the question in plain words (the label where
    that is one already), ``help`` says in a few short sentences what is meant, ``example`` what somebody else
    answered, ``proof`` what a number can be shown with.
    ``feeds`` is the path in the engine's assumptions or the chapter of the dossier ("dossier.market").
    ``law`` is the key of the legal figure that holds where nobody answered, ``profile`` the name of the
    figure in the profile of the row's lender; ``default`` is what is taken otherwise.  ``quick`` marks
    the quick profile, ``coach`` what the coach fills in, ``required`` what a dossier cannot do without,
    ``counts`` what a row needs before it is calculated, ``of`` the group whose rows an answer points at.
    """

    key: str
    label: str
    kind: Kind
    ask: str = ""
    help: str = ""
    example: str = ""
    proof: str = ""
    unit: str = ""
    period: Period = Period.NONE
    vat: Vat = Vat.NONE
    options: tuple[Option, ...] = ()
    low: float | None = None
    high: float | None = None
    of: str = ""
    when: tuple[Condition, ...] = ()
    feeds: str = ""
    law: str = ""
    profile: str = ""
    default: str | float | bool | None = None
    quick: bool = False
    coach: bool = False
    required: bool = False
    counts: bool = False

    @property
    def group(self) -> str:
        """The key of the group whose rows answer this question, or nothing."""
        return self.key.split("[].")[0] if "[]." in self.key else ""

    @property
    def wording(self) -> str:
        """The question as it is put to the entrepreneur."""
        return self.ask or self.label

    @property
    def name(self) -> str:
        """The last part of the key: what the answer is called in a plan file."""
        return self.key.rsplit(".", 1)[-1]

    def option(self, key: object) -> Option | None:
        """The choice with this key."""
        return next((option for option in self.options if option.key == key), None)

    @property
    def is_figure(self) -> bool:
        """Whether the answer is a number that rests on evidence."""
        return self.kind in FIGURES


@dataclass(frozen=True)
class Page:
    """What is asked on one page of the study: a few questions that belong together, or the rows of one group.

    ``key`` ends the page's address; ``questions`` are the keys of its questions, in order.
    """

    key: str
    title: str
    questions: tuple[str, ...]
    intro: str = ""

    @property
    def group(self) -> str:
        """The key of the group whose rows the page asks for, or nothing."""
        return self.questions[0].split("[].")[0] if "[]." in self.questions[0] else ""


@dataclass(frozen=True)
class Phase:
    """A phase of the study, with its questions and the pages on which they are asked, in order."""

    number: int
    key: str
    title: str
    questions: tuple[Question, ...]
    groups: tuple[Group, ...] = ()
    pages: tuple[Page, ...] = ()
