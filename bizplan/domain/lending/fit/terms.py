"""The terms of a product held against the plan: amount, term, own contribution, guarantor, purpose, papers."""

from collections.abc import Iterator

from financial_models.law import Product, Rate, Worded

from ...aids.loan_explorer import FINE, NOTHING_LEFT, TIGHT, TOO_MUCH
from ...questions import QUESTIONS
from ...readiness.case import Calculated
from ...readiness.funding import USES
from ...readiness.lending import Lending
from ...readiness.papers import papers
from ...readiness.rules.loans import own_contribution
from ...readiness.sentences import N_, Count, Legal, Money, Several, Share, Spoken, Term
from ...readiness.signals import Light
from .applicant import said
from .cost import Cost
from .grounds import Ground, Yearly
from .need import Need

TERM, GRACE, GUARANTOR = "loans[].months", "loans[].grace", "financing.guarantor_found"
COMPARED = ("equipment", "works", "stock", "start_up", "deposits", "working_capital")
"""The uses of the plan that are looked for among the purposes of a lender."""
NO_NEED = N_("Nothing is missing: your plan needs no credit.")
WITHIN = N_("It lends {low} to {high}. You look for {amount}.")
UP_TO = N_("It lends up to {high}. You look for {amount}.")
TOO_LARGE = N_("It lends {high} at most. You look for {amount}.")
TOO_SMALL = N_("It lends {low} at least. You look for {amount}.")
NOT_SAID = N_("How much it lends is not known: ask.")
FIRST_YEAR = N_("In the first year of a business it lends {high} at most, says an older page. Ask what holds now.")
CLOSES = N_("With it nothing is missing any more.")
STILL_MISSING = N_("With it {missing} is still missing. Find a second source, or need less.")
TERM_FITS = N_("You pay back in {months} months: that is possible here.")
TERM_OUTSIDE = N_("It lends for {low} to {high} months, and you plan {months}. Here we count with {counted}.")
TERM_LONGEST = N_("It lends for {high} months at most, and you plan {months}. Here we count with {counted}.")
GRACE_OUTSIDE = N_("You can pay only interest for {high} months at most; you plan {months}.")
OWN_ENOUGH = N_("It lends {times} times what you bring in. You bring in {own}: enough.")
OWN_SHORT = N_("It lends {times} times what you bring in. You bring in {own}; {short} more is needed. "
               "Of that you may borrow {borrowed}.")
OWN_TOO_SHORT = N_("It lends {times} times what you bring in. You bring in {own}; {short} more is needed.")
SHARE_ENOUGH = N_("You bring in at least {share} of the amount: {least}.")
SHARE_SHORT = N_("It wants you to bring in {share} of the amount: {least}. You bring in {own}.")
NO_GUARANTOR = N_("It asks for no guarantor.")
GUARANTOR_FOUND = N_("It asks for a guarantor, and you have one.")
GUARANTOR_FOR = N_("It asks for a guarantor for {amount}, and you have one.")
GUARANTOR_LACKS = N_("It asks for a guarantor. You have none yet.")
GUARANTOR_LACKS_FOR = N_("It asks for a guarantor for {amount}. You have none yet.")
RATE_UNKNOWN = N_("Its interest is not known: ask it.")
RATE_AGREED = N_("You agree on the interest together. The law wants {low} to {high} a year.")
PURPOSES_SAID = N_("It lends for: {things}. Ask if that is what you need the money for.")
ASK_PURPOSE = N_("Ask if it may also pay for this: {things}.")
PAPERS_LACK = N_("Papers that you still have to find: {papers}.")


def terms(case: Calculated, need: Need, product: Product, amount: float, cost: Cost | None, lent: float
          ) -> Iterator[Ground]:
    """Each term of a product as a reason, for one amount; ``lent`` is own contribution that another credit brings."""
    yield from _amount(case, need, product, amount)
    yield from _term(case, need, product, cost)
    yield from _own(case, product, amount, lent)
    yield from _guarantor(case, product, amount)
    yield from _rate(product, cost)
    yield from _purposes(need, product)
    yield from _papers(case, product)


