"""What people say to each other about a plan: threads, and every step that somebody took in one.

Private notes are left out in the query itself wherever a coach does not ask.  Whoever may read a thread is told of
what happens in it, and nobody else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Row, func, or_, select

from bizplan.domain.coaching import About, Comment, News, Quote, Step, Subject, Thread, ThreadKind
from bizplan.domain.coaching.threads import NO_QUOTE, is_of_coaches

from . import notices
from .columns import new_id
from .database import Transaction
from .tables import COMMENTS, PEOPLE, PLANS, THREADS

LONGEST_KEY = 50
NameOf = Callable[[str | None, bytes | None], str]


@dataclass(frozen=True)
class Beginning:
    """The first word of a thread: of what kind it is, of what it speaks, and how that stood at a sequence.

    What is said of something that only coaches see is a private note, whatever it was meant to be.
    """

    kind: ThreadKind
    subject: Subject
    text: str
    due_on: date | None = None
    quote: Quote = NO_QUOTE
    sequence: int = 0


def begin(tx: Transaction, plan: str, author: str, first: Beginning, *, mentions: Iterable[str] = (),
          key: str = "") -> str:
    """Begins a thread; the answer is its id, begun again under the same key by the same author it is that one."""
    made = tx.seal.digest(f"{plan} {author} {key}", "threads")[:32] if key else new_id()
    if key and tx.execute(select(THREADS.c.id).where(THREADS.c.id == made)).first():
        return made
    kind = ThreadKind.PRIVATE if is_of_coaches(first.subject) else first.kind
    due_on = first.due_on if kind is ThreadKind.REQUEST else None
    tx.execute(THREADS.insert().values(
        id=made, plan_id=plan, kind=kind.value, about=first.subject.about.value, key=first.subject.key,
        row=first.subject.row, quote_sealed=tx.seal.sealed(first.quote.as_document(), "threads", plan, made),
        sequence=first.sequence, due_on=due_on, author_id=author, made_at=tx.now, moved_at=tx.now))
    _append(tx, plan, made, author, Step.SAID, first.text, key)
    _tell(tx, plan, made, kind, author, News.REQUEST if kind is ThreadKind.REQUEST else News.COMMENT, mentions)
    return made


def answer(tx: Transaction, thread: Thread, author: str, text: str, *, mentions: Iterable[str] = (),
           key: str = "") -> None:
    """Somebody says something; a thread that was solved opens again, so that no word is overlooked."""
    if _is_done(tx, thread, key):
        return
    reopened = _move(tx, thread, THREADS.c.settled_at.is_not(None), settled_at=None)
    if reopened:
        _append(tx, thread.plan, thread.id, author, Step.REOPENED)
    _append(tx, thread.plan, thread.id, author, Step.SAID, text, key)
    _tell(tx, thread.plan, thread.id, thread.kind, author, News.COMMENT, mentions)


def settle(tx: Transaction, thread: Thread, author: str) -> bool:
    """Somebody says that it is solved; False where somebody did already."""
    if not _move(tx, thread, THREADS.c.settled_at.is_(None), settled_at=tx.now):
        return False
    _append(tx, thread.plan, thread.id, author, Step.SETTLED)
    _tell(tx, thread.plan, thread.id, thread.kind, author, News.SETTLED)
    return True


def reopen(tx: Transaction, thread: Thread, author: str) -> bool:
    """Somebody says that it is not solved after all; False where it is open already."""
    if not _move(tx, thread, THREADS.c.settled_at.is_not(None), settled_at=None):
        return False
    _append(tx, thread.plan, thread.id, author, Step.REOPENED)
    _tell(tx, thread.plan, thread.id, thread.kind, author, News.COMMENT)
    return True


def move_date(tx: Transaction, thread: Thread, author: str, due_on: date) -> bool:
    """A request gets another date; False where it has that one already, or is none."""
    if not _move(tx, thread, (THREADS.c.kind == ThreadKind.REQUEST.value) & (THREADS.c.due_on != due_on),
                 due_on=due_on):
        return False
    _append(tx, thread.plan, thread.id, author, Step.DATED, due_on.isoformat())
    _tell(tx, thread.plan, thread.id, thread.kind, author, News.REQUEST)
    return True


def thread(tx: Transaction, plan: str, thread_id: str, *, coach: bool) -> Thread | None:
    """A thread of this plan that this reader may see, with all that was said in it."""
    return next(iter(_found(tx, plan, coach, THREADS.c.id == thread_id)), None)


def threads_of(tx: Transaction, plan: str, *, coach: bool) -> tuple[Thread, ...]:
    """All threads of a plan that this reader may see, the one that moved last first."""
    return _found(tx, plan, coach)


def open_threads(tx: Transaction, plan: str, *, coach: bool) -> tuple[Thread, ...]:
    """The threads that nobody called solved, the one that moved last first."""
    return _found(tx, plan, coach, THREADS.c.settled_at.is_(None))


def open_requests(tx: Transaction, plan: str) -> tuple[Thread, ...]:
    """What is asked of the entrepreneur and not solved yet, the nearest date first."""
    found = _found(tx, plan, False, THREADS.c.settled_at.is_(None), THREADS.c.kind == ThreadKind.REQUEST.value)
    return soonest_first(found)


def soonest_first(requests: Iterable[Thread]) -> tuple[Thread, ...]:
    """Requests in the order of their dates."""
    return tuple(sorted(requests, key=lambda each: (each.due_on or date.max, each.made_at)))


def waiting(tx: Transaction, plan: str, person: str, *, coach: bool) -> int:
    """In how many open threads somebody else than this reader had the last word."""
    last = (COMMENTS.c.thread_id == THREADS.c.id) & (COMMENTS.c.number == THREADS.c.steps)
    asked = select(func.count()).select_from(THREADS.join(COMMENTS, last)).where(
        THREADS.c.plan_id == plan, THREADS.c.settled_at.is_(None), *_visible(coach),
        or_(COMMENTS.c.author_id.is_(None), COMMENTS.c.author_id != person))
    return int(tx.execute(asked).scalar_one())


def _found(tx: Transaction, plan: str, coach: bool, *those: Any) -> tuple[Thread, ...]:
    """Threads with their steps, in one query."""
    of_thread = COMMENTS.c.thread_id == THREADS.c.id
    asked = select(
        THREADS, COMMENTS.c.id.label("comment"), COMMENTS.c.deed, COMMENTS.c.text_sealed, COMMENTS.c.number,
        COMMENTS.c.author_id.label("by"), COMMENTS.c.made_at.label("said_at"), PEOPLE.c.name_sealed,
    ).select_from(THREADS.join(COMMENTS, of_thread).outerjoin(PEOPLE, PEOPLE.c.id == COMMENTS.c.author_id)).where(
        THREADS.c.plan_id == plan, *_visible(coach), *those,
    ).order_by(THREADS.c.moved_at.desc(), THREADS.c.id, COMMENTS.c.number)
    rows = tx.execute(asked).all()
    name_of = _names(tx)
    return tuple(_thread(tx, list(steps), name_of) for _id, steps in groupby(rows, key=lambda row: row.id))


def _names(tx: Transaction) -> NameOf:
    """What authors are called, each opened once."""
    @cache
    def name_of(person: str | None, sealed: bytes | None) -> str:
        return "" if sealed is None else str(tx.seal.opened(sealed, "people", person, "name"))
    return name_of


def _visible(coach: bool) -> list[Any]:
    return [] if coach else [THREADS.c.kind != ThreadKind.PRIVATE.value]


def _move(tx: Transaction, thread: Thread, where: Any, **values: Any) -> bool:
    """Changes a thread as long as it is in this state, so that of two people who do the same one does it."""
    return bool(tx.execute(THREADS.update().where(THREADS.c.id == thread.id, where).values(**values)).rowcount)


def _is_done(tx: Transaction, thread: Thread, key: str) -> bool:
    asked = select(COMMENTS.c.id).where(COMMENTS.c.thread_id == thread.id, COMMENTS.c.key == key[:LONGEST_KEY])
    return bool(key) and tx.execute(asked).first() is not None


def _append(tx: Transaction, plan: str, thread_id: str, author: str, step: Step, text: str = "",
            key: str = "") -> None:
    """Adds a step behind those that are there: the thread counts them, so that two never take one place."""
    number = tx.execute(THREADS.update().where(THREADS.c.id == thread_id).values(
        steps=THREADS.c.steps + 1, moved_at=tx.now).returning(THREADS.c.steps)).scalar_one()
    made = new_id()
    tx.execute(COMMENTS.insert().values(
        id=made, thread_id=thread_id, plan_id=plan, number=number, deed=step.value, author_id=author, made_at=tx.now,
        text_sealed=tx.seal.sealed(text, "comments", thread_id, made), key=key[:LONGEST_KEY] or made))


def _tell(tx: Transaction, plan: str, thread_id: str, kind: ThreadKind, author: str, news: News,
          mentions: Iterable[str] = ()) -> None:
    """Tells whoever may read it: who is mentioned that they are, and of a request only the entrepreneur as of one."""
    owner = tx.execute(select(PLANS.c.owner_id).where(PLANS.c.id == plan)).scalar_one()
    readers = [each for each in notices.everybody(tx, plan) if each != owner or kind is not ThreadKind.PRIVATE]
    called = [each for each in readers if each in set(mentions) and not (each == owner and news is News.REQUEST)]
    rest = [each for each in readers if each not in called]
    as_colleague = News.COMMENT if news is News.REQUEST else news
    notices.tell(tx, News.MENTION, plan, author, called, thread_id)
    notices.tell(tx, news, plan, author, [each for each in rest if each == owner], thread_id)
    notices.tell(tx, as_colleague, plan, author, [each for each in rest if each != owner], thread_id)


def _thread(tx: Transaction, steps: list[Row[Any]], name_of: NameOf) -> Thread:
    row = steps[0]
    quote = Quote.from_document(tx.seal.opened(row.quote_sealed, "threads", row.plan_id, row.id))
    return Thread(
        row.id, row.plan_id, ThreadKind(row.kind), Subject(About(row.about), row.key, row.row), quote, row.sequence,
        row.author_id or "", row.made_at, row.moved_at, row.due_on, row.settled_at,
        tuple(_comment(tx, each, name_of) for each in steps))


def _comment(tx: Transaction, row: Row[Any], name_of: NameOf) -> Comment:
    return Comment(row.comment, Step(row.deed), tx.seal.opened(row.text_sealed, "comments", row.id, row.comment),
                   row.by or "", name_of(row.by, row.name_sealed), row.said_at)
