"""Messages that a mail server refuses, for now or for good: it is told, and nobody behind them waits."""

import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller

from bizplan import mail
from bizplan.config import Config
from tests.bizplan.test_mail import LETTER, Kept, free_port


class Refusing(Kept):
    """A mail server that takes nothing to some addresses, or no text at all."""

    def __init__(self, answers, of_data="250 OK"):
        super().__init__()
        self.answers, self.of_data = answers, of_data

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        """Answers an address."""
        envelope.rcpt_tos.append(address)
        return self.answers.get(address, "250 OK")

    async def handle_DATA(self, server, session, envelope):
        """Answers a text."""
        if not self.of_data.startswith("250"):
            return self.of_data
        return await super().handle_DATA(server, session, envelope)


@pytest.fixture
def config(tmp_path):
    """An installation."""
    return Config(tmp_path, sender="plan@example.org")


@pytest.fixture
def refusing(config):
    """Servers that refuse."""
    started = []

    def serve(answers=None, of_data="250 OK"):
        kept = Refusing(answers or {}, of_data)
        controller = Controller(kept, hostname="127.0.0.1", port=free_port())
        controller.start()
        started.append(controller)
        return kept, replace(config, smtp=f"smtp://127.0.0.1:{controller.port}")
    yield serve
    for each in started:
        each.stop()


def test_an_address_that_is_refused_is_told_of_and_holds_up_nobody(refusing):
    kept, config = refusing({"gone@example.org": "550 no such user"})
    for to in ("gone@example.org", "lien@example.org", "gone@example.org"):
        mail._written(config, replace(LETTER, to=to))
    assert mail.deliver(config) == 1
    assert [letter["To"] for letter in kept.letters] == ["lien@example.org"]
    assert mail.undelivered(config) == {"gone@example.org": mail.Undelivered(lost=2)}
    assert mail.deliver(config) == 0


def test_a_message_whose_text_is_refused_is_told_of_too(refusing):
    _kept, config = refusing(of_data="554 looks like spam")
    mail._written(config, LETTER)
    assert mail.deliver(config) == 0
    assert mail.undelivered(config) == {"amal@example.org": mail.Undelivered(lost=1)}


def test_an_address_that_is_refused_for_now_is_tried_again(refusing):
    answers = {"amal@example.org": "450 come back later"}
    kept, config = refusing(answers)
    mail._written(config, LETTER)
    mail._written(config, replace(LETTER, to="lien@example.org"))
    assert mail.deliver(config) == 1
    assert mail.undelivered(config) == {}
    answers.clear()
    assert mail.deliver(config) == 1
    assert [letter["To"] for letter in kept.letters] == ["lien@example.org", "amal@example.org"]


def test_of_a_refused_message_stays_nothing_of_what_it_said(refusing, caplog):
    _kept, config = refusing({"amal@example.org": "550 no such user"})
    mail._written(config, LETTER)
    mail.deliver(config)
    path, = (config.folder / "undelivered").iterdir()
    assert b"amal@example.org" in path.read_bytes()
    assert "123456" not in path.read_text()
    assert "Subject" not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "amal" not in caplog.text


def test_refused_messages_are_forgotten_after_two_weeks_and_with_the_person(refusing):
    _kept, config = refusing({"amal@example.org": "550 no", "lien@example.org": "550 no"})
    for to in ("amal@example.org", "lien@example.org"):
        mail._written(config, replace(LETTER, to=to))
    mail.deliver(config)
    mail.forget(config, "amal@example.org")
    assert list(mail.undelivered(config)) == ["lien@example.org"]
    with time_machine.travel(datetime.now(UTC) + timedelta(days=13)):
        mail.deliver(config)
    assert mail.undelivered(config)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=15)):
        mail.deliver(config)
    assert mail.undelivered(config) == {}


def test_messages_that_wait_for_a_server_that_is_down_are_told_of_by_address(config):
    down = replace(config, smtp=f"smtp://127.0.0.1:{free_port()}")
    mail._written(down, LETTER)
    assert mail.undelivered(down) == {}
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=25)):
        assert mail.deliver(down) == 0
        assert mail.undelivered(down) == {"amal@example.org": mail.Undelivered(waiting=1)}
        assert mail.undelivered(config) == {}


def test_a_message_that_waited_in_vain_for_the_server_is_told_of_too(config):
    down = replace(config, smtp=f"smtp://127.0.0.1:{free_port()}")
    mail._written(down, replace(LETTER, lives=timedelta(minutes=15)))
    mail._written(config, replace(LETTER, to="lien@example.org"))
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        mail.deliver(down)
        assert mail.undelivered(down)["amal@example.org"] == mail.Undelivered(lost=1)
        assert mail.undelivered(down)["lien@example.org"] == mail.Undelivered(waiting=1)


def test_an_address_that_takes_messages_again_is_no_longer_told_of(refusing):
    answers = {"amal@example.org": "550 no such user"}
    _kept, config = refusing(answers)
    mail._written(config, LETTER)
    mail.deliver(config)
    assert mail.undelivered(config)
    answers.clear()
    mail._written(config, LETTER)
    assert mail.deliver(config) == 1
    assert mail.undelivered(config) == {}
