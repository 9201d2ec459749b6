"""The reasons of a lender: a list that ships with the house, with words for whoever asked for the credit.

A lender may add its own and leave out some of these (``reason_list``).  An officer chooses from the list and adds
words of their own.  What the person reads is in plain words and respectful: what the lender saw, where in the study to
look, and whom to ask.
"""

from dataclasses import dataclass

from ..readiness.sentences import N_


@dataclass(frozen=True)
class Reason:
    """One reason: how an officer calls it, what the person is told, what they can do, and the parts to look at."""

    key: str
    label: str
    told: str
    next: str = ""
    parts: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether a lender wrote it, in its own language."""
        return self.key.startswith(OWN)


OWN = "own_"
"""What the keys of a lender's own reasons begin with."""
OTHER = "other"
REASONS = {each.key: each for each in (
    Reason("surplus", N_("Not enough is left for the instalment"),
           N_("After all costs and what your family needs, too little is left each month to pay back the loan."),
           N_("Look at your prices, your costs and the amount of the loan. "
              "A smaller loan, or more months, makes the instalment smaller."),
           ("projection", "financing")),
    Reason("cash", N_("The cash falls below zero"),
           N_("In one of the months there is not enough money on the account to pay what has to be paid."),
           N_("See in which month that is. Can you pay something later, get paid earlier, or begin with more money?"),
           ("projection", "financing")),
    Reason("household", N_("The household is not covered"),
           N_("What the business earns, together with your other income, does not cover what your family needs."),
           N_("Check the costs of your family and your other income. A slower start beside a job can help."),
           ("household",)),
    Reason("papers", N_("Papers are missing or not clear"),
           N_("The lender could not check everything: a paper is missing, too old, or not easy to read."),
           N_("Ask which paper it is. Bring it, and ask again."), ("planning",)),
    Reason("debts", N_("The debts would weigh too much"),
           N_("With the debts that you have now, another loan would weigh too heavily on you."),
           N_("A service for debt mediation helps for free: ask your coach or the social service of your town "
              "(OCMW, CPAS). Smaller debts first, then the loan."), ("household", "financing")),
    Reason("market", N_("The market is not clear yet"),
           N_("The lender is not sure yet that enough customers will come and pay this price."),
           N_("Show it: test sales, orders on paper, letters of customers, prices of competitors."),
           ("market", "marketing")),
    Reason("permits", N_("A permit or the residence is not settled"),
           N_("A permit is missing, or your residence card ends before the loan is paid back."),
           N_("Your coach knows who can help with permits and papers. Ask again once it is settled."),
           ("stops", "rules")),
    Reason("amount", N_("The amount is outside what this lender can give"),
           N_("This lender gives smaller or larger loans than the one that you asked for."),
           N_("Another lender may fit better. Or ask for another amount."), ("financing",)),
    Reason("experience", N_("More experience or training is wanted"),
           N_("The lender would like to see more experience or training in this trade, or in running a business."),
           N_("A training, a work placement or a test phase counts. Your coach knows where."),
           ("competences",)),
    Reason(OTHER, N_("Another reason"),
           N_("The lender has another reason, in the words below."),
           N_("Ask the lender to explain it. Your coach can come along.")),
)}
"""By their keys, in the order in which they are shown."""


def known(keys: tuple[str, ...]) -> tuple[Reason, ...]:
    """The reasons with these keys; a key that the list no longer has is told as another reason."""
    return tuple(dict.fromkeys(REASONS.get(key, REASONS[OTHER]) for key in keys))
