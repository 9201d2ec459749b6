"""The handful of figures that follow an answer, as they stand beside the questions."""

from bizplan.domain.clock import today
from bizplan.domain.living import Living, living
from bizplan.domain.questions import Question
from bizplan.domain.revisions import Record
from bizplan.storage.plans import Kept

from .calculated import Memory

FIGURES: Memory[Living] = Memory(most=200)
WITHOUT_FIGURES = ("dossier", "wizard", "")


def current(kept: Kept, record: Record) -> Living:
    """The figures of a plan as it stands."""
    return FIGURES.of(kept, lambda: living(record.plan, today()))


def remembered(kept: Kept) -> Living | None:
    """The figures, where they were calculated for these answers already: a page never waits for them."""
    return FIGURES.get(kept)


def before(kept: Kept) -> Living | None:
    """The figures as they were before the last answers, where somebody looked at them then."""
    return FIGURES.before(kept)


def is_fed_by(question: Question) -> bool:
    """Whether an answer to this question moves a figure."""
    return question.feeds.partition(".")[0] not in WITHOUT_FIGURES
