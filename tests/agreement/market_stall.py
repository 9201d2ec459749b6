"""A small plan in which every kind of line occurs: what the readers must agree on, in a few seconds."""

from financial_models.assumptions import Entered, Grade
from financial_models.assumptions.financing import Loan
from financial_models.blocks.loans import KINDS, loan_block
from financial_models.blocks.timeline import Levers, Timeline
from financial_models.language import (
    FLAG,
    MONEY,
    NUMBER,
    PERCENT,
    RATIO,
    Balance,
    Block,
    Input,
    Line,
    Model,
    Monthly,
    Seasonal,
    Span,
    Yearly,
    larger,
    total,
)
from financial_models.law import years


class Stall(Block):
    """A stall: sales by season, paid for a month later in part, and a stock that looks ahead."""

    chapter = "Sales"

    price = Input("Price", MONEY, low=0, high=1000)
    pieces = Monthly("Pieces in a normal month", NUMBER, low=0)
    season = Seasonal("Season", PERCENT, low=0, high=12)
    late = Input("Share paid a month later", PERCENT, low=0, high=1)
    rate = Yearly("Tax on a year", PERCENT)
    rent = Input("Rent", MONEY, source="Lease contract")
    open_ = Input("Open", FLAG, 1.0)
    of_year = Input("Month of the year", NUMBER)
    year = Input("Calendar year of the plan", NUMBER)
    selling = Input("Something is sold", FLAG)
    sales_factor = Input("Sales, times", NUMBER)

    sold = Line("Pieces sold", NUMBER, pieces * season.at(of_year) * selling * sales_factor * open_, yearly="sum")
    sales = Line("Sales", MONEY, round(sold * price, 2))
    received = Line("Received", MONEY, sales * (1 - late) + sales.before(1) * late)
    last_year = Line("Sales a year ago", MONEY, sales.before(12))
    stock = Line("Stock that is needed", MONEY, (sales.after(1) + sales.after(2)) * 0.25, yearly="last")
    tax = Line("Tax", MONEY, round(larger(sales - rent, 0) * rate.at(year), 2))
    paid = Line("Paid", MONEY, total(rent, tax))


class Purse(Block):
    """The money, with what was there before."""

    chapter = "Cash's flow: {all}"

    start = Input("In the purse before", MONEY)
    received = Input("Received", MONEY)
    paid = Input("Paid", MONEY)
    lent = Input("Lent and repaid", MONEY)

    cash = Balance("In the purse", MONEY, start=start)
    change = Line("Change", MONEY, total(received, lent) - paid)
    cash.moves(+change)
    counted = Balance("The same, counted", MONEY, start=start)
    counted.moves(+received, -paid, +lent)
    gap = Line("Difference", MONEY, cash - counted, yearly="last")


class Margin(Block):
    """What is left of sales, in years."""

    chapter = "Ratios"
    axis = "year"

    sales = Input("Sales", MONEY)
    paid = Input("Paid", MONEY)
    cash = Input("In the purse", MONEY)
    wanted = Input("Wanted share", PERCENT, 0.1)

    left = Line("Left of sales", MONEY, sales - paid)
    margin = Line("Share that is left", PERCENT, left / sales)
    enough = Line("Enough is left", FLAG, (margin - wanted).reaches(0))
    cover = Line("Purse for each euro of sales", RATIO, cash / sales)


class Borrowed(Block):
    """What the loans bring in, and what they cost."""

    chapter = "Loans"

    drawn = Input("Loans received", MONEY)
    service = Input("Instalments paid", MONEY)
    net = Line("Lent and repaid", MONEY, drawn - service)


def market_stall(title: str = "Stall", *, year: int = 2026, month: int = 4, horizon: int = 36) -> Model:
    """The plan of a stall with a loan of each kind."""
    span = Span(year, month, horizon)
    levers = Levers("levers")
    timeline = Timeline(
        "timeline", first_month=float(month), horizon=float(horizon), test_months=0.0, delay=levers.delay
    )
    stall = Stall(
        "stall.1",
        title,
        price=Entered(12.35, "price", "1", Grade.QUOTE, title),
        late=0.3,
        rent=650.0,
        pieces=[100.0 + 7 * (m % 5) for m in range(span.length)],
        season=[0.8, 0.7, 0.9, 1, 1.1, 1.2, 1.3, 1.2, 1, 0.9, 0.9, 1],
        rate=list(years("prepayments.surcharge_rate.company", year, year + span.calendar_years - 1)),
        of_year=timeline.of_year,
        year=timeline.year,
        selling=timeline.selling,
        sales_factor=levers.sales_factor,
    )
    loans = [loan_block(_loan(kind), timeline.month, levers.credit_share, span) for kind in KINDS]
    together = Borrowed("borrowed", drawn=total(*(b.drawn for b in loans)), service=total(*(b.service for b in loans)))
    purse = Purse("purse", start=1500.0, received=stall.received, paid=stall.paid, lent=together.net)
    margin = Margin("margin", sales=stall.sales, paid=stall.paid, cash=purse.cash)
    return Model(span, levers, timeline, stall, *loans, together, purse, margin)


def _loan(kind: str) -> Loan:
    """A loan that is drawn in two parts; the flat one is older than the plan."""
    old = kind == "flat"
    return Loan(
        kind,
        f"Loan, {kind}",
        12_000.0,
        0.065,
        40,
        kind,
        grace=0 if old else 4,
        existing=old,
        asked=not old,
        drawings=() if old else ((2, 0.6), (5, 0.4)),
        actuarial=kind == "bullet",
        fee=0.01,
        fee_cap=100.0,
    )
