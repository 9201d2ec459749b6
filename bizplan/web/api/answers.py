"""What a system reads, as JSON: each thing as the description (openapi.json) says it."""

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from flask import Response, url_for

from bizplan.domain.coaching import Subject
from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.handing_in import last_submitted
from bizplan.domain.lending.papers import SECTION, Paper
from bizplan.domain.lending.questions import LenderQuestion, Word
from bizplan.domain.lending.reasons import Reason
from bizplan.domain.lending.standing import changed_at, shown, standing, submitted_at
from bizplan.domain.lending.verdicts import Verdict
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.papers import PAPERS
from bizplan.translations import translator

MIMETYPE = "application/json"


def answer(told: Mapping[str, Any]) -> Response:
    """A thing as JSON."""
    return Response(json.dumps(told, ensure_ascii=False, allow_nan=False), mimetype=MIMETYPE)


def summary(application: Application) -> dict[str, Any]:
    """Where an application stands."""
    stands, newest = standing(application), application.newest
    assert stands is not None
    return {
        "id": application.id, "lender": application.lender, "state": stands.value,
        "submitted_at": moment(submitted_at(application)), "changed_at": moment(changed_at(application)),
        "ended_at": moment(application.ended_at), "newest_submission": newest.number if newest else None,
    }


def whole(application: Application, frozen: Mapping[str, Mapping[str, Any]],
          decision: Verdict | None) -> dict[str, Any]:
    """An application with what was handed in for it, and what was decided.

    ``frozen`` is what can be read, by the ids of submissions.
    """
    return {**summary(application), "submissions": [
        {**_submission(each), **{name: frozen.get(each.id, {}).get(name) for name in ("day", "fingerprint")}}
        for each in shown(application)], "decision": _decision(application, decision) if decision else None}


def _decision(application: Application, decision: Verdict) -> dict[str, Any]:
    """What was decided, as whoever asked was told, but for who decided: a system needs nobody's name."""
    given, there = decision.given, {each.id: each for each in shown(application)}
    read = there.get(given.submission)
    told = read or last_submitted(application)
    assert told is not None
    return {
        "outcome": decision.outcome.value, "decided_at": moment(decision.at), "submission": read and read.number,
        "terms": vars(given.terms) if given.terms else None,
        "conditions": [{"text": each.text, "by": each.by.isoformat()} for each in given.conditions],
        "reasons": [_reason(each, told.language) for each in given.why], "words": given.words,
    }


def _reason(reason: Reason, language: str) -> dict[str, str]:
    """A reason in the language of the documents; one that the lender wrote itself stands as it was written."""
    say = str if reason.is_own else translator(language)
    return {"key": reason.key, "label": say(reason.label), "told": say(reason.told), "next": say(reason.next)}


def content(submission: Submission, frozen: Mapping[str, Any]) -> dict[str, Any]:
    """What was frozen: the plan as cut for the lender, and its figures."""
    places: dict[str, Any] = {"application": submission.application, "number": submission.number}
    return {
        "application": submission.application, **_submission(submission),
        "day": frozen["day"], "fingerprint": frozen["fingerprint"], "also_shown": list(submission.more),
        "plan": json.loads(frozen["plan"]), "figures": json.loads(frozen["figures"]),
        "dossier": url_for("api.dossier", **places), "workbook": url_for("api.workbook", **places),
    }


def papers(submission: Submission, files: Collection[Paper]) -> dict[str, Any]:
    """The papers that a dossier can have, each with the files that go along with a version."""
    say = translator(submission.language)
    given = {key: [_file(submission, each) for each in files if SECTION + each.paper == key] for key in PAPERS}
    return {"application": submission.application, "submission": submission.number, "papers": [
        {"paper": key.removeprefix(SECTION), "title": say(QUESTIONS[key].label), "given": bool(found), "files": found}
        for key, found in given.items()]}


def _file(submission: Submission, file: Paper) -> dict[str, Any]:
    return {
        "id": file.id, "name": file.name, "kind": file.kind, "pages": file.pages, "size": file.size,
        "valid_until": file.valid_until and file.valid_until.isoformat(),
        "address": url_for("api.paper", application=submission.application, file=file.id),
    }


def questions(application: Application, asked: Collection[LenderQuestion]) -> dict[str, Any]:
    """What was asked about an application and what was said back, but for who said it."""
    return {"application": application.id, "questions": [{
        "id": each.id, "kind": each.kind.value, "about": _subject(each.about) if each.about else None,
        "asked_at": moment(each.at), "due_on": each.due_on and each.due_on.isoformat(),
        "closed_at": moment(each.settled_at), "waits_for": each.waits_for and each.waits_for.value,
        "words": list(map(_word, each.words)),
    } for each in asked]}


def _subject(subject: Subject) -> dict[str, str]:
    return {"what": subject.about.value, "key": subject.key, "row": subject.row}


def _word(word: Word) -> dict[str, Any]:
    return {"side": word.side.value, "language": word.language, "text": word.text, "said_at": moment(word.at)}


def _submission(each: Submission) -> dict[str, Any]:
    return {"number": each.number, "language": each.language, "submitted_at": moment(each.submitted_at),
            "frozen_at": moment(each.frozen_at)}


def moment(at: datetime | None) -> str | None:
    """A moment as RFC 3339 writes it, to the second, in UTC."""
    return None if at is None else f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
