"""A plan is what its revisions add up to, in the order of their sequence."""

import pytest

from bizplan.domain.revisions import NOTHING_SAID, Deed, Record, Revision, Said
from financial_models.assumptions import Grade

PRODUCTS, PRICE, UNITS, NEED = "products", "products[].price", "products[].units", "idea.need"


def add(row, after="", deed=Deed.ADD):
    return Revision(deed, PRODUCTS, row, after=after)


def answer(question, value, row="", **more):
    return Revision(Deed.ANSWER, question, row, Said((str(value),), value), **more)


def counted(*revisions):
    """The revisions, numbered from 1 as they are kept."""
    return Record.of("nl", [Revision(**{**vars(each), "sequence": at}) for at, each in enumerate(revisions, 1)])


@pytest.mark.parametrize(("steps", "rows"), [
    ([add("a"), add("b"), add("c")], "abc"),
    ([add("a"), add("b"), add("c", after="a")], "acb"),
    ([add("a"), add("b"), add("c", deed=Deed.MOVE)], "cab"),
    ([add("a"), add("b"), add("a", after="b", deed=Deed.MOVE)], "ba"),
    ([add("a"), add("b"), add("b", after="", deed=Deed.MOVE)], "ba"),
    ([add("a"), add("b"), add("a", deed=Deed.REMOVE)], "b"),
    ([add("a"), add("b"), add("a", deed=Deed.REMOVE), add("a")], "ba"),
    ([add("a"), add("a")], "a"),
    ([add("a"), add("b", after="gone")], "ab"),
    ([add("a"), add("z", deed=Deed.REMOVE)], "a"),
    ([add("a"), add("b"), add("a", after="a", deed=Deed.MOVE)], "ab"),
])
def test_rows_stand_as_their_revisions_put_them(steps, rows):
    assert "".join(counted(*steps).rows[PRODUCTS]) == rows


def test_a_group_whose_last_row_went_is_no_group():
    assert counted(add("a"), add("a", deed=Deed.REMOVE)).rows == {}


def test_the_newest_answer_counts_and_a_proposal_does_not():
    record = counted(answer(NEED, "a"), answer(NEED, "b"), answer(NEED, "c", proposal=True))
    assert record.said(NEED).value == "b"
    assert (record.sequence_of(NEED), record.sequence) == (2, 3)
    assert record.said("idea.business_name") == NOTHING_SAID
    assert record.sequence_of("idea.business_name") == 0


def test_the_plan_leaves_out_answers_in_rows_that_went():
    gone = [add("a"), answer(PRICE, 3.0, "a"), add("a", deed=Deed.REMOVE)]
    assert counted(*gone).plan.answer(PRICE, "a") is None
    assert counted(*gone).said(PRICE, "a").value == 3.0
    assert counted(*gone, add("a")).plan.value(PRICE, "a") == 3.0


def test_the_plan_leaves_out_what_no_question_of_this_version_takes():
    assert counted(answer("no.such.question", 1)).plan.answers == {}
    assert counted(answer("inform.start", "not a date")).plan.answers == {}


def test_what_was_said_comes_back_as_it_was_kept():
    told = Said(("3,50", "week"), 14.0, Grade.QUOTE, "asked at the mill", unknown=False)
    assert Said.from_document(told.as_document()) == told
    unknown = Said((), None, unknown=True)
    assert Said.from_document(unknown.as_document()) == unknown


def test_unread_empty_and_unknown_are_three_things():
    unread, empty, unknown = Said(("abc",)), Said(("  ",)), Said(unknown=True)
    assert (unread.is_unread, unread.is_empty) == (True, False)
    assert (empty.is_unread, empty.is_empty) == (False, True)
    assert (unknown.is_unread, unknown.is_empty) == (False, False)
