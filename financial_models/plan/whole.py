"""A whole plan: every block in its place, and the model they make."""

from __future__ import annotations

from dataclasses import dataclass

from ..assumptions import Assumptions
from ..language import Model
from .beginning import beginning
from .family import family
from .money import money
from .owner import owner
from .parts import Parts, earnings, vat_account
from .spending import spending
from .statements import Statements, statements
from .trade import trade


@dataclass(frozen=True)
class Plan:
    """A plan as blocks by topic, and as one model of lines."""

    assumptions: Assumptions
    parts: Parts
    statements: Statements
    model: Model


def build(a: Assumptions, *, reforms: frozenset[str] = frozenset()) -> Plan:
    """The plan that follows from these assumptions; ``reforms`` names pending law to count with."""
    parts, made = laid_out(a, reforms)
    return Plan(a, parts, made, Model(parts.start.span, *parts.blocks, *made.blocks))


def laid_out(a: Assumptions, reforms: frozenset[str] = frozenset()) -> tuple[Parts, Statements]:
    """The blocks of a plan, put together topic by topic."""
    start = beginning(a, reforms)
    sold = trade(a, start)
    deducts = sold.status.liable
    spent = spending(a, start, deducts)
    financed = money(a, start, spent, deducts)
    home = family(a, start)
    earned = earnings(sold, spent, financed)
    vat = vat_account(a.vat.regime == "monthly", a.vat.refunded, sold, spent, financed, start.timeline.quarter_first)
    parts = Parts(start, sold, spent, financed, home, earned, vat, owner(a, start, earned, spent, home))
    return parts, statements(parts)
