"""Decision trees: one question at a time, each answer with its reason, down to an advice that can be taken over."""

from datetime import date

from bizplan.domain.aids.decision import Tree
from tests.bizplan.web.aids.conftest import HIDDEN

TODAY = date(2026, 11, 28)


def answer(desk, aid, page, text):
    """Answers the question of a page, with the answers before it."""
    given = {name: value for name, value in HIDDEN.findall(page) if name.startswith("given-")}
    return desk.count(aid, {**given, "answer": text})


def test_what_the_plan_says_is_not_asked_again(desk):
    page = desk.open("legal_form").get_data(as_text=True)
    assert "from your plan" in page
    assert 'name="given-tried" value="yes"' in page
    assert page.count('name="answer"') == 2


def test_partners_and_money_lead_to_a_company_with_its_reasons(desk):
    page = desk.open("legal_form").get_data(as_text=True)
    page = answer(desk, "legal_form", page, "no")                           # not alone
    assert "With partners a company writes down who owns what and who decides." in page
    page = answer(desk, "legal_form", page, "yes")                          # there is money for it
    assert "How sure is this?" in page
    before = desk.history("rules.legal_form")
    reply = desk.use(page)
    assert reply.headers["Location"].endswith("/study/rules/legal_form")
    assert desk.record.plan.value("rules.legal_form") == "company"
    assert len(desk.history("rules.legal_form")) == len(before) + 1


def test_an_answer_can_be_changed_and_what_came_after_it_is_asked_anew(desk):
    page = answer(desk, "legal_form", desk.open("legal_form").get_data(as_text=True), "no")
    given = {name: value for name, value in HIDDEN.findall(page) if name.startswith("given-")}
    again = desk.count("legal_form", {**given, "again": "alone"})
    assert 'name="given-alone"' not in again
    assert "Do you begin alone?" in again


def test_no_answer_and_an_unknown_answer_ask_the_same_question_again(desk):
    page = desk.open("legal_form").get_data(as_text=True)
    assert "Fill this in. A guess is fine." in answer(desk, "legal_form", page, "")
    assert "Do you begin alone?" in answer(desk, "legal_form", page, "perhaps")


def test_an_amount_is_held_against_the_limits_of_the_law(desk):
    """Sales of 20,000 a year stay below the limit of the exemption of small enterprises."""
    page = desk.open("vat_regime").get_data(as_text=True)
    while 'type="radio"' in page and 'name="answer"' in page:
        page = answer(desk, "vat_regime", page, "no")
    assert "Enter a number" in answer(desk, "vat_regime", page, "a lot")
    assert "Do you mean" in answer(desk, "vat_regime", page, "20.000")
    page = answer(desk, "vat_regime", page, "20000")
    assert "€\xa020,000" in page


def test_answers_that_no_tree_knows_are_left_out(desk):
    page = desk.count("legal_form", {"given-tried": "maybe", "given-nothing": "x", "answer": "yes"})
    assert "given-nothing" not in page


def test_an_amount_that_no_page_sent_is_asked_for(desk):
    names = [asked.given for asked in Tree("vat_regime", TODAY).questions if asked.limit is not None]
    for text in ("nan", "inf", "-1", "1e300", "x"):
        page = desk.count("vat_regime", {"given-excluded": "no", **{f"given-{name}": text for name in names}})
        assert f'value="{text}"' not in page


def test_taking_over_without_an_advice_asks_on(desk):
    before = desk.record
    reply = desk.client.post(f"/en/plan/{desk.plan}/aid/legal_form/use", data=desk.token())
    assert reply.status_code == 200
    assert desk.record == before
