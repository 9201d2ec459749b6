"""What is acknowledged is on the disk, what is not is nowhere, and nobody writes over anybody."""

import os
import random
import resource
import signal
import sqlite3
import threading
import time
from multiprocessing import get_context

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError

from bizplan.storage import Database, Seal, Storage, plans
from bizplan.storage import database as database_module
from bizplan.storage.columns import new_id
from bizplan.storage.database import NotRead, NotSaved
from bizplan.storage.tables import PLANS
from tests.bizplan.conftest import KEY
from tests.bizplan.storage.saying import NAME, NEED, answer, everything, history, record, saved, texts
from tests.needs import WHOLE, is_on

FULL, OFF, EXTRA = 2, 0, 3
FORK = get_context("fork")
KILLS = 40 if is_on(WHOLE) else 6


def another(tmp_path) -> Storage:
    """The same database, opened again as another process does."""
    return Storage(Database(f"sqlite:///{tmp_path / 'bizplan.sqlite'}"), Seal(KEY))


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        return plans.make(tx, amal, "ar")


@pytest.mark.parametrize(("pragma", "wanted"), [
    ("foreign_keys", 1), ("secure_delete", 1), ("synchronous", FULL), ("journal_mode", "delete"), ("mmap_size", 0),
    ("trusted_schema", 0), ("busy_timeout", 5000), ("temp_store", 2), ("cell_size_check", 1),
])
@pytest.mark.parametrize("way", ["reading", "writing"])
def test_every_connection_is_durable_erases_for_good_and_knows_its_foreign_keys(storage, pragma, wanted, way):
    with getattr(storage, way)() as tx:
        assert tx.execute(text(f"PRAGMA {pragma}")).scalar_one() == wanted


def test_the_journal_is_gone_once_a_save_is_answered(storage, amal, plan, tmp_path):
    saved(storage, plan, amal, answer(NEED, "bread"))
    assert {each.name for each in tmp_path.iterdir() if "sqlite" in each.name} == {"bizplan.sqlite"}


def test_a_plan_of_nobody_is_refused(storage):
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), storage.writing() as tx:
        plans.make(tx, new_id(), "nl")


def test_writing_takes_the_lock_at_once_and_reading_does_not(storage):
    begun = []
    event.listen(storage.database.engine, "before_cursor_execute", lambda *told: begun.append(told[2]))
    for way in (storage.writing, storage.reading):
        with way() as tx:
            tx.execute(text("SELECT 1"))
    assert begun == ["BEGIN IMMEDIATE", "SELECT 1", "BEGIN", "SELECT 1"]


