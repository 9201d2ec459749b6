"""Whose money it is: own money, loans, leases, grants and deposits."""

from __future__ import annotations

from dataclasses import dataclass

from ..assumptions import Assumptions
from ..blocks.bank import Overdraft
from ..blocks.equipment import Leased, leased_block
from ..blocks.leases import FinanceLease, lease_block
from ..blocks.loans import Loan, loan_block
from ..blocks.own_money import DepositBlock, OwnMoneyBlock, RunningGrant, deposit_block, grant_block, own_money_block
from ..language import Block, Line
from .beginning import Beginning
from .spending import Spending


@dataclass
class Money:
    """The blocks of financing; ``capital_grants`` and ``running_grants`` split the grants by what they are for."""

    own_money: list[OwnMoneyBlock]
    loans: list[Loan]
    leases: list[FinanceLease]
    leased: list[Leased]
    capital_grants: list[RunningGrant]
    running_grants: list[RunningGrant]
    deposits: list[DepositBlock]
    overdraft: Overdraft

    @property
    def blocks(self) -> list[Block]:
        """In the order in which they are calculated."""
        return [*self.own_money, *self.loans, *self.leases, *self.leased, *self.capital_grants, *self.running_grants,
                *self.deposits, self.overdraft]

    @property
    def debts(self) -> list[Loan]:
        """Loans and leases: whatever has capital that is owed."""
        return [*self.loans, *self.leases]


def money(a: Assumptions, start: Beginning, spent: Spending, deducts: Line) -> Money:
    """The rows of financing."""
    month = start.timeline.month
    grants = [(grant, grant_block(grant, month, spent.equipment.get(grant.equipment))) for grant in a.grants]
    return Money(
        own_money=[own_money_block(m, month) for m in a.own_money],
        loans=[loan_block(loan, month, start.levers.credit_share, start.span) for loan in a.loans],
        leases=[lease_block(lease, month, deducts, start.span) for lease in a.leases],
        leased=[leased_block(lease, start.timeline, a.legal_form == "sole_trader", start.span) for lease in a.leases],
        capital_grants=[block for grant, block in grants if grant.equipment],
        running_grants=[block for grant, block in grants if not grant.equipment],
        deposits=[deposit_block(d, month) for d in a.deposits],
        overdraft=Overdraft("bank", opening_cash=a.bank.opening, rate=a.bank.overdraft_rate))