def closing(need: Need, amount: float) -> Ground:
    """Whether this amount closes the gap in the financing."""
    missing = max(round(need.gap - amount, 2), 0.0)
    if missing:
        return Ground("gap", Light.WARN, STILL_MISSING, {"missing": Money(missing)}, need.places)
    return Ground("gap", Light.OK, CLOSES, places=need.places)


def _amount(case: Calculated, need: Need, product: Product, amount: float) -> Iterator[Ground]:
    low, high = product.term("amount_min"), product.term("amount_max")
    rests = tuple(limit for limit in (low, high) if limit is not None)
    values: dict[str, Spoken] = {"amount": Money(amount), "low": Money(low or 0), "high": Money(high or 0)}
    if amount <= 0:
        yield Ground("no_need", Light.STOP, NO_NEED, values, need.places)
    elif high is not None and amount > high:
        yield Ground("too_large", Light.STOP, TOO_LARGE, values, need.places, rests=(high,))
    elif low is not None and amount < low:
        yield Ground("too_small", Light.STOP, TOO_SMALL, values, need.places, rests=(low,))
    elif high is None:
        yield Ground("amount", None, NOT_SAID, values, need.places, rests=rests)
    else:
        yield Ground("amount", Light.OK, UP_TO if low is None else WITHIN, values, need.places, rests=rests)
    first = product.term("amount_max_first_year")
    if first is not None and amount > first and said(case, "business_age")[0] in ("", "under_a_year"):
        yield Ground("first_year", Light.WARN, FIRST_YEAR, {"high": Money(first)}, need.places, rests=(first,))


def _term(case: Calculated, need: Need, product: Product, cost: Cost | None) -> Iterator[Ground]:
    """Whether the months of the plan's credit are possible; a term is easily changed, so that none speaks against."""
    if not need.has_term or cost is None:
        return
    low, high, longest = product.term("months_min"), product.term("months_max"), product.term("grace_max")
    rests = tuple(limit for limit in (low, high) if limit is not None)
    place = (case.place(TERM, need.rows[0]),)
    values: dict[str, Spoken] = {"months": Count(need.months), "low": Count(low or 1), "high": Count(high or 0),
                                 "counted": Count(int(cost.loan.months))}
    outside = need.months < (low or 1) or (high is not None and need.months > high)
    if outside:
        text = TERM_LONGEST if low is None else TERM_OUTSIDE
        yield Ground("term", Light.WARN, text, values, place, rests=rests)
    elif rests:
        yield Ground("term", Light.OK, TERM_FITS, values, place, rests=rests)
    if longest is not None and need.grace > longest:
        values = {"months": Count(need.grace), "high": Count(longest)}
        yield Ground("grace", Light.WARN, GRACE_OUTSIDE, values, (case.place(GRACE, need.rows[0]),), rests=(longest,))


def _own(case: Calculated, product: Product, amount: float, lent: float) -> Iterator[Ground]:
    """A loan of so many times what is brought in, of which a part may itself be borrowed; or a share of the amount."""
    places = (case.place("own_money"),)
    times, share = product.term("own_contribution_multiple"), product.term("own_contribution_share")
    if times is not None:
        yield _multiple(case, product, amount, lent, times)
    if share is not None:
        own, least = own_money(case), share * amount
        values: dict[str, Spoken] = {"share": Share(share), "least": Money(least), "own": Money(own)}
        enough = round(own, 2) >= round(least, 2)
        yield Ground("own_share", Light.OK if enough else Light.WARN, SHARE_ENOUGH if enough else SHARE_SHORT, values,
                     places, rests=(share,))


def _multiple(case: Calculated, product: Product, amount: float, lent: float, times: Rate) -> Ground:
    borrowed = product.term("own_contribution_borrowed_max")
    counted = contribution(case, product) + lent
    short = max(amount / times - counted, 0.0)
    may_borrow = may_be_lent(case, product) - lent
    values: dict[str, Spoken] = {"times": Count(times), "own": Money(counted), "short": Money(short),
                                 "borrowed": Money(min(short, may_borrow))}
    rests = (times, *((borrowed,) if borrowed is not None else ()))
    if not round(short, 2):
        text, light = OWN_ENOUGH, Light.OK
    elif round(short, 2) <= may_borrow:
        text, light = OWN_SHORT, Light.WARN
    else:
        text, light = OWN_TOO_SHORT, Light.STOP
    return Ground("own_multiple", light, text, values, (case.place("own_money"),), rests=rests)


