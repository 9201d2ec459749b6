"""Rules on the credit that is asked for, held against the terms of its lender."""

from collections.abc import Iterator

from financial_models.assumptions import Loan
from financial_models.law import Rate, lenders

from ..case import Calculated, Case
from ..lending import ANY_LENDER, Lending, asked_loans, lending_of
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Count, Legal, Money, Share, Spoken, Words

AMOUNT, TERM, GRACE, RATE = "loans[].amount", "loans[].months", "loans[].grace", "loans[].rate"


def _loans(case: Case) -> Iterator[tuple[str, Lending]]:
    """The new loans of the plan, each with its lender."""
    on = max(case.today, case.start)
    for row in case.rows("loans"):
        if case.value("loans[].existing", row) is not True:
            yield row, case.lending if row == case.lending.row else lending_of(case.plan, row, on)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} is {amount}; {lender} lends {limit} at most."),
    mend=N_("Ask for less, or find a second source."),
)
def amount_above_maximum(case: Case) -> Found:
    """The amount is one that the lender lends."""
    for row, lending in _loans(case):
        amount, limit = case.number(AMOUNT, row), lending.term("amount_max")
        if limit is None and case.value("loans[].source", row) == "microcredit":
            limit = lending.threshold("microcredit_amount")
        if limit is not None and amount > limit:
            yield _against(case, row, lending, Money(amount), Money(limit), AMOUNT, limit)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} is {amount}; {lender} lends {limit} at least."),
    mend=N_("Ask another lender for a small amount."),
)
def amount_below_minimum(case: Case) -> Found:
    """The amount is large enough for the lender."""
    for row, lending in _loans(case):
        amount, limit = case.number(AMOUNT, row), lending.term("amount_min")
        if limit is not None and 0 < amount < limit:
            yield _against(case, row, lending, Money(amount), Money(limit), AMOUNT, limit)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} is {amount}; to a business in its first year {lender} lends {limit} at most."),
    mend=N_("Ask for the rest after the first year."),
)
def amount_above_first_year(case: Case) -> Found:
    """A starter asks no more than the lender lends to starters."""
    for row, lending in _loans(case):
        amount, limit = case.number(AMOUNT, row), lending.term("amount_max_first_year")
        if limit is not None and amount > limit:
            yield _against(case, row, lending, Money(amount), Money(limit), AMOUNT, limit)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} runs {amount} months; {lender} lends for {low} to {high} months."),
    mend=N_("Choose a term that this lender offers."),
)
def term_outside(case: Case) -> Found:
    """The term is one that the lender offers."""
    for row, lending in _loans(case):
        months, low, high = case.number(TERM, row), lending.term("months_min"), lending.term("months_max")
        least, most = float(low or 1), float(high or months)
        if months and not least <= months <= most:
            limit = low if months < least else high
            noticed = _against(case, row, lending, Count(months), Count(most), TERM, limit)
            yield Noticed({**noticed.values, "low": Count(least), "high": Count(most)}, noticed.places, (), limit)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} begins to repay after {amount} months; {lender} waits {limit} months at most."),
    mend=N_("Begin to repay sooner, or ask for the difference elsewhere."),
)
def grace_outside(case: Case) -> Found:
    """The months without repayment are those that the lender offers."""
    for row, lending in _loans(case):
        grace, limit = case.number(GRACE, row), lending.term("grace_max")
        if limit is not None and grace > limit:
            yield _against(case, row, lending, Count(grace), Count(limit), GRACE, limit)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} has a rate of {amount}; {lender} asks {limit}."),
    mend=N_("Use the rate of the offer, and keep the offer with the papers."),
)
def rate_other_than_lenders(case: Case) -> Found:
    """The rate is the one that the lender publishes."""
    for row, lending in _loans(case):
        answer, rate = case.plan.answer(RATE, row), lending.term("rate")
        if answer is not None and rate is not None and abs(case.number(RATE, row) - rate) > 0.01:
            yield _against(case, row, lending, Share(case.number(RATE, row)), Share(rate), RATE, rate)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} has a rate of {amount}; the dearest lender that is known, {lender}, asks {limit}."),
    mend=N_("Compare with other lenders before you sign."),
)
def rate_above_all_lenders(case: Case) -> Found:
    """A lender whose rates are not known asks no more than the dearest one whose rates are."""
    known = [
        (rate, lender, product) for lender in lenders(max(case.today, case.start)) for product in lender.products
        if (rate := product.term("rate")) is not None
    ]
    dearest, lender, product = max(known, key=lambda found: found[0])
    for row, lending in _loans(case):
        if lending.term("rate") is None and case.number(RATE, row) > dearest:
            asked, limit = Share(case.number(RATE, row)), Share(dearest)
            yield _against(case, row, Lending(lender, product), asked, limit, RATE, dearest)


