"""The web under load: eight saves a second from eight people, each with the figures after it and a page in between.

The server runs as it is served: four processes of two threads.  The floor is the style sheet, asked for in the same
run: what a request costs before the application does anything.  On a machine that does other things too, the time of
the work alone says more than the time until the answer.
"""

import re
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bizplan.config import Config
from bizplan.domain.course import is_shown, pages
from bizplan.installation import storage_of
from bizplan.storage import Storage, plans
from tests.benchmarks.measure import Figure
from tests.bizplan.web.loopback import Answer, Client, Entrepreneur, entrepreneur, served

PEOPLE, WARM_UP, SECONDS = 8, 12, 20
EXAMPLES = ("bakery", "grocery")
QUESTION, SAVE, FIGURES, FLOOR, TASKS, OVERVIEW = (
    "question page", "save", "figures after a save", "style sheet", "task list", "overview of the figures")
WANTED = {QUESTION: "50 ms", SAVE: "50 ms", FIGURES: "150 ms"}
SLOWLY = 5
PART = 0.95


@dataclass
class Load:
    """The times of all requests, by what was asked for, and the answers that were none."""

    begun: float
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    inside: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    work: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: list[str] = field(default_factory=list)

    def take(self, what: str, ask: object, *given: object) -> Answer:
        """Asks, and writes down how long it took, once everything is warm."""
        at = time.perf_counter()
        answer: Answer = ask(*given)                        # type: ignore[operator]
        if at > self.begun + WARM_UP:
            self.times[what].append((time.perf_counter() - at) * 1000)
            self.inside[what].append(answer.inside)
            self.work[what].append(answer.own_work)
        if answer.status not in (200, 302):
            self.refused.append(f"{what}: {answer.status} {answer.body[:200]}")
        return answer


def web() -> Iterator[Figure]:
    """The times within which 95 of 100 requests were answered."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        storage = storage_of(Config(folder))
        everybody = [entrepreneur(storage, f"Person {at}", EXAMPLES[at % len(EXAMPLES)]) for at in range(PEOPLE)]
        with served(folder) as port:
            load = Load(time.perf_counter())
            threads = [threading.Thread(target=_work, args=(load, storage, port, who, at))
                       for at, who in enumerate(everybody)]
            for each in threads:
                each.start()
            for each in threads:
                each.join()
        storage.database.dispose()
    if load.refused:
        raise RuntimeError(f"{len(load.refused)} requests refused, the first: {load.refused[0]}")
    floor = _p95(load.times.pop(FLOOR))
    for what, times in load.times.items():
        yield Figure(f"{what}, p95 of {len(times)} at {PEOPLE} saves a second", _p95(times), "ms", floor,
                     WANTED.get(what, ""))
        yield Figure("  half of them within", sorted(times)[len(times) // 2], "ms")
        yield Figure("  p95 of the time inside the server", _p95(load.inside[what]), "ms")
        yield Figure("  p95 of the work alone, without waiting for a turn", _p95(load.work[what]), "ms")


def _work(load: Load, storage: Storage, port: int, who: Entrepreneur, turn: int) -> None:
    """One person: each second a page, a save, and the figures that follow."""
    client, addresses = Client(port, who.session), _addresses(storage, who.plan)
    price = next(each for each in addresses if "/idea/prices/" in each)
    found = re.search(r'name="base" value="(\d+)"', client.get(price).body)
    assert found
    base = found[1]
    for at in range(WARM_UP + SECONDS):
        time.sleep(max(0.0, load.begun + at + turn / PEOPLE - time.perf_counter()))
        load.take(QUESTION, client.get, addresses[(at * 7 + turn * 3) % len(addresses)])
        saved = load.take(SAVE, client.post, f"/en/plan/{who.plan}/save?row={price.rpartition('/')[2]}", {
            "field": "products[].price", "value": f"{2 + at % 10}.{10 + turn}", "base": base, "key": f"{turn}-{at}"})
        base = str(saved.told["sequence"])
        load.take(FIGURES, client.get, f"/en/plan/{who.plan}/figures/living")
        load.take(FLOOR, client.get, "/static/style.css")
        if at % SLOWLY == turn % SLOWLY:
            load.take(TASKS, client.get, f"/en/plan/{who.plan}/")
        if at == WARM_UP + turn * 2:                        # once each: it is not part of an answer
            load.take(OVERVIEW, client.get, f"/en/plan/{who.plan}/figures/")
    client.close()


def _addresses(storage: Storage, plan: str) -> list[str]:
    """The pages of the study, and that of the first rows of each group."""
    with storage.reading() as tx:
        kept = plans.plan(tx, plan)
        assert kept
        record = plans.record(tx, kept)
    found = []
    for part, page in pages():
        address = f"/en/plan/{plan}/study/{part.key}/{page.key}"
        if is_shown(record, page):
            found += [address, *(f"{address}/{row}" for row in record.rows.get(page.group, ())[:2])]
    return found


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * PART)]
