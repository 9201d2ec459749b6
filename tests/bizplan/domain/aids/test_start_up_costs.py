"""Start-up costs by trade: names and what to ask a quote for, no amounts."""

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.aids.notes import table
from bizplan.domain.aids.permits import Usual
from bizplan.domain.aids.start_up_costs import named_already, start_up_costs
from bizplan.domain.questions import QUESTIONS
from tests.bizplan.domain.aids.spoken import is_whole, remarked

TRADES = [option.key for option in QUESTIONS["idea.sector"].options]


@pytest.mark.parametrize("sector", TRADES)
def test_every_trade_has_a_list_whose_rows_the_study_takes(sector):
    found = start_up_costs(sector)
    assert is_whole(start_up_costs(sector, [item.key for item in found.items]))
    assert {item.key for item in found.items} >= {"registration", "insurance"}
    own = [item for item in found.items if item.key in OWN[sector]]
    assert len(own) == len(OWN[sector])


OWN = {
    "bakery": {"oven", "mixer"}, "restaurant": {"kitchen", "seats"}, "food_truck": {"truck", "generator"},
    "grocery": {"cooling", "shelves"}, "shop": {"counter"}, "import": {"customs", "storage"}, "clothing": {"sewing"},
    "repair": {"tools", "measuring"}, "crafts": {"making_machine"}, "construction": {"ladder", "safety"},
    "cleaning": {"cleaning_machines"}, "hair_and_beauty": {"chairs", "hair_tools"}, "transport": {"navigation"},
    "it": {"server"}, "language": {"teaching"}, "care": {"care_tools"}, "other": set(),
}


def test_a_row_has_a_name_and_a_kind_and_no_amount():
    found = start_up_costs("bakery", ["oven", "insurance"])
    oven = next(row for row in found.rows if row.group == "equipment")
    assert dict(oven.texts) == {"equipment[].name": "Oven and proofing cabinet"}
    assert dict(oven.answers) == {"equipment[].kind": "machines"}
    cost = next(row for row in found.rows if row.group == "costs")
    assert dict(cost.answers) == {"costs[].every": "once", "costs[].kind": "insurance"}


def test_before_anything_is_chosen_the_rows_are_what_everybody_needs():
    found = start_up_costs("bakery")
    always = [item for item in found.items if item.usual is Usual.ALWAYS]
    assert len(found.rows) == len([item for item in always if item.group])


def test_what_the_plan_asks_elsewhere_is_a_reminder():
    found = start_up_costs("bakery", ["first_stock"])
    assert found.rows == ()
    assert remarked(found)[-1].startswith("First stock: answer it with your products.")


def test_no_amount_is_written_in_the_data():
    entries = table("start_up_costs")["item"]
    assert {name for entry in entries for name in entry} == {"key", "name", "sectors", "usual", "group", "kind", "ask"}
    assert not any(character.isdigit() for entry in entries for character in entry["name"] + entry["ask"])


def test_what_the_plan_names_already_is_known():
    assert named_already(plan_file.read(examples.text("bakery")), "equipment")


def test_unknown_trades_and_items_are_refused():
    with pytest.raises(LookupError, match="'piracy'"):
        start_up_costs("piracy")
    with pytest.raises(LookupError, match=r"has no item \['ship'\]"):
        start_up_costs("bakery", ["ship"])
