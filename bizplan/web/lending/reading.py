"""What was handed in, page by page, for whoever may read it: the summary, the answers, the figures, the documents.

All of it is made of what was frozen, never of the plan as it is; each page is written down as an opening.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.documents.dossier.answers import printed_label
from bizplan.domain import course
from bizplan.domain.clock import day_of
from bizplan.domain.coaching import About
from bizplan.domain.coaching.differences import difference
from bizplan.domain.coaching.moved_figures import standing, standing_of
from bizplan.domain.course import PARTS, Part
from bizplan.domain.fingerprint import grouped
from bizplan.domain.lending.applications import Submission
from bizplan.domain.lending.papers import SECTION, Paper
from bizplan.domain.questions import PHASES, QUESTIONS, Page, Question
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.recipients import TOTALS
from bizplan.storage import papers, submissions

from .. import readers, statements_shown
from ..access import Entry, application, enters
from ..access import reading as reading_from
from ..answers_shown import Checked, Line, checked, line_of
from ..coaching import difference_shown
from ..downloads import EXCEL, PDF
from ..explanations import DEPTH, figure_of, steps_of
from ..findings_shown import finding_told
from ..languages import say as _
from ..statements_shown import BY_MONTH, TITLES
from ..wording import spoken
from . import handed
from .handed import Handed
from .paper_files import sent
from .papers_shown import kind_and_size
from .reading_shown import summary_of

AREA = Blueprint("reading", __name__, url_prefix="/<language>/lending/<application>/dossier")
MOST_DIGITS = 6


@AREA.get("/")
@enters(Entry.READER)
def summary(application: str) -> str:
    """What decides, on one page, in ten minutes."""
    now = handed.newest()
    return about("summary", now, summary=summary_of(now), by_link=readers.visit() is not None)


@AREA.get("/answers/")
@enters(Entry.READER)
def answers(application: str) -> str:
    """The parts in which something is answered, each with how much."""
    now = handed.newest()
    counts = {part: sum(len(lines) for each in _checked(now, part) for _row, _name, lines in each.rows)
              for part in PARTS.values()}
    return about("answers", now, counts=[(part.key, _title(part), count) for part, count in counts.items() if count])


@AREA.get("/answers/<part>")
@enters(Entry.READER)
def part(application: str, part: str) -> str:
    """The answers of a part as they were handed in."""
    now, where = handed.newest(), PARTS.get(part)
    pages = list(_checked(now, where)) if where else []
    if where is None or not pages:
        abort(404)
    asked = [line.key for each in pages for _row, _name, lines in each.rows for line in lines]
    return about("part", now, title=_title(where), checked=pages, asked=asked)


@AREA.get("/figures/")
@enters(Entry.READER)
def figures(application: str) -> str:
    """What was found, the charts, and the way to all statements."""
    now = handed.newest()
    findings = now.ready.findings if now.ready else ()
    charts = (statements_shown.cash_chart(now.found), statements_shown.sales_chart(now.found)) if isinstance(
        now.found, Calculated) else None
    return about("figures", now, findings=[finding_told(each, "", now.record) for each in findings], charts=charts,
                 titles=TITLES)


@AREA.get("/figures/<statement>", defaults={"year": 0})
@AREA.get("/figures/<statement>/<int:year>")
@enters(Entry.READER)
def table(application: str, statement: str, year: int) -> str:
    """One statement: by year, or the months of one year; ratios by year only."""
    now = handed.newest()
    if statement not in TITLES or (year and statement not in BY_MONTH) or not isinstance(now.found, Calculated):
        abort(404)
    years = list(statements_shown.years(now.found))
    if year and year not in years:
        abort(404)
    return about("table", now, statement=statement, title=_(TITLES[statement]), year=year, titles=TITLES,
                 years=years if statement in BY_MONTH else [], columns=statements_shown.columns(now.found, year),
                 rows=list(statements_shown.rows(now.found, statement, year)), by_month=BY_MONTH)


@AREA.get("/why/<line>/<when>")
@enters(Entry.READER)
def why(application: str, line: str, when: str) -> str:
    """A figure with the figures in it, down to an answer with its evidence, or the law."""
    now = handed.newest()
    told = figure_of(now.found, line, when, DEPTH) if isinstance(now.found, Calculated) else None
    if told is None or not isinstance(now.found, Calculated):
        abort(404)
    steps = steps_of(told, now.found, now.record, "")
    return about("why", now, first=steps[0], steps=steps[1:])


@AREA.get("/documents/")
@enters(Entry.READER)
def documents(application: str) -> str:
    """The documents as they were handed in, of this version and of those before it."""
    now = handed.newest()
    files = [(each.name or _(QUESTIONS[SECTION + each.paper].label), kind_and_size(each), each.valid_until, each.id)
             for each in _papers(now)]
    return about("documents", now, versions=_readable(), files=files)


@AREA.get("/documents/<int:number>/dossier.pdf")
@enters(Entry.READER)
def dossier(application: str, number: int) -> Response:
    """The dossier of a version, byte by byte as it was frozen."""
    return _file(number, "dossier", PDF, "pdf")


@AREA.get("/documents/<int:number>/model.xlsx")
@enters(Entry.READER)
def workbook(application: str, number: int) -> Response:
    """The Excel model of a version, likewise."""
    return _file(number, "workbook", EXCEL, "xlsx")


@AREA.get("/papers/<paper>")
@enters(Entry.READER)
def paper(application: str, paper: str) -> Response:
    """The file of a paper that goes along, as long as the entrepreneur lets a lender see it."""
    found = next((each for each in _papers(handed.newest()) if each.id == paper), None)
    if found is None:
        abort(404)
    return sent(found)


@AREA.get("/compare")
@enters(Entry.READER)
def compare(application: str) -> str:
    """What changed from one version that was handed in to another: in the answers and in the figures."""
    first, last = sorted(_number(request.args.get(name, "")) for name in ("from", "to"))
    before, after, now = handed.numbered(first), handed.numbered(last), handed.newest()
    changes = difference(before.record, after.record, coach=True)
    stood, stands = (standing_of(each.found) if isinstance(each.found, Calculated) else standing(each.cut, each.day)
                     for each in (before, after))

    def of_part(key: str) -> str:
        two: dict[str, Any] = {"from": first, "to": last}
        return url_for("reading.compare", application=application, part=key, **two)

    return about("compare", now, before=before, after=after, parts=difference_shown.shown(
        changes, before.record, after.record, now.record, "", request.args.get("part", ""), of_part),
        moved=difference_shown.moved(stood, stands, "", before.record, after.record))


def about(name: str, now: Handed, **more: object) -> str:
    """A page about a version, with what is said of that version on each of them."""
    return render_template(
        f"lending/reading_{name}.html", application=application().id, handed=now, fingerprint=grouped(now.fingerprint),
        reason="" if isinstance(now.found, Calculated) else spoken(now.found), **more)


def _title(part: Part) -> str:
    """What a part is called in the dossier."""
    return _(next((phase.title for phase in PHASES if phase.key == part.key), part.title))


def _checked(now: Handed, part: Part) -> Iterator[Checked]:
    """The pages of a part on which something is answered; what two parts ask stands where it belongs."""
    for page in part.pages:
        shown = checked(now.record, page, coach=True, line=lambda question, row: _line(now, question, row))
        rows = tuple((row, _row_name(now, page, row, name), kept) for row, name, lines in shown.rows
                     if (kept := tuple(each for each in lines if not each.missing
                                       and course.page_of(each.key) == (part, page))))
        if rows:
            yield Checked(page, rows)


def _line(now: Handed, question: Question, row: str) -> Line:
    """An answer under the label that the dossier prints, with what was seen or heard for it, and a way to ask about it.

    What it rests on is said of what the figures are made of, as in the dossier.
    """
    line = line_of(now.record, question, row)
    about: dict[str, Any] = {"about": About.ANSWER.value, "key": question.key, **({"row": row} if row else {})}
    return replace(line, question=printed_label(question, _), said=now.record.said(question.key, row).note,
                   grade=0 if question.feeds.startswith("dossier.") else line.grade, edit=_("Ask"), edit_url=url_for(
                       "lender_questions.every", application=application().id, **about, _anchor="new"))


def _row_name(now: Handed, page: Page, row: str, name: str) -> str:
    """What a row is called: one of the household without a name holds all rows of its kind together."""
    is_total = page.group in TOTALS and now.record.said(f"{page.group}[].name", row).is_empty
    return _(TOTALS[page.group]) if is_total else name


def _papers(now: Handed) -> tuple[Paper, ...]:
    """The files of papers that go along with a version."""
    with reading_from() as tx:
        return papers.with_submission(tx, now.submission)


def _readable() -> list[Submission]:
    """The versions that may be read, the newest first."""
    return sorted((each for each in application().submissions if each.is_read), key=lambda each: -each.number)


def _file(number: int, kind: str, mime: str, ending: str) -> Response:
    wanted = handed.version(application(), number)
    with reading_from() as tx:
        content = submissions.document(tx, wanted.id, kind)
    if content is None:
        abort(404)
    answer = Response(content, mimetype=mime)
    day: date = day_of(wanted.submitted_at or wanted.made_at)
    answer.headers["Content-Disposition"] = f'attachment; filename="bizplan-{day.isoformat()}-{number}.{ending}"'
    return answer


def _number(text: str) -> int:
    """The number of a version in an address."""
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        abort(404)
    return int(text)
