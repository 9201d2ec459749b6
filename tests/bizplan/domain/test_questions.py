"""The study is declared once, and what it declares hangs together."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from bizplan.domain.questions import GROUPS, PHASES, QUESTIONS, Kind
from financial_models import law
from financial_models.assumptions import Assumptions, CustomersServed, HoursBilled, Subscriptions, UnitsSold
from financial_models.assumptions.whole import LARGEST_LIST

KEYS = Path(__file__).with_name("keys.txt")
FOUND_OTHERWISE = {
    "products[].vat_exempt", "products[].supply", "timeline.year", "timeline.month", "household.incomes",
    "household.debts", "household.other_expenses[].id",
}


def engine_paths(kind=Assumptions, path=""):
    """The paths of everything that the engine's assumptions hold."""
    for field in fields(kind):
        inner = f"{path}{field.name}"
        records = [found for found in records_in(field.type, kind) if is_dataclass(found)]
        if not records:
            yield inner
        for record in records:
            repeated = "tuple" in str(field.type)
            yield from engine_paths(record, f"{inner}{'[]' if repeated else ''}.")


def records_in(annotation, kind):
    """The record types that a field can hold."""
    if getattr(kind, "__name__", "") == "Product" and "UnitsSold" in str(annotation):
        return [UnitsSold, CustomersServed, HoursBilled, Subscriptions]
    return [annotation, *getattr(annotation, "__args__", ())]


def test_the_study_has_its_fourteen_phases_in_order():
    assert [phase.number for phase in PHASES] == list(range(1, 15))


def test_no_question_is_declared_twice():
    assert len(QUESTIONS) == sum(len(phase.questions) for phase in PHASES)


def test_a_key_is_a_promise():
    """A key that vanishes needs a migration; a new one is added to the list."""
    declared = [*QUESTIONS, *(f"{group}[]" for group in GROUPS)]
    assert sorted(declared) == KEYS.read_text(encoding="utf-8").split()


def test_every_group_has_questions_and_every_row_a_place():
    used = {question.group for question in QUESTIONS.values()} - {""}
    assert used == set(GROUPS)
    assert all(group.most <= LARGEST_LIST for group in GROUPS.values())


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=str)
def test_a_question_is_declared_in_full(question):
    assert question.label == question.label.strip() != ""
    assert question.feeds, "say what it feeds"
    assert not question.options or question.kind in {Kind.CHOICE, Kind.CHOICES}
    assert all(condition.question in QUESTIONS for condition in question.when)
    assert all(QUESTIONS[condition.question].group in {"", question.group} for condition in question.when)
    assert question.of in {"", *GROUPS}
    assert question.default in {None, True, False, 36, *(option.key for option in question.options)}


def test_every_figure_of_law_that_a_question_names_exists():
    named = {question.law for question in QUESTIONS.values()}
    named |= {option.law for question in QUESTIONS.values() for option in question.options}
    assert named - {""} <= set(law.keys())


def test_everything_that_the_engine_holds_can_be_asked():
    fed = {question.feeds for question in QUESTIONS.values()} | FOUND_OTHERWISE
    missing = {path for path in engine_paths() if path not in fed and not path.endswith(("[].id", "[].asked"))}
    assert missing - {f"household.expenses[].{name}" for name in ("name", "amount")} == set()


def test_what_does_not_feed_the_dossier_feeds_something_that_the_engine_holds():
    heads = {field.name for field in fields(Assumptions)} | {"dossier", "wizard"}
    assert {question.feeds.split(".")[0].split("[")[0] for question in QUESTIONS.values()} <= heads
