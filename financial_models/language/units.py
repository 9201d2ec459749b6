"""Units, and the one check on them that pays for itself: money is never added to what is not money."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """What a line is measured in, and how its numbers add up over a year (see ``Line.yearly``)."""

    key: str
    symbol: str
    yearly: str = "none"


MONEY = Unit("money", "€", "sum")
PERCENT = Unit("percent", "%")
RATIO = Unit("ratio", "×")
NUMBER = Unit("number", "")
MONTHS = Unit("months", "months")
YEARS = Unit("years", "years")
HOURS = Unit("hours", "hours")
FLAG = Unit("flag", "0/1")


class UnitError(TypeError):
    """Money was added to, compared with or multiplied by what it cannot be."""


def money_power(rule: str, name: str, found: Sequence[int | None]) -> int | None:
    """How often money stands in the result of an operation: 1 for an amount, 0 for a number, None for a bare zero.

    ``rule`` is the column "money" of the table of operations, ``found`` the same of each term.
    """
    known = [m for m in found if m is not None]
    if rule in ("same", "flag") and len(set(known)) > 1:
        raise UnitError(f"“{name}” mixes money with what is not money: multiply the number by an amount first")
    match rule:
        case "same":
            return known[0] if known else None
        case "sum":
            if sum(known) > 1:
                raise UnitError("money is multiplied by money: divide one of them by an amount first")
            return sum(known)
        case "less":
            return (found[0] or 0) - (found[1] or 0)
        case "first":
            return found[0]
    return 0
