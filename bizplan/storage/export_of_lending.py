"""What a plan was used for at lenders, for the export of the entrepreneur whose plan it is.

Of an advice it says that there was one, by whom and when: its words are the lender's own, and decide nothing.
"""

from typing import Any

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.links import Link, Opening
from bizplan.domain.lending.papers import Paper
from bizplan.domain.lending.questions import LenderQuestion
from bizplan.domain.lending.verdicts import Kind, Verdict

from . import applications, lender_questions, links, openings, papers, people, submissions, verdicts
from .database import Transaction
from .export_of_coaching import NameOf, written


def lending_of(tx: Transaction, plan: str, name_of: NameOf) -> dict[str, Any]:
    """The applications of a plan, with all that was handed in for them, and links to it, openings and papers."""
    asked = applications.applications_of(tx, plan)
    return {"applications": [_application(tx, each, name_of) for each in asked],
            "links_to_lenders": [_link(each, name_of) for each in links.links_of(tx, plan)],
            "opened_by_lenders": [_opening(each, name_of) for each in openings.openings(tx, plan)],
            "papers": [_paper(each, name_of) for each in papers.papers_of(tx, plan)]}


def _application(tx: Transaction, each: Application, name_of: NameOf) -> dict[str, Any]:
    return {
        "lender": each.lender, "officer": name_of(each.officer or None), "author": name_of(each.author or None),
        "organisation": people.organisation_name(tx, each.organisation) if each.organisation else None,
        "made_at": written(each.made_at), "ended_at": written(each.ended_at),
        "submissions": [_submission(tx, one, name_of) for one in each.submissions],
        "questions": [_question(one, name_of) for one in lender_questions.questions_of(tx, each.id)],
        "verdicts": [_verdict(one, name_of) for one in verdicts.verdicts_of(tx, each.id).verdicts],
    }


def _question(each: LenderQuestion, name_of: NameOf) -> dict[str, Any]:
    about = each.about
    return {
        "kind": each.kind.value, "about": [about.about.value, about.key, about.row] if about else None,
        "due_on": each.due_on.isoformat() if each.due_on else None, "made_at": written(each.at),
        "settled_at": written(each.settled_at),
        "said": [{"side": one.side.value, "author": name_of(one.author or None), "language": one.language,
                  "text": one.text, "made_at": written(one.at)} for one in each.words],
    }


def _verdict(each: Verdict, name_of: NameOf) -> dict[str, Any]:
    given = each.given
    told: dict[str, Any] = {"kind": given.kind.value, "author": name_of(each.author or None),
                            "made_at": written(each.at)}
    if given.kind is Kind.ADVICE:
        return told
    return {
        **told, "outcome": given.outcome.value if given.outcome else None, "words": given.words,
        "reasons": list(given.reasons), "reasons_as_told": [one.told for one in given.why],
        "terms": dict(vars(given.terms)) if given.terms else None,
        "conditions": [{"text": one.text, "by": one.by.isoformat()} for one in given.conditions],
        "meets_on": given.meets_on.isoformat() if given.meets_on else None,
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


def _paper(each: Paper, name_of: NameOf) -> dict[str, Any]:
    """What is known of a file; what stands in it is kept from its own page."""
    return {
        "paper": each.paper, "name": each.name, "kind": each.kind, "size": each.size, "pages": each.pages,
        "reader": each.reader.value, "author": name_of(each.author or None), "made_at": written(each.made_at),
        "valid_until": each.valid_until.isoformat() if each.valid_until else None,
    }
