"""What people at a lender say about applications: rows are only added, each by a person who may, and the newest counts.

No job and no rule writes here: without a person whose work it is, ``give`` refuses.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from bizplan.domain.coaching import News
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.reasons import Reason
from bizplan.domain.lending.verdicts import Given, Judged, Kind, Outcome, Terms, Verdict
from bizplan.domain.lending.webhooks import Event
from bizplan.domain.people import Role

from . import applications, lender_news, lender_questions, notices, people, plans, submissions, webhooks
from .columns import new_id
from .database import Transaction
from .tables import PEOPLE, VERDICTS

FOR_COLLEAGUES = {Kind.ADVICE: News.ADVISED, Kind.COMMITTEE: News.MEETING, Kind.DECISION: News.COLLEAGUE_DECIDED}


class NotTheirs(Exception):
    """A verdict without a person who may give it: an officer of the lender, or the owner who withdraws."""


def give(tx: Transaction, application: Application, author: str, given: Given) -> bool:
    """A person says it; False where somebody said something of the same kind meanwhile, so that nobody is passed over.

    Once the owner withdrew, nobody says anything more.  Raises NotTheirs where that person may not say it.
    """
    if not _may(tx, application, author, given):
        raise NotTheirs(f"{author or 'nobody'} gives no {given.kind.value} about the application {application.id}")
    told = tx.execute(select(VERDICTS.c.id, VERDICTS.c.key, VERDICTS.c.kind, VERDICTS.c.outcome).where(
        VERDICTS.c.application_id == application.id).order_by(VERDICTS.c.made_at.desc(), VERDICTS.c.id.desc())).all()
    if given.key and given.key in {each.key for each in told}:
        return True
    if Outcome.WITHDRAWN.value in {each.outcome for each in told}:
        return given.outcome is Outcome.WITHDRAWN
    if given.before != next((each.id for each in told if each.kind == given.kind.value), ""):
        return False
    _add(tx, application, author, given)
    if given.outcome is Outcome.WITHDRAWN:
        _close(tx, application.id)
    _tell(tx, application, author, given)
    return True


def verdicts_of(tx: Transaction, application: str) -> Judged:
    """All that was said about one application."""
    return judged(tx, VERDICTS.c.application_id == application).get(application, Judged())


def verdicts_in(tx: Transaction, plan: str) -> dict[str, Judged]:
    """All that was said about the applications of a plan, by application."""
    return judged(tx, VERDICTS.c.plan_id == plan)


def judged(tx: Transaction, *those: ColumnElement[bool]) -> dict[str, Judged]:
    """All that was said about some applications, by application, in one statement."""
    found: dict[str, list[Verdict]] = {}
    asked = select(VERDICTS, PEOPLE.c.name_sealed).outerjoin(PEOPLE, PEOPLE.c.id == VERDICTS.c.author_id).where(*those)
    for row in tx.execute(asked.order_by(VERDICTS.c.made_at.desc(), VERDICTS.c.id.desc())):
        found.setdefault(row.application_id, []).append(_verdict(tx, row))
    return {each: Judged(tuple(said)) for each, said in found.items()}


def _may(tx: Transaction, application: Application, author: str, given: Given) -> bool:
    if given.outcome is Outcome.WITHDRAWN:
        kept = plans.plan(tx, application.plan)
        return kept is not None and kept.owner == author
    return bool(application.organisation) and people.person(tx, author) is not None and any(
        each.role is Role.OFFICER and each.organisation == application.organisation
        for each in people.roles_of(tx, author))


def _close(tx: Transaction, application: str) -> None:
    """It has ended, nothing that was handed in for it can be read from now on, and no question waits for anybody."""
    submissions.withdraw_all(tx, application, News.GIVEN_UP)
    applications.end(tx, application)
    for each in lender_questions.questions_of(tx, application):
        lender_questions.settle(tx, each)


def _tell(tx: Transaction, application: Application, author: str, given: Given) -> None:
    """Entrepreneur and coaches are told, but of an advice: it is for the lender, and nothing is decided yet.

    So is whoever looks after it at the lender, and the lender's own system, of a decision.
    """
    kind = {Kind.COMMITTEE: News.COMMITTEE, Kind.DECISION: News.LENDER_DECIDED}.get(given.kind)
    if kind:
        kind = News.WITHDREW if given.outcome is Outcome.WITHDRAWN else kind
        notices.tell(tx, kind, application.plan, author, notices.everybody(tx, application.plan), application.id)
    if given.outcome is Outcome.WITHDRAWN:
        lender_news.tell(tx, News.GIVEN_UP, application.id)
    else:
        lender_news.tell(tx, FOR_COLLEAGUES[given.kind], application.id, author)
    if given.kind is Kind.DECISION:
        webhooks.tell(tx, Event.DECIDED, application.id)


def _add(tx: Transaction, application: Application, author: str, given: Given) -> None:
    made = new_id()
    tx.execute(VERDICTS.insert().values(
        id=made, application_id=application.id, plan_id=application.plan, submission_id=given.submission or None,
        kind=given.kind.value, outcome=given.outcome.value if given.outcome else "", meets_on=given.meets_on,
        words_sealed=tx.seal.sealed(_document(given), "verdicts", made), author_id=author, made_at=tx.now,
        key=given.key or made))


def _document(given: Given) -> dict[str, Any]:
    return {"words": given.words, "reasons": list(given.reasons), "worded": [_kept(each) for each in given.worded],
            "terms": vars(given.terms) if given.terms else None, "conditions": _written(given.conditions)}


def _kept(reason: Reason) -> dict[str, Any]:
    return {**vars(reason), "parts": list(reason.parts)}


def _told(kept: dict[str, Any]) -> Reason:
    return Reason(**{**kept, "parts": tuple(kept["parts"])})


def _written(conditions: Iterable[Condition]) -> list[dict[str, str]]:
    return [{"text": each.text, "by": each.by.isoformat()} for each in conditions]


def _verdict(tx: Transaction, row: Row[Any]) -> Verdict:
    told = tx.seal.opened(row.words_sealed, "verdicts", row.id)
    conditions = tuple(Condition(each["text"], date.fromisoformat(each["by"])) for each in told["conditions"])
    given = Given(
        Kind(row.kind), Outcome(row.outcome) if row.outcome else None, told["words"], tuple(told["reasons"]),
        Terms(**told["terms"]) if told["terms"] else None, conditions, row.meets_on, row.submission_id or "", row.key,
        worded=tuple(map(_told, told.get("worded", ()))))
    name = tx.seal.opened(row.name_sealed, "people", row.author_id, "name") if row.name_sealed else ""
    return Verdict(row.id, row.application_id, given, row.author_id or "", name, row.made_at)
