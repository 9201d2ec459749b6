"""What a coach suggests changes nothing until the entrepreneur decides, and the first decision stands."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bizplan.domain.coaching.suggestions import State
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans, suggestions
from bizplan.storage.plans import Change
from bizplan.storage.tables import REVISIONS, SUGGESTIONS

NEED, OFFER = "idea.need", "idea.offer"
NAME, PRICE = "products[].name", "products[].price"


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        made = plans.make(tx, amal, "ar")
        plans.save(tx, made, amal, change("Bread"))
        return made


def change(text, question=NEED, base=1):
    return Change(Deed.ANSWER, question, "", Said.of(question, text, text=(text,)), base=base)


def suggest(storage, plan, who, text="Warm bread", reason="It sells better.", question=NEED):
    with storage.writing() as tx:
        return suggestions.make(tx, plan, who, change(text, question), reason)


def suggest_row(storage, plan, who, row="cake", price=None):
    """Suggests a product with a name, and with a price where one is given."""
    said = {NAME: Said.of(NAME, "Cake"), **({PRICE: Said.of(PRICE, price)} if price else {})}
    with storage.writing() as tx:
        return suggestions.make(tx, plan, who, Change(Deed.ADD, "products", row, base=1), "It sells.", said)


def states(storage, plan):
    with storage.reading() as tx:
        return [(each.revision.said.value, each.state) for each in suggestions.suggestions_of(tx, plan)]


def test_it_stands_beside_the_answer_with_its_reason_and_changes_nothing(storage, plan, lien):
    made = suggest(storage, plan, lien)
    with storage.reading() as tx:
        found = suggestions.suggestion(tx, plan, made)
        stands = plans.record(tx, plans.plan(tx, plan)).said(NEED)
    assert (found.revision.said.value, found.reason, found.author, found.state) == (
        "Warm bread", "It sells better.", lien, State.OPEN)
    assert found.revision.proposal and stands.value == "Bread"


def test_reason_and_answer_are_sealed(storage, plan, lien):
    suggest(storage, plan, lien)
    with storage.reading() as tx:
        kept = b"".join(row.reason_sealed for row in tx.execute(SUGGESTIONS.select()))
        kept += b"".join(row.payload_sealed for row in tx.execute(REVISIONS.select()))
    assert b"bread" not in kept and b"sells" not in kept


def test_the_same_one_twice_is_one(storage, plan, lien):
    assert suggest(storage, plan, lien) == suggest(storage, plan, lien)
    assert len(states(storage, plan)) == 1


def test_a_new_one_of_the_same_coach_on_the_same_answer_takes_the_place_of_the_old(storage, plan, lien):
    suggest(storage, plan, lien)
    suggest(storage, plan, lien, "Fresh bread")
    suggest(storage, plan, lien, "Cake", question=OFFER)
    assert states(storage, plan) == [
        ("Cake", State.OPEN), ("Fresh bread", State.OPEN), ("Warm bread", State.WITHDRAWN)]


def test_two_coaches_may_suggest_two_answers(storage, plan, lien, amal):
    suggest(storage, plan, lien)
    suggest(storage, plan, amal, "Fresh bread")
    with storage.reading() as tx:
        assert [each.author for each in suggestions.open_in(tx, plan)] == [lien, amal]


def test_the_first_decision_stands(storage, plan, lien, amal):
    made = suggest(storage, plan, lien)
    with storage.writing() as tx:
        assert suggestions.decide(tx, made, State.DECLINED, amal)
        assert not suggestions.decide(tx, made, State.ACCEPTED, amal, 9)
        found = suggestions.suggestion(tx, plan, made)
    assert (found.state, found.decided_by, found.came_of_it) == (State.DECLINED, amal, 0)


def test_of_many_who_decide_at_once_one_does(storage, plan, lien, amal):
    made = suggest(storage, plan, lien)

    def decide(number):
        with storage.writing() as tx:
            return suggestions.decide(tx, made, State.ACCEPTED if number % 2 else State.DECLINED, amal)
    with ThreadPoolExecutor(6) as threads:
        assert sorted(threads.map(decide, range(12))) == [False] * 11 + [True]


def test_a_suggestion_is_found_only_in_its_own_plan(storage, plan, lien, amal):
    made = suggest(storage, plan, lien)
    with storage.writing() as tx:
        other = plans.make(tx, amal, "nl")
        assert suggestions.suggestion(tx, other, made) is None
        assert suggestions.suggestion(tx, plan, "0" * 32) is None
        assert suggestions.open_in(tx, other) == suggestions.suggestions_of(tx, other) == ()


def test_what_led_to_a_revision_is_found_by_it(storage, plan, lien, amal):
    made = suggest(storage, plan, lien)
    with storage.writing() as tx:
        suggestions.decide(tx, made, State.ACCEPTED, amal, 3)
        assert [each.id for each in suggestions.about(tx, plan, [3])] == [made]
        assert [each.id for each in suggestions.about(tx, plan, [2])] == [made]
        assert suggestions.about(tx, plan, [1]) == ()


def test_a_row_stands_beside_the_plan_with_its_answers_and_is_not_in_it(storage, plan, lien):
    made = suggest_row(storage, plan, lien, price=3.5)
    with storage.reading() as tx:
        found = suggestions.suggestion(tx, plan, made)
        stands = plans.record(tx, plans.plan(tx, plan))
    assert {each.question: each.said.value for each in found.answers} == {NAME: "Cake", PRICE: 3.5}
    assert all(each.proposal and each.base == found.revision.sequence for each in found.answers)
    assert stands.rows == {} and set(stands.answers) == {(NEED, "")}
    assert stands.supposing(found.revisions).plan.value(PRICE, "cake") == 3.5


def test_the_same_row_twice_is_one_and_another_of_its_answers_takes_its_place(storage, plan, lien, amal):
    first = suggest_row(storage, plan, lien)
    assert suggest_row(storage, plan, lien) == first
    second = suggest_row(storage, plan, lien, price=3.5)
    others = suggest_row(storage, plan, amal, row="tea")
    with storage.reading() as tx:
        found = suggestions.open_in(tx, plan)
        assert suggestions.suggestion(tx, plan, first).state is State.WITHDRAWN
    assert [(each.id, len(each.answers)) for each in found] == [(second, 2), (others, 1)]


def test_a_row_that_is_taken_is_in_the_plan_and_each_of_its_revisions_came_of_it(storage, plan, lien, amal):
    made = suggest_row(storage, plan, lien, price=3.5)
    with storage.writing() as tx:
        found = suggestions.suggestion(tx, plan, made)
        answers = {each.question: each.said for each in found.answers}
        sequence = suggestions.take_row(tx, found, amal, answers)
        suggestions.decide(tx, made, State.ACCEPTED, amal, sequence)
        plans.save(tx, plan, amal, Change(Deed.ANSWER, PRICE, "cake", Said.of(PRICE, 4), base=99))
        found, known = suggestions.suggestion(tx, plan, made), plans.since(tx, plan, 0)
        stands = plans.record(tx, plans.plan(tx, plan))
    assert stands.rows == {"products": ("cake",)} and stands.said(NAME, "cake").value == "Cake"
    assert [found.holds(each) for each in known] == [False, True, True, True, False, False, False, False]
    assert [found.led_to(each) for each in known] == [False, False, False, False, True, True, True, False]


def test_what_is_answered_in_a_suggested_row_is_no_change_of_the_plan(storage, plan, lien):
    suggest_row(storage, plan, lien, price=3.5)
    suggest(storage, plan, lien)
    with storage.reading() as tx:
        assert plans.changed_since(tx, plan, tx.now.replace(year=2020), 10) == ((NEED, ""),)
