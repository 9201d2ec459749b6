"""The files that show the papers of a plan, sealed with their names; one that is removed is gone from the database.

What stands here was looked at and written anew before (``bizplan.documents.scans``).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select

from bizplan.domain.lending.applications import Submission
from bizplan.domain.lending.papers import LARGEST_TOGETHER, MOST, Paper, Reader

from .columns import new_id
from .database import Transaction
from .tables import PAPERS

_TOLD = tuple(each for each in PAPERS.c if each.name != "content_sealed")


@dataclass(frozen=True)
class New:
    """A file that is to be kept for a paper; ``name`` is plain already."""

    paper: str
    kind: str
    content: bytes
    pages: int
    name: str
    reader: Reader
    valid_until: date | None = None


@dataclass(frozen=True)
class Used:
    """How many files of a plan there are, and how many bytes they have together."""

    count: int
    size: int


class Full(Exception):
    """There is no room for another file: nothing was changed."""


def keep(tx: Transaction, plan: str, author: str, new: New, key: str, replaced: str = "") -> str:
    """Keeps a file under an id, in the place of another where that is ``replaced``; raises Full.

    ``key`` is the id that it gets, so that sending a form twice is sending it once.  The answer is its id.
    """
    known = tx.execute(select(PAPERS.c.plan_id, PAPERS.c.author_id).where(PAPERS.c.id == key)).one_or_none()
    if known is not None and (known.plan_id, known.author_id) == (plan, author):
        return key
    other = paper(tx, plan, replaced) if replaced else None
    there = used(tx, plan)
    if there.count - (other is not None) >= MOST or \
            there.size - (other.size if other else 0) + len(new.content) > LARGEST_TOGETHER:
        raise Full
    if other is not None:
        remove(tx, plan, other.id)
    made = key if known is None else new_id()
    tx.execute(PAPERS.insert().values(
        id=made, plan_id=plan, paper=new.paper, kind=new.kind, size=len(new.content), pages=new.pages,
        name_sealed=tx.seal.sealed(new.name, "papers", made, "name"),
        content_sealed=tx.seal.sealed_bytes(new.content, "papers", made, "content"), reader=new.reader.value,
        valid_until=new.valid_until, author_id=author, made_at=tx.now))
    return made


def used(tx: Transaction, plan: str) -> Used:
    """How much room the files of a plan take."""
    found = tx.execute(select(func.count().label("files"), func.sum(PAPERS.c.size).label("bytes")).where(
        PAPERS.c.plan_id == plan)).one()
    return Used(found.files, found.bytes or 0)


def papers_of(tx: Transaction, plan: str, seen: Collection[Reader] = frozenset(Reader)) -> tuple[Paper, ...]:
    """The files of a plan that whoever is ``seen`` may see, the newest first; without what stands in them."""
    found = tx.execute(select(*_TOLD).where(
        PAPERS.c.plan_id == plan, PAPERS.c.reader.in_([each.value for each in seen]),
    ).order_by(PAPERS.c.made_at.desc(), PAPERS.c.id))
    return tuple(_paper(tx, each) for each in found.all())


def for_lender(tx: Transaction, plan: str, more: Collection[str], until: datetime | None = None) -> tuple[Paper, ...]:
    """The files that go along with a submission: those that the entrepreneur lets a lender see, the newest first.

    ``more`` is ``submission.more``: papers about residence and household are among them only where the person agreed
    to show that.  ``until`` is the moment of handing in: what was sent later is not among them.  They are not frozen:
    one that is removed or taken back from lenders since is no longer among them.  ``content`` gives what stands in
    each.
    """
    return tuple(each for each in papers_of(tx, plan, {Reader.LENDER})
                 if each.goes_along(more) and (until is None or each.made_at <= until))


def with_submission(tx: Transaction, submission: Submission) -> tuple[Paper, ...]:
    """The files that go along with a submission now, as ``for_lender`` says."""
    return for_lender(tx, submission.plan, submission.more, submission.submitted_at)


def paper(tx: Transaction, plan: str, paper_id: str) -> Paper | None:
    """One file of a plan, without what stands in it."""
    found = tx.execute(select(*_TOLD).where(PAPERS.c.id == paper_id, PAPERS.c.plan_id == plan)).one_or_none()
    return None if found is None else _paper(tx, found)


def content(tx: Transaction, found: Paper) -> bytes:
    """What stands in a file; raises LookupError where it is gone."""
    kept = tx.execute(select(PAPERS.c.content_sealed).where(PAPERS.c.id == found.id)).scalar_one_or_none()
    if kept is None:
        raise LookupError(f"there is no paper {found.id}")
    return tx.seal.opened_bytes(kept, "papers", found.id, "content")


def change(tx: Transaction, plan: str, paper_id: str, reader: Reader, valid_until: date | None) -> None:
    """From now on a file is seen by these, and counts until then."""
    tx.execute(PAPERS.update().where(PAPERS.c.id == paper_id, PAPERS.c.plan_id == plan).values(
        reader=reader.value, valid_until=valid_until))


def remove(tx: Transaction, plan: str, paper_id: str) -> None:
    """A file is gone: where it stood in the database is overwritten (``secure_delete``)."""
    tx.execute(PAPERS.delete().where(PAPERS.c.id == paper_id, PAPERS.c.plan_id == plan))


def _paper(tx: Transaction, row: Row[Any]) -> Paper:
    name = tx.seal.opened(row.name_sealed, "papers", row.id, "name")
    return Paper(row.id, row.plan_id, row.paper, row.kind, row.size, row.pages, name, Reader(row.reader),
                 row.valid_until, row.author_id or "", row.made_at)
