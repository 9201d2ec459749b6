"""What coaching left in a plan, for the export of the entrepreneur whose plan it is."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bizplan.domain.coaching import Thread
from bizplan.domain.coaching.gates import Condition, Decision
from bizplan.domain.coaching.reviews import Review

from . import appointments, contacts, judgements, sittings, suggestions, threads, versions
from .database import Transaction

NameOf = Callable[[str | None], str]


def coaching_of(tx: Transaction, plan: str, name_of: NameOf) -> dict[str, Any]:
    """All that was said and decided about a plan; what coaches note for each other is not in it."""
    judged = judgements.judged(tx, plan)
    return {
        **_meetings(tx, plan, name_of),
        "threads": [_thread(each) for each in threads.threads_of(tx, plan, coach=False)],
        "reviews": [_review(each) for each in judged.reviews],
        "decisions": [_decision(each) for each in judged.decisions],
        "versions": [{
            "sequence": each.sequence, "name": each.name, "author": name_of(each.author or None),
            "made_at": written(each.at),
        } for each in versions.versions_of(tx, plan)],
        "suggestions": [{
            "sequence": each.revision.sequence, "state": each.state.value, "reason": each.reason,
            "author": name_of(each.author or None), "decided_by": name_of(each.decided_by or None),
            "made_at": written(each.at), "decided_at": written(each.decided_at), "came_of_it": each.came_of_it,
        } for each in suggestions.suggestions_of(tx, plan)],
    }


def _meetings(tx: Transaction, plan: str, name_of: NameOf) -> dict[str, Any]:
    """When they met, would meet, or wrote together."""
    return {
        "contacts": [{
            "kind": each.how.value, "held_on": written(each.on), "minutes": each.minutes,
            "author": name_of(each.author or None),
        } for each in contacts.contacts_of(tx, plan, with_notes=False)],
        "appointments": [{
            "kind": each.way.value, "begins_at": written(each.begins_at), "minutes": each.minutes,
            "where": each.where, "agenda": each.agenda, "report": each.report,
            "author": name_of(each.author or None), "cancelled_at": written(each.cancelled_at),
            "held_at": written(each.held_at),
        } for each in appointments.appointments_of(tx, plan)],
        "sittings": [{
            "coach": name_of(each.coach), "asked_at": written(each.asked_at), "begun_at": written(each.begun_at),
            "ended_at": written(each.ended_at), "confirmed_at": written(each.confirmed_at),
        } for each in sittings.sittings_of(tx, plan)],
    }


def _review(each: Review) -> dict[str, Any]:
    """What was said of a part."""
    return {"part": each.part, "state": each.state.value, "sequence": each.sequence, "words": each.words,
            "author": each.name, "at": written(each.at)}


def _decision(each: Decision) -> dict[str, Any]:
    """What was decided at a gate."""
    return {"gate": each.gate, "outcome": each.outcome.value, "sequence": each.sequence, "reasons": each.reasons,
            "conditions": [{"text": condition.text, "by": written(condition.by), **_met(condition)}
                           for condition in each.conditions],
            "author": each.name, "at": written(each.at)}


def _met(condition: Condition) -> dict[str, Any]:
    """Who said that it is met, and when."""
    return {"met_at": written(condition.met.at), "met_says": condition.met.name} if condition.met else {}


def _thread(each: Thread) -> dict[str, Any]:
    """What was said about something in the plan; the notes of coaches among themselves are not in it."""
    return {"kind": each.kind.value, "about": each.subject.about.value, "key": each.subject.key,
            "row": each.subject.row, "quote": each.quote.text, "due_on": written(each.due_on),
            "made_at": written(each.made_at), "settled_at": written(each.settled_at),
            "said": [{"deed": said.step.value, "text": said.text, "author": said.name, "at": written(said.at)}
                     for said in each.comments]}


def written(value: date | datetime | None) -> str | None:
    """A day or a moment as it stands in the file."""
    return None if value is None else value.isoformat()
