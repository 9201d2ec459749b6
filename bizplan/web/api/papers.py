"""The papers that go along with what was handed in, for the lender's own computer system: as its officers see them.

They are not frozen: a file that the entrepreneur removes, or lets no lender see any more, is gone here too.
"""

from flask import Response, abort

from bizplan.domain.lending.applications import Application, Submission
from bizplan.storage import openings
from bizplan.storage import papers as kept

from ..access import Entry, enters, writing
from ..lending import paper_files
from . import answers, asking
from .applications import AREA, ONE, here, only_read

__all__ = ["AREA"]


@only_read(f"{ONE}/papers")
@enters(Entry.API)
def papers(application: str) -> Response:
    """Which papers a dossier can have, and the files that the lender may see of each."""
    asking.takes(answers.MIMETYPE)
    asking.nothing()
    with writing() as tx:
        asked = here(tx, application)
        newest = _newest(asked)
        files = kept.with_submission(tx, newest)
        openings.note_system(tx, asked, "system papers")
    return answers.answer(answers.papers(newest, files))


@only_read(f"{ONE}/papers/<file>")
@enters(Entry.API)
def paper(application: str, file: str) -> Response:
    """The file of a paper, as long as the lender may see it."""
    asking.takes(*paper_files.MIMES.values())
    asking.nothing()
    with writing() as tx:
        asked = here(tx, application)
        found = next((each for each in kept.with_submission(tx, _newest(asked)) if each.id == file), None)
        if found is None:
            abort(404)
        asking.takes(paper_files.MIMES[found.kind])
        openings.note_system(tx, asked, "reading paper")
    return paper_files.sent(found, is_kept=True)


def _newest(application: Application) -> Submission:
    """The version that the lender reads now: papers go along with it."""
    if application.newest is None:
        abort(404)
    return application.newest
