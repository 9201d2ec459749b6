"""Review by section, as both see it: asked, returned, mended, approved, changed since with the difference."""

import pytest

from bizplan.domain.coaching import About, Subject, ThreadKind
from bizplan.domain.coaching.reviews import State
from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import judgements, participants, people, plans, threads
from bizplan.storage.plans import Change
from bizplan.storage.threads import Beginning
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

RATED = "competences.entrecomp.vision.first_coach"
NAUGHTY = "‮" + "سعر ኣነ 中文 🥖 <b>&amp;</b>\x00" + "é" * 10


@pytest.fixture
def home(bakery):
    """The address of the bakery."""
    return f"/en/plan/{bakery}"


@pytest.fixture
def say(storage, bakery):
    """Somebody answers a question of the bakery."""
    def answer(author, key, value, row=""):
        with storage.writing() as tx:
            now = plans.plan(tx, bakery).sequence
            plans.save(tx, bakery, author, Change(Deed.ANSWER, key, row, Said.of(key, value, text=(str(value),)),
                                                  base=now))
    return answer


@pytest.fixture
def standing(storage, bakery):
    """How a part of the bakery stands."""
    def of(part="idea"):
        with storage.reading() as tx:
            return judgements.judged(tx, bakery).parts[part]
    return of


def send(amals, home, part="idea", **more):
    assert opened(amals, f"{home}/check/{part}").press(f"/review/{part}/send", **more).status_code == 302


def judge(liens, home, deed, part="idea", page="", **more):
    """The coach presses a button of the form below the answers."""
    form = opened(liens, page or f"{home}/check/{part}")
    fields = {each.get("name"): each.get("value") for each in form.tree.xpath(
        f"//form[contains(@action, '/review/{part}/return')]//input")}
    return liens.client.post(f"{home}/review/{part}/{deed}", data={**fields, "words": "", **more})


def test_the_whole_way_of_a_part(amals, liens, amal, home, say, standing):
    assert standing().state is State.DRAFT
    send(amals, home)
    assert standing().state is State.WITH_COACH
    assert "With the coach" in opened(liens, f"{home}/").text
    judge(liens, home, "return", words="De prijs ontbreekt nog")
    page = opened(amals, f"{home}/check/idea")
    assert "Sent back" in page.text and "De prijs ontbreekt nog" in page.text and "Lien" in page.text
    say(amal, "idea.need", "Bread at six in the morning")
    send(amals, home)
    judge(liens, home, "approve", words="Mooi")
    assert standing().state is State.APPROVED
    assert "1 of 15 parts approved" in opened(liens, f"{home}/review/").text
    assert "Approved" in opened(amals, f"{home}/").text


def test_a_changed_answer_shows_what_it_was_what_it_is_who_and_when(amals, liens, amal, home, say, standing):
    judge(liens, home, "approve")
    say(amal, "idea.business_name", "Brood en Zo")
    assert standing().state is State.CHANGED
    for browser in (amals, liens):
        page = opened(browser, f"{home}/review/idea")
        assert page.of("//section[@aria-labelledby='changed']//del") == ["Bakkerij Zeven Zaden"]
        assert page.of("//section[@aria-labelledby='changed']//dd/b") == ["Brood en Zo"]
        assert "Amal" in page.of("//section[@aria-labelledby='changed']//dd")[0]
    assert "Changed since approval" in opened(liens, f"{home}/").text
    judge(liens, home, "approve", page=f"{home}/review/idea")
    assert standing().state is State.APPROVED


def test_handed_in_again_a_part_shows_the_coach_what_changed_since_it_was_sent_back(
        amals, liens, amal, home, say, standing):
    send(amals, home)
    judge(liens, home, "return", words="De naam ontbreekt nog")
    assert opened(liens, f"{home}/review/idea").of("//section[@aria-labelledby='changed']") == []
    say(amal, "idea.business_name", "Brood en Zo")
    send(amals, home)
    for address in (f"{home}/check/idea", f"{home}/review/"):
        assert f"{home}/review/idea" in opened(liens, address).of("//main//a/@href")
    for browser in (liens, amals):
        page = opened(browser, f"{home}/review/idea")
        assert page.of("//section[@aria-labelledby='changed']/h2") == ["What changed since it was sent back"]
        assert page.of("//section[@aria-labelledby='changed']//del") == ["Bakkerij Zeven Zaden"]
        assert page.of("//section[@aria-labelledby='changed']//dd/b") == ["Brood en Zo"]
    judge(liens, home, "approve", page=f"{home}/review/idea")
    assert standing().state is State.APPROVED
    assert opened(liens, f"{home}/review/idea").of("//section[@aria-labelledby='changed']") == []


