"""Small blocks to be explained: a loan, VAT of a quarter, a scale of tax, a stall with a season."""

from datetime import date

from financial_models.assumptions import Entered, Grade
from financial_models.blocks.timeline import Timeline
from financial_models.language import (
    FLAG,
    MONEY,
    MONTHS,
    NUMBER,
    PERCENT,
    Balance,
    Block,
    Input,
    Line,
    Model,
    Seasonal,
    Span,
    larger,
    smaller,
    total,
)
from financial_models.law import rate
from financial_models.readers.values import Values, evaluate


class Loan(Block):
    """Interest on what is owed, equal parts of the capital after a grace period."""

    amount = Input("Amount borrowed", MONEY)
    rate = Input("Yearly interest rate", PERCENT)
    months = Input("Months", MONTHS)
    grace = Input("Months of grace", MONTHS)
    month = Input("Month of the plan", NUMBER)
    debt = Balance("Capital owed", MONEY)
    drawn = Line("Loan received", MONEY, amount * month.equals(1))
    repaying = Line("Capital is repaid", FLAG, month.between(grace + 2, months + 1),
                    said=("Capital is repaid this month.", "No capital is repaid this month."))
    instalment = Line("Instalment", MONEY, round(amount / (months - grace), 2))
    repaid = Line("Capital repaid", MONEY, instalment * repaying)
    interest = Line("Interest", MONEY, round(debt.opening * rate / 12, 2))
    debt.moves(+drawn, -repaid)


class Stall(Block):
    """Bread is sold by the piece; VAT is settled in the first month of a quarter."""

    bread = Input("Bread", NUMBER)
    price = Input("Price", MONEY)
    season = Seasonal("Season", PERCENT)
    rent = Input("Rent", MONEY)
    power = Input("Power", MONEY)
    insurance = Input("Insurance", MONEY)
    vat_rate = Input("VAT rate", PERCENT)
    of_year = Input("Month of the year", NUMBER)
    quarter_first = Input("First month of a quarter", FLAG)
    in_winter = Input("Open in winter", FLAG, 0.0)

    pieces = Line("Pieces", NUMBER, bread * season.at(of_year), yearly="sum")
    sales = Line("Sales", MONEY, pieces * price)
    paid_late = Line("Paid a month later", MONEY, sales.before(1))
    costs = Line("Costs", MONEY, total(rent, power, insurance))
    winter = Line("Winter sales", MONEY, sales * in_winter)
    margin = Line("Margin", PERCENT, (sales - costs) / sales)
    break_even = Line("Share of the costs", PERCENT, sales / costs)
    profit = Line("Profit", MONEY, larger(sales - costs, 0))
    capped = Line("Sales, at most", MONEY, smaller(sales, rent))
    covered = Line("Costs are covered", FLAG, sales.reaches(costs))
    vat = Line("VAT on sales", MONEY, sales * vat_rate)
    due = Balance("VAT owed", MONEY)
    paid = Line("VAT paid", MONEY, due.opening * quarter_first)
    due.moves(+vat, -paid)


class Scale(Block):
    """Brackets of every kind, to see which are kept."""

    a = Input("A", NUMBER)
    b = Input("B", NUMBER)
    c = Input("C", NUMBER)
    apart = Line("Apart", NUMBER, a - (b - c))
    along = Line("Along", NUMBER, a - b - c)
    over = Line("Over", NUMBER, a / (b * c))
    sum_times = Line("Sum times", NUMBER, (a + b) * c)
    remainder = Line("Remainder", NUMBER, (a + b) % c)
    power = Line("Power", NUMBER, (a + b) ** c)
    minus = Line("Minus", NUMBER, -(a + b))
    nested = Line("Nested", NUMBER, smaller(larger(a, b), c) + 1)
    rounded = Line("Rounded", NUMBER, round(a / b, 1) * c)


class Year(Block):
    """What a year comes to."""

    axis = "year"

    sales = Input("Sales", MONEY)
    pieces = Input("Pieces", NUMBER)
    average = Line("Average price", MONEY, sales / pieces, yearly="none")


SEASON = [1.0] * 6 + [0.0] + [1.0] * 5


def market() -> Values:
    """A plan from March 2027: a loan of 12,000 euros at 6 %, a bread stall that closes in July."""
    timeline = Timeline("timeline", first_month=3, horizon=36, test_months=0, delay=0)
    borrowed = Entered(12000, "loans[].amount", "1", Grade.QUOTE, "letter of 3 May")
    loan = Loan("loan", "Microcredit", amount=borrowed, rate=0.06, months=15, grace=3, month=timeline.month)
    bread = Entered(1000, "products[].units", "1", Grade.TEST_SALE)
    stall = Stall("stall", "خبز", bread=bread, price=Entered(2.5), season=SEASON, rent=700, power=0,
                  insurance=100, vat_rate=rate("vat.rates.reduced", date(2027, 3, 1)),
                  of_year=timeline.of_year, quarter_first=timeline.quarter_first)
    year = Year("year", sales=stall.sales, pieces=stall.pieces)
    return evaluate(Model(Span(2027, 3, 36), timeline, loan, stall, year, Scale("scale", a=12.0, b=4.0, c=2.0)))
