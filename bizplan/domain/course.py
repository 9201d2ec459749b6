"""The course of the study: its parts in order, the pages in each, what is done and what comes next.

Three stops come first, then the quick profile; the phases follow.  A page is done where everything that a dossier
cannot do without was answered, or said to be unknown for now, and the entrepreneur went past it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from .plan import Plan
from .questions import GROUPS, PHASES, QUESTIONS, QUICK, Page, Question, fields
from .readiness.sentences import N_
from .revisions import Record

LATER = ("test_phase",)
"""Phases that do not belong to the plan itself."""


class State(Enum):
    """How far a page or a part is."""

    NONE = "none"
    BUSY = "busy"
    WARN = "warn"
    OK = "ok"


@dataclass(frozen=True)
class Part:
    """A part of the study; its key stands in the address of its pages."""

    key: str
    title: str
    pages: tuple[Page, ...]

    def page(self, key: str) -> Page | None:
        """The page with this key."""
        return next((page for page in self.pages if page.key == key), None)


@dataclass(frozen=True)
class Stage:
    """Parts that belong together on the task list."""

    title: str
    parts: tuple[Part, ...]


STOPS = Part("stops", N_("Three things first"), (
    Page("residence", N_("Your right to work for yourself"), (
        "applicant.residence.status", "applicant.residence.card", "applicant.residence.until",
    ), N_("Not every residence card lets you work for yourself. We look at this first, so you lose no time.")),
    Page("debts", N_("Old debts"), (
        "applicant.debts.collective_settlement", "applicant.debts.mediation",
    ), N_("Debts do not always stop you. In a collective debt settlement a judge decides with you.")),
    Page("benefits", N_("What you live on now"), (
        "applicant.income_source", "household.changes",
    ), N_("A business can change a benefit. Better to know before the start than after.")),
))
PROFILE = Part("quick", N_("The quick look"), QUICK)
TITLES = {
    "inform": N_("Getting to know you"), "competences": N_("What you can and want"), "idea": N_("Your idea"),
    "market": N_("Customers and competitors"), "marketing": N_("Price and promotion"), "operations": N_("How you work"),
    "rules": N_("Rules and permits"), "team": N_("Who works with you"), "financing": N_("Buying and borrowing"),
    "household": N_("Your family's budget"), "projection": N_("Sales and costs"), "risks": N_("What can go wrong"),
    "planning": N_("Planning and papers"),
}
"""What a phase is called for whoever answers it; its own title is that of the dossier."""
_PHASES = {phase.key: Part(phase.key, TITLES[phase.key], phase.pages) for phase in PHASES if phase.key not in LATER}
STAGES = (
    Stage(N_("First of all"), (STOPS, PROFILE)),
    Stage(N_("You and your idea"), (_PHASES["inform"], _PHASES["competences"], _PHASES["idea"])),
    Stage(N_("Your market"), (_PHASES["market"], _PHASES["marketing"])),
    Stage(N_("Your business"), (_PHASES["operations"], _PHASES["rules"], _PHASES["team"])),
    Stage(N_("Your money"), (_PHASES["financing"], _PHASES["household"], _PHASES["projection"])),
    Stage(N_("Risks and start"), (_PHASES["risks"], _PHASES["planning"])),
)
PARTS: Mapping[str, Part] = {part.key: part for stage in STAGES for part in stage.parts}


def pages() -> Iterator[tuple[Part, Page]]:
    """Every page in the order of the study."""
    return ((part, page) for part in PARTS.values() for page in part.pages)


def mark(part: Part, page: Page) -> str:
    """The name under which a plan remembers that the entrepreneur went past a page."""
    return f"{part.key}/{page.key}"


def asked(record: Record, page: Page, row: str = "", *, coach: bool = False) -> tuple[Question, ...]:
    """The questions of a page that the other answers make worth asking; a coach's only for coaches."""
    found = (QUESTIONS[key] for key in page.questions)
    return tuple(each for each in found if record.plan.is_asked(each, row) and (coach or not each.coach))


