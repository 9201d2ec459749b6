"""What a plan was used for at lenders, for the export of the entrepreneur whose plan it is."""

from typing import Any

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.papers import Paper

from . import applications, papers, people, submissions
from .database import Transaction
from .export_of_coaching import NameOf, written


def lending_of(tx: Transaction, plan: str, name_of: NameOf) -> dict[str, Any]:
    """The applications of a plan, with all that was handed in for them, and a list of its papers."""
    return {"applications": [_application(tx, each, name_of) for each in applications.applications_of(tx, plan)],
            "papers": [_paper(each, name_of) for each in papers.papers_of(tx, plan)]}


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


def _paper(each: Paper, name_of: NameOf) -> dict[str, Any]:
    """What is known of a file; what stands in it is kept from its own page."""
    return {
        "paper": each.paper, "name": each.name, "kind": each.kind, "size": each.size, "pages": each.pages,
        "reader": each.reader.value, "author": name_of(each.author or None), "made_at": written(each.made_at),
        "valid_until": each.valid_until.isoformat() if each.valid_until else None,
    }
