"""Answers save themselves while one types: in order, once each, and nothing is lost."""

from collections.abc import Callable
from time import sleep

import pytest
from playwright.sync_api import Page, expect

from tests.browser.gallery import Answer, Played

NUMBER, EVIDENCE = "#f-products-week", "products.week.evidence"


@pytest.fixture
def question(page, played) -> Page:
    """The page of one question."""
    page.goto("/question.en.html")
    page.wait_for_load_state("networkidle")
    return page


def in_turn(*answers: Answer) -> Callable[[dict[str, list[str]]], Answer]:
    """Answers one after another, the last one for ever."""
    left = list(answers)
    return lambda posted: left.pop(0) if len(left) > 1 else left[0]


def saved(page: Page, field: str = "products.week"):
    return page.locator(f'[data-saved-for="{field}"]')


def later(page: Page):
    return page.locator("[data-later]")


def until(page: Page, played: Played, posts: int) -> None:
    """Waits until so many answers were posted."""
    for _ in range(80):
        if len(played.posts) >= posts:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{len(played.posts)} posts, {posts} awaited")


def test_an_answer_is_saved_when_one_leaves_it(question, played):
    played.answer = in_turn((200, {"saved": "14.02", "sequence": 124, "echo": "We read: 430 breads."}))
    question.fill(NUMBER, "430")
    question.keyboard.press("Tab")
    expect(saved(question)).to_contain_text("Saved at 14.02")
    expect(question.locator('[data-echo-for="products.week"]')).to_have_text("We read: 430 breads.")
    posted, = played.posts
    assert {name: posted[name] for name in ("field", "value", "base", "csrf_token")} == {
        "field": ["products.week"], "value": ["430"], "base": ["123"], "csrf_token": ["t"]}
    assert len(posted["key"][0]) >= 32


def test_a_pause_in_typing_saves_too_and_leaving_then_saves_nothing_twice(question, played):
    question.press(NUMBER, "End")
    question.keyboard.type("5")
    until(question, played, 1)
    question.keyboard.press("Tab")
    question.wait_for_timeout(300)
    assert [post["value"] for post in played.posts] == [["4205"]]


def test_the_next_save_of_a_field_is_based_on_the_one_before(question, played):
    played.answer = in_turn((200, {"saved": "14.02", "sequence": 200}), (200, {"saved": "14.03", "sequence": 201}))
    for value, time in (("430", "14.02"), ("440", "14.03")):
        question.fill(NUMBER, value)
        question.keyboard.press("Tab")
        expect(saved(question)).to_contain_text(time)
    assert [post["base"] for post in played.posts] == [["123"], ["200"]]
    assert question.locator('input[name="base:products.week"]').input_value() == "201"


def test_a_choice_is_saved_at_once(question, played):
    question.locator(f'[name="{EVIDENCE}"][value="6"]').check()
    until(question, played, 1)
    assert (played.posts[0]["field"], played.posts[0]["value"]) == ([EVIDENCE], ["6"])


def test_what_cannot_be_read_says_so_and_offers_what_it_may_mean(question, played):
    played.answer = in_turn((422, {"problem": "Is this a thousand?", "readings": ["1234", "1.234"], "sequence": 124}),
                            (200, {"saved": "14.02", "sequence": 125}))
    question.fill(NUMBER, "1.234")
    question.keyboard.press("Tab")
    problem = question.locator('[data-problem-for="products.week"]')
    expect(problem).to_have_text("Is this a thousand?")
    assert question.locator(NUMBER).get_attribute("aria-invalid") == "true"
    assert question.input_value(NUMBER) == "1.234"
    question.get_by_role("button", name="1234", exact=True).click()
    expect(saved(question)).to_contain_text("14.02")
    expect(problem).to_be_hidden()
    assert [post["value"] for post in played.posts] == [["1.234"], ["1234"]]


def test_a_conflict_leads_to_both_answers(question, played):
    played.answer = in_turn((409, {"url": "/conflict/1", "text": "Lien changed this too."}))
    question.fill(NUMBER, "430")
    question.keyboard.press("Tab")
    expect(saved(question)).to_contain_text("Lien changed this too.")
    assert saved(question).get_by_role("link").get_attribute("href").endswith("/conflict/1")


@pytest.mark.parametrize("status", [401, 403, 503])
def test_what_is_not_saved_is_tried_again_under_the_same_key(question, played, status):
    played.answer = in_turn((status, {}), (200, {"saved": "14.02", "sequence": 124}))
    question.fill(NUMBER, "430")
    question.keyboard.press("Tab")
    expect(later(question)).to_be_visible()
    expect(saved(question)).to_contain_text("14.02")
    expect(later(question)).to_be_hidden()
    first, second = played.posts
    assert first == second


def test_without_a_connection_the_newest_text_follows_the_one_before(question, played):
    question.context.set_offline(True)
    question.fill(NUMBER, "430")
    question.keyboard.press("Tab")
    expect(later(question)).to_be_visible()
    question.fill(NUMBER, "440")
    question.keyboard.press("Tab")
    question.context.set_offline(False)
    until(question, played, 2)
    assert [post["value"] for post in played.posts] == [["430"], ["440"]]
    assert played.posts[0]["key"] != played.posts[1]["key"]
    expect(later(question)).to_be_hidden()


def test_what_was_typed_last_leaves_with_the_page(question, played):
    question.press(NUMBER, "End")
    question.keyboard.type("7")
    question.goto("/overview.en.html")
    until(question, played, 1)
    assert played.posts[0]["value"] == ["4207"]


def test_sending_the_form_waits_for_what_is_on_its_way(question, played):
    def slowly(posted: dict[str, list[str]]) -> Answer:
        sleep(0.4)
        return 200, {"saved": "14.02", "sequence": 124}

    played.answer = slowly
    question.fill(NUMBER, "430")
    question.keyboard.press("Tab")
    with question.expect_request("**/study/sales") as sent:
        question.get_by_role("button", name="Save and go on").click()
    assert "base%3Aproducts.week=124" in sent.value.post_data
    assert [post["field"] for post in played.posts if "field" in post] == [["products.week"]]
