"""What was handed in, as its reader sees it: calculated from its cut as on its day, and held against what was frozen.

Kept in the memory of the process only, for a few submissions; whether they may be read is asked at each request.
"""

import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any

from flask import abort

from bizplan.domain import plan_file
from bizplan.domain.clock import day_of
from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.figures import figures
from bizplan.domain.fingerprint import dated
from bizplan.domain.importing import as_it_stands
from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.frozen_figures import lines_that_differ, outcome_of
from bizplan.domain.plan import Plan
from bizplan.domain.plan_file_error import PlanFileError
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.readiness.assessment import NoFigures, calculation
from bizplan.domain.readiness.case import Calculated, Case
from bizplan.domain.readiness.sentences import N_, Words
from bizplan.domain.revisions import Record
from bizplan.storage import Transaction, applications, lender_profiles, sign_off, submissions
from bizplan.workshop import Workshop
from financial_models import Outcome
from financial_models.law import Lender

from ..access import application, reading
from ..calculated import when_forgetting

MOST = 8
CANNOT = N_("This version was handed in long ago, and is not calculated anew here: {reason}")


@dataclass(frozen=True)
class Handed:
    """A version as it was handed in.

    ``found`` is what is calculated from its cut today, ``figures`` what was frozen of it on its ``day``; ``differs``
    names the lines that are not the same to the cent.
    """

    submission: Submission
    day: date
    fingerprint: str
    cut: Plan
    record: Record
    found: Calculated | NoFigures
    ready: Readiness | None
    figures: Mapping[str, Any]
    differs: tuple[str, ...]
    signed: SignOff | None = None

    @property
    def outcome(self) -> Outcome:
        """The figures that decide, as they were frozen."""
        if isinstance(self.found, Calculated) and not self.differs:
            return self.found.outcome
        return outcome_of(self.figures)


class Memory:
    """The submissions read last, each under its own id: what is frozen never changes."""

    def __init__(self, most: int):
        self._most, self._lock = most, Lock()
        self._kept: OrderedDict[str, Handed] = OrderedDict()
        when_forgetting(self.forget)

    def get(self, submission: str) -> Handed | None:
        """What is remembered of a submission."""
        with self._lock:
            return self._kept.get(submission)

    def keep(self, handed: Handed) -> Handed:
        """Remembers it, and forgets what was read longest ago."""
        with self._lock:
            self._kept[handed.submission.id] = handed
            self._kept.move_to_end(handed.submission.id)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return handed

    def forget(self, plan: str) -> None:
        """Nothing is remembered of what was handed in of this plan."""
        with self._lock:
            for key in [key for key, each in self._kept.items() if each.submission.plan == plan]:
                del self._kept[key]


HANDED = Memory(MOST)


def newest() -> Handed:
    """The version that the reader of the address reads now; where there is none it does not exist."""
    found = application().newest
    if found is None:
        abort(404)
    return of(found)


def numbered(number: int) -> Handed:
    """A version of the application by its number, as long as it may be read."""
    return of(version(application(), number))


def version(of_application: Application, number: int) -> Submission:
    """A version that may be read, without what was frozen of it."""
    found = next((each for each in of_application.submissions if each.number == number and each.is_read), None)
    if found is None:
        abort(404)
    return found


def of(submission: Submission) -> Handed:
    """A version as it was handed in; it may be read, and is calculated once."""
    known = HANDED.get(submission.id)
    if known is not None:
        return known
    with reading() as tx:
        told = submissions.told(tx, submission.id)
        signed = _signed(tx, submission) if told else None
        lender = _lender(tx, submission)
    if told is None:
        abort(404)
    return HANDED.keep(_made(submission, told, signed, lender))


def _signed(tx: Transaction, submission: Submission) -> SignOff | None:
    """What coaches had approved and decided when it was handed in."""
    assert submission.submitted_at is not None
    return sign_off.sign_off(tx, submission.plan, submission.sequence, submission.submitted_at)


def _lender(tx: Transaction, submission: Submission) -> Lender | None:
    """Whose limits count, as it said them itself by then; None where it wrote no profile of its own."""
    asked = applications.application(tx, submission.application)
    assert asked is not None and submission.submitted_at is not None
    day = day_of(submission.submitted_at)
    return lender_profiles.lender(tx, asked.lender, day, submission.submitted_at)


def _made(submission: Submission, told: Mapping[str, Any], signed: SignOff | None, lender: Lender | None) -> Handed:
    day, frozen = date.fromisoformat(told["day"]), json.loads(told["figures"])
    try:
        cut = plan_file.read(told["plan"].encode())
    except PlanFileError as error:                          # a later edition asks otherwise; what was frozen stands
        reason = NoFigures(CANNOT, {"reason": Words(str(error))})
        return Handed(submission, day, told["fingerprint"], Plan("nl", {}, {}), Record("nl"), reason, None, frozen, ())
    found = calculation(Case(cut, day, reader=lender), lambda: _calculated(cut, day))
    if isinstance(found, NoFigures):
        return Handed(submission, day, told["fingerprint"], cut, as_it_stands(cut), found,
                      readiness(cut, today=day, reader=lender), frozen, (), _as_frozen(cut, day, signed))
    now = figures(found.engine, found.values, scenario="base", today=day)
    return Handed(submission, day, told["fingerprint"], cut, as_it_stands(cut), found,
                  readiness(cut, found.engine, found.values, day, lender), frozen,
                  lines_that_differ(frozen, json.loads(json.dumps(now))), _as_frozen(cut, day, signed))


def _calculated(cut: Plan, day: date) -> tuple[Any, Any]:
    work = Workshop.on(cut, day)
    return work.engine, work.values


def _as_frozen(cut: Plan, day: date, signed: SignOff | None) -> SignOff | None:
    """What was signed, as long as it is what the fingerprint covers: names may have gone since."""
    assert cut.release is not None
    again = dated(cut, day, revision=cut.release.revision, sign_off=signed).release
    return signed if again is not None and again.sign_off == cut.release.sign_off else None
