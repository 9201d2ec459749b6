"""One plan, two devices at once: an entrepreneur in Arabic on a phone, and her coach in Dutch at a desk."""

from datetime import timedelta
from pathlib import Path

import pytest
from babel.dates import format_date
from playwright.sync_api import Locator, expect

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.clock import today
from bizplan.domain.coaching.gates import GATES
from bizplan.domain.course import PARTS
from bizplan.domain.people import Role
from bizplan.domain.plan import Answer, Plan
from bizplan.translations import translator
from tests.browser.coached import LINK, NEED, PLAN, PRICE, Two, press
from tests.browser.conftest import DESK
from tests.browser.installation import numbered
from tests.browser.papers import take, words_of
from tests.browser.visitor import Visitor

BREAD = "لا أحد في الحي يبيع خبزنا طازجاً في الصباح."
SOONER = "لا أحد في الحي يبيع خبزنا طازجاً قبل الساعة السابعة."
DUTCH = "Niemand verkoopt hier voor zeven uur ons brood."
LONG_NAME = "AnnelieskevandenabeelevandenbrouckeDesmedt"
REASONS = ("Belofte.", "Vakvrouw.", "Sluitend.", "Volledig.")
SIGNED_BY = today() + timedelta(days=30)
BEGUN = Plan("ar", {(NEED, ""): Answer("خبز"), ("products[].name", "a"): Answer("خبز مسطح"), (PRICE, "a"): Answer(3.4)},
             {"products": ("a",)})


def come_together(two: Two) -> None:
    """The coach makes a place and a text with a link for a message app; the link opens on the phone."""
    phone, desk = two.phone, two.desk
    desk.open("/nl/coaching/desk")
    press(desk, 'main a[href$="/entrepreneurs/add"]')
    desk.page.fill("[name=name]", two.owner)
    desk.page.locator("[name=person_language]").select_option("ar")
    desk.submit()
    press(desk, 'main a[href$="/link"]')
    desk.submit()
    text = desk.page.input_value("textarea#text")
    expect(two.seen_from_desk().locator("a")).to_have_count(0)
    found = LINK.search(text)
    assert found
    phone.open(found[0])
    phone.submit()
    press(phone, "main a.btn")
    assert phone.path == "/ar/consent"
    press(phone, 'button[name=agree][value="yes"]')
    at = PLAN.search(phone.path)
    assert at, f"the way in ends at {phone.path}"
    two.plan = at[1]
    desk.press(two.seen_from_desk().locator("a"))
    assert desk.path == f"/nl/plan/{two.plan}/"


def answer(two: Two) -> None:
    """A text in Arabic, and the price of a product in Arabic digits."""
    two.answer("quick/need", NEED, BREAD)
    two.on_phone("study/quick/products")
    press(two.phone, 'form[action$="/rows/add"] button')
    two.product = two.phone.path.rsplit("/", 1)[1]
    two.answer(f"quick/products/{two.product}", "products[].name", "خبز مسطح")
    two.answer(f"quick/prices/{two.product}", PRICE, "٣٫٤٠")
    assert (two.said(NEED), two.said(PRICE, two.product)) == (BREAD, 3.4)




def talk(two: Two) -> None:
    """The coach sees what changed and asks something about it; the answer comes in Arabic."""
    phone, desk = two.phone, two.desk
    desk.press(two.seen_from_desk().locator("a").first)
    assert desk.path == f"/nl/plan/{two.plan}/changes"
    expect(desk.page.locator("main")).to_contain_text(BREAD)
    press(desk, 'main h2 a[href$="/need"]')
    press(desk, f'main a[href*="/talk/new"][href*="{NEED}"]')
    desk.page.fill("[name=say]", "Hoe weet je dat?")
    desk.submit()
    two.on_phone()
    expect(waiting(phone)).to_contain_text("1")
    press(phone, 'header nav a[href$="/talk/"]')
    press(phone, "main .tasks a")
    expect(phone.page.locator("main .note")).to_contain_text("Hoe weet je dat?")
    phone.page.locator('form[action$="/answer"] textarea').fill("سألت عشرين جاراً.")
    press(phone, 'form[action$="/answer"] button:not([formaction])')
    expect(waiting(phone)).to_have_count(0)
    desk.press(two.seen_from_desk().locator("a").first)
    assert desk.path == f"/nl/plan/{two.plan}/talk/"
    expect(waiting(desk)).to_contain_text("1")
    press(desk, "main .tasks a")
    expect(desk.page.locator("main .note").last).to_contain_text("سألت عشرين جاراً.")
    press(desk, 'form[action$="/answer"] button[formaction$="/settle"]')
    expect(waiting(desk)).to_have_count(0)


