"""What officers are told, and which of them: once they can read it, whoever looks after it, or all of them."""

from datetime import date

import pytest

from bizplan.domain.coaching import News
from bizplan.domain.lending.questions import Asked, Asks, Side
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.people import Role
from bizplan.storage import (
    applications,
    lender_questions,
    lending_desk,
    notices,
    people,
    submissions,
    verdicts,
)
from tests.bizplan.storage.lending import MADE, handed_in, lender, looked, news, next_version, take_back

ADVICE = Given(Kind.ADVICE, Outcome.POSITIVE, "Goed.", key="a")
MEETING = Given(Kind.COMMITTEE, meets_on=date(2027, 1, 5), key="c")
DECLINED = Given(Kind.DECISION, Outcome.DECLINED, "Nu niet.", ("surplus",), key="d")
WITHDRAWN = Given(Kind.DECISION, Outcome.WITHDRAWN, key="w")


@pytest.fixture
def omars(storage, asked, house):
    """The same, once Omar looks after it and both have looked."""
    with storage.writing() as tx:
        lending_desk.take(tx, asked, house.omar, house.omar)
    return looked(storage, asked, house)


def both(storage, house):
    return news(storage, house.omar, house.nele)


def give(storage, asked, who, given):
    with storage.writing() as tx:
        verdicts.give(tx, asked, who, given)


def test_all_officers_hear_of_a_first_version_and_only_once_it_can_be_read(storage, plan, amal, lien, house):
    elsewhere = lender(storage, "Elders")
    with storage.writing() as tx:
        begun = applications.application(tx, applications.begin(tx, plan, amal, "microstart", house.organisation))
    made = next_version(storage, begun, lien, frozen=False)
    assert both(storage, house) == [[], []]
    with storage.writing() as tx:
        submissions.freeze(tx, made, MADE)
    assert both(storage, house) == [[News.ARRIVED], [News.ARRIVED]]
    assert news(storage, elsewhere.omar, amal, lien) == [[], [], []]


def test_a_lender_whose_officers_do_not_work_here_tells_nobody(storage, plan, amal, lien, house):
    with storage.writing() as tx:
        nowhere = people.add_person(tx, "Los", "nl")
        people.give_role(tx, nowhere, Role.OFFICER)
    handed_in(storage, plan, amal, lien, None)
    assert news(storage, house.omar, nowhere) == [[], []]


def test_of_a_newer_version_whoever_looks_after_it_hears_or_all_where_nobody_does(storage, asked, lien, house):
    looked(storage, asked, house)
    next_version(storage, asked, lien)
    assert both(storage, house) == [[News.NEWER], [News.NEWER]]
    with storage.writing() as tx:
        lending_desk.take(tx, asked, house.nele, house.nele)
    looked(storage, asked, house)
    next_version(storage, asked, lien)
    assert both(storage, house) == [[], [News.NEWER]]


def test_a_version_that_is_made_after_a_newer_one_is_no_news(storage, asked, lien, house):
    late = next_version(storage, asked, lien, frozen=False)
    next_version(storage, asked, lien)
    looked(storage, asked, house)
    with storage.writing() as tx:
        submissions.freeze(tx, late, MADE)
    assert both(storage, house) == [[], []]


def test_where_the_one_who_looked_after_it_left_all_hear_again(storage, omars, lien, house):
    with storage.writing() as tx:
        people.take_role(tx, people.roles_of(tx, house.omar)[0])
    next_version(storage, omars, lien)
    assert both(storage, house) == [[], [News.NEWER]]


def test_what_was_taken_back_leaves_one_piece_of_news_that_it_is_gone(storage, asked, lien, house):
    next_version(storage, asked, lien)
    take_back(storage, asked)
    assert both(storage, house) == [[News.GONE], [News.GONE]]
    with storage.reading() as tx:
        told, = notices.notices_of(tx, house.omar)
    assert told.author == ""


def test_what_nobody_could_read_yet_is_taken_back_without_a_word(storage, plan, amal, lien, house):
    with storage.writing() as tx:
        begun = applications.application(tx, applications.begin(tx, plan, amal, "microstart", house.organisation))
    next_version(storage, begun, lien, frozen=False)
    take_back(storage, begun)
    give(storage, begun, amal, WITHDRAWN)
    assert both(storage, house) == [[], []]


