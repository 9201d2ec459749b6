"""What a lender reads of a version that was handed in is made once, by a job, from the cut as on that day."""

import io
import json
import subprocess

import pikepdf
import pytest

from bizplan import delivery, submitting
from bizplan import jobs as making
from bizplan.domain import plan_file
from bizplan.domain.clock import today
from bizplan.domain.lending.verdicts import Given, Kind, Outcome
from bizplan.domain.people import Role
from bizplan.domain.recipients import Recipient
from bizplan.storage import (
    applications,
    jobs,
    lender_profiles,
    participants,
    people,
    plans,
    releases,
    submissions,
    verdicts,
)
from bizplan.storage.submissions import Agreed


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


@pytest.mark.parametrize("under_way", [False, True])
def test_what_is_withdrawn_before_it_is_frozen_never_becomes_readable(storage, amal, submission, under_way):
    def withdraw(done=0.0):
        with storage.writing() as tx:
            found = applications.application(tx, submissions.submission(tx, submission).application)
            verdicts.give(tx, found, amal, Given(Kind.DECISION, Outcome.WITHDRAWN))

    if not under_way:
        withdraw()
    assert not submitting.freeze(storage, submission, delivery.House(), withdraw)
    making.do(storage, job_of(storage, submission).id)
    with storage.reading() as tx:
        assert not submissions.submission(tx, submission).is_read
        assert submissions.told(tx, submission) is submissions.document(tx, submission, "dossier") is None


def test_a_lender_with_a_profile_of_its_own_reads_the_plan_against_its_own_limits_as_they_were_then(
        storage, amal, bakery, needs, tmp_path):
    with storage.writing() as tx:
        bank = people.add_organisation(tx, "lending", "Voorbeeld Kredieten")
        name = lender_profiles.say(tx, bank, lender_profiles.new_name(), amal, lender_profiles.Said(
            today(), {"about.title": "Voorbeeld Kredieten", "threshold.instalment_share_red": 0.4321}))
        application = applications.begin(tx, bakery, amal, name, bank)
        made = submissions.prepare(tx, application, bakery, amal, plans.plan(tx, bakery).sequence, "nl")
        submissions.sign_as_owner(tx, made, Agreed("lender-1", "nl"))
    with storage.writing() as tx:
        lender_profiles.say(tx, bank, name, amal, lender_profiles.Said(
            today(), {"threshold.instalment_share_red": 0.1234}))
    making.do(storage, job_of(storage, made).id)
    with storage.reading() as tx:
        (tmp_path / "d.pdf").write_bytes(submissions.document(tx, made, "dossier"))
    read = subprocess.run([needs("pdftotext"), "-layout", str(tmp_path / "d.pdf"), "-"], capture_output=True, text=True,
                          check=True).stdout
    assert "43,2" in read and "12,3 %" not in read
    assert "Voorbeeld Kredieten, zoals ze het zelf zei op" in " ".join(read.split())
