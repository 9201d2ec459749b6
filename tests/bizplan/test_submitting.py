"""What a lender reads of a version that was handed in is made once, by a job, from the cut as on that day."""

import io
import json

import pikepdf
import pytest

from bizplan import jobs as making
from bizplan.domain import plan_file
from bizplan.domain.people import Role
from bizplan.domain.recipients import Recipient
from bizplan.storage import applications, jobs, participants, plans, releases, submissions
from bizplan.storage.submissions import Agreed
from bizplan.workshop import today


@pytest.fixture
def submission(storage, bakery, amal, lien):
    """A bakery that is handed in, and not frozen yet."""
    with storage.writing() as tx:
        participants.let_in(tx, bakery, lien, Role.COACH)
        application = applications.begin(tx, bakery, amal, "microstart")
        made = submissions.prepare(tx, application, bakery, lien, plans.plan(tx, bakery).sequence, "nl")
        submissions.sign_as_coach(tx, made, lien)
        submissions.sign_as_owner(tx, made, Agreed("lender-1", "nl"))
    return made


def job_of(storage, submission):
    with storage.reading() as tx:
        found = submissions.submission(tx, submission)
        return next(each for each in jobs.jobs_of(tx, found.plan) if each.subject == submission)


def test_the_job_freezes_the_cut_its_figures_and_its_documents(storage, submission):
    making.do(storage, job_of(storage, submission).id)
    assert job_of(storage, submission).state == jobs.DONE
    with storage.reading() as tx:
        told = submissions.told(tx, submission)
        dossier, workbook = (submissions.document(tx, submission, kind) for kind in ("dossier", "workbook"))
        known = releases.released(tx, told["fingerprint"])
    assert told["day"] == today().isoformat() and known.on == today() and not known.has_newer
    assert plan_file.read(told["plan"].encode()).release.recipient is Recipient.LENDER
    assert json.loads(told["figures"])["scenario"] == "base"
    with pikepdf.open(io.BytesIO(dossier)) as pdf:
        assert bytes(pdf.attachments["model.xlsx"].get_file().read_bytes()) == workbook


def test_what_is_taken_back_before_it_is_made_is_not_made(storage, submission):
    with storage.writing() as tx:
        submissions.withdraw(tx, submission)
    making.do(storage, job_of(storage, submission).id)
    with storage.reading() as tx:
        assert submissions.document(tx, submission, "dossier") is None
