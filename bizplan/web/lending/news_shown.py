"""News at a lender: what officers read of each kind, and which application it is about, called as on their desk."""

from collections.abc import Iterable

from flask import url_for

from bizplan.domain.coaching.news import News, Notice
from bizplan.storage import Transaction, lending_desk

from ..languages import N_
from .desk import name_of

SENTENCES = {
    News.ARRIVED: N_("A plan was handed in to you"),
    News.NEWER: N_("A newer version was handed in to you"),
    News.GONE: N_("The applicant took back what was handed in"),
    News.GIVEN_UP: N_("The applicant no longer asks you for the loan"),
    News.ANSWERED: N_("{name} answers you, or asks you something"),
    News.ADVISED: N_("{name} wrote an advice"),
    News.MEETING: N_("{name} set or changed the date of the committee"),
    News.COLLEAGUE_DECIDED: N_("{name} wrote down a decision"),
    News.HANDED_OVER: N_("{name} handed an application over to you: you look after it now"),
    News.TAKEN_OVER: N_("You no longer look after an application: {name} changed that"),
}
"""What is said of each kind of news at a lender; never what was written or decided."""
NOTHING = N_("There is no news. Here you see what happens to the applications at your lender: plans, answers, advice.")


def titles(tx: Transaction, those: Iterable[Notice]) -> dict[str, str]:
    """Who asks and with which business, by application, as far as it can be read."""
    found = lending_desk.at_a_glance(tx, {each.subject for each in those})
    return {key: " · ".join(filter(None, (name_of(each), each.summary.activity if each.summary else "")))
            for key, each in found.items()}


def page(told: Notice) -> str:
    """The address of the application that a piece of news is about."""
    return url_for("lending.one", application=told.subject)