def test_handed_in_again_without_a_change_it_says_so(amals, liens, home):
    send(amals, home)
    judge(liens, home, "return", words="De naam ontbreekt nog")
    send(amals, home)
    page = opened(liens, f"{home}/review/idea")
    assert page.of("//section[@aria-labelledby='changed']/p") == ["Nothing changed."]
    assert page.of("//form[contains(@action, '/review/idea/return')]")


def test_an_answer_that_says_again_what_it_said_is_told_so(amals, liens, amal, home, say):
    judge(liens, home, "approve")
    for name in ("Brood en Zo", "Bakkerij Zeven Zaden"):
        say(amal, "idea.business_name", name)
    page = opened(liens, f"{home}/review/idea")
    assert "The same again" in page.text and page.of("//section[@aria-labelledby='changed']//del") == []


def test_rows_that_came_and_went_are_in_the_difference(liens, amal, home, storage, bakery):
    judge(liens, home, "approve")
    with storage.writing() as tx:
        row = plans.record(tx, plans.plan(tx, bakery)).rows["products"][0]
        plans.save(tx, bakery, amal, Change(Deed.REMOVE, "products", row))
        plans.save(tx, bakery, amal, Change(Deed.ADD, "products", "b" * 32))
        plans.save(tx, bakery, amal, Change(Deed.MOVE, "products", "b" * 32))
    told = opened(liens, f"{home}/review/idea").of("//section[@aria-labelledby='changed']//div")
    assert ["Removed" in told[0], "Plat brood" in told[0], "Added" in told[1]] == [True] * 3


def test_what_only_coaches_answer_changes_the_part_and_is_not_shown_to_the_entrepreneur(
        amals, liens, lien, home, say, standing):
    judge(liens, home, "approve", part="competences")
    say(lien, RATED, 1)
    assert standing("competences").state is State.CHANGED
    assert "three years" in opened(liens, f"{home}/review/competences").text
    page = opened(amals, f"{home}/review/competences")
    assert "three years" not in page.text and "Your coach changed something" in page.text


def test_approving_while_the_entrepreneur_saves_approves_what_was_seen(liens, amal, home, say, standing):
    page = opened(liens, f"{home}/check/idea")
    say(amal, "idea.need", "Written while the coach was reading")
    fields = {each.get("name"): each.get("value") for each in page.tree.xpath(
        "//form[contains(@action, '/review/idea/return')]//input")}
    assert liens.client.post(f"{home}/review/idea/approve", data=fields).status_code == 302
    assert standing().state is State.CHANGED
    assert "Written while the coach was reading" in opened(liens, f"{home}/review/idea").text


@pytest.mark.parametrize("sequence", ["", "0", "999999", "-1", "abc", "1" * 40])
def test_a_page_cannot_have_seen_what_was_not_there_yet(liens, home, standing, sequence):
    answer = judge(liens, home, "approve", sequence=sequence, words="Bewaard")
    assert standing().state is State.DRAFT
    page = shown(liens, answer)
    assert "Your page was too old" in page.text and page.of("//textarea")[0] == "Bewaard"


def test_two_coaches_may_approve_the_same(app, liens, storage, home, bakery, standing):
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, noor, Role.COACH, None)
        participants.let_in(tx, bakery, noor, Role.COACH)
    noors = signed_in(app, storage, noor)
    pages = [opened(each, f"{home}/check/idea") for each in (liens, noors)]
    for browser, page in zip((liens, noors), pages, strict=True):
        fields = {each.get("name"): each.get("value") for each in page.tree.xpath(
            "//form[contains(@action, '/review/idea/return')]//input")}
        for _ in range(2):
            assert browser.client.post(f"{home}/review/idea/approve", data=fields).status_code == 302
    assert standing().state is State.APPROVED
    page = opened(liens, f"{home}/review/idea")
    own, = page.of("//article[@class='note me']")
    others, = page.of("//article[@class='note']")
    assert "You" in own and "Noor" in others


def test_a_part_in_which_nothing_is_answered_cannot_be_approved_and_it_says_why(liens, amals, plan, storage):
    home = f"/en/plan/{plan}"
    page = opened(liens, f"{home}/check/idea")
    assert "nothing to approve" in page.text and page.of("//button[contains(., 'Approve')]") == []
    assert "Answer something here first" in opened(amals, f"{home}/check/idea").text
    shown(liens, judge(liens, home, "approve"))
    with storage.reading() as tx:
        assert judgements.judged(tx, plan).reviews == ()


