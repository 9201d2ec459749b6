"""What is judged over the whole plan, and where the limits come from that figures are held against."""

from __future__ import annotations

from math import isfinite

from reportlab.platypus import Flowable

from bizplan.documents.charts import StateMark
from bizplan.documents.charts.marks import State
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import calculated, note, section
from bizplan.documents.dossier.tables import DENSE, Cell, Column, Row, Table
from bizplan.translations import called
from financial_models.appraisal import NotDefined
from financial_models.law import Rate, Status

MARK = 15


def written(case: Case, percent: bool, amount: float) -> str:
    """A ratio as it is printed; one without end says that nothing is there to pay from."""
    if not isfinite(amount):
        return "–" if amount != amount else "∞"
    return case.wording.percent(amount, 1) if percent else case.wording.ratio(amount)


def whole_plan(case: Case) -> list[Flowable]:
    """What is judged over the whole plan: the lowest cash, break-even, the return."""
    _ = case.translate
    rows = [Row(cells) for cells in (*judged_rows(case), *shown_rows(case))]
    columns = [Column(width=MARK), Column(weight=1.5), Column(bold=True)]
    return [*section(case, _("Over the whole plan"), calculated(case)), Table(columns, rows, case.styles)]


def judged_rows(case: Case) -> list[list[Cell]]:
    """The figures that are held against a limit."""
    _, o, limit = case.translate, case.outcome, case.lending.threshold
    low, red, green = limit("minimum_cash"), limit("instalment_share_red"), limit("instalment_share_green")
    cash = f"{case.wording.euro(o.lowest_cash)}, {case.month(o.lowest_month)}"
    tightest = _("Instalments over repayment capacity, tightest twelve months after grace")
    return [
        [graded(o.lowest_cash >= low, o.lowest_cash >= case.review.buffer), _("Lowest amount on the account"), cash],
        [graded(o.tightest_share <= red, o.tightest_share <= green), tightest, written(case, True, o.tightest_share)],
        reached(case, _("Sales cover the costs for the first time"), o.covers_costs_from),
        reached(case, _("Sales cover living, instalment and taxes too"), o.covers_living_from),
    ]


def graded(holds: bool, comfortable: bool) -> StateMark:
    """The mark of a figure that holds, comfortably or narrowly, or does not."""
    state: State = "ok" if holds and comfortable else "warn" if holds else "stop"
    return StateMark(state)


def reached(case: Case, words: str, month: int) -> list[Cell]:
    """A month in which something is reached, or that it is not."""
    _ = case.translate
    return [graded(month > 0, month > 0), words, case.month(month) if month else _("not within the plan")]


def absent(case: Case, figure: NotDefined) -> str:
    """That a figure is not defined, and why."""
    _ = case.translate
    return _("Not defined. {reason}").format(reason=_(figure.reason))


def shown_rows(case: Case) -> list[list[Cell]]:
    """The figures that are shown and not judged."""
    _, o, wording = case.translate, case.outcome, case.wording
    rate = absent(case, o.irr) if isinstance(o.irr, NotDefined) else wording.percent(o.irr, 1)
    if not isinstance(o.irr, NotDefined) and o.irr > 1:
        rate = _("more than {share}").format(share=wording.percent(1))
    back = absent(case, o.payback) if isinstance(o.payback, NotDefined) else _("{count} months").format(count=o.payback)
    funding = case.review.ready.funding
    working = funding.use("working_capital") if funding else 0.0
    return [
        [None, _("Working capital until the lowest month"), wording.euro(working)],
        [None, _("Yearly return on what is invested, after what the family draws (IRR)"), rate],
        [None, _("Months until what was invested is back"), back],
    ]


def limits(case: Case, held: list[Rate]) -> list[Flowable]:
    """Each limit, where it was read and how far it may be trusted."""
    _ = case.translate
    held = [*held, case.lending.threshold("minimum_cash_months")]
    rows = []
    for figure in {rate.key: rate for rate in held}.values():
        value = {"share": case.wording.percent(figure, 1), "EUR": case.wording.euro(figure)}.get(
            figure.unit, case.wording.number(figure)
        )
        name, source = called(figure.label, case.wording.language), figure.source.text(case.wording.language)
        rows.append(Row((name, value, source, status_words(case, figure.status))))
    columns = [
        Column(_("Limit"), weight=2.6),
        Column(_("Value"), figures=True),
        Column(_("Read in"), weight=3.2),
        Column(_("Status"), width=72),
    ]
    return [
        *section(case, _("Where the limits come from")),
        Table(columns, rows, case.styles, DENSE),
        note(
            case,
            _(
                "No Belgian lender publishes such limits as far as is known: they are of practice, and a "
                "person decides."
            ),
        ),
    ]


def status_words(case: Case, status: Status) -> str:
    """How far a figure may be trusted."""
    _ = case.translate
    return {"official": _("official source"), "secondary": _("other source"), "unverified": _("unverified")}[status]
