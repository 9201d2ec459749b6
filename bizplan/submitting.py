"""What a lender reads of a version that was handed in: made once, from its cut as on that day, and frozen."""

from __future__ import annotations

from dataclasses import replace

from bizplan.domain import plan_file
from bizplan.domain.clock import day_of
from bizplan.domain.fingerprint import dated, fingerprint
from bizplan.domain.lending.applications import Frozen, Submission
from bizplan.domain.lending.summary import summary
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from bizplan.storage import (
    Storage,
    applications,
    lender_profiles,
    letterheads,
    plans,
    releases,
    sign_off,
    submissions,
)

from . import delivery
from .workshop import Workshop


def freeze(storage: Storage, submission_id: str, house: delivery.House, told: delivery.Told) -> bool:
    """Makes it, and keeps it with its fingerprint; False where it was taken back, or frozen, meanwhile.

    ``told`` hears which part is done, from 0 to 1, and may raise to have it left off; raises PlanFileError and
    AssumptionError as a calculation does.
    """
    with storage.reading() as tx:
        wanted = submissions.submission(tx, submission_id)
    if wanted is None or wanted.withdrawn_at or wanted.frozen_at or wanted.submitted_at is None:
        return False
    frozen = _made(storage, wanted, house, told)
    if frozen is None:
        return False
    with storage.writing() as tx:
        kept = submissions.freeze(tx, submission_id, frozen)
        if kept:
            releases.keep(tx, frozen.fingerprint, wanted.plan, wanted.sequence, Recipient.LENDER, frozen.day)
    return kept


def _made(storage: Storage, wanted: Submission, house: delivery.House, told: delivery.Told) -> Frozen | None:
    """What is frozen; None where the plan went meanwhile."""
    assert wanted.submitted_at is not None
    with storage.reading() as tx:
        kept = plans.plan(tx, wanted.plan)
        if kept is None:
            return None
        study = plans.record(tx, kept, wanted.sequence).plan
        signed = sign_off.sign_off(tx, wanted.plan, wanted.sequence, wanted.submitted_at)
        letterhead = letterheads.of_plan(tx, wanted.plan)
        day = day_of(wanted.submitted_at)
        asked = applications.application(tx, wanted.application)
        assert asked is not None
        reader = lender_profiles.lender(tx, asked.lender, day, wanted.submitted_at)
    cut = dated(released(study, Recipient.LENDER, wanted.more), day, revision=wanted.sequence, sign_off=signed)
    made = delivery.together(Workshop.on(cut, day), wanted.language, day, signed,
                             replace(house, letterhead=letterhead), told, reader)
    return Frozen(day, fingerprint(cut), plan_file.write(cut).encode(), made.figures, made.dossier, made.workbook,
                  summary(cut, asked.lender))
