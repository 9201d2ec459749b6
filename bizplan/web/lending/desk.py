"""The desk of a lender: all that was handed in there, found and sorted; one application, and who looks after it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.clock import day_of, today
from bizplan.domain.lending.desk import InHand, Order, State, Tab, in_order, matching
from bizplan.storage import Transaction, lender_news, lender_questions, lending_desk, people
from bizplan.storage.database import NotSaved

from .. import access, display
from ..access import Entry, enters, person, reading, writing
from ..desk_address import asked_of
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..wording import Choice
from .lenders_shown import profile_title
from .told import OUTCOMES, STATES, reading_url

AREA = Blueprint("lending", __name__, url_prefix="/<language>/lending")
PAGE = 50
TABS = {
    Tab.OPEN: N_("Still open"), Tab.MINE: N_("Mine"), Tab.NEW: N_("Nobody looks after it"),
    Tab.ASKED: N_("Waits for the applicant"), Tab.COMMITTEE: N_("To decide"), Tab.CLOSED: N_("Closed"),
}
ORDERS = {
    Order.WAITS: N_("Who waits longest"), Order.NEWEST: N_("Newest first"), Order.NAME: N_("Name"),
    Order.AMOUNT: N_("Amount"),
}
NEXT = {
    State.NEW: N_("Take it up, so that your colleagues see that you look after it. Then read the dossier."),
    State.LOOKED_AT: N_("Read the dossier. Ask what is not clear, or write your advice."),
    State.ANSWERED: N_("The applicant or the coach wrote to you. Read it, then answer, or close the question."),
    State.ASKED: N_("The applicant and the coach were asked. You see here when they answer."),
    State.ADVISED: N_("There is an advice. Say when the committee meets, or write down what was decided."),
    State.COMMITTEE: N_("After the committee, write down what was decided. The applicant reads it at once."),
    State.DECIDED: N_("This is decided, and the applicant has been told. A later decision stands beside it."),
    State.TAKEN_BACK: N_("The applicant took back what was handed in. There is nothing to read any more."),
    State.WITHDRAWN: N_("The applicant withdrew the application. Nothing that was handed in can be read any more. What "
                        "you and your colleagues said stays here."),
}


@dataclass(frozen=True)
class Line:
    """A row of the desk."""

    url: str
    name: str
    state: tuple[str, Markup]
    activity: str
    amount: float | None
    details: tuple[Markup, ...]
    received: Markup
    waited: int


@AREA.get("/")
@enters(Entry.OFFICER)
def desk() -> str:
    """What was handed in where the officer works: under a tab, or found; sorted as asked."""
    asked, me = asked_of("lending.desk", Tab, Order), person().id
    with reading() as tx:
        everything, lenders = lending_desk.desk(tx, me), _lenders(tx, me)
    found = [each for each in everything if asked.tab.holds(each, me)]
    found = in_order(matching(found, asked.search) if asked.search else found, asked.order)
    here = found[(asked.page - 1) * PAGE:asked.page * PAGE]
    tabs = [(_(words), asked.url(tab), tab is asked.tab, sum(tab.holds(each, me) for each in everything))
            for tab, words in TABS.items()]
    return render_template(
        "lending/desk.html", tabs=tabs, lines=[_line(each) for each in here], asked=asked, is_empty=not everything,
        lenders=lenders, orders=[Choice(each.value, _(words)) for each, words in ORDERS.items()],
        earlier=asked.url(asked.tab, asked.page - 1) if asked.page > 1 else "",
        later=asked.url(asked.tab, asked.page + 1) if asked.page * PAGE < len(found) else "")


@AREA.get("/<application>/", endpoint="one")
@enters(Entry.ITS_OFFICER)
def one(application: str) -> str:
    """One application: where it stands, what to do next, what was handed in, what was asked and said.

    Whoever looks has seen its news; where nothing can be written it stays new.
    """
    with reading() as tx:
        is_new = request.method == "GET" and lender_news.is_unseen(tx, person().id, application)
    if is_new:
        with suppress(NotSaved), writing() as tx:
            lender_news.see(tx, person().id, application)
    return shown()


@AREA.post("/<application>/take")
@enters(Entry.ITS_OFFICER)
def take(application: str) -> Response:
    """Somebody looks after it from now on: the reader, or a colleague to whom it is handed over."""
    who = request.form.get("officer", "") or person().id
    with writing() as tx:
        done = lending_desk.take(tx, access.application(), who, person().id)
        name = lending_desk.officers_at(tx, access.application().organisation).get(who, "")
    if done:
        flash(fill(_("{name} looks after this application now."), name=name), "ok")
    else:
        flash(_("Nothing was changed: choose a colleague who works here."), "warn")
    return redirect(url_for("lending.one", application=application))


def shown() -> str:
    """The page of the application of the address."""
    with reading() as tx:
        each = lending_desk.in_hand(tx, access.application())
        asked = lender_questions.questions_of(tx, each.id)
        colleagues = lending_desk.officers_at(tx, each.application.organisation)
        lender = profile_title(tx, each.application)
    state, word = STATES[each.state]
    return render_template(
        "lending/application.html", each=each, title=name_of(each), state=(state, _(word)), next=_(NEXT[each.state]),
        lender=lender, reading_url=reading_url(each.application),
        waited=each.waited(today()), asked=asked, open_count=sum(one.is_open for one in asked),
        colleagues=[Choice(who, name) for who, name in colleagues.items() if who != each.application.officer],
        is_mine=each.application.officer == person().id, outcomes=spoken_outcomes())


def name_of(each: InHand) -> str:
    """Who asks, as far as something of theirs can be read."""
    if each.summary and each.summary.name:
        return each.summary.name
    return _("A dossier that is being made ready") if each.needs_freezing else _("A dossier that was taken back")


def spoken_outcomes() -> dict[str, tuple[str, str]]:
    """The look and the word of every outcome, in the language of the page."""
    return {each.value: (look, _(word)) for each, (look, word) in OUTCOMES.items()}


def _lenders(tx: Transaction, officer: str) -> list[tuple[str, str]]:
    """The lenders for which an officer works: what each is called, and where it says what it offers."""
    works_at = lending_desk.works_at(tx, officer)
    return [(each.name, url_for("profiles.every", organisation=each.id)) for each in people.organisations(tx)
            if each.id in works_at and each.kind == people.LENDING]


def _line(each: InHand) -> Line:
    state, word = STATES[each.state]
    told = Markup.escape(_(word))
    if each.state is State.DECIDED and each.judged.decision:
        state, word = OUTCOMES[each.judged.decision.outcome]
        told = Markup.escape(_(word))
    made = each.summary
    return Line(url_for("lending.one", application=each.id), name_of(each), (state, told),
                made.activity if made else "", made.amount if made else None, tuple(_details(each)),
                display.day(each.received_on, g.language), each.waited(today()))


def _details(each: InHand) -> Iterator[Markup]:
    """What else is to be known: since when a question is open, when a committee meets, which version, whose it is."""
    if each.state in (State.ASKED, State.ANSWERED) and each.questions.since:
        words = _("Question open since {day}") if each.state is State.ASKED else _("They wrote on {day}")
        yield fill(words, day=display.day(day_of(each.questions.since), g.language))
    if each.judged.meets_on and each.state is State.COMMITTEE:
        yield fill(_("Committee on {day}"), day=display.day(each.judged.meets_on, g.language))
    if each.received.number > 1:
        yield fill(_("Version {number}"), number=each.received.number)
    if each.officer:
        yield fill(_("{name} looks after it"), name=each.officer)
