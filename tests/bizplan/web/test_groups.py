"""Rows of repeated groups: added, copied, moved, removed and taken back by buttons that post."""

import pytest

from bizplan.domain.questions import GROUPS
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import plans
from bizplan.storage.plans import Change
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, record, said, shown

NAME, PRICE = "products[].name", "products[].price"


@pytest.fixture
def at(plan):
    """The address of a page of the study."""
    return lambda part, page: f"/en/plan/{plan}/study/{part}/{page}"


@pytest.fixture
def products(amals, at):
    """The page of the products, opened anew each time."""
    return lambda: opened(amals, at("idea", "products"))


@pytest.fixture
def rows(storage, plan):
    """The names of the rows as they stand."""
    def now(group="products", name=NAME):
        found = record(storage, plan)
        return [found.said(name, row).value for row in found.rows.get(group, ())]
    return now


@pytest.fixture
def three(amals, products):
    """Bread, cake and tea; the ids of their rows."""
    ids = []
    for name in ("Bread", "Cake", "Tea"):
        answer = products().press("/rows/add")
        page = opened(amals, answer.headers["Location"])
        page.send({NAME: name, "products[].sold_by": "units"})
        ids.append(page.address.rpartition("/")[2])
    return ids


def button(amals, at, row, what):
    """Presses one of the buttons of a row."""
    return opened(amals, at("idea", "products")).press(f"/rows/{row}/{what}")


def test_an_empty_group_says_so_and_offers_to_add_the_first(products, rows):
    page = products()
    assert "Nothing here yet" in page.text
    answer = page.press("/rows/add")
    assert answer.status_code == 302
    assert rows() == [None]


def test_a_row_that_is_added_twice_with_one_press_is_one_row(products, rows):
    page = products()
    first, again = page.press("/rows/add"), page.press("/rows/add")
    assert first.headers["Location"] == again.headers["Location"]
    assert len(rows()) == 1
    products().press("/rows/add")
    assert len(rows()) == 2


def test_a_row_with_an_id_that_cannot_be_one_gets_its_own(amals, products, storage, plan):
    page = products()
    for bad in ("", "../../x", "A" * 32, "a" * 41, "<b>"):
        answer = page.press("/rows/add", new=bad)
        assert answer.status_code == 302
        assert shown(amals, amals.get(answer.headers["Location"])).heading
    assert all(len(row) == 32 for row in record(storage, plan).rows["products"])


def test_rows_stand_on_their_page_by_name_with_what_is_missing(three, products, amals, at):
    page = products()
    assert page.of("//li//h2") == ["Bread", "Cake", "Tea"]
    row = opened(amals, at("idea", "prices") + f"/{three[1]}")
    row.send({PRICE: "3.50", "products[].price_includes_vat": "yes"})
    assert "€ 3.50" in opened(amals, at("idea", "prices")).text


def test_a_row_of_which_something_needed_is_missing_says_so(products):
    products().press("/rows/add")
    assert "Not complete yet" in products().text
    assert "Products and services 1" in products().text


def test_a_row_leads_back_to_its_list_and_the_list_to_the_next_page(three, amals, at, products):
    answer = opened(amals, at("idea", "products") + f"/{three[0]}").send()
    assert answer.headers["Location"] == at("idea", "products")
    assert products().press("/idea/products").headers["Location"] == at("idea", "quantities")


def test_a_copy_has_the_same_answers_and_stands_behind_the_first(three, amals, at, rows, storage, plan):
    opened(amals, at("idea", "prices") + f"/{three[0]}").send(
        {PRICE: "2.60", f"{PRICE}:evidence": "5", f"{PRICE}:note": "At the market"})
    answer = button(amals, at, three[0], "copy")
    assert rows() == ["Bread", "Bread", "Cake", "Tea"]
    twin = answer.headers["Location"].rpartition("/")[2]
    assert record(storage, plan).rows["products"][1] == twin
    assert said(storage, plan, PRICE, twin) == Said((), 2.6, Grade(5), "At the market")
    opened(amals, at("idea", "prices") + f"/{twin}").send({PRICE: "3"})
    assert said(storage, plan, PRICE, three[0]).value == 2.6, "the copy has answers of its own"


@pytest.mark.parametrize(("which", "what", "order"), [
    (1, "up", ["Cake", "Bread", "Tea"]), (1, "down", ["Bread", "Tea", "Cake"]),
    (2, "up", ["Bread", "Tea", "Cake"]), (0, "down", ["Cake", "Bread", "Tea"]),
])
def test_rows_move_one_place(three, amals, at, rows, which, what, order):
    assert button(amals, at, three[which], what).headers["Location"] == at("idea", "products")
    assert rows() == order


