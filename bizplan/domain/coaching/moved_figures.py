"""What the answers between two moments did to the figures that decide: each in one sentence, before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from .. import living
from ..living import Living, LivingFigure
from ..plan import Plan
from ..readiness.assessment import NoFigures
from ..readiness.case import Calculated
from ..readiness.finding import Place
from ..readiness.sentences import N_, Money, Month, PerEuro, Share, Spoken

CENT, PART = 2, 4
"""To how many decimals a figure has changed: an amount to the cent, a share to a hundredth of a percent."""


class Way(Enum):
    """Which way a figure went, as the person whose plan it is sees it."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Standing:
    """The figures of a plan at one moment; ``covers`` is the month from which sales cover the costs, None for never."""

    living: Living
    is_calculated: bool
    covers: Month | None = None


@dataclass(frozen=True)
class Movement:
    """What became of one figure, as a sentence; ``waits_before`` and ``waits_after`` are the answers it waits for."""

    key: str
    way: Way
    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    waits_before: tuple[Place, ...] = ()
    waits_after: tuple[Place, ...] = ()
    reasons: tuple[NoFigures, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)


AMOUNTS = {
    "lowest_cash": (N_("The lowest cash rises from {before} to {after}, in {month}."),
                    N_("The lowest cash falls from {before} to {after}, in {month}."),
                    N_("The lowest cash stays {after}, in {month}.")),
    "left": (N_("What is left in a month for the family and the loan rises from {before} to {after}."),
             N_("What is left in a month for the family and the loan falls from {before} to {after}."),
             N_("What is left in a month for the family and the loan stays {after}.")),
    "sales": (N_("Sales in a normal month rise from {before} to {after}."),
              N_("Sales in a normal month fall from {before} to {after}."),
              N_("Sales in a normal month stay {after}.")),
    "family": (N_("The part of what the family needs that is earned rises from {before} to {after}."),
               N_("The part of what the family needs that is earned falls from {before} to {after}."),
               N_("The part of what the family needs that is earned stays {after}.")),
    "instalment": (N_("What is earned for each euro of debt rises from {before} to {after}."),
                   N_("What is earned for each euro of debt falls from {before} to {after}."),
                   N_("What is earned for each euro of debt stays {after}.")),
}
"""What is said of each figure where it rises, falls and stays."""
OTHER_MONTH = (N_("The lowest cash rises from {before}, in {month_before}, to {after}, in {month}."),
               N_("The lowest cash falls from {before}, in {month_before}, to {after}, in {month}."))
NOW_KNOWN, NO_MORE = N_("It could not be calculated before. Now it is {after}."), N_(
    "It was {before}. Now it cannot be calculated.")
NEVER_KNOWN = N_("It could not be calculated at either moment.")
NOTHING_TO_COVER = N_("There is nothing to cover at one of the two moments.")
EARLIER, LATER = N_("Sales cover the costs from {after} on, earlier than before: it was {before}."), N_(
    "Sales cover the costs only from {after} on, later than before: it was {before}.")
AS_BEFORE = N_("Sales cover the costs from {after} on, as before.")
AT_LAST, NO_LONGER = N_("Sales cover the costs from {after} on. Before, they never did within the plan."), N_(
    "Sales no longer cover the costs within the plan. Before, they did from {before} on.")
STILL_NEVER = N_("Sales never cover the costs within the plan, as before.")


def standing(plan: Plan, today: date) -> Standing:
    """The figures of a plan as it was at a moment, calculated with the law and the day of today."""
    found, case = living.calculated(plan, today)
    return Standing(found, case is not None, _covers(case) if case else None)


def standing_of(case: Calculated) -> Standing:
    """The figures of what was handed in: what its cut leaves out was answered all the same."""
    return Standing(living.of_whole(case), is_calculated=True, covers=_covers(case))


def _covers(case: Calculated) -> Month | None:
    month = case.outcome.covers_costs_from
    return case.month(month) if month else None


def movements(before: Standing, after: Standing) -> tuple[Movement, ...]:
    """What became of each figure, the lowest cash first."""
    order = ("lowest_cash", "family", "instalment", "left", "sales")
    told = {key: _movement(key, before, after) for key in order}
    return (told["lowest_cash"], told["family"], _break_even(before, after), *(told[key] for key in order[2:]))


def _movement(key: str, before: Standing, after: Standing) -> Movement:
    old, new = before.living.figures[key], after.living.figures[key]
    if old.value is None or new.value is None:
        return _half(key, before, after)
    values: dict[str, Spoken] = {"before": _spoken(key, old.value), "after": _spoken(key, new.value)}
    decimals = PART if key in ("family", "instalment") else CENT
    way = _way(round(new.value, decimals) - round(old.value, decimals))
    rises, falls, stays = AMOUNTS[key]
    text = {Way.BETTER: rises, Way.WORSE: falls, Way.SAME: stays}[way]
    if old.month and new.month:
        values |= {"month": new.month, "month_before": old.month}
        if old.month != new.month and way is not Way.SAME:
            text = OTHER_MONTH[way is Way.WORSE]
    return Movement(key, way, text, values)


def _half(key: str, before: Standing, after: Standing) -> Movement:
    """What is said of a figure that one of the moments, or both, does not have, and what it waits for there."""
    old, new = before.living.figures[key], after.living.figures[key]
    values = {name: _spoken(key, each.value) for name, each in (("before", old), ("after", new))
              if each.value is not None}
    if any(_is_nothing_to_cover(each, of) for each, of in ((old, before), (new, after))):
        return Movement(key, Way.SAME, NOTHING_TO_COVER)
    text = NOW_KNOWN if new.value is not None else NO_MORE if old.value is not None else NEVER_KNOWN
    return Movement(key, Way.UNKNOWN, text, values, *_waits(old, new), _reasons(before, after))


def _break_even(before: Standing, after: Standing) -> Movement:
    key, old, new = "break_even", before.covers, after.covers
    values: dict[str, Spoken] = {**({"before": old} if old else {}), **({"after": new} if new else {})}
    if not (before.is_calculated and after.is_calculated):
        text = NOW_KNOWN if new else NO_MORE if old else NEVER_KNOWN
        waits = _waits(before.living.left, after.living.left)
        return Movement(key, Way.UNKNOWN, text, values, *waits, _reasons(before, after))
    if old and new:
        way = _way((old.first_day - new.first_day).days)
        return Movement(key, way, {Way.BETTER: EARLIER, Way.WORSE: LATER, Way.SAME: AS_BEFORE}[way], values)
    if not old and not new:
        return Movement(key, Way.SAME, STILL_NEVER)
    return Movement(key, Way.BETTER, AT_LAST, values) if new else Movement(key, Way.WORSE, NO_LONGER, values)


def _waits(old: LivingFigure, new: LivingFigure) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    return (old.missing if old.value is None else ()), (new.missing if new.value is None else ())


def _reasons(*moments: Standing) -> tuple[NoFigures, ...]:
    """Why there are no figures where that is not for want of an answer."""
    return tuple(each.living.reason for each in moments if each.living.reason)


def _is_nothing_to_cover(figure: LivingFigure, of: Standing) -> bool:
    """Whether a figure has no value because there is no debt, or no need of the family."""
    return of.is_calculated and figure.value is None and not figure.missing


def _way(difference: float) -> Way:
    return Way.BETTER if difference > 0 else Way.WORSE if difference < 0 else Way.SAME


def _spoken(key: str, value: float) -> Spoken:
    return Share(value) if key == "family" else PerEuro(value) if key == "instalment" else Money(value)