def ask(two: Two) -> None:
    """The coach asks for something before a day; it stands right after the next step until it is done."""
    phone, desk = two.phone, two.desk
    two.at_desk("study/quick/need")
    desk.page.locator("details:has([name=say]) > summary").click()
    desk.page.check('[name=kind][value="request"]')
    desk.page.fill("[name=say]", "Schrijf de namen van vijf buren op.")
    desk.page.fill("[name=due_on]", (today() + timedelta(days=7)).isoformat())
    press(desk, 'form[action*="/talk/new"] button.btn')
    asked_for = two.on_phone().locator("main a").nth(1)
    expect(asked_for).to_contain_text("vijf buren")
    phone.press(asked_for)
    asked = phone.page.locator("section.gap", has_text="vijf buren")
    asked.locator("textarea").fill("كتبت خمسة أسماء.")
    phone.press(asked.locator('button[formaction$="/settle"]'))
    expect(two.on_phone().locator("main")).not_to_contain_text("vijf buren")
    read_news(desk)
    assert f"/plan/{two.plan}/talk/" in desk.path
    expect(desk.page.locator("main")).to_contain_text("كتبت خمسة أسماء.")


def waiting(visitor: Visitor) -> Locator:
    """The number beside the menu's entry for what people ask each other."""
    return visitor.page.locator('header nav a[href$="/talk/"] b')


def read_news(visitor: Visitor) -> None:
    """Opens the newest piece of news."""
    press(visitor, "header a.bell")
    press(visitor, 'main form[action$="/open"] button')


def suggest(two: Two) -> None:
    """The coach may not write: another price is suggested, seen beside the old one, and taken over."""
    phone, desk = two.phone, two.desk
    two.at_desk(f"study/quick/prices/{two.product}").fill(f'[name="{PRICE}"]', "4,20")
    desk.page.fill("[name=why]", "De winkel ernaast vraagt 4,50.")
    desk.submit()
    assert two.said(PRICE, two.product) == 3.4
    two.on_phone()
    press(phone, 'main a[href$="/suggestions"]')
    suggested = phone.page.locator("article.sugg")
    expect(suggested.locator(".old")).to_contain_text("3")
    expect(suggested.locator(".new")).to_contain_text("4")
    expect(suggested).to_contain_text("De winkel ernaast vraagt 4,50.")
    phone.press(suggested.locator('button[value="take"]'))
    assert two.said(PRICE, two.product) == 4.2
    read_news(desk)
    assert f"/plan/{two.plan}/suggestions/" in desk.path
    for page in (two.on_phone, two.at_desk):
        for name in (two.owner, two.adviser):
            expect(page(f"history/{PRICE}/{two.product}").locator("main")).to_contain_text(name)


def translate(two: Two) -> None:
    """The coach writes the text in Dutch; once the Arabic changes the Dutch is marked, until the coach mends it."""
    desk = two.desk
    two.at_desk("texts/")
    press(desk, f'main .tasks a[href$="/{NEED}"]')
    expect(desk.page.locator("main article")).to_contain_text(BREAD)
    desk.page.fill("[name=text]", "Niemand verkoopt hier 's ochtends ons brood.")
    desk.submit()
    beside = two.on_phone("check/quick").locator("details", has_text="ons brood")
    expect(beside).to_have_count(1)
    two.answer("quick/need", NEED, SOONER)
    expect(two.on_phone("check/quick").locator("details .st-warn")).to_have_count(1)
    two.at_desk("texts/")
    press(desk, f'main .tasks li:has(.st-warn) a[href$="/{NEED}"]')
    for words in (BREAD, SOONER):
        expect(desk.page.locator("main .sugg")).to_contain_text(words)
    desk.page.fill("[name=text]", DUTCH)
    desk.submit()
    expect(two.on_phone("check/quick").locator("details", has_text=DUTCH)).to_have_count(1)


