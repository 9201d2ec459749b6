"""Messages are written first and sent later; nothing waits for a mail server, and nothing is lost without one."""

import logging
import socket
import stat
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler

from bizplan import jobs, mail
from bizplan.config import BadSetting, Config
from bizplan.installation import storage_of
from bizplan.mail import Message

LETTER = Message("amal@example.org", "Je weg naar bizplan", "Je code:\n\n    123456\n\nمرحبا\n")


class Kept(Handler):
    """A mail server that keeps what comes in."""

    def __init__(self):
        super().__init__()
        self.letters = []

    def handle_message(self, message):
        """Keeps a letter."""
        self.letters.append(message)


@pytest.fixture
def config(tmp_path):
    return Config(tmp_path, sender="plan@example.org")


@pytest.fixture
def server(config):
    kept = Kept()
    controller = Controller(kept, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield kept, replace(config, smtp=f"smtp://127.0.0.1:{controller.port}")
    controller.stop()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def waiting(config):
    return sorted(mail.outbox(config).iterdir())


def eventually(condition):
    limit = time.monotonic() + 20
    while not (found := condition()) and time.monotonic() < limit:
        time.sleep(0.02)
    return found


def test_without_a_mail_server_a_message_stays_in_the_outbox_and_the_log_says_so(config, caplog):
    caplog.set_level(logging.INFO, "bizplan")
    mail.send(config, LETTER)
    path, = waiting(config)
    assert path.suffix == ".eml" and str(path) in caplog.text
    assert "amal" not in caplog.text and "123456" not in caplog.text and "amal" not in path.name
    read = mail._read(path)
    assert (str(read["To"]), str(read["From"]), str(read["Subject"])) == (
        "amal@example.org", "plan@example.org", "Je weg naar bizplan")
    assert read.get_content().replace("\r\n", "\n") == LETTER.text


def test_only_whoever_runs_the_installation_reads_the_outbox(config):
    mail.send(config, LETTER)
    path, = waiting(config)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_with_a_mail_server_it_goes_out_and_leaves_the_outbox(server):
    kept, config = server
    mail.send(config, LETTER)
    assert eventually(lambda: kept.letters and not waiting(config))
    letter = kept.letters[0]
    assert letter["X-RcptTo"] == "amal@example.org" and letter["X-MailFrom"] == "plan@example.org"


def test_an_address_with_a_domain_in_other_letters_goes_out_and_holds_up_nothing_behind_it(server):
    kept, config = server
    for address in ("amal@münchen.example", "lien@example.org"):
        mail._written(config, replace(LETTER, to=address))
    assert mail.deliver(config) == 2
    assert [letter["To"] for letter in kept.letters] == ["amal@xn--mnchen-3ya.example", "lien@example.org"]


def test_whoever_has_a_domain_in_other_letters_is_taken_out_of_the_outbox_too(config):
    mail.send(config, replace(LETTER, to="amal@münchen.example"))
    mail.forget(config, "amal@münchen.example")
    assert waiting(config) == []


def test_a_server_that_is_down_holds_nobody_up_and_the_message_goes_later(server):
    kept, config = server
    down = replace(config, smtp=f"smtp://127.0.0.1:{free_port()}")
    began = time.monotonic()
    mail.send(down, LETTER)
    assert time.monotonic() - began < 1
    assert mail.deliver(down) == 0 and len(list(mail.outbox(config).glob("*.eml*"))) == 1
    assert eventually(lambda: mail.deliver(config) == 1)
    assert eventually(lambda: len(kept.letters) == 1) and waiting(config) == []


def test_a_server_that_says_nothing_is_given_up_on_after_seconds(config, monkeypatch):
    monkeypatch.setattr(mail, "PATIENCE", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        slow = replace(config, smtp=f"smtp://127.0.0.1:{silent.getsockname()[1]}")
        began = time.monotonic()
        mail._written(slow, LETTER)
        assert mail.deliver(slow) == 0
    assert time.monotonic() - began < 5 and len(waiting(config)) == 1
    assert mail.PATIENCE == 0.2


def test_what_a_dead_process_was_sending_is_sent_by_another(server):
    kept, config = server
    path = mail._written(config, LETTER)
    path.rename(path.with_suffix(".eml-sending"))
    assert mail.deliver(config) == 0
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=3)):
        assert mail.deliver(config) == 1
    assert len(kept.letters) == 1 and waiting(config) == []


def test_nobody_waits_longer_than_five_seconds_for_a_step_of_the_server():
    assert mail.PATIENCE <= 5


def test_messages_that_wait_for_long_are_told_of(config):
    down = replace(config, smtp=f"smtp://127.0.0.1:{free_port()}")
    mail._written(down, LETTER)
    assert not mail.is_held_up(down)
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=25)):
        assert mail.is_held_up(down) and not mail.is_held_up(config)


def test_the_worker_sends_what_waits_every_minute(server):
    kept, config = server
    mail._written(config, LETTER)
    storage = storage_of(config)
    jobs.queue(config, storage).sweep.call_local()
    storage.database.dispose()
    assert len(kept.letters) == 1 and waiting(config) == []


def test_without_a_mail_server_old_messages_do_not_lie_about(config):
    mail.send(config, replace(LETTER, lives=timedelta(minutes=15)))
    mail.send(config, LETTER)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        assert mail.deliver(config) == 0
    assert len(waiting(config)) == 1


def test_a_message_that_is_of_no_use_any_more_is_not_sent(server):
    kept, config = server
    mail._written(config, replace(LETTER, lives=timedelta(minutes=15)))
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        mail.deliver(config)
    assert kept.letters == [] and waiting(config) == []


@pytest.mark.parametrize("letter", [
    replace(LETTER, to="amal@example.org\r\nBcc: all@example.org"),
    replace(LETTER, to="amal@example.org, all@example.org"),
    replace(LETTER, subject="Hello\r\nBcc: all@example.org"), replace(LETTER, subject="Hello\nX: y"),
])
def test_nothing_can_be_slipped_into_the_head_of_a_message(config, letter):
    with pytest.raises(ValueError, match=r".+"):
        mail.send(config, letter)
    assert waiting(config) == []


def test_who_was_erased_is_taken_out_of_the_outbox(config):
    for to in ("amal@example.org", "lien@example.org", "amal@example.org"):
        mail.send(config, replace(LETTER, to=to))
    mail.forget(config, "amal@example.org")
    assert [str(mail._read(path)["To"]) for path in waiting(config)] == ["lien@example.org"]


def test_an_address_of_a_server_that_cannot_be_one_is_refused(config):
    mail._written(config, LETTER)
    with pytest.raises(BadSetting, match="BIZPLAN_SMTP"):
        mail.deliver(replace(config, smtp="mail.example.org"))


def test_no_password_is_said_in_the_clear(server):
    kept, config = server
    mail._written(config, LETTER)
    assert mail.deliver(replace(config, smtp=config.smtp.replace("//", "//user:secret@"))) == 0
    assert kept.letters == [] and len(waiting(config)) == 1
