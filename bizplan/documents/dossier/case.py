"""A case: everything that the dossier says about one application, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from numpy.typing import NDArray

import financial_models
from bizplan.documents.dossier.review import Review
from bizplan.documents.dossier.wording import Translate, Wording
from bizplan.documents.style import Styles, styles
from bizplan.documents.text import in_one_line
from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.fingerprint import fingerprint
from bizplan.domain.plan import Plan
from bizplan.domain.readiness import Lending
from bizplan.domain.typed.fields import is_blank
from financial_models import Outcome, Scenario, Values, outcome
from financial_models.appraisal import Schedule, loan_schedule
from financial_models.assumptions import Assumptions, Loan
from financial_models.language import Line
from financial_models.readers.numerals import apart


@dataclass(frozen=True)
class PlanYear:
    """A year of the plan: its rank, and its first and last month counted from the first of the plan."""

    rank: int
    first: int
    last: int

    @property
    def months(self) -> range:
        """Its months."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Case:
    """The answers, the figures that follow from them, and the language in which both are printed.

    ``study`` says its texts in that language where somebody wrote them so, ``original`` as the entrepreneur did.
    """

    study: Plan
    engine: financial_models.Plan
    values: Values
    wording: Wording
    as_of: date
    review: Review
    original: Plan
    beside: set[tuple[str, str]] = field(default_factory=set, compare=False)  # texts printed with their original
    sign_off: SignOff | None = None
    chapters: tuple[str, ...] = ()  # the chapters of this kind of document, which are numbered in their order
    for_lender: bool = True
    check_at: str = ""  # where the page stands that knows this fingerprint

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of this version; nothing where no version was released."""
        return fingerprint(self.original) if self.original.release else ""

    @property
    def translate(self) -> Translate:
        """What turns a fixed English text into the language of the dossier."""
        return self.wording.translate

    @property
    def styles(self) -> Styles:
        """How text is set."""
        return styles(self.wording.language, self.wording.direction == "rtl")

    @property
    def assumptions(self) -> Assumptions:
        """What the figures are calculated from."""
        return self.engine.assumptions

    @cached_property
    def outcome(self) -> Outcome:
        """The figures that decide, as planned."""
        return outcome(self.engine, self.values)

    @cached_property
    def asked(self) -> tuple[Loan, ...]:
        """The loans that are asked for with this plan, the largest first."""
        loans = (loan for loan in self.assumptions.loans if loan.asked and not loan.existing)
        return tuple(sorted(loans, key=lambda loan: -loan.amount))

    @cached_property
    def schedules(self) -> tuple[Schedule, ...]:
        """Every payment of the loans that are asked for, to the last."""
        return tuple(loan_schedule(loan) for loan in self.asked)

    @property
    def lending(self) -> Lending:
        """The lender whose limits the figures are held against: that of the credit asked for, or any."""
        return self.review.ready.lending

    @cached_property
    def scenarios(self) -> tuple[tuple[Scenario, Outcome], ...]:
        """The plan as it is, and with each thing that goes wrong alone."""
        return ((Scenario("base"), self.outcome), *self.review.judged.stressed)

    @cached_property
    def years(self) -> tuple[PlanYear, ...]:
        """The years of the plan."""
        found = (year for year in self.engine.model.span.years() if year.kind == "plan")
        return tuple(PlanYear(year.number, year.first, year.last) for year in found)

    def by_year(self, line: Line) -> list[float]:
        """A line by year of the plan."""
        return [float(value) for value in self.values.by_year(line)[: len(self.years), 0]]

    def by_month(self, line: Line) -> NDArray:
        """A line by month, through the horizon."""
        return self.values.series(line)

    def calendar(self, month: int) -> tuple[int, int]:
        """The calendar year and month of a month of the plan."""
        span = self.engine.model.span
        return span.calendar_year(month), span.month_of_year(month)

    def month(self, month: int) -> str:
        """A month of the plan by its name: april 2027."""
        return self.wording.month(*self.calendar(month))

    def short_month(self, month: int) -> str:
        """A month of the plan in a column: apr."""
        return self.wording.short_months[self.calendar(month)[1] - 1]

    def month_and_year(self, month: int) -> str:
        """A month of the plan with its year in two digits: apr 27."""
        return self.wording.month_and_year(*self.calendar(month))

    @property
    def name(self) -> str:
        """What the business is called, or else the entrepreneur, or else that it has no name yet."""
        _ = self.translate
        return self.named("idea.business_name", "applicant.name") or _("Business plan without a name")

    def named(self, *keys: str) -> str:
        """The first of these answers in which a name can be seen, on one line; "" where there is none."""
        given = (in_one_line(str(self.study.value(key) or "")) for key in keys)
        return next((words for words in given if not is_blank(words)), "")

    @property
    def name_apart(self) -> str:
        """The name inside a line of the dossier, which it does not turn around."""
        return apart(self.name, self.wording.language)

    @cached_property
    def opening_month(self) -> int:
        """The month of the plan in which the own business begins, after the test phase."""
        test = self.assumptions.test_phase
        return 1 + (int(test.months) if test else 0)