@on_answers(
    WARNING, "financing",
    found=N_("{loan} has a rate of {amount}; the law allows {low} to {high}."),
    means=N_("Outside it, whoever lends loses the tax credit."),
    mend=N_("Agree on a rate between the two."),
)
def winwin_rate_outside(case: Case) -> Found:
    """The rate of a Winwinlening lies in its band."""
    for row, lending in _loans(case):
        rate, low, high = case.number(RATE, row), lending.term("rate_min"), lending.term("rate_max")
        if low is not None and high is not None and case.is_answered(RATE, row) and not low <= rate <= high:
            limit = low if rate < low else high
            noticed = _against(case, row, lending, Share(rate), Share(limit), RATE, limit)
            yield Noticed({**noticed.values, "low": Share(low), "high": Share(high)}, noticed.places, (), limit)


def _against(
    case: Case, row: str, lending: Lending, asked: Spoken, limit: Spoken, key: str, threshold: Rate | None
) -> Noticed:
    """A term of a loan beside the lender's."""
    lender = Legal(lending.lender.title if lending.lender.name == ANY_LENDER else lending.product.title)
    loan = Words(case.name("loans", row))
    said = {"loan": loan, "amount": asked, "limit": limit, "lender": lender}
    return Noticed(said, (case.place(key, row),), (), threshold)


@on_answers(
    BLOCKER, "financing",
    found=N_("{loan} is {amount}; with {own} of own money {limit} is the most."),
    means=N_("This lender gives at most {times} times what you bring in."),
    mend=N_("Bring in more, or borrow part of it from family first."),
)
def loan_above_own_contribution(case: Case) -> Found:
    """Some lenders lend a multiple of what is brought in; a part of that may be borrowed."""
    for row, lending in _loans(case):
        times = lending.term("own_contribution_multiple")
        own = own_contribution(case, lending)
        if times is not None and case.number(AMOUNT, row) > times * own:
            yield Noticed(
                {"loan": Words(case.name("loans", row)), "amount": Money(case.number(AMOUNT, row)),
                 "own": Money(own), "limit": Money(times * own), "times": Count(times)},
                (case.place("own_money"), case.place(AMOUNT, row)), (), times,
            )


def own_contribution(case: Case, lending: Lending) -> float:
    """Own money, and what family or friends lend as far as the lender counts it."""
    own = sum(case.number("own_money[].amount", row) for row in case.rows("own_money"))
    lent = sum(
        case.number(AMOUNT, row) for row in case.rows("loans")
        if case.value("loans[].source", row) in ("family", "winwin")
    )
    counted = lending.term("own_contribution_borrowed_max")
    return own + min(lent, float(counted or 0))


@on_answers(
    WARNING, "financing",
    found=N_("{lender} asks for a guarantor, and there is none."),
    means=N_("Somebody who believes in you counts for as much as the figures."),
    mend=N_("Ask somebody with an income, and tell what it means for them."),
)
def guarantor_lacking(case: Case) -> Found:
    """Where the lender asks for a guarantor, there is one."""
    needed = case.lending.term("guarantor_needed")
    if case.lending.row and needed and case.value("financing.guarantor_found") in (None, "no"):
        title = Legal(case.lending.product.title)
        yield Noticed({"lender": title}, (case.place("financing.guarantor_found"),), (), needed)


@on_answers(
    WARNING, "financing",
    found=N_("It is not said what {loan} is for."),
    means=N_("A lender pays for things and reasons, not for an amount."),
    mend=N_("Name what is paid with it, in a few lines."),
)
def purpose_missing(case: Case) -> Found:
    """Each credit that is asked for has a purpose."""
    for row in asked_loans(case.plan):
        if not case.is_answered("loans[].purpose", row):
            yield Noticed({"loan": Words(case.name("loans", row))}, (case.place("loans[].purpose", row),))


@on_figures(
    REMARK, "financing",
    found=N_("{loan} is repaid in {last}, after the plan ends."),
    means=N_("The plan does not show that the last instalments can be paid."),
    mend=N_("Let the plan look further ahead, at most 60 months."),
)
def repaid_after_plan(case: Calculated) -> Found:
    """The plan reaches to the last instalment."""
    for loan in case.engine.assumptions.loans:
        if loan.asked and _last(loan) > case.horizon:
            yield Noticed(
                {"loan": Words(loan.name), "last": case.month(_last(loan))},
                (case.place("projection.months"), case.place(TERM, loan.id)),
            )


def _last(loan: Loan) -> int:
    first = min((month for month, _ in loan.drawings), default=int(loan.month))
    return int(first + loan.months)


@on_answers(
    REMARK, "financing",
    found=N_("A loan with interest is not acceptable, and {loan} bears interest."),
    means=N_("Better to speak about it now than after signing."),
    mend=N_("Look together at a loan from family, leasing or a partner."),
)
def interest_not_acceptable(case: Case) -> Found:
    """Nobody is led into a loan with interest who does not want one."""
    if case.value("competences.interest") == "no":
        for row, lending in _loans(case):
            if case.number(RATE, row) > 0 or lending.term("rate"):
                places = (case.place("competences.interest"), case.place(RATE, row))
                yield Noticed({"loan": Words(case.name("loans", row))}, places)
