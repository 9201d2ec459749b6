"""Labels are names: an opening has its own, what the user named stands in front, no two lines share one."""

from financial_models.language import MONEY, Block, Input, Line, Model, Span
from financial_models.readers.labels import clashes, label, titles_of
from tests.financial_models.readers.businesses import market

DUTCH = {"Capital owed": "Openstaand kapitaal", "{label}, opening": "{label}, beginstand"}


class Product(Block):
    price = Input("Price", MONEY)
    sales = Line("Sales", MONEY, price * 1)


class Twins(Block):
    price = Input("Price", MONEY)
    other = Line("Cost", MONEY, price * 1)


def test_an_opening_has_a_name_of_its_own():
    model = market().model
    assert label(model["loan.debt"]) == "Capital owed"
    assert label(model["loan.debt_opening"]) == "Capital owed, opening"
    assert label(model["loan.debt_opening"], lambda text: DUTCH.get(text, text)) == "Openstaand kapitaal, beginstand"


def test_a_line_is_called_after_what_the_user_named():
    bread = Product("product.1", "Flat bread", price=2.0)
    assert label(bread.sales, titles={"product.1": "Flat bread"}) == "Flat bread: Sales"
    assert label(bread.sales) == "Sales"


def test_two_of_a_kind_with_the_same_title_are_numbered():
    model = Model(Span(2027, 1, 36), Product("a", "Bread", price=1.0), Product("b", "Bread", price=2.0))
    assert titles_of(model) == {"a": "Bread", "b": "Bread (2)"}
    assert clashes(model) == []


def test_labels_that_clash_are_named_with_their_lines():
    model = Model(Span(2027, 1, 36), Product("a", price=1.0), Twins("b", price=2.0))
    assert clashes(model) == ["“Price” is the label of a.price, b.price"]
    same = {"Sales": "Cost"}
    assert len(clashes(model, lambda text: same.get(text, text))) == 2
