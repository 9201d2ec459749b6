"""Phase 2, the person: where they come from, what they know and can, what they want, and what the coach concludes."""

from ..question import Group, Phase
from . import applicant, aspirations, entrecomp, experience, residence, skills
from .pages import PAGES

GROUPS = (
    Group("competences.studies", "Diplomas and certificates"),
    Group("competences.work", "Work history"),
    Group("competences.businesses", "Earlier businesses"),
    Group("competences.languages", "Languages"),
    Group("competences.training", "Training followed or wanted"),
    Group("competences.references", "References"),
    Group("competences.network", "Network"),
    Group("competences.actions", "Agreed actions"),
)

PHASE = Phase(
    2, "competences", "Competences and aspirations",
    applicant.IDENTITY + residence.QUESTIONS + applicant.ADMISSIBILITY
    + experience.QUESTIONS + skills.QUESTIONS + aspirations.WISHES + entrecomp.QUESTIONS + aspirations.CONCLUSION,
    GROUPS, PAGES,
)
