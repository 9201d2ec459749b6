"""What people say to each other is kept in order, once, and read only by those who may."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from bizplan.domain.coaching import About, News, Quote, Step, Subject, ThreadKind
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.revisions import Said
from bizplan.storage import consents, erasure, notices, participants, people, plans, threads
from bizplan.storage.sealing import SealBroken
from bizplan.storage.tables import THREADS
from bizplan.storage.threads import Beginning

NEED = Subject(About.ANSWER, "idea.need")
OF_COACHES = Subject(About.ANSWER, "planning.coach.opinion")
COMMENT, REQUEST, PRIVATE = ThreadKind


@pytest.fixture
def jan(storage) -> str:
    """Another coach."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Jan", "nl")
        people.give_role(tx, person, Role.COACH)
        return person


@pytest.fixture
def plan(storage, amal, lien, jan) -> str:
    """Amal's plan, with two coaches."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "ar")
        consents.write_down(tx, amal, CONSENT, "nl", given=True)
        for coach in (lien, jan):
            participants.let_in(tx, made, coach, Role.COACH)
        return made


@pytest.fixture
def begin(storage, plan):
    def begun(author, kind=COMMENT, text="Why this price?", subject=NEED, due_on=None, later=0, **more):
        with storage.writing() as tx:
            now = replace(tx, now=tx.now + timedelta(minutes=later))
            return threads.begin(now, plan, author, Beginning(kind, subject, text, due_on), **more)
    return begun


@pytest.fixture
def do(storage, plan):
    """Something that somebody does in a thread, each time in a transaction of its own."""
    def done(what, thread, author, *values, **more):
        with storage.writing() as tx:
            return what(tx, threads.thread(tx, plan, thread, coach=True), author, *values, **more)
    return done


def seen(storage, plan, *, coach=True):
    with storage.reading() as tx:
        return threads.threads_of(tx, plan, coach=coach)


def steps(storage, plan, thread):
    with storage.reading() as tx:
        found = threads.thread(tx, plan, thread, coach=True)
        return [(each.step, each.text, each.name) for each in found.comments]


def told(storage, person):
    with storage.reading() as tx:
        return sorted((each.kind.value, each.subject) for each in notices.notices_of(tx, person))


def test_a_thread_is_read_back_as_it_was_begun_and_answered(storage, plan, lien, amal, do):
    quote = Quote("Need", "Bread", Said(("Bread",), "Bread"))
    with storage.writing() as tx:
        made = threads.begin(tx, plan, lien, Beginning(COMMENT, NEED, "لماذا؟\nWhy?", None, quote, 7))
    do(threads.answer, made, amal, "Because")
    thread, = seen(storage, plan)
    assert (thread.id, thread.kind, thread.subject, thread.quote, thread.sequence, thread.due_on) == (
        made, COMMENT, NEED, quote, 7, None)
    assert steps(storage, plan, made) == [(Step.SAID, "لماذا؟\nWhy?", "Lien"), (Step.SAID, "Because", "Amal")]
    assert thread.is_open and thread.moved_at > thread.made_at


def test_solved_opened_again_and_dated_leave_a_trail_of_who_did_it(storage, plan, lien, amal, begin, do):
    made = begin(lien, REQUEST, "A photo", due_on=date(2026, 12, 3))
    assert do(threads.settle, made, amal) and do(threads.reopen, made, lien)
    assert do(threads.move_date, made, lien, date(2026, 12, 9)) and do(threads.settle, made, lien)
    assert steps(storage, plan, made)[1:] == [
        (Step.SETTLED, "", "Amal"), (Step.REOPENED, "", "Lien"), (Step.DATED, "2026-12-09", "Lien"),
        (Step.SETTLED, "", "Lien")]
    thread, = seen(storage, plan)
    assert thread.due_on == date(2026, 12, 9) and not thread.is_open


def test_of_two_who_call_it_solved_or_open_it_one_does(storage, plan, lien, amal, begin, do):
    made = begin(lien)
    assert [do(threads.settle, made, who) for who in (amal, lien)] == [True, False]
    assert [do(threads.reopen, made, who) for who in (amal, lien)] == [True, False]
    assert [each for each, _text, _name in steps(storage, plan, made)] == [Step.SAID, Step.SETTLED, Step.REOPENED]


def test_a_word_in_a_solved_thread_opens_it_again(storage, plan, lien, amal, begin, do):
    made = begin(lien)
    do(threads.settle, made, lien)
    do(threads.answer, made, amal, "One more thing")
    assert [each for each, _text, _name in steps(storage, plan, made)][1:] == [Step.SETTLED, Step.REOPENED, Step.SAID]
    assert seen(storage, plan)[0].is_open


def test_sent_twice_is_said_once(storage, plan, lien, amal, begin, do):
    made = begin(lien, key="k" * 32)
    assert begin(lien, key="k" * 32) == made
    for _again in range(2):
        do(threads.answer, made, amal, "Because", key="a" * 32)
    assert [text for _step, text, _name in steps(storage, plan, made)] == ["Why this price?", "Because"]


def test_a_key_of_somebody_else_or_of_another_plan_opens_nothing_of_theirs(storage, plan, lien, amal, begin):
    made = begin(lien, PRIVATE, "Careful", key="k" * 32)
    assert begin(amal, key="k" * 32) != made
    with storage.writing() as tx:
        other = plans.make(tx, amal, "ar")
        assert threads.begin(tx, other, lien, Beginning(COMMENT, NEED, "Hello"), key="k" * 32) != made
        assert threads.begin(tx, other, lien, Beginning(COMMENT, NEED, "Hello"), key=made) != made


def test_private_notes_are_there_for_coaches_only(storage, plan, lien, amal, begin):
    made, open_one = begin(lien, PRIVATE, "Careful"), begin(lien)
    assert {each.id for each in seen(storage, plan)} == {made, open_one}
    assert {each.id for each in seen(storage, plan, coach=False)} == {open_one}
    with storage.reading() as tx:
        assert threads.thread(tx, plan, made, coach=False) is None
        assert threads.thread(tx, plan, made, coach=True).kind is PRIVATE
        assert [each.id for each in threads.open_threads(tx, plan, coach=False)] == [open_one]
        assert threads.waiting(tx, plan, amal, coach=False) == 1


def test_what_is_said_of_what_only_coaches_see_is_a_private_note(storage, plan, lien, amal, begin):
    begin(lien, COMMENT, subject=OF_COACHES)
    begin(lien, REQUEST, subject=OF_COACHES, due_on=date(2026, 12, 3))
    assert {(each.kind, each.due_on) for each in seen(storage, plan)} == {(PRIVATE, None)}
    assert seen(storage, plan, coach=False) == () and told(storage, amal) == []


def test_a_thread_of_another_plan_is_not_there(storage, plan, lien, amal, begin):
    made = begin(lien)
    with storage.writing() as tx:
        other = plans.make(tx, amal, "ar")
        for coach in (True, False):
            assert threads.thread(tx, other, made, coach=coach) is None
            assert threads.threads_of(tx, other, coach=coach) == ()


def test_looking_for_a_thread_that_is_not_ones_own_is_the_same_work_as_for_none(storage, plan, lien, amal, begin):
    made = begin(lien)
    with storage.writing() as tx:
        other = plans.make(tx, amal, "ar")
    asked = {each: queries(storage, lambda tx, each=each: threads.thread(tx, other, each, coach=True))
             for each in (made, "0" * 32)}
    assert asked[made] == asked["0" * 32] and len(asked[made]) == 1


def test_all_threads_of_a_plan_are_read_in_one_query(storage, plan, lien, amal, begin, do):
    for number in range(5):
        made = begin(lien, text=str(number))
        do(threads.answer, made, amal, "Yes")
    assert len(queries(storage, lambda tx: threads.threads_of(tx, plan, coach=True))) == 1
    assert len(queries(storage, lambda tx: threads.waiting(tx, plan, lien, coach=True))) == 1


def test_the_last_to_move_stands_first_and_requests_by_their_day(storage, plan, lien, begin, do):
    late, soon = (begin(lien, REQUEST, text, due_on=date(2026, 12, day)) for text, day in (("late", 20), ("soon", 3)))
    talk = begin(lien)
    do(threads.answer, late, lien, "Well?")
    assert [each.id for each in seen(storage, plan)] == [late, talk, soon]
    with storage.reading() as tx:
        assert [each.id for each in threads.open_requests(tx, plan)] == [soon, late]
    do(threads.settle, soon, lien)
    with storage.reading() as tx:
        assert [each.id for each in threads.open_requests(tx, plan)] == [late]


def test_a_thread_waits_for_those_who_did_not_speak_last(storage, plan, amal, lien, jan, begin, do):
    def waiting():
        with storage.reading() as tx:
            return [threads.waiting(tx, plan, who, coach=who != amal) for who in (amal, lien, jan)]

    made = begin(lien)
    assert waiting() == [1, 0, 1]
    do(threads.answer, made, amal, "Because")
    assert waiting() == [0, 1, 1]
    begin(jan, PRIVATE, "Careful")
    assert waiting() == [0, 2, 1]
    do(threads.settle, made, lien)
    assert waiting() == [0, 1, 0]


def test_everybody_but_the_author_is_told_and_who_is_named_is_told_so(storage, plan, amal, lien, jan, begin, do):
    made = begin(lien, mentions=[jan])
    assert (told(storage, amal), told(storage, lien), told(storage, jan)) == (
        [("comment", made)], [], [("mention", made)])
    do(threads.answer, made, amal, "Because", mentions=[lien])
    do(threads.settle, made, amal)
    assert told(storage, lien) == [("mention", made), ("settled", made)]


def test_a_request_is_one_for_the_entrepreneur_and_a_remark_for_colleagues(storage, plan, amal, lien, jan, begin, do):
    made = begin(lien, REQUEST, due_on=date(2026, 12, 3), mentions=[amal])
    assert (told(storage, amal), told(storage, jan)) == ([("request", made)], [("comment", made)])


def test_of_a_private_note_the_entrepreneur_is_never_told(storage, plan, amal, lien, jan, begin, do):
    made = begin(lien, PRIVATE, "Careful", mentions=[amal, jan])
    do(threads.answer, made, jan, "Yes", mentions=[amal])
    do(threads.settle, made, lien)
    do(threads.reopen, made, lien)
    assert told(storage, amal) == [] and ("mention", made) in told(storage, jan)


def test_somebody_who_takes_no_part_is_never_told(storage, plan, lien, jan, begin, do):
    with storage.writing() as tx:
        stranger = people.add_person(tx, "Piet", "nl")
        participants.show_out(tx, plan, jan)
    made = begin(lien, mentions=[stranger, jan])
    do(threads.answer, made, lien, "Yes", mentions=[stranger, jan])
    assert told(storage, stranger) == told(storage, jan) == []


def test_what_somebody_said_stays_without_their_name_once_they_are_erased(storage, plan, lien, jan, begin):
    made = begin(lien)
    with storage.writing() as tx:
        erasure.erase(tx, lien)
    assert steps(storage, plan, made) == [(Step.SAID, "Why this price?", "")]
    with storage.reading() as tx:
        assert threads.waiting(tx, plan, jan, coach=True) == 1


def test_a_text_moved_to_another_thread_does_not_open(storage, plan, lien, begin):
    begin(lien)
    with storage.writing() as tx:
        other = plans.make(tx, lien, "nl")
        tx.execute(THREADS.update().values(plan_id=other))
    with pytest.raises(SealBroken):
        seen(storage, other)


def queries(storage, work):
    """The queries that some work takes."""
    asked = []

    def note(*given):
        asked.append(given[2])

    with storage.reading() as tx:
        event.listen(tx.connection, "before_cursor_execute", note)
        work(tx)
        event.remove(tx.connection, "before_cursor_execute", note)
    return [each for each in asked if each.startswith("SELECT")]


def test_the_news_carries_no_word_of_it(storage, plan, amal, lien, begin):
    begin(lien, text="secret words")
    with storage.reading() as tx:
        notice, = notices.notices_of(tx, amal)
    assert (notice.kind, notice.plan, notice.author) == (News.COMMENT, plan, lien)
    assert "secret" not in str(notice)
