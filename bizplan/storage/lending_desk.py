"""The desk of a lender: all that was handed in there, in as many statements for two hundred as for one."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import and_, func, select

from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.desk import NONE_OPEN, InHand, OpenQuestions
from bizplan.domain.lending.questions import Side
from bizplan.domain.lending.summary import Summary
from bizplan.domain.lending.verdicts import NOTHING_SAID
from bizplan.domain.people import Role

from . import applications, lender_news, people, submissions, verdicts
from .database import Transaction
from .tables import APPLICATIONS, LENDER_ANSWERS, LENDER_QUESTIONS, SUBMISSIONS, VERDICTS


def desk(tx: Transaction, officer: str) -> tuple[InHand, ...]:
    """All that was handed in where somebody works as an officer, the newest first."""
    return _in_hand(tx, applications.applications_at(tx, *works_at(tx, officer)))


def in_hand(tx: Transaction, application: Application) -> InHand:
    """One application as it stands on the desk."""
    return _in_hand(tx, (application,))[0]


def at_a_glance(tx: Transaction, ids: Collection[str]) -> dict[str, InHand]:
    """Some applications by their ids, with nothing but who asks, as far as something of them can be read."""
    those = applications.applications_named(tx, ids)
    read = _summaries(tx, those)
    return {each.id: InHand(each, read.get(each.id)) for each in those}


def works_at(tx: Transaction, officer: str) -> tuple[str, ...]:
    """The organisations for which somebody works as an officer now."""
    return tuple(dict.fromkeys(each.organisation for each in people.roles_of(tx, officer)
                               if each.role is Role.OFFICER and each.organisation))


def officers_at(tx: Transaction, organisation: str) -> dict[str, str]:
    """What the officers of an organisation are called, by their ids, in the order of their names."""
    names = people.names(tx, lender_news.officers(organisation))
    return dict(sorted(names.items(), key=lambda each: (each[1].casefold(), each[0])))


def take(tx: Transaction, application: Application, officer: str, author: str) -> bool:
    """From now on somebody looks after it, because ``author`` says so; False where they do not work there."""
    if officer not in officers_at(tx, application.organisation):
        return False
    tx.execute(APPLICATIONS.update().where(APPLICATIONS.c.id == application.id).values(officer_id=officer))
    if officer != application.officer:
        lender_news.tell_of_officer(tx, application.id, author, application.officer, officer)
    return True


def _in_hand(tx: Transaction, those: tuple[Application, ...]) -> tuple[InHand, ...]:
    ids = [each.id for each in those]
    said = verdicts.judged(tx, VERDICTS.c.application_id.in_(ids))
    asked, read = _open_questions(tx, ids), _summaries(tx, those)
    names = people.names(tx, {each.officer for each in those} - {""})
    return tuple(InHand(each, read.get(each.id), asked.get(each.id, NONE_OPEN), said.get(each.id, NOTHING_SAID),
                        names.get(each.officer, "")) for each in those)


def _summaries(tx: Transaction, those: tuple[Application, ...]) -> Mapping[str, Summary]:
    """The version of each that is read now, at a glance."""
    newest = {each.newest.id: each.id for each in those if each.newest}
    found = tx.execute(select(SUBMISSIONS.c.id, SUBMISSIONS.c.summary_sealed).where(
        SUBMISSIONS.c.id.in_(newest), SUBMISSIONS.c.summary_sealed.is_not(None)))
    return {newest[row.id]: submissions.summary_in(tx, row.id, row.summary_sealed) for row in found}


def _open_questions(tx: Transaction, ids: list[str]) -> Mapping[str, OpenQuestions]:
    """What is open of each: an answer that nobody at the lender looked at counts before what is still asked."""
    last = select(LENDER_ANSWERS.c.lender_question_id, func.max(LENDER_ANSWERS.c.number).label("number")).join(
        LENDER_QUESTIONS, LENDER_QUESTIONS.c.id == LENDER_ANSWERS.c.lender_question_id).where(
        LENDER_QUESTIONS.c.application_id.in_(ids)).group_by(LENDER_ANSWERS.c.lender_question_id).subquery()
    asked = select(LENDER_QUESTIONS.c.application_id, LENDER_ANSWERS.c.side, LENDER_ANSWERS.c.made_at).join(
        last, last.c.lender_question_id == LENDER_QUESTIONS.c.id).join(LENDER_ANSWERS, and_(
            LENDER_ANSWERS.c.lender_question_id == last.c.lender_question_id,
            LENDER_ANSWERS.c.number == last.c.number)).where(LENDER_QUESTIONS.c.settled_at.is_(None))
    open_ones: dict[str, dict[Side, list[datetime]]] = {}
    for row in tx.execute(asked):
        waits_for = Side.PLAN if row.side == Side.LENDER.value else Side.LENDER
        open_ones.setdefault(row.application_id, {}).setdefault(waits_for, []).append(row.made_at)
    found = {}
    for application, waiting in open_ones.items():
        side = Side.LENDER if Side.LENDER in waiting else Side.PLAN
        found[application] = OpenQuestions(sum(map(len, waiting.values())), side, min(waiting[side]))
    return found
