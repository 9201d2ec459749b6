"""A document that was made already, asked for again through the application, in this process.

The floor is the sign-in page, opened in the same run by somebody who is not signed in.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from flask.testing import FlaskClient

from bizplan import jobs as making
from bizplan.config import Config
from bizplan.installation import storage_of
from bizplan.web.application import application
from tests.benchmarks.measure import Figure
from tests.bizplan.web.loopback import entrepreneur

WARM_UP, TIMES, PART = 3, 40, 0.95
WANTED = "50 ms"
Answered = Callable[[], object]


def document_asked_for_again() -> Iterator[Figure]:
    """The time within which 95 of 100 second requests of the same revision are answered."""
    with tempfile.TemporaryDirectory() as place:
        config = Config(Path(place), "http://localhost")
        storage = storage_of(config)
        amal = entrepreneur(storage, "Amal", "bakery")
        waiting: list[str] = []
        client = application(config, storage, ask=waiting.append).test_client()
        client.set_cookie("bizplan", amal.session)
        shelf = f"/nl/plan/{amal.plan}/dossier/"
        form = {"kind": "dossier", "document_language": "nl", "csrf_token": token(client, shelf)}
        address = client.post(f"{shelf}ask", data=form).headers["Location"]
        making.do(storage, waiting[0])
        floor = p95(lambda: client.get("/nl/sign-in"))
        yield Figure("a document asked for again, p95", p95(lambda: client.post(f"{shelf}ask", data=form)), "ms", floor,
                     WANTED)
        yield Figure("  its page, p95", p95(lambda: client.get(address)), "ms", floor, WANTED)
        yield Figure("  the document itself, p95", p95(lambda: client.get(f"{address}/file").data), "ms", floor, WANTED)
        if len(set(waiting)) != 1:
            raise RuntimeError(f"{len(set(waiting))} documents were made instead of 1")
        storage.database.dispose()


def token(client: FlaskClient, address: str) -> str:
    """What a form on a page must send along."""
    return client.get(address).text.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]


def p95(ask: Answered) -> float:
    """Milliseconds until the answer is there, for 95 of 100."""
    times = []
    for at in range(WARM_UP + TIMES):
        begun = time.perf_counter()
        ask()
        if at >= WARM_UP:
            times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)[int(len(times) * PART)]
