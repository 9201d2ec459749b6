"""The opening days of a year, on the web."""

from collections.abc import Mapping
from datetime import date

from bizplan.domain.aids.opening_days import LAST_YEAR, MOST_WEEKS, Opening, OpeningDays, month_steps, opening_days
from bizplan.domain.aids.slip import Slip
from financial_models.law import first_known

from ..languages import N_
from .asking import Values, choice, number, numeric, several, whole, yes_no
from .counted import Counted
from .opened import Opened
from .sheet import Sheet
from .told import lines

FIRST_YEAR = first_known("holidays.christmas.day").year
WEEKDAYS = tuple((str(at), name) for at, name in enumerate((
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))))
FIELDS = (
    choice("weekdays", N_("On which days are you open?"), WEEKDAYS, several=True, required=True),
    yes_no("closed_on_holidays", N_("Are you closed on public holidays?")),
    number("weeks_off", N_("How many weeks of holiday do you take in a year?"), high=MOST_WEEKS),
    whole("year", N_("For which year?"), low=FIRST_YEAR, high=LAST_YEAR, required=True),
)


def known(opened: Opened) -> Values:
    """The year in which the plan starts; closed on public holidays until somebody says otherwise."""
    start = opened.value("inform.start")
    year = start.year if isinstance(start, date) else opened.today.year + 1
    return {"year": max(year, FIRST_YEAR), "closed_on_holidays": True}


def counted(_opened: Opened, values: Values) -> OpeningDays:
    """The opening days of the year and of a normal month."""
    return opening_days(Opening(
        int(numeric(values["year"])), tuple(int(each) for each in several(values["weekdays"])),
        closed_on_holidays=values.get("closed_on_holidays") is not False, weeks_off=numeric(values.get("weeks_off"))))


def beside(_opened: Opened, sheet: Sheet, slip: Slip | None) -> Mapping[str, object]:
    """The days month by month."""
    if not isinstance(slip, OpeningDays):
        return {}
    return {"opened_out": (N_("Month by month, before your holiday"),
                           lines(month_steps(slip, int(numeric(sheet.values["year"])))))}


AID = Counted(
    "opening_days", N_("How many days are you open?"),
    N_("Choose your days. We take off public holidays and your own holiday."),
    FIELDS, counted, group="products", known=known, more=beside)
