"""Permits by trade, on the web."""

from bizplan.domain.aids import Slip
from bizplan.domain.aids.permits import Usual, permits, row

from ..languages import N_
from .checklist import Entry, Listed, entry
from .opened import Opened
from .told import of_law, of_note


def made(opened: Opened, sector: str) -> tuple[Slip, tuple[Entry, ...]]:
    """What is usually asked of a trade, those always asked first."""
    found = permits(sector, opened.today)
    return found, tuple(
        entry(opened, each, (each.office, each.note), None if each.usual is Usual.NEVER else row(each),
              each.usual.words, (of_note(each.source), *((of_law(each.figure),) if each.figure is not None else ())))
        for each in found.permits)


AID = Listed(
    "permits", N_("Which permits do you need?"),
    N_("This is what is usual in your trade. The office that we name decides."),
    made, N_("Choose what you still have to ask. We put it in your plan."))
