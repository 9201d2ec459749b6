"""Start-up costs by trade, on the web."""

from bizplan.domain.aids import Slip
from bizplan.domain.aids.permits import Usual
from bizplan.domain.aids.start_up_costs import start_up_costs

from ..languages import N_
from .checklist import Entry, Listed, entry
from .opened import Opened

NEEDED = {
    Usual.ALWAYS: N_("Everybody needs this"), Usual.OFTEN: N_("Often needed"), Usual.SOMETIMES: N_("Sometimes needed"),
    Usual.NEVER: N_("No longer needed"),
}


def made(opened: Opened, sector: str) -> tuple[Slip, tuple[Entry, ...]]:
    """What is usually bought or paid once in a trade, what everybody needs first."""
    found = start_up_costs(sector, ())
    return found, tuple(entry(opened, each, (each.ask,), each.row, NEEDED[each.usual]) for each in found.items)


AID = Listed(
    "start_up_costs", N_("What do you pay before you open?"),
    N_("This is what people in your trade usually pay once. You fill in the amounts yourself."),
    made, N_("Choose what you need. We put it in your plan, its amount still open."))
