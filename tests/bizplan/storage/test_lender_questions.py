"""What lenders ask: asked once, answered in any language, never overwritten, closed by hand and opened again."""

from datetime import date

import pytest

from bizplan.domain.coaching import About, News, Subject
from bizplan.domain.lending.questions import Asked, Asks, Side
from bizplan.storage import lender_questions, notices
from tests.bizplan.storage.lending import bakery_with_coach, handed_in, lender
from tests.bizplan.web.naughty import SCRIPTS

PRICE = Subject(About.ANSWER, "products[].price", "flat")


@pytest.fixture
def house(storage):
    """A lender."""
    return lender(storage)


@pytest.fixture
def asked(storage, amal, lien, house):
    """An application there."""
    return handed_in(storage, bakery_with_coach(storage, amal, lien), amal, lien, house.organisation)


def ask(storage, asked, **given):
    with storage.writing() as tx:
        return lender_questions.ask(tx, asked, Asked(**{"text": "Hoe zeker is die prijs?", **given}))


def say(storage, made, text, **given):
    with storage.writing() as tx:
        return lender_questions.say(tx, lender_questions.question(tx, made), Asked(text, side=Side.PLAN, **given))


def found(storage, made):
    with storage.reading() as tx:
        return lender_questions.question(tx, made)


def news(storage, who):
    with storage.reading() as tx:
        return [(each.kind, each.subject, each.author) for each in notices.notices_of(tx, who)]


def test_an_officer_asks_about_an_answer_by_a_day_and_both_are_told(storage, amal, lien, house, asked):
    made = ask(storage, asked, kind=Asks.PAPER, about=PRICE, due_on=date(2026, 12, 10), author=house.omar)
    kept = found(storage, made)
    assert (kept.kind, kept.about, kept.due_on, kept.waits_for) == (
        Asks.PAPER, PRICE, date(2026, 12, 10), Side.PLAN)
    assert [(each.text, each.name, each.side) for each in kept.words] == [
        ("Hoe zeker is die prijs?", "Omar Kredietadviseur", Side.LENDER)]
    assert kept.is_late(date(2026, 12, 11)) and not kept.is_late(date(2026, 12, 10))
    assert news(storage, amal) == news(storage, lien) == [(News.LENDER_ASKS, made, house.omar)]


def test_a_visitor_without_an_account_asks_as_well(storage, amal, asked):
    made = ask(storage, asked, key="by link")
    assert (found(storage, made).words[0].author, found(storage, made).words[0].name) == ("", "")
    assert news(storage, amal) == [(News.LENDER_ASKS, made, "")]


def test_what_is_asked_twice_under_a_key_is_asked_once(storage, asked, house):
    assert ask(storage, asked, key="k", author=house.omar) == ask(storage, asked, key="k", author=house.omar)
    assert ask(storage, asked, author=house.omar) != ask(storage, asked, author=house.omar)


@pytest.mark.parametrize("text", [*SCRIPTS, "ج" * 100_000, "<script>alert(1)</script>"])
def test_every_script_and_every_length_survives(storage, amal, asked, text):
    made = ask(storage, asked)
    assert say(storage, made, text, author=amal, language="ar", key="a")
    assert not say(storage, made, "anders", author=amal, key="a")
    word = found(storage, made).words[-1]
    assert (word.text, word.language, word.number, found(storage, made).waits_for) == (text, "ar", 2, Side.LENDER)


def test_the_lender_closes_a_question_and_whoever_says_more_opens_it_again(storage, amal, house, asked):
    made = ask(storage, asked, author=house.omar)
    with storage.writing() as tx:
        assert lender_questions.settle(tx, lender_questions.question(tx, made))
        assert not lender_questions.settle(tx, lender_questions.question(tx, made))
    assert found(storage, made).waits_for is None
    say(storage, made, "Nog iets.", author=amal)
    assert found(storage, made).waits_for is Side.LENDER


def test_whoever_answers_has_looked_and_the_others_have_not(storage, amal, lien, house, asked):
    made = ask(storage, asked, author=house.omar)
    say(storage, made, "Zeker.", author=amal)
    with storage.reading() as tx:
        assert (notices.unseen(tx, amal), notices.unseen(tx, lien)) == (0, 1)


def test_the_newest_question_stands_first_and_those_of_other_plans_elsewhere(storage, amal, lien, house, asked):
    other = handed_in(storage, bakery_with_coach(storage, amal, lien), amal, lien, house.organisation)
    first, second = ask(storage, asked), ask(storage, asked)
    ask(storage, other)
    with storage.reading() as tx:
        assert {each.id for each in lender_questions.questions_of(tx, asked.id)} == {first, second}
        assert {each.id for each in lender_questions.questions_in(tx, asked.plan)} == {first, second}
