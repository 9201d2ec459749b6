"""Rules on the market: who buys, whether anybody was asked, and who else sells."""

from math import prod
from statistics import median

from ..case import Calculated, Case
from ..rule import REMARK, WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Count, Money, Share, Words

WEEKS, HALF = 52, 0.5
INTERVIEWS, COMPETITORS = 10, 3
"""What the study asks for: conversations with customers, and competitors with their prices."""


@on_answers(
    WARNING, "market",
    found=N_("The largest customer buys {share} of everything; above {limit} you depend on one."),
    means=N_("If that customer leaves the business stops, and it may count as being employed there."),
    mend=N_("Find other customers, and ask an adviser about the contract."),
)
def one_customer(case: Case) -> Found:
    """No customer buys more than half."""
    share, limit = case.number("market.largest_customer"), case.threshold("one_customer_share")
    if share > limit:
        place = case.place("market.largest_customer")
        yield Noticed({"share": Share(share), "limit": Share(limit)}, (place,), (), limit)


@on_answers(
    WARNING, "market",
    found=N_("A customer decides on your hours and your work as an employer would."),
    means=N_("The inspection can call this false self-employment, with contributions to pay back."),
    mend=N_("Change the contract, or work there as an employee."),
)
def employer_in_disguise(case: Case) -> Found:
    """A customer is no employer."""
    if case.value("market.employer_in_disguise") is True:
        yield Noticed({}, (case.place("market.employer_in_disguise"),))


@on_answers(
    WARNING, "market",
    found=N_("No conversation with a customer is written down."),
    means=N_("Nobody knows yet whether people will buy this at this price."),
    mend=N_("Talk to {wanted} people who could buy, and note what they say."),
)
def no_interviews(case: Case) -> Found:
    """Customers were asked."""
    if not case.rows("market.interviews"):
        yield Noticed({"wanted": Count(INTERVIEWS)}, (case.place("market.interviews"),))


@on_answers(
    REMARK, "market",
    found=N_("Conversations with customers written down: {count}; the study asks for {wanted}."),
    means=N_("A few friends are not yet a market."),
    mend=N_("Talk to people who do not know you."),
)
def few_interviews(case: Case) -> Found:
    """Enough customers were asked."""
    count = len(case.rows("market.interviews"))
    if 0 < count < INTERVIEWS:
        yield Noticed({"count": Count(count), "wanted": Count(INTERVIEWS)}, (case.place("market.interviews"),))


@on_answers(
    WARNING, "market",
    found=N_("Of the customers who were asked, {share} would buy."),
    means=N_("The plan sells to people who said they would not buy."),
    mend=N_("Change the offer, the price or the people you ask."),
)
def few_would_buy(case: Case) -> Found:
    """At least half of those who were asked would perhaps buy."""
    answers = [case.value("market.interviews[].would_buy", row) for row in case.rows("market.interviews")]
    said = [answer for answer in answers if answer]
    willing = sum(answer != "no" for answer in said)
    if said and willing < len(said) / 2:
        yield Noticed({"share": Share(willing / len(said))}, (case.place("market.interviews"),))


@on_answers(
    WARNING, "market",
    found=N_("Competitors described: {count}; the study asks for {wanted}."),
    means=N_("Customers compare, so a lender does too."),
    mend=N_("Visit the nearest ones and note their prices."),
)
def few_competitors(case: Case) -> Found:
    """The competition is known."""
    count = len(case.rows("market.competitors"))
    if count < COMPETITORS:
        yield Noticed({"count": Count(count), "wanted": Count(COMPETITORS)}, (case.place("market.competitors"),))


@on_figures(
    WARNING, "market",
    found=N_("Year 2 sells {sales}; all potential customers together spend {market}."),
    means=N_("Nobody sells more than the whole market."),
    mend=N_("Count the customers again, look further away, or plan fewer sales."),
)
def market_too_small(case: Calculated) -> Found:
    """Sales stay below what all customers within reach spend, and below the share that was planned of it."""
    parts = ("market.potential_customers", "market.purchases_a_year", "market.spent_each_time")
    market = prod(case.number(key) for key in parts)
    turnover = case.engine.statements.profit.turnover
    sales = case.by_year(turnover)[1]
    if all(map(case.is_answered, parts)) and sales > market:
        yield Noticed(
            {"sales": Money(sales), "market": Money(market)}, tuple(map(case.place, parts)),
            (case.figure(turnover, year=2),),
        )


@on_answers(
    REMARK, "market",
    found=N_("{product} costs {price}; half of those who were asked would pay {said} or less."),
    means=N_("People say that they pay more than they do, rarely less."),
    mend=N_("Try the lower price, or ask other people."),
)
def price_above_interviews(case: Case) -> Found:
    """Where one thing is sold, its price is one that people said they would pay."""
    said = sorted(
        case.number("market.interviews[].would_pay", row) for row in case.rows("market.interviews")
        if case.is_answered("market.interviews[].would_pay", row)
    )
    products = case.rows("products")
    if said and len(products) == 1 and case.number("products[].price", products[0]) > median(said):
        yield Noticed(
            {"product": Words(case.name("products", products[0])), "said": Money(median(said)),
             "price": Money(case.number("products[].price", products[0]))},
            (case.place("products[].price", products[0]), case.place("market.interviews")),
        )


@on_figures(
    WARNING, "test_phase",
    found=N_("The trial sold {measured} a month; in its first three months the business sells {planned} a month."),
    means=N_("The plan grows faster than the trial did."),
    mend=N_("Begin with what was measured, and say what makes it grow."),
)
def sales_above_trial(case: Calculated) -> Found:
    """The own business begins with about what the trial sold: at most half more."""
    weeks = [case.number("test_phase.log[].sales", row) for row in case.rows("test_phase.log")]
    turnover = case.engine.statements.profit.turnover
    first = case.series(turnover)[case.own_start - 1:case.own_start + 2]
    measured = sum(weeks) / len(weeks) * WEEKS / 12 if weeks else 0.0
    if measured > 0 and len(first) and first.mean() > measured * (1 + HALF):
        yield Noticed(
            {"measured": Money(measured), "planned": Money(float(first.mean()))},
            (case.place("test_phase.log"), case.place("products[].ramp_first", case.rows("products")[0])),
            (case.figure(turnover, case.own_start),),
        )
