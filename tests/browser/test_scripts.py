"""What the other scripts add to a page that is complete without them."""

from playwright.sync_api import expect

VOICES = """
  const spoken = [];
  window.spoken = spoken;
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => LANGUAGES.map((lang) => ({ lang, localService: true })),
    addEventListener() {}, cancel() {}, speak(each) { spoken.push(each.text); },
  }});
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
"""


def test_figures_follow_an_answer(page, played):
    page.goto("/question.en.html")
    page.fill("#f-products-week", "430")
    page.keyboard.press("Tab")
    frame = page.locator("[data-figures]")
    expect(frame).to_contain_text("€ 9.000")
    assert played.asked == ["/figures?sequence=124"]
    expect(frame.locator("[aria-live=polite]")).to_have_text("Sales€ 9.000")
    assert frame.get_attribute("aria-busy") is None


def test_several_answers_ask_for_the_figures_once(page, played):
    page.goto("/question.en.html")
    page.fill("#f-products-week", "430")
    page.locator('[name="products.week.evidence"][value="6"]').check()
    page.locator('[name="car"][value="no"]').check()
    expect(page.locator("[data-figures]")).to_contain_text("€ 9.000")
    assert len(played.asked) == 1


def test_a_question_is_read_aloud_where_there_is_a_voice(page, played):
    page.add_init_script(VOICES.replace("LANGUAGES", '["en-GB"]'))
    page.goto("/question.en.html")
    page.get_by_role("button", name="Listen to the question").click()
    assert page.evaluate("window.spoken")[0] == "How many flat breads do you sell in a usual week?"
    expect(page.get_by_role("button", name="Stop")).to_be_visible()


def test_without_a_voice_nobody_is_offered_one(page, played):
    page.add_init_script(VOICES.replace("LANGUAGES", '["nl-BE"]'))
    page.goto("/question.en.html")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-listen]")).to_be_hidden()


def test_a_season_is_drawn_by_keys_and_by_hand(page, played):
    page.goto("/rows.en.html")
    march = page.get_by_role("slider", name="March")
    march.focus()
    page.keyboard.press("ArrowUp")
    assert page.locator("#f-season-3").input_value() == "115"
    assert march.get_attribute("aria-valuenow") == "115"
    march.scroll_into_view_if_needed()
    box = page.locator("svg[data-reach]").bounding_box()
    bar = march.locator("rect.hold").bounding_box()
    page.mouse.move(bar["x"] + bar["width"] / 2, box["y"] + box["height"] * 0.6)
    page.mouse.down()
    page.mouse.move(bar["x"] + bar["width"] / 2, box["y"] + box["height"] * 0.1)
    page.mouse.up()
    assert page.locator("#f-season-3").input_value() == "200"
    page.locator("#f-season-3").fill("٥٠")
    assert march.get_attribute("aria-valuenow") == "50"


def test_a_drawn_season_is_saved_as_twelve_numbers(page, played):
    page.goto("/rows.en.html")
    page.get_by_role("slider", name="January").focus()
    page.keyboard.press("End")
    expect(page.locator('[data-season] [aria-valuenow="200"]')).to_have_count(1)
    page.wait_for_timeout(300)
    assert played.posts[0]["field"] == ["season"]
    assert " ".join(played.posts[0]["value"]) == "200 110 110 100 105 100 85 70 100 100 100 120"


def test_waiting_ends_with_a_link(page, played):
    played.jobs = [{"state": "running", "progress": 0.7, "url": None}, {"state": "done", "url": "/files/1"}]
    page.goto("/figures.en.html")
    link = page.locator("[data-job-done] a")
    expect(link).to_be_visible()
    assert link.get_attribute("href").endswith("/files/1")
    expect(page.locator("[data-job-wait]")).to_be_hidden()


def test_waiting_for_nothing_says_so(page, played):
    played.jobs = [{"state": "failed", "url": None}]
    page.goto("/figures.en.html")
    expect(page.locator("[data-job-failed]")).to_be_visible()


def test_the_menu_of_languages_closes_with_escape(page, played):
    page.goto("/overview.en.html")
    page.locator(".menu summary").click()
    expect(page.get_by_role("link", name="العربية")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="العربية")).to_be_hidden()


def test_without_script_every_answer_has_a_form_and_a_button(chromium, served, played):
    context = chromium.new_context(java_script_enabled=False, base_url=served.address)
    page = context.new_page()
    page.goto("/question.en.html")
    expect(page.get_by_role("button", name="Save and go on")).to_be_visible()
    expect(page.locator("[data-listen]")).to_be_hidden()
    page.goto("/rows.en.html")
    expect(page.locator("[data-with-script]")).to_be_hidden()
    assert page.locator("#f-season-3").input_value() == "110"
    context.close()
