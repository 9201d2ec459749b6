"""What a system reads, as JSON: each thing as the description (openapi.json) says it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flask import Response, url_for

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.standing import changed_at, shown, standing

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
        "submitted_at": moment(shown(application)[0].submitted_at), "changed_at": moment(changed_at(application)),
        "ended_at": moment(application.ended_at), "newest_submission": newest.number if newest else None,
    }


def whole(application: Application, frozen: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """An application with what was handed in for it; ``frozen`` is what can be read, by the ids of submissions."""
    return {**summary(application), "submissions": [
        {**_submission(each), **{name: frozen.get(each.id, {}).get(name) for name in ("day", "fingerprint")}}
        for each in shown(application)]}


def content(submission: Submission, frozen: Mapping[str, Any]) -> dict[str, Any]:
    """What was frozen: the plan as cut for the lender, and its figures."""
    places: dict[str, Any] = {"application": submission.application, "number": submission.number}
    return {
        "application": submission.application, **_submission(submission),
        "day": frozen["day"], "fingerprint": frozen["fingerprint"], "also_shown": list(submission.more),
        "plan": json.loads(frozen["plan"]), "figures": json.loads(frozen["figures"]),
        "dossier": url_for("api.dossier", **places), "workbook": url_for("api.workbook", **places),
    }


def _submission(each: Submission) -> dict[str, Any]:
    return {"number": each.number, "language": each.language, "submitted_at": moment(each.submitted_at),
            "frozen_at": moment(each.frozen_at)}


def moment(at: datetime | None) -> str | None:
    """A moment as RFC 3339 writes it, to the second, in UTC."""
    return None if at is None else f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
