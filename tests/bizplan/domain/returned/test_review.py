"""What is to be decided is kept and read again, and stands beside the plan as it is by then."""

from bizplan.domain.questions import QUESTIONS
from bizplan.domain.returned import Changed, Left, Review, Trouble, Why, lines
from bizplan.domain.revisions import Deed, Record, Revision, Said

PRICE, GROWTH, SEASON = (QUESTIONS[key] for key in (
    "products[].price", "household.expense_growth", "products[].season"))
CHANGES = (Changed(PRICE, "bread", 3.4, 3.2), Changed(SEASON, "bread", None, (1.0,) * 12),
           Changed(GROWTH, "", 0.02, 0.03))
LEFT = (Left("Rent: VAT", "Inputs!C7", Why.CALCULATED, None, QUESTIONS["costs[].amount"], "rent"),
        Left("Rate", "", Why.CELL, Trouble.TEXT))


def review():
    return Review.of(7, (*CHANGES, *LEFT))


def record(*said, rows=("bread",)):
    added = [Revision(Deed.ADD, "products", row, sequence=1) for row in rows]
    return Record.of("nl", [*added, *(Revision(Deed.ANSWER, key, row, Said.of(key, value), sequence=number)
                                      for number, (key, row, value) in enumerate(said, 2))])


def test_it_is_read_again_as_it_was_kept():
    assert Review.from_document(review().as_document()) == review()


def test_what_the_study_no_longer_asks_or_takes_is_left_out():
    told = review().as_document()
    told["changes"] = [[1, "gone.question", "", 1, 2], [2, PRICE.key, "bread", 1, -5], *told["changes"][:1]]
    assert [each.told for each in Review.from_document(told).changes.values()] == [3.2]


def test_what_is_decided_is_left_out_and_the_others_keep_their_numbers():
    assert list(review().without({2}).changes) == [1, 3]
    assert review().without({1, 2, 3}).left == LEFT


def test_a_change_says_what_stands_now_and_whether_it_moved_or_is_gone():
    price, season, growth = lines(review(), record((PRICE.key, "bread", 3.5), (GROWTH.key, "", 0.02)))
    assert (price.now, price.has_moved, price.gone) == (3.5, True, False)
    assert (season.now, season.has_moved) == (None, False)
    assert (growth.now, growth.has_moved) == (0.02, False)
    assert [each.gone for each in lines(review(), record(rows=()))] == [True, True, False]


def test_what_the_plan_says_already_is_no_difference_any_more():
    assert [each.number for each in lines(review(), record((PRICE.key, "bread", 3.2)))] == [2, 3]
