"""The ratios against the limits of the lender, each limit with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.platypus import Flowable

from bizplan.documents.charts import StateMark
from bizplan.documents.charts.marks import State
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import calculated, note, section
from bizplan.documents.dossier.limits import MARK, limits, whole_plan, written
from bizplan.documents.dossier.results import figures_page
from bizplan.documents.dossier.statements import year_columns
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.translations import called
from financial_models.law import Rate

NARROW_YEAR = 42  # leaves the names of the ratios on one line


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
    _, ratios = case.translate, measured(case)
    judged = sum(ratio.worst is not None for ratio in ratios)
    below = _("{count} ratios are held against limits of {lender}, or of practice where the lender states none.")
    remark = _("The mark shows the worst year. Without a mark: the ratio is shown, and no limit is held against it.")
    heads = (Column(_("comfortable"), figures=True, least=64), Column(_("limit"), figures=True, least=44))
    columns = [Column(width=MARK), Column(), *year_columns(case, NARROW_YEAR), *heads]
    return [
        *figures_page(
            case,
            "ratios",
            _("Ratios and limits"),
            title(case, ratios),
            below.format(count=judged, lender=lender_name(case)),
        ),
        *section(case, _("By year"), calculated(case)),
        Table(columns, [ratio_row(case, ratio) for ratio in ratios], case.styles),
        note(case, remark),
        *whole_plan(case),
        *limits(case, [figure for ratio in ratios for figure in (ratio.good, ratio.bad) if figure is not None]),
    ]


def title(case: Case, ratios: list[Measured]) -> str:
    """The conclusion: how many ratios do not keep to the limits."""
    _, failing = case.translate, sum(ratio.worst == "stop" for ratio in ratios)
    if not failing:
        return _("Every ratio keeps to the limits of the lender")
    if failing == 1:
        return _("One ratio does not keep to the limits")
    return _("{count} ratios do not keep to the limits").format(count=failing)


def lender_name(case: Case) -> str:
    """What the lender is called."""
    return called(case.lending.lender.title, case.wording.language)


def ratio_row(case: Case, ratio: Measured) -> Row:
    """A ratio with its mark, its years and its limits."""
    mark = StateMark(ratio.worst) if ratio.worst else None
    years = [written(case, ratio.percent, amount) for amount in ratio.amounts]
    limits = [written(case, ratio.percent, float(x)) if x is not None else "–" for x in (ratio.good, ratio.bad)]
    return Row([mark, ratio.label, *years, *limits])
