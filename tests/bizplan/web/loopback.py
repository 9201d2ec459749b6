"""The application served on loopback as it is served to people, and browsers that speak to it over real connections.

``python -m tests.bizplan.web.loopback FOLDER PORT PROCESSES`` is what the process of the server runs.
"""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Flask

from bizplan import examples
from bizplan.config import Config
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import Role
from bizplan.serving import PROCESSES, Server, server
from bizplan.storage import Storage, consents, people, plans, sessions
from bizplan.web import access

HOME, HERE = Path(__file__).parents[3], "127.0.0.1"
PATIENCE = 60.0
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
OWN_WORK, INSIDE = "X-Own-Work", "X-Inside"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    body: str
    headers: Mapping[str, str]

    @property
    def own_work(self) -> float:
        """How many milliseconds the server worked on it, besides waiting for its turn."""
        return float(self.headers[OWN_WORK])

    @property
    def inside(self) -> float:
        """How many milliseconds passed in the server, from the request's first line to the answer's."""
        return float(self.headers[INSIDE])

    @property
    def told(self) -> dict[str, object]:
        """The answer as JSON."""
        found: dict[str, object] = json.loads(self.body)
        return found


@dataclass
class Client:
    """Somebody's browser, signed in, over one connection that stays open."""

    port: int
    session: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    connection: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Answer:
        """Opens a page, and keeps its token against forged forms."""
        answer = self._sent("GET", path)
        found = TOKEN.search(answer.body)
        self.token = found[1] if found else self.token
        return answer

    def post(self, path: str, fields: Mapping[str, str], accept: str = JSON) -> Answer:
        """Sends a form."""
        body = urlencode({"csrf_token": self.token, **fields})
        return self._sent("POST", path, body, {"Content-Type": FORM, "Accept": accept})

    def close(self) -> None:
        """Hangs up."""
        if self.connection:
            self.connection.close()

    def _sent(self, method: str, path: str, body: str | None = None, more: Mapping[str, str] | None = None) -> Answer:
        self.connection = self.connection or http.client.HTTPConnection(HERE, self.port, timeout=PATIENCE)
        cookies = "; ".join(f"{name}={value}" for name, value in {"bizplan": self.session, **self.cookies}.items())
        self.connection.request(method, path, body, {
            "Host": f"localhost:{self.port}", "Cookie": cookies, "Accept-Encoding": "identity", **(more or {})})
        answer = self.connection.getresponse()
        read = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("bizplan-form="):
                self.cookies["bizplan-form"] = value.partition("=")[2].partition(";")[0]
        return Answer(answer.status, read, dict(answer.getheaders()))


@dataclass(frozen=True)
class Entrepreneur:
    """Somebody with a plan, and the token of their session."""

    person: str
    plan: str
    session: str


def entrepreneur(storage: Storage, name: str, example: str = "") -> Entrepreneur:
    """A person who agreed to the study, signed in, with an example plan or an empty one."""
    with storage.writing() as tx:
        person = people.add_person(tx, name, "en")
        people.give_role(tx, person, Role.ENTREPRENEUR)
        consents.write_down(tx, person, access.CONSENT, "en", given=True)
        plan = plans.make(tx, person, "nl")
        if example:
            plans.fill(tx, plan, person, imported(plan_file.read(examples.text(example))))
        return Entrepreneur(person, plan, sessions.start(tx, person, staff=False, own_device=True, strong=False))


@contextmanager
def served(folder: Path, processes: int = PROCESSES) -> Iterator[int]:
    """Serves a folder on loopback until it is no longer needed; gives the port."""
    port = free_port()
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bizplan.web.loopback", str(folder), str(port), str(processes)],
        cwd=HOME, env={**os.environ, "PYTHONPATH": str(HOME)}, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait_for(process, port, folder / "server.log")
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)
        log.close()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind((HERE, 0))
        return int(found.getsockname()[1])


def _wait_for(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as asked:
            if asked.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"the server did not begin: {log.read_text('utf-8', 'replace')[-2000:]}")


class Timed(Server):
    """The server as it is served to people; each answer says how long it was inside and how long it was worked on."""

    def load(self) -> Flask:
        """The application, timed."""
        app = super().load()
        inner = app.wsgi_app

        def timed(environ: Any, start: Callable[..., Any]) -> Iterable[bytes]:
            begun, at = time.thread_time(), time.perf_counter()

            def begin(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
                own, whole = (time.thread_time() - begun) * 1000, (time.perf_counter() - at) * 1000
                return start(status, [*headers, (OWN_WORK, f"{own:.3f}"), (INSIDE, f"{whole:.3f}")], *more)
            return inner(environ, begin)
        app.wsgi_app = timed                                # type: ignore[method-assign]
        return app


if __name__ == "__main__":
    settings = Config(Path(sys.argv[1]), f"http://localhost:{sys.argv[2]}")
    Timed(settings, server(settings, int(sys.argv[3])).options).run()
