"""The fifteen competences of EntreComp side by side: how entrepreneur and coach rate them, and what to talk about.

The coach rates apart and first.  So that the talk is fair, neither rating of the coach is shown to the entrepreneur
before both of them rated both statements of a competence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..plan import Plan
from ..readiness.sentences import N_

SOURCE = N_("After EntreComp, the Entrepreneurship Competence Framework of the European Commission (Bacigalupo, "
            "Kampylis, Punie and Van den Brande, 2016). The statements are ours, in plain words.")
APART = 2
"""From this difference on two ratings are something to talk about."""
AREAS = (
    (N_("Ideas and opportunities"), (
        ("spotting_opportunities", N_("Spotting opportunities")), ("creativity", N_("Creativity")),
        ("vision", N_("Vision")), ("valuing_ideas", N_("Valuing ideas")),
        ("ethical_and_sustainable_thinking", N_("Ethical and sustainable thinking")),
    )),
    (N_("Resources"), (
        ("self_awareness", N_("Self-awareness and trust in yourself")),
        ("perseverance", N_("Motivation and perseverance")),
        ("mobilising_resources", N_("Finding resources")), ("financial_literacy", N_("Understanding money")),
        ("mobilising_others", N_("Getting others on board")),
    )),
    (N_("Into action"), (
        ("taking_the_initiative", N_("Taking the initiative")),
        ("planning_and_management", N_("Planning and managing")),
        ("coping_with_uncertainty", N_("Coping with what is uncertain")),
        ("working_with_others", N_("Working with others")),
        ("learning_through_experience", N_("Learning from experience")),
    )),
)
"""The three areas of the framework, each with five competences."""


@dataclass(frozen=True)
class Rated:
    """One statement: its question, and how entrepreneur and coach rate it (None: not yet)."""

    question: str
    own: int | None
    coach: int | None

    @property
    def is_apart(self) -> bool:
        """Whether the two see it so differently that they had better talk about it."""
        return self.own is not None and self.coach is not None and abs(self.own - self.coach) >= APART


@dataclass(frozen=True)
class Competence:
    """One competence with its two statements."""

    key: str
    title: str
    statements: tuple[Rated, ...]

    @property
    def is_shared(self) -> bool:
        """Whether both rated both statements: from then on both see both."""
        return all(each.own is not None and each.coach is not None for each in self.statements)


def competences(plan: Plan) -> Iterator[tuple[str, tuple[Competence, ...]]]:
    """The three areas, each with its competences as they are rated."""
    for title, those in AREAS:
        yield title, tuple(Competence(key, name, _statements(plan, key)) for key, name in those)


def is_shared(plan: Plan, question: str) -> bool:
    """Whether the ratings of the competence that a statement belongs to are shown to both."""
    competence = question.split(".")[2]
    return all(each.own is not None and each.coach is not None for each in _statements(plan, competence))


def _statements(plan: Plan, competence: str) -> tuple[Rated, ...]:
    keys = (f"competences.entrecomp.{competence}.{which}" for which in ("first", "second"))
    return tuple(Rated(key, _rating(plan, key), _rating(plan, f"{key}_coach")) for key in keys)


def _rating(plan: Plan, key: str) -> int | None:
    value = plan.value(key)
    return int(value) if isinstance(value, int | float) else None
