"""Figures of law in the plan: one number for each calendar year, and the one that holds this month."""

from ..language import MONEY, NUMBER, PERCENT, Block, Input, Line, Yearly


class LegalAmount(Block):
    """An amount that the law dates by calendar year."""

    chapter = "Law"

    by_year = Yearly("By calendar year", MONEY)
    year = Input("Calendar year of the plan", NUMBER)
    now = Line("This year", MONEY, by_year.at(year), yearly="last")


class LegalShare(Block):
    """A share or rate that the law dates by calendar year."""

    chapter = "Law"

    by_year = Yearly("By calendar year", PERCENT)
    year = Input("Calendar year of the plan", NUMBER)
    now = Line("This year", PERCENT, by_year.at(year))


class LegalNumber(Block):
    """A number that the law dates by calendar year."""

    chapter = "Law"

    by_year = Yearly("By calendar year", NUMBER)
    year = Input("Calendar year of the plan", NUMBER)
    now = Line("This year", NUMBER, by_year.at(year))
