"""Entrepreneur and coaches talk about a plan: all threads, one of them, beginning one, answering, calling it solved.

Whoever may not read a thread does not find it: not one of another plan, and not a private note of the coaches.
"""

from collections.abc import Callable
from unicodedata import normalize

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.coaching import Subject, Thread, ThreadKind
from bizplan.domain.revisions import Record
from bizplan.storage import Transaction, threads
from bizplan.storage.threads import Beginning

from ..access import Entry, enters, kept, person, reading, writing
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored
from . import subjects, threads_shown, threads_written
from .threads_written import Written

AREA = Blueprint("threads", __name__, url_prefix="/<language>/plan/<plan>/talk")
AT_ONCE = 40
LONGEST_SEARCH = 200
TABS = {
    "open": N_("Still open"), "requests": N_("Asked with a day"), "settled": N_("Solved"),
    "private": N_("Private notes"),
}


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def talk(plan: str) -> str:
    """All threads of the plan: under a tab, or those in which something stands that is looked for."""
    record = stored()
    with reading() as tx:
        everything = threads.threads_of(tx, plan, coach=is_coach())
    wanted = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    asked = request.args.get("show", "")
    show = asked if asked in _tabs() else "open"
    sorted_out = {tab: _under(tab, everything) for tab in _tabs()}
    found = [each for each in everything if _speaks_of(wanted, each, record)] if wanted else sorted_out[show]
    start = max(0, request.args.get("from", 0, type=int))
    return render_template(
        "coaching/threads.html", plan=plan, show=show, wanted=wanted, count=len(found),
        tabs=[(tab, _(TABS[tab]), len(under)) for tab, under in sorted_out.items()],
        threads=[threads_shown.listed(each, record) for each in found[start:start + AT_ONCE]],
        further=start + AT_ONCE if len(found) > start + AT_ONCE else 0, writes=is_written())


