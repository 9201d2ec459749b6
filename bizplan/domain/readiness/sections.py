"""How far each section of the study is: what is wanted for the dossier, and what is answered of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..plan import Plan
from ..questions import PHASES, Phase, Question
from .case import Case
from .finding import Place

NEEDED_ROWS = {
    "products": 1, "costs": 1, "market.competitors": 3, "competences.work": 1, "risks.main": 3,
    "planning.milestones": 1,
}
"""Groups of which the study wants so many rows; of all other groups no row is needed."""


@dataclass(frozen=True)
class Completeness:
    """A section of the study: how many answers are wanted, how many there are, and which are missing."""

    section: str
    title: str
    wanted: int
    answered: int
    missing: tuple[Place, ...]

    @property
    def share(self) -> float:
        """The share of what is wanted that is there."""
        return self.answered / self.wanted if self.wanted else 1.0


def completeness(case: Case) -> tuple[Completeness, ...]:
    """Every section of the study, in its order."""
    return tuple(_section(case, phase) for phase in PHASES)


def _section(case: Case, phase: Phase) -> Completeness:
    wanted = [place for question in phase.questions if question.required for place in _wanted(case, question)]
    missing = tuple(place for place in wanted if not _is_there(case.plan, place, case))
    return Completeness(phase.key, phase.title, len(wanted), len(wanted) - len(missing), missing)


def _wanted(case: Case, question: Question) -> Iterator[Place]:
    """The places where an answer is wanted; rows that are still to be added count as one each."""
    rows = [row for row in case.plan.places(question) if case.plan.is_asked(question, row)]
    yield from (case.place(question.key, row) for row in rows)
    if question.group and question.name in ("name", "job"):
        lacking = NEEDED_ROWS.get(question.group, 0) - len(case.plan.row_ids(question.group))
        yield from (case.place(question.group) for _ in range(lacking))


def _is_there(plan: Plan, place: Place, case: Case) -> bool:
    return place.key != _group_of(place) and case.is_answered(place.key, place.row)


def _group_of(place: Place) -> str:
    """The key itself where a place stands for rows that are still to be added."""
    return place.key if place.key in NEEDED_ROWS else ""
