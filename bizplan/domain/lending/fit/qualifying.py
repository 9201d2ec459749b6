"""Who may have a credit: the conditions of a lender held against what the plan says of the person."""

from collections.abc import Iterator, Mapping

from financial_models.law import Condition, Product

from ...questions import QUESTIONS
from ...readiness.case import Case
from ...readiness.sentences import N_, Legal, Several, Spoken, Term
from ...readiness.signals import Light
from .applicant import REGION, said
from .grounds import Ground

SUITS, UNKNOWN, AGAINST = "suits", "unknown", "against"
TEXTS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("collective_debt_settlement", "no"): {
        SUITS: N_("You are not in a collective debt settlement."),
        UNKNOWN: N_("It does not lend during a collective debt settlement. Say if you are in one."),
        AGAINST: N_("It does not lend while a collective debt settlement runs."),
    },
    ("business_age", "under_a_year"): {
        SUITS: N_("It is for people who start, as you do."),
        UNKNOWN: N_("It is for businesses younger than a year. Is yours?"),
        AGAINST: N_("It is for businesses younger than a year."),
    },
    ("business_age", "over_a_year"): {
        SUITS: N_("It is for businesses older than a year, as yours is."),
        UNKNOWN: N_("It is for businesses older than a year. Is yours?"),
        AGAINST: N_("It is for businesses older than a year. You can ask for it later."),
    },
    ("jobseeker", "yes"): {
        SUITS: N_("It is for people who look for work or have a living wage, as you do."),
        UNKNOWN: N_("It is for people who look for work or have a living wage. Do you?"),
        AGAINST: N_("It is for people who look for work or have a living wage."),
    },
    ("natural_person", "yes"): {
        SUITS: N_("It lends to a person, and you start in your own name."),
        UNKNOWN: N_("It lends to a person, not to a company. Say in which form you start."),
        AGAINST: N_("It lends to a person, not to a company."),
    },
    ("income_in_belgium", "yes"): {
        SUITS: N_("You earn your income in Belgium."),
        UNKNOWN: N_("It lends for an income that you earn in Belgium. Say if you do."),
        AGAINST: N_("It lends only for an income that you earn in Belgium."),
    },
}
REGIONS = {
    SUITS: N_("It lends in {regions}, where you live."),
    UNKNOWN: N_("It lends in {regions}. Say in which region you live."),
    AGAINST: N_("It lends in {regions}. You live in {here}."),
}
OTHER = {
    SUITS: N_("A condition of this lender, which you meet: {rule}"),
    UNKNOWN: N_("A condition of this lender: {rule} Say if you meet it."),
    AGAINST: N_("A condition of this lender, which you do not meet: {rule}"),
}
CHECK = N_("Check this: {rule}")
TALK_FIRST = N_("You are in a collective debt settlement. Talk with the person who manages it before you borrow.")
LIGHTS = {SUITS: Light.OK, UNKNOWN: Light.WARN, AGAINST: Light.STOP}


def qualifying(case: Case, product: Product) -> Iterator[Ground]:
    """Each condition of a product as a reason; what the study does not know is a question for the lender."""
    for condition in product.conditions:
        if condition.is_asked:
            yield Ground("to_ask", None, CHECK, {"rule": Legal(condition.text)}, rests=(condition,))
        else:
            yield _held(case, condition)
    settled, place = said(case, "collective_debt_settlement")
    if settled == "yes" and not any(each.about == "collective_debt_settlement" for each in product.conditions):
        yield Ground("talk_first", Light.WARN, TALK_FIRST, places=(place,))


def _held(case: Case, condition: Condition) -> Ground:
    """A condition beside the answer that it is about."""
    word, place = said(case, condition.about)
    how = UNKNOWN if not word else SUITS if word in condition.wants else AGAINST
    values: dict[str, Spoken] = {"rule": Legal(condition.text)}
    text = TEXTS.get((condition.about, "/".join(condition.wants)), OTHER)[how]
    if condition.about == "region":
        values = {"regions": Several(tuple(map(_region, condition.wants))), "here": _region(word)}
        text = REGIONS[how]
    return Ground(condition.about, LIGHTS[how], text, values, (place,), rests=(condition,))


def _region(key: str) -> Term:
    option = QUESTIONS[REGION].option(key)
    return Term(option.label if option else "")
