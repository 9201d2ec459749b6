"""The income on which a quarter of contributions is calculated, for each category of self-employed.

Main occupation: at least the legal minimum.  Secondary occupation: nothing below a threshold, else all of
the income.  Student: nothing below half of the minimum, then what is above that half, and from the minimum
on like a main occupation (a jump that the law makes).
"""

from ..language import FLAG, MONEY, NUMBER, PERCENT, Block, Input, Line, larger


class Basis(Block):
    """The yearly income of a year, annualised over its quarters, and what counts of it."""

    chapter = "Social contributions"

    expected = Input("Professional income of the year", MONEY)
    quarters = Input("Quarters of the own business that this calendar year will have", NUMBER)
    past = Input("Income of three years ago, indexed", MONEY)
    starter = Input("Starter", FLAG)

    annual = Line("Income over four quarters", MONEY, expected * 4 / larger(quarters, 1), yearly="last")
    known = Line("Income of three years ago, after the starter's years", MONEY, past * (1 - starter), yearly="last")


class MainBasis(Basis):
    """Main occupation: at least the minimum, in reduced quarters the lower minimum."""

    floor = Input("Minimum income", MONEY)
    reduced_floor = Input("Minimum income of a primostarter", MONEY)

    income = Line("Income that counts", MONEY, larger(Basis.annual, floor), yearly="last")
    reduced_income = Line("Income that counts in a reduced quarter", MONEY, larger(Basis.annual, reduced_floor), yearly="last")
    provisional = Line("Income for the provisional quarter", MONEY, larger(Basis.known, floor), yearly="last")
    reduced_provisional = Line("Income for a reduced provisional quarter", MONEY, larger(Basis.known, reduced_floor), yearly="last")


class SecondaryBasis(Basis):
    """Secondary occupation: nothing below the threshold; starters pay provisionally on the threshold itself."""

    threshold = Input("No contribution below", MONEY)

    income = Line("Income that counts", MONEY, larger(Basis.annual, 0) * Basis.annual.reaches(threshold), yearly="last")
    reduced_income = Line("Income that counts in a reduced quarter", MONEY, income, yearly="last")
    provisional = Line("Income for the provisional quarter", MONEY,
                       threshold * Basis.starter + Basis.known * Basis.known.reaches(threshold), yearly="last")
    reduced_provisional = Line("Income for a reduced provisional quarter", MONEY, provisional, yearly="last")


class StudentBasis(Basis):
    """Student: free up to a part of the minimum; starters pay nothing before their income is known."""

    floor = Input("Minimum income", MONEY)
    free_share = Input("Free part of the minimum", PERCENT)

    free = Line("Income without contribution", MONEY, floor * free_share, yearly="last")
    full = Line("Counts like a main occupation", FLAG, Basis.annual.reaches(floor),
                said=("The income counts like that of a main occupation.", "The income is that of a student."))
    above = Line("Income above the free part", MONEY, larger(Basis.annual - free * (1 - full), 0), yearly="last")
    income = Line("Income that counts", MONEY, above * Basis.annual.reaches(free), yearly="last")
    reduced_income = Line("Income that counts in a reduced quarter", MONEY, income, yearly="last")
    known_full = Line("Past income counts like a main occupation", FLAG, Basis.known.reaches(floor),
                      said=("The past income counts like that of a main occupation.", "The past income is that of a student."))
    provisional = Line("Income for the provisional quarter", MONEY, larger(Basis.known - free * (1 - known_full), 0), yearly="last")
    reduced_provisional = Line("Income for a reduced provisional quarter", MONEY, provisional, yearly="last")
