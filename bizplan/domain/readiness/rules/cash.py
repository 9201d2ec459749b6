"""Rules on the account and the money of the start: what there is, what is needed, and the low point."""

from ..case import Calculated
from ..funding import sources_and_uses
from ..rule import BLOCKER, REMARK, WARNING, Found, Noticed, on_figures
from ..sentences import N_, Money, Several, Share, Term
from ..signals import cash_buffer

SCENARIOS = {
    "sales_down": N_("lower sales"),
    "costs_up": N_("higher costs"),
    "later": N_("a later start"),
    "less_credit": N_("less credit"),
}


@on_figures(
    BLOCKER, "financing",
    found=N_("In {first} the money on the account runs out; in {month} {missing} is missing."),
    means=N_("Whoever cannot pay must stop, however good the business is."),
    mend=N_("Buy less or later, bring in more, or ask for more credit."),
)
def cash_below_zero(case: Calculated) -> Found:
    """No month may end below what the lender accepts as the least on the account."""
    limit, cash = case.threshold("minimum_cash"), case.series(case.engine.statements.position.cash)
    below = [month for month, amount in enumerate(cash, 1) if round(float(amount), 2) < limit]
    if below:
        low = case.outcome.lowest_month
        yield Noticed(
            {"first": case.month(below[0]), "month": case.month(low),
             "missing": Money(limit - case.outcome.lowest_cash)},
            (case.place("loans"), case.place("own_money"), case.place("equipment")),
            (case.figure(case.engine.statements.position.cash, low),), limit,
        )


@on_figures(
    WARNING, "financing",
    found=N_("At its lowest, in {month}, {lowest} is left on the account; {buffer} would be safe."),
    means=N_("One customer who pays late, or one repair, and the bills cannot be paid."),
    mend=N_("Keep about a month of costs and of living apart."),
)
def thin_cash_buffer(case: Calculated) -> Found:
    """At the lowest point a month of fixed costs and of living should be left."""
    low, buffer = case.outcome.lowest_cash, cash_buffer(case)
    if case.threshold("minimum_cash") <= round(low, 2) < buffer:
        month = case.outcome.lowest_month
        yield Noticed(
            {"month": case.month(month), "lowest": Money(low), "buffer": Money(buffer)},
            (case.place("financing.bank.buffer"), case.place("own_money"), case.place("loans")),
            (case.figure(case.engine.statements.position.cash, month),), case.threshold("minimum_cash_months"),
        )


@on_figures(
    WARNING, "financing",
    found=N_("The start asks {needed}, living and VAT until {month} included; the sources bring {available}."),
    means=N_("{missing} has no source."),
    mend=N_("Find a source for every use, the unforeseen included."),
)
def sources_below_uses(case: Calculated) -> Found:
    """Sources equal uses, with working capital until the low point and VAT paid in advance."""
    funding = sources_and_uses(case)
    if round(funding.left, 2) < 0:
        yield Noticed(
            {"needed": Money(funding.needed), "available": Money(funding.available), "missing": Money(-funding.left),
             "month": case.month(funding.month)},
            (case.place("loans"), case.place("own_money"), case.place("financing.contingency")),
            (case.figure(case.engine.statements.position.cash, funding.month),),
        )


@on_figures(
    WARNING, "risks",
    found=N_("The plan does not stand {scenarios}: the account falls to {lowest}."),
    means=N_("A lender asks what happens when one thing goes wrong."),
    mend=N_("Say what you would do then, or keep more in reserve."),
)
def cash_under_stress(case: Calculated) -> Found:
    """The account stays above zero where one thing goes wrong."""
    if round(case.outcome.lowest_cash, 2) < 0:
        return
    failing = [(scenario, found) for scenario, found in case.stressed if round(found.lowest_cash, 2) < 0]
    if failing:
        names = tuple(Term(SCENARIOS[scenario.name]) for scenario, _ in failing)
        yield Noticed(
            {"scenarios": Several(names), "lowest": Money(min(found.lowest_cash for _, found in failing))},
            (case.place("risks.if_sales_are_lower"), case.place("risks.plan_b"), case.place("financing.bank.buffer")),
            (case.figure(case.engine.statements.position.cash, case.outcome.lowest_month),),
            case.threshold("stress_sales"),
        )


@on_figures(
    WARNING, "financing",
    found=N_("The money runs out in {month}, and no credit is asked for."),
    means=N_("Without a source the plan cannot begin."),
    mend=N_("Add the credit that is asked for, with its purpose and its term."),
)
def no_credit_though_short(case: Calculated) -> Found:
    """A shortage without a request for credit has no answer."""
    if round(case.outcome.lowest_cash, 2) < 0 and not case.lending.row:
        yield Noticed(
            {"month": case.month(case.outcome.lowest_month)}, (case.place("loans"),),
            (case.figure(case.engine.statements.position.cash, case.outcome.lowest_month),),
        )


@on_figures(
    REMARK, "financing",
    found=N_("All of the {needed} that is needed is borrowed or given."),
    means=N_("A lender likes to see that you carry a part of the risk."),
    mend=N_("Count what you own and bring in, such as tools or a van."),
)
def no_own_money(case: Calculated) -> Found:
    """Something of one's own is at stake, however little."""
    funding = sources_and_uses(case)
    if funding.needed > 0 and round(funding.own, 2) <= 0:
        yield Noticed(
            {"needed": Money(funding.needed)}, (case.place("own_money"), case.place("equipment"))
        )


@on_figures(
    WARNING, "financing",
    found=N_("Own money is {own}, {share} of all that is needed; this lender wants {wanted}."),
    means=N_("Who puts in own money shares the risk."),
    mend=N_("Bring in more, in money or in things that are valued."),
)
def own_contribution_low(case: Calculated) -> Found:
    """Some lenders want a part of all uses to come from the entrepreneur."""
    funding = sources_and_uses(case)
    wanted = case.lending.term("own_contribution_share") or case.threshold("own_contribution")
    if round(funding.own_share, 4) < wanted:
        yield Noticed(
            {"own": Money(funding.own), "share": Share(funding.own_share), "wanted": Share(wanted)},
            (case.place("own_money"),), (), wanted,
        )
