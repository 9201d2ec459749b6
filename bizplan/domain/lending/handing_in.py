"""Handing a version in together: where an application stands, whose signature it waits for, and what comes next."""

from dataclasses import dataclass
from enum import Enum

from ..people import Role
from .applications import Application, Submission

CONSENT = "lender-1"
"""The text to which an entrepreneur agrees when they hand a version in; a new text has a new name."""


class Stage(Enum):
    """Where an application stands."""

    BEGUN = "begun"                     # nothing was made ready yet
    READY = "ready"                     # a version is made ready, and somebody has to sign it
    BEING_MADE = "being made"           # both signed: what the lender reads is being frozen
    FAILED = "failed"                   # it could not be made
    READ = "read"                       # the lender can read it
    TAKEN_BACK = "taken back"
    ENDED = "ended"


@dataclass(frozen=True)
class Standing:
    """An application with its stage; ``submission`` is the version that this is about, if there is one."""

    stage: Stage
    submission: Submission | None = None

    def waits_for(self, role: Role, *, coached: bool) -> bool:
        """Whether the version waits for the signature of somebody in this role."""
        return self.stage is Stage.READY and self.submission is not None and role in unsigned(
            self.submission, coached=coached)


def standing(application: Application, *, failed: bool = False) -> Standing:
    """Where an application stands: what is being made ready goes before what was handed in.

    ``failed`` says that the job which freezes the newest version could not do it.
    """
    if application.ended_at is not None:
        return Standing(Stage.ENDED, application.newest)
    if application.prepared is not None:
        return Standing(Stage.READY, application.prepared)
    last = last_submitted(application)
    if last is None:
        return Standing(Stage.BEGUN)
    if last.withdrawn_at is not None:
        return Standing(Stage.TAKEN_BACK, last)
    if last.frozen_at is not None:
        return Standing(Stage.READ, last)
    return Standing(Stage.FAILED if failed else Stage.BEING_MADE, last)


def last_submitted(application: Application) -> Submission | None:
    """The version that was handed in last, whatever became of it."""
    handed_in = (each for each in application.submissions if each.submitted_at is not None)
    return max(handed_in, key=lambda each: each.number, default=None)


def unsigned(submission: Submission, *, coached: bool) -> frozenset[Role]:
    """Who has to sign a version yet; a plan without coaches wants no signature of one."""
    wants_coach = {Role.COACH} if coached and submission.coach_at is None else set()
    return frozenset(wants_coach | ({Role.ENTREPRENEUR} if submission.owner_at is None else set()))


def is_stuck(submission: Submission, *, coached: bool) -> bool:
    """Whether nobody is left to sign a version that is not handed in: its coach went before signing."""
    return submission.submitted_at is None and not unsigned(submission, coached=coached)


def same_as_made_ready(application: Application, sequence: int, language: str, more: tuple[str, ...], *,
                       coached: bool) -> Submission | None:
    """The version that is made ready, where it is the same as somebody wants: its signatures stay."""
    now = application.prepared
    if now is None or is_stuck(now, coached=coached):
        return None
    return now if (now.sequence, now.language, now.more) == (sequence, language, more) else None
