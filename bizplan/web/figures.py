"""The figures of a plan: the handful beside the questions, the verdict of the quick look, and all statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, g, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.documents import statements
from bizplan.documents.charts.months import Series, cash_by_month
from bizplan.domain.profile import Gate, Reason, Verdict, verdict
from bizplan.domain.readiness import Finding, Readiness, Signal, phrase, readiness
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.readiness.finding import Figure, Place, Severity
from bizplan.domain.revisions import Record
from bizplan.workshop import today
from financial_models.language import Line

from . import charts, display
from .access import Entry, enters, kept
from .calculated import Memory, calculated
from .languages import N_
from .languages import say as _
from .living_shown import living_aside
from .places import address_of
from .study import stored
from .wording import spoken

AREA = Blueprint("figures", __name__, url_prefix="/<language>/plan/<plan>/figures")
READY: Memory[Readiness] = Memory(most=12)
VERDICTS: Memory[Verdict] = Memory(most=12)
GATES = {
    Gate.GO: ("ok", N_("Yes, go on")), Gate.GO_IF: ("warn", N_("Yes, if …")), Gate.NOT_YET: ("stop", N_("Not yet")),
}
STATEMENTS = {"profit": statements.profit_and_loss, "balance": statements.balance_sheet,
              "cash": statements.cash_flow}
TITLES = {"profit": N_("What you earn and spend"), "balance": N_("What you own and owe"),
          "cash": N_("What comes in and goes out")}
MOST_FINDINGS = 12
OF_ONE_PRODUCT = ("margin_of_product", "capacity")


@dataclass(frozen=True)
class Row:
    """A row of a statement: its label, the address of its explanation, its amounts."""

    label: str
    amounts: tuple[tuple[float, str], ...]
    total: bool


@dataclass(frozen=True)
class Told:
    """A finding or signal as a page says it, with where it is changed and what explains it."""

    state: str
    sentence: str
    places: tuple[tuple[str, str], ...]
    title: str = ""
    why: str = ""
    detail: bool = False


@AREA.get("/living")
@enters(Entry.PARTICIPANT)
def living(plan: str) -> str:
    """The handful of figures alone, for the frame beside a question."""
    return living_aside(kept(), stored())


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def overview(plan: str) -> str:
    """The headline figures, the findings, the cash of the plan, and the way to all statements."""
    record = stored()
    found = calculated(kept(), record)
    ready = READY.of(kept(), lambda: _ready(record, found))
    return render_template(
        "figures/overview.html", plan=plan, signals=[_signal(each) for each in ready.signals],
        findings=[_finding(each) for each in ready.findings[:MOST_FINDINGS]], more=len(ready.findings) - MOST_FINDINGS,
        aside=living_aside(kept(), record), chart=_cash(found) if isinstance(found, Calculated) else "",
        titles=TITLES, years=_years(found) if isinstance(found, Calculated) else ())


@AREA.get("/<statement>", defaults={"year": 0})
@AREA.get("/<statement>/<int:year>")
@enters(Entry.PARTICIPANT)
def table(plan: str, statement: str, year: int) -> Response | str:
    """One statement: by year, or the months of one year."""
    if statement not in STATEMENTS:
        abort(404)
    found = calculated(kept(), stored())
    if isinstance(found, NoFigures):
        return render_template("figures/none.html", plan=plan, reason=spoken(found))
    years = list(_years(found))
    if year and year not in years:
        abort(404)
    columns = _months(found, year) if year else [_("Year {number}").format(number=each) for each in years]
    return render_template("figures/table.html", plan=plan, statement=statement, title=_(TITLES[statement]), year=year,
                           years=years, columns=columns, rows=list(_rows(found, statement, year)), titles=TITLES)


@AREA.get("/verdict")
@enters(Entry.PARTICIPANT)
def first_verdict(plan: str) -> str:
    """The verdict of the quick look: its reasons, and what would have to be true."""
    found = VERDICTS.of(kept(), lambda: verdict(stored().plan, today()))
    state, word = GATES[found.gate]
    reasons = sorted(map(_reason, found.reasons), key=lambda told: ("stop", "none", "warn", "ok").index(told.state))
    return render_template("figures/verdict.html", plan=plan, state=state, word=_(word),
                           reasons=[each for each in reasons if not each.detail],
                           details=[each for each in reasons if each.detail], assumed=_places(found.assumed, 20),
                           conditions=[spoken(each) for each in found.conditions])


def _reason(reason: Reason) -> Told:
    """A reason; what is fine of a single product is a detail."""
    state = reason.light.value if reason.light else "none"
    return Told(state, spoken(reason), _places(reason.missing or reason.places), why=_why(reason.figures),
                detail=state == "ok" and reason.key in OF_ONE_PRODUCT)


def _ready(record: Record, found: Calculated | NoFigures) -> Readiness:
    if isinstance(found, NoFigures):
        return readiness(record.plan, today=today())
    return readiness(record.plan, found.engine, found.values, today())


def _years(found: Calculated) -> range:
    return range(1, sum(each.kind == "plan" for each in found.engine.model.span.years()) + 1)


def _months(found: Calculated, year: int) -> list[str]:
    span = found.engine.model.span
    column = [each for each in span.years() if each.kind == "plan"][year - 1]
    return [display.short_month(date(span.calendar_year(month), span.month_of_year(month), 1), g.language, year=True)
            for month in range(column.first, column.last + 1)]


def _rows(found: Calculated, statement: str, year: int) -> Iterator[Row]:
    for row in STATEMENTS[statement](found.engine):
        amounts = tuple((amount, url_for("explanations.why", plan=kept().id, line=row.line.key, when=when))
                        for amount, when in _amounts(found, row.line, year))
        yield Row(_(row.label or row.line.label), amounts, row.total)


def _amounts(found: Calculated, line: Line, year: int) -> Iterator[tuple[float, str]]:
    if year:
        column = [each for each in found.engine.model.span.years() if each.kind == "plan"][year - 1]
        series = found.values.series(line)
        for month in range(column.first, column.last + 1):
            yield float(series[month - 1]), str(month)
        return
    by_year = found.values.by_year(line)[:, 0]
    plan_years = [at for at, each in enumerate(found.engine.model.span.years()) if each.kind == "plan"]
    for number, at in enumerate(plan_years, 1):
        yield float(by_year[at]), f"year-{number}"


def _cash(found: Calculated) -> Markup:
    """The account at the end of each month of the plan, with its lowest month."""
    cash = [float(each) for each in found.series(found.engine.statements.position.cash)]
    span = found.engine.model.span
    months = [display.short_month(date(span.calendar_year(each), span.month_of_year(each), 1), g.language)
              for each in range(1, len(cash) + 1)]
    low = cash.index(min(cash))
    lowest = display.month(date(span.calendar_year(low + 1), span.month_of_year(low + 1), 1), g.language).striptags()
    said = _("The account is lowest in {month}: {amount}.").format(
        month=lowest, amount=display.money(cash[low], g.language).striptags())
    plot = cash_by_month(months, Series(_("Money on the account"), cash), _("the lowest month"),
                         lambda amount: display.money(amount, g.language).striptags(),
                         lambda amount: display.money(amount, g.language).striptags(), mirrored=g.language == "ar")
    return charts.chart(plot, said)


def _signal(signal: Signal) -> Told:
    return Told(signal.light.value, spoken(signal), (), _(signal.question), _why(signal.figures))


def _finding(finding: Finding) -> Told:
    state = {Severity.BLOCKER: "stop", Severity.WARNING: "warn"}.get(finding.severity, "none")
    rest = " ".join(phrase(text, finding.values, g.language, _) for text in (finding.means, finding.mend) if text)
    return Told(state, rest, _places(finding.places), phrase(finding.found, finding.values, g.language, _),
                _why(finding.figures))


def _places(places: tuple[Place, ...], most: int = 2) -> tuple[tuple[str, str], ...]:
    record = stored()
    found = (address_of(place, kept().id, record) for place in places[:most])
    return tuple(each for each in found if each)


def _why(figures: tuple[Figure, ...]) -> str:
    """The address of the explanation of the first figure."""
    for figure in figures[:1]:
        when = f"year-{figure.year}" if figure.year else str(figure.month or 1)
        return url_for("explanations.why", plan=kept().id, line=figure.line, when=when)
    return ""
