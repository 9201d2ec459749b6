"""The span of a plan: its months, the year after it, and how months make years."""

from dataclasses import dataclass

AFTERWARDS = 12                 # calculated past the horizon for what looks ahead, shown in grey and not judged


@dataclass(frozen=True)
class YearColumn:
    """A year as a column: "plan" (months 1 to 12, …) or "calendar"; months count from 1, both included."""

    kind: str
    number: int                 # the rank of a plan year, or the calendar year itself
    first: int
    last: int


@dataclass(frozen=True)
class Span:
    """The first month of a plan and its horizon in months."""

    year: int
    month: int
    horizon: int

    @property
    def length(self) -> int:
        """Months that are calculated."""
        return self.horizon + AFTERWARDS

    def month_of_year(self, month: int) -> int:
        """1 for January, of a month of the plan (1 is the first)."""
        return (self.month + month - 2) % 12 + 1

    def calendar_year(self, month: int) -> int:
        """The calendar year of a month of the plan."""
        return self.year + (self.month + month - 2) // 12

    @property
    def calendar_years(self) -> int:
        """How many calendar years the calculated months touch."""
        return self.calendar_year(self.length) - self.year + 1

    def years(self) -> list[YearColumn]:
        """The yearly columns: plan years, then calendar years; only months within the horizon count."""
        firsts = range(1, self.horizon + 1, 12)
        plan = [YearColumn("plan", n, first, min(first + 11, self.horizon)) for n, first in enumerate(firsts, 1)]
        first = 1
        calendar = []
        for year in range(self.year, self.calendar_year(self.horizon) + 1):
            last = min(first + 12 - self.month_of_year(first), self.horizon)
            calendar.append(YearColumn("calendar", year, first, last))
            first = last + 1
        return plan + calendar
