"""All rules, registered once: the order in which findings of the same weight are shown."""

from ..rule import Rule
from . import cash

NOT_CALCULABLE = "not_calculable"
"""The rule key of the finding that the figures cannot be calculated."""

RULES: tuple[Rule, ...] = (
    cash.cash_below_zero, cash.no_credit_though_short, cash.sources_below_uses, cash.thin_cash_buffer,
    cash.cash_under_stress, cash.own_contribution_low,
)
