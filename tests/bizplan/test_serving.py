"""The application is served where people may reach it, and a worker beside it makes the documents."""

import gc
import os
import signal
import socket
import sys
import time
from dataclasses import replace
from threading import Event

import pytest

from bizplan import examples, serving
from bizplan.config import BadSetting, Config, environment, from_environment
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import Role
from bizplan.installation import storage_of
from bizplan.storage import jobs, people, plans


@pytest.fixture
def config(tmp_path):
    """An installation."""
    return Config(tmp_path / "data", "http://localhost:8123")


def test_on_loopback_only_this_machine_is_answered(config):
    bound = serving.server(config, 2).cfg
    assert bound.bind == ["127.0.0.1:8123"]
    assert bound.workers == 2
    assert bound.threads == serving.THREADS


def test_behind_https_every_machine_is_answered_at_the_port(config):
    bound = serving.server(replace(config, url="https://plan.example.org"), 3).cfg
    assert bound.bind == ["0.0.0.0:8000"]
    assert bound.workers == 3


def test_nobody_is_believed_about_where_they_come_from(config):
    assert serving.server(config, 1).cfg.forwarded_allow_ips == []


def test_each_process_has_the_application_of_the_installation(config):
    app = serving.server(config, 1).load()
    answer = app.test_client().get("/health", base_url=config.url)
    assert (answer.status_code, answer.text) == (200, "ok")
    app.extensions["bizplan"][1].database.dispose()


def test_in_a_process_no_garbage_is_looked_for_among_what_stays(config):
    gc.unfreeze()
    app = serving.server(config, 1).load()
    assert gc.get_freeze_count() > 100_000
    app.extensions["bizplan"][1].database.dispose()


@pytest.fixture
def told(monkeypatch):
    """What serving does, told instead of done."""
    told = []
    for name in [each for each in os.environ if each.startswith("BIZPLAN_")]:
        monkeypatch.delenv(name)

    class Worker:
        def __init__(self, command, env):
            told.append((command, {name: text for name, text in env.items() if name.startswith("BIZPLAN_")}))
            self.ended = Event()

        def terminate(self):
            if not self.ended.is_set():
                told.append("ended")
                self.ended.set()

        def wait(self):
            self.ended.wait()
            if "ended" in told:
                told.append("gone")
    monkeypatch.setattr(serving.subprocess, "Popen", Worker)
    monkeypatch.setattr(serving.Server, "run", lambda _self: told.append("serving"))
    return told


def test_serving_starts_a_worker_that_ends_with_it(config, told):
    serving.serve(config, 1)
    assert told == [(serving.WORKER, environment(config)), "serving", "ended", "gone"]
    assert (config.folder / "bizplan.sqlite").exists(), "brought up to date before there are many"


def test_a_web_process_that_ends_leaves_the_worker_to_whoever_started_it(config, told, monkeypatch):
    processes = iter((100, 101))
    monkeypatch.setattr(serving.os, "getpid", lambda: next(processes))
    serving.serve(config, 1)
    assert told[1:] == ["serving"]


def test_a_worker_that_is_killed_is_replaced_and_the_last_one_ends_with_the_server(tmp_path, monkeypatch):
    monkeypatch.setattr(serving, "WORKER", (sys.executable, "-c", "import time; time.sleep(600)"))
    monkeypatch.setattr(serving, "PAUSE", 0.05)
    worker = serving.Worker(Config(tmp_path, "http://localhost:8123"))
    worker.start()
    first = worker.process
    first.kill()
    begun = time.monotonic()
    while worker.process is first and time.monotonic() - begun < 60:
        time.sleep(0.01)
    second = worker.process
    assert first.poll() == -signal.SIGKILL
    assert second is not first and second.poll() is None
    worker.end()
    assert second.poll() == -signal.SIGTERM and not worker.is_alive()


def test_the_worker_reads_the_same_settings(tmp_path):
    given = Config(tmp_path, "https://plan.example.org", "sqlite://", "ab" * 32, "smtp://mail.example.org",
                   "a@b.example", 2, signing_key=str(tmp_path / "key.p12"), signing_passphrase=str(tmp_path / "words"))
    assert from_environment(environment(given)) == given


def test_the_worker_takes_what_was_asked_for_while_it_was_away(config, monkeypatch):
    storage = storage_of(config)
    with storage.writing() as tx:
        amal = people.add_person(tx, "Amal", "nl")
        people.give_role(tx, amal, Role.ENTREPRENEUR)
        plan = plans.make(tx, amal, "nl")
        plans.fill(tx, plan, amal, imported(plan_file.read(examples.text("tailor"))))
        job = jobs.ask(tx, "workbook", plan, amal, "nl", plans.plan(tx, plan).sequence)
    serving.jobs.queue(config, storage).make(job)
    done = []

    class Consumer:
        def __init__(self, queue):
            self.queue = queue

        def run(self):
            self.queue.execute(self.queue.dequeue())
            done.append(self.queue)
    monkeypatch.setattr("huey.api.Huey.create_consumer", lambda queue, **_options: Consumer(queue))
    monkeypatch.setattr("bizplan.delivery.document", lambda kind, *_: kind.encode())
    serving.work(config)
    with storage.reading() as tx:
        assert jobs.result(tx, job) == b"workbook"
    done[0].storage.close()
    storage.database.dispose()


def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BadSetting, match=f"port {port} cannot be used .*: stop what listens there, or choose"):
            serving.check_port(Config(tmp_path, f"http://localhost:{port}"))
