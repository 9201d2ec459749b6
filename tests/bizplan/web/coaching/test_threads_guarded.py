"""What may not happen: a word lost or said twice, a private note seen, somebody told who takes no part."""

from datetime import timedelta

import pytest

from bizplan.domain.clock import today
from bizplan.domain.coaching import Step, ThreadKind
from bizplan.storage import participants, plans
from tests.bizplan.web import naughty
from tests.bizplan.web.coaching.talking import news, sent, settle, texts
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

COMMENT, REQUEST, PRIVATE = ThreadKind
SOON = today() + timedelta(days=5)
ABOUT_NEED = "talk/new?about=answer&key=idea.need"


@pytest.mark.parametrize("about", [
    "", "about=", "about=nothing&key=idea.need", "about=answer", "about=answer&key=idea.nothing",
    "about=answer&key=idea.need&row=x", "about=answer&key=products[].price", "about=answer&key=products[].price&row=no",
    "about=answer&key=test_phase.decision", "about=answer&key=planning.coach.opinion", "about=row&key=products",
    "about=row&key=nothing&row=x", "about=row&key=competences.actions&row=x", "about=part&key=nothing",
    "about=part&key=idea&row=x", "about=figure&key=nothing&row=1", "about=figure&key=bank.cash&row=999",
    "about=figure&key=bank.cash&row=%F0", "about=finding&key=nothing", "about=plan&key=x", "about=plan&row=x"])
def test_what_is_not_there_for_somebody_cannot_be_talked_about(amals, bakery, home, said, about):
    token = opened(amals, f"{home}/{ABOUT_NEED}").of("//input[@name='csrf_token']/@value")[0]
    assert amals.get(f"{home}/talk/new?{about}").status_code == 404
    answer = amals.client.post(f"{home}/talk/new?{about}", data={"csrf_token": token, "say": "Hello"})
    assert answer.status_code == 404 and said() == []


@pytest.mark.parametrize(("due_on", "words"), [
    ("", "Choose the day before which it is asked."), ("soon", "Enter day, month and year, for example"),
    ("2020-01-01", "Choose today or a later day."), ("31/02/2030", "This month does not have that many days"),
    ("9" * 5000, "Enter day, month and year")])
def test_a_request_without_a_day_that_can_be_is_asked_back_with_its_text(liens, bakery, home, said, due_on, words):
    page = shown(liens, sent(liens, f"{home}/{ABOUT_NEED}", kind="request", say="A photo", due_on=due_on))
    assert words in page.beside("due_on")[0] and said() == []
    assert page.of("//textarea[@name='say']") == ["A photo"]
    assert page.of("//input[@name='kind' and @checked]/@value") == ["request"]


def test_an_entrepreneur_begins_neither_requests_nor_private_notes(amals, bakery, home, said):
    for kind in ("request", "private", "nothing"):
        assert sent(amals, f"{home}/{ABOUT_NEED}", kind=kind, say="Hello", due_on=SOON.isoformat()).status_code == 404
    assert said() == []


def test_a_private_note_is_nowhere_for_the_entrepreneur(amals, liens, bakery, home, said, storage, amal):
    sent(liens, f"{home}/{ABOUT_NEED}", kind="private", say="Zwijgen over kanarie")
    thread, = said()
    assert thread.kind is PRIVATE and news(storage, amal) == set()
    for where in ("", "talk/", "talk/?show=private", "talk/?q=kanarie", "check/idea", "study/idea/need", "figures/"):
        assert "Zwijgen" not in opened(amals, f"{home}/{where}").text, where
    assert "Found for “kanarie”: 0" in opened(amals, f"{home}/talk/?q=kanarie").text
    assert "Private notes" not in opened(amals, f"{home}/talk/?show=private").text
    assert amals.get(f"{home}/talk/{thread.id}").status_code == 404
    for deed in ("answer", "settle", "reopen"):
        assert amals.post(f"{home}/talk/{thread.id}/{deed}", {f"say-{thread.id}": "x"},
                          form=f"{home}/talk/").status_code == 404
    assert "Zwijgen" not in amals.get("/en/me/data.json").text
    for where in ("talk/?show=private", "talk/?q=KANARIE", "check/idea", "study/idea/need"):
        assert "Zwijgen" in opened(liens, f"{home}/{where}").text, where
    assert texts(said()[0]) == ["Zwijgen over kanarie"]


