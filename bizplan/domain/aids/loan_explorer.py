"""The loan explorer: what a loan costs each month and in all, and how much somebody can carry.

The loan is the engine's own, so that instalment, cost and yearly cost are those of the dossier.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from financial_models.appraisal import NotDefined, Schedule, apr, loan_schedule
from financial_models.assumptions import Loan
from financial_models.assumptions.financing import LOAN_KINDS
from financial_models.law import Lender, Product, Rate, lender

from ..plan import Value
from ..questions import QUESTIONS
from ..questions.question import LARGEST_AMOUNT
from ..readiness.sentences import N_, Count, Legal, Money, Share, Spoken
from .slip import Cents, Remark, Slip, Step, check, check_whole

LONGEST = 480
HUNDRED = 100.0
"""What somebody can carry is said to the hundred: nobody knows what is left a month more exactly than that."""
NOTHING_LEFT = N_("Nothing is left in a month to repay from. First look at your prices, costs and household.")
TOO_MUCH = N_("The instalment takes {share} of what is left; above {limit} a small setback stops the repayment.")
TIGHT = N_("The instalment takes {share} of what is left; up to {limit} is comfortable.")
FINE = N_("The instalment takes {share} of what is left. That is comfortable: the limit is {limit}.")
GRACE = N_("The first {months} months you pay only interest: {interest}. After that the instalment begins.")
EVEN = N_("Instalment in each of {months} months")
LARGEST_ONE = N_("The largest of {months} instalments")
YEARLY_COST = N_("The yearly cost has interest and fee in it. Compare loans by this number.")
OUTSIDE = N_("{term}: {limit}. Your number lies outside it.")


@dataclass(frozen=True)
class Terms:
    """A loan to look at: amount, months (the months of grace among them), yearly rate and fee.

    ``left`` is what is left in a normal month to repay from: the business after the household has lived.
    """

    amount: float
    months: int
    rate: float
    grace: int = 0
    fee: float = 0.0
    fee_cap: float = 0.0
    kind: str = "annuity"
    actuarial: bool = False
    left: float | None = None
    profile: str = "other"

    def __post_init__(self) -> None:
        check("amount", self.amount, high=LARGEST_AMOUNT)
        object.__setattr__(self, "months", check_whole("months", self.months, 1, LONGEST))
        check("rate", self.rate, high=1)
        object.__setattr__(self, "grace", check_whole("grace", self.grace, 0, self.months - 1))
        check("fee", self.fee, high=1)
        check("fee_cap", self.fee_cap)
        if self.kind not in LOAN_KINDS:
            raise LookupError(f"no loan is repaid as {self.kind!r}; there are {', '.join(LOAN_KINDS)}")
        offer(self.profile)

    @cached_property
    def loan(self) -> Loan:
        """The loan as the engine takes it."""
        return Loan("explored", "Loan", float(self.amount), self.rate, self.months, kind=self.kind,
                    grace=self.grace, fee=self.fee, fee_cap=self.fee_cap, actuarial=self.actuarial, decimals=2)


@dataclass(frozen=True, kw_only=True)
class Explored(Slip):
    """What a loan costs: the instalment after the grace, all interest and fee, the yearly cost.

    ``carried`` is the largest amount, on the same terms, whose instalment stays comfortable; None where nobody said
    what is left a month.
    """

    instalment: float
    total_cost: float
    yearly_cost: float | NotDefined
    schedule: Schedule
    carried: float | None


def offer(profile: str, on: date = date.max) -> tuple[Lender, Product]:
    """The lender and the product that a choice of ``loans[].profile`` stands for, with the terms of a day."""
    option = QUESTIONS["loans[].profile"].option(profile)
    if option is None:
        known = ", ".join(option.key for option in QUESTIONS["loans[].profile"].options)
        raise LookupError(f"no product of a lender is called {profile!r}; there are {known}")
    _, name, product = str(option.value).split(".")
    found = lender(name, on)
    return found, found.product(product)


def terms_of(profile: str, amount: float, months: int, on: date) -> Terms:
    """A loan on the terms that a lender publishes; what it does not publish is 0 and must be asked.

    A fee that is a share of the amount but never less than so many euros is a larger share of a small amount.
    """
    return on_terms(offer(profile, on)[1], amount, months, profile)


def on_terms(product: Product, amount: float, months: int, profile: str = "other") -> Terms:
    """A loan on the terms of a product, also of one that no choice of the study stands for."""
    known = {name: float(product.term(name) or 0) for name in ("rate", "fee_share", "fee_min", "fee_cap")}
    fee = max(known["fee_share"], min(known["fee_min"] / amount, 1.0)) if amount > 0 else known["fee_share"]
    twelfth = product.term("nominal_twelfth")
    return Terms(amount, months, known["rate"], fee=fee, fee_cap=known["fee_cap"],
                 actuarial=twelfth is not None and not twelfth, profile=profile)


def explored(terms: Terms, on: date) -> Explored:
    """What a loan costs and whether it can be carried, by the limits that hold on a day."""
    schedule, yearly = loan_schedule(terms.loan), apr(terms.loan)
    instalment = instalment_of(terms.loan, schedule)
    lending, product = offer(terms.profile, on)
    carried = None if terms.left is None else _carried(terms, lending.threshold("instalment_share_green"))
    return Explored(
        instalment=instalment, total_cost=schedule.total_cost, yearly_cost=yearly, schedule=schedule, carried=carried,
        steps=_steps(terms, schedule, yearly, instalment, carried), proposes=_proposes(terms),
        remarks=(*_judged(terms, instalment, lending), *_grace(terms, schedule), Remark(YEARLY_COST),
                 *_outside(terms, product)),
    )


def instalment_of(loan: Loan, schedule: Schedule) -> float:
    """What is paid each month after the grace; where payments differ by more than cents, the largest of them."""
    if loan.kind == "annuity" and not loan.drawings:
        return schedule.payments[int(loan.grace) + 1].instalment
    return max(payment.instalment for payment in schedule.payments)


def _carried(terms: Terms, comfortable: Rate) -> float:
    """The largest amount, to the hundred below, whose instalment is comfortable beside what is left."""
    most = max(terms.left or 0.0, 0.0) * comfortable
    trial = replace(terms, amount=LARGEST_AMOUNT)
    whole = instalment_of(trial.loan, loan_schedule(trial.loan))
    return most / whole * LARGEST_AMOUNT // HUNDRED * HUNDRED


def _steps(
    terms: Terms, schedule: Schedule, yearly: float | NotDefined, instalment: float, carried: float | None
) -> tuple[Step, ...]:
    fee = sum(payment.fee for payment in schedule.payments)
    paid = sum(payment.instalment for payment in schedule.payments)
    months: dict[str, Spoken] = {"months": Count(terms.months - terms.grace)}
    steps = [
        Step(N_("You borrow"), Money(terms.amount)),
        Step(EVEN if terms.kind == "annuity" else LARGEST_ONE, Cents(instalment), months, result=True),
        Step(N_("You pay back in all"), Cents(round(paid, 2))),
        Step(N_("Of which interest"), Cents(round(schedule.total_interest, 2))),
        Step(N_("File fee"), Cents(round(fee, 2))),
        Step(N_("What the loan costs: interest and fee"), Cents(round(schedule.total_cost, 2)), result=True),
    ]
    if not isinstance(yearly, NotDefined):
        steps.append(Step(N_("Yearly cost of the loan, all in"), Share(yearly), result=True))
    if carried is not None:
        steps += [Step(N_("Left in a normal month to repay from"), Cents(terms.left or 0.0)),
                  Step(N_("What you can carry comfortably on these terms"), Money(carried), result=True)]
    return tuple(steps)


def _proposes(terms: Terms) -> dict[str, Value]:
    if not terms.amount:
        return {}
    proposes: dict[str, Value] = {
        "loans[].amount": terms.amount, "loans[].months": terms.months, "loans[].grace": terms.grace,
        "loans[].rate": terms.rate, "loans[].fee": terms.fee, "loans[].kind": terms.kind,
        "loans[].monthly_rate": "actuarial" if terms.actuarial else "twelfth",
    }
    return proposes | ({"loans[].fee_cap": terms.fee_cap} if terms.fee_cap else {})


def _judged(terms: Terms, instalment: float, lending: Lender) -> tuple[Remark, ...]:
    """Whether the instalment can be paid from what is left, by the limits of the lender."""
    if terms.left is None:
        return ()
    if terms.left <= 0:
        return (Remark(NOTHING_LEFT),)
    share = instalment / terms.left
    green, red = lending.threshold("instalment_share_green"), lending.threshold("instalment_share_red")
    text, limit = (TOO_MUCH, red) if share > red else (TIGHT, green) if share > green else (FINE, green)
    return (Remark(text, {"share": Share(share), "limit": Share(limit)}, (limit,)),)


def _grace(terms: Terms, schedule: Schedule) -> tuple[Remark, ...]:
    waiting = [payment for payment in schedule.payments[1:] if not payment.principal][:terms.grace]
    if not terms.grace or not waiting:
        return ()
    values: dict[str, Spoken] = {"months": Count(terms.grace), "interest": Cents(waiting[0].instalment)}
    return (Remark(GRACE, values),)


def _outside(terms: Terms, product: Product) -> tuple[Remark, ...]:
    """The limits of the product that this loan does not keep, each with its name."""
    limits = {"amount_min": terms.amount, "amount_max": terms.amount, "months_min": terms.months,
              "months_max": terms.months, "grace_max": terms.grace}
    found = []
    for name, number in limits.items():
        limit = product.term(name)
        if limit is not None and (number < limit if name.endswith("min") else number > limit):
            said: Spoken = Money(limit) if limit.unit == "EUR" else Count(limit)
            found.append(Remark(OUTSIDE, {"term": Legal(limit.label), "limit": said}, (limit,)))
    return tuple(found)
