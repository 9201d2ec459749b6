"""Two people, two tabs, one plan: what each saves, by a page or field by field, and what happens where both did."""

import pytest

from bizplan.domain.revisions import Said
from bizplan.storage import plans
from financial_models.assumptions import Grade
from tests.bizplan.web.opened import opened, record, said, shown

NEED, RENT, FOOD = "idea.need", "household.expenses.rent", "household.expenses.food"


@pytest.fixture
def at(plan):
    """The address of a page of the study."""
    return lambda part, page: f"/en/plan/{plan}/study/{part}/{page}"


@pytest.fixture
def household(at):
    """The page of what a family needs."""
    return at("quick", "household")


@pytest.mark.usefixtures("coach_writes")
def test_two_people_who_answer_different_questions_of_one_page_both_keep_theirs(
        amals, liens, household, storage, plan):
    hers, theirs = opened(amals, household), opened(liens, household)
    assert hers.send({RENT: "600"}).status_code == 302
    answer = theirs.send({FOOD: "400"})
    assert answer.headers["Location"].endswith("/figures/verdict"), "no clash"
    assert (said(storage, plan, RENT).value, said(storage, plan, FOOD).value) == (600, 400)


@pytest.mark.usefixtures("coach_writes")
def test_two_people_who_answer_the_same_question_are_shown_both_answers_and_what_it_was(
        amals, liens, household, storage, plan):
    opened(amals, household).send({RENT: "500"})
    hers, theirs = opened(amals, household), opened(liens, household)
    hers.send({RENT: "600"})
    answer = theirs.send({RENT: "700", FOOD: "400"})
    assert answer.status_code == 302
    assert "/clash/" in answer.headers["Location"]
    assert said(storage, plan, RENT).value == 600, "what stands stays until somebody chooses"
    assert said(storage, plan, FOOD).value == 400, "the other answer of the page is saved"
    page = opened(liens, answer.headers["Location"])
    mine, other = page.of("//label[.//input[@name='keep']]")
    assert "€ 700 a month" in mine
    assert "you" in mine
    assert "€ 600 a month" in other
    assert "Amal" in other
    assert "€ 500 a month" in page.of("//form[contains(@class, 'clash')]/p/b")[0]


@pytest.mark.usefixtures("coach_writes")
@pytest.mark.parametrize(("keep", "stands"), [("mine", 700), ("theirs", 600)])
def test_either_answer_may_stay_and_the_other_is_in_the_history(amals, liens, household, storage, plan, keep, stands):
    hers, theirs = opened(amals, household), opened(liens, household)
    hers.send({RENT: "600"})
    page = opened(liens, theirs.send({RENT: "700"}).headers["Location"])
    answer = page.press(page.address, keep=keep)
    assert answer.headers["Location"] == f"/en/plan/{plan}/study/household/expenses"
    assert said(storage, plan, RENT).value == stands
    past = opened(liens, f"/en/plan/{plan}/history/{RENT}").text
    assert "€ 600 a month" in past
    assert "€ 700 a month" in past


@pytest.mark.usefixtures("coach_writes")
def test_a_choice_that_is_no_choice_changes_nothing(amals, liens, household, storage, plan):
    hers, theirs = opened(amals, household), opened(liens, household)
    hers.send({RENT: "600"})
    page = opened(liens, theirs.send({RENT: "700"}).headers["Location"])
    assert page.press(page.address).status_code == 400
    assert said(storage, plan, RENT).value == 600


def test_a_clash_that_never_was_is_not_found(amals, household, plan):
    opened(amals, household).send({RENT: "600"})
    for sequence in (0, 1, 2, 99, 2 ** 70):
        assert amals.get(f"/en/plan/{plan}/clash/{sequence}").status_code == 404


def test_two_answers_of_coaches_are_for_coaches_to_choose_from(amals, lien, storage, plan):
    key = "planning.coach.opinion"
    with storage.writing() as tx:
        for text in ("Not yet", "Go"):
            plans.save(tx, plan, lien, plans.Change(plans.Deed.ANSWER, key, "", Said.of(key, text, text=(text,))))
    assert amals.get(f"/en/plan/{plan}/clash/2").status_code == 404


