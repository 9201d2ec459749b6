"""What coaching puts beside the study: on its pages, beside an answer, a part, a figure and a finding.

Each area of coaching adds what it shows; the templates of the study only ask for all of it.
"""

from collections.abc import Callable

from flask import Flask
from markupsafe import Markup

from ..lending import answering, handing_in_shown, lender_answer
from . import (
    appointments,
    archive,
    competences,
    gates,
    reviews,
    sittings_shown,
    suggestions_shown,
    threads_beside,
    translated_beside,
    ways,
)

Beside = Callable[..., Markup | str]
BESIDE_ANSWER: tuple[Beside, ...] = (
    translated_beside.translation_beside,
    suggestions_shown.beside_answer,
    threads_beside.beside_answer,
)
"""Beside an answer as it is checked, and below its question: of (question, row)."""
BESIDE_ROW: tuple[Beside, ...] = (
    threads_beside.beside_row,
)
"""Beside a row of a group: of (group, row)."""
BELOW_ROWS: tuple[Beside, ...] = (
    suggestions_shown.below_rows,
)
"""Below the rows of a group, on the page where they are added: of (group)."""
BESIDE_PART: tuple[Beside, ...] = (
    competences.beside_part,
    reviews.beside_part,
    threads_beside.beside_part,
)
"""Below a part as its answers are checked: of (part)."""
BESIDE_FIGURE: tuple[Beside, ...] = (
    threads_beside.beside_figure,
)
"""Below the explanation of a figure: of (line, when)."""
BESIDE_FINDING: tuple[Beside, ...] = (
    threads_beside.beside_finding,
)
"""Below a finding: of (finding)."""
OVER_TASKS: tuple[Beside, ...] = (
    archive.over_tasks,
)
"""On top of the task list of a plan, before the next step."""
ABOVE_TASKS: tuple[Beside, ...] = (
    handing_in_shown.above_tasks,
    sittings_shown.above_tasks,
    answering.above_tasks,
    lender_answer.above_tasks,
    threads_beside.above_tasks,
    suggestions_shown.above_tasks,
    appointments.above_tasks,
    gates.above_tasks,
)
"""Above the parts on the task list of a plan, after the next step: what coaches ask, the nearest first."""
BELOW_TASKS: tuple[Beside, ...] = (
    ways.below_tasks,
)
"""Below the task list of a plan."""
BESIDE_TASK: tuple[Beside, ...] = (
    reviews.beside_task,
)
"""Beside a part on the task list: of (part)."""
OVER_PLAN: tuple[Beside, ...] = (
    sittings_shown.over_plan,
)
"""On top of every page of a plan."""


def furnish(app: Flask) -> None:
    """Gives the templates one function for each of these places."""
    app.jinja_env.globals.update(
        beside_answer=_together(BESIDE_ANSWER), beside_row=_together(BESIDE_ROW), below_rows=_together(BELOW_ROWS),
        beside_part=_together(BESIDE_PART),
        beside_figure=_together(BESIDE_FIGURE), beside_finding=_together(BESIDE_FINDING),
        over_tasks=_together(OVER_TASKS), above_tasks=_together(ABOVE_TASKS), below_tasks=_together(BELOW_TASKS),
        beside_task=_together(BESIDE_TASK), over_plan=_together(OVER_PLAN),
        gate_at=gates.at_stage, answers_before=lender_answer.answers_before)


def _together(shown: tuple[Beside, ...]) -> Beside:
    def all_of(*subject: str) -> Markup:
        return Markup("").join(Markup(each(*subject)) for each in shown)    # noqa: S704 - each made by a template
    return all_of
