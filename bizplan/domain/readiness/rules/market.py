"""Rules on the market: who buys, whether anybody was asked, and who else sells."""

from ..case import Case
from ..rule import REMARK, WARNING, Found, Noticed, on_answers
from ..sentences import N_, Count, Share

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
