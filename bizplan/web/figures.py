"""The figures of a plan: the handful beside the questions, the verdict of the quick look, and all statements."""

from flask import Blueprint, abort, render_template
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain.profile import Gate, Verdict, verdict
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.revisions import Record
from bizplan.workshop import today

from . import statements_shown
from .access import Entry, enters, kept
from .calculated import Memory, calculated
from .findings_shown import finding_told, places_told, reason_told, signal_told
from .languages import N_
from .languages import say as _
from .living_shown import living_aside
from .statements_shown import BY_MONTH, TITLES
from .study import stored
from .wording import spoken

AREA = Blueprint("figures", __name__, url_prefix="/<language>/plan/<plan>/figures")
READY: Memory[Readiness] = Memory(most=12)
VERDICTS: Memory[Verdict] = Memory(most=12)
GATES = {
    Gate.GO: ("ok", N_("Yes, go on")), Gate.GO_IF: ("warn", N_("Yes, if …")), Gate.NOT_YET: ("stop", N_("Not yet")),
}
WORST_FIRST = ("stop", "none", "warn", "ok")
MOST_FINDINGS, MOST_ASSUMED = 12, 20


@AREA.get("/living")
@enters(Entry.PARTICIPANT)
def living(plan: str) -> str:
    """The handful of figures alone, for the frame beside a question."""
    record = stored()
    return living_aside(kept(), record)


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def overview(plan: str) -> str:
    """The signals, the findings, the cash of the plan, and the way to all statements."""
    record = stored()
    found = calculated(kept(), record)
    ready = readiness_of(record)
    return render_template(
        "figures/overview.html", signals=[signal_told(each, plan) for each in ready.signals],
        findings=[finding_told(each, plan, record) for each in ready.findings[:MOST_FINDINGS]],
        more=len(ready.findings) - MOST_FINDINGS, aside=living_aside(kept(), record), titles=TITLES,
        charts=_charts(found) if isinstance(found, Calculated) else None)


@AREA.get("/<statement>", defaults={"year": 0})
@AREA.get("/<statement>/<int:year>")
@enters(Entry.PARTICIPANT)
def table(plan: str, statement: str, year: int) -> Response | str:
    """One statement: by year, or the months of one year; ratios by year only."""
    if statement not in TITLES or (year and statement not in BY_MONTH):
        abort(404)
    record = stored()
    found = calculated(kept(), record)
    if isinstance(found, NoFigures):
        return render_template("figures/none.html", reason=spoken(found))
    years = list(statements_shown.years(found))
    if year and year not in years:
        abort(404)
    return render_template(
        "figures/table.html", statement=statement, title=_(TITLES[statement]), year=year, titles=TITLES,
        years=years if statement in BY_MONTH else [], columns=statements_shown.columns(found, year),
        rows=list(statements_shown.rows(found, statement, year)), by_month=BY_MONTH)


@AREA.get("/verdict")
@enters(Entry.PARTICIPANT)
def first_verdict(plan: str) -> str:
    """The verdict of the quick look: its reasons, and what would have to be true."""
    record = stored()
    found = VERDICTS.of(kept(), lambda: verdict(record.plan, today()))
    state, word = GATES[found.gate]
    told = sorted((reason_told(each, plan, record) for each in found.reasons),
                  key=lambda each: WORST_FIRST.index(each.state))
    return render_template("figures/verdict.html", state=state, word=_(word),
                           reasons=[each for each in told if not each.detail],
                           details=[each for each in told if each.detail],
                           assumed=places_told(found.assumed, plan, record, MOST_ASSUMED),
                           conditions=[spoken(each) for each in found.conditions])


def _charts(found: Calculated) -> tuple[Markup, Markup]:
    return statements_shown.cash_chart(found), statements_shown.sales_chart(found)


def readiness_of(record: Record) -> Readiness:
    """What the checks say of the plan as it stands."""
    return READY.of(kept(), lambda: _ready(record, calculated(kept(), record)))


def _ready(record: Record, found: Calculated | NoFigures) -> Readiness:
    if isinstance(found, NoFigures):
        return readiness(record.plan, today=today())
    return readiness(record.plan, found.engine, found.values, today())
