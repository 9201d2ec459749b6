"""An installation that really runs: the command that serves it, on a port of its own, with its worker."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from itertools import count
from pathlib import Path

from bizplan import mail
from bizplan.config import Config
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import CONSENT, Role
from bizplan.installation import storage_of
from bizplan.storage import Storage, consents, participants, people, plans, sessions

ROOT = Path(__file__).parents[2]
PATIENCE = 60
NUMBERS = count()


@dataclass(frozen=True)
class Installation:
    """An installation that is being served, and its storage, reached from outside the server."""

    config: Config
    storage: Storage

    @property
    def url(self) -> str:
        """Where it is served."""
        return self.config.url

    def person(self, name: str, language: str, role: Role = Role.ENTREPRENEUR, *, agreed: bool = True) -> str:
        """Somebody new; the answer is their id, and name@example.org their address."""
        with self.storage.writing() as tx:
            kind = people.LENDING if role is Role.OFFICER else "coaching"
            organisation = people.add_organisation(tx, kind, f"De Kade {name}") if role.is_staff else None
            person = people.add_person(tx, name, language, address(name))
            people.give_role(tx, person, role, organisation)
            if agreed:
                consents.write_down(tx, person, CONSENT, language, given=True)
        return person

    def plan(self, owner: str, text: str, *coaches: str) -> str:
        """A plan from the text of a plan file; the answer is its id."""
        read = plan_file.read(text)
        with self.storage.writing() as tx:
            plan = plans.make(tx, owner, read.language)
            plans.fill(tx, plan, owner, imported(read))
            for coach in coaches:
                participants.let_in(tx, plan, coach, Role.COACH)
        return plan

    def session(self, person: str, *, staff: bool = False) -> str:
        """The token of a new session, for a browser whose owner came in already."""
        with self.storage.writing() as tx:
            return sessions.start(tx, person, staff=staff, own_device=not staff, strong=staff)

    def code(self, name: str) -> str:
        """The six digits in the newest message to somebody."""
        for path in sorted(mail.outbox(self.config).glob("*.eml"), reverse=True):
            letter = message_from_bytes(path.read_bytes(), policy=policy.SMTP)
            found = re.search(r"^ {4}(\d{6})\s*$", letter.get_content().replace("\r\n", "\n"), re.M)
            if letter["To"] == address(name) and found:
                return found[1]
        raise AssertionError(f"no message with a code went to {address(name)}")


def numbered(name: str) -> str:
    """A name that nobody else at an installation has: tests of many files share one."""
    return f"{name}{next(NUMBERS)}"


def address(name: str) -> str:
    """The e-mail address of somebody."""
    return f"{name.lower()}@example.org"


@contextmanager
def served(folder: Path, *, demo: bool = False) -> Iterator[Installation]:
    """An installation in a folder, served by its own command until the tests that need it are done."""
    config = Config(folder, f"http://localhost:{free_port()}", demo=demo)
    command = ["demo", "--folder", str(folder), "--port", str(config.port)] if demo else ["serve"]
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "BIZPLAN_DATA": str(folder), "BIZPLAN_URL": config.url, "PYTHONPATH": str(ROOT)}
    with (folder.parent / f"{folder.name}.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "bizplan.cli", *command], cwd=folder, env=environment,
                                   stdout=log, stderr=log, start_new_session=True)
        try:
            wait_for(config.url, process)
            storage = storage_of(config)
            yield Installation(config, storage)
            storage.database.dispose()
        finally:
            stop(process)


def free_port() -> int:
    """A port at which nobody listens now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Waits until a server answers; says so where it ended instead."""
    for _try in range(PATIENCE * 5):
        if process.poll() is not None:
            raise AssertionError(f"the server of {url} ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/health") as answer:
                assert answer.read() == b"ok"
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer within {PATIENCE} seconds")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends a server and whatever it started."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
