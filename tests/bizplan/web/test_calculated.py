"""What was read and calculated lately is remembered under its sequence and day, for a few plans."""

from datetime import UTC, date, datetime
from threading import Thread

import pytest

from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.revisions import Said
from bizplan.storage import plans
from bizplan.storage.plans import Change, Deed, Kept
from bizplan.web import calculated
from bizplan.web.calculated import Memory, Records

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def kept(plan="a", sequence=1):
    """What is known of a plan."""
    return Kept(plan, "owner", None, "nl", sequence, NOW, NOW)


@pytest.fixture
def memory():
    """Room for two results."""
    return Memory(most=2)


def test_the_same_answers_are_calculated_once(memory):
    made = []
    for _ in range(3):
        assert memory.of(kept(), lambda: made.append(1) or "figures") == "figures"
    assert made == [1]
    assert memory.of(kept(sequence=2), lambda: "other figures") == "other figures"


def test_on_another_day_they_are_calculated_again(memory, monkeypatch):
    memory.of(kept(), lambda: "yesterday")
    monkeypatch.setattr(calculated, "today", lambda: date(2199, 1, 1))
    assert memory.get(kept()) is None
    assert memory.of(kept(), lambda: "today") == "today"


def test_only_the_last_few_are_remembered(memory):
    for plan in ("a", "b", "c"):
        memory.of(kept(plan), lambda plan=plan: plan)
    assert [memory.get(kept(plan)) for plan in ("a", "b", "c")] == [None, "b", "c"]


def test_what_was_before_the_last_answers_is_the_newest_of_the_same_plan(memory):
    memory.of(kept(sequence=3), lambda: "three")
    memory.of(kept(sequence=7), lambda: "seven")
    assert memory.before(kept(sequence=9)) == "seven"
    assert memory.before(kept(sequence=7)) == "three"
    assert memory.before(kept(sequence=3)) is None
    assert memory.before(kept("b", 9)) is None


def test_a_plan_is_forgotten_when_it_is_erased(memory):
    memory.of(kept("a"), lambda: "a")
    memory.of(kept("b"), lambda: "b")
    memory.forget("a")
    assert (memory.get(kept("a")), memory.get(kept("b"))) == (None, "b")


def test_what_fails_is_not_remembered(memory):
    with pytest.raises(RuntimeError, match="no figures"):
        memory.of(kept(), lambda: (_ for _ in ()).throw(RuntimeError("no figures")))
    assert memory.of(kept(), lambda: "figures") == "figures"


def test_many_at_once_never_remember_too_much(memory):
    def work(name):
        for at in range(200):
            assert memory.of(kept(name, at), lambda: (name, at)) == (name, at)  # noqa: B023 - called at once
    threads = [Thread(target=work, args=(name,)) for name in "abcd"]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(memory._things) == 2


def test_a_plan_that_is_known_reads_only_what_was_said_since(storage, amal, plan, monkeypatch):
    records = Records(most=1)

    def read():
        with storage.reading() as tx:
            return records.of(tx, plans.plan(tx, plan))

    def say(text):
        with storage.writing() as tx:
            plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said.of("idea.need", text), base=99))
    say("Bread")
    first = read()
    assert read() is first
    say("Cake")
    monkeypatch.setattr(plans, "record", lambda *_: pytest.fail("the whole plan was read again"))
    assert read().said("idea.need").value == "Cake"
    assert first.said("idea.need").value == "Bread", "what somebody else still looks at stays"


def test_the_figures_of_a_plan_are_calculated_once_for_all_its_pages(storage, bakery, plan, monkeypatch):
    made, build = [], calculated.Workshop.on
    monkeypatch.setattr(calculated.Workshop, "on", lambda *given: made.append(1) or build(*given))
    with storage.reading() as tx:
        known = plans.plan(tx, bakery)
        study = plans.record(tx, known)
    first = calculated.calculated(known, study)
    assert not isinstance(first, NoFigures)
    assert calculated.calculated(known, study) is first
    assert made == [1]
