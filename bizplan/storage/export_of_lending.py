"""What a plan was used for at lenders, for the export of the entrepreneur whose plan it is."""

from typing import Any

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.links import Link, Opening

from . import applications, links, openings, people, submissions
from .database import Transaction
from .export_of_coaching import NameOf, written


def lending_of(tx: Transaction, plan: str, name_of: NameOf) -> dict[str, Any]:
    """The applications of a plan, with all that was handed in for them, the links to it, and who opened it."""
    asked = applications.applications_of(tx, plan)
    return {"applications": [_application(tx, each, name_of) for each in asked],
            "links_to_lenders": [_link(each, name_of) for each in links.links_of(tx, plan)],
            "opened_by_lenders": [_opening(each, name_of) for each in openings.openings(tx, plan)]}


def _application(tx: Transaction, each: Application, name_of: NameOf) -> dict[str, Any]:
    return {
        "lender": each.lender, "officer": name_of(each.officer or None), "author": name_of(each.author or None),
        "organisation": people.organisation_name(tx, each.organisation) if each.organisation else None,
        "made_at": written(each.made_at), "ended_at": written(each.ended_at),
        "submissions": [_submission(tx, one, name_of) for one in each.submissions],
    }


def _submission(tx: Transaction, each: Submission, name_of: NameOf) -> dict[str, Any]:
    frozen = submissions.told(tx, each.id) or {}
    return {
        "number": each.number, "sequence": each.sequence, "language": each.language, "more": list(each.more),
        "author": name_of(each.author or None), "coach": name_of(each.coach or None),
        "fingerprint": frozen.get("fingerprint"),
        **{name: written(getattr(each, name)) for name in (
            "made_at", "coach_at", "owner_at", "submitted_at", "frozen_at", "withdrawn_at")},
    }


def _link(each: Link, name_of: NameOf) -> dict[str, Any]:
    return {"id": each.id, "for": each.label, "author": name_of(each.author or None), "has_code": each.has_code,
            **{name: written(getattr(each, name)) for name in ("made_at", "ends_at", "ended_at")}}


def _opening(each: Opening, name_of: NameOf) -> dict[str, Any]:
    return {"link": each.link or None, "officer": name_of(each.person or None), "what": each.what,
            "device": each.device, "at": written(each.at)}
