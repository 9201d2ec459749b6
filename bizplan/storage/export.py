"""Everything about one person as one JSON document, which they may take with them (GDPR, articles 15 and 20)."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Row, Table, select

from bizplan.domain import plan_file
from bizplan.domain.revisions import Revision

from . import people, plans, summaries
from .database import Transaction
from .export_of_coaching import NameOf, coaching_of
from .export_of_lending import lending_of
from .plans import Kept
from .tables import (
    API_TOKENS,
    APPLICATIONS,
    APPOINTMENTS,
    COMMENTS,
    CONDITIONS,
    CONFIRMATIONS,
    CONSENTS,
    CONTACTS,
    GATES,
    INVITATIONS,
    JOBS,
    LENDER_ANSWERS,
    LENDER_PROFILES,
    LENDER_REASONS,
    NOTICES,
    PAPERS,
    PARKED,
    PARTICIPANTS,
    PASSKEYS,
    PEOPLE,
    READINGS,
    RECOVERY_CODES,
    RETURN_CARDS,
    RETURNED,
    REVIEWS,
    REVISIONS,
    ROLES,
    SESSIONS,
    SIGN_INS,
    SITTINGS,
    SUBMISSIONS,
    SUGGESTIONS,
    VERDICTS,
    VERSIONS,
    WEBHOOKS,
)

FORMAT = "bizplan person 1"
ELSEWHERE: dict[str, tuple[Any, ...]] = {
    "wrote": (REVISIONS, "question"),
    "said": (COMMENTS, "thread_id"),
    "reviewed": (REVIEWS, "part", "state"),
    "decided": (GATES, "gate", "outcome"),
    "looked_at_conditions": (CONDITIONS, "number", "is_met"),
    "named_versions": (VERSIONS, "sequence"),
    "held_contacts": (CONTACTS,),
    "made_appointments": (APPOINTMENTS,),
    "asked_for_credit": (APPLICATIONS, "lender"),
    "sent_papers": (PAPERS, "paper"),
    "made_ready_for_lenders": (SUBMISSIONS, "number"),
    "spoke_about_credits": (LENDER_ANSWERS, "side"),
}
"""What somebody does in plans of others: of that they are told where and when; what stands there is theirs."""
OF_INVITATIONS = ("made_at", "ends_at", "used_at", "ended_at")


def document(tx: Transaction, person: str) -> dict[str, Any]:
    """Everything that is kept about a person; raises LookupError where there is no such person."""
    row = tx.execute(select(PEOPLE).where(PEOPLE.c.id == person)).one_or_none()
    if row is None:
        raise LookupError(f"there is no person {person}")
    name_of = _names(tx)
    return {
        "format": FORMAT, "made_at": tx.now.isoformat(), "person": _person(tx, row),
        "roles": [{**told, "organisation": _organisation(tx, each)} for each, told in _told(
            tx, ROLES, ROLES.c.person_id == person, "role", "since", "until")],
        "consents": _rows(tx, CONSENTS, person, "text", "language", "given", "made_at"),
        "sessions": _rows(tx, SESSIONS, person, "own_device", "strong", "made_at", "seen_at", "ends_at"),
        "sign_ins": _rows(tx, SIGN_INS, person, "made_at", "used_at", "tries"),
        "return_cards": _rows(tx, RETURN_CARDS, person, "made_at", "ended_at", "wrong_pins"),
        "passkeys": _rows(tx, PASSKEYS, person, "made_at", "used_at", "uses"),
        "recovery_codes": _rows(tx, RECOVERY_CODES, person, "made_at", "used_at"),
        "kept_forms": list(_kept_forms(tx, person)),
        "returned_workbooks": list(_returned_workbooks(tx, person)),
        "plans": [_plan(tx, kept, name_of) for kept in plans.plans_of(tx, person)],
        "takes_part_in": _rows(tx, PARTICIPANTS, person, "plan_id", "role", "since", "until"),
        "invited": [told for _, told in _told(
            tx, INVITATIONS, INVITATIONS.c.author_id == person, "plan_id", "role", *OF_INVITATIONS)],
        "was_invited": _was_invited(tx, row),
        "read": _rows(tx, READINGS, person, "plan_id", "role", "what", "made_at"),
        "asked_for": _rows(tx, JOBS, person, "plan_id", "kind", "language", "state", "made_at", "ended_at"),
        "gave_systems_tokens": [told for _, told in _told(
            tx, API_TOKENS, API_TOKENS.c.author_id == person, "organisation_id", "made_at", "used_at", "ended_at")],
        "sends_news_to_systems": [told for _, told in _told(
            tx, WEBHOOKS, WEBHOOKS.c.author_id == person, "organisation_id", "made_at", "ended_at")],
        **_work(tx, person),
    }


def _work(tx: Transaction, person: str) -> dict[str, Any]:
    """What the person did in plans, and what they were told of them."""
    return {
        **{f"{deed}_in_plans_of_others": _elsewhere(tx, table, person, *columns)
           for deed, (table, *columns) in ELSEWHERE.items()},
        "suggested_in_plans": [told for _, told in _told(
            tx, SUGGESTIONS, SUGGESTIONS.c.author_id == person, "plan_id", "state", "made_at", "decided_at")],
        "sat_together": [told for _, told in _told(
            tx, SITTINGS, SITTINGS.c.coach_id == person, "plan_id", "begun_at", "ended_at", "confirmed_at")],
        "said_of_credits": [told for _, told in _told(
            tx, VERDICTS, VERDICTS.c.author_id == person, "plan_id", "kind", "made_at")],
        "confirmed": _rows(tx, CONFIRMATIONS, person, "plan_id", "sequence", "made_at"),
        "changed_lender_profiles": [told for _, told in _told(
            tx, LENDER_PROFILES, LENDER_PROFILES.c.author_id == person, "name", "number", "made_at")],
        "changed_lender_reasons": [told for _, told in _told(
            tx, LENDER_REASONS, LENDER_REASONS.c.author_id == person, "reason", "number", "made_at")],
        "news": _rows(tx, NOTICES, person, "plan_id", "kind", "subject", "made_at", "seen_at", "mailed_at"),
    }


def _person(tx: Transaction, row: Row[Any]) -> dict[str, Any]:
    email = None if row.email_sealed is None else tx.seal.opened(row.email_sealed, "people", row.id, "email")
    return {
        "id": row.id, "name": tx.seal.opened(row.name_sealed, "people", row.id, "name"), "email": email,
        "language": row.language, "has_password": row.password is not None, "has_code_app": row.totp_sealed is not None,
        "made_at": _written(row.made_at), "seen_at": _written(row.seen_at), "closed_at": _written(row.closed_at),
        "daily_mail": row.daily_mail, "mailed_at": _written(row.mailed_at),
    }


def _plan(tx: Transaction, kept: Kept, name_of: NameOf) -> dict[str, Any]:
    """A plan as its file, which another installation can take, and all that happened to it."""
    taking_part = _told(tx, PARTICIPANTS, PARTICIPANTS.c.plan_id == kept.id, "role", "since", "until")
    read = _told(tx, READINGS, READINGS.c.plan_id == kept.id, "role", "what", "made_at")
    return {
        "id": kept.id, "language": kept.language, "made_at": _written(kept.made_at),
        "active_at": _written(kept.active_at), "archived_at": _written(kept.archived_at),
        "organisation": None if kept.organisation is None else people.organisation_name(tx, kept.organisation),
        "plan": plan_file.as_document(plans.record(tx, kept).plan), "summary": _summary(tx, kept.id),
        "history": [{**_revision(each), "author": name_of(each.author or None)} for each in _all(tx, kept.id)],
        "participants": [{**told, "name": name_of(each.person_id)} for each, told in taking_part],
        "readings": [{**told, "name": name_of(each.person_id)} for each, told in read],
        **coaching_of(tx, kept.id, name_of), **lending_of(tx, kept.id, name_of),
    }


def _summary(tx: Transaction, plan: str) -> dict[str, Any] | None:
    """What the desk of a coach shows of a plan."""
    made = summaries.summary(tx, plan)
    return None if made is None else made.as_document()


def _all(tx: Transaction, plan: str) -> Iterator[Revision]:
    """All revisions of a plan, the oldest first, however many there are."""
    sequence = 0
    while part := plans.since(tx, plan, sequence):
        yield from part
        sequence = part[-1].sequence


def _revision(each: Revision) -> dict[str, Any]:
    return {"sequence": each.sequence, "deed": each.deed.value, "question": each.question, "row": each.row,
            "after": each.after, "base": each.base, "proposal": each.proposal, "at": _written(each.at),
            **each.said.as_document()}


def _elsewhere(tx: Transaction, table: Table, person: str, *columns: str) -> list[dict[str, Any]]:
    """Where and when the person wrote in plans of others; what stands there is theirs."""
    own = [kept.id for kept in plans.plans_of(tx, person)]
    return [told for _, told in _told(
        tx, table, (table.c.author_id == person) & table.c.plan_id.not_in(own), "plan_id", *columns, "made_at")]


def _was_invited(tx: Transaction, row: Row[Any]) -> list[dict[str, Any]]:
    """What the person was invited to, by their address or by a link that they used."""
    theirs = INVITATIONS.c.used_by == row.id
    if row.email_digest is not None:
        theirs |= INVITATIONS.c.email_digest == row.email_digest
    return [told for _, told in _told(tx, INVITATIONS, theirs, "role", *OF_INVITATIONS)]


def _kept_forms(tx: Transaction, person: str) -> Iterator[dict[str, Any]]:
    for row in tx.execute(select(PARKED).where(PARKED.c.person_id == person)):
        yield {"made_at": _written(row.made_at), **tx.seal.opened(row.post_sealed, "parked_posts", row.id)}


def _returned_workbooks(tx: Transaction, person: str) -> Iterator[dict[str, Any]]:
    """What waits to be decided of Excel models that the person sent back; of plans of others only that it waits."""
    own = {kept.id for kept in plans.plans_of(tx, person)}
    for row in tx.execute(select(RETURNED).where(RETURNED.c.person_id == person)):
        told = {"plan_id": row.plan_id, "made_at": _written(row.made_at)}
        review = tx.seal.opened(row.review_sealed, "returned_workbooks", row.id) if row.plan_id in own else None
        yield told if review is None else {**told, "review": review}


def _rows(tx: Transaction, table: Table, person: str, *columns: str) -> list[dict[str, Any]]:
    return [told for _, told in _told(tx, table, table.c.person_id == person, *columns)]


def _told(tx: Transaction, table: Table, condition: Any, *columns: str) -> list[tuple[Row[Any], dict[str, Any]]]:
    found = tx.execute(select(table).where(condition)).all()
    return [(row, {name: _written(getattr(row, name)) for name in columns}) for row in found]


def _written(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _organisation(tx: Transaction, row: Row[Any]) -> str | None:
    return None if row.organisation_id is None else people.organisation_name(tx, row.organisation_id)


def _names(tx: Transaction) -> NameOf:
    """What people are called, "" where they are gone."""
    @cache
    def name_of(person: str | None) -> str:
        found = people.person(tx, person) if person else None
        return found.name if found else ""
    return name_of
