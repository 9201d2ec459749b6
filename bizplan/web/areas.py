"""The areas of the application, each with its addresses."""

from .account import AREA as ACCOUNT
from .aids import AREA as AIDS
from .api.papers import AREA as API
from .api.systems import AREA as SYSTEMS
from .checking import AREA as CHECKING
from .coaching.appointments import AREA as APPOINTMENTS
from .coaching.archive import AREA as ARCHIVE
from .coaching.bilingual import AREA as BILINGUAL
from .coaching.company import AREA as COMPANY
from .coaching.competences import AREA as COMPETENCES
from .coaching.contacts import AREA as CONTACTS
from .coaching.desk import AREA as DESK
from .coaching.gates import AREA as GATES
from .coaching.invitations import AREA as INVITATIONS
from .coaching.letterhead import AREA as LETTERHEAD
from .coaching.notices import AREA as NEWS
from .coaching.paper import AREA as PAPER
from .coaching.reviews import AREA as REVIEWS
from .coaching.sittings import AREA as SITTINGS
from .coaching.suggested_rows import AREA as SUGGESTED_ROWS
from .coaching.suggestions import AREA as SUGGESTIONS
from .coaching.team import AREA as TEAM
from .coaching.threads import AREA as THREADS
from .coaching.translating import AREA as TRANSLATING
from .coaching.versions import AREA as VERSIONS
from .coaching.welcome import AREA as WELCOME
from .demo import AREA as DEMO
from .downloads import AREA as DOWNLOADS
from .entrepreneurs import AREA as ENTREPRENEURS
from .evidence import AREA as EVIDENCE
from .explanations import AREA as EXPLANATIONS
from .figures import AREA as FIGURES
from .groups import AREA as GROUPS
from .history import AREA as HISTORY
from .lending.answering import AREA as LENDER_ASKS
from .lending.asking import AREA as LENDER_QUESTIONS
from .lending.chosen_credit import AREA as CHOSEN_CREDIT
from .lending.desk import AREA as LENDING
from .lending.fit import AREA as CREDIT
from .lending.handing_in import AREA as HANDING_IN
from .lending.lender_answer import AREA as LENDER_ANSWER
from .lending.links import AREA as LINKS
from .lending.own_values import AREA as READING
from .lending.papers import AREA as PAPERS
from .lending.profile_changes import AREA as PROFILES
from .lending.reasons import AREA as REASONS
from .lending.verdicts import AREA as VERDICTS
from .lending.visits import AREA as VISITS
from .lending.withdrawing import AREA as WITHDRAWING
from .people import AREA as PEOPLE
from .plans import AREA as PLANS
from .returned import AREA as RETURNED
from .start import AREA as START
from .study import AREA as STUDY
from .words import AREA as WORDS

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
    CHECKING,
    RETURNED,
    PEOPLE,
    ENTREPRENEURS,
    REVIEWS,
    GATES,
    COMPETENCES,
    THREADS,
    COMPANY,
    INVITATIONS,
    WELCOME,
    WORDS,
    SUGGESTIONS,
    SUGGESTED_ROWS,
    SITTINGS,
    TRANSLATING,
    BILINGUAL,
    CONTACTS,
    APPOINTMENTS,
    PAPER,
    VERSIONS,
    NEWS,
    DESK,
    ARCHIVE,
    TEAM,
    LETTERHEAD,
    LINKS,
    VISITS,
    READING,
    CREDIT,
    CHOSEN_CREDIT,
    HANDING_IN,
    PAPERS,
    PROFILES,
    REASONS,
    API,
    SYSTEMS,
    LENDING,
    LENDER_QUESTIONS,
    VERDICTS,
    LENDER_ASKS,
    LENDER_ANSWER,
    WITHDRAWING,
)