def own_money(case: Calculated) -> float:
    """Own money and gifts, as they were answered."""
    return sum(case.number("own_money[].amount", row) for row in case.rows("own_money"))


def contribution(case: Calculated, product: Product) -> float:
    """What this product counts as own contribution, as far as a part of it is borrowed already."""
    return own_contribution(case, Lending(case.lending.lender, product))


def may_be_lent(case: Calculated, product: Product) -> float:
    """How much more of the own contribution may be borrowed."""
    lent = contribution(case, product) - own_money(case)
    return max(float(product.term("own_contribution_borrowed_max") or 0) - lent, 0.0)


def _guarantor(case: Calculated, product: Product, amount: float) -> Iterator[Ground]:
    needed, share = product.term("guarantor_needed"), product.term("guarantor_share")
    rests = tuple(term for term in (needed, share) if term is not None)
    place = (case.place(GUARANTOR),)
    if needed is not None and not needed:
        yield Ground("guarantor", Light.OK, NO_GUARANTOR, places=place, rests=rests)
    elif rests:
        found = case.value(GUARANTOR) == "yes"
        texts = (GUARANTOR_FOUND, GUARANTOR_FOR) if found else (GUARANTOR_LACKS, GUARANTOR_LACKS_FOR)
        yield Ground("guarantor", Light.OK if found else Light.WARN, texts[share is not None],
                     {"amount": Money((share or 0) * amount)}, place, rests=rests)


def _rate(product: Product, cost: Cost | None) -> Iterator[Ground]:
    low, high = product.term("rate_min"), product.term("rate_max")
    if low is not None and high is not None:
        yield Ground("rate", Light.OK, RATE_AGREED, {"low": Yearly(low), "high": Yearly(high)}, rests=(low, high))
    elif product.term("rate") is None and (cost is None or not cost.is_of_plan):
        yield Ground("rate", Light.WARN, RATE_UNKNOWN)


def carried(case: Calculated, need: Need, instalment: float) -> Ground:
    """Whether an instalment can be paid from what is left in a normal month, by the limits of the plan's lender."""
    places = tuple(case.place(TERM, row) for row in need.rows[:1]) or need.places
    if need.left <= 0:
        return Ground("carried", Light.WARN, NOTHING_LEFT, places=places)
    share = instalment / need.left
    green, red = case.threshold("instalment_share_green"), case.threshold("instalment_share_red")
    text, limit = (TOO_MUCH, red) if share > red else (TIGHT, green) if share > green else (FINE, green)
    light = Light.WARN if share > red else Light.OK
    return Ground("carried", light, text, {"share": Share(share), "limit": Share(limit)}, places)


def _purposes(need: Need, product: Product) -> Iterator[Ground]:
    """Uses of the plan that a lender does not name among its purposes are to be asked; so are all in its own words."""
    if product.purposes is None:
        return
    if isinstance(product.purposes, Worded):
        said = tuple(map(Legal, product.purposes.words))
        yield Ground("purposes", None, PURPOSES_SAID, {"things": Several(said, most=len(said))},
                     rests=(product.purposes,))
        return
    other = tuple(Term(USES[use]) for use in need.uses if use in COMPARED and use not in product.purposes.names)
    if other:
        yield Ground("purposes", None, ASK_PURPOSE, {"things": Several(other)}, rests=(product.purposes,))


def _papers(case: Calculated, product: Product) -> Iterator[Ground]:
    """Papers that this lender wants, and that are neither in hand nor not needed."""
    if product.papers is None:
        return
    states = papers(case)
    lacking = [key for key in product.papers.names if key in (*states.missing, *states.asked)]
    if lacking:
        names = Several(tuple(Term(QUESTIONS[key].label) for key in lacking), most=len(lacking))
        yield Ground("papers", None, PAPERS_LACK, {"papers": names}, tuple(map(case.place, lacking)),
                     rests=(product.papers,))