def test_counters_raised_by_four_at_once_lose_nothing(storage, amal, plan):
    """What Python's own transactions lose in silence: reading, adding one and writing it back."""
    def raise_often():
        for _ in range(25):
            with storage.writing() as tx:
                found = tx.execute(select(PLANS.c.sequence).where(PLANS.c.id == plan)).scalar_one()
                tx.execute(PLANS.update().where(PLANS.c.id == plan).values(sequence=found + 1))
    threads = [threading.Thread(target=raise_often) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with storage.reading() as tx:
        assert tx.execute(select(PLANS.c.sequence).where(PLANS.c.id == plan)).scalar_one() == 100


def test_a_lock_that_stays_is_said_so_and_nothing_is_saved(storage, amal, plan, tmp_path, monkeypatch):
    impatient = (*(each for each in database_module.PRAGMAS if "busy" not in each), "busy_timeout=50")
    monkeypatch.setattr(database_module, "PRAGMAS", impatient)
    waiting = another(tmp_path)
    with storage.writing() as tx:
        plans.save(tx, plan, amal, answer(NEED, "bread"))
        with pytest.raises(NotSaved, match="locked"):
            saved(waiting, plan, amal, answer(NAME, "De Oven"))
    assert record(waiting, plan).said(NEED).value == "bread"
    assert record(waiting, plan).said(NAME).is_empty
    waiting.database.dispose()


def test_a_database_that_nobody_may_read_just_now_is_said_so(storage, plan, tmp_path, monkeypatch):
    monkeypatch.setattr(database_module, "PRAGMAS", ("busy_timeout=50",))
    holder = sqlite3.connect(tmp_path / "bizplan.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    waiting = another(tmp_path)
    with pytest.raises(NotRead, match="locked"):
        record(waiting, plan)
    holder.close()
    assert record(waiting, plan).sequence == 0
    waiting.database.dispose()


def test_a_full_disk_saves_nothing_by_half_and_keeps_what_was_there(storage, amal, plan, tmp_path):
    saved(storage, plan, amal, answer(NEED, "bread"))
    tight, pages = another(tmp_path), _pages(storage)
    event.listen(tight.database.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages + 3}"))
    with pytest.raises(NotSaved, match="full"), tight.writing() as tx:
        plans.save_all(tx, plan, amal, [answer(NAME, "De Oven"), answer(NEED, "x" * 50_000, base=1)])
    assert record(tight, plan).said(NEED).value == "bread"
    assert record(tight, plan).said(NAME).is_empty
    assert record(tight, plan).sequence == 1
    taken, = saved(tight, plan, amal, answer(NAME, "small", base=1))        # a small one still fits
    assert taken.revision.sequence == 2
    tight.database.dispose()
    assert _is_sound(storage)


def test_a_file_that_may_not_grow_loses_no_acknowledged_save(storage, amal, plan, tmp_path):
    """As on a disk without room: the process may write no further than the file reaches now."""
    storage.database.dispose()
    mine, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_fill_up, args=(tmp_path, plan, amal, theirs))
    process.start()
    theirs.close()
    told = mine.recv()
    process.join()
    assert process.exitcode == 0
    assert told["refused"], "the limit was never reached"
    assert told["saved"] == len(history(storage, plan, NEED))
    assert record(storage, plan).sequence == told["saved"]
    assert _is_sound(storage)
    assert saved(storage, plan, amal, answer(NAME, "De Oven"))[0].revision.sequence == told["saved"] + 1


def test_a_writer_that_is_killed_loses_no_acknowledged_save(storage, amal, plan, tmp_path):
    storage.database.dispose()
    luck, acknowledged = random.Random(9), 0
    for _ in range(KILLS):
        acknowledged = _killed_after(luck.uniform(0.02, 0.2), tmp_path, plan, amal) or acknowledged
        kept = [int(each) for each in texts(everything(storage, plan))]
        assert kept == list(range(1, len(kept) + 1)), "a save is missing, or there twice"
        assert acknowledged <= len(kept) <= acknowledged + 1
        assert record(storage, plan).sequence == len(kept)
        assert _is_sound(storage)
        acknowledged = len(kept)
        storage.database.dispose()
    assert acknowledged > KILLS


def _killed_after(seconds: float, folder, plan: str, author: str) -> int:
    """Runs a writer for so long; the last save that it was told of."""
    mine, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_write_on, args=(folder, plan, author, theirs))
    process.start()
    theirs.close()
    last = mine.recv()
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    try:
        while True:
            last = mine.recv()
    except EOFError:
        return last


def _write_on(folder, plan: str, author: str, told) -> None:
    storage = another(folder)
    at = record(storage, plan).sequence
    while True:
        at += 1
        saved(storage, plan, author, answer(NEED, str(at), base=at - 1))
        told.send(at)


def _fill_up(folder, plan: str, author: str, told) -> None:
    storage, done = another(folder), 0
    size = (folder / "bizplan.sqlite").stat().st_size
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        for at in range(1_000):
            saved(storage, plan, author, answer(NEED, f"{at} " + "x" * 2_000, base=at))
            done += 1
    except NotSaved as error:
        told.send({"saved": done, "refused": str(error)})
    else:
        told.send({"saved": done, "refused": ""})


def _pages(storage: Storage) -> int:
    with storage.reading() as tx:
        return int(tx.execute(text("PRAGMA page_count")).scalar_one())


def _is_sound(storage: Storage) -> bool:
    with storage.reading() as tx:
        return bool(tx.execute(text("PRAGMA integrity_check")).scalar_one() == "ok")
