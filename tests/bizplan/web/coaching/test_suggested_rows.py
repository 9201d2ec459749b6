"""A coach suggests a row that is missing; it counts nowhere until the entrepreneur takes it over."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bizplan.domain import plan_file
from bizplan.domain.coaching.suggestions import State
from bizplan.domain.questions import GROUPS
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import judgements, participants, plans, suggestions
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Change
from financial_models.assumptions import Grade
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.naughty import LONG, MARKUP, NEVER_SHOWN, SCRIPTS, kept_line
from tests.bizplan.web.opened import opened, record, said, shown
from tests.pages import plain

NAME, AMOUNT, EVERY = "costs[].name", "costs[].amount", "costs[].every"
INSURANCE = {NAME: "Fire insurance", AMOUNT: "480", f"{AMOUNT}:evidence": "4", f"{AMOUNT}:note": "A quote of May",
             "why": "Every bakery needs it."}


@pytest.fixture
def costs(home):
    """The address of the page on which costs are added."""
    return f"{home}/study/projection/costs"


@pytest.fixture
def every(storage, plan):
    """All suggestions of the plan, the newest first."""
    def now():
        with storage.reading() as tx:
            return suggestions.suggestions_of(tx, plan)
    return now


@pytest.fixture
def form(liens, costs):
    """The form of a new row, as the coach opens it from the page of the costs."""
    def now():
        address, = opened(liens, costs).of("//main//a[contains(@href, '/rows/')]/@href")
        return opened(liens, address)
    return now


@pytest.fixture
def suggested(form, every):
    """The coach suggested a cost that was forgotten."""
    assert form().send(INSURANCE).status_code == 302
    return every()[0]


def decide(browser, home, suggestion, do):
    return opened(browser, f"{home}/suggestions/{suggestion.id}").press(f"{suggestion.id}/decide", do=do)


def rows(storage, plan):
    """The names of the costs as they stand."""
    found = record(storage, plan)
    return [found.said(NAME, row).value for row in found.rows.get("costs", ())]


def standing(storage, plan):
    """What counts of a plan: its answers and rows, its plan file, and when each question last changed."""
    with storage.reading() as tx:
        found = plans.record(tx, plans.plan(tx, plan))
        return found.answers, found.rows, plan_file.as_document(found.plan), judgements.judged(tx, plan).changes


def test_the_coach_fills_in_a_row_with_its_reason_and_the_entrepreneur_is_told(
        suggested, storage, plan, told, amal, lien, liens, costs):
    assert (suggested.is_row, suggested.reason, suggested.state) == (True, "Every bakery needs it.", State.OPEN)
    answers = {each.question: each.said for each in suggested.answers}
    assert (answers[NAME].value, answers[AMOUNT].value) == ("Fire insurance", 480)
    assert (answers[AMOUNT].evidence, answers[AMOUNT].note) == (Grade(4), "A quote of May")
    assert told(amal) == [("suggestion", suggested.id)] and told(lien) == []
    assert "Your suggestion is sent." in opened(liens, costs).text


@pytest.mark.usefixtures("bakery")
def test_it_counts_nowhere_until_it_is_taken_over(form, storage, plan, every, amals, home):
    before, done = standing(storage, plan), opened(amals, f"{home}/").of("//li//text()")
    form().send(INSURANCE)
    made, = every()
    assert standing(storage, plan) == before
    assert amals.get(f"{home}/file").text.count("Fire insurance") == 0
    assert [each for each in opened(amals, f"{home}/").of("//li//text()") if "Suggest" not in each] == done
    assert "Fire insurance" not in opened(amals, f"{home}/changes").text
    decide(amals, home, made, "take")
    assert "Fire insurance" in amals.get(f"{home}/file").text
    assert "Fire insurance" in opened(amals, f"{home}/changes").text


def test_the_entrepreneur_sees_all_of_it_on_the_page_of_the_group_and_in_the_list(amals, liens, suggested, home, costs):
    for address in (costs, f"{home}/suggestions", f"{home}/suggestions/{suggested.id}"):
        page = opened(amals, address)
        article = " ".join(page.of("//article"))
        for words in ("Lien suggests a new line: Fire insurance", "€ 480", "A quote of May", "Every bakery needs it."):
            assert words in article, (address, words)
        assert page.of("//article//button") == ["Take it over", "Leave it out"]
    assert opened(liens, costs).of("//article//button") == ["Take my suggestion back"]
    arabic = opened(amals, costs.replace("/en/", "/ar/"))
    assert "480" in " ".join(arabic.of("//article//dd")) and "€" in " ".join(arabic.of("//article//dd"))


def test_taken_over_it_is_a_row_of_the_entrepreneur_and_the_history_names_both(
        amals, suggested, home, storage, plan, amal, lien, told, every):
    decide(amals, home, suggested, "take")
    assert rows(storage, plan) == ["Fire insurance"]
    row, = record(storage, plan).rows["costs"]
    stands = record(storage, plan).answers[AMOUNT, row]
    assert (stands.said.value, stands.author, stands.proposal) == (480, amal, False)
    assert (every()[0].state, every()[0].decided_by) == (State.ACCEPTED, amal)
    assert told(lien) == [("decided", suggested.id)]
    for key in (NAME, AMOUNT):
        past = opened(amals, f"{home}/history/{key}/{row}")
        assert past.of("//ol[contains(@class, 'past')]//b/bdi")[0] == "Amal, as Lien suggested"
        assert past.text.count("suggested, and taken over") == 1
    assert "Amal, as Lien suggested" in opened(amals, f"{home}/changes").text


def test_what_the_entrepreneur_says_later_in_that_row_is_theirs_alone(amals, suggested, home, storage, plan, costs):
    decide(amals, home, suggested, "take")
    row, = record(storage, plan).rows["costs"]
    opened(amals, f"{costs}/{row}").send({AMOUNT: "500"})
    past = opened(amals, f"{home}/history/{AMOUNT}/{row}").of("//ol[contains(@class, 'past')]//b/bdi")
    assert past[0] == "Amal" and "Amal, as Lien suggested" in past


def test_left_out_it_changes_nothing(amals, suggested, home, storage, plan, every):
    before = record(storage, plan).sequence
    answer = decide(amals, home, suggested, "keep")
    assert "The line stays out of your plan." in opened(amals, answer.headers["Location"]).text
    assert (record(storage, plan).sequence, every()[0].state, rows(storage, plan)) == (before, State.DECLINED, [])


def test_changed_before_it_is_used_it_comes_as_the_entrepreneur_wants_it(
        amals, suggested, home, storage, plan, amal, every, told, lien, costs):
    address, = (each for each in opened(amals, costs).of("//article//a/@href") if each.endswith("/change"))
    sheet = opened(amals, address)
    assert (sheet.fields[NAME], sheet.fields[f"{AMOUNT}:note"]) == ("Fire insurance", "A quote of May")
    assert sheet.of("//form/@data-save") == [] and "Your coach suggests this line." in sheet.text
    assert sheet.send({AMOUNT: "٣٦٠", EVERY: "year"}).headers["Location"] == costs
    row, = record(storage, plan).rows["costs"]
    assert (said(storage, plan, AMOUNT, row).value, said(storage, plan, NAME, row).value) == (360, "Fire insurance")
    assert (every()[0].state, every()[0].decided_by) == (State.CHANGED, amal)
    assert told(lien) == [("decided", suggested.id)]
    assert "Amal, after a suggestion of Lien" in opened(amals, f"{home}/history/{AMOUNT}/{row}").text


def test_saved_just_as_it_was_suggested_it_is_taken_over(amals, suggested, home, every, storage, plan):
    opened(amals, f"{home}/suggestions/{suggested.id}/change").send()
    assert every()[0].state is State.ACCEPTED and rows(storage, plan) == ["Fire insurance"]


def test_what_was_suggested_on_another_page_of_the_group_comes_along_when_it_is_changed(
        liens, amals, home, every, storage, plan):
    quick = f"{home}/study/quick/things/rows/{new_id()}/suggest"
    opened(liens, quick).send({"equipment[].name": "Oven", "equipment[].price": "4000"})
    made, = every()
    opened(amals, f"{home}/suggestions/{made.id}/change").send({"equipment[].name": "A used oven"})
    row, = record(storage, plan).rows["equipment"]
    assert [said(storage, plan, f"equipment[].{key}", row).value for key in ("name", "price")] == ["A used oven", 4000]


def test_what_cannot_be_read_is_shown_again_with_all_that_was_typed(form, amals, home, every, suggested):
    page = form()
    again = shown(page.browser, page.send({**INSURANCE, AMOUNT: "a lot"}))
    assert again.beside(AMOUNT)
    assert (again.fields[NAME], again.fields[AMOUNT], again.fields["why"]) == (
        "Fire insurance", "a lot", "Every bakery needs it.")
    hers = opened(amals, f"{home}/suggestions/{suggested.id}/change")
    again = shown(amals, hers.send({AMOUNT: "a lot"}))
    assert again.beside(AMOUNT) and again.fields[AMOUNT] == "a lot"
    assert [each.state for each in every()] == [State.OPEN]


def test_a_row_in_which_nothing_is_filled_in_is_no_suggestion(form, every):
    page = form()
    again = shown(page.browser, page.send({"why": "Because."}))
    assert "You filled in nothing" in again.text and again.fields["why"] == "Because."
    assert every() == ()


@pytest.mark.parametrize("field", [NAME, "why"])
def test_a_text_that_is_too_long_is_said_and_nothing_typed_is_lost(form, every, field):
    page, text = form(), "x" * 100_000
    again = shown(page.browser, page.send({**INSURANCE, field: text}))
    assert again.beside(field) and again.fields[field] == text and again.fields[AMOUNT] == "480"
    assert every() == ()


def test_texts_of_every_kind_are_shown_as_they_are(form, amals, home, every):
    page = form()
    for text in (*MARKUP[:6], *SCRIPTS, LONG[0]):
        assert page.send({**INSURANCE, NAME: f"x {text}", "why": f"why {text}"}).status_code == 302, text
        newest = every()[0]
        found = opened(amals, f"{home}/suggestions/{newest.id}")
        assert plain(kept_line(f"x {text}")) in found.of("//article//dd[@class='new']"), text
        assert NEVER_SHOWN not in found.text
    assert sum(each.is_open for each in every()) == 1       # one address is one row, however often it was changed


def test_sent_twice_it_is_suggested_once(form, every, told, amal):
    page = form()
    for _ in range(2):
        assert page.send(INSURANCE).status_code == 302
    assert len(every()) == 1 and told(amal) == [("suggestion", every()[0].id)]


@pytest.mark.parametrize("two", ["take", "keep"])
def test_taken_over_in_two_tabs_it_is_one_row(amals, suggested, home, every, storage, plan, two):
    tabs = [opened(amals, f"{home}/suggestions/{suggested.id}") for _ in range(2)]
    sheet = opened(amals, f"{home}/suggestions/{suggested.id}/change")
    tabs[0].press(f"{suggested.id}/decide", do="take")
    for late in (lambda: tabs[1].press(f"{suggested.id}/decide", do=two), lambda: sheet.send({NAME: "Another"})):
        answer = late()
        assert "What was decided first stays." in opened(amals, answer.headers["Location"]).text
    assert rows(storage, plan) == ["Fire insurance"] and every()[0].state is State.ACCEPTED


def test_taken_over_and_changed_at_once_it_is_one_row(amals, suggested, home, storage, plan):
    whole = opened(amals, f"{home}/suggestions/{suggested.id}")
    sheet = opened(amals, f"{home}/suggestions/{suggested.id}/change")
    with ThreadPoolExecutor(2) as threads:
        done = [threads.submit(whole.press, f"{suggested.id}/decide", do="take"),
                threads.submit(sheet.send, {NAME: "Another"})]
        assert {each.result().status_code for each in done} == {302}
    assert len(rows(storage, plan)) == 1


def test_where_the_group_changed_meanwhile_it_comes_behind_what_stands(
        amals, suggested, home, storage, plan, amal):
    seen_before = opened(amals, f"{home}/suggestions/{suggested.id}")
    add(storage, plan, amal, "rent", "gas")
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.REMOVE, "costs", "rent"))
    seen_before.press(f"{suggested.id}/decide", do="take")
    assert rows(storage, plan) == ["gas", "Fire insurance"]


def test_where_there_is_no_room_that_is_said_to_both(amals, form, suggested, home, storage, plan, amal, every):
    sheet, mine = form(), opened(amals, f"{home}/suggestions/{suggested.id}/change")
    most = GROUPS["costs"].most
    add(storage, plan, amal, *(f"cost_{number}" for number in range(most)))
    for tried in (lambda: decide(amals, home, suggested, "take"), mine.send):
        answer = tried()
        assert f"There is room for {most} lines here" in opened(amals, answer.headers["Location"]).text
    again = shown(sheet.browser, sheet.send(INSURANCE))
    assert f"There is room for {most} lines here" in again.text and again.fields[NAME] == "Fire insurance"
    assert len(every()) == 1 and every()[0].is_open and len(rows(storage, plan)) == most
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.REMOVE, "costs", "cost_0"))
    decide(amals, home, suggested, "take")
    assert rows(storage, plan)[-1] == "Fire insurance"


def test_of_a_coach_who_is_gone_it_stays_and_they_are_told_nothing(
        app, amals, liens, suggested, home, costs, storage, plan, lien, told):
    with storage.writing() as tx:
        participants.show_out(tx, plan, lien)
    assert liens.get(f"{costs}/rows/{new_id()}/suggest").status_code == 404
    decide(amals, home, suggested, "take")
    assert told(lien) == [] and rows(storage, plan) == ["Fire insurance"]


def test_what_is_not_there_is_not_found(amals, liens, form, suggested, home, costs, answered, every):
    for bad in ("0" * 32, "x"):
        assert amals.get(f"{home}/suggestions/{bad}/change").status_code == 404
    opened(liens, f"{home}/study/idea/need").send({"idea.need": "Another"})
    assert amals.get(f"{home}/suggestions/{every()[0].id}/change").status_code == 404
    assert amals.get(f"{costs}/rows/{new_id()}/suggest").status_code == 404
    assert liens.get(f"{home}/suggestions/{suggested.id}/change").status_code == 404
    for page in ("costs/rows/A-B", "costs_in_time/rows/a", "no_page/rows/a"):
        assert liens.get(f"{home}/study/projection/{page}/suggest").status_code == 404, page
    assert liens.get(f"{home}/study/idea/need/rows/a/suggest").status_code == 404
    assert liens.get(f"{home}/study/competences/actions/rows/a/suggest").status_code == 404
    assert amals.get(f"{costs}/{suggested.revision.row}").status_code == 404


def test_a_row_that_stands_stood_or_is_suggested_by_another_coach_is_not_suggested_anew(
        app, amals, amal, jan, liens, suggested, costs, storage, plan):
    add(storage, plan, amal, "rent", "gas")
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.REMOVE, "costs", "gas"))
    for row in ("rent", "gas"):
        assert liens.get(f"{costs}/rows/{row}/suggest").status_code == 404
    assert signed_in(app, storage, jan).get(f"{costs}/rows/{suggested.revision.row}/suggest").status_code == 404
    assert opened(liens, f"{costs}/rows/{suggested.revision.row}/suggest").fields[NAME] == ""


def test_the_row_cannot_come_by_another_way_before_it_is_decided(amals, suggested, costs, storage, plan):
    answer = amals.post(f"{costs}/rows/{suggested.revision.row}/restore", {}, form=costs)
    assert answer.status_code == 302
    assert rows(storage, plan) == []


def test_taken_back_by_the_coach_it_cannot_be_taken_over(amals, liens, suggested, home, storage, plan, every):
    hers = opened(amals, f"{home}/suggestions/{suggested.id}")
    opened(liens, f"{home}/suggestions/{suggested.id}").press(f"{suggested.id}/withdraw")
    hers.press(f"{suggested.id}/decide", do="take")
    assert every()[0].state is State.WITHDRAWN and rows(storage, plan) == []


@pytest.mark.usefixtures("coach_writes")
def test_a_coach_who_may_write_adds_rows_themself(liens, costs):
    page = opened(liens, costs)
    assert page.of("//main//a[contains(@href, '/rows/')]") == [] and page.of("//form[contains(@action, '/rows/add')]")


def test_a_form_that_says_it_asked_nothing_is_shown_again(form, every):
    page = form()
    again = shown(page.browser, page.send({**INSURANCE, "asked": "nothing"}))
    assert "You filled in nothing" in again.text and every() == ()


def add(storage, plan, amal, *names):
    """Costs that stand in the plan, each with its name as its id."""
    with storage.writing() as tx:
        for name in names:
            plans.save(tx, plan, amal, Change(Deed.ADD, "costs", name))
            plans.save(tx, plan, amal, Change(Deed.ANSWER, NAME, name, Said.of(NAME, name)))
