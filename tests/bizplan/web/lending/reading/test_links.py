"""Links to what was handed in: who makes them, what is shown once, what can be taken back and what cannot be made."""

import re
from datetime import timedelta

import pytest

from bizplan.storage import applications, links, submissions
from bizplan.storage.tables import LINKS
from tests.bizplan.web.lending.reading.conftest import link_to, text_of
from tests.bizplan.web.opened import opened

TOKEN = re.compile(r"http://localhost:8000(/(\w\w)/s/[\w-]{43})")
GIVEN = {"label": "Mevrouw Claes", "days": "7", "letter_language": "fr"}


@pytest.fixture
def page(bakery):
    """Where the links of the plan are."""
    return f"/en/plan/{bakery}/lenders/links/"


def links_of(storage, plan):
    with storage.reading() as tx:
        return links.links_of(tx, plan)


def made_by(browser, page, asked, **more):
    """The page that shows a new link once."""
    return browser.post(f"{page}new", {"application": asked, **GIVEN, **more})


def test_the_entrepreneur_makes_a_link_that_is_shown_once_and_works(amals, other, storage, bakery, handed_in, page):
    shown = made_by(amals, page, handed_in, key="a" * 32)
    assert shown.status_code == 200 and "<svg" in shown.text
    path, language = TOKEN.search(shown.text).groups()
    assert language == "fr" and "code" not in text_of(shown).partition("The text to send")[2].partition("Send or")[0]
    link, = links_of(storage, bakery)
    assert (link.id, link.label, link.has_code, link.ends_at - link.made_at) == (
        "a" * 32, "Mevrouw Claes", False, timedelta(days=7))
    listed = amals.get(page)
    assert "Mevrouw Claes" in listed.text and not TOKEN.search(listed.text)
    assert other.post(path).status_code == 303


def test_a_coach_makes_one_as_well_once_the_entrepreneur_handed_in(liens, amals, storage, bakery, handed_in, page):
    assert made_by(liens, page, handed_in, with_code="yes").status_code == 200
    link, = links_of(storage, bakery)
    assert link.has_code and "made by Lien" in " ".join(text_of(amals.get(page)).split())


def test_the_entrepreneur_is_told_that_a_coach_made_one_and_finds_it_from_there(amals, liens, handed_in, page):
    for _ in range(2):
        assert made_by(liens, page, handed_in, key="c" * 32).status_code == 200
    news = opened(amals, "/en/news/")
    assert news.text.count("made a link") == 1 and "Lien made a link" in news.text and "Claes" not in news.text
    assert news.press("/open").headers["Location"] == page
    assert "made a link" not in opened(liens, "/en/news/").text
    assert made_by(liens, page, handed_in, key="d" * 32).status_code == 200
    assert made_by(liens, page, handed_in, key="e" * 32).status_code == 200
    assert "Lien made several links to what was handed in: 2" in opened(amals, "/en/news/").text


def test_a_code_is_shown_beside_the_text_and_never_in_it(amals, other, handed_in, page):
    shown = made_by(amals, page, handed_in, with_code="yes")
    code = re.search(r'class="big"><bdi dir="ltr">(\d{3}) (\d{3})<', shown.text)
    path = TOKEN.search(shown.text)[1]
    area = re.search(r"<textarea.*?</textarea>", shown.text, re.S)[0]
    assert code[1] + code[2] not in area and "six chiffres" in area or "six digits" in area
    assert other.post(path, {"code": code[1] + code[2]}).status_code == 303


def test_sent_twice_it_is_one_link_with_the_address_that_was_shown_last(amals, other, storage, bakery, handed_in, page):
    first, second = (TOKEN.search(made_by(amals, page, handed_in, key="b" * 32).text)[1] for _ in range(2))
    assert len(links_of(storage, bakery)) == 1 and first != second
    assert (other.get(first).status_code, other.get(second).status_code) == (404, 200)


