"""The areas of the application, each with its addresses."""

from .account import AREA as ACCOUNT
from .aids import AREA as AIDS
from .coaching.archive import AREA as ARCHIVE
from .coaching.desk import AREA as DESK
from .coaching.team import AREA as TEAM
from .demo import AREA as DEMO
from .downloads import AREA as DOWNLOADS
from .entrepreneurs import AREA as ENTREPRENEURS
from .evidence import AREA as EVIDENCE
from .explanations import AREA as EXPLANATIONS
from .figures import AREA as FIGURES
from .groups import AREA as GROUPS
from .history import AREA as HISTORY
from .people import AREA as PEOPLE
from .plans import AREA as PLANS
from .start import AREA as START
from .study import AREA as STUDY

AREAS = (
    START,
    DEMO,
    ACCOUNT,
    PLANS,
    STUDY,
    GROUPS,
    HISTORY,
    FIGURES,
    EXPLANATIONS,
    EVIDENCE,
    AIDS,
    DOWNLOADS,
    PEOPLE,
    ENTREPRENEURS,
    DESK,
    ARCHIVE,
    TEAM,
)