def test_what_is_handed_in_again_after_that_is_a_newer_next_version(storage, omars, lien, house):
    take_back(storage, omars)
    next_version(storage, omars, lien)
    assert both(storage, house) == [[News.NEWER, News.GONE], []]


@pytest.mark.parametrize("taken_back", [False, True])
def test_that_the_applicant_withdrew_is_told_without_a_name(storage, omars, amal, house, taken_back):
    if taken_back:
        take_back(storage, omars)
        looked(storage, omars, house)
    give(storage, omars, amal, WITHDRAWN)
    assert both(storage, house) == [[News.GIVEN_UP], []]
    with storage.reading() as tx:
        assert notices.notices_of(tx, house.omar)[0].author == ""


def test_an_answer_and_a_wish_for_an_explanation_are_told_and_what_colleagues_ask_is_not(
        storage, omars, amal, lien, house):
    with storage.writing() as tx:
        made = lender_questions.ask(tx, omars, Asked("Waarom?", author=house.nele))
    assert both(storage, house) == [[], []]
    for author in (amal, lien):
        with storage.writing() as tx:
            lender_questions.say(tx, lender_questions.question(tx, made), Asked("Zo.", author=author, side=Side.PLAN))
        assert both(storage, house) == [[News.ANSWERED], []]
    looked(storage, omars, house)
    with storage.writing() as tx:
        lender_questions.ask(tx, omars, Asked("Waarom niet?", Asks.EXPLAIN, author=amal, side=Side.PLAN))
    assert both(storage, house) == [[News.ANSWERED], []]
    with storage.writing() as tx:
        lender_questions.say(tx, lender_questions.question(tx, made), Asked("Dank je.", author=house.omar))
    assert both(storage, house) == [[], []], "whoever says something there has looked"


def test_who_answers_a_lender_has_not_looked_at_what_it_decided(storage, omars, amal, house):
    with storage.writing() as tx:
        made = lender_questions.ask(tx, omars, Asked("Waarom?", author=house.omar))
    give(storage, omars, house.omar, DECLINED)
    with storage.writing() as tx:
        lender_questions.say(tx, lender_questions.question(tx, made), Asked("Zo.", author=amal, side=Side.PLAN))
    assert news(storage, amal) == [[News.LENDER_DECIDED]]


@pytest.mark.parametrize(("given", "kind"), [
    (ADVICE, News.ADVISED), (MEETING, News.MEETING), (DECLINED, News.COLLEAGUE_DECIDED)])
def test_what_a_colleague_says_is_told_to_whoever_looks_after_it_and_to_nobody_else(
        storage, asked, house, given, kind):
    looked(storage, asked, house)
    give(storage, asked, house.nele, given)
    assert both(storage, house) == [[], []], "nobody looks after it"
    with storage.writing() as tx:
        lending_desk.take(tx, asked, house.omar, house.omar)
        before = verdicts.verdicts_of(tx, asked.id).newest(given.kind).id
    give(storage, asked, house.nele, Given(**{**vars(given), "key": "again", "before": before}))
    assert both(storage, house) == [[kind], []]


def test_who_says_it_themselves_is_told_nothing(storage, omars, house):
    give(storage, omars, house.omar, ADVICE)
    assert both(storage, house) == [[], []]


def test_who_gets_an_application_and_who_loses_it_are_told_but_for_whoever_did_it(storage, omars, house):
    def hand(officer, author):
        with storage.writing() as tx:
            lending_desk.take(tx, applications.application(tx, omars.id), officer, author)
    hand(house.nele, house.omar)
    assert both(storage, house) == [[], [News.HANDED_OVER]]
    hand(house.nele, house.nele)
    assert both(storage, house) == [[], [News.HANDED_OVER]], "nothing changed"
    hand(house.omar, house.omar)
    assert both(storage, house) == [[], [News.TAKEN_OVER]], "that it was hers is no news any more"
    with storage.writing() as tx:
        boss = people.add_person(tx, "Bas", "nl")
        people.give_role(tx, boss, Role.OFFICER, omars.organisation)
    hand(house.nele, boss)
    assert both(storage, house) == [[News.TAKEN_OVER], [News.HANDED_OVER]]
