"""The grocery at a lender: its entrepreneur and coach handed it in, and nobody there has begun to read."""

from __future__ import annotations

from bizplan.storage import applications, submissions
from bizplan.storage.submissions import Agreed

from .two import Two

LENDER, CONSENT = "startlening", "lender-1"
"""The lender that is asked, and the text to which the entrepreneur agreed."""


def tell(two: Two, organisation: str) -> None:
    """Both hand it in; the worker of the demo freezes it, since that takes longer than a demo may take to begin."""
    then = two.ago(5)
    asked = applications.begin(then.tx, two.plan, two.owner, LENDER, organisation)
    version = submissions.prepare(then.tx, asked, two.plan, two.owner, two.sequence, "nl")
    submissions.sign_as_coach(then.tx, version, two.coach)
    submissions.sign_as_owner(then.tx, version, Agreed(CONSENT, "nl"))
