"""The areas of the application, each with its addresses."""

from . import account, demo, downloads, explanations, figures, groups, history, plans, start, study

AREAS = (
    start.AREA, demo.AREA, account.AREA, plans.AREA, study.AREA, groups.AREA, history.AREA, figures.AREA,
    explanations.AREA, downloads.AREA,
)
