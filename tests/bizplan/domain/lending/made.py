"""The bakery as a lender reads it, calculated."""

from datetime import date
from functools import cache

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from bizplan.workshop import Workshop

DAY = date(2026, 11, 28)


@cache
def bakery() -> Workshop:
    """Its cut for a lender, and its figures."""
    return Workshop.on(released(plan_file.read(examples.text("bakery")), Recipient.LENDER), DAY)