@pytest.mark.parametrize(("field", "typed", "says"), [
    ("label", " ", "Write for whom the link is"), ("label", "x" * 81, "Write for whom the link is"),
    ("days", "365", "Choose one of the list."), ("days", "", "Choose one of the list."),
    ("application", "0" * 32, "Choose one of the list."), ("letter_language", "xx", "Choose one of the list."),
])
def test_a_form_with_something_wrong_comes_back_as_it_was_typed(
        amals, storage, bakery, handed_in, page, field, typed, says):
    answer = made_by(amals, page, handed_in, **{field: typed})
    assert answer.status_code == 422 and says in answer.text
    assert field == "label" or 'value="Mevrouw Claes"' in answer.text
    assert links_of(storage, bakery) == ()


def test_before_anything_can_be_read_there_is_nothing_to_share(amals, storage, bakery, amal, page):
    with storage.writing() as tx:
        asked = applications.begin(tx, bakery, amal, "microstart")
        submissions.prepare(tx, asked, bakery, amal, 1, "nl")
    assert "A link can be made once the plan was handed in to a lender." in amals.get(page).text
    assert amals.get(f"{page}new").status_code == 404
    assert made_by(amals, page, asked).status_code == 404


def test_once_the_application_has_ended_no_link_is_made(amals, storage, handed_in, page):
    with storage.writing() as tx:
        applications.end(tx, handed_in)
    assert made_by(amals, page, handed_in).status_code == 404


def test_an_application_of_somebody_elses_plan_is_not_in_the_list(amals, storage, lien, handed_in, page):
    from bizplan.storage import plans
    with storage.writing() as tx:
        theirs = applications.begin(tx, plans.make(tx, lien, "nl"), lien, "credal")
    assert made_by(amals, page, theirs).status_code == 422


@pytest.mark.parametrize("who", ["amals", "liens"])
def test_a_link_is_taken_back_with_one_button(request, who, storage, other, bakery, amal, handed_in, page):
    token = link_to(storage, handed_in, bakery, amal)
    link, = links_of(storage, bakery)
    browser = request.getfixturevalue(who)
    assert browser.post(f"{page}{link.id}/end", form=page).headers["Location"] == page
    assert "Taken back" in browser.get(page).text
    assert other.get(f"/en/s/{token}").status_code == 404
    assert browser.post(f"{page}{link.id}/end", form="/en/me").status_code == 404, "there is nothing to take back"


def test_a_link_of_another_plan_cannot_be_taken_back_from_here(amals, storage, lien, bakery, amal, handed_in, page):
    from bizplan.storage import plans
    with storage.writing() as tx:
        theirs = plans.make(tx, amal, "nl")
    link_to(storage, handed_in, bakery, amal)
    link, = links_of(storage, bakery)
    assert amals.post(f"/en/plan/{theirs}/lenders/links/{link.id}/end", form=page).status_code == 404
    assert links_of(storage, bakery)[0].ended_at is None


def test_what_is_over_says_so_and_gets_no_new_code(amals, storage, bakery, amal, handed_in, page):
    link_to(storage, handed_in, bakery, amal, code="480213")
    with storage.writing() as tx:
        tx.execute(LINKS.update().values(ends_at=tx.now))
    link, = links_of(storage, bakery)
    listed = amals.get(page)
    assert "Its time is up" in listed.text and "Take the link back" not in listed.text
    assert amals.post(f"{page}{link.id}/code", form="/en/me").status_code == 404


def test_nobody_else_sees_that_there_are_links(app, storage, lender, bakery, handed_in, page):
    from tests.bizplan.web.lending.reading.conftest import officer_of
    assert officer_of(app, storage, lender).get(page).status_code == 404


def test_whoever_asks_who_sees_their_data_finds_the_way(amals, bakery, page):
    assert f'href="{page}"' in amals.get("/en/me/readers").text
    assert "Nobody at a lender opened anything yet." in amals.get(page).text
