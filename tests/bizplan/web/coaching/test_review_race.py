"""Two coaches approve while the entrepreneur saves: each approval stands for exactly what its page showed."""

import re
import threading
from dataclasses import dataclass, field

import pytest

from bizplan.domain.coaching.reviews import State
from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import judgements, participants, people, plans
from bizplan.storage.plans import Change
from tests.bizplan.web.conftest import TOKEN, signed_in

NEED = "idea.need"
SAVES, APPROVALS = 25, 6
SEQUENCE = re.compile(r'name="sequence" value="(\d+)"')
KEY = re.compile(r'name="key" value="([0-9a-f]+)"')
TEXT = re.compile(r"Bread number (\d+) of many")


@dataclass
class Seen:
    """What the pages of a coach showed: the number in the answer by the sequence that the form named."""

    shown: dict[int, int] = field(default_factory=dict)
    statuses: list[int] = field(default_factory=list)


@pytest.fixture
def coaches(app, storage, bakery, liens):
    """Two coaches of the bakery."""
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, noor, Role.COACH, None)
        participants.let_in(tx, bakery, noor, Role.COACH)
    return liens, signed_in(app, storage, noor)


def save(storage, plan, author, number):
    with storage.writing() as tx:
        text = f"Bread number {number} of many"
        now = plans.plan(tx, plan).sequence
        plans.save(tx, plan, author, Change(Deed.ANSWER, NEED, "", Said((text,), text), base=now))


def approve(browser, home, seen):
    for _ in range(APPROVALS):
        page = browser.client.get(f"{home}/check/idea").get_data(as_text=True)
        sequence = SEQUENCE.search(page)[1]
        seen.shown[int(sequence)] = int(TEXT.search(page)[1])
        fields = {"csrf_token": TOKEN.search(page)[1], "sequence": sequence, "key": KEY.search(page)[1], "words": ""}
        seen.statuses.append(browser.client.post(f"{home}/review/idea/approve", data=fields).status_code)


def test_each_approval_stands_for_what_its_page_showed(coaches, storage, bakery, amal):
    home = f"/en/plan/{bakery}"
    save(storage, bakery, amal, 0)
    seen = [Seen(), Seen()]
    threads = [threading.Thread(target=approve, args=(browser, home, each))
               for browser, each in zip(coaches, seen, strict=True)]
    threads.append(threading.Thread(
        target=lambda: [save(storage, bakery, amal, number) for number in range(1, SAVES)]))
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with storage.reading() as tx:
        found = judgements.judged(tx, bakery)
        said = {review.sequence: plans.said(tx, bakery, NEED, "", review.sequence).value for review in found.reviews}
    assert [each.statuses for each in seen] == [[302] * APPROVALS] * 2
    assert len(found.reviews) == 2 * APPROVALS
    shown = {**seen[0].shown, **seen[1].shown}
    assert said == {sequence: f"Bread number {number} of many" for sequence, number in shown.items()}
    newest = max(found.changes[NEED], found.parts["idea"].newest)
    expected = State.APPROVED if max(shown) >= newest else State.CHANGED
    assert found.parts["idea"].state is expected
    assert found.parts["idea"].review.sequence == max(shown)
