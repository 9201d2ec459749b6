"""For whoever does not want a loan with interest: what there is without, as facts."""

from collections.abc import Iterable, Iterator

from financial_models.law import ANY_LENDER, Lender, Product, Rate

from ...readiness.case import Calculated
from ...readiness.sentences import N_, Legal, Money, Several
from .grounds import Ground, Yearly
from .need import Need

QUESTION = "competences.interest"
OWN = N_("Own money and gifts cost nothing. Your plan counts on {own}.")
FAMILY = N_("Family or friends may lend without interest. Put on paper how much and when you pay it back.")
LEAST = N_("{product} always has interest: the law wants at least {rate} a year.")
LEASE = N_("With leasing you pay for a thing in terms. It is not called interest, but the terms cost more than the "
           "price: ask how much in all.")
FREE = N_("{product} has no interest.")
NONE = N_("Of the lenders that we know, none lends without interest.")
UNKNOWN = N_("Of these we do not know the interest: {products}. Ask them.")


def minds(case: Calculated) -> bool:
    """Whether the entrepreneur said that a loan with interest is not acceptable, or only if there is no other way."""
    return case.value(QUESTION) in ("no", "rather_not")


def without_interest(case: Calculated, need: Need, lenders: Iterable[Lender]) -> tuple[Ground, ...]:
    """What brings money without interest, and what does not, as far as it is known of these lenders."""
    return tuple(_facts(case, need, [(lender, product) for lender in lenders for product in lender.products]))


def _facts(case: Calculated, need: Need, offered: list[tuple[Lender, Product]]) -> Iterator[Ground]:
    yield Ground("own", None, OWN, {"own": Money(need.own)}, (case.place("own_money"),))
    yield Ground("family", None, FAMILY, places=(case.place("loans"),))
    for _, product in offered:
        least = product.term("rate_min")
        if least is not None and least > 0:
            yield Ground("least", None, LEAST, {"product": Legal(product.title), "rate": Yearly(least)}, rests=(least,))
    yield Ground("leasing", None, LEASE, places=(case.place("leases"),))
    yield from _lenders(offered)


def _lenders(offered: list[tuple[Lender, Product]]) -> Iterator[Ground]:
    """Whether a lender is known that asks nothing; those of which nobody knows are named."""
    asking = [each for each in offered if each[0].kind != "private" and each[0].name != ANY_LENDER]
    for _, product in asking:
        if product.term("rate") is not None and not product.term("rate"):
            yield Ground("free", None, FREE, {"product": Legal(product.title)}, rests=(product.terms["rate"],))
    if all(_rate(product) is None or float(_rate(product) or 0) > 0 for _, product in asking):
        yield Ground("none", None, NONE)
    unknown = tuple(Legal(product.title) for _, product in asking if _rate(product) is None)
    if unknown:
        yield Ground("unknown", None, UNKNOWN, {"products": Several(unknown)})


def _rate(product: Product) -> Rate | None:
    return product.term("rate")
