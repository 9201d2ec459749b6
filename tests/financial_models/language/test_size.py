"""A model may be very large: nothing in it goes deeper with the number of its lines."""

import pytest

from financial_models.language import MONEY, Balance, Block, FormulaError, Input, Line, Model, Span, euros
from financial_models.readers import floats
from financial_models.readers.values import evaluate

LINES = 5000
SPAN = Span(2027, 1, 36)


class Step(Block):
    before_it = Input("What comes before", MONEY)
    amount = Line("Amount", MONEY, before_it + euros(1))


class Link(Block):
    taken = Input("Taken from the next one", MONEY)
    debt = Balance("Debt", MONEY)
    debt.moves(+taken)


def chain() -> Model:
    """Each line is the one before it and one euro."""
    steps = [Step("s0", before_it=0.0)]
    for n in range(1, LINES):
        steps.append(Step(f"s{n}", before_it=steps[-1].amount))
    return Model(SPAN, *reversed(steps))


def ring() -> Model:
    """Each balance moves by the opening of the next one, the last by that of the first."""
    class First(Block):
        debt = Balance("Debt", MONEY)
    first = First("b0")
    links = [first]
    for n in range(1, LINES):
        links.append(Link(f"b{n}", taken=links[-1].debt.opening))
    first.debt.moves(links[-1].debt.opening + euros(1))
    return Model(SPAN, *links)


def test_a_chain_of_thousands_of_lines_is_valued():
    model = chain()
    last = model[f"s{LINES - 1}.amount"]
    assert evaluate(model)[last][:, 0].tolist() == floats.Plan(model).evaluate()[last] == [LINES] * 48


def test_thousands_of_balances_that_move_each_other_are_walked_together():
    model = ring()
    assert max(map(len, model.groups)) == 2 * LINES
    assert evaluate(model, wanted=[model["b1.debt"]])["b1.debt"][:4, 0].tolist() == [0, 1, 3, 6]


def test_a_circle_through_thousands_of_lines_is_named():
    class First(Block):
        debt = Balance("Debt", MONEY)
    first = First("b0")
    links = [first]
    for n in range(1, LINES):
        links.append(Link(f"b{n}", taken=+links[-1].debt))
    first.debt.moves(+links[-1].debt)
    with pytest.raises(FormulaError, match="these lines wait for each other within a month") as error:
        Model(SPAN, *links)
    assert len(str(error.value)) < 500
