"""Rules on what the numbers rest on."""

from collections.abc import Iterator

from financial_models.assumptions import Grade

from ...questions import QUESTIONS, Kind
from ..case import Calculated, Case
from ..evidence import evidence_spread, grade_of_sales, quantities
from ..rule import WARNING, Found, Noticed, on_answers, on_figures
from ..sentences import N_, Count, Share, several

MANY = 8
ROUND = 50
FREELY_CHOSEN = ("loans", "own_money", "grants", "drawings", "leases", "household.debts", "financing")
"""Amounts that one decides on, and so may be round."""


@on_figures(
    WARNING, "projection",
    found=N_("{share} of the sales rests on guesses ({products})."),
    means=N_("A guess can be twice too high, and the whole plan with it."),
    mend=N_("Replace it: ask customers, compare prices, sell on trial."),
)
def sales_rest_on_guesses(case: Calculated) -> Found:
    """At most half of the sales rests on guesses."""
    guessed = evidence_spread(case).share(Grade.GUESS)
    if guessed > 0.5:
        rows = [row for row in case.rows("products") if grade_of_sales(case, row) is Grade.GUESS]
        yield Noticed(
            {"share": Share(guessed), "products": several([case.name("products", row) for row in rows])},
            tuple(case.place(quantities(case, row)[0], row) for row in rows),
            (case.figure(case.engine.statements.profit.turnover),),
        )


@on_answers(
    WARNING, "projection",
    found=N_("{share} of the amounts ({count}) are round guesses."),
    means=N_("Real prices are rarely round: it reads as if nobody looked."),
    mend=N_("Look up the largest ones, and say where you found them."),
)
def round_guesses(case: Case) -> Found:
    """Amounts were looked up: a plan of nothing but round guesses was not."""
    amounts = list(_amounts(case))
    rounded = [(key, row) for key, row, value in amounts if _is_round_guess(case, key, row, value)]
    if len(amounts) >= MANY and len(rounded) > len(amounts) / 2:
        places = tuple(case.place(key, row) for key, row in rounded[:5])
        yield Noticed({"share": Share(len(rounded) / len(amounts)), "count": Count(len(rounded))}, places)


def _amounts(case: Case) -> Iterator[tuple[str, str, float]]:
    for (key, row), answer in case.plan.answers.items():
        value = answer.value
        found_out = QUESTIONS[key].kind is Kind.AMOUNT and not key.startswith(FREELY_CHOSEN)
        if found_out and isinstance(value, (int, float)) and value >= ROUND:
            yield key, row, float(value)


def _is_round_guess(case: Case, key: str, row: str, value: float) -> bool:
    return case.grade(key, row) is Grade.GUESS and value % ROUND == 0


@on_answers(
    WARNING, "operations",
    found=N_("{things} must be bought, and there is no quote."),
    means=N_("A lender pays for a thing with a price on paper."),
    mend=N_("Ask for an offer, or keep the advertisement of the second-hand one."),
)
def equipment_without_quote(case: Case) -> Found:
    """What is bought has a price on paper."""
    rows = [
        row for row in case.rows("equipment")
        if case.value("equipment[].in_kind", row) is not True
        and case.number("equipment[].price", row) > 0 and case.grade("equipment[].price", row) < Grade.QUOTE
    ]
    if rows:
        places = (*(case.place("equipment[].price", row) for row in rows), case.place("planning.papers.quotes"))
        yield Noticed({"things": several([case.name("equipment", row) for row in rows])}, places)


@on_answers(
    WARNING, "financing",
    found=N_("For {money} there is no proof yet."),
    means=N_("A lender counts only money that can be seen."),
    mend=N_("Add a bank statement or a written declaration."),
)
def own_money_unproven(case: Case) -> Found:
    """Own money can be seen."""
    rows = [row for row in case.rows("own_money") if case.value("own_money[].proof", row) in (None, "none")]
    if rows:
        names = several([case.name("own_money", row) for row in rows])
        yield Noticed({"money": names}, tuple(case.place("own_money[].proof", row) for row in rows))
