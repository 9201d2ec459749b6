"""The lender of a demo says its loans and limits itself: plainly invented, once changed, and changing again soon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bizplan.domain.clock import day_of
from bizplan.domain.plan import Value
from bizplan.storage import Transaction, lender_profiles
from bizplan.storage.lender_profiles import Said

LOAN = "product.voorbeeldlening"
BEGUN, CHANGED, COMING = -90, -30, 45
"""In how many days from today what is said holds; what holds later is said a week ago."""
LAST_WEEK = -7
FIRST: Mapping[str, Value | None] = {
    "about.title": "Voorbeeld Kredieten",
    "about.qualifies": "Je woont in Vlaanderen en je start een eigen zaak.\nEen coach begeleidt je plan.",
    "about.purposes": "Materiaal en voorraad\nEen bestelwagen of een fiets\nDe eerste maanden huur",
    "about.papers": ("identity", "household_composition", "bank_statements", "income_proof", "quotes", "own_money"),
    "about.asks_for": ("household",),
    "about.contact": "Voorbeeldstraat 1, 9000 Gent\nkrediet@voorbeeld.example",
    f"{LOAN}.title": "Voorbeeldlening voor starters", f"{LOAN}.amount_min": 500, f"{LOAN}.amount_max": 11500,
    f"{LOAN}.rate": 0.0875, f"{LOAN}.nominal_twelfth": True, f"{LOAN}.months_min": 6, f"{LOAN}.months_max": 48,
    f"{LOAN}.grace_max": 6, f"{LOAN}.fee_share": 0.018, f"{LOAN}.fee_cap": 200, f"{LOAN}.guarantor_needed": True,
    f"{LOAN}.guarantor_share": 0.5, "threshold.instalment_share_red": 0.6,
}
SAID: Mapping[int, Mapping[str, Value | None]] = {
    BEGUN: FIRST, CHANGED: {f"{LOAN}.amount_max": 16000}, COMING: {f"{LOAN}.rate": 0.0925},
}


def tell(tx: Transaction, lending: str, manager: str) -> None:
    """What the manager of the lender said so far, each time on the day from which it holds, or a week ago."""
    name = lender_profiles.new_name()
    for days, values in SAID.items():
        then = replace(tx, now=tx.now + timedelta(days=min(days, LAST_WEEK)))
        lender_profiles.say(then, lending, name, manager, Said(day_of(tx.now + timedelta(days=days)), values))
