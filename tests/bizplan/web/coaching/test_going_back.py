"""Going back to a moment of a plan: said first, done by new revisions, whole, and only by who may write."""

from functools import partial

import pytest

from bizplan.domain.coaching import News
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import notices, plans
from bizplan.storage.plans import Change
from bizplan.storage.tables import REVISIONS
from tests.bizplan.web.coaching.moments import answered, bread, newest, rearranged
from tests.bizplan.web.opened import opened, record, said, shown

PRICE, RENT, NEED, OPINION = "products[].price", "household.expenses.rent", "idea.need", "planning.coach.opinion"


@pytest.fixture
def home(plan):
    """The address of the versions."""
    return f"/en/plan/{plan}/versions"


@pytest.fixture
def say(storage, plan):
    """Somebody answers a question; the sequence that this made."""
    return partial(answered, storage, plan)


@pytest.fixture
def rows(storage, plan, amal):
    """Rows are added, moved and removed."""
    return partial(rearranged, storage, plan, amal)


def test_going_back_says_first_what_changes_and_then_makes_it_so_by_new_revisions(
        amals, amal, bakery, storage, home, say, rows):
    before, row = record(storage, bakery), bread(storage, bakery)
    say(amal, PRICE, 3.2, row)
    say(amal, "idea.business_name", "Another name")
    rows(Deed.ADD, "new")
    say(amal, "products[].name", "Cake", "new")
    rows(Deed.REMOVE, row)
    rows(Deed.MOVE, before.rows["products"][-1], "")
    page = opened(amals, f"{home}/{before.sequence}/back")
    assert "Cake Gone" in page.of("//main//h3")
    assert "The lowest cash" in page.text
    stood = newest(storage, bakery)
    answer = page.press("/back")
    assert answer.headers["Location"] == f"{home}/"
    after = record(storage, bakery)
    assert dict(after.rows) == dict(before.rows)
    assert after.plan == before.plan
    assert after.sequence > stood
    with storage.reading() as tx:
        assert {each.author for each in plans.since(tx, bakery, stood)} == {amal}
        assert plans.record(tx, plans.plan(tx, bakery), stood).said("idea.business_name").value == "Another name"
    assert "Before Amal went back" in opened(amals, home).text
    assert "No answer changed" in opened(amals, f"{home}/compare?from={before.sequence}").text


def test_one_can_return_from_going_back(amals, amal, home, say, storage, plan):
    first, second = say(amal, RENT, 500), say(amal, RENT, 600)
    opened(amals, f"{home}/{first}/back").press("/back")
    assert said(storage, plan, RENT).value == 500
    opened(amals, f"{home}/{second}/back").press("/back")
    assert said(storage, plan, RENT).value == 600


def test_what_did_not_exist_then_is_empty_again_and_pages_that_were_passed_stay_so(
        amals, amal, home, say, storage, plan):
    first = say(amal, RENT, 500)
    say(amal, NEED, "Bread")
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea/need", "", Said((), True), base=10**6))
        plans.save(tx, plan, amal, Change(Deed.ANSWER, f"{NEED}/nl", "", Said(("Brood",), "Brood"), base=10**6))
    assert "Brood" in opened(amals, f"{home}/{first}/back").text
    opened(amals, f"{home}/{first}/back").press("/back")
    stands = record(storage, plan)
    assert stands.said(NEED).is_empty
    assert stands.said(f"{NEED}/nl").is_empty
    assert stands.said("idea/need").value is True


def test_an_entrepreneur_who_goes_back_leaves_alone_what_only_coaches_are_asked(
        amals, liens, amal, lien, home, say, storage, plan):
    first = say(amal, NEED, "Bread")
    say(amal, NEED, "Cake")
    say(lien, OPINION, "Go")
    opened(amals, f"{home}/{first}/back").press("/back")
    assert said(storage, plan, OPINION).value == "Go"
    assert said(storage, plan, NEED).value == "Bread"
    with storage.writing() as tx:
        plans.let_coach_write(tx, plan, may=True)
    opened(liens, f"{home}/{first}/back").press("/back")
    assert said(storage, plan, OPINION).is_empty


def test_where_somebody_saved_meanwhile_nothing_goes_back_and_the_page_is_shown_again(
        amals, amal, home, say, storage, plan):
    first = say(amal, RENT, 500)
    say(amal, RENT, 600)
    page = opened(amals, f"{home}/{first}/back")
    say(amal, NEED, "Written meanwhile")
    again = shown(amals, page.press("/back"), 409)
    assert "Somebody changed the plan while you looked." in again.text
    assert "Written meanwhile" in again.text
    assert said(storage, plan, RENT).value == 600
    again.press("/back")
    assert said(storage, plan, RENT).value == 500


def test_going_back_twice_is_going_back_once(amals, amal, home, say, storage, plan):
    first = say(amal, RENT, 500)
    say(amal, RENT, 600)
    page = opened(amals, f"{home}/{first}/back")
    page.press("/back")
    stood = newest(storage, plan)
    assert page.press("/back").status_code == 302
    assert newest(storage, plan) == stood


def test_a_coach_goes_back_only_where_the_entrepreneur_lets_them_write(liens, amal, lien, home, say, storage, plan):
    first = say(amal, RENT, 500)
    say(amal, RENT, 600)
    assert liens.get(f"{home}/{first}/back").status_code == 404
    assert liens.post(f"{home}/{first}/back", {"base": "2"}, form=home).status_code == 404
    assert "Go back" not in opened(liens, home).text
    with storage.writing() as tx:
        plans.let_coach_write(tx, plan, may=True)
    opened(liens, f"{home}/{first}/back").press("/back")
    assert said(storage, plan, RENT).value == 500
    with storage.reading() as tx:
        revision = tx.execute(REVISIONS.select().order_by(REVISIONS.c.sequence.desc())).first()
        told, = notices.notices_of(tx, amal)
    assert revision.author_id == lien
    assert (told.kind, told.author) == (News.WENT_BACK, lien)


def test_nobody_goes_back_in_the_archive(amals, amal, home, say, storage, plan):
    first = say(amal, RENT, 500)
    say(amal, RENT, 600)
    with storage.writing() as tx:
        plans.put_away(tx, plan)
    assert "Go back" not in opened(amals, home).text
    assert amals.get(f"{home}/{first}/back").status_code == 404
    assert "Before:€ 500" in opened(amals, f"{home}/compare?from={first}").text


@pytest.mark.parametrize("sequence", [0, 2, 99, 10**30])
def test_one_goes_back_only_to_an_earlier_moment(amals, amal, home, say, sequence):
    say(amal, RENT, 500)
    say(amal, RENT, 600)
    assert amals.get(f"{home}/{sequence}/back").status_code == 404
