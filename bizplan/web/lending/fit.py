"""Which credit fits: how much is still needed, the credits that fit, those that fit if, and those that do not."""

from dataclasses import dataclass

from flask import Blueprint, g, render_template
from markupsafe import Markup

from bizplan.domain.clock import today
from bizplan.domain.lending.fit import Fit, Verdict, counted_on, fit, lacking
from bizplan.domain.lending.fit.less import Less
from bizplan.domain.lending.lenders_here import lenders_here
from bizplan.domain.lending.profiles import OwnProfile
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.readiness.case import Calculated, Case
from bizplan.domain.revisions import Record
from bizplan.storage.plans import Kept

from .. import display
from ..access import Entry, enters, kept
from ..calculated import Memory, calculated, ready
from ..findings_shown import places_told
from ..languages import N_
from ..study import is_coach, stored
from ..wording import spoken
from . import fit_shown
from .fit_shown import Shown
from .lenders_shown import own_profiles

AREA = Blueprint("credit", __name__, url_prefix="/<language>/plan/<plan>/credit")
FITS: Memory[tuple[tuple[OwnProfile, ...], Fit]] = Memory(most=12)
"""What fits, each beside what lenders said of themselves when it was made."""
MOST_PLACES = 12


@dataclass(frozen=True)
class Head:
    """The head of a column of the comparison, and whether it is left out on a phone."""

    label: str
    only: str = ""


@dataclass(frozen=True)
class Row:
    """A credit in the comparison."""

    label: str
    url: str
    cells: tuple[Markup, ...]
    kind: str = ""


HEADS = (Head(N_("Each month")), Head(N_("Costs in all")), Head(N_("Yearly cost, all in"), "lg"),
         Head(N_("File fee"), "lg"), Head(N_("Months"), "lg"))


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def which(plan: str) -> str:
    """Which credit fits the plan, and what is missing where that cannot be said yet."""
    record = stored()
    told = fit_of(record)
    if told is None:
        return _waits(plan, record)
    offers = {verdict: [fit_shown.shown(each, plan, record) for each in told.of(verdict)] for verdict in Verdict}
    fits, fits_if, does_not = offers.values()
    return render_template(
        "lending/fit.html", plan=plan, need=told.need, needed=fit_shown.needed_lines(told.need), fits=fits,
        fits_if=fits_if, does_not=does_not, heads=HEADS, rows=compared([*fits, *fits_if]),
        together=[fit_shown.together(each, plan, record) for each in told.combinations],
        less=told.less, answer=answered(told.less, plan, record),
        later=fit_shown.grounds_told(told.later, plan, record),
        without=fit_shown.grounds_told(told.without_interest, plan, record), minds=told.minds_interest,
        coach=is_coach())


def fit_of(record: Record) -> Fit | None:
    """Which credits fit the plan of the address; None where that cannot be said yet."""
    if isinstance(calculated(kept(), record), NoFigures) or lacking(Case(record.plan, today())):
        return None
    return fitting(kept(), record)


def _waits(plan: str, record: Record) -> str:
    """What is to be answered first."""
    found = calculated(kept(), record)
    places = places_told(lacking(Case(record.plan, today())), plan, record, MOST_PLACES)
    return render_template("lending/fit_waits.html", plan=plan, places=places,
                           reason=spoken(found) if isinstance(found, NoFigures) else "")


def fitting(now: Kept, record: Record) -> Fit:
    """Which credits fit a plan as it stands; made once for each state of its answers and of what lenders say."""
    said = own_profiles()
    known, found = FITS.of(now, lambda: (said, _made(now, record, said)))
    if known != said:
        FITS.forget(now.id)
        _known, found = FITS.of(now, lambda: (said, _made(now, record, said)))
    return found


def _made(now: Kept, record: Record, said: tuple[OwnProfile, ...]) -> Fit:
    case = ready(now, record).case                  # it has calculated already what happens if less is granted
    assert isinstance(case, Calculated)
    return fit(case, lenders_here(said, counted_on(case)))


def compared(offers: list[Shown]) -> list[Row]:
    """The credits whose cost is known, side by side."""
    return [Row(each.title, f"#{each.id}", _cells(each)) for each in offers if each.cost]


def _cells(offer: Shown) -> tuple[Markup, ...]:
    assert offer.cost is not None
    language, cost = str(g.language), offer.cost
    return (display.price(cost.instalment, language), display.price(cost.total, language),
            fit_shown.yearly(cost.yearly), display.price(cost.fee, language),
            display.number(cost.loan.months, language))


def answered(less: Less | None, plan: str, record: Record) -> tuple[str, str]:
    """The question what is done if less is granted, and the address at which it is answered."""
    places = places_told((less.place,), plan, record) if less else ()
    return places[0] if places else ("", "")
