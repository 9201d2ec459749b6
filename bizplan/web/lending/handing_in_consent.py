"""Consent to a lender reading a version: what, to whom, why, for how long, and how it is taken back."""

from flask import g
from markupsafe import Markup

from bizplan.domain.recipients import HOUSEHOLD, RESIDENCE
from bizplan.translations import translator

from ..account.consenting import Wording
from ..display import fill
from ..languages import N_

TITLE = N_("You decide: may this lender read it?")
WHAT = N_("The dossier, the Excel model, the answers of this version, and the copies of papers that you let a lender "
          "see.")
ALSO = {
    HOUSEHOLD: N_("Also every income, expense and debt of your family, line by line, with copies about them."),
    RESIDENCE: N_("Also copies of your identity and residence papers."),
}
POINTS = (
    (N_("Who reads it"), N_("{lender}: the people who work on your request there. Also whoever you give a link to.")),
    (N_("Why"), N_("To decide about the credit that you ask for. People decide, and never this computer.")),
    (N_("How long"), N_("Until you take it back, or erase your plan. What the lender saved or printed before stays "
                        "with them.")),
    (N_("Taking it back"), N_("You can do that at any time, on the page with your lenders. From then on they can open "
                              "nothing of it here.")),
    (N_("You may say no"), N_("Then nothing is handed in. Your coach goes on helping you, and your plan stays as it "
                              "is.")),
)
AGREE = N_("I agree that {lender} reads this version, for the credit that I ask for.")


def wording(language: str, lender: str, more: tuple[str, ...]) -> Wording:
    """What the entrepreneur agrees to, in a language."""
    say = translator(language)
    what = " ".join(map(say, (WHAT, *(ALSO[each] for each in more))))
    points = ((say(head), _filled(say(text), lender)) for head, text in POINTS)
    return Wording(language, say(TITLE), ((say(N_("What they read")), what), *points), _filled(say(AGREE), lender))


def beside(lender: str, more: tuple[str, ...]) -> tuple[Wording, Wording | None]:
    """The text in the language of the page, and the Dutch where that is another."""
    return wording(g.language, lender, more), None if g.language == "nl" else wording("nl", lender, more)


def _filled(text: str, lender: str) -> Markup:
    return fill(text, lender=lender)
