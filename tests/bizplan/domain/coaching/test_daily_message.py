"""The message of the day: its hour, and its words in each language, which tell nobody anything."""

from datetime import UTC, datetime, timedelta

import pytest

from bizplan.domain.coaching.daily_message import is_due, message

MORNING = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
PAGE = "https://plan.example.org/en/sign-in"


@pytest.mark.parametrize(("hour", "due"), [(5, False), (6, True), (7, True), (8, False), (20, False)])
def test_it_goes_between_seven_and_nine_in_belgium(hour, due):
    now = MORNING.replace(hour=hour, minute=0)
    assert is_due(now, now - timedelta(hours=2), None) is due


def test_news_of_a_day_ago_goes_at_any_hour():
    night = MORNING.replace(hour=22)
    assert is_due(night, night - timedelta(hours=24), None)
    assert not is_due(night, night - timedelta(hours=23, minutes=59), None)


def test_it_never_goes_twice_within_a_day():
    assert not is_due(MORNING, MORNING - timedelta(days=3), MORNING - timedelta(hours=23, minutes=59))
    assert is_due(MORNING, MORNING - timedelta(days=3), MORNING - timedelta(hours=24))


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_it_says_how_many_and_where_and_nothing_else(language):
    subject, text = message(language, 3, PAGE)
    assert subject
    assert "3" in text
    assert "3" not in subject
    assert PAGE in text
    assert "{" not in text
    assert text.count("http") == 1