def test_what_blocks_stands_beside_the_button_and_the_coach_decides(liens, amal, home, say, standing):
    say(amal, "applicant.debts.collective_settlement", True)
    page = opened(liens, f"{home}/check/stops")
    assert "A lender says no as long as this stands" in page.text
    judge(liens, home, "approve", part="stops")
    assert standing("stops").state is State.APPROVED


def test_returning_wants_words_and_keeps_what_was_typed(liens, home, standing):
    assert shown(liens, judge(liens, home, "return", words="  ")).beside("words") == [
        "Say what is still needed, in a sentence or two."]
    page = shown(liens, judge(liens, home, "return", words="x" * 100_000))
    assert "at most" in page.beside("words")[0] and len(page.of("//textarea")[0]) == 100_000
    assert standing().state is State.DRAFT
    judge(liens, home, "return", words=NAUGHTY)
    kept = standing().review.words
    assert "🥖 <b>&amp;</b>" in kept and "‮" not in kept and "\x00" not in kept


def test_words_of_an_entrepreneur_that_are_too_long_are_not_lost(amals, home, standing):
    page = opened(amals, f"{home}/check/idea")
    again = shown(amals, page.press("/review/idea/send", words="y" * 100_000))
    assert standing().state is State.DRAFT and len(again.of("//textarea")[0]) == 100_000


def test_an_entrepreneur_takes_the_request_back(amals, home, standing):
    send(amals, home)
    opened(amals, f"{home}/check/idea").press("/review/idea/take-back")
    assert standing().state is State.DRAFT


def test_only_coaches_approve_and_only_the_entrepreneur_asks(amals, liens, home, standing):
    for browser, deed in ((amals, "approve"), (amals, "return"), (liens, "send"), (liens, "take-back")):
        answer = browser.post(f"{home}/review/idea/{deed}", {"sequence": "1", "words": "x"}, form=f"{home}/check/idea")
        assert answer.status_code == 404
    assert standing().state is State.DRAFT


def test_whoever_is_asked_is_called_by_name_whatever_is_said_of_the_part(amals, lien, home, storage, bakery):
    for subject in (Subject(About.ANSWER, "idea.need"), Subject(About.PART, "idea")):
        with storage.writing() as tx:
            threads.begin(tx, bakery, lien, Beginning(ThreadKind.COMMENT, subject, "Why?"))
    page = opened(amals, f"{home}/check/idea")
    assert "Ask Lien to check" in page.text
    assert page.text.count("Lien · your coach") == 2


def test_a_part_that_is_not_there_is_not_there(amals, liens, home):
    assert amals.get(f"{home}/review/nowhere").status_code == 404
    assert liens.post(f"{home}/review/nowhere/approve", form=f"{home}/check/idea").status_code == 404


def test_in_the_archive_everything_is_read_and_nothing_changes(amals, liens, home, storage, bakery, standing):
    judge(liens, home, "approve")
    with storage.writing() as tx:
        plans.put_away(tx, bakery)
    page = opened(liens, f"{home}/check/idea")
    assert "Approved" in page.text and page.of("//form[contains(@action, '/review/')]") == []
    answer = liens.post(f"{home}/review/idea/approve", {"sequence": "1"}, form="/en/me")
    assert answer.status_code == 409 and standing().state is State.APPROVED


def test_the_work_of_a_coach_who_left_stays_and_is_theirs_no_more(liens, lien, amals, home, storage, bakery):
    judge(liens, home, "return", words="Nog de prijs")
    with storage.writing() as tx:
        participants.show_out(tx, bakery, lien)
    assert liens.get(f"{home}/review/").status_code == 404
    page = opened(amals, f"{home}/check/idea")
    assert "Nog de prijs" in page.text and "No coach takes part in your plan yet" in page.text


def test_the_coach_is_named_where_a_thread_stands_on_the_page_too(amals, liens, bakery, storage, lien):
    with storage.writing() as tx:
        threads.begin(tx, bakery, lien, Beginning(ThreadKind.COMMENT, Subject(About.ANSWER, "idea.need"), "Why?"))
    page = opened(amals, f"/en/plan/{bakery}/check/idea")
    assert "Ask Lien to check" in page.text and lien not in page.text
