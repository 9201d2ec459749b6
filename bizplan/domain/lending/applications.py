"""An application for a credit: one plan at one lender, with all that was handed in for it, version by version."""

from dataclasses import dataclass
from datetime import date, datetime

from .summary import NOT_KNOWN, Summary


@dataclass(frozen=True)
class Submission:
    """A version of a plan that is handed in, or is made ready for it.

    The entrepreneur submits it, and so does a coach where the plan has one; ``submitted_at`` is the moment at which
    the last of them did.  From then on what the lender reads is frozen.  ``more`` names what the lender asks for
    beside the usual cut, and the entrepreneur agreed to show.
    """

    id: str
    application: str
    plan: str
    number: int
    sequence: int
    language: str
    more: tuple[str, ...]
    author: str
    made_at: datetime
    coach: str = ""
    coach_at: datetime | None = None
    owner_at: datetime | None = None
    submitted_at: datetime | None = None
    frozen_at: datetime | None = None
    withdrawn_at: datetime | None = None

    @property
    def is_read(self) -> bool:
        """Whether the lender may read it now."""
        return self.frozen_at is not None and self.withdrawn_at is None


@dataclass(frozen=True)
class Frozen:
    """What the lender reads of a submission, as it was on its day: it never changes again."""

    day: date
    fingerprint: str
    plan: bytes
    figures: bytes
    dossier: bytes
    workbook: bytes
    summary: Summary = NOT_KNOWN


@dataclass(frozen=True)
class Application:
    """A credit asked of a lender: ``lender`` names its profile, ``organisation`` is where its officers work, if here.

    ``officer`` is who looks after it there; ``is_agreed`` says whether the entrepreneur agrees to the study: whoever
    took that back is not read by anybody at a lender.  ``decided_at`` is when it was last decided, by somebody at the
    lender or by whoever withdrew it.
    """

    id: str
    plan: str
    lender: str
    organisation: str
    officer: str
    author: str
    made_at: datetime
    ended_at: datetime | None = None
    submissions: tuple[Submission, ...] = ()
    is_agreed: bool = True
    decided_at: datetime | None = None

    @property
    def newest(self) -> Submission | None:
        """What the lender reads now."""
        return max((each for each in self.submissions if each.is_read), key=lambda each: each.number, default=None)

    @property
    def is_at_lender(self) -> bool:
        """Whether the lender knows of it, and may."""
        return self.is_agreed and self.was_submitted

    @property
    def was_submitted(self) -> bool:
        """Whether anything was ever handed in: before that, the lender does not know of it."""
        return any(each.submitted_at for each in self.submissions)

    @property
    def prepared(self) -> Submission | None:
        """The version that is being made ready, if any."""
        return next((each for each in self.submissions if not (each.submitted_at or each.withdrawn_at)), None)
