"""The addresses of the aids: each opens in every language, for whoever takes part in the plan, and changes nothing."""

import pytest

from bizplan.domain.aids.beside import BESIDE, aid_beside
from bizplan.domain.questions import GROUPS, QUESTIONS
from bizplan.translations import LANGUAGES
from bizplan.web.aids.shelf import AIDS

TITLES = {key: aid.title for key, aid in AIDS.items()}


def test_every_aid_of_the_study_has_its_page():
    assert AIDS.keys() == BESIDE.keys()


def test_every_aid_stands_beside_questions_or_groups_of_the_study():
    for aid, keys in BESIDE.items():
        for key in keys:
            assert key in QUESTIONS or key in GROUPS
            assert aid_beside(key) == aid
            assert AIDS[aid].group in ("", key.split("[].")[0]) or key == "operations.minutes_a_unit"
    assert aid_beside("applicant.name") == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("aid", AIDS)
def test_each_aid_opens_in_each_language_and_changes_nothing(desk, aid, language):
    before = desk.record
    row = desk.row(AIDS[aid].group) if AIDS[aid].group else ""
    for at in {"", row}:
        answer = desk.open(aid, at, language)
        page = answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert f'lang="{language}"' in page
        assert answer.headers["Cache-Control"] == "no-store"
        assert len(answer.data) < 60_000
    if language == "en":
        assert TITLES[aid] in page
    assert desk.record == before


@pytest.mark.parametrize("aid", AIDS)
def test_the_plan_of_another_person_does_not_exist(stranger, aid):
    assert stranger.client.get(stranger.address(aid)).status_code == 404
    csrf = {"csrf_token": "none"}
    assert stranger.client.post(stranger.address(aid), data=csrf).status_code in (400, 404)
    assert stranger.client.post(f"/en/plan/{stranger.plan}/aid/{aid}/use", data=csrf).status_code in (400, 404)


def test_who_is_not_signed_in_is_asked_to(app, desk):
    answer = app.test_client().get(desk.address("capacity"))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/sign-in")


def test_a_coach_of_the_plan_may_use_the_aids(coach):
    assert coach.open("legal_form").status_code == 200


def test_no_aid_and_no_row_of_another_name_exist(desk):
    assert desk.client.get(desk.address("fortune")).status_code == 404
    assert desk.client.get(desk.address("cost_price", "f" * 32)).status_code == 404
    assert desk.client.get(desk.address("household_budget", desk.row("products"))).status_code == 404


@pytest.mark.parametrize("aid", AIDS)
def test_taking_over_is_never_a_get(desk, aid):
    assert desk.client.get(f"/en/plan/{desk.plan}/aid/{aid}/use").status_code in (404, 405)


@pytest.mark.parametrize(("page", "aid"), [
    ("rules/legal_form", "legal_form"), ("rules/vat", "vat_regime"), ("household/expenses", "household_budget"),
    ("operations/things", "start_up_costs"), ("rules/permits", "permits"), ("stops/residence", "right_to_work"),
    ("projection/costs", "start_up_costs"), ("operations/steps", "capacity"),
])
def test_a_page_of_the_study_leads_to_the_aid_beside_its_question(desk, page, aid):
    text = desk.client.get(f"/en/plan/{desk.plan}/study/{page}").get_data(as_text=True)
    assert f'<a href="/en/plan/{desk.plan}/aid/{aid}?from={page.replace("/", "%2F")}">Help me work this out' in text \
        or f'<a href="/en/plan/{desk.plan}/aid/{aid}?from={page}">Help me work this out' in text


@pytest.mark.parametrize(("page", "aid", "group"), [
    ("idea/costs", "cost_price", "products"), ("idea/prices", "selling_price", "products"),
    ("market/season", "season", "products"), ("operations/capacity", "capacity", "products"),
    ("financing/loan_amount", "loan_explorer", "loans"), ("financing/loan_terms", "loan_explorer", "loans"),
])
def test_a_row_leads_to_the_aid_for_that_row_and_back(desk, page, aid, group):
    row = desk.row(group)
    study = f"/en/plan/{desk.plan}/study/{page}/{row}"
    text = desk.client.get(study).get_data(as_text=True)
    assert f"/aid/{aid}?row={row}&amp;from={page}" in text.replace("%2F", "/")
    back = desk.open(aid, row, **{"from": page}).get_data(as_text=True)
    assert f'<a class="back" href="{study}">' in back
