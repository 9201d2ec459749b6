"""What lenders ask about applications and what is said back: words are only added, and a question is closed by hand."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from bizplan.domain.coaching import News
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.questions import (
    Asked,
    Asks,
    LenderQuestion,
    Side,
    Word,
    read_subject,
    written_subject,
)

from . import lender_news, notices
from .columns import new_id
from .database import Transaction
from .tables import LENDER_ANSWERS, LENDER_QUESTIONS, PEOPLE


def ask(tx: Transaction, application: Application, asked: Asked) -> str:
    """Somebody asks, with an account or by a link; the answer is the id, under the same key the same one again."""
    key = asked.key or new_id()
    known = tx.execute(select(LENDER_QUESTIONS.c.id).where(
        LENDER_QUESTIONS.c.application_id == application.id, LENDER_QUESTIONS.c.key == key)).scalars().first()
    if known is not None:
        return str(known)
    made = new_id()
    tx.execute(LENDER_QUESTIONS.insert().values(
        id=made, application_id=application.id, plan_id=application.plan, kind=asked.kind.value,
        about=written_subject(asked.about), due_on=asked.due_on, link_id=asked.link or None, made_at=tx.now, key=key))
    _append(tx, made, application.plan, asked)
    _tell(tx, application.id, application.plan, asked, made)
    return made


def say(tx: Transaction, question: LenderQuestion, said: Asked) -> bool:
    """Somebody answers, or asks on: a question that was closed opens again; False where it was said already."""
    if said.key and tx.execute(select(LENDER_ANSWERS.c.id).where(
            LENDER_ANSWERS.c.lender_question_id == question.id, LENDER_ANSWERS.c.key == said.key)).first():
        return False
    tx.execute(LENDER_QUESTIONS.update().where(LENDER_QUESTIONS.c.id == question.id).values(settled_at=None))
    _append(tx, question.id, question.plan, said)
    _tell(tx, question.application, question.plan, said, question.id)
    return True


def settle(tx: Transaction, question: LenderQuestion) -> bool:
    """The lender has what it wanted; False where that was said already."""
    return bool(tx.execute(LENDER_QUESTIONS.update().where(
        LENDER_QUESTIONS.c.id == question.id, LENDER_QUESTIONS.c.settled_at.is_(None),
    ).values(settled_at=tx.now)).rowcount)


def question(tx: Transaction, question_id: str) -> LenderQuestion | None:
    """One question, or None."""
    return next(iter(_found(tx, LENDER_QUESTIONS.c.id == question_id)), None)


def questions_of(tx: Transaction, application: str, link: str = "") -> tuple[LenderQuestion, ...]:
    """What was asked about an application, by one link where it is named, the newest first."""
    those = [LENDER_QUESTIONS.c.link_id == link] if link else []
    return _found(tx, LENDER_QUESTIONS.c.application_id == application, *those)


def questions_in(tx: Transaction, plan: str) -> tuple[LenderQuestion, ...]:
    """What was asked about all applications of a plan, the newest first."""
    return _found(tx, LENDER_QUESTIONS.c.plan_id == plan)


def _append(tx: Transaction, question_id: str, plan: str, said: Asked) -> None:
    made = new_id()
    last = tx.execute(select(func.max(LENDER_ANSWERS.c.number)).where(
        LENDER_ANSWERS.c.lender_question_id == question_id)).scalar_one()
    tx.execute(LENDER_ANSWERS.insert().values(
        id=made, lender_question_id=question_id, plan_id=plan, number=(last or 0) + 1, side=said.side.value,
        language=said.language, text_sealed=tx.seal.sealed(said.text, "lender_answers", made),
        author_id=said.author or None, made_at=tx.now, key=said.key or made))


def _tell(tx: Transaction, application: str, plan: str, said: Asked, question_id: str) -> None:
    """Entrepreneur and coaches are told of what the lender says, and its officers of what these say.

    Whoever answers has looked.
    """
    if said.side is Side.PLAN:
        notices.see(tx, said.author, plan, question_id)
        lender_news.tell(tx, News.ANSWERED, application, said.author)
    else:
        lender_news.see(tx, said.author, application)
        notices.tell(tx, News.LENDER_ASKS, plan, said.author, notices.everybody(tx, plan), question_id)


def _found(tx: Transaction, *those: ColumnElement[bool]) -> tuple[LenderQuestion, ...]:
    questions = tx.execute(select(LENDER_QUESTIONS).where(*those).order_by(
        LENDER_QUESTIONS.c.made_at.desc(), LENDER_QUESTIONS.c.id)).all()
    asked = select(LENDER_ANSWERS, PEOPLE.c.name_sealed).join(
        LENDER_QUESTIONS, LENDER_QUESTIONS.c.id == LENDER_ANSWERS.c.lender_question_id).outerjoin(
        PEOPLE, PEOPLE.c.id == LENDER_ANSWERS.c.author_id).where(*those)
    rows = tx.execute(asked.order_by(LENDER_ANSWERS.c.lender_question_id, LENDER_ANSWERS.c.number))
    words = {key: tuple(_words(tx, each)) for key, each in groupby(rows, key=lambda row: row.lender_question_id)}
    return tuple(LenderQuestion(
        row.id, row.application_id, row.plan_id, Asks(row.kind), read_subject(row.about), row.due_on, row.made_at,
        row.settled_at, words[row.id], row.link_id or "") for row in questions)


def _words(tx: Transaction, rows: Iterable[Row[Any]]) -> Iterable[Word]:
    for row in rows:
        name = tx.seal.opened(row.name_sealed, "people", row.author_id, "name") if row.name_sealed else ""
        yield Word(row.number, Side(row.side), row.language, tx.seal.opened(row.text_sealed, "lender_answers", row.id),
                   row.author_id or "", name, row.made_at)
