"""Answering on a phone: what is saved, what is asked back, what happens without a connection and with two at a time."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from bizplan import examples
from bizplan.domain.people import Role
from bizplan.storage import plans
from tests.browser.conftest import DESK
from tests.browser.installation import numbered
from tests.browser.visitor import Visitor

NEED, PRICE, AMOUNT = "idea.need", "products[].price", "costs[].amount"
SOMETHING_NEW = "Mensen zoeken iemand die Arabisch spreekt."


@dataclass(frozen=True)
class Plan:
    """The plan of a hairdresser, her coach, and where its pages are."""

    id: str
    owner: str
    coach: str
    product: str
    cost: str
    storage: object

    def address(self, page: str, language: str = "nl") -> str:
        """A page of the plan."""
        return f"/{language}/plan/{self.id}/{page}"

    @property
    def price(self) -> str:
        """Where the price of the first product is asked."""
        return self.address(f"study/quick/prices/{self.product}")

    @property
    def need(self) -> str:
        """Where is asked why people need it."""
        return self.address("study/quick/need")

    def value(self, key: str, row: str = ""):
        """What the plan says now."""
        with self.storage.reading() as tx:
            return plans.record(tx, plans.plan(tx, self.id)).plan.value(key, row)


@pytest.fixture
def plan(installation) -> Plan:
    name = numbered("p")
    owner = installation.person(name, "nl")
    coach = installation.person(f"coach.{name}", "nl", Role.COACH)
    made = installation.plan(owner, examples.text("hairdresser"), coach)
    with installation.storage.writing() as tx:
        plans.let_coach_write(tx, made, may=True)
    with installation.storage.reading() as tx:
        rows = plans.record(tx, plans.plan(tx, made)).rows
    return Plan(made, owner, coach, rows["products"][0], rows["costs"][0], installation.storage)


def saved(visitor: Visitor, name: str):
    """The words that say when an answer was saved."""
    return visitor.page.locator(f'[data-saved-for="{name}"] [data-words]')


def test_an_answer_is_saved_without_a_button_and_stands_after_a_reload(visit, plan):
    visitor = visit(plan.owner)
    visitor.open(plan.need)
    visitor.page.fill(f'[name="{NEED}"]', SOMETHING_NEW)
    expect(saved(visitor, NEED)).to_contain_text("Bewaard")
    visitor.open(plan.need)
    expect(visitor.page.locator(f'[name="{NEED}"]')).to_have_value(SOMETHING_NEW)
    assert plan.value(NEED) == SOMETHING_NEW


def test_a_number_and_its_evidence_are_saved_together_and_never_meet(visit, plan):
    visitor = visit(plan.owner)
    visitor.open(plan.price)
    visitor.page.fill(f'[name="{PRICE}"]', "41,50")
    proof = visitor.page.locator("details.proof", has=visitor.page.locator(f'[name="{PRICE}:evidence"]'))
    proof.locator("summary").first.click()
    visitor.page.check(f'[name="{PRICE}:evidence"][value="5"]')
    visitor.page.fill(f'[name="{PRICE}:note"]', "Zes klanten betaalden dit.")
    expect(saved(visitor, f"{PRICE}:note")).to_contain_text("Bewaard")
    visitor.submit()
    assert "/clash/" not in visitor.path
    assert plan.value(PRICE, plan.product) == 41.5


def test_the_figures_follow_an_answer(visit, plan):
    visitor = visit(plan.owner, size=DESK)
    visitor.open(plan.address("figures/"))
    visitor.open(plan.price)
    figures = visitor.page.locator("[data-figures] dl")
    before = figures.inner_text()
    visitor.page.fill(f'[name="{PRICE}"]', "95")
    expect(figures).not_to_have_text(before, use_inner_text=True, timeout=30_000)


def test_a_number_that_may_mean_two_things_is_asked_back(visit, plan):
    visitor = visit(plan.owner)
    visitor.open(plan.price)
    visitor.page.fill(f'[name="{PRICE}"]', "1,234")
    readings = visitor.page.locator(f'[data-readings-for="{PRICE}"] button')
    expect(readings).to_have_count(2)
    assert plan.value(PRICE, plan.product) is None
    readings.last.click()
    expect(saved(visitor, PRICE)).to_contain_text("Bewaard")
    assert plan.value(PRICE, plan.product) in (1.234, 1234)


def test_without_scripts_the_same_number_is_asked_back_by_the_next_page(visit, plan):
    visitor = visit(plan.owner, scripts=False)
    visitor.open(plan.price)
    visitor.page.fill(f'[name="{PRICE}"]', "1,234")
    visitor.submit()
    assert visitor.path == plan.price
    visitor.press(visitor.page.locator('button[name="reading"]').last)
    assert plan.value(PRICE, plan.product) in (1.234, 1234)


def test_without_a_connection_it_says_so_and_saves_when_it_is_back(visit, plan):
    visitor = visit(plan.owner)
    visitor.open(plan.need)
    later = visitor.page.locator("[data-later]")
    with visitor.expecting_refusals():
        visitor.context.set_offline(True)
        visitor.page.fill(f'[name="{NEED}"]', SOMETHING_NEW)
        expect(later).to_be_visible()
        assert plan.value(NEED) != SOMETHING_NEW
        visitor.context.set_offline(False)
        expect(saved(visitor, NEED)).to_contain_text("Bewaard")
    expect(later).to_be_hidden()
    assert plan.value(NEED) == SOMETHING_NEW


def test_the_way_back_shows_what_was_answered(visit, plan):
    visitor = visit(plan.owner)
    visitor.open(plan.need)
    visitor.page.fill(f'[name="{NEED}"]', SOMETHING_NEW)
    visitor.submit()
    assert visitor.path != plan.need
    visitor.page.go_back()
    expect(visitor.page.locator(f'[name="{NEED}"]')).to_have_value(SOMETHING_NEW)
    visitor.page.fill(f'[name="{NEED}"]', "Nog iets anders.")
    visitor.submit()
    assert "/clash/" not in visitor.path
    assert plan.value(NEED) == "Nog iets anders."


def test_a_button_that_is_pressed_twice_adds_one_row(visit, plan):
    visitor = visit(plan.owner, scripts=False)
    visitor.open(plan.address("study/quick/fixed_costs"))
    rows = visitor.page.locator("main ol > li")
    before = rows.count()
    visitor.page.locator('form[action$="/rows/add"] button').dblclick()
    visitor.page.wait_for_url("**/fixed_costs/*")
    visitor.open(plan.address("study/quick/fixed_costs"))
    expect(rows).to_have_count(before + 1)


@pytest.mark.parametrize("scripts", [True, False])
def test_two_people_with_two_answers_see_both_and_choose(scripts, visit, plan):
    owner, coach = visit(plan.owner, scripts=scripts), visit(plan.coach, staff=True, size=DESK)
    owner.open(plan.need)
    coach.open(plan.need)
    coach.page.fill(f'[name="{NEED}"]', "De coach weet het beter.")
    coach.submit()
    owner.page.fill(f'[name="{NEED}"]', SOMETHING_NEW)
    if scripts:
        owner.press(saved(owner, NEED).locator("a"))
    else:
        owner.submit()
    assert "/clash/" in owner.path
    for text in ("De coach weet het beter.", SOMETHING_NEW):
        expect(owner.page.locator("form.clash")).to_contain_text(text)
    assert plan.value(NEED) == "De coach weet het beter."
    owner.page.check('[name="keep"][value="mine"]')
    owner.submit()
    assert plan.value(NEED) == SOMETHING_NEW


def test_two_people_with_two_questions_do_not_meet(visit, plan):
    owner, coach = visit(plan.owner, scripts=False), visit(plan.coach, staff=True, scripts=False)
    address = plan.address("study/quick/offer")
    owner.open(address)
    coach.open(address)
    coach.page.fill('[name="idea.offer"]', "Knippen en kleuren.")
    coach.submit()
    owner.page.locator('[name="idea.sector"]').select_option(index=2)
    owner.submit()
    assert "/clash/" not in owner.path
    assert plan.value("idea.offer") == "Knippen en kleuren."


def test_a_question_is_answered_with_the_keyboard_alone(visit, plan):
    visitor = visit(plan.owner)
    visitor.open(plan.price)
    tab_to(visitor, f'[name="{PRICE}"]')
    visitor.page.keyboard.press("Control+A")
    visitor.page.keyboard.type("55")
    tab_to(visitor, "details.proof summary")
    visitor.page.keyboard.press("Enter")
    tab_to(visitor, f'[name="{PRICE}:evidence"]')
    visitor.page.keyboard.press("ArrowDown")
    tab_to(visitor, "main .acts button.btn")
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    visitor.arrived()
    assert plan.value(PRICE, plan.product) == 55


def tab_to(visitor: Visitor, selector: str) -> None:
    """Presses Tab until something has the focus; what has it can be seen."""
    for _press in range(80):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("which => document.activeElement.matches(which)", selector):
            box = visitor.page.locator(":focus").bounding_box()
            assert box and box["width"] > 0
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_at_200_per_cent_nothing_is_lost(language, visit, plan):
    visitor = visit(plan.owner, size={"width": 180, "height": 320}, device_scale_factor=4)
    for page in ("", "study/quick/need", f"study/quick/prices/{plan.product}", "study/quick/fixed_costs", "figures/"):
        visitor.open(plan.address(page, language))


def test_another_language_keeps_the_page(visit, plan):
    visitor = visit(plan.owner)
    visitor.open(f"{plan.need}")
    visitor.page.locator("header .menu summary").click()
    visitor.press(visitor.page.locator('header .menu a[hreflang="ar"], header .menu a[lang="ar"]').first)
    assert visitor.path == plan.address("study/quick/need", "ar")
    assert visitor.page.locator("html").get_attribute("dir") == "rtl"
    sign, menu = (visitor.page.locator(each).bounding_box() for each in ("header .logo", "header .menu"))
    assert sign and menu and sign["x"] > menu["x"], "the sign of the house stands on the right"
