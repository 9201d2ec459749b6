"""What an officer will see of a version, before anybody signs it: made from its cut alone, as the officer's copy is.

Nothing here sees the whole plan but to name the kinds of answers that stay behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import g
from markupsafe import Markup

from bizplan.domain import course
from bizplan.domain.clock import today
from bizplan.domain.coaching.gates import GATES
from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.lending.applications import Submission
from bizplan.domain.lending.papers import SECTION
from bizplan.domain.living import living
from bizplan.domain.plan import Plan, Translation
from bizplan.domain.questions import PHASES, QUESTIONS
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.readiness.assessment import NoFigures, calculation
from bizplan.domain.readiness.case import Calculated, Case
from bizplan.domain.recipients import HOUSEHOLD, SHOWN_WITH, TOTALS, Recipient, questions_under, withheld
from bizplan.domain.released import released
from bizplan.domain.revisions import Deed, Record, Revision, Said
from bizplan.storage import Transaction, lender_profiles, papers, plans, sign_off
from bizplan.storage.plans import Kept
from bizplan.workshop import Workshop
from financial_models import Plan as Engine
from financial_models import Values
from financial_models.law import Lender

from .. import display
from ..answers_shown import words_of
from ..calculated import Memory
from ..course_shown import row_name
from ..findings_shown import Told
from ..languages import N_
from ..languages import say as _
from ..living_shown import LABELS
from ..wording import grade_word, spoken

ELSEWHERE = {phase.key: phase.title for phase in PHASES if phase.key not in course.PARTS}
"""Phases of the study that have no part on the task list: their answers are in the dossier all the same."""
FIGURES = ("sales", "left")
KEPT_BACK = {
    N_("Each income, expense and debt of the family by itself. The lender reads totals."): SHOWN_WITH[HOUSEHOLD],
    N_("What changes in the family after the start."): ("household.changes",),
    N_("The business owner's nationality, and the income of now."): (
        "applicant.nationality", "applicant.income_source"),
    N_("Integration course, reading language, and who helps with this plan."): (
        "applicant.integration_track", "inform.supported_by", "inform.reading_language", "inform.read_aloud"),
    N_("What makes work harder, for example health."): ("competences.limits",),
    N_("Who looks after the children, what the family thinks, what interests the owner, and what is still to learn."): (
        "competences.childcare", "competences.family_opinion", "competences.interest", "competences.actions[]."),
    N_("The people on the list of contacts."): ("planning.contacts[].",),
}
"""What a lender is not shown, in plain words, each with the questions that it is about."""
NEVER = (
    N_("What owner and coach wrote to each other, and notes of coaches."),
    N_("Earlier answers. Only what stands in this version."),
)
"""What stays between entrepreneur and coach in any case."""


@dataclass(frozen=True)
class Line:
    """An answer as the officer reads it, with what a number rests on and what a text says in the dossier's language."""

    question: str
    answer: str
    grade: int = 0
    word: str = ""
    note: str = ""
    translation: str = ""


@dataclass(frozen=True)
class Part:
    """The answers of one part of the study: outside all rows under "", else by the name of the row."""

    key: str
    title: str
    rows: tuple[tuple[str, tuple[Line, ...]], ...]

    @property
    def count(self) -> int:
        """How many answers stand in it."""
        return sum(len(lines) for _name, lines in self.rows)


@dataclass(frozen=True)
class Preview:
    """All that an officer will see of a version, and what they will not."""

    parts: tuple[Part, ...]
    signals: tuple[Told, ...]
    figures: tuple[tuple[str, Markup, str], ...]
    signed: SignOff | None
    kept_back: tuple[str, ...]
    in_totals: bool
    papers: tuple[tuple[str, str], ...]

    @property
    def approved(self) -> tuple[int, int]:
        """How many parts are approved as they are, of how many."""
        return (len(self.signed.approved), len(self.signed.parts)) if self.signed else (0, len(course.PARTS))

    @property
    def decided(self) -> tuple[int, int]:
        """At how many gates something is decided, of how many."""
        done = sum(each.outcome is not None for each in self.signed.gates) if self.signed else 0
        return done, len(GATES)


CUTS: Memory[dict[tuple[str, ...], tuple[Plan, Readiness]]] = Memory(most=6)


