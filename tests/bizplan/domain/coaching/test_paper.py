"""Which questions a sheet asks, with which numbers, and that the numbers stay those of the sheet."""

from bizplan.domain.coaching import paper
from bizplan.domain.coaching.paper import MOST, Why, at_once, by_row, sheet, sheets
from bizplan.domain.course import PARTS
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Record, Revision, Said

EMPTY = Record("nl")


def record(*revisions: Revision) -> Record:
    return Record.of("nl", revisions)


def answered(key: str, value: object, row: str = "", sequence: int = 1, **more) -> Revision:
    return Revision(Deed.ANSWER, key, row, Said((str(value),), value, **more), sequence=sequence)


def row(group: str, name: str, sequence: int = 1) -> Revision:
    return Revision(Deed.ADD, group, name, sequence=sequence)


def names(found: paper.Sheet) -> list[str]:
    return [each.name for each in found.slots]


def test_a_plan_with_nothing_in_it_is_asked_everything_in_order_but_what_coaches_are_asked():
    for part in PARTS.values():
        found = sheet(EMPTY, part)
        assert [each.number for each in found.slots] == list(range(1, len(found.slots) + 1))
        assert not [each for each in found.slots if each.question.coach or each.question.group]
    assert names(sheet(EMPTY, PARTS["idea"]))[0] == PARTS["idea"].pages[0].questions[0]


def test_what_is_answered_is_not_asked_again_and_what_is_unknown_or_unread_says_so():
    keys = [slot.question.key for slot in sheet(EMPTY, PARTS["household"]).slots]
    known, unknown, unread = "household.expenses.rent", "household.expenses.food", "household.expenses.water"
    assert {known, unknown, unread} <= set(keys)
    found = sheet(record(
        answered(known, 700), Revision(Deed.ANSWER, unknown, "", Said(unknown=True), sequence=2),
        Revision(Deed.ANSWER, unread, "", Said(("veel",)), sequence=3)), PARTS["household"])
    why = {slot.question.key: slot.why for slot in found.slots}
    assert known not in why and (why[unknown], why[unread]) == (Why.UNKNOWN, Why.UNREAD)
    assert {each for key, each in why.items() if key not in (unknown, unread)} == {Why.EMPTY}


def test_a_question_that_hangs_on_an_open_one_says_on_which_answer():
    dependent = [(slot, each) for part in PARTS.values() for slot in sheet(EMPTY, part).slots for each in slot.only_if]
    assert dependent
    for slot, each in dependent:
        assert each.number < slot.number and each.condition in slot.question.when


def test_a_question_that_an_answer_left_out_is_not_printed():
    slot, condition = next((slot, each.condition) for part in PARTS.values() for slot in sheet(EMPTY, part).slots
                           for each in slot.only_if if QUESTIONS[each.condition.question].kind.value == "yes or no")
    part = next(each for each in PARTS.values() if slot in sheet(EMPTY, each).slots)
    for value in (True, False):
        found = names(sheet(record(answered(condition.question, value)), part))
        assert (slot.name in found) is (value in condition.among)


def test_rows_are_asked_one_after_the_other_and_stand_together():
    found = sheet(record(row("products", "bread"), row("products", "cake", 2)), PARTS["idea"])
    together = [(page.key, name) for page, name, _slots in by_row(found.slots) if name]
    assert together == sorted(together, key=together.index) and {name for _page, name in together} == {"bread", "cake"}
    assert "products[].name@bread" in names(found)
    assert sum(len(slots) for _page, _row, slots in by_row(found.slots)) == len(found.slots)


def test_a_long_part_goes_on_on_another_sheet():
    many = [row("products", f"p{number}", number + 1) for number in range(40)]
    found = sheet(record(*many), PARTS["projection"])
    assert len(found.slots) == MOST and found.more > 0


def test_one_paper_holds_as_many_parts_as_it_can_and_at_least_one():
    every = sheets(EMPTY)
    held = at_once(every)
    assert held == every[:len(held)] and sum(each.size for each in held) <= MOST
    assert {"stops", "quick"} & {each.part.key for each in every} == set()
    assert at_once(every[1:2]) == every[1:2] and at_once(()) == ()
