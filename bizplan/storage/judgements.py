"""What was judged of a plan, and what changed in it since: all of it read in one statement."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, Table, case, func, literal, null, select, union_all

from bizplan.domain.coaching import About
from bizplan.domain.coaching.changed_since import RowDeed
from bizplan.domain.coaching.gates import Condition, Decision, Met
from bizplan.domain.coaching.judged import Judged
from bizplan.domain.coaching.reviews import Review, State
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed

from .database import Transaction
from .tables import CONDITIONS, GATES, PEOPLE, REVIEWS, REVISIONS, THREADS

REVIEW, DECISION, CONDITION, CHANGE, REQUEST = "review", "decision", "condition", "change", "request"
MET = "met"
Marks = dict[tuple[str, int], Met]
"""The conditions that are met: the decision of each, and its number in it."""


def judged(tx: Transaction, plan: str, until: int | None = None, at: datetime | None = None) -> Judged:
    """All that was judged of a plan by now, or by a moment at which a sequence was its newest."""
    found: dict[str, list[Row[Any]]] = {each: [] for each in (REVIEW, DECISION, CONDITION, CHANGE, REQUEST)}
    asked = union_all(_given(REVIEWS, REVIEWS.c.part, REVIEWS.c.state, REVIEW, plan, at),
                      _given(GATES, GATES.c.gate, GATES.c.outcome, DECISION, plan, at),
                      _conditions(plan, at), _changes(plan, until), _requests(plan)).subquery()
    for each in tx.execute(select(asked).order_by(asked.c.made_at, asked.c.id)):
        found[each.kind].append(each)
    met = _met(tx, found[CONDITION])
    return Judged(tuple(_review(tx, each) for each in found[REVIEW]),
                  tuple(_decision(tx, each, met) for each in found[DECISION]),
                  {each.about: each.sequence for each in found[CHANGE]}, _counted(found[REQUEST]))


def _given(table: Table, about: Any, said: Any, kind: str, plan: str, at: datetime | None) -> Select[Any]:
    """What people said, each with the name of who said it."""
    asked = select(literal(kind).label("kind"), table.c.id, about.label("about"), said.label("said"),
                   table.c.sequence, table.c.words_sealed, table.c.author_id, PEOPLE.c.name_sealed, table.c.made_at,
                   ).outerjoin_from(table, PEOPLE, PEOPLE.c.id == table.c.author_id).where(table.c.plan_id == plan)
    return asked if at is None else asked.where(table.c.made_at <= at)


def _conditions(plan: str, at: datetime | None) -> Select[Any]:
    """What was said of conditions: whether each is met, the id of its decision, its number."""
    asked = select(literal(CONDITION), CONDITIONS.c.id, CONDITIONS.c.gate_id, case((CONDITIONS.c.is_met, MET)),
                   CONDITIONS.c.number, null(), CONDITIONS.c.author_id, PEOPLE.c.name_sealed, CONDITIONS.c.made_at,
                   ).outerjoin_from(CONDITIONS, PEOPLE, PEOPLE.c.id == CONDITIONS.c.author_id
                                    ).where(CONDITIONS.c.plan_id == plan)
    return asked if at is None else asked.where(CONDITIONS.c.made_at <= at)


def _changes(plan: str, until: int | None) -> Select[Any]:
    """The newest revision of each question and group, whoever made it; what was only proposed changed nothing."""
    asked = select(literal(CHANGE), null(), REVISIONS.c.question, null(), func.max(REVISIONS.c.sequence), null(),
                   null(), null(), null()).where(REVISIONS.c.plan_id == plan, ~REVISIONS.c.proposal)
    within = asked if until is None else asked.where(REVISIONS.c.sequence <= until)
    return within.group_by(REVISIONS.c.question)


def _requests(plan: str) -> Select[Any]:
    """How many requests are open on each thing."""
    return select(literal(REQUEST), null(), THREADS.c.key, THREADS.c.about, func.count(), null(), null(), null(),
                  null()).where(THREADS.c.plan_id == plan, THREADS.c.kind == REQUEST, THREADS.c.settled_at.is_(None)
                                ).group_by(THREADS.c.key, THREADS.c.about)


def _counted(rows: list[Row[Any]]) -> Mapping[tuple[About, str], int]:
    return {(About(each.said), each.about): each.sequence for each in rows}


def _review(tx: Transaction, row: Row[Any]) -> Review:
    words = tx.seal.opened(row.words_sealed, "reviews", row.id)
    return Review(row.id, row.about, State(row.said), row.sequence, words, row.author_id or "", _name(tx, row),
                  row.made_at)


def _met(tx: Transaction, rows: list[Row[Any]]) -> Marks:
    """The conditions that are met, as was said last."""
    found: dict[tuple[str, int], Row[Any]] = {(each.about, each.sequence): each for each in rows}
    return {key: Met(each.author_id or "", _name(tx, each), each.made_at)
            for key, each in found.items() if each.said == MET}


def _decision(tx: Transaction, row: Row[Any], met: Marks) -> Decision:
    told = tx.seal.opened(row.words_sealed, "gates", row.id)
    conditions = tuple(Condition(each["text"], date.fromisoformat(each["by"]), met.get((row.id, number)))
                       for number, each in enumerate(told["conditions"]))
    return Decision(row.id, row.about, Gate(row.said), told["reasons"], conditions, row.sequence,
                    row.author_id or "", _name(tx, row), row.made_at)


def _name(tx: Transaction, row: Row[Any]) -> str:
    """What the author is called; "" for one whose account is gone."""
    return "" if row.name_sealed is None else str(tx.seal.opened(row.name_sealed, "people", row.author_id, "name"))


def rows_changed(tx: Transaction, plan: str, groups: Iterable[str], since: int) -> tuple[RowDeed, ...]:
    """What was done with rows of these groups since a sequence: of each row the last thing, in the order of time."""
    asked = select(REVISIONS).where(
        REVISIONS.c.plan_id == plan, REVISIONS.c.sequence > since, REVISIONS.c.kind != Deed.ANSWER.value,
        REVISIONS.c.question.in_(tuple(groups)), ~REVISIONS.c.proposal).order_by(REVISIONS.c.sequence)
    found = {(each.question, each.row): RowDeed(Deed(each.kind), each.question, each.row, each.author_id or "",
                                                each.made_at) for each in tx.execute(asked)}
    return tuple(found.values())
