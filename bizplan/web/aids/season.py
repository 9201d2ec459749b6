"""The season of a year, in words or in amounts, on the web."""

from collections.abc import Mapping
from datetime import date

from bizplan.domain.aids.season import BUSYNESS, WORDS, Season, feast_months, season_of_amounts, season_of_words
from bizplan.domain.aids.slip import DoesNotFit, Slip
from bizplan.domain.plan import Value
from bizplan.domain.questions import Kind, Question
from bizplan.domain.questions.question import LARGEST_AMOUNT

from ..languages import N_
from ..wording import month_names, season_chart
from .asking import Values, choice
from .counted import Counted
from .opened import Opened
from .sheet import Sheet
from .told import lines, remarks

A_YEAR = 12
AMOUNTS = Question("amounts", N_("Real amounts of twelve months"), Kind.TWELVE, low=0, high=LARGEST_AMOUNT, help=N_(
    "Sales, customers or pieces: of a year that was, or of somebody who knows. Fill in all twelve, or none."))
MONTHS = tuple(choice(f"month-{number}", N_("How busy is this month?"), tuple(WORDS.items()))
               for number in range(1, A_YEAR + 1))


def known(opened: Opened) -> Values:
    """The season that the plan has, each month by the word that comes nearest; every month normal where it has none."""
    factors = opened.value("products[].season") if opened.row else None
    told: dict[str, Value] = {}
    for number, month in enumerate(MONTHS):
        factor = float(factors[number]) if isinstance(factors, tuple) and len(factors) == A_YEAR else 1.0
        told[month.key] = min(BUSYNESS, key=lambda word: abs(BUSYNESS[word] - factor))
    return told


def counted(_opened: Opened, values: Values) -> Season:
    """The season of the amounts where they were filled in, else of the words."""
    amounts = values.get(AMOUNTS.key)
    if isinstance(amounts, tuple):
        try:
            return season_of_amounts(tuple(float(each) for each in amounts))
        except DoesNotFit as error:
            raise DoesNotFit(AMOUNTS.key, error.texts[0], error.values) from error
    return season_of_words(tuple(str(values.get(month.key, "normal")) for month in MONTHS))


def beside(opened: Opened, sheet: Sheet, slip: Slip | None) -> Mapping[str, object]:
    """The year as bars, and the feasts that move from month to month."""
    start = opened.value("inform.start")
    feasts = feast_months(start.year if isinstance(start, date) else opened.today.year + 1)
    texts = list(sheet.asked[AMOUNTS.key].fields.texts)
    return {"months": month_names(), "words": MONTHS[0].options, "amounts": (texts + [""] * A_YEAR)[:A_YEAR],
            "feasts": lines(feasts.steps), "feast_remarks": remarks(feasts),
            "chart": season_chart(slip.factors) if isinstance(slip, Season) else ""}


AID = Counted(
    "season", N_("How does your year go?"),
    N_("Say of each month how busy it is. A normal month is the middle."),
    (*MONTHS, AMOUNTS), counted, group="products", known=known, more=beside, template="aids/season.html")
