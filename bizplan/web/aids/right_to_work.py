"""The right to be self-employed by residence status, on the web: it asks, explains and warns, and never judges."""

from datetime import date

from bizplan.domain.aids.right_to_work import FIELDS as ASKED
from bizplan.domain.aids.right_to_work import Residence, RightToWork, residence_of, right_to_work

from ..languages import N_
from .asking import Values, like
from .counted import Counted
from .opened import Opened

OWN_WORDS = {"professional_card": {
    "ask": N_("Do you need a professional card?"),
    "help": N_("Some people need this card before they may start. Your coach or an enterprise counter knows."),
}}
"""How a question that the study puts to the coach is put to the entrepreneur."""
FIELDS = tuple(like(name, key, **OWN_WORDS.get(name, {})) for name, key in ASKED.items())


def known(opened: Opened) -> Values:
    """What the plan says about the right to stay."""
    said = vars(residence_of(opened.record.plan))
    return {name: value for name, value in said.items() if value}


def counted(opened: Opened, values: Values) -> RightToWork:
    """What we read about this status today."""
    until = values.get("until")
    texts = {name: str(value) for name, value in values.items() if name != "until"}
    return right_to_work(Residence(until=until if isinstance(until, date) else None, **texts), opened.today)


AID = Counted(
    "right_to_work", N_("May you work for yourself?"),
    N_("We say what we read about your card. Nothing on this page is kept unless you choose it."),
    FIELDS, counted, known=known, heading=N_("What we read"), button=N_("Show what we read"),
    again=N_("Look again"), in_words=True)