def test_the_first_row_has_no_way_up_and_stays_first_where_it_is_sent_up(three, products, rows):
    page = products()
    actions = [form.get("action") for form in page.tree.forms]
    assert not any(f"{three[0]}/up" in each or f"{three[2]}/down" in each for each in actions)
    token = dict(page.tree.forms[-1].form_values())["csrf_token"]
    page.browser.client.post(f"{page.address}/rows/{three[0]}/up", data={"csrf_token": token})
    page.browser.client.post(f"{page.address}/rows/{three[2]}/down", data={"csrf_token": token})
    assert rows() == ["Bread", "Cake", "Tea"]


def test_a_row_that_is_removed_no_longer_counts_and_can_be_taken_back_with_its_answers(
        three, amals, at, rows, storage, plan):
    answer = button(amals, at, three[1], "remove")
    assert rows() == ["Bread", "Tea"]
    page = opened(amals, answer.headers["Location"])
    assert "Cake is removed." in page.text
    page.press(f"/rows/{three[1]}/restore")
    assert rows() == ["Bread", "Tea", "Cake"]
    assert record(storage, plan).plan.value(NAME, three[1]) == "Cake"


def test_a_row_that_is_removed_twice_is_removed_once(three, amals, at, rows, storage, plan):
    page = opened(amals, at("idea", "products"))
    page.press(f"/rows/{three[1]}/remove")
    before = record(storage, plan).sequence
    assert page.press(f"/rows/{three[1]}/remove").status_code == 302
    assert page.press(f"/rows/{three[1]}/up").status_code == 404
    assert page.press(f"/rows/{three[1]}/copy").status_code == 404
    assert record(storage, plan).sequence == before
    assert rows() == ["Bread", "Tea"]
    assert amals.get(at("idea", "products") + f"/{three[1]}").status_code == 404


def test_what_never_was_a_row_cannot_be_taken_back(three, products, rows):
    page = products()
    token = dict(page.tree.forms[-1].form_values())["csrf_token"]
    page.browser.client.post(f"{page.address}/rows/{'f' * 32}/restore", data={"csrf_token": token})
    page.browser.client.post(f"{page.address}/rows/{three[0]}/restore", data={"csrf_token": token})
    assert rows() == ["Bread", "Cake", "Tea"]


def test_no_group_grows_past_what_the_engine_takes(amals, amal, at, storage, plan):
    most = GROUPS["loans"].most
    with storage.writing() as tx:
        plans.save_all(tx, plan, amal, [Change(Deed.ADD, "loans", f"row{at}") for at in range(most - 1)])
    page = opened(amals, at("financing", "lender"))
    assert page.press("/rows/add", new="last").status_code == 302
    assert page.press("/rows/add", new="toomany").status_code == 413
    assert page.press("/rows/row1/copy").status_code == 413
    assert len(record(storage, plan).rows["loans"]) == most == 50


def test_pages_that_ask_more_of_rows_neither_add_nor_move_them(three, amals, at):
    page = opened(amals, at("idea", "prices"))
    actions = [form.get("action") for form in page.tree.forms]
    assert not any("/rows/" in each for each in actions if each)
    empty = opened(amals, at("operations", "things_use"))
    assert "Nothing to ask here yet." in empty.text
    assert at("operations", "things") in empty.of("//main//@href")


def test_rows_are_added_only_where_a_group_is_asked(products, amals, plan):
    page = products()
    token = dict(page.tree.forms[-1].form_values())["csrf_token"]
    for where in ("idea/need", "idea/nothing", "nothing/products"):
        answer = amals.client.post(f"/en/plan/{plan}/study/{where}/rows/add", data={"csrf_token": token})
        assert answer.status_code == 404, where


def test_a_question_that_points_at_a_row_offers_the_rows_by_name(amals, at, storage, plan):
    answer = opened(amals, at("financing", "lender")).press("/rows/add", new="bank")
    opened(amals, answer.headers["Location"]).send({"loans[].name": "Microcredit"})
    answer = opened(amals, at("financing", "loan_parts")).press("/rows/add", new="part")
    page = opened(amals, answer.headers["Location"])
    assert page.of("//select[@name='drawings[].loan']/option") == ["Choose", "Microcredit"]
    page.send({"drawings[].loan": "bank", "drawings[].share": "50 %"})
    assert record(storage, plan).plan.value("drawings[].loan", "part") == "bank"
    opened(amals, at("financing", "lender")).press("/rows/bank/remove")
    assert record(storage, plan).plan.value("drawings[].loan", "part") is None


@pytest.mark.usefixtures("coach_writes")
def test_two_people_who_add_a_row_both_keep_theirs(amals, liens, at, rows):
    hers, theirs = opened(amals, at("idea", "products")), opened(liens, at("idea", "products"))
    hers.press("/rows/add")
    theirs.press("/rows/add")
    assert len(rows()) == 2