def is_shown(record: Record, page: Page, *, coach: bool = False) -> bool:
    """Whether a page has anything to ask of this reader."""
    if page.group:
        return coach or any(not QUESTIONS[key].coach for key in page.questions)
    return bool(asked(record, page, coach=coach))


def state(record: Record, part: Part, page: Page) -> State:
    """How far a page is."""
    places = list(_places(record, page))
    if any(record.said(question.key, row).is_unread for question, row in places):
        return State.WARN
    passed = record.said(mark(part, page)).value is True
    said = [(question, record.said(question.key, row)) for question, row in places]
    wanting = any(question.required and each.is_empty for question, each in said)
    begun = bool(said) if page.group else any(not each.is_empty for _, each in said)
    if not begun:
        return State.OK if passed and not _is_wanted(page) else State.NONE
    if wanting:
        return State.BUSY
    return State.OK if passed else State.BUSY


def state_of_part(record: Record, part: Part, *, coach: bool = False) -> State:
    """How far a part is: done where all its pages are, begun where one is."""
    found = {state(record, part, page) for page in part.pages if is_shown(record, page, coach=coach)}
    if State.WARN in found:
        return State.WARN
    if found <= {State.OK}:
        return State.OK
    return State.NONE if found == {State.NONE} else State.BUSY


def next_page(record: Record, part: Part, page: Page, *, coach: bool = False) -> Page | None:
    """The page of the same part that comes after this one."""
    later = part.pages[part.pages.index(page) + 1:]
    return next((each for each in later if is_shown(record, each, coach=coach)), None)


def first_open(record: Record, *, coach: bool = False) -> tuple[Part, Page] | None:
    """Where to go on: the first page in the order of the study that is not done."""
    open_pages = ((part, page) for part, page in pages()
                  if is_shown(record, page, coach=coach) and state(record, part, page) is not State.OK)
    return next(open_pages, None)


def unknown(record: Record) -> tuple[tuple[Question, str], ...]:
    """What the entrepreneur does not know yet, in the order of the study."""
    return tuple((question, row) for question in QUESTIONS.values() for row in record.plan.places(question)
                 if record.said(question.key, row).unknown)


def is_on_a_page(question: str) -> bool:
    """Whether a page of the study asks this question: those of the test phase come later."""
    return question in _PAGE_OF


def page_of(question: str) -> tuple[Part, Page]:
    """Where a question is asked in its phase; raises KeyError for one that no page asks."""
    return _PAGE_OF[question]


def marks(plan: Plan) -> Iterator[str]:
    """The pages of which a plan answers something, as if somebody had gone past them."""
    for part, page in pages():
        rows = plan.row_ids(page.group) if page.group else ("",)
        if any(plan.answer(key, row) is not None for row in rows for key in page.questions):
            yield mark(part, page)


def page_adding(group: str) -> tuple[Part, Page]:
    """The page on which rows of a group are added."""
    return _PAGE_OF[fields(group)[0].key]


def is_first_of_group(page: Page) -> bool:
    """Whether rows are added, moved and removed on this page: the others ask more of the rows that it made."""
    return bool(page.group) and fields(page.group)[0].key in page.questions


def _places(record: Record, page: Page) -> Iterator[tuple[Question, str]]:
    rows = record.rows.get(page.group, ()) if page.group else ("",)
    for row in rows:
        yield from ((question, row) for question in asked(record, page, row))


def _is_wanted(page: Page) -> bool:
    """Whether a dossier cannot do without what the page asks."""
    return not page.group and any(QUESTIONS[key].required for key in page.questions)


_PAGE_OF = {key: (part, page) for part in PARTS.values() if part not in (STOPS, PROFILE)
            for page in part.pages for key in page.questions}
assert set(GROUPS) >= {page.group for _, page in pages() if page.group}
