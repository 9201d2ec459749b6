"""Plans and their revisions: every answer is a new row, and none is ever changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from bizplan.domain.answers import is_same
from bizplan.domain.revisions import NOTHING_SAID, Deed, Record, Revision, Said

from .columns import new_id
from .database import Transaction
from .tables import PLANS, REVISIONS, SITTINGS

LONGEST_HISTORY = 2_000


@dataclass(frozen=True)
class Kept:
    """What is known of a plan without reading it."""

    id: str
    owner: str
    organisation: str | None
    language: str
    sequence: int
    made_at: datetime
    active_at: datetime
    archived_at: datetime | None = None
    coach_writes: bool = False


@dataclass(frozen=True)
class Change:
    """A revision that somebody asks for; ``key`` makes that asking twice is asking once.

    ``again``: it is kept although the same stands there already, since it was looked at anew from its base.
    """

    deed: Deed
    question: str
    row: str
    said: Said = NOTHING_SAID
    after: str = ""
    base: int = 0
    key: str = ""
    again: bool = False

    @classmethod
    def of(cls, revision: Revision) -> "Change":
        """A revision that is to be taken into a plan."""
        return cls(revision.deed, revision.question, revision.row, revision.said, revision.after, revision.base)


@dataclass(frozen=True)
class Taken:
    """A change that is kept, under this sequence."""

    revision: Revision


@dataclass(frozen=True)
class Clash:
    """A change to an answer that somebody else changed meanwhile: kept as a proposal beside what stands."""

    mine: Revision
    theirs: Revision
    was: Said


def make(tx: Transaction, owner: str, language: str, organisation: str | None = None) -> str:
    """A new, empty plan; the answer is its id."""
    plan = new_id()
    tx.execute(PLANS.insert().values(
        id=plan, owner_id=owner, organisation_id=organisation, language=language, made_at=tx.now, active_at=tx.now))
    return plan


def plan(tx: Transaction, plan_id: str) -> Kept | None:
    """What is known of a plan, or None where there is none."""
    found = tx.execute(select(PLANS).where(PLANS.c.id == plan_id)).one_or_none()
    return None if found is None else _kept(found)


def plans_of(tx: Transaction, owner: str) -> tuple[Kept, ...]:
    """The plans of an entrepreneur, the one last worked at first."""
    found = tx.execute(select(PLANS).where(PLANS.c.owner_id == owner).order_by(PLANS.c.active_at.desc(), PLANS.c.id))
    return tuple(_kept(each) for each in found)


def let_coach_write(tx: Transaction, plan_id: str, *, may: bool) -> None:
    """Whether the coaches of a plan write its answers themselves, or only suggest them: the entrepreneur says so."""
    tx.execute(PLANS.update().where(PLANS.c.id == plan_id).values(coach_writes=may))


def put_away(tx: Transaction, plan_id: str) -> None:
    """The plan goes into the archive: it is read from there, nothing in it changes, and nobody sits over it."""
    tx.execute(PLANS.update().where(PLANS.c.id == plan_id, PLANS.c.archived_at.is_(None)).values(archived_at=tx.now))
    tx.execute(SITTINGS.update().where(SITTINGS.c.plan_id == plan_id, SITTINGS.c.ended_at.is_(None),
                                       SITTINGS.c.ends_at > tx.now).values(ended_at=tx.now))


def take_out(tx: Transaction, plan_id: str) -> None:
    """The plan leaves the archive, and work goes on."""
    tx.execute(PLANS.update().where(PLANS.c.id == plan_id).values(archived_at=None))


def record(tx: Transaction, kept: Kept, until: int | None = None) -> Record:
    """The plan as it stands, or as it stood when a sequence was its newest."""
    within = REVISIONS.c.plan_id == kept.id if until is None else \
        (REVISIONS.c.plan_id == kept.id) & (REVISIONS.c.sequence <= until)
    is_answer = REVISIONS.c.kind == Deed.ANSWER.value
    newest = (select(func.max(REVISIONS.c.sequence)).where(within, is_answer, ~REVISIONS.c.proposal)
              .group_by(REVISIONS.c.question, REVISIONS.c.row))
    stands = select(REVISIONS).where(within, REVISIONS.c.sequence.in_(newest) | ~is_answer)
    made = Record.of(kept.language, _read(tx, stands.order_by(REVISIONS.c.sequence)))
    return Record(made.language, made.answers, made.rows, kept.sequence if until is None else until)


def caught_up(tx: Transaction, kept: Kept, known: Record) -> Record:
    """The plan as it stands, from how it was known before: only what was said since is read."""
    if known.sequence > kept.sequence:
        return record(tx, kept)                             # an older state was restored meanwhile
    later = select(REVISIONS).where(
        REVISIONS.c.plan_id == kept.id, REVISIONS.c.sequence > known.sequence, REVISIONS.c.sequence <= kept.sequence)
    return known.after(_read(tx, later.order_by(REVISIONS.c.sequence)))


def history(tx: Transaction, plan_id: str, question: str, row: str) -> tuple[Revision, ...]:
    """All revisions of one answer, the newest first."""
    asked = select(REVISIONS).where(
        REVISIONS.c.plan_id == plan_id, REVISIONS.c.question == question, REVISIONS.c.row == row)
    return tuple(_read(tx, asked.order_by(REVISIONS.c.sequence.desc()).limit(LONGEST_HISTORY)))


def said(tx: Transaction, plan_id: str, question: str, row: str, until: int) -> Said:
    """What stood under a question when a sequence was the newest."""
    asked = _of(plan_id, question, row).where(REVISIONS.c.sequence <= until)
    found = _first(_read(tx, asked.order_by(REVISIONS.c.sequence.desc()).limit(1)))
    return NOTHING_SAID if found is None else found.said


def newest_of(tx: Transaction, plan_ids: Iterable[str], questions: Iterable[str]) -> dict[tuple[str, str], Said]:
    """What stands under a few questions outside all rows in many plans, by plan and question: one look for all."""
    standing = (REVISIONS.c.plan_id.in_(set(plan_ids)), REVISIONS.c.question.in_(set(questions)),
                REVISIONS.c.row == "", REVISIONS.c.kind == Deed.ANSWER.value, ~REVISIONS.c.proposal)
    newest = select(REVISIONS.c.plan_id, func.max(REVISIONS.c.sequence).label("sequence")).where(*standing).group_by(
        REVISIONS.c.plan_id, REVISIONS.c.question).subquery()
    found = select(REVISIONS).join(newest, (REVISIONS.c.plan_id == newest.c.plan_id)
                                   & (REVISIONS.c.sequence == newest.c.sequence))
    return {(each.plan_id, each.question): Said.from_document(
        tx.seal.opened(each.payload_sealed, "revisions", each.plan_id, each.sequence))
        for each in tx.execute(found).all()}


def revision(tx: Transaction, plan_id: str, sequence: int) -> Revision | None:
    """The revision with a sequence, or None where there is none."""
    return _first(_read(tx, select(REVISIONS).where(
        REVISIONS.c.plan_id == plan_id, REVISIONS.c.sequence == sequence)))


def since(tx: Transaction, plan_id: str, sequence: int) -> tuple[Revision, ...]:
    """All revisions after a sequence, the oldest first."""
    asked = select(REVISIONS).where(REVISIONS.c.plan_id == plan_id, REVISIONS.c.sequence > sequence)
    return tuple(_read(tx, asked.order_by(REVISIONS.c.sequence).limit(LONGEST_HISTORY)))


def changed_since(tx: Transaction, plan_id: str, moment: datetime, most: int) -> tuple[tuple[str, str], ...]:
    """The questions and rows that were answered since a moment, the last one first; no marks, no translations.

    What was answered in a row that is only proposed is not among them: there is no such row yet.
    """
    newest, coming = func.max(REVISIONS.c.sequence), REVISIONS.alias()
    in_proposed = REVISIONS.c.proposal & REVISIONS.c.base.in_(select(coming.c.sequence).where(
        coming.c.plan_id == plan_id, coming.c.kind == Deed.ADD.value, coming.c.proposal))
    asked = select(REVISIONS.c.question, REVISIONS.c.row).where(
        REVISIONS.c.plan_id == plan_id, REVISIONS.c.made_at > moment, REVISIONS.c.kind == Deed.ANSWER.value,
        ~REVISIONS.c.question.contains("/"), ~in_proposed,
    ).group_by(REVISIONS.c.question, REVISIONS.c.row).order_by(newest.desc()).limit(most)
    return tuple((each.question, each.row) for each in tx.execute(asked))


def save(tx: Transaction, plan_id: str, author: str | None, change: Change) -> Taken | Clash:
    """Takes one change, or keeps it as a proposal where the answer has a newer, different revision than its base."""
    before = _asked_before(tx, plan_id, change)
    theirs = _newest(tx, plan_id, change) if change.deed is Deed.ANSWER else None
    if before is not None:
        return Clash(before, theirs, _said_at(tx, plan_id, change)) if before.proposal and theirs else Taken(before)
    same = theirs is not None and is_same(theirs.said, change.said)
    if theirs is not None and same and not (change.again and change.base > theirs.base):
        return Taken(theirs)
    differs = theirs is not None and not same and theirs.sequence > change.base
    kept = _append(tx, plan_id, author, change, proposal=differs)
    if theirs is not None and differs:
        return Clash(kept, theirs, _said_at(tx, plan_id, change))
    return Taken(kept)


def propose(tx: Transaction, plan_id: str, author: str, change: Change) -> Revision:
    """Keeps a change beside what stands: it counts nowhere until somebody takes it over."""
    return _append(tx, plan_id, author, change, proposal=True)


def proposed_in(tx: Transaction, plan_id: str, rows: Iterable[int]) -> tuple[Revision, ...]:
    """The answers in rows that are proposed themselves, by the sequences of their coming, the oldest first."""
    asked = select(REVISIONS).where(REVISIONS.c.plan_id == plan_id, REVISIONS.c.proposal,
                                    REVISIONS.c.kind == Deed.ANSWER.value, REVISIONS.c.base.in_(tuple(rows)))
    return tuple(_read(tx, asked.order_by(REVISIONS.c.sequence)))


def newest(tx: Transaction, plan_id: str, question: str, row: str) -> Revision | None:
    """The revision of an answer that stands now, or None where nobody answered."""
    return _newest(tx, plan_id, Change(Deed.ANSWER, question, row))


def revisions(tx: Transaction, plan_id: str, sequences: Iterable[int]) -> tuple[Revision, ...]:
    """The revisions with these sequences, the oldest first."""
    asked = select(REVISIONS).where(REVISIONS.c.plan_id == plan_id, REVISIONS.c.sequence.in_(tuple(sequences)))
    return tuple(_read(tx, asked.order_by(REVISIONS.c.sequence)))


def fill(tx: Transaction, plan_id: str, author: str | None, revisions: Iterable[Revision]) -> None:
    """Takes many revisions into a new plan at once."""
    rows = [_row(tx, plan_id, author, Change.of(each), sequence, proposal=False)
            for sequence, each in enumerate(revisions, 1)]
    if rows:
        tx.execute(REVISIONS.insert(), rows)
        tx.execute(PLANS.update().where(PLANS.c.id == plan_id).values(sequence=len(rows), active_at=tx.now))


def save_all(tx: Transaction, plan_id: str, author: str | None, changes: Iterable[Change]) -> tuple[Taken | Clash, ...]:
    """Takes changes together: all of them are kept, or none."""
    return tuple(save(tx, plan_id, author, change) for change in changes)


def _append(tx: Transaction, plan_id: str, author: str | None, change: Change, *, proposal: bool) -> Revision:
    sequence = tx.execute(
        PLANS.update().where(PLANS.c.id == plan_id).values(sequence=PLANS.c.sequence + 1, active_at=tx.now)
        .returning(PLANS.c.sequence)).scalar_one()
    tx.execute(REVISIONS.insert().values(**_row(tx, plan_id, author, change, sequence, proposal=proposal)))
    return Revision(change.deed, change.question, change.row, change.said, change.after, sequence, change.base,
                    author or "", tx.now, proposal)


def _row(tx: Transaction, plan_id: str, author: str | None, change: Change, sequence: int, *,
         proposal: bool) -> dict[str, Any]:
    payload = {"after": change.after, **change.said.as_document()}
    return {
        "plan_id": plan_id, "sequence": sequence, "kind": change.deed.value, "question": change.question,
        "row": change.row, "payload_sealed": tx.seal.sealed(payload, "revisions", plan_id, sequence),
        "base": change.base, "key": change.key or new_id(), "proposal": proposal, "author_id": author,
        "made_at": tx.now,
    }


def _asked_before(tx: Transaction, plan_id: str, change: Change) -> Revision | None:
    if not change.key:
        return None
    return _first(_read(tx, select(REVISIONS).where(REVISIONS.c.plan_id == plan_id, REVISIONS.c.key == change.key)))


def _newest(tx: Transaction, plan_id: str, change: Change) -> Revision | None:
    return _first(_read(tx, _of(plan_id, change.question, change.row).order_by(REVISIONS.c.sequence.desc()).limit(1)))


def _said_at(tx: Transaction, plan_id: str, change: Change) -> Said:
    """What stood there when the loser began."""
    return said(tx, plan_id, change.question, change.row, change.base)


def _of(plan_id: str, question: str, row: str) -> Select[Any]:
    return select(REVISIONS).where(
        REVISIONS.c.plan_id == plan_id, REVISIONS.c.question == question, REVISIONS.c.row == row,
        REVISIONS.c.kind == Deed.ANSWER.value, ~REVISIONS.c.proposal)


def _first(revisions: Iterator[Revision]) -> Revision | None:
    return next(revisions, None)


def _read(tx: Transaction, asked: Select[Any]) -> Iterator[Revision]:
    rows: Sequence[Row[Any]] = tx.execute(asked).all()
    for each in rows:
        payload = tx.seal.opened(each.payload_sealed, "revisions", each.plan_id, each.sequence)
        yield Revision(
            Deed(each.kind), each.question, each.row, Said.from_document(payload), payload["after"], each.sequence,
            each.base, each.author_id or "", each.made_at, each.proposal)


def _kept(row: Row[Any]) -> Kept:
    return Kept(row.id, row.owner_id, row.organisation_id, row.language, row.sequence, row.made_at, row.active_at,
                row.archived_at, row.coach_writes)