@pytest.mark.usefixtures("coach_writes")
def test_a_stale_page_does_not_clash_over_what_was_not_changed_on_it(amals, liens, household, storage, plan):
    opened(amals, household).send({RENT: "500", FOOD: "300"})
    stale = opened(liens, household)
    opened(amals, household).send({RENT: "600"})
    assert "/clash/" not in stale.send({FOOD: "350"}).headers["Location"]
    assert (said(storage, plan, RENT).value, said(storage, plan, FOOD).value) == (600, 350)


@pytest.mark.usefixtures("coach_writes")
def test_a_stale_page_of_a_plan_that_came_from_a_file_does_not_clash_either(
        amals, liens, household, storage, plan, amal):
    """Numbers of a file may have no evidence; the page then shows a guess, which is no change."""
    with storage.writing() as tx:
        plans.save(tx, plan, amal, plans.Change(plans.Deed.ANSWER, RENT, "", Said.of(RENT, 500.0)))
    stale = opened(liens, household)
    opened(amals, household).send({RENT: "600"})
    assert "/clash/" not in stale.send({FOOD: "350"}).headers["Location"]
    assert said(storage, plan, RENT).value == 600


@pytest.mark.usefixtures("coach_writes")
def test_two_people_who_say_the_same_do_not_clash(amals, liens, household, storage, plan):
    hers, theirs = opened(amals, household), opened(liens, household)
    hers.send({RENT: "600"})
    assert "/clash/" not in theirs.send({RENT: "600.00"}).headers["Location"]
    assert said(storage, plan, RENT).value == 600


def test_a_page_sent_twice_is_saved_once(amals, household, storage, plan):
    page = opened(amals, household)
    page.send({RENT: "600"})
    before = record(storage, plan).sequence
    assert "/clash/" not in page.send({RENT: "600"}).headers["Location"]
    assert record(storage, plan).sequence == before


def test_a_field_is_saved_while_one_types_and_said_back_with_its_sequence(amals, household, storage, plan):
    answer = opened(amals, household).autosave(RENT, "650")
    told = answer.get_json()
    assert answer.status_code == 200
    assert told["sequence"] == 1
    assert "€ 650 a month" in told["echo"].replace("\N{NO-BREAK SPACE}", " ").translate(dict.fromkeys(
        map(ord, "\u2066\u2067\u2068\u2069")))
    assert told["saved"]
    assert said(storage, plan, RENT) == Said((), 650)


def test_the_same_autosave_sent_again_is_the_same_answer(amals, household, storage, plan):
    page = opened(amals, household)
    first = page.autosave(RENT, "650", key="k1").get_json()
    again = page.autosave(RENT, "650", key="k1").get_json()
    assert (first["sequence"], again["sequence"]) == (1, 1)
    assert record(storage, plan).sequence == 1


def test_a_late_autosave_does_not_undo_a_newer_one_of_the_same_person(amals, household, storage, plan):
    page = opened(amals, household)
    assert page.autosave(RENT, "650", key="k2").get_json()["sequence"] == 1
    late = page.autosave(RENT, "65", base=0, key="k1")
    assert late.status_code == 409
    assert said(storage, plan, RENT).value == 650


def test_an_autosave_that_cannot_be_read_is_kept_and_told_with_its_readings(amals, household, storage, plan):
    page = opened(amals, household)
    answer = page.autosave(RENT, "1.250")
    told = answer.get_json()
    assert answer.status_code == 422
    assert told["readings"] == ["1.25", "1250"]
    assert told["sequence"] == 1
    assert told["problem"]
    assert record(storage, plan).said(RENT).text == ("1.250",)
    assert page.autosave(RENT, told["readings"][1], base=told["sequence"]).status_code == 200
    assert said(storage, plan, RENT).value == 1250


@pytest.mark.usefixtures("coach_writes")
def test_an_autosave_of_what_somebody_else_changed_leads_to_both_answers(amals, liens, household, storage, plan):
    page = opened(liens, household)
    opened(amals, household).send({RENT: "600"})
    answer = page.autosave(RENT, "700")
    told = answer.get_json()
    assert answer.status_code == 409
    assert told["url"].startswith(f"/en/plan/{plan}/clash/")
    assert told["text"]
    assert "€ 700 a month" in opened(liens, told["url"]).text
    assert said(storage, plan, RENT).value == 600


