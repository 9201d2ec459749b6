"""What a lender offers in plain sentences, for whoever looks for a loan: published lenders and own profiles alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from financial_models.law import Product

from ..readiness.sentences import N_, Spoken
from ..typed import Echo
from .profile_fields import BY_NAME

NOT_PUBLISHED = N_("The interest is not published. Ask the lender.")
NO_FEE = N_("There is no file fee.")
NO_SURETY = N_("No surety is asked.")

Ways = Mapping[tuple[str, ...], str]
"""How something is said, by which terms are known for it: the fullest way first."""

AMOUNTS: Ways = {
    ("amount_min", "amount_max"): N_("You can borrow from {amount_min} to {amount_max}."),
    ("amount_max",): N_("You can borrow up to {amount_max}."),
    ("amount_min",): N_("You can borrow {amount_min} or more."),
}
TERMS: Ways = {
    ("months_min", "months_max"): N_("You pay it back in {months_min} to {months_max}."),
    ("months_max",): N_("You pay it back in {months_max} at most."),
    ("months_min",): N_("You pay it back in {months_min} or more."),
}
FEES: Ways = {
    ("fee_share", "fee_min", "fee_cap"): N_("The file fee is {fee_share} of the amount, at least {fee_min} and at most "
                                            "{fee_cap}."),
    ("fee_share", "fee_cap"): N_("The file fee is {fee_share} of the amount, at most {fee_cap}."),
    ("fee_share", "fee_min"): N_("The file fee is {fee_share} of the amount, at least {fee_min}."),
    ("fee_share",): N_("The file fee is {fee_share} of the amount."),
}
SURETIES: Ways = {
    ("guarantor_needed", "guarantor_share"): N_("A surety is asked, for {guarantor_share} of the amount."),
    ("guarantor_needed",): N_("A surety is asked: somebody who pays if you cannot."),
}
FIRST_YEAR: Ways = {
    ("amount_max_first_year",): N_("In the first year of a business you can borrow up to {amount_max_first_year}."),
}
RATE: Ways = {("rate",): N_("The interest is {rate} a year.")}
GRACE: Ways = {("grace_max",): N_("At the beginning you can pay interest only, for up to {grace_max}.")}
OWN_MONEY: Ways = {
    ("own_contribution_share",): N_("Of all that you need, at least {own_contribution_share} is your own money."),
}
TIMES: Ways = {
    ("own_contribution_multiple",): N_("The loan is at most {own_contribution_multiple} times your own money."),
}


@dataclass(frozen=True)
class Sentence:
    """One thing that a lender offers or asks."""

    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.text,)


def in_words(product: Product) -> tuple[Sentence, ...]:
    """The terms of a loan, one sentence each; of what the lender does not say, only the interest is missed."""
    return tuple(_sentences({name: float(each) for name, each in product.terms.items()}))


def _sentences(terms: Mapping[str, float]) -> Iterator[Sentence]:
    yield from _first(AMOUNTS, terms)
    yield from _first(FIRST_YEAR, terms)
    yield from _first(RATE, terms) if "rate" in terms else (Sentence(NOT_PUBLISHED),)
    yield from _first(TERMS, terms)
    yield from _first(GRACE, terms) if terms.get("grace_max") else ()
    yield from (Sentence(NO_FEE),) if terms.get("fee_share") == 0 else _first(FEES, terms)
    yield from (Sentence(NO_SURETY),) if terms.get("guarantor_needed") == 0 else _first(SURETIES, terms)
    yield from _first(OWN_MONEY, terms)
    yield from _first(TIMES, terms)


def _first(ways: Ways, terms: Mapping[str, float]) -> Iterator[Sentence]:
    """The fullest way to say it with what is known, if any."""
    for names, text in ways.items():
        if all(name in terms for name in names):
            yield Sentence(text, {name: Echo(BY_NAME[name], terms[name]) for name in names})
            return
