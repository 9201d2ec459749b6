"""The next rung: what can be asked once a first credit is repaid or the business runs, as far as lenders publish it."""

from collections.abc import Iterable, Iterator

from financial_models.law import Lender, Product

from ...readiness.sentences import N_, Count, Legal, Money, Spoken
from .grounds import Ground, Yearly

OLDER = N_("{product}: for a business older than a year, up to {amount}, at {rate} a year.")
BESIDE = N_("{product}: {times} times what you bring in, up to {amount}, over {low} to {high} months, at {rate} a "
            "year.")
REPAID = N_("Keep the bank statements that show how you paid a credit back: a next lender can ask for them.")


def later(lenders: Iterable[Lender]) -> tuple[Ground, ...]:
    """The products of these lenders for a business that runs."""
    return (*_rungs(lenders), Ground("repaid", None, REPAID))


def _rungs(lenders: Iterable[Lender]) -> Iterator[Ground]:
    for lender in lenders:
        for product in lender.products:
            if any(each.about == "business_age" and "over_a_year" in each.wants for each in product.conditions):
                yield from _of(lender, product, OLDER, ("amount_max", "rate"))
            elif not any(each.about == "jobseeker" for each in product.conditions):
                yield from _of(lender, product, BESIDE,
                               ("own_contribution_multiple", "amount_max", "months_min", "months_max", "rate"))


def _of(lender: Lender, product: Product, text: str, names: tuple[str, ...]) -> Iterator[Ground]:
    """A rung of which every term is published."""
    known = {name: term for name in names if (term := product.term(name)) is not None}
    if len(known) == len(names):
        values: dict[str, Spoken] = {
            "product": Legal(product.title), "amount": Money(known["amount_max"]), "rate": Yearly(known["rate"]),
            "times": Count(known.get("own_contribution_multiple", 0)), "low": Count(known.get("months_min", 0)),
            "high": Count(known.get("months_max", 0))}
        yield Ground(f"{lender.name}.{product.name}", None, text, values, rests=tuple(known.values()))
