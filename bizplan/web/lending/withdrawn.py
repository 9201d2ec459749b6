"""What is left once an applicant withdrew, or took back all that was handed in: what the lender itself said.

Of an application that was withdrawn the lender also keeps how it ended; whoever still has a form open hears that
nothing more goes through it.
"""

from dataclasses import replace

from flask import flash, g, redirect, url_for
from werkzeug.wrappers import Response

from bizplan.domain.lending.questions import LenderQuestion, Side
from bizplan.storage import Transaction, verdicts

from ..access import application, reading
from ..languages import say as _


def is_withdrawn(tx: Transaction) -> bool:
    """Whether the application of the address was withdrawn."""
    return verdicts.verdicts_of(tx, application().id).is_withdrawn


def to_its_end() -> Response | None:
    """An officer who wants to say more of one that was withdrawn is sent to where it says so; else nothing."""
    with reading() as tx:
        over = is_withdrawn(tx)
    return the_end() if over else None


def the_end() -> Response:
    """Where it says that the application was withdrawn."""
    flash(_("The applicant withdrew this application. Nothing more is asked or decided about it."), "warn")
    return redirect(url_for("lending.one", application=application().id))


def without_answers(asked: LenderQuestion, *, withdrawn: bool) -> LenderQuestion:
    """A question without what entrepreneur and coach said in it, nor who did: it says so in their place."""
    gone = _("This can be read no longer: the applicant withdrew the application.") if withdrawn else \
        _("This can be read no longer: the applicant took back what was handed in.")
    return replace(asked, words=tuple(
        replace(each, name=_("Entrepreneur or coach"), text=gone, language=g.language) if each.side is Side.PLAN
        else each for each in asked.without_answers.words))
