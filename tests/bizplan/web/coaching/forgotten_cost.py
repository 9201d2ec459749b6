"""A cost that the entrepreneur forgot: as the coach suggests it, as it is decided, and which costs stand."""

from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans
from bizplan.storage.plans import Change
from tests.bizplan.web.opened import opened, record

NAME, AMOUNT, EVERY = "costs[].name", "costs[].amount", "costs[].every"
INSURANCE = {NAME: "Fire insurance", AMOUNT: "480", f"{AMOUNT}:evidence": "4", f"{AMOUNT}:note": "A quote of May",
             "why": "Every bakery needs it."}


def decide(browser, home, suggestion, do):
    """Presses one of the buttons under a suggestion."""
    return opened(browser, f"{home}/suggestions/{suggestion.id}").press(f"{suggestion.id}/decide", do=do)


def rows(storage, plan):
    """The names of the costs as they stand."""
    found = record(storage, plan)
    return [found.said(NAME, row).value for row in found.rows.get("costs", ())]


def add(storage, plan, amal, *names):
    """Costs that stand in the plan, each with its name as its id."""
    with storage.writing() as tx:
        for name in names:
            plans.save(tx, plan, amal, Change(Deed.ADD, "costs", name))
            plans.save(tx, plan, amal, Change(Deed.ANSWER, NAME, name, Said.of(NAME, name)))
