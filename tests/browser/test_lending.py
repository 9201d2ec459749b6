"""From the release to the money: an entrepreneur on a phone, a coach and an officer at desks, a guest with a link."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from bizplan import examples
from bizplan.domain.clock import today
from bizplan.domain.people import Role
from bizplan.translations import translator
from financial_models.readers import numerals
from tests.browser.coached import PRICE, press
from tests.browser.conftest import DESK
from tests.browser.installation import numbered
from tests.browser.lent import LINK, Lent
from tests.browser.papers import words_of
from tests.browser.visitor import Visitor
from tests.pages import plain

PHONE_SAYS = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
PRODUCT = "Plat brood, zak van vier"
QUESTION = "Waarop steunt deze prijs?"
ANSWER = "بعت مئة كيس في السوق بهذا السعر، والآن أبيع الكيس بسعر ٣٫٨٠ يورو."
ADVICE = "Vakvrouw met een sterk netwerk; de huur weegt."
CONDITION = "Huurcontract tekenen"
WORDS = "Veel succes met de bakkerij!"
BY = today() + timedelta(days=30)
MEETS = today() + timedelta(days=10)
TERMS = {"amount": 12000, "rate": 0.08, "months": 36, "grace": 2}


def shown(visitor: Visitor) -> str:
    """The words of the page that is open."""
    return plain(visitor.page.locator("main").inner_text())


def money(value: float, decimals: int = 2) -> str:
    """An amount as a page in Dutch shows it."""
    return plain(numerals.amount(value, "nl", decimals))


def release(lent: Lent) -> None:
    """The coach makes a version ready for the lender and signs it; the entrepreneur reads it, and agrees."""
    desk = lent.desk
    lent.at_desk("lenders/")
    press(desk, "main .next a")
    desk.page.locator("[name=lender]").select_option(label=lent.lender)
    desk.submit()
    desk.submit()
    lent.sign()
    assert lent.application.newest.language == "nl"


def share(lent: Lent) -> None:
    """The entrepreneur makes a link with a code, which are shown once."""
    phone = lent.phone
    lent.on_phone("lenders/links/")
    press(phone, 'main a[href$="/links/new"]')
    phone.page.fill("[name=label]", "ليلى من البنك")
    assert phone.page.locator("[name=with_code]").is_checked()
    phone.submit()
    found = LINK.search(phone.page.input_value("textarea#text"))
    assert found
    lent.link, lent.code = found[0], plain(phone.page.locator("p.big").inner_text()).replace(" ", "")
    assert len(lent.code) == 6 and lent.code.isdigit()


def come_by(lent: Lent) -> None:
    """The guest types a wrong code once, then the right one, and comes to a clean address."""
    guest = lent.guest
    guest.open(lent.link)
    assert "Bakkerij" not in shown(guest)
    guest.page.fill("[name=code]", f"{(int(lent.code) + 1) % 10 ** 6:06}")
    with guest.expecting_refusals():
        guest.submit()
    assert translator("nl")("This code does not fit. Look at it again.") in shown(guest)
    guest.page.fill("[name=code]", lent.code)
    guest.submit()
    assert guest.path == lent.handed_in()


def read_by_link(lent: Lent, folder: Path, pdftotext: str) -> None:
    """The guest reads the summary, why a figure is what it is, figures and documents, and takes the dossier along."""
    guest, (figures, dossier) = lent.guest, lent.frozen(1)
    lowest = money(figures["outcome"]["lowest_cash"])
    assert "Bakkerij Zeven Zaden" in shown(guest) and lowest in shown(guest)
    press(guest, 'dl.heads a[href*="/why/bank.cash/"]')
    assert lowest in shown(guest)
    for ending in ("/figures/", "/figures/cash", "/answers/", "/answers/market", "/documents/"):
        press(guest, f'a[href$="{ending}"]') if ending.count("/") == 2 else lent.by_link(ending[1:])
        assert guest.path.endswith(f"/dossier{ending}")
    taken = lent.take(guest, folder)
    assert taken == dossier
    assert "Bakkerij Zeven Zaden" in words_of(folder / "dossier", pdftotext)
    lent.on_phone("lenders/links/")
    expect(lent.phone.page.locator("main details li").first).to_contain_text(translator("ar")("on a phone"))


def take_up(lent: Lent) -> None:
    """The officer finds it on the desk, looks after it, and opens the dossier."""
    office = lent.office
    office.open("/nl/lending/")
    assert money(15000, 0) in shown(office)
    press(office, "table.desk th.who a")
    press(office, 'form[action$="/take"] button')
    assert lent.lender in shown(office)
    office.open("/nl/lending/?tab=mine")
    press(office, "table.desk th.who a")
    press(office, 'main a[href$="/dossier/"]')


def hold_figures(lent: Lent, number: int) -> None:
    """What decides, as the officer reads it: the figures that were frozen of this version, to the cent."""
    office, (figures, _dossier) = lent.office, lent.frozen(number)
    lent.at_office("dossier/")
    heads = [plain(each) for each in office.page.locator("dl.heads > div").all_inner_texts()]
    outcome, inputs, lines = figures["outcome"], figures["inputs"], figures["lines"]
    loan, say = f"loan.{lent.first('loans')}", translator("nl")
    (usual, _times), = Counter(filter(None, lines[f"{loan}.service"]["by_month"])).most_common(1)
    lowest, asked = money(outcome["lowest_cash"]), money(inputs[f"{loan}.amount"]["value"], 0)
    for label, amount in (("Amount asked", asked), ("Instalment", money(usual)), ("Lowest on the account", lowest)):
        assert [each for each in heads if say(label) in each and amount in each], (label, amount, heads)
    as_it_is = plain(office.page.locator("tr.sum").inner_text())
    for words in (lowest.removeprefix("€ "), numerals.percentage(min(outcome["family_covered"]), "nl", 0),
                  f"{min(outcome['dscr_family']):.2f}".replace(".", ",")):
        assert plain(words) in as_it_is
    assert say("The rules of calculation changed since this was handed in.") not in shown(office)
    for month in (outcome["lowest_month"], 12):
        lent.at_office(f"dossier/why/bank.cash/{month}")
        assert money(lines["bank.cash"]["by_month"][month - 1]) in shown(office)


def ask(lent: Lent) -> None:
    """The officer asks about an answer, from the place where it stands in the dossier."""
    office = lent.office
    lent.at_office("dossier/answers/")
    press(office, 'main .tasks a[href$="/answers/idea"]')
    place = urlencode({"about": "answer", "key": PRICE, "row": lent.first("products")})
    press(office, f'main a[href*="/questions/?{place}"]')
    assert PRODUCT in shown(office)
    office.page.fill("[name=say]", QUESTION)
    office.page.fill("[name=due_on]", BY.isoformat())
    office.submit()
    assert QUESTION in shown(office)


def answer(lent: Lent) -> None:
    """The entrepreneur finds it above the tasks, answers in Arabic, and changes what it is about."""
    phone = lent.phone
    lent.on_phone()
    press(phone, 'section[aria-labelledby="lenders-ask"] a')
    assert QUESTION in shown(phone) and PRODUCT in shown(phone)
    about = phone.page.locator('main section.card a[href*="/study/"]').get_attribute("href")
    phone.page.locator("main section.card textarea").fill(ANSWER)
    phone.submit()
    assert ANSWER in shown(phone)
    assert about and about.endswith(f"/{lent.first('products')}")
    phone.open(about)
    phone.page.fill(f'[name="{PRICE}"]', "٣٫٨٠")
    phone.submit()
    assert lent.said(PRICE, lent.first("products")) == 3.8


def hand_in_again(lent: Lent) -> None:
    """The coach makes the newest answers ready, and both sign that version."""
    lent.at_desk(f"lenders/{lent.application.id}")
    press(lent.desk, 'main a[href$="/ready"]')
    lent.desk.submit()
    lent.sign()


def compare(lent: Lent) -> None:
    """The officer reads the answer in Arabic, closes the question, and sees what changed and what that did."""
    office, (before, after) = lent.office, (lent.frozen(number)[0]["outcome"]["lowest_cash"] for number in (1, 2))
    office.open("/nl/lending/")
    assert translator("nl")("They wrote to you") in shown(office)
    lent.at_office("questions/")
    expect(office.page.locator('main .note p[lang="ar"]')).to_have_text(ANSWER)
    press(office, 'button[formaction$="/close"]')
    lent.at_office("dossier/documents/")
    press(office, 'main a[href*="/compare?"]')
    change = office.page.locator("main .qa", has=office.page.locator("del"))
    expect(change).to_have_count(1)
    assert (plain(change.locator("del").inner_text()), plain(change.locator("ins").inner_text())) == (
        money(3.4), money(3.8))
    assert after > before and money(before, 0) in shown(office) and money(after, 0) in shown(office)


def judge(lent: Lent) -> None:
    """The officer advises, names the day of the committee, and writes down what was decided, looked at once more."""
    office = lent.office
    lent.at_office()
    press(office, 'main a[href$="/advice"]')
    office.page.check('[name=outcome][value="positive"]')
    office.page.fill("[name=words]", ADVICE)
    office.submit()
    press(office, 'main a[href$="/committee"]')
    office.page.fill("[name=meets_on]", MEETS.isoformat())
    office.submit()
    lent.on_phone(f"lenders/answer/{lent.application.id}")
    assert plain(numerals.day(MEETS, "ar")) in shown(lent.phone)
    lent.at_office("decision")
    office.page.check('[name=outcome][value="granted if"]')
    for name, value in {**TERMS, "rate": "8"}.items():
        office.page.fill(f"[name={name}]", str(value))
    office.page.fill("[name=condition-0]", CONDITION)
    office.page.fill("[name=by-0]", BY.isoformat())
    office.page.fill("[name=words]", WORDS)
    office.submit()
    assert WORDS in shown(office) and lent.application.ended_at is None
    press(office, "main button[name=sure]")
    assert ADVICE in shown(office) and money(TERMS["amount"], 0) in shown(office)


def take_over(lent: Lent) -> None:
    """The entrepreneur reads the answer in Arabic, without the advice, and takes the granted terms over."""
    phone, say = lent.phone, translator("ar")
    press_news(phone)
    assert phone.path == f"/ar/plan/{lent.plan}/lenders/answer/{lent.application.id}"
    read = shown(phone)
    for words in (WORDS, CONDITION, numerals.day(BY, "ar"), numerals.amount(TERMS["amount"], "ar", 0), lent.lender,
                  say("The loan in your plan, and the loan that you get")):
        assert plain(words) in read, words
    assert ADVICE not in read
    press(phone, 'form[action$="/take-over"] button')
    assert {name: lent.said(f"loans[].{name}", lent.first("loans")) for name in TERMS} == TERMS
    assert say("Your plan has these terms.") in shown(phone)


def press_news(visitor: Visitor) -> None:
    """Opens the newest piece of news."""
    press(visitor, "header a.bell")
    press(visitor, 'main form[action$="/open"] button')


def take_link_back(lent: Lent) -> None:
    """The guest reads on until the owner takes the link back; at the next request nothing is there, no file either."""
    guest, gone = lent.guest, translator("nl")("This link is no longer available")
    lent.by_link("figures/")
    lent.on_phone("lenders/links/")
    press(lent.phone, 'form[action$="/end"] button')
    with guest.expecting_refusals():
        for page in (lent.handed_in("figures/"), lent.handed_in(), lent.link):
            guest.open(page)
            assert guest.document.status == 404
            assert plain(guest.page.locator("h1").inner_text()) == gone
        answered = guest.context.request.get(guest.url + lent.handed_in("documents/1/dossier.pdf"))
        assert answered.status == 404 and gone in plain(answered.text())
    lent.at_office("dossier/documents/")


@pytest.fixture
def lent(visit, installation) -> Lent:
    """A bakery with its owner, its coach, a lender with an officer, and a phone on which nobody is signed in."""
    adviser = numbered("Omar")
    owner = installation.person(numbered("Samira"), "ar")
    coach = installation.person(numbered("Lien"), "nl", Role.COACH)
    officer = installation.person(adviser, "nl", Role.OFFICER)
    plan = installation.plan(owner, examples.text("bakery"), coach)
    return Lent(installation, visit(owner, scripts=False), visit(coach, staff=True, size=DESK),
                visit(officer, staff=True, size=DESK), visit(user_agent=PHONE_SAYS, accept_downloads=True), plan,
                f"De Kade {adviser}")


@pytest.mark.whole
def test_from_the_release_to_the_granted_terms_and_the_link_that_is_taken_back(lent, needs, tmp_path):
    for step in (release, share, come_by):
        step(lent)
    read_by_link(lent, tmp_path, needs("pdftotext"))
    take_up(lent)
    hold_figures(lent, 1)
    for step in (ask, answer, hand_in_again, compare):
        step(lent)
    hold_figures(lent, 2)
    for step in (judge, take_over, take_link_back):
        step(lent)
