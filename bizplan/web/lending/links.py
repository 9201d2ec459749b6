"""Links to what was handed in, for lenders without an account: made, shown once, looked after and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField

from bizplan.domain.clock import day_of
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.links import DAYS, LONGEST_LABEL, USUAL_DAYS, Link, Opening, may_be_shared
from bizplan.domain.typed.fields import is_blank
from bizplan.storage import applications, hashing, links, openings, participants, people
from bizplan.storage.attempts import Limit
from bizplan.storage.columns import new_id
from bizplan.storage.openings import SYSTEM

from .. import letters, newcomers, signing
from ..access import Entry, config, enters, kept, person, reading, storage, writing
from ..account.picture import picture
from ..display import fill
from ..entrepreneurs import ID
from ..languages import N_, direction
from ..languages import say as _
from ..wording import Choice
from .lenders_shown import lender_name

AREA = Blueprint("links", __name__, url_prefix="/<language>/plan/<plan>/lenders/links")
OF_PERSON = Limit("make a link", 20, timedelta(hours=1))
NO_LABEL = N_("Write for whom the link is, such as the name of the person at the lender.")
NO_CHOICE = N_("Choose one of the list.")
DEVICES = {"phone": N_("on a phone"), "computer": N_("on a computer"), "": N_("on a device that we do not know"),
           SYSTEM: N_("by a computer system of the lender")}
PARTS = {
    "reading summary": N_("the summary"), "reading answers": N_("the answers"), "reading part": N_("the answers"),
    "reading figures": N_("the figures"), "reading table": N_("the figures"), "reading why": N_("the figures"),
    "reading documents": N_("the documents"), "reading compare": N_("what changed"),
    "reading what_if": N_("the page to try own values"),
    "system application": N_("where the application stands"), "system submission": N_("the answers and the figures"),
    "reading paper": N_("a paper"), "system papers": N_("the list of papers"),
    "lender_questions every": N_("the questions"),
    "reading dossier": N_("the dossier, to take along"), "reading workbook": N_("the Excel model, to take along"),
}
"""What somebody opened, in words; what is not among them is another page."""


class LinkForm(FlaskForm):
    """A link to be made; ``key`` makes that sending the form twice makes one link."""

    application = StringField()
    label = StringField()
    days = StringField()
    with_code = BooleanField()
    letter_language = StringField()
    key = StringField()


@dataclass(frozen=True)
class Opened:
    """An opening as its people see it: by whom, what, on which kind of device, and when."""

    who: str
    what: str
    device: str
    at: datetime


@dataclass(frozen=True)
class Shown:
    """A link as its people see it: its state in a word, who made it, what it opens, and when it was opened."""

    link: Link
    lender: str
    author: str
    state: str
    word: str
    openings: tuple[Opened, ...] = field(default=())

    @property
    def works(self) -> bool:
        """Whether it can still be taken back."""
        return self.state != "none"


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def every(plan: str) -> str:
    """Every link with what was opened by it, and what officers opened."""
    shared = _shared(plan)
    return render_template("lending/links.html", plan=plan, links=links_shown(plan), officers=officers_shown(plan),
                           can_share=bool(shared) and kept().archived_at is None)


@AREA.route("/new", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def make(plan: str) -> str | tuple[str, int]:
    """A new link, shown once, with its code where it has one."""
    form, shared = LinkForm(), _shared(plan)
    if not shared:
        abort(404)
    if not form.validate_on_submit():
        return _form(form, shared, {})
    problems = _problems(form, shared)
    return (_form(form, shared, problems), 422) if problems else _made(plan, form)


@AREA.post("/<link>/end")
@enters(Entry.PARTICIPANT, in_archive=True)
def end(plan: str, link: str) -> Response:
    """A link opens nothing any more, also for whoever reads by it now."""
    with writing() as tx:
        ended = links.end(tx, plan, link)
    if not ended:
        abort(404)
    flash(_("The link is taken back. From now on it opens nothing."), "ok")
    return redirect(url_for("links.every", plan=plan))


@AREA.post("/<link>/code")
@enters(Entry.PARTICIPANT)
def change_code(plan: str, link: str) -> str:
    """A link gets another code, which is shown once, and works again where it rested."""
    code = links.new_code()
    hashed = hashing.hashed(storage().seal, code)
    with writing() as tx:
        changed = links.change_code(tx, plan, link, hashed)
    if not changed:
        abort(404)
    return render_template("lending/link_code.html", plan=plan, code=code)


def links_shown(plan: str) -> tuple[Shown, ...]:
    """The links of a plan with their openings, the newest first."""
    with reading() as tx:
        found, opened = links.links_of(tx, plan), openings.openings(tx, plan)
        lender = {each.id: lender_name(tx, each) for each in applications.applications_of(tx, plan)}
        names, now = participants.names(tx, plan), tx.now
    by_link: dict[str, list[Opened]] = {}
    for each in opened:
        by_link.setdefault(each.link, []).append(_opened(each, ""))
    return tuple(Shown(each, lender[each.application], names.get(each.author, ""), *_state(each, now),
                       tuple(by_link.get(each.id, ()))) for each in found)


def officers_shown(plan: str) -> tuple[Opened, ...]:
    """What officers opened of what was handed in, the newest first; who has left has no name."""
    with reading() as tx:
        found = [each for each in openings.openings(tx, plan) if not each.link]
        names = {each.person: people.person(tx, each.person) for each in found if each.person}
    return tuple(_opened(each, who.name if (who := names.get(each.person)) else "") for each in found)


def _shared(plan: str) -> tuple[Application, ...]:
    """The applications to which a link can be made: what the entrepreneur handed in is the consent for it."""
    with reading() as tx:
        return tuple(each for each in applications.applications_of(tx, plan) if may_be_shared(each))


def _opened(each: Opening, who: str) -> Opened:
    return Opened(who, _(PARTS.get(each.what, N_("another page"))), _(DEVICES.get(each.device, DEVICES[""])), each.at)


def _state(link: Link, now: datetime) -> tuple[str, str]:
    if link.ended_at is not None:
        return "none", _("Taken back")
    if link.is_over(now):
        return "none", _("Its time is up")
    return ("stop", _("It rests")) if link.rests else ("ok", _("Works"))


def _problems(form: LinkForm, shared: tuple[Application, ...]) -> dict[str, str]:
    """What is wrong with the form, by field."""
    label = (form.label.data or "").strip()
    found = {
        "application": "" if form.application.data in {each.id for each in shared} else _(NO_CHOICE),
        "label": _(NO_LABEL) if is_blank(label) or len(label) > LONGEST_LABEL else "",
        "days": "" if form.days.data in map(str, DAYS) else _(NO_CHOICE),
        "letter_language": "" if form.letter_language.data in {each.key for each in newcomers.languages()}
        else _(NO_CHOICE),
    }
    return {name: words for name, words in found.items() if words}


def _form(form: LinkForm, shared: tuple[Application, ...], problems: dict[str, str]) -> str:
    with reading() as tx:
        named = [Choice(each.id, lender_name(tx, each)) for each in shared]
    return render_template(
        "lending/new_link.html", plan=kept().id, form=form, problems=problems, key=form.key.data or new_id(),
        applications=named, usual=str(USUAL_DAYS),
        days=list(_days()), all_languages=newcomers.languages(), longest=LONGEST_LABEL,
        with_code=form.with_code.data if form.is_submitted() else True)


def _days() -> Iterator[Choice]:
    for days in DAYS:
        yield Choice(str(days), fill(_("{count} days"), count=days).striptags())


def _made(plan: str, form: LinkForm) -> str:
    signing.hold_back((OF_PERSON, person().id))
    code = links.new_code() if form.with_code.data else ""
    hashed, key, days = hashing.hashed(storage().seal, code) if code else None, form.key.data or "", int(form.days.data)
    wanted = links.Wanted(form.application.data, plan, person().id, (form.label.data or "").strip(), days,
                          key if ID.fullmatch(key) else "", hashed)
    with writing() as tx:
        token = links.make(tx, wanted)
    spoken = form.letter_language.data
    url = config().url + url_for("visits.enter", token=token, language=spoken)
    return render_template(
        "lending/made_link.html", plan=plan, code=code, picture=_picture(url), language_of_text=spoken,
        direction_of_text=direction(spoken), until=day_of(datetime.now(UTC) + timedelta(days=days)),
        text=letters.to_a_lender(spoken, url, days, with_code=bool(code)))


def _picture(url: str) -> Markup:
    return picture(url, _("Picture to scan with a phone"))
