"""Where an application stands, as the lender's own computer system is told: handed in, readable, decided, or ended.

What was never handed in does not exist for a lender, nor does what was taken back; of an application that ended the
lender knows that it did, though nothing of it may be left to read.
"""

from datetime import datetime
from enum import Enum

from .applications import Application, Submission


class Standing(Enum):
    """Where an application stands."""

    SUBMITTED = "submitted"
    READABLE = "readable"
    DECIDED = "decided"
    ENDED = "ended"


def shown(application: Application) -> tuple[Submission, ...]:
    """What was handed in and not taken back, the oldest first: all that the lender knows of."""
    handed_in = application.submissions if application.is_agreed else ()
    return tuple(each for each in handed_in if each.submitted_at and not each.withdrawn_at)


def standing(application: Application) -> Standing | None:
    """Where it stands; None where the lender knows nothing of it.

    Once decided it stays so: an advice or a day of the committee that is said later is for people at the lender.
    """
    if application.ended_at is not None and application.is_at_lender:
        return Standing.ENDED
    if not shown(application):
        return None
    if application.decided_at is not None:
        return Standing.DECIDED
    return Standing.SUBMITTED if application.newest is None else Standing.READABLE


def submitted_at(application: Application) -> datetime:
    """When it was first handed in, as far as the lender can see; when nothing is left to read, when it ever was."""
    handed_in = shown(application) or application.submissions
    return min(each.submitted_at for each in handed_in if each.submitted_at)


def changed_at(application: Application) -> datetime:
    """When the lender could last see something change; of what was taken back that it was, and no more."""
    moments = [application.ended_at, application.decided_at]
    moments += [at for each in application.submissions if each.submitted_at
                for at in (each.submitted_at, each.frozen_at, each.withdrawn_at)]
    return max(at for at in moments if at is not None)