def preview(tx: Transaction, kept: Kept, submission: Submission, lender: str) -> Preview:
    """What the officer will see of a version, as it would be handed in today and held against the lender's limits."""
    cut, ready = _cut(tx, kept, submission)
    own = lender_profiles.lender(tx, lender, today(), tx.now)
    ready = ready if own is None else _ready(cut, own)
    signed = sign_off.sign_off(tx, kept.id, submission.sequence, tx.now)
    signals = tuple(Told(each.light.value, spoken(each), title=_(each.question)) for each in ready.signals)
    return Preview(tuple(parts(cut, submission.language)), signals, tuple(_figures(cut, ready)), signed,
                   kept_back(submission.more), cut.is_in_totals,
                   tuple((_(QUESTIONS[SECTION + each.paper].label), each.name)
                         for each in papers.for_lender(tx, kept.id, submission.more)))


def parts(cut: Plan, language: str) -> Iterator[Part]:
    """The answers of a cut, part by part in the order of the study, with what they say in a language."""
    found: dict[str, dict[tuple[str, str], list[Line]]] = {}
    record = as_record(cut)
    for key, row in cut.answers:
        part = course.page_of(key)[0].key if course.is_on_a_page(key) else key.partition(".")[0]
        line = _line(record, key, row, cut.translations.get((key, row, language)))
        found.setdefault(part, {}).setdefault((QUESTIONS[key].group, row), []).append(line)
    titles = {key: part.title for key, part in course.PARTS.items()} | ELSEWHERE
    for part, title in titles.items():
        if part in found:
            yield Part(part, _(title), tuple(_rows(cut, record, found[part])))


def as_record(cut: Plan) -> Record:
    """A cut as pages read answers: each said once, by nobody."""
    said = {(key, row): Revision(Deed.ANSWER, key, row, Said.of(key, answer.value, answer.evidence, answer.note))
            for (key, row), answer in cut.answers.items()}
    return Record(cut.language, said, cut.rows)


def kept_back(more: tuple[str, ...]) -> tuple[str, ...]:
    """What the officer will not see, in plain words."""
    hidden = withheld(Recipient.LENDER, more)
    named = (words for words, places in KEPT_BACK.items() if questions_under(places) & hidden)
    return tuple(_(each) for each in (*named, *NEVER))


def _cut(tx: Transaction, kept: Kept, submission: Submission) -> tuple[Plan, Readiness]:
    """The cut of a version with what its figures say, remembered like that of a plan."""
    moment = Kept(kept.id, kept.owner, kept.organisation, kept.language, submission.sequence, kept.made_at,
                  kept.active_at)
    known = CUTS.of(moment, dict)
    if submission.more not in known:
        study = plans.record(tx, kept, submission.sequence).plan
        cut = released(study, Recipient.LENDER, submission.more)
        known[submission.more] = cut, _ready(cut)
    return known[submission.more]


def _ready(cut: Plan, reader: Lender | None = None) -> Readiness:
    """How ready a cut is as on this day, by the limits of whoever reads it where it has limits of its own."""
    found = calculation(Case(cut, today(), reader=reader), lambda: _made(cut))
    if isinstance(found, NoFigures):
        return readiness(cut, today=today(), reader=reader)
    return readiness(cut, found.engine, found.values, today(), reader)


def _made(cut: Plan) -> tuple[Engine, Values]:
    work = Workshop.on(cut, today())
    return work.engine, work.values


def _rows(cut: Plan, record: Record, found: dict[tuple[str, str], list[Line]]) -> Iterator[
        tuple[str, tuple[Line, ...]]]:
    """The answers outside all rows first, then each row under its name."""
    alone = [line for (group, _row), lines in found.items() if not group for line in lines]
    if alone:
        yield "", tuple(alone)
    for (group, row), lines in found.items():
        if group:
            yield _row_name(cut, record, group, row), tuple(lines)


def _row_name(cut: Plan, record: Record, group: str, row: str) -> str:
    return _(TOTALS[group]) if cut.is_in_totals and group in TOTALS else row_name(record, group, row)


def _line(record: Record, key: str, row: str, said_in: Translation | None) -> Line:
    question, said = QUESTIONS[key], record.said(key, row)
    grade = int(said.evidence or 1) if question.is_figure else 0
    return Line(_(question.wording), words_of(record, question, said), grade, grade_word(grade), said.note,
                said_in.text if said_in else "")


def _figures(cut: Plan, ready: Readiness) -> Iterator[tuple[str, Markup, str]]:
    """The handful of amounts that decide, the last with the month in which it holds."""
    known = living(cut, today()).figures
    for name in FIGURES:
        if known[name].value is not None:
            yield _(LABELS[name]), display.money(known[name].value, g.language), ""
    if isinstance(ready.case, Calculated):
        low = ready.case.outcome
        month = _("in {month}").format(month=ready.case.month(low.lowest_month).said(g.language, _))
        yield _(LABELS["lowest_cash"]), display.money(low.lowest_cash, g.language), month
