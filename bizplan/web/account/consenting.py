"""Consent: what is kept, who sees it and for how long, agreed to before the first question, and taken back here."""

from dataclasses import dataclass

from flask import g, render_template, request
from flask_wtf import FlaskForm
from werkzeug.utils import redirect
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.domain.people import CONSENT
from bizplan.storage import consents
from bizplan.translations import translator

from .. import access, signing
from ..access import Entry, enters
from ..languages import N_
from .area import AREA

TITLE = N_("Before you begin: your data")
WORDING = (
    (N_("What we keep"), N_("What you answer about yourself, your family, your money and your business. Also your "
                            "name and how you sign in.")),
    (N_("Why"), N_("To calculate with you whether your business can work, and to make your dossier.")),
    (N_("Who sees it"), N_("You, and the coaches of your plan. Whoever leads their team sees your name and how far you "
                           "are, and no answers. A lender only sees your dossier, and only when you send it.")),
    (N_("Sensitive things"), N_("Your answers can show where you come from, or how your family lives. You need not "
                                "write about your health, your faith or why you left your country.")),
    (N_("How it is kept"), N_("Your answers are kept encrypted. We write down who opens your plan, and you can read "
                              "that.")),
    (N_("How long"), N_("Until you erase it. You can download everything, and erase everything, whenever you want.")),
    (N_("You decide"), N_("You may say no. You can take your yes back at any time, on this page. Then nobody opens "
                          "your plan until you agree again.")),
)
AGREE = N_("I agree that my answers are kept and used in this way.")


@dataclass(frozen=True)
class Wording:
    """The text of the consent in one language."""

    language: str
    title: str
    points: tuple[tuple[str, str], ...]
    sentence: str


class ConsentForm(FlaskForm):
    """Yes, or the yes taken back, to one version of the text."""

    version = StringField()
    agree = StringField()


@AREA.route("/consent", methods=["GET", "POST"])
@enters(Entry.PERSON, before_consent=True)
def consent() -> Response | str:
    """The text in the language of the page, the Dutch beside it; agreed to, or taken back."""
    form, who = ConsentForm(), access.person()
    if form.validate_on_submit() and form.version.data == CONSENT and form.agree.data in ("yes", "no"):
        with access.writing() as tx:
            consents.write_down(tx, who.id, CONSENT, g.language, given=form.agree.data == "yes")
            going = signing.next_page(tx, who)
        return redirect(going if form.agree.data == "yes" else request.path)
    with access.reading() as tx:
        stands = consents.stands(tx, who.id, CONSENT)
    return render_template("account/consent.html", own=wording(g.language), stands=stands, version=CONSENT,
                           dutch=None if g.language == "nl" else wording("nl"))


def wording(language: str) -> Wording:
    """What somebody agrees to, in a language."""
    say = translator(language)
    return Wording(language, say(TITLE), tuple((say(head), say(text)) for head, text in WORDING), say(AGREE))