def test_evidence_period_note_and_not_known_are_saved_one_by_one(amals, household, storage, plan):
    page = opened(amals, household)
    base = page.autosave(RENT, "150").get_json()["sequence"]
    base = page.autosave(f"{RENT}:period", "week", base=base).get_json()["sequence"]
    base = page.autosave(f"{RENT}:evidence", "6", base=base).get_json()["sequence"]
    base = page.autosave(f"{RENT}:note", "In the lease", base=base).get_json()["sequence"]
    assert said(storage, plan, RENT) == Said((), 650, Grade(6), "In the lease"), "150 × 52 / 12 = 650"
    told = page.autosave(f"{FOOD}:unknown", "yes", base=base)
    assert told.status_code == 200
    assert said(storage, plan, FOOD).unknown


@pytest.mark.usefixtures("coach_writes")
def test_the_number_and_its_evidence_are_two_fields_that_merge(amals, liens, household, storage, plan):
    opened(amals, household).autosave(RENT, "600")
    hers, theirs = opened(amals, household), opened(liens, household)
    assert hers.autosave(RENT, "620").status_code == 200
    assert theirs.autosave(f"{RENT}:evidence", "6").status_code == 200
    assert said(storage, plan, RENT) == Said((), 620, Grade(6))


def test_a_page_sent_after_its_autosaves_does_not_clash_with_them(amals, household, storage, plan):
    page = opened(amals, household)
    base = page.autosave(RENT, "650").get_json()["sequence"]
    answer = page.send({RENT: "655", f"base:{RENT}": str(base)})
    assert "/clash/" not in answer.headers["Location"]
    assert said(storage, plan, RENT).value == 655


def test_an_autosave_of_a_question_or_a_row_that_does_not_exist_is_not_found(amals, household, storage, plan):
    page = opened(amals, household)
    for field in ("nothing", "", "products[].price", f"{RENT}@{'a' * 32}", "quick/offer"):
        assert page.autosave(field, "1").status_code == 404, field
    assert record(storage, plan).sequence == 0


def test_whoever_is_signed_out_is_told_so_as_json_when_a_field_is_saved(amals, browser, household):
    page = opened(amals, household)
    token = page.fields["csrf_token"]
    for name in ("bizplan-form",):
        browser.client.set_cookie(name, amals.cookie(name))
    answer = browser.client.post(household.replace("study/quick/household", "save"), headers={
        "Accept": "application/json"}, data={"csrf_token": token, "field": RENT, "value": "1"})
    assert answer.status_code == 401
    assert answer.get_json() == {"sign_in": True}


def test_at_most_twenty_texts_of_one_answer_are_read(amals, at, storage, plan):
    opened(amals, at("marketing", "payment")).autosave("marketing.payment_means", ["cash"] * 900)
    kept = record(storage, plan).said("marketing.payment_means")
    assert len(kept.text) <= 20


def test_a_note_that_is_too_long_is_shown_again_beside_its_number(amals, household, storage, plan):
    answer = opened(amals, household).send({RENT: "600", f"{RENT}:note": "n" * 2001})
    page = shown(amals, answer)
    assert "2,000" in page.beside(RENT)[0]
    assert page.fields[f"{RENT}:note"] == "n" * 2001
    assert page.send({f"{RENT}:note": "short"}).status_code == 302
    assert said(storage, plan, RENT).value == 600


def test_the_table_of_the_household_keeps_what_is_known_beside_its_numbers(amals, at, amal, storage, plan):
    known = Said.of(RENT, 600.0, Grade.CONTRACT, "In the lease")
    with storage.writing() as tx:
        plans.save(tx, plan, amal, plans.Change(plans.Deed.ANSWER, RENT, "", known))
    opened(amals, at("household", "expenses")).send({RENT: "620", FOOD: "400"})
    kept = said(storage, plan, RENT)
    assert (kept.value, kept.evidence, kept.note) == (620, Grade.CONTRACT, "In the lease")
