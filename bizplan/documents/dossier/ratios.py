"""The ratios against the limits of the lender, each limit with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from reportlab.platypus import Flowable

from bizplan.documents.charts import StateMark
from bizplan.documents.charts.marks import State
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import calculated, note, section
from bizplan.documents.dossier.results import figures_page
from bizplan.documents.dossier.statements import year_columns
from bizplan.documents.dossier.tables import DENSE, Cell, Column, Row, Table
from financial_models.appraisal import NotDefined
from financial_models.law import Rate

MARK = 15


@dataclass(frozen=True)
class Measured:
    """A ratio by year, how it is written, and the limits: comfortable, and too little or too much."""

    label: str
    amounts: tuple[float, ...]
    percent: bool
    good: Rate | None = None
    bad: Rate | None = None
    higher_is_better: bool = True

    def state(self, amount: float) -> State:
        """How one year stands against the limits."""
        sign = 1 if self.higher_is_better else -1
        if self.bad is not None and sign * round(amount - self.bad, 4) < 0:
            return "stop"
        return "warn" if self.good is not None and sign * round(amount - self.good, 4) < 0 else "ok"

    @property
    def worst(self) -> State | None:
        """How the worst year stands; nothing where there is no limit or no figure."""
        found = [self.state(amount) for amount in self.amounts if amount == amount]
        if not found or (self.good is None and self.bad is None):
            return None
        return max(found, key=("ok", "warn", "stop").index)


def measured(case: Case) -> list[Measured]:
    """The ratios by year that lenders look at."""
    _, r, limit, o = case.translate, case.engine.statements.year_ratios, case.lending.threshold, case.outcome
    serves = [amount > 0 for amount in case.by_year(case.engine.statements.cash_flow.debt_service)]

    def while_serving(amounts: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(x if owed else float("nan") for x, owed in zip(amounts, serves, strict=True))

    dscr = (limit("dscr_green"), limit("dscr_red"))
    share = (limit("instalment_share_green"), limit("instalment_share_red"))
    return [
        Measured(_(r.dscr.label), while_serving(o.dscr), False, *dscr),
        Measured(_(r.dscr_family.label), while_serving(o.dscr_family), False, *dscr),
        Measured(_(r.instalment_share.label), while_serving(o.instalment_share), True, *share, higher_is_better=False),
        Measured(
            _(r.debt_share.label), tuple(case.by_year(r.debt_share)), True, None, limit("household_debt_share"), False
        ),
        Measured(
            _(r.solvency.label), tuple(case.by_year(r.solvency)), True, limit("solvency_green"), limit("solvency_red")
        ),
        Measured(_(r.current_ratio.label), tuple(case.by_year(r.current_ratio)), False),
        Measured(_(r.gross_share.label), tuple(case.by_year(r.gross_share)), True),
        Measured(_(r.net_share.label), tuple(case.by_year(r.net_share)), True),
    ]


def ratio_pages(case: Case) -> list[Flowable]:
    """The ratios by year, those of the whole plan, and the limits with their provenance."""
    _ = case.translate
    ratios = measured(case)
    failing = sum(ratio.worst == "stop" for ratio in ratios)
    judged = sum(ratio.worst is not None for ratio in ratios)
    if not failing:
        title = _("Every ratio keeps to the limits of the lender")
    elif failing == 1:
        title = _("One ratio does not keep to the limits")
    else:
        title = _("{count} ratios do not keep to the limits").format(count=failing)
    below = _(
        "{count} ratios are held against limits of {lender}, or of practice where the lender states none."
    ).format(count=judged, lender=lender_name(case))
    return [
        *figures_page(case, "ratios", _("Ratios and limits"), title, below),
        *section(case, _("By year"), calculated(case)),
        Table(
            [
                Column(width=MARK),
                Column(),
                *year_columns(case),
                Column(_("comfortable"), figures=True, least=62),
                Column(_("limit"), figures=True, least=44),
            ],
            [ratio_row(case, ratio) for ratio in ratios],
            case.styles,
        ),
        note(
            case,
            _("The mark shows the worst year. Without a mark: the ratio is shown, and no limit is held against it."),
        ),
        *whole_plan(case),
        *limits(case, ratios),
    ]


def lender_name(case: Case) -> str:
    """What the lender is called."""
    return case.lending.lender.title.text(case.wording.language)


def ratio_row(case: Case, ratio: Measured) -> Row:
    """A ratio with its mark, its years and its limits."""
    mark = StateMark(ratio.worst) if ratio.worst else None
    years = [written(case, ratio.percent, amount) for amount in ratio.amounts]
    limits = [written(case, ratio.percent, float(x)) if x is not None else "–" for x in (ratio.good, ratio.bad)]
    return Row([mark, ratio.label, *years, *limits])


def written(case: Case, percent: bool, amount: float) -> str:
    """A ratio as it is printed; one without end says that nothing is there to pay from."""
    if not isfinite(amount):
        return "–" if amount != amount else "∞"
    return case.wording.percent(amount, 1) if percent else case.wording.ratio(amount)


def whole_plan(case: Case) -> list[Flowable]:
    """What is judged over the whole plan: the lowest cash, break-even, the return."""
    _, o, wording, limit = case.translate, case.outcome, case.wording, case.lending.threshold
    never = _("not within the plan")

    def month(number: int) -> str:
        return case.month(number) if number else never

    rate = _(o.irr.reason) if isinstance(o.irr, NotDefined) else wording.percent(o.irr, 1)
    back = _(o.payback.reason) if isinstance(o.payback, NotDefined) else _("{count} months").format(count=o.payback)
    low: State = (
        "stop"
        if round(o.lowest_cash, 2) < limit("minimum_cash")
        else "warn"
        if o.lowest_cash < case.review.buffer
        else "ok"
    )
    tightest: State = (
        "stop"
        if o.tightest_share > limit("instalment_share_red")
        else "warn"
        if o.tightest_share > limit("instalment_share_green")
        else "ok"
    )
    rows: list[list[Cell]] = [
        [
            StateMark(low),
            _("Lowest amount on the account"),
            f"{wording.euro(o.lowest_cash)}, {case.month(o.lowest_month)}",
        ],
        [
            StateMark(tightest),
            _("Instalments over repayment capacity, tightest twelve months after grace"),
            written(case, True, o.tightest_share),
        ],
        [
            StateMark("ok" if o.covers_costs_from else "stop"),
            _("Sales cover the costs for the first time"),
            month(o.covers_costs_from),
        ],
        [
            StateMark("ok" if o.covers_living_from else "stop"),
            _("Sales cover living, instalment and taxes too"),
            month(o.covers_living_from),
        ],
        [None, _("Working capital that is needed until the lowest month"), wording.euro(o.working_capital)],
        [None, _("Yearly return on what is invested, before what the family draws (IRR)"), rate],
        [None, _("Months until what was invested is back"), back],
    ]
    columns = [Column(width=MARK), Column(weight=1.5), Column(bold=True)]
    return [
        *section(case, _("Over the whole plan"), calculated(case)),
        Table(columns, [Row(cells) for cells in rows], case.styles),
    ]


def limits(case: Case, ratios: list[Measured]) -> list[Flowable]:
    """Each limit, where it was read and how far it may be trusted."""
    _, limit = case.translate, case.lending.threshold
    held = [figure for ratio in ratios for figure in (ratio.good, ratio.bad) if figure is not None]
    held.append(limit("minimum_cash_months"))
    rows = []
    for figure in {rate.key: rate for rate in held}.values():
        value = {"share": case.wording.percent(figure, 1), "EUR": case.wording.euro(figure)}.get(
            figure.unit, case.wording.number(figure)
        )
        rows.append(Row((figure.label.text(case.wording.language), value, figure.source, status_words(case, figure))))
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


def status_words(case: Case, figure: Rate) -> str:
    """How far a figure may be trusted."""
    _ = case.translate
    return {"official": _("official source"), "secondary": _("other source"), "unverified": _("unverified")}[
        figure.status
    ]
