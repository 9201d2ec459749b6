"""News: what happened in the plans of whoever reads it, each piece leading to the page that says what it is about."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from flask import Blueprint, Flask, abort, current_app, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.routing import BuildError
from werkzeug.wrappers import Response

from bizplan.domain.coaching.news import AT_LENDER, COME_AND_GO, Ended, Line, News, Notice, folded
from bizplan.domain.course import PARTS
from bizplan.domain.people import Person, Role
from bizplan.domain.revisions import NOTHING_SAID, TITLED_BY, Said, title
from bizplan.storage import Transaction, daily_mail, judgements, notices, people, plans
from bizplan.storage.database import NotRead

from .. import newcomers
from ..access import Entry, enters, person, reading, writing
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..lending import news_shown

AREA = Blueprint("news", __name__, url_prefix="/<language>/news")
LEFT, BY_LINK = N_("Somebody who left"), N_("Somebody")
SENTENCES = {
    News.COMMENT: N_("{name} wrote to you about the plan"),
    News.MENTION: N_("{name} named you in a comment"),
    News.REQUEST: N_("{name} asks you something, with a date"),
    News.SETTLED: N_("{name} closed a conversation"),
    News.SUGGESTION: N_("{name} suggests an answer"),
    News.DECIDED: N_("{name} decided about your suggestion"),
    News.TO_REVIEW: N_("{name} asks you to look at a part: {part}"),
    News.RETURNED: N_("{name} gave back a part, with requests: {part}"),
    News.APPROVED: N_("{name} approved a part: {part}"),
    News.GATE: N_("{name} decided at a gate"),
    News.MET: N_("{name} says: a condition is met"),
    News.NOT_MET: N_("{name} says: a condition is not met after all"),
    News.APPOINTMENT: N_("{name} made or changed an appointment"),
    News.CALLED_OFF: N_("{name} called off an appointment"),
    News.WROTE_TOGETHER: N_("{name} wrote in the plan while you sat together"),
    News.INVITATION: N_("{name} invited somebody to the plan"),
    News.JOINED: N_("{name} takes part in the plan now"),
    News.LEFT: N_("{name} no longer takes part in the plan"),
    News.ENDED: N_("You no longer take part in a plan"),
    News.WENT_BACK: N_("{name} went back to an earlier version of the plan"),
    News.MADE_READY: N_("{name} made a version ready for a lender"),
    News.SIGNED: N_("{name} signed a version for a lender"),
    News.HANDED_IN: N_("{name} signed: a version is handed in to a lender"),
    News.TAKEN_BACK: N_("{name} took back what a lender could read"),
    News.LINK_MADE: N_("{name} made a link: somebody at a lender can read what was handed in"),
    News.LENDER_ASKS: N_("{name} at the lender asks you something, or answers you"),
    News.COMMITTEE: N_("{name} says when the lender decides about the loan"),
    News.LENDER_DECIDED: N_("{name} tells what the lender decided about the loan"),
    News.WITHDREW: N_("{name} no longer asks a lender for the loan"),
    **news_shown.SENTENCES,
}
"""What is said of each kind of news; never what was written."""
SEVERAL = {
    News.COMMENT: N_("{name} wrote to you about the plan, in several conversations: {count}"),
    News.MENTION: N_("{name} named you in several conversations: {count}"),
    News.REQUEST: N_("{name} asks you several things, with a date: {count}"),
    News.SETTLED: N_("{name} closed several conversations: {count}"),
    News.SUGGESTION: N_("{name} suggests several answers: {count}"),
    News.DECIDED: N_("{name} decided about several of your suggestions: {count}"),
    News.TO_REVIEW: N_("{name} asks you to look at several parts: {count}"),
    News.RETURNED: N_("{name} gave back several parts, with requests: {count}"),
    News.APPROVED: N_("{name} approved several parts: {count}"),
    News.GATE: N_("{name} decided at several gates: {count}"),
    News.MET: N_("{name} says: conditions are met, at several gates: {count}"),
    News.NOT_MET: N_("{name} says: conditions are not met after all, at several gates: {count}"),
    News.APPOINTMENT: N_("{name} made or changed several appointments: {count}"),
    News.CALLED_OFF: N_("{name} called off several appointments: {count}"),
    News.WROTE_TOGETHER: N_("{name} wrote in the plan while you sat together, several times: {count}"),
    News.INVITATION: N_("{name} invited several people to the plan: {count}"),
    News.WENT_BACK: N_("{name} went back to earlier versions of the plan, several times: {count}"),
    News.MADE_READY: N_("{name} made versions ready for several lenders: {count}"),
    News.SIGNED: N_("{name} signed versions for several lenders: {count}"),
    News.HANDED_IN: N_("{name} signed: versions are handed in to several lenders: {count}"),
    News.TAKEN_BACK: N_("{name} took back what several lenders could read: {count}"),
    News.LINK_MADE: N_("{name} made several links to what was handed in: {count}"),
    News.LENDER_ASKS: N_("{name} at the lender asks you several things: {count}"),
    News.COMMITTEE: N_("{name} says when the lender decides about several loans: {count}"),
    News.LENDER_DECIDED: N_("{name} tells what the lender decided about several loans: {count}"),
    News.WITHDREW: N_("{name} no longer asks lenders for several loans: {count}"),
}
"""What is said of several things in one line, of kinds of which there can be several."""
ENDED = {
    Ended.BY_OWNER: (N_("A business owner ended your part in their plan. You can no longer open it."),
                     N_("Business owners ended your part in several plans: {count}")),
    Ended.BY_ORGANISATION: (N_("Your organisation ended your part in a plan. You can no longer open it."),
                            N_("Your organisation ended your part in several plans: {count}")),
    Ended.BY_THEMSELVES: (N_("You left a plan. You can no longer open it."), N_("You left several plans: {count}")),
}
"""What somebody is told whose part in plans ended: how, and never in which."""
YOURS_NOW = N_("You coach this plan now")
NOTHING = N_("There is no news. Here you see what others do in your plan: comments, suggestions, appointments.")
PAGES = {
    News.COMMENT: ("threads.one", "thread"), News.MENTION: ("threads.one", "thread"),
    News.REQUEST: ("threads.one", "thread"), News.SETTLED: ("threads.one", "thread"),
    News.SUGGESTION: ("suggestions.one", "suggestion"), News.DECIDED: ("suggestions.one", "suggestion"),
    News.TO_REVIEW: ("history.check", "part"), News.RETURNED: ("reviews.part", "part"),
    News.APPROVED: ("reviews.part", "part"), News.GATE: ("gates.gate", "gate"),
    News.MET: ("gates.gate", "gate"), News.NOT_MET: ("gates.gate", "gate"),
    News.APPOINTMENT: ("appointments.one", "appointment"), News.CALLED_OFF: ("appointments.one", "appointment"),
    News.WROTE_TOGETHER: ("sittings.one", "sitting"), News.INVITATION: ("company.people", ""),
    News.JOINED: ("company.people", ""), News.LEFT: ("company.people", ""), News.WENT_BACK: ("versions.list", ""),
    News.MADE_READY: ("handing_in.one", "application"), News.SIGNED: ("handing_in.one", "application"),
    News.HANDED_IN: ("handing_in.one", "application"), News.TAKEN_BACK: ("handing_in.one", "application"),
    News.LINK_MADE: ("links.every", ""),
    News.LENDER_ASKS: ("lender_asks.every", ""), News.COMMITTEE: ("lender_answer.told", "application"),
    News.LENDER_DECIDED: ("lender_answer.told", "application"), News.WITHDREW: ("lender_answer.told", "application"),
}
"""Where each kind of news leads, and which part of the address its subject is; what is closed leads nowhere."""
PAGES_OF_SEVERAL = {
    News.COMMENT: "threads.talk", News.MENTION: "threads.talk", News.REQUEST: "threads.talk",
    News.SETTLED: "threads.talk", News.SUGGESTION: "suggestions.every", News.DECIDED: "suggestions.every",
    News.TO_REVIEW: "reviews.overview", News.RETURNED: "reviews.overview", News.APPROVED: "reviews.overview",
    News.GATE: "gates.overview", News.MET: "gates.overview", News.NOT_MET: "gates.overview",
    News.APPOINTMENT: "appointments.every", News.CALLED_OFF: "appointments.every",
    News.WROTE_TOGETHER: "history.changes", News.INVITATION: "company.people", News.WENT_BACK: "versions.list",
    News.MADE_READY: "handing_in.overview", News.SIGNED: "handing_in.overview",
    News.HANDED_IN: "handing_in.overview", News.TAKEN_BACK: "handing_in.overview",
    News.LINK_MADE: "links.every",
    News.LENDER_ASKS: "lender_asks.every", News.COMMITTEE: "study.tasks", News.LENDER_DECIDED: "study.tasks",
    News.WITHDREW: "study.tasks",
}
"""Where a line about several things leads."""


@dataclass(frozen=True)
class Shown:
    """A line of news on the page: its sentence, and the plan that it is about where there are several."""

    notice: Notice
    sentence: Markup
    title: str

    @property
    def leads(self) -> bool:
        """Whether there is a page that it leads to."""
        return self.notice.kind is not News.ENDED


@AREA.get("/", endpoint="list")
@enters(Entry.PERSON)
def newest() -> str:
    """The news of whoever reads, the newest first, by day."""
    with reading() as tx:
        shown = _shown(tx, folded(notices.notices_of(tx, person().id)))
        wanted = daily_mail.is_wanted(tx, person().id)
    days = [(day, list(each)) for day, each in groupby(shown, key=lambda each: each.notice.day)]
    nothing = news_shown.NOTHING if person().role is Role.OFFICER else NOTHING
    return render_template("coaching/news.html", days=days, wants_mail=wanted, email=person().email,
                           nothing=_(nothing), unread=any(each.notice.seen_at is None for each in shown),
                           undelivered=newcomers.undelivered()(person().email))


@AREA.post("/<notice>/open", endpoint="open")
@enters(Entry.PERSON)
def opened(notice: str) -> Response:
    """Somebody looks at a line of news: on to the page that it is about."""
    with writing() as tx:
        found = notices.line_of(tx, person().id, notice)
        if found is None:
            abort(404)
        notices.see_line(tx, found)
        url = _page(tx, found)
    return redirect(url)


@AREA.post("/seen")
@enters(Entry.PERSON)
def see_all() -> Response:
    """Everything is read."""
    with writing() as tx:
        notices.see(tx, person().id)
    return redirect(url_for("news.list"))


@AREA.post("/mail")
@enters(Entry.PERSON)
def choose_mail() -> Response:
    """Whether to get a message when there is news, at most once a day."""
    with writing() as tx:
        daily_mail.choose(tx, person().id, wanted="daily" in request.form)
    return redirect(url_for("news.list"))


def furnish(app: Flask) -> None:
    """Gives every page the count of what is new: looked up once a page, and only where the page shows it."""
    app.jinja_env.globals["unseen_news"] = unseen


def unseen() -> int:
    """How many lines of news wait for whoever reads; none where that cannot be read now."""
    who: Person | None = g.get("person")
    if who is None:
        return 0
    if "unseen_news" not in g:
        try:
            with reading() as tx:
                g.unseen_news = notices.unseen(tx, who.id)
        except NotRead:
            g.unseen_news = 0
    return int(g.unseen_news)


def _shown(tx: Transaction, found: Iterable[Line]) -> list[Shown]:
    lines = list(found)
    names = people.open_names(tx, {_of(line.newest) for line in lines} - {""})
    titles = _titles(tx, [line.newest for line in lines])
    return [Shown(line.newest, _sentence(line, names.get(_of(line.newest), "")), titles.get(_about(line.newest), ""))
            for line in lines]


def _about(notice: Notice) -> str:
    """What a piece of news is about: the application at a lender, else the plan; a plan that is closed is not named."""
    if notice.kind is News.ENDED:
        return ""
    return notice.subject if notice.kind in AT_LENDER else notice.plan


def _of(notice: Notice) -> str:
    """The person of whom a piece of news speaks: who came or went, else who did it."""
    return notice.subject if notice.kind in COME_AND_GO else notice.author


def _sentence(line: Line, name: str) -> Markup:
    part = PARTS.get(line.newest.subject)
    unknown = BY_LINK if line.newest.kind is News.LENDER_ASKS else LEFT
    return fill(_(_words(line)), name=name or _(unknown), part=_(part.title) if part else _("the plan"),
                count=line.count)


def _words(line: Line) -> str:
    """What is said of a line: of one thing or of several."""
    told = line.newest
    if told.kind is News.ENDED:
        how = next((words for ended, words in ENDED.items() if ended.value == told.subject), None)
        return SENTENCES[told.kind] if how is None else how[line.count > 1]
    if told.kind is News.JOINED and told.subject == told.person:
        return YOURS_NOW
    return SEVERAL[told.kind] if line.count > 1 and told.kind in SEVERAL else SENTENCES[told.kind]


def _titles(tx: Transaction, those: Iterable[Notice]) -> dict[str, str]:
    """What the plans are called, and the applications as officers know them: never by what the plan says now."""
    told = list(those)
    at_lender = [each for each in told if each.kind in AT_LENDER]
    others = {_about(each) for each in told if each.kind not in AT_LENDER} - {""}
    return (news_shown.titles(tx, at_lender) if at_lender else {}) | (_plan_titles(tx, others) if others else {})


def _plan_titles(tx: Transaction, of: set[str]) -> dict[str, str]:
    """What the plans are called; nothing where somebody has a single one, which needs no name."""
    own = plans.plans_of(tx, person().id)
    if len(own) == 1 and of <= {own[0].id}:
        return {}
    said = plans.newest_of(tx, of, TITLED_BY)
    return {plan: title(partial(_said_in, said, plan)) or _("New plan") for plan in of}


def _said_in(said: Mapping[tuple[str, str], Said], plan: str, key: str) -> Said:
    return said.get((plan, key), NOTHING_SAID)


def _page(tx: Transaction, line: Line) -> str:
    """The address of what a line of news is about, else of its plan; of a plan that is closed nothing."""
    told = line.newest
    if told.kind is News.ENDED:
        return url_for("news.list")
    if told.kind in AT_LENDER:
        return news_shown.page(told)
    endpoint, place = PAGES[told.kind]
    if line.count > 1 and told.kind in PAGES_OF_SEVERAL:
        endpoint, place = PAGES_OF_SEVERAL[told.kind], ""
    elif told.kind is News.JOINED and told.subject == told.person:
        endpoint = "study.tasks"
    elif told.kind is News.TO_REVIEW and _was_looked_at(tx, told):
        endpoint = "reviews.part"
    values: dict[str, Any] = {"plan": told.plan, **({place: told.subject} if place else {})}
    with suppress(BuildError):                              # a subject of before, which the address does not take
        if endpoint in current_app.view_functions:
            return url_for(endpoint, **values)
    return url_for("study.tasks", plan=told.plan)


def _was_looked_at(tx: Transaction, told: Notice) -> bool:
    """Whether a coach returned or approved a part before: then its page shows what changed since."""
    return any(each.looked for key, each in judgements.judged(tx, told.plan).parts.items() if key == told.subject)
