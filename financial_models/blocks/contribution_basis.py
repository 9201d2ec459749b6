"""The income on which a quarter of contributions is calculated, for each category of self-employed.

Main occupation: at least the legal minimum.  Secondary occupation: nothing below a threshold, else all of
the income.  Student: nothing below half of the minimum, then what is above that half, and from the minimum
on like a main occupation (a jump that the law makes).
"""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Block, Input, Line, larger


class Basis(Block):
    """A yearly income, annualised over its quarters, and what counts of it."""

    chapter = "Social contributions"

    expected = Input("Professional income", MONEY, yearly="last")
    quarters = Input("Quarters in which it is earned", NUMBER)

    annual = Line("Income over four quarters", MONEY, expected * 4 / larger(quarters, 1), yearly="last")
    income = Line("Income that counts", MONEY, annual, yearly="last")
    reduced_income = Line("Income that counts in a reduced quarter", MONEY, income, yearly="last")


class MainBasis(Basis):
    """Main occupation: at least the minimum, in reduced quarters the lower minimum."""

    floor = Input("Minimum income", MONEY)
    reduced_floor = Input("Minimum income of a primostarter", MONEY)

    income = Line("Income that counts", MONEY, larger(Basis.annual, floor), yearly="last")
    reduced_income = Line("Income that counts in a reduced quarter", MONEY,
                          larger(Basis.annual, reduced_floor), yearly="last")


class SecondaryBasis(Basis):
    """Secondary occupation: nothing below the threshold, from there on all of the income."""

    threshold = Input("No contribution below", MONEY)

    income = Line("Income that counts", MONEY, larger(Basis.annual, 0) * Basis.annual.reaches(threshold), yearly="last")


class StudentBasis(Basis):
    """Student: free up to a part of the minimum, above it what exceeds that part; from the minimum on all of it."""

    floor = Input("Minimum income", MONEY)
    free_share = Input("Free part of the minimum", PERCENT)

    free = Line("Income without contribution", MONEY, floor * free_share, yearly="last")
    full = Line("Counts like a main occupation", FLAG, Basis.annual.reaches(floor),
                said=("The income counts like that of a main occupation.", "The income is that of a student."))
    income = Line("Income that counts", MONEY, larger(Basis.annual - free * (1 - full), 0), yearly="last")
