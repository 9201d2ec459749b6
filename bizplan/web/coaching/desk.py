"""The desk of a coach: all their plans, who waits first; and the way to each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from flask import Blueprint, render_template, request
from markupsafe import Markup

from bizplan.domain.clock import here, today
from bizplan.domain.coaching.desk import Accompanied, Order, Tab, in_order, matching
from bizplan.domain.people import Role
from bizplan.storage import desk as desks

from ..access import Entry, enters, person, reading
from ..desk_address import Asked, asked_of
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..wording import Choice
from .desk_lines import STATES, WORDS, Line, ago, line

AREA = Blueprint("desk", __name__, url_prefix="/<language>/coaching/desk")
PAGE = 50
"""How many plans stand on one page: more would weigh too much on a telephone."""
NOON, EVENING = 12, 18
TABS = {
    Tab.ALL: N_("All"), Tab.WAITS: N_("Waits for you"), Tab.BLOCKS: N_("Something blocks"),
    Tab.QUIET: N_("Quiet for three weeks"), Tab.READY: N_("Dossier ready"), Tab.ARCHIVE: N_("Archive"),
}
ORDERS = {
    Order.WAITS: N_("Who waits first"), Order.ACTIVE: N_("Last active"), Order.NAME: N_("Name"),
    Order.DEADLINE: N_("Next deadline"), Order.CASH: N_("Lowest cash"),
}
NEWS = {
    "away": N_("The plan of {name} is in the archive."),
    "back": N_("The plan of {name} is out of the archive."),
}


@dataclass(frozen=True)
class Shelf:
    """A tab with how many plans stand under it."""

    label: str
    url: str
    current: bool
    count: int


@dataclass(frozen=True)
class Section:
    """Plans that stand together, with the words over them and how many of them there are in all."""

    title: str
    state: str
    count: int
    lines: tuple[Line, ...]


@AREA.get("")
@enters(Entry.COACH)
def overview() -> str:
    """All plans of a coach, or those of a tab, a search; sorted as asked."""
    asked, now, day = asked_of("desk.overview", Tab, Order), datetime.now(UTC), today()
    with reading() as tx:
        desk = desks.desk(tx, person().id, day)
    found = [each for each in desk if asked.tab.holds(each, now)]
    found = in_order(matching(found, asked.search) if asked.search else found, asked.order)
    here = found[(asked.page - 1) * PAGE:asked.page * PAGE]
    shown = _sections(found, here) if asked.order is Order.WAITS else [_section(here, found, asked)] if here else []
    return render_template(
        "coaching/desk.html", greeting=_greeting(now), day=day, tabs=_tabs(desk, asked, now), sections=shown,
        waits=_waits(desk), asked=asked, orders=[Choice(each.value, _(words)) for each, words in ORDERS.items()],
        earlier=asked.url(asked.tab, asked.page - 1) if asked.page > 1 else "", count=len(found), news=_news(desk),
        later=asked.url(asked.tab, asked.page + 1) if asked.page * PAGE < len(found) else "",
        is_empty=not desk, manages=Role.MANAGER in person().roles, administers=Role.ADMINISTRATOR in person().roles)


def _sections(found: list[Accompanied], here: list[Accompanied]) -> list[Section]:
    """The plans of a page by how they stand."""
    return [Section(_(WORDS[group]), STATES[group], sum(each.group is group for each in found),
                    tuple(line(each, today()) for each in those))
            for group, those in groupby(here, key=lambda each: each.group)]


def _section(here: list[Accompanied], found: list[Accompanied], asked: Asked[Tab, Order]) -> Section:
    """The plans of a page in one row after the other."""
    far = asked.order is Order.DEADLINE
    return Section("", "", len(found), tuple(line(each, today(), far=far) for each in here))


def _tabs(desk: Iterable[Accompanied], asked: Asked[Tab, Order], now: datetime) -> list[Shelf]:
    return [Shelf(_(words), asked.url(tab), tab is asked.tab, sum(tab.holds(each, now) for each in desk))
            for tab, words in TABS.items()]


def _greeting(now: datetime) -> Markup:
    """Good morning, and the name."""
    hour = here(now).hour
    words = _("Good morning, {name}") if hour < NOON else \
        _("Good afternoon, {name}") if hour < EVENING else _("Good evening, {name}")
    return fill(words, name=person().name)


def _waits(desk: Iterable[Accompanied]) -> tuple[Markup, Markup | None, str]:
    """How many wait, since when the first of them does, and the way there."""
    waiting = in_order((each for each in desk if each.waits and not each.archived), Order.WAITS)
    if not waiting:
        return Markup.escape(_("Nobody waits for you.")), None, ""
    first = waiting[0]
    assert first.waiting.since is not None
    return (fill(_("Waiting for you: {count}."), count=len(waiting)),
            fill(_("{name} waits longest: {since}"), name=first.name, since=ago(first.waiting.since, today())),
            line(first, today()).url)


def _news(desk: Iterable[Accompanied]) -> tuple[str, Markup] | None:
    """What was done just now, as the address says it."""
    text = NEWS.get(request.args.get("news", ""))
    name = next((each.name for each in desk if each.plan == request.args.get("plan")), None)
    return ("ok", fill(_(text), name=name)) if text and name is not None else None
