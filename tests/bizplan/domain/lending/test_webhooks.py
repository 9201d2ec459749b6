"""How a message to a lender's system is signed, and when it is sent again."""

import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest

from bizplan.domain.lending.webhooks import MOST_TRIES, Event, News, again_after, body, signature

AT = datetime(2026, 11, 28, 19, 0, 0, 250_000, UTC)
NEWS = News("d" * 32, Event.FROZEN, "a" * 32, 1, AT)


def test_the_message_says_which_application_there_is_news_of_and_nothing_else():
    assert json.loads(body(NEWS)) == {
        "delivery": "d" * 32, "event": "submission.frozen", "application": "a" * 32, "submission": 1,
        "time": "2026-11-28T19:00:00Z"}


def test_the_signature_is_the_one_that_openssl_makes():
    """printf '1795892400.{}' | openssl dgst -sha256 -hmac bps1_secret."""
    made = signature("bps1_secret", AT, b"{}")
    assert made.startswith("t=1795892400,v1=")
    assert made.endswith(hmac.digest(b"bps1_secret", b"1795892400.{}", "sha256").hex())


@pytest.mark.parametrize(("secret", "at", "sent"), [
    ("bps1_other", AT, b"{}"), ("bps1_secret", AT + timedelta(seconds=1), b"{}"), ("bps1_secret", AT, b"{ }"),
])
def test_another_secret_moment_or_body_has_another_signature(secret, at, sent):
    assert signature(secret, at, sent) != signature("bps1_secret", AT, b"{}")


def test_a_message_is_tried_for_a_day_and_a_half_and_then_given_up():
    waits = [again_after(tries) for tries in range(1, MOST_TRIES)]
    assert [wait.total_seconds() / 60 for wait in waits] == [1, 5, 30, 120, 720, 1440]
    assert again_after(MOST_TRIES) is None
