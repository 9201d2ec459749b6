"""What the database holds, table by table; the migrations make it so, and a test says that they do.

Columns that end in ``sealed`` hold what people wrote; columns that end in ``digest`` are only looked up.
"""

from .coaching import (
    APPOINTMENTS,
    COMMENTS,
    CONDITIONS,
    CONFIRMATIONS,
    CONTACTS,
    GATES,
    INVITATIONS,
    NOTICES,
    REVIEWS,
    SITTINGS,
    SUGGESTIONS,
    THREADS,
)
from .lending import (
    APPLICATIONS,
    LENDER_PROFILES,
    SUBMISSIONS,
)
from .metadata import METADATA
from .people import (
    ATTEMPTS,
    CONSENTS,
    ORGANISATIONS,
    PARKED,
    PASSKEYS,
    PEOPLE,
    RECOVERY_CODES,
    RETURN_CARDS,
    ROLES,
    SESSIONS,
    SIGN_INS,
)
from .plans import (
    JOBS,
    PARTICIPANTS,
    PLANS,
    READINGS,
    RELEASES,
    RETURNED,
    REVISIONS,
    SUMMARIES,
    VERSIONS,
)

__all__ = [
    "APPLICATIONS",
    "APPOINTMENTS",
    "ATTEMPTS",
    "COMMENTS",
    "CONDITIONS",
    "CONFIRMATIONS",
    "CONSENTS",
    "CONTACTS",
    "GATES",
    "INVITATIONS",
    "JOBS",
    "LENDER_PROFILES",
    "METADATA",
    "NOTICES",
    "ORGANISATIONS",
    "PARKED",
    "PARTICIPANTS",
    "PASSKEYS",
    "PEOPLE",
    "PLANS",
    "READINGS",
    "RECOVERY_CODES",
    "RELEASES",
    "RETURNED",
    "RETURN_CARDS",
    "REVIEWS",
    "REVISIONS",
    "ROLES",
    "SESSIONS",
    "SIGN_INS",
    "SITTINGS",
    "SUBMISSIONS",
    "SUGGESTIONS",
    "SUMMARIES",
    "THREADS",
    "VERSIONS",
]
