"""News: what happened in the plans of whoever reads it, each piece leading to the page that says what it is about."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from flask import Blueprint, Flask, abort, current_app, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.routing import BuildError
from werkzeug.wrappers import Response

from bizplan.domain.coaching import News
from bizplan.domain.course import PARTS
from bizplan.domain.people import Person
from bizplan.domain.revisions import NOTHING_SAID, TITLED_BY, Said, title
from bizplan.storage import Transaction, daily_mail, notices, people, plans
from bizplan.storage.database import NotRead
from bizplan.storage.notices import Notice

from .. import display, newcomers
from ..access import Entry, enters, person, reading, writing
from ..display import fill
from ..languages import N_
from ..languages import say as _

AREA = Blueprint("news", __name__, url_prefix="/<language>/news")
LEFT = N_("Somebody who left")
MOST_COUNTED = 99
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
    News.APPOINTMENT: N_("{name} made or changed an appointment"),
    News.CALLED_OFF: N_("{name} called off an appointment"),
    News.WROTE_TOGETHER: N_("{name} wrote in the plan while you sat together"),
    News.INVITATION: N_("{name} invited somebody to the plan"),
    News.JOINED: N_("{name} takes part in the plan now"),
    News.LEFT: N_("{name} no longer takes part in the plan"),
    News.WENT_BACK: N_("{name} went back to an earlier version of the plan"),
}
"""What is said of each kind of news; never what was written."""
PAGES = {
    News.COMMENT: ("threads.one", "thread"), News.MENTION: ("threads.one", "thread"),
    News.REQUEST: ("threads.one", "thread"), News.SETTLED: ("threads.one", "thread"),
    News.SUGGESTION: ("suggestions.one", "suggestion"), News.DECIDED: ("suggestions.one", "suggestion"),
    News.TO_REVIEW: ("history.check", "part"), News.RETURNED: ("reviews.part", "part"),
    News.APPROVED: ("reviews.part", "part"), News.GATE: ("gates.gate", "gate"),
    News.APPOINTMENT: ("appointments.one", "appointment"), News.CALLED_OFF: ("appointments.one", "appointment"),
    News.WROTE_TOGETHER: ("sittings.one", "sitting"), News.INVITATION: ("company.people", ""),
    News.JOINED: ("company.people", ""), News.LEFT: ("company.people", ""), News.WENT_BACK: ("versions.list", ""),
}
"""Where each kind of news leads, and which part of the address its subject is."""
COME_AND_GO = {News.JOINED, News.LEFT}
"""Of whoever comes or goes, whoever let them in or out."""


@dataclass(frozen=True)
class Shown:
    """A piece of news on the page: its sentence, and the plan that it is about where there are several."""

    notice: Notice
    sentence: Markup
    title: str

    @property
    def day(self) -> date:
        """The day in Belgium on which it happened."""
        return display.here(self.notice.at).date()


@AREA.get("/", endpoint="list")
@enters(Entry.PERSON)
def newest() -> str:
    """The news of whoever reads, the newest first, by day."""
    with reading() as tx:
        found = notices.notices_of(tx, person().id)
        shown = _shown(tx, found)
        wanted = daily_mail.is_wanted(tx, person().id)
    days = [(day, list(each)) for day, each in groupby(shown, key=lambda each: each.day)]
    return render_template("coaching/news.html", days=days, wants_mail=wanted, email=person().email,
                           unread=any(each.seen_at is None for each in found),
                           undelivered=newcomers.undelivered()(person().email))


@AREA.post("/<notice>/open", endpoint="open")
@enters(Entry.PERSON)
def opened(notice: str) -> Response:
    """Somebody looks at a piece of news: on to the page that it is about."""
    with writing() as tx:
        found = notices.notice(tx, person().id, notice)
        if found is None:
            abort(404)
        notices.see_one(tx, found)
    return redirect(_page(found))


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
    """How many pieces of news wait for whoever reads; none where that cannot be read now."""
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


def _shown(tx: Transaction, found: Iterable[Notice]) -> list[Shown]:
    news = list(found)
    names = {each: people.person(tx, each) for each in {_of(notice) for notice in news} - {""}}
    titles = _titles(tx, {each.plan for each in news})
    return [Shown(each, _sentence(each, names.get(_of(each))), titles.get(each.plan, "")) for each in news]


def _of(notice: Notice) -> str:
    """The person of whom a piece of news speaks: who came or went, else who did it."""
    return notice.subject if notice.kind in COME_AND_GO else notice.author


def _sentence(notice: Notice, who: Person | None) -> Markup:
    part = PARTS.get(notice.subject)
    return fill(_(SENTENCES[notice.kind]), name=who.name if who else _(LEFT),
                part=_(part.title) if part else _("the plan"))


def _titles(tx: Transaction, of: set[str]) -> dict[str, str]:
    """What the plans are called; nothing where somebody has a single one, which needs no name."""
    own = plans.plans_of(tx, person().id)
    if len(own) == 1 and of <= {own[0].id}:
        return {}
    said = plans.newest_of(tx, of, TITLED_BY)
    return {plan: title(partial(_said_in, said, plan)) or _("New plan") for plan in of}


def _said_in(said: Mapping[tuple[str, str], Said], plan: str, key: str) -> Said:
    return said.get((plan, key), NOTHING_SAID)


def _page(notice: Notice) -> str:
    """The address of what a piece of news is about, else of its plan."""
    endpoint, place = PAGES[notice.kind]
    values: dict[str, Any] = {"plan": notice.plan, **({place: notice.subject} if place else {})}
    with suppress(BuildError):                              # a subject of before, which the address does not take
        if endpoint in current_app.view_functions:
            return url_for(endpoint, **values)
    return url_for("study.tasks", plan=notice.plan)
