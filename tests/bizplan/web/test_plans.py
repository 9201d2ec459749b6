"""The plans of a person: a new one, one from a file, the file of one."""

import io

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import consents, people, plans
from bizplan.web.plans import MOST_PLANS
from tests.bizplan.domain.renumbered import renumbered
from tests.bizplan.web.opened import opened, record, shown

MINE = "/en/plans?all=1"


def owned(storage, person):
    """The ids of somebody's plans."""
    with storage.reading() as tx:
        return [each.id for each in plans.plans_of(tx, person)]


def send_file(browser, content):
    """Gives a plan file to the form of the page."""
    form = next(each for each in opened(browser, MINE).tree.forms if each.get("enctype"))
    data = {**dict(form.form_values()), "file": (io.BytesIO(content), "plan.json")}
    return browser.client.post(form.get("action"), data=data, content_type="multipart/form-data")


def test_somebody_without_a_plan_begins_one_and_comes_to_its_task_list(amals, storage, amal):
    page = opened(amals, "/en/plans")
    assert "There is no plan yet." in page.text
    answer = page.press("/plans/new")
    plan, = owned(storage, amal)
    assert answer.headers["Location"] == f"/en/plan/{plan}/"
    assert opened(amals, answer.headers["Location"]).heading == "Your feasibility study"


def test_somebody_with_one_plan_comes_to_it_at_once(amals, plan):
    assert amals.get("/en/plans").headers["Location"] == f"/en/plan/{plan}/"
    assert amals.get("/en/").headers["Location"] == "/en/plans"
    assert "New plan" in opened(amals, MINE).text


def test_a_coach_is_led_to_the_desk_and_begins_no_plan(liens, plan, storage, lien):
    for address in ("/en/plans", MINE):
        assert liens.get(address).headers["Location"] == "/en/coaching/desk"
    token = opened(liens, f"/en/plan/{plan}/study/idea/need").fields["csrf_token"]
    assert liens.client.post("/en/plans/new", data={"csrf_token": token}).status_code == 404
    assert owned(storage, lien) == []


def test_a_coach_with_plans_of_their_own_finds_them_and_the_way_to_the_desk(liens, storage, lien):
    with storage.writing() as tx:
        people.give_role(tx, lien, Role.ENTREPRENEUR)
        consents.write_down(tx, lien, CONSENT, "en", given=True)
    assert "/plans/new" in str(opened(liens, "/en/plans").of("//main//form/@action")), "the first can be begun"
    with storage.writing() as tx:
        own = plans.make(tx, lien, "nl")
    page = opened(liens, "/en/plans")
    assert {f"/en/plan/{own}/", "/en/coaching/desk"} <= set(page.of("//main//@href"))


@pytest.mark.parametrize("name", examples.names())
def test_a_plan_that_is_read_from_a_file_and_taken_along_again_says_the_same(amals, storage, amal, name):
    original = plan_file.read(examples.text(name))
    answer = send_file(amals, examples.text(name).encode())
    plan, = owned(storage, amal)
    assert answer.headers["Location"] == f"/en/plan/{plan}/"
    file = amals.get(f"/en/plan/{plan}/file")
    assert file.mimetype == "application/json"
    assert file.headers["Content-Disposition"] == 'attachment; filename="plan.json"'
    taken = plan_file.read(file.data)
    assert renumbered(taken) == renumbered(original)
    assert plan_file.write(renumbered(taken)) == plan_file.write(renumbered(original)), "in the same order too"
    assert taken == record(storage, plan).plan


def test_the_file_that_is_taken_along_can_be_read_as_another_plan_with_ids_of_its_own(amals, storage, amal, bakery):
    content = amals.get(f"/en/plan/{bakery}/file").data
    send_file(amals, content)
    second, = set(owned(storage, amal)) - {bakery}
    one, other = record(storage, bakery).plan, record(storage, second).plan
    assert set(one.rows["products"]).isdisjoint(other.rows["products"])
    assert renumbered(one) == renumbered(other)


@pytest.mark.parametrize(("content", "told"), [
    (b"", "line 1, column 1"), (b"{", "line 1"), (b"[]", ""), (b"\xff\xfe", ""), (b"PK\x03\x04", ""),
    (b'{"format": 99}', "format"),
    (b'{"format": 1, "language": "nl", "idea": {"offer": 5}}', "idea.offer"),
    (b'{"format": 1, "language": "nl", "products": [{"id": "a", "price": "cheap"}]}', "products[0].price"),
    (b'{"format": 1, "language": "nl", "nothing": 1}', "nothing"),
    (b" " * 400_000 + b"x", ""),
])
def test_a_file_that_cannot_be_read_says_where_and_nothing_of_it_is_kept(amals, storage, amal, content, told):
    page = shown(amals, send_file(amals, content), 422)
    assert page.heading == "This file could not be read"
    assert told in page.of("//main//code")[0]
    assert page.of("//main//code")[0]
    assert owned(storage, amal) == []


def test_a_file_that_is_much_too_large_is_refused_in_plain_words(amals, storage, amal):
    body = b'--b\r\nContent-Disposition: form-data; name="file"; filename="p"\r\n\r\n' + b"{" * 2_100_000 + b"\r\n--b--"
    answer = amals.client.post("/en/plans/from-file", data=body, content_type="multipart/form-data; boundary=b")
    page = shown(amals, answer, 413)
    assert page.heading == "That is too much at once"
    assert owned(storage, amal) == []


def test_no_file_at_all_is_no_plan(amals, storage, amal):
    form = next(each for each in opened(amals, MINE).tree.forms if each.get("enctype"))
    answer = amals.client.post(form.get("action"), data={"csrf_token": dict(form.form_values())["csrf_token"]})
    assert answer.status_code == 422
    assert owned(storage, amal) == []


def test_whoever_has_twenty_plans_is_told_so_and_makes_no_other(amals, storage, amal):
    page = opened(amals, MINE)
    with storage.writing() as tx:
        for _ in range(MOST_PLANS):
            plans.make(tx, amal, "nl")
    told = shown(amals, page.press("/plans/new"), 409)
    assert "You have twenty plans already." in told.text
    assert len(owned(storage, amal)) == MOST_PLANS == 20
    assert not opened(amals, MINE).of("//main//button"), "nor is it offered"


def test_an_incomplete_plan_can_be_taken_along_and_read_again(amals, storage, amal, plan):
    opened(amals, f"/en/plan/{plan}/study/quick/household").send(
        {"household.expenses.rent": "600", "household.expenses.rent:note": "From\r\nthe lease",
         "household.expenses.food": "about 300"})
    content = amals.get(f"/en/plan/{plan}/file").data
    assert send_file(amals, content).status_code == 302
    second, = set(owned(storage, amal)) - {plan}
    assert record(storage, second).plan.value("household.expenses.rent") == 600
    assert record(storage, second).plan.value("household.expenses.food") is None
