"""What was handed in at an organisation, for its own computer system: JSON and the frozen documents, version 1.

Everything is only read.  What belongs to another organisation, was never handed in or was taken back is not here.
Whoever asked for a plan is seen by its entrepreneur.
"""

import functools
from collections.abc import Callable
from pathlib import Path

from flask import Blueprint, Response, abort

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.standing import shown, standing
from bizplan.storage import Transaction, applications, handed_in, lender_questions, openings, submissions, verdicts

from ..access import Entry, enters, reading, writing
from . import answers, asking, door

AREA = Blueprint("api", __name__, url_prefix="/api/v1")
ONE = "/applications/<application>"
SUBMISSION = f"{ONE}/submissions/<number>"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DESCRIPTION = Path(__file__).with_name("openapi.json")


def only_read(path: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """An address that is read and nothing else, and is never sent on to another one."""
    return AREA.get(path, provide_automatic_options=False, merge_slashes=False)


@only_read("/openapi.json")
@enters(Entry.ANYONE)
def description() -> Response:
    """The description of all this, for programs and for those who write them (OpenAPI 3.1)."""
    asking.nothing()
    asking.takes(answers.MIMETYPE)
    return Response(_description(), mimetype=answers.MIMETYPE)


@only_read("/applications")
@enters(Entry.API)
def every() -> Response:
    """The applications at the organisation, a page of them, in the order in which they were handed in."""
    asking.takes(answers.MIMETYPE)
    asked = asking.asked()
    with reading() as tx:
        page = handed_in.page(tx, door.token().organisation, asked)
    return answers.answer({"applications": [answers.summary(each) for each in page.applications],
                           "next": asking.cursor(page.next) if page.next else None})


@only_read(ONE)
@enters(Entry.API)
def one(application: str) -> Response:
    """Where an application stands, what was handed in for it, and what was decided."""
    asking.takes(answers.MIMETYPE)
    asking.nothing()
    with writing() as tx:
        found = here(tx, application)
        frozen = {each.id: told for each in shown(found) if (told := submissions.told(tx, each.id))}
        decision = verdicts.verdicts_of(tx, found.id).decision
        openings.note_system(tx, found, "system application")
    return answers.answer(answers.whole(found, frozen, decision))


@only_read(f"{ONE}/questions")
@enters(Entry.API)
def questions(application: str) -> Response:
    """What the lender asked about an application, or was asked to explain, and what was said back."""
    asking.takes(answers.MIMETYPE)
    asking.nothing()
    with writing() as tx:
        found = here(tx, application)
        asked = lender_questions.questions_of(tx, found.id)
        if not shown(found):
            asked = tuple(each.without_answers for each in asked)
        openings.note_system(tx, found, "lender_questions every")
    return answers.answer(answers.questions(found, asked))


@only_read(SUBMISSION)
@enters(Entry.API)
def submission(application: str, number: str) -> Response:
    """What was frozen, as data."""
    asking.takes(answers.MIMETYPE)
    asking.nothing()
    with writing() as tx:
        asked = here(tx, application)
        found = _submission(asked, number)
        frozen = submissions.told(tx, found.id)
        if frozen is None:
            abort(404)
        openings.note_system(tx, asked, "system submission")
    return answers.answer(answers.content(found, frozen))


@only_read(f"{SUBMISSION}/dossier.pdf")
@enters(Entry.API)
def dossier(application: str, number: str) -> Response:
    """The dossier that was frozen, byte for byte."""
    return _document(application, number, "dossier", PDF, "dossier.pdf")


@only_read(f"{SUBMISSION}/model.xlsx")
@enters(Entry.API)
def workbook(application: str, number: str) -> Response:
    """The Excel model that was frozen, byte for byte."""
    return _document(application, number, "workbook", XLSX, "model.xlsx")


def _document(application: str, number: str, kind: str, mimetype: str, name: str) -> Response:
    asking.takes(mimetype)
    asking.nothing()
    with writing() as tx:
        asked = here(tx, application)
        found = _submission(asked, number)
        kept = submissions.document(tx, found.id, kind)
        if kept is None:
            abort(404)
        openings.note_system(tx, asked, f"reading {kind}")
    return Response(kept, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def here(tx: Transaction, wanted: str) -> Application:
    """An application at the organisation of the token; any other is not here, nor one that it knows nothing of."""
    found = applications.application(tx, wanted)
    if found is None or found.organisation != door.token().organisation or standing(found) is None:
        abort(404)
    return found


def _submission(application: Application, number: str) -> Submission:
    found = next((each for each in shown(application) if str(each.number) == number), None)
    if found is None or not found.is_read:
        abort(404)
    return found


@functools.cache
def _description() -> bytes:
    return DESCRIPTION.read_bytes()
