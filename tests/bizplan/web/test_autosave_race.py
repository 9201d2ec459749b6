"""Eight browsers save on one plan at once, over real connections: nothing is lost and nothing is written over.

Every text is sent once in the whole run, so what became of each can be told from the history alone.
"""

import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

import pytest

from bizplan.config import Config
from bizplan.domain.revisions import Revision
from bizplan.installation import storage_of
from bizplan.storage import plans
from tests.bizplan.web.loopback import Client, entrepreneur, served

CLIENTS = 8
QUESTIONS = ("idea.need", "idea.business_name", "competences.motivation")
SENT_AGAIN, SENT_LATE, OPENED_ANEW = 0.15, 0.05, 0.25
BASE = re.compile(r'name="base" value="(\d+)"')


@dataclass(frozen=True)
class Edit:
    """A text that somebody sent, and how it was answered."""

    question: str
    text: str
    base: int
    key: str
    status: int = 0
    sequence: int = 0


@dataclass
class Writer:
    """Somebody who types into the fields of a plan, sends some of it twice, and some of it late."""

    client: Client
    plan: str
    number: int
    luck: random.Random
    questions: tuple[str, ...]
    page: str
    done: list[Edit] = field(default_factory=list)
    bases: dict[str, int] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def write(self, edits: int) -> None:
        """Sends so many texts."""
        self._open()
        for at in range(edits):
            if self.luck.random() < OPENED_ANEW:
                self._open()
            question = self.luck.choice(self.questions)
            edit = Edit(question, f"text {at} of {self.number}", self.bases[question], self.luck.randbytes(16).hex())
            self._take(edit)
            if self.luck.random() < SENT_LATE:
                self._again(self.luck.choice(self.done))
        self.client.close()

    def _open(self) -> None:
        """Opens the page: from now on all is written from what stands there."""
        found = BASE.search(self.client.get(self.page).body)
        assert found
        self.bases = dict.fromkeys(self.questions, int(found[1]))

    def _take(self, edit: Edit) -> None:
        status, sequence = self._send(edit)
        kept = Edit(edit.question, edit.text, edit.base, edit.key, status, sequence)
        self.done.append(kept)
        if status == 200:
            self.bases[edit.question] = sequence
        if self.luck.random() < SENT_AGAIN:
            self._again(kept)

    def _again(self, edit: Edit) -> None:
        """The same request once more, as a browser sends it that never heard the answer."""
        if self._send(edit) != (edit.status, edit.sequence):
            self.troubles.append(f"{edit} was answered otherwise the second time")

    def _send(self, edit: Edit) -> tuple[int, int]:
        answer = self.client.post(f"/en/plan/{self.plan}/save", {
            "field": edit.question, "value": edit.text, "base": str(edit.base), "key": edit.key})
        if answer.status == 200:
            return 200, int(str(answer.told["sequence"]))
        if answer.status == 409:
            return 409, int(str(answer.told["url"]).rpartition("/")[2])
        self.troubles.append(f"{edit.text}: {answer.status} {answer.body[:200]}")
        return answer.status, 0


@pytest.mark.parametrize("edits", [25, pytest.param(1_250, marks=pytest.mark.whole)])
def test_eight_browsers_on_one_plan_lose_no_text_and_write_over_none(tmp_path, edits, record_property):
    storage = storage_of(Config(tmp_path))
    who = entrepreneur(storage, "Amal")
    begun = time.monotonic()
    with served(tmp_path) as port:
        writers = [Writer(Client(port, who.session), who.plan, number, random.Random(number), QUESTIONS,
                          f"/en/plan/{who.plan}/study/idea/need") for number in range(CLIENTS)]
        threads = [threading.Thread(target=each.write, args=(edits,)) for each in writers]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    record_property("seconds", round(time.monotonic() - begun, 1))
    assert [trouble for each in writers for trouble in each.troubles] == []
    done = [edit for each in writers for edit in each.done]
    assert len(done) == CLIENTS * edits
    with storage.reading() as tx:
        kept = plans.plan(tx, who.plan)
        history = list(_whole_history(tx, who.plan))
        record = plans.record(tx, kept)
    _check_complete(done, history)
    _check_nothing_written_over(history)
    for question in QUESTIONS:
        newest = max((each for each in done if each.question == question and each.status == 200),
                     key=lambda each: each.sequence)
        assert record.said(question).text == (newest.text,)
    assert kept.sequence == len(done)
    assert {each.status for each in done} == {200, 409}, "the browsers never met"
    storage.database.dispose()


def _whole_history(tx, plan):
    sequence = 0
    while part := plans.since(tx, plan, sequence):
        yield from part
        sequence = part[-1].sequence


def _check_complete(done: list[Edit], history: list[Revision]) -> None:
    """Everything that was acknowledged is there once: as an answer, or as a proposal beside one."""
    told = Counter((each.question, each.text, each.sequence, each.status == 409) for each in done)
    found = Counter((each.question, each.said.text[0], each.sequence, each.proposal) for each in history)
    assert found == told
    assert sorted(each.sequence for each in history) == list(range(1, len(done) + 1))


def _check_nothing_written_over(history: list[Revision]) -> None:
    """No answer was taken whose writer had not seen the answer before it."""
    seen: dict[str, int] = {}
    for each in sorted(history, key=lambda revision: revision.sequence):
        before = seen.get(each.question, 0)
        assert each.proposal == (before > each.base), f"{each} was made from {each.base} and came after {before}"
        if not each.proposal:
            seen[each.question] = each.sequence