def review(two: Two) -> None:
    """A part is sent, returned with words, mended, approved; it changes and is approved again."""
    phone, desk = two.phone, two.desk
    send(two)
    desk.press(two.seen_from_desk().locator("a").first)
    assert desk.path == f"/nl/plan/{two.plan}/check/quick"
    desk.page.fill("[name=words]", "Zeg ook wie je klanten zijn.")
    press(desk, 'form[action$="/review/quick/return"] button:not([formaction])')
    read_news(phone)
    assert phone.path == f"/ar/plan/{two.plan}/review/quick"
    expect(phone.page.locator("main")).to_contain_text("Zeg ook wie je klanten zijn.")
    two.answer("quick/customers", "idea.customers", "عائلات تعمل في الصباح.")
    send(two)
    two.at_desk("check/quick")
    press(desk, 'button[formaction$="/review/quick/approve"]')
    expect(two.on_phone("review/").locator("main .st-ok")).to_have_count(1)
    two.answer("quick/customers", "idea.customers", "عائلات وعمال في الصباح.")
    two.at_desk("review/")
    press(desk, 'main .tasks a[href$="/review/quick"]')
    for words in ("عائلات تعمل في الصباح.", "عائلات وعمال في الصباح."):
        expect(desk.page.locator("main dl")).to_contain_text(words)
    press(desk, 'button[formaction$="/review/quick/approve"]')
    expect(two.on_phone("review/").locator("main .st-ok")).to_have_count(1)


def send(two: Two) -> None:
    """The entrepreneur asks to check the quick look."""
    two.on_phone("check/quick")
    press(two.phone, 'form[action$="/review/quick/send"] button')


def sign(two: Two) -> None:
    """The coach approves every part and decides at every gate."""
    desk = two.desk
    for part in PARTS:
        two.at_desk(f"check/{part}")
        press(desk, f'button[formaction$="/review/{part}/approve"]')
    for gate, reasons in zip(GATES, REASONS, strict=True):
        two.at_desk(f"gates/{gate}").fill("[name=reasons]", reasons)
        outcome = "go if" if gate == "figures" else "go"
        desk.page.check(f'[name=outcome][value="{outcome}"]')
        if outcome == "go if":
            desk.page.fill('[name="condition-0"]', "Huurcontract tekenen")
            desk.page.fill('[name="by-0"]', SIGNED_BY.isoformat())
        desk.submit()
        assert desk.path.endswith(f"/gates/{gate}")
    expect(two.on_phone().locator("main")).to_contain_text("Huurcontract tekenen")


def dossier(two: Two, folder: Path, pdftotext: str) -> str:
    """The words of the dossier in Dutch, as the coach has it made and downloads it."""
    return words_of(take(two.desk, f"/nl/plan/{two.plan}/", "dossier", "nl", folder), pdftotext)


@pytest.mark.whole
def test_from_the_invitation_to_the_dossier_that_carries_the_approval(visit, installation, needs, tmp_path):
    adviser = numbered("Lien")
    coach = installation.person(adviser, "nl", Role.COACH)
    two = Two(installation, visit(), visit(coach, staff=True, size=DESK), "أمل", adviser)
    for step in (come_together, answer, talk, ask, suggest, translate, review):
        step(two)
    two.fill(plan_file.read(examples.text("bakery")))
    sign(two)
    words, say, all_parts = dossier(two, tmp_path, needs("pdftotext")), translator("nl"), len(PARTS)
    approved, by = (format_date(day, "d MMMM y", locale="nl") for day in (today(), SIGNED_BY))
    assert say("Approved: {done} of {of} parts, {day}").format(done=all_parts, of=all_parts, day=approved) in words
    assert words.count(f"{adviser}, De Kade {adviser}") >= all_parts + len(GATES)
    for said in (*REASONS, say("yes, if"), "Huurcontract tekenen", by, DUTCH, *SOONER.rstrip(".").split()):
        assert said in words


def test_they_talk_suggest_and_review_where_the_phone_runs_no_scripts(visit, installation):
    adviser, owner = numbered(LONG_NAME), numbered("Amal")
    coach, me = installation.person(adviser, "nl", Role.COACH), installation.person(owner, "ar")
    windows = visit(me, scripts=False), visit(coach, staff=True, size=DESK)
    two = Two(installation, *windows, owner, adviser, scripts=False)
    two.begin(me, BEGUN, coach)
    two.at_desk()
    two.answer("quick/need", NEED, BREAD)
    for step in (talk, ask, suggest, review):
        step(two)
