"""What is left of an application that its applicant withdrew: that it was, how it ended, and what the lender said.

Whoever still has a form open hears that nothing more goes through it.
"""

from dataclasses import replace

from flask import flash, g, redirect, url_for
from werkzeug.wrappers import Response

from bizplan.domain.lending.questions import LenderQuestion, Side
from bizplan.storage import verdicts

from ..access import application, reading
from ..languages import say as _


def is_withdrawn() -> bool:
    """Whether the application of the address was withdrawn."""
    with reading() as tx:
        return verdicts.verdicts_of(tx, application().id).is_withdrawn


def to_its_end() -> Response | None:
    """An officer who wants to say more of one that was withdrawn is sent to where it says so; else nothing."""
    if not is_withdrawn():
        return None
    flash(_("The applicant withdrew this application. Nothing more is asked or decided about it."), "warn")
    return redirect(url_for("lending.one", application=application().id))


def without_answers(asked: LenderQuestion) -> LenderQuestion:
    """A question without what entrepreneur and coach said in it, nor who did: it says so in their place."""
    gone = _("This can be read no longer: the applicant withdrew the application.")
    return replace(asked, words=tuple(
        replace(each, name=_("Entrepreneur or coach"), text=gone, language=g.language) if each.side is Side.PLAN
        else each for each in asked.without_answers.words))
