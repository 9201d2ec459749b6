"""How lending is told on pages: the states of an application, its lender, what a question is about."""

from flask import url_for
from markupsafe import Markup

from bizplan.documents.dossier.answers import printed_label
from bizplan.domain.coaching import About, Subject
from bizplan.domain.course import PARTS
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.desk import State
from bizplan.domain.lending.questions import Asks
from bizplan.domain.lending.verdicts import Outcome
from bizplan.domain.questions import GROUPS, QUESTIONS
from bizplan.domain.revisions import Record

from ..course_shown import row_name
from ..display import apart
from ..languages import N_
from ..languages import say as _

STATES = {
    State.NEW: ("talk", N_("New")), State.LOOKED_AT: ("busy", N_("Being looked at")),
    State.ANSWERED: ("talk", N_("They wrote to you")), State.ASKED: ("warn", N_("Question open")),
    State.ADVISED: ("busy", N_("Advice given")), State.COMMITTEE: ("busy", N_("Before the committee")),
    State.DECIDED: ("ok", N_("A decision was given")), State.TAKEN_BACK: ("none", N_("Taken back by the applicant")),
    State.WITHDRAWN: ("none", N_("Withdrawn by the applicant")),
}
OUTCOMES = {
    Outcome.POSITIVE: ("ok", N_("Positive")), Outcome.POSITIVE_IF: ("warn", N_("Positive, if …")),
    Outcome.NEGATIVE: ("stop", N_("Negative")), Outcome.GRANTED: ("ok", N_("Granted")),
    Outcome.GRANTED_IF: ("warn", N_("Granted, if …")), Outcome.NOT_YET: ("busy", N_("Not yet")),
    Outcome.DECLINED: ("stop", N_("Declined")), Outcome.WITHDRAWN: ("none", N_("Withdrawn by the applicant")),
}
ASKS = {
    Asks.QUESTION: N_("A question"), Asks.PAPER: N_("A paper is wanted"),
    Asks.VERSION: N_("A newer version of the plan is wanted"), Asks.EXPLAIN: N_("An explanation is asked for"),
}


def reading_url(application: Application) -> str:
    """Where an officer reads what was handed in; nothing where that cannot be read."""
    return url_for("reading.summary", application=application.id) if application.newest else ""


def subject_label(subject: Subject | None, record: Record | None = None, *, as_printed: bool = False) -> Markup:
    """What a question is about, nothing for a free one; in which row, where ``record`` is what the reader reads.

    An answer is called as it is asked in the study, or ``as_printed`` in the dossier.
    """
    if subject is None:
        return Markup("")
    words = _label(subject, as_printed=as_printed)
    if not words:
        return apart(f"{subject.key} {subject.row}".strip())
    group = QUESTIONS[subject.key].group if subject.about is About.ANSWER else subject.key
    if record is None or subject.row not in record.rows.get(group, ()):
        return Markup.escape(words)
    return Markup("{} ({})").format(words, apart(row_name(record, group, subject.row)))


def _label(subject: Subject, *, as_printed: bool) -> str:
    """What the study calls it, "" where it has no such thing."""
    if subject.about is About.ANSWER and subject.key in QUESTIONS:
        question = QUESTIONS[subject.key]
        return printed_label(question, _) if as_printed else _(question.wording)
    if subject.about is About.PART and subject.key in PARTS:
        return _(PARTS[subject.key].title)
    return _(GROUPS[subject.key].label) if subject.about is About.ROW and subject.key in GROUPS else ""
