"""Money that is not borrowed: what the entrepreneur brings in, grants, and deposits that come back."""

from __future__ import annotations

from typing import Any

from .. import assumptions
from ..language import FLAG, MONEY, NUMBER, PERCENT, Balance, Block, Input, Line, larger, smaller
from .equipment import Equipment


class OwnMoneyBlock(Block):
    """Cash that the entrepreneur or the family puts into the business, and does not ask back."""

    chapter = "Own money and grants"

    amount = Input("Amount brought in", MONEY, low=0)
    first = Input("Month in which it is brought in", NUMBER, low=1, high=60)
    month = Input("Month of the plan", NUMBER)

    brought_in = Line("Own money brought in", MONEY, amount * month.equals(first))


class RunningGrant(Block):
    """A grant for running costs is income in the month in which it is received (heading 740)."""

    chapter = "Own money and grants"

    amount = Input("Amount of the grant", MONEY, low=0)
    first = Input("Month in which it is received", NUMBER, low=1, high=60)
    month = Input("Month of the plan", NUMBER)

    received = Line("Grant received", MONEY, amount * month.equals(first))
    income = Line("Grant taken to income", MONEY, received)
    waiting = Line("Grant not yet taken to income", MONEY, 0, yearly="last")


class CapitalGrant(RunningGrant):
    """A grant for equipment waits in equity (heading 15) and becomes income as the equipment is written off.

    Each month takes the share of the rest that the month's depreciation is of what is still to be written off, so
    that both end together (heading 753).  What is left when the equipment is sold, or comes when it is written off
    already, is income at once.
    """

    written_off = Input("Depreciation of the equipment", MONEY)
    remaining = Input("Still to be written off of the equipment", MONEY)
    owned = Input("The equipment has been bought", FLAG)
    sold = Input("The equipment is sold", FLAG)

    waiting = Balance("Grant not yet taken to income", MONEY)
    pool = Line("Grant that may be taken to income", MONEY, waiting.opening + RunningGrant.received, yearly="last")
    unfinished = Line("Something is left to write off", FLAG, remaining.passes(0),
                      said=("Something is left to write off.", "There is nothing to write off."))
    ended = Line("The equipment is written off or sold", FLAG, larger(sold, owned * (1 - unfinished)),
                 said=("The equipment is written off or sold.", "The equipment is not written off yet."))
    share = Line("Share taken to income", PERCENT, smaller(1, larger(written_off / remaining, ended)))
    income = Line("Grant taken to income", MONEY, pool * share)
    waiting.moves(+RunningGrant.received, -income)


class DepositBlock(Block):
    """A guarantee, such as for the rent: no cost, it stands on the balance sheet (heading 288) until it comes back."""

    chapter = "Own money and grants"

    amount = Input("Amount of the deposit", MONEY, low=0)
    first = Input("Month in which it is paid", NUMBER, low=1, high=60)
    back = Input("Month in which it comes back (0: after the plan)", NUMBER, low=0, high=60)
    month = Input("Month of the plan", NUMBER)

    paid = Line("Deposit paid", MONEY, amount * month.equals(first))
    held = Balance("Deposit that will come back", MONEY)
    returned = Line("Deposit returned", MONEY, held.opening * month.equals(back))
    held.moves(+paid, -returned)


def own_money_block(money: assumptions.OwnMoney, month: Line) -> OwnMoneyBlock:
    """The rows of own money brought in."""
    return OwnMoneyBlock(f"own_money.{money.id}", money.name, amount=money.amount, first=money.month, month=month)


def grant_block(grant: assumptions.Grant, month: Line, equipment: Equipment | None = None) -> RunningGrant:
    """The rows of a grant, for the equipment it was given for or for running costs."""
    given: dict[str, Any] = {"amount": grant.amount, "first": grant.month, "month": month}
    if equipment is None:
        return RunningGrant(f"grant.{grant.id}", grant.name, **given)
    return CapitalGrant(f"grant.{grant.id}", grant.name, **given, written_off=equipment.written_off,
                        remaining=equipment.remaining, owned=equipment.owned, sold=equipment.sold)


def deposit_block(deposit: assumptions.Deposit, month: Line) -> DepositBlock:
    """The rows of a deposit."""
    return DepositBlock(f"deposit.{deposit.id}", deposit.name, amount=deposit.amount, first=deposit.month,
                        back=deposit.returned_month, month=month)