def test_somebody_without_access_cannot_be_mentioned_and_nothing_is_saved(
        liens, bakery, home, said, storage, begin, lien, jan, stranger):
    made = begin(lien)
    with storage.writing() as tx:
        participants.show_out(tx, bakery, jan)
    for who in (stranger, jan, "0" * 32, "", "x" * 5000):
        assert sent(liens, f"{home}/{ABOUT_NEED}", say="Look", mention=who).status_code == 404
        assert opened(liens, f"{home}/talk/{made}").press(
            "/answer", mention=who, **{f"say-{made}": "Look"}).status_code == 404
    assert [texts(each) for each in said()] == [["Why do people need it?"]]
    sent(liens, f"{home}/{ABOUT_NEED}", say="@Jan Peeters and @Piet")
    assert news(storage, stranger) == set() and news(storage, jan) == set(), "of a plan that is closed to them"


def test_the_entrepreneur_cannot_be_mentioned_in_a_private_note(liens, bakery, home, said, storage, begin, amal, lien):
    page = shown(liens, sent(liens, f"{home}/{ABOUT_NEED}", kind="private", say="@Amal", mention=amal))
    assert "The business owner cannot read a private note." in page.text and said() == []
    sent(liens, f"{home}/{ABOUT_NEED}", kind="private", say="@Amal")
    made = said()[0].id
    assert opened(liens, f"{home}/talk/{made}").press(
        "/answer", mention=amal, **{f"say-{made}": "x"}).status_code == 404
    assert news(storage, amal) == set()


def test_a_coach_of_another_organisation_finds_no_thread_anywhere(
        app, storage, bakery, home, begin, said, lien, stranger, plan):
    made = begin(lien, "Only ours")
    with storage.writing() as tx:
        theirs = plans.make(tx, lien, "nl")
    piets, liens = signed_in(app, storage, stranger), signed_in(app, storage, lien)
    for where in ("", made, "0" * 32, "new?about=plan"):
        assert piets.get(f"{home}/talk/{where}").status_code == 404
    for deed in ("answer", "settle", "reopen", "day"):
        answer = piets.post(f"{home}/talk/{made}/{deed}", {f"say-{made}": "x", "due_on": SOON.isoformat()}, form="/en/")
        assert answer.status_code == 404
    wrong, none = (liens.get(f"/en/plan/{theirs}/talk/{each}") for each in (made, "0" * 32))
    assert (wrong.status_code, none.status_code) == (404, 404)
    assert texts(said()[0]) == ["Only ours"] and len(said()[0].comments) == 1


def test_a_page_that_is_not_there_does_not_say_whether_the_plan_is(app, storage, bakery, stranger):
    piets = signed_in(app, storage, stranger)
    there, nowhere = (piets.get(f"/en/plan/{plan}/talk/").text for plan in (bakery, "0" * 32))
    assert there.replace(bakery, "0" * 32) == nowhere


def test_empty_and_too_long_texts_are_asked_back_and_nothing_typed_is_lost(amals, bakery, home, begin, said, lien):
    made = begin(lien)
    long = "كلمة " * 20_000
    assert len(long) == 100_000
    for text, words in (("", "Write what you want to say."), (" \n ", "Write what you want to say."),
                        (long, "Write at most 10,000 characters. Now there are 99,999.")):
        data = {"csrf_token": opened(amals, f"{home}/{ABOUT_NEED}").of("//input[@name='csrf_token']/@value")[0]}
        for address, field in ((f"{home}/{ABOUT_NEED}", "say"), (f"{home}/talk/{made}/answer", f"say-{made}")):
            answer = amals.client.post(address, data={**data, field: text}, content_type="multipart/form-data")
            page = shown(amals, answer)
            assert page.beside(field) == [words]
            assert (page.tree.xpath("//textarea")[0].text or "").strip("\n") == text.strip("\n")
    assert [texts(each) for each in said()] == [["Why do people need it?"]]


