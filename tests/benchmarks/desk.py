"""The desk of a coach with 200 plans of 50 revisions each: opened through the application, in this process.

The floor is the sign-in page, opened in the same run by somebody who is not signed in.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import event

from bizplan.config import Config
from bizplan.installation import storage_of
from bizplan.web.application import application
from tests.benchmarks.measure import Figure
from tests.bizplan.storage.busy_desk import busy_desk

PLANS, REVISIONS, READINGS = 200, 50, 60
WARM_UP, OPENINGS, PART = 3, 60, 0.95
WANTED = "200 ms"
DESK = "/nl/coaching/desk"
ADDRESSES = {"all": DESK, "by deadline": f"{DESK}?sort=deadline", "a search": f"{DESK}?q=person"}


def opens() -> Iterator[Figure]:
    """The time within which 95 of 100 desks are open."""
    with tempfile.TemporaryDirectory() as place:
        config = Config(Path(place), "http://localhost")
        storage = storage_of(config)
        busy = busy_desk(storage, PLANS, REVISIONS, READINGS)
        app = application(config, storage, ask=lambda _job: None)
        coach, stranger = app.test_client(), app.test_client()
        coach.set_cookie("bizplan", busy.token)
        floor, _work = _p95(stranger, "/nl/sign-in")
        told: list[str] = []
        event.listen(storage.database.engine, "before_cursor_execute", lambda *given: told.append(given[2]))
        for what, address in ADDRESSES.items():
            whole, work = _p95(coach, address)
            yield Figure(f"desk of {PLANS} plans, {what}, p95 of {OPENINGS}", whole, "ms", floor, WANTED)
            yield Figure("  p95 of the work alone, without waiting for a turn", work, "ms")
        told.clear()
        size = len(coach.get(DESK, headers={"Accept-Encoding": "gzip"}).data) / 1000
        yield Figure("  statements to the database", len(told), "")
        yield Figure("  page, compressed", size, "kB")
        storage.database.dispose()


def _p95(client: FlaskClient, address: str) -> tuple[float, float]:
    """Milliseconds until the answer is there, and of work for it, for 95 of 100."""
    times, work = [], []
    for at in range(WARM_UP + OPENINGS):
        begun, worked = time.perf_counter(), time.process_time()
        answer = client.get(address)
        if at >= WARM_UP:
            times.append((time.perf_counter() - begun) * 1000)
            work.append((time.process_time() - worked) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}")
    return sorted(times)[int(len(times) * PART)], sorted(work)[int(len(work) * PART)]
