"""What a calendar year turns out to owe and is paid years later: bills of contributions, assessments of tax."""

from ..language import FLAG, MONEY, NUMBER, YEARS, Balance, Block, Input, Line


class Settlement(Block):
    """Debts age each January and are paid in a month of the first, second or third year after.

    Only openings are read here, so that what is paid may lower the income of its own year.  ``running``
    is moved by the block that knows the charge: ``running.moves(+charge, -closed)``.
    """

    years = Input("Paid so many years later", YEARS, low=1, high=3)
    due_month = Input("Paid in this month of the year", NUMBER, low=1, high=12)
    of_year = Input("Month of the year", NUMBER)
    january = Input("First month of a calendar year", FLAG)

    running = Balance("Owed for this year so far", MONEY)
    one = Balance("Owed for last year", MONEY)
    two = Balance("Owed for the year before last", MONEY)
    three = Balance("Owed for three years ago", MONEY)
    closed = Line("Year that has closed", MONEY, running.opening * january)
    one_on = Line("One year older", MONEY, one.opening * january)
    two_on = Line("Two years older", MONEY, two.opening * january)
    due = Line("Payment month", FLAG, of_year.equals(due_month),
               said=("This is the month of payment.", "This is not the month of payment."))
    one_paid = Line("Paid for last year", MONEY, (one.opening + closed - one_on) * due * years.equals(1))
    two_paid = Line("Paid for the year before last", MONEY, (two.opening + one_on - two_on) * due * years.equals(2))
    three_paid = Line("Paid for three years ago", MONEY, (three.opening + two_on) * due * years.equals(3))
    one.moves(+closed, -one_on, -one_paid)
    two.moves(+one_on, -two_on, -two_paid)
    three.moves(+two_on, -three_paid)
    paid = Line("Paid for earlier years", MONEY, one_paid + two_paid + three_paid)
    older = Line("Owed for earlier years", MONEY, one + two + three, yearly="last")


class ContributionsSettlement(Settlement):
    """Bills of the social insurance fund for earlier years."""

    chapter = "Social contributions"


class IncomeTaxSettlement(Settlement):
    """Assessments of personal income tax."""

    chapter = "Income tax"


class CorporateTaxSettlement(Settlement):
    """Assessments of corporate tax."""

    chapter = "Corporate tax"