def test_calling_it_solved_with_a_word_that_is_too_long_does_neither(amals, bakery, home, begin, said, lien):
    made = begin(lien)
    page = opened(amals, f"{home}/talk/{made}")
    token = page.of("//input[@name='csrf_token']/@value")[0]
    answer = amals.client.post(f"{home}/talk/{made}/settle", data={"csrf_token": token, f"say-{made}": "x" * 10_001})
    assert shown(amals, answer).beside(f"say-{made}") and said()[0].is_open
    settle(amals, home, made, **{f"say-{made}": "Thank you"})
    assert texts(said()[0])[1:] == ["Thank you"] and not said()[0].is_open


def test_every_script_and_sign_comes_back_as_it_was_written(amals, liens, bakery, home, begin, said, lien):
    made = begin(lien)
    token = opened(amals, f"{home}/talk/{made}").of("//input[@name='csrf_token']/@value")[0]
    given = [text for text in naughty.TEXTS if naughty.kept_text(text.strip()).strip()]
    for text in given:
        answer = amals.client.post(f"{home}/talk/{made}/answer", data={"csrf_token": token, f"say-{made}": text})
        assert answer.status_code in (200, 302), text
    kept = texts(said()[0])[1:]
    assert len(kept) > 80 and kept == [naughty.kept_text(text.strip()) for text in given]
    for browser in (amals, liens):
        page = opened(browser, f"{home}/talk/{made}?all=1")
        assert naughty.NEVER_SHOWN not in page.text and "<script>alert" not in browser.get(f"{home}/talk/{made}").text
        assert all(each.get("dir") == "auto" for each in page.tree.xpath("//article[contains(@class, 'note')]/p"))


def test_sent_twice_is_said_once_and_called_solved_by_two_is_solved_once(amals, liens, bakery, home, begin, said, lien):
    page = opened(amals, f"{home}/{ABOUT_NEED}")
    first, second = (page.press("/talk/new", say="Is this enough?") for _each in range(2))
    assert first.headers["Location"] == second.headers["Location"] and len(said()) == 1
    made = said()[0].id
    page = opened(amals, f"{home}/talk/{made}")
    for _each in range(2):
        page.press("/answer", **{f"say-{made}": "Once"})
    for browser in (amals, liens):
        browser.post(f"{home}/talk/{made}/settle", {f"say-{made}": ""}, form=f"{home}/talk/{made}")
    assert [(each.step, each.text) for each in said()[0].comments] == [
        (Step.SAID, "Is this enough?"), (Step.SAID, "Once"), (Step.SETTLED, "")]


def test_one_goes_back_to_where_one_wrote_and_nowhere_else(amals, bakery, home, begin, lien):
    made = begin(lien)
    page = opened(amals, f"{home}/talk/{made}")
    for back, where in ((f"{home}/check/idea", f"{home}/check/idea#talk-{made}"), ("https://elsewhere.example/", ""),
                        ("//elsewhere.example", ""), (f"{home}/check/idea\r\nX: y", ""), ("/en/me", ""), ("", "")):
        answer = page.press("/answer", back=back, key="", **{f"say-{made}": "Yes"})
        assert answer.headers["Location"] == (where or f"{home}/talk/{made}#talk-{made}")


def test_a_plan_in_the_archive_is_only_read(amals, liens, bakery, home, begin, said, storage, lien):
    made = begin(lien)
    form = opened(amals, f"{home}/talk/{made}")
    with storage.writing() as tx:
        plans.put_away(tx, bakery)
    for browser in (amals, liens):
        for where in ("talk/", f"talk/{made}", "talk/new?about=plan", "check/idea", "study/idea/need"):
            page = opened(browser, f"{home}/{where}")
            assert not [each for each in page.of("//form/@action") if "/talk/" in each and not each.endswith("/talk/")]
    assert form.press("/answer", **{f"say-{made}": "Late"}).status_code == 409
    assert texts(said()[0]) == ["Why do people need it?"]
