"""What came in a row is told in one line: of one kind, one person, one plan and one day; what is new stays apart."""

from datetime import UTC, datetime, timedelta

from bizplan.domain.coaching.news import Ended, News, Notice, folded

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)


def told(*pieces, plan="bakery", author="lien"):
    """Pieces of news, the newest first: a kind, a subject, and what else is special about it."""
    return [Notice(str(number), "amal", **{
        "plan": plan, "kind": kind, "subject": subject, "author": author, "at": NOON - timedelta(minutes=number),
        **special}) for number, (kind, subject, special) in enumerate(pieces)]


def counts(*pieces):
    """How many things each line is about."""
    return [each.count for each in folded(told(*pieces))]


def approved(subject, **special):
    return News.APPROVED, subject, special


def test_fifteen_approvals_in_a_row_are_one_line_led_by_the_newest():
    line, = folded(told(*(approved(f"part {number}") for number in range(15))))
    assert (line.count, line.newest.subject, len(line.notices)) == (15, "part 0", 15)
    assert folded([]) == ()


def test_another_kind_person_plan_or_day_begins_a_line():
    for special in ({"kind": News.RETURNED}, {"author": "jan"}, {"plan": "shop"}, {"at": NOON - timedelta(hours=13)}):
        assert counts(approved("idea"), approved("market", **special), approved("team")) == [1, 1, 1], special


def test_the_day_is_that_in_belgium():
    evening = datetime(2026, 11, 20, 22, 59, tzinfo=UTC)        # one minute before midnight in Belgium
    minute = timedelta(minutes=1)
    assert counts(approved("a", at=evening), approved("b", at=evening - minute)) == [2]
    assert counts(approved("a", at=evening + minute), approved("b", at=evening)) == [1, 1]


def test_what_is_new_is_not_mixed_with_what_was_seen():
    seen = {"seen_at": NOON}
    assert counts(approved("a"), approved("b"), approved("c", **seen), approved("d", **seen)) == [2, 2]
    assert counts(approved("a"), approved("b", **seen), approved("c")) == [2, 1]


def test_several_about_one_thing_are_one_thing_and_without_a_subject_each_is_its_own():
    seen = {"seen_at": NOON}
    assert counts(approved("idea", **seen), approved("idea", **seen)) == [1]
    assert counts(approved(""), approved("")) == [2]


def test_each_person_who_comes_or_goes_has_a_line():
    assert counts((News.JOINED, "jan", {}), (News.JOINED, "noor", {})) == [1, 1]


def test_whoever_loses_plans_reads_one_line_for_each_way_in_which_they_did():
    ended = [(News.ENDED, how.value, {"plan": plan, "author": ""})
             for how, plan in ((Ended.BY_ORGANISATION, "a"), (Ended.BY_ORGANISATION, "b"), (Ended.BY_OWNER, "c"))]
    assert counts(*ended) == [2, 1]
