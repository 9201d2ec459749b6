"""The capacity of a week: how many customers, pieces or billed hours fit into the hours that somebody has."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from financial_models.law import Rate, lender

from ..plan import Value
from ..readiness.sentences import N_, Count, Share, Spoken
from .slip import Remark, Slip, Step, check

HOURS_OF_A_WEEK = 7 * 24
WEEKS_OF_A_YEAR = 52
NO_TIME = N_("No hour is left to sell. Count the hours again, or the time that is lost.")
FULL = N_("You count {share} of your hours as sold; {limit} is realistic in the first year.")
MOST = N_("This is the most, not what you will sell. Plan fewer sales than this.")
TOGETHER = N_("Do you sell several things? Then they share these hours.")

SoldBy = Literal["units", "customers", "hours"]


@dataclass(frozen=True)
class Week:
    """The hours of a normal week, what one sale takes, and what goes to travel, cleaning, buying and books.

    ``lost`` is that share of the hours; ``weeks_off`` are weeks of the year without work.
    """

    hours: float
    minutes_each: float = 60.0
    lost: float = 0.0
    weeks_off: float = 0.0
    sold_by: SoldBy = "units"

    def __post_init__(self) -> None:
        check("hours", self.hours, high=HOURS_OF_A_WEEK)
        check("minutes_each", self.minutes_each, low=0.01)
        check("lost", self.lost, high=1)
        check("weeks_off", self.weeks_off, high=WEEKS_OF_A_YEAR)


@dataclass(frozen=True, kw_only=True)
class Capacity(Slip):
    """What fits: hours that can be sold in a week, pieces or customers in a week and in a normal month."""

    hours: float
    week: float
    month: float


def capacity(week: Week, on: date) -> Capacity:
    """How many fit into a week and a month; the lender's limit is the one of a day."""
    hours = week.hours * (1 - week.lost)
    each = hours * 60 / week.minutes_each
    weeks = (WEEKS_OF_A_YEAR - week.weeks_off) / 12
    month = each * weeks
    values: dict[str, Spoken] = {
        "lost": Share(week.lost), "minutes": Count(week.minutes_each), "weeks": Count(round(weeks, 2)),
    }
    steps = (
        Step(N_("Hours that you can work in a week"), Count(week.hours)),
        Step(N_("Less {lost} for what nobody pays"), Count(-round(week.hours - hours, 2)), values),
        Step(N_("Hours left to sell"), Count(round(hours, 2)), result=True),
        Step(N_("At {minutes} minutes each, in a week"), Count(round(each, 1)), values, result=True),
        Step(N_("In a normal month of {weeks} weeks"), Count(round(month, 1)), values, result=True),
    )
    return Capacity(hours=hours, week=each, month=month, steps=steps, proposes=_proposes(week, weeks, month),
                    remarks=_remarks(week, month, on))


def _proposes(week: Week, weeks: float, month: float) -> dict[str, Value]:
    if month < 1:
        return {}
    if week.sold_by == "hours":
        return {"products[].hours": round(week.hours * weeks, 1), "products[].billed_share": round(1 - week.lost, 4)}
    return {"products[].capacity": float(int(month)), "operations.minutes_a_unit": week.minutes_each}


def _remarks(week: Week, month: float, on: date) -> tuple[Remark, ...]:
    if month < 1:
        return (Remark(NO_TIME),)
    limit: Rate = lender("blank", on).threshold("capacity_share")
    sold = 1 - week.lost
    remarks = [Remark(MOST), Remark(TOGETHER)]
    if round(sold, 4) > limit:
        remarks.insert(0, Remark(FULL, {"share": Share(sold), "limit": Share(limit)}, (limit,)))
    return tuple(remarks)
