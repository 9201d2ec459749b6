"""Threads beside the study: the open ones of an answer, a row, a part, a figure or a finding, and the way to begin one.

All of them are read once for a page, whatever it shows.
"""

from flask import g, render_template, request, url_for
from markupsafe import Markup

from bizplan.domain.coaching import About, Subject, Thread, ThreadKind
from bizplan.domain.coaching.threads import NO_QUOTE
from bizplan.domain.course import PARTS
from bizplan.domain.revisions import Record
from bizplan.storage import threads

from ..access import kept, reading
from ..calculated import RECORDS
from ..display import apart
from ..languages import say as _
from ..study import is_coach
from . import subjects, threads_shown, threads_written
from .threads import is_written
from .threads_written import Written

MOST_SHOWN = 8
"""How many threads a page shows with their words; further ones are links, so that no page grows heavy."""


def beside_answer(question: str, row: str) -> Markup | str:
    """The open threads of an answer; below a question that stands alone, the form that begins one."""
    alone = _stands_alone()
    return _beside(Subject(About.ANSWER, question, row), inline=alone, named=request.blueprint == "study" and not alone)


def beside_row(group: str, row: str) -> Markup | str:
    """The open threads of a row."""
    return _beside(Subject(About.ROW, group, row))


def beside_part(part: str) -> Markup | str:
    """The open threads of a part, and the form that begins one."""
    return _beside(Subject(About.PART, part), inline=True)


def beside_figure(line: str, when: str) -> Markup | str:
    """The open threads of a figure, and the form that begins one."""
    subject = subjects.present(_record(), About.FIGURE.value, line, when)
    return _beside(subject, inline=True) if subject else ""


def beside_finding(rule: str) -> Markup | str:
    """The open threads of a finding, once on a page."""
    return _beside(Subject(About.FINDING, rule))


def above_tasks() -> Markup | str:
    """What is asked of the entrepreneur before a day, the nearest day first."""
    asked = threads.soonest_first(each for each in open_threads() if each.kind is ThreadKind.REQUEST)
    if not asked:
        return ""
    record = _record()
    told = [(threads_shown.listed(each, record, first=True), _where(each, record), threads_shown.due(each.due_on))
            for each in asked if each.due_on]
    return Markup(render_template("coaching/requests.html", asked=told, coach=is_coach()))   # noqa: S704 - escaped


def _beside(subject: Subject, *, inline: bool = False, named: bool = False) -> Markup | str:
    """Its threads and the way to begin one: the form itself, or a link; ``named`` where other subjects stand near."""
    about = [each for each in open_threads() if each.subject == subject]
    room = max(0, MOST_SHOWN - g.setdefault("threads_shown", 0))
    begun = g.setdefault("threads_begun", set())
    if subject in begun or not (about or is_written()):
        return ""
    begun.add(subject)
    g.threads_shown += len(about[:room])
    record = _record()
    further = [threads_shown.listed(each, record) for each in about[room:]]
    if not about[:room] and not inline:                     # no template for what stands forty times on a page
        ways = [_way(each.url, apart(each.text)) for each in further]
        return Markup("").join([*ways, _way_to_begin(subject, named=named) if is_written() else ""])
    kinds = threads_written.kinds_of(subject)
    return Markup(render_template(                          # noqa: S704 - escaped by the template
        "coaching/beside.html", threads=[threads_shown.shown(each, record, beside=True) for each in about[:room]],
        further=further, subject=subject, inline=inline, named=named, kinds=threads_written.choices(kinds),
        label=subjects.label(subject, NO_QUOTE, record), written=Written(kinds[0]), problems={}, people=(),
        back=request.path, plan=kept().id, writes=is_written()))


def _way_to_begin(subject: Subject, *, named: bool) -> Markup:
    url = url_for("threads.new", plan=kept().id, about=subject.about.value, key=subject.key, row=subject.row or None,
                  back=request.path)
    label = subjects.label(subject, NO_QUOTE, _record())
    look = Markup("") if named else Markup(' class="vh"')
    return _way(url, Markup("{}<span{}>: {}</span>").format(_("Ask or say something"), look, label))


def _way(url: str, words: Markup) -> Markup:
    return Markup('<p class="small"><a href="{}">{}</a></p>').format(url, words)


def open_threads() -> tuple[Thread, ...]:
    """The open threads of the plan that this reader may see, read once for a page."""
    if "open_threads" not in g:
        with reading() as tx:
            g.open_threads = threads.open_threads(tx, kept().id, coach=is_coach())
    found: tuple[Thread, ...] = g.open_threads
    return found


def _record() -> Record:
    """The plan as the page has read it already."""
    if "record_beside" not in g:
        with reading() as tx:
            g.record_beside = RECORDS.of(tx, kept())
    found: Record = g.record_beside
    return found


def _where(thread: Thread, record: Record) -> str:
    """Where a request is met: beside that of which it speaks, else on its own page."""
    place = "" if thread.subject.about in (About.FINDING, About.PLAN) else subjects.address(thread.subject, record)
    own = url_for("threads.one", plan=kept().id, thread=thread.id)
    return f"{place}#talk-{thread.id}" if place else own


def _stands_alone() -> bool:
    """Whether the page asks this one question."""
    asked = request.view_args or {}
    part = PARTS.get(str(asked.get("part", "")))
    page = part.page(str(asked.get("page", ""))) if part else None
    return page is not None and len(page.questions) == 1