@AREA.route("/new", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def new(plan: str) -> Response | str:
    """Begins a thread about something in the plan, which the address names."""
    record = stored()
    subject = subjects.present(record, *(request.args.get(name, "") for name in ("about", "key", "row")))
    if subject is None:
        abort(404)
    kinds = threads_written.kinds_of(subject)
    written = Written.sent("say", kinds) if request.method == "POST" else Written(kinds[0])
    problems = written.problems if request.method == "POST" else {}
    if request.method == "POST" and not problems:
        made = _begun(written, subject, record)
        flash(_("Your words are saved."), "ok")
        place = subjects.address(subject, record)
        return redirect(f"{_way_back(place)}#talk-{made}")
    with reading() as tx:
        names = threads_written.readers(tx, private=kinds == (ThreadKind.PRIVATE,))
    return render_template(
        "coaching/new_thread.html", plan=plan, subject=subject, written=written, problems=problems,
        kinds=threads_written.choices(kinds), people=_others(names), back=_way_back(""),
        label=subjects.label(subject, subjects.quote_of(subject, record), record), now=subjects.now(subject, record),
        where=subjects.address(subject, record), writes=is_written())


@AREA.get("/<thread>")
@enters(Entry.PARTICIPANT)
def one(plan: str, thread: str) -> str:
    """One thread: of what it speaks, what became of that, and all that was said."""
    with reading() as tx:
        found = _found(tx, thread)
    return _page(found, Written())


@AREA.post("/<thread>/answer")
@enters(Entry.PARTICIPANT)
def answer(plan: str, thread: str) -> Response | str:
    """Says something in a thread; one that was solved opens again."""
    return _said(thread, settled=False)


@AREA.post("/<thread>/settle")
@enters(Entry.PARTICIPANT)
def settle(plan: str, thread: str) -> Response | str:
    """Calls a thread solved, with a last word where one was written."""
    return _said(thread, settled=True)


@AREA.post("/<thread>/reopen")
@enters(Entry.PARTICIPANT)
def reopen(plan: str, thread: str) -> Response:
    """Opens a thread again."""
    with writing() as tx:
        threads.reopen(tx, _found(tx, thread), person().id)
    return redirect(url_for("threads.one", plan=plan, thread=thread))


@AREA.post("/<thread>/day")
@enters(Entry.ITS_COACH)
def day(plan: str, thread: str) -> Response | str:
    """Gives a request another day."""
    written = Written.sent("say", (ThreadKind.REQUEST,))
    due_on, problem = written.day
    with writing() as tx:
        found = _found(tx, thread)
        if found.kind is not ThreadKind.REQUEST:
            abort(404)
        if due_on is not None:
            threads.move_date(tx, found, person().id, due_on)
    if problem:
        return _page(found, written, {"due_on": problem})
    return redirect(url_for("threads.one", plan=plan, thread=thread))


def is_written() -> bool:
    """Whether anything can be said: a plan in the archive is only read."""
    return kept().archived_at is None


def _begun(written: Written, subject: Subject, record: Record) -> str:
    text, due_on = written.remark[0], written.day[0]
    first = Beginning(written.kind, subject, text, due_on, subjects.quote_of(subject, record), record.sequence)
    with writing() as tx:
        mentions = threads_written.called(tx, written, private=written.kind is ThreadKind.PRIVATE)
        return threads.begin(tx, kept().id, person().id, first, mentions=mentions, key=written.key)


def _said(thread: str, *, settled: bool) -> Response | str:
    """Takes what was written, calls the thread solved where that was asked, and goes back to where it was written."""
    written = Written.sent(f"say-{thread}", (ThreadKind.COMMENT,))
    text, problem = written.remark
    is_silent = settled and not written.text.strip()
    with writing() as tx:
        found = _found(tx, thread)
        if not problem:
            mentions = threads_written.called(tx, written, private=found.kind is ThreadKind.PRIVATE)
            threads.answer(tx, found, person().id, text, mentions=mentions, key=written.key)
        if settled and (is_silent or not problem):
            threads.settle(tx, found, person().id)
    if problem and not is_silent:
        return _page(found, written, {f"say-{thread}": problem})
    flash(_("This is solved now.") if settled else _("Your words are saved."), "ok")
    there = url_for("threads.one", plan=kept().id, thread=thread)
    return redirect(_way_back(there) if settled else f"{_way_back(there)}#talk-{thread}")


def _page(found: Thread, written: Written, problems: dict[str, str] | None = None) -> str:
    record = stored()
    subjects.look_up(found.subject, record)
    with reading() as tx:
        names = threads_written.readers(tx, private=found.kind is ThreadKind.PRIVATE)
    shown = threads_shown.shown(found, record, whole="all" in request.args)
    return render_template(
        "coaching/thread.html", plan=kept().id, shown=shown, written=written, problems=problems or {},
        people=_others(names), writes=is_written(), back="",
        may_date=is_coach() and found.is_open and found.due_on is not None)


def _found(tx: Transaction, thread: str) -> Thread:
    found = threads.thread(tx, kept().id, thread, coach=is_coach())
    if found is None:
        abort(404)
    return found


def _others(names: dict[str, str]) -> list[tuple[str, str]]:
    return [(who, name) for who, name in names.items() if who != person().id]


def _way_back(otherwise: str) -> str:
    """The page of this plan from which somebody came, as the form says it."""
    asked = request.values.get("back", "")
    is_ours = asked.startswith(url_for("study.tasks", plan=kept().id)) and asked.isprintable()
    return asked if is_ours else otherwise


def _tabs() -> list[str]:
    return [tab for tab in TABS if tab != "private" or is_coach()]


def _under(tab: str, everything: tuple[Thread, ...]) -> list[Thread]:
    """The threads under a tab; first those that wait for this reader, requests by their day."""
    me = person().id
    belongs: dict[str, Callable[[Thread], bool]] = {
        "open": lambda each: each.is_open and (each.kind is not ThreadKind.PRIVATE or each.waits_for(me)),
        "requests": lambda each: each.is_open and each.kind is ThreadKind.REQUEST,
        "settled": lambda each: not each.is_open,
        "private": lambda each: each.kind is ThreadKind.PRIVATE,
    }
    found = [each for each in everything if belongs[tab](each)]
    if tab == "requests":
        return list(threads.soonest_first(found))
    return sorted(found, key=lambda each: not each.waits_for(me))


def _speaks_of(wanted: str, thread: Thread, record: Record) -> bool:
    """Whether what is looked for stands in what was said, or in the name of that of which it speaks."""
    label = subjects.label(thread.subject, thread.quote, record).striptags()
    texts = (label, thread.quote.text, *(each.text for each in thread.comments))
    return any(_folded(wanted) in _folded(text) for text in texts)


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
