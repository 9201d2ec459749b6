"""What one can talk about in a plan: whether it is there, what it is called, where it stands and what it says now."""

from math import isfinite

from flask import g, url_for
from markupsafe import Markup

from bizplan.domain import course
from bizplan.domain.coaching import About, Quote, Standing, Subject, Thread
from bizplan.domain.coaching.threads import NO_QUOTE, asked_of, is_of_coaches, quoted
from bizplan.domain.course import PARTS
from bizplan.domain.questions import GROUPS, QUESTIONS, Question
from bizplan.domain.readiness import RULES, Finding, phrase
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.revisions import Record, Said
from financial_models.readers.words import Why

from ..access import kept
from ..answers_shown import words_of
from ..calculated import PLANS, READY, calculated, ready
from ..course_shown import row_name
from ..display import apart
from ..explanations import figure_of, label_of, when_of, written
from ..languages import say as _
from ..places import question_address
from ..study import is_coach
from ..wording import grade_word

LONGEST_QUOTE = 2_000
RULE_KEYS = frozenset(rule.key for rule in RULES)
A_CENT = 0.005


def present(record: Record, about: str, key: str, row: str) -> Subject | None:
    """What an address names, where it is there and this reader may see it; a figure with its one way to say when."""
    kind = next((each for each in About if each.value == about), None)
    if kind is None:
        return None
    subject = Subject(kind, key, row)
    if kind is About.FIGURE:
        look_up(subject, record)
        figure = _figure(subject)
        return None if figure is None else Subject(kind, key, when_of(figure))
    return subject if _is_there(subject, record) else None


def look_up(subject: Subject, record: Record) -> None:
    """Has the figures or the findings made, where somebody asks what became of one."""
    if subject.about is About.FIGURE:
        calculated(kept(), record)
    if subject.about is About.FINDING:
        ready(kept(), record)


def quote_of(subject: Subject, record: Record) -> Quote:
    """How it stands now, to be kept with what is said of it."""
    look_up(subject, record)
    figure = _figure(subject) if subject.about is About.FIGURE else None
    value = figure.value if figure and isfinite(figure.value) else None
    return Quote(str(label(subject, NO_QUOTE, record).striptags())[:LONGEST_QUOTE],
                 now(subject, record).striptags()[:LONGEST_QUOTE], quoted(subject, record), value,
                 figure.line.unit.key if figure else "")


def label(subject: Subject, quote: Quote, record: Record) -> Markup:
    """What it is called, in the language of the page where that can be said, else as its author saw it."""
    about, key = subject.about, subject.key
    if about is About.ANSWER and key in QUESTIONS:
        name = apart(row_name(record, QUESTIONS[key].group, subject.row)) if subject.row else ""
        return Markup("{} · {}").format(_(QUESTIONS[key].wording), name) if name else Markup("{}").format(
            _(QUESTIONS[key].wording))
    if about is About.ROW and key in GROUPS:
        return Markup("{} · {}").format(_(GROUPS[key].label), apart(row_name(record, key, subject.row)))
    if about is About.PART and key in PARTS:
        return Markup("{}").format(_(PARTS[key].title))
    if about is About.PLAN:
        return Markup("{}").format(_("The whole plan"))
    return _calculated_label(subject) or apart(quote.label or _("Something that is no longer there"))


def address(subject: Subject, record: Record) -> str:
    """The page on which it stands, or nothing where it is gone."""
    about, key, row, plan = subject.about, subject.key, subject.row, kept().id
    if about is About.FIGURE:
        return url_for("explanations.why", plan=plan, line=key, when=row)
    if about is About.FINDING:
        return url_for("figures.overview", plan=plan)
    if about is About.PART and key in PARTS:
        return url_for("history.check", plan=plan, part=key)
    if about is About.PLAN:
        return url_for("study.tasks", plan=plan)
    asked = asked_of(subject)
    if asked is None or not _is_there(subject, record):
        return ""
    return question_address(asked.key, "" if about is About.ROW else row, plan)


def now(subject: Subject, record: Record) -> Markup:
    """What it says now, in words; nothing where there is nothing to say."""
    about, asked = subject.about, asked_of(subject)
    if asked is not None:
        return said_words(record, asked, record.said(asked.key, subject.row))
    if about is About.FIGURE:
        figure = _figure(subject)
        return Markup("") if figure is None else written(figure.value, figure.line.unit.key)
    finding = _finding(subject) if about is About.FINDING else None
    return Markup("") if finding is None else Markup("{}").format(
        " ".join(phrase(text, finding.values, g.language, _) for text in (finding.found, finding.means) if text))


def then(thread: Thread, record: Record) -> Markup:
    """What it said when the thread began: in the language of the page, else as its author saw it."""
    asked, quote = asked_of(thread.subject), thread.quote
    if asked is not None and quote.said is not None:
        return said_words(record, asked, quote.said)
    if quote.figure is not None:
        return written(quote.figure, quote.unit)
    return apart(quote.text) if quote.text else Markup("")


def standing(thread: Thread, record: Record) -> Standing:
    """What became of it; of a figure or a finding as far as it is calculated already."""
    about = thread.subject.about
    if about is About.FIGURE and isinstance(PLANS.get(kept()), Calculated):
        figure = _figure(thread.subject)
        if figure is None or thread.quote.figure is None:
            return Standing.GONE if figure is None else Standing.SAME
        return Standing.SAME if abs(figure.value - thread.quote.figure) < A_CENT else Standing.CHANGED
    if about is About.FINDING and READY.get(kept()) is not None:
        return Standing.GONE if _finding(thread.subject) is None else Standing.SAME
    return thread.standing(record)


def said_words(record: Record, asked: Question, said: Said) -> Markup:
    """An answer in words, with what it rests on and what was noted beside it."""
    grade = grade_word(int(said.evidence or 1)) if asked.is_figure and said.value is not None else ""
    return Markup(" · ").join(apart(each) for each in (words_of(record, asked, said), grade, said.note) if each)


def _is_there(subject: Subject, record: Record) -> bool:
    about, key, row = subject.about, subject.key, subject.row
    if about is About.PART:
        return key in PARTS and not row
    if about is About.FINDING:
        return key in RULE_KEYS and not row
    if about is About.PLAN:
        return not key and not row
    asked = asked_of(subject)
    if asked is None or not course.is_on_a_page(asked.key) or (is_of_coaches(subject) and not is_coach()):
        return False
    return row in record.rows.get(asked.group, ()) if asked.group else not row


def _calculated_label(subject: Subject) -> Markup | None:
    """What a figure or a finding is called, where it is calculated already."""
    found = PLANS.get(kept())
    figure = _figure(subject) if subject.about is About.FIGURE else None
    if figure is not None and isinstance(found, Calculated):
        return apart(label_of(figure, found))
    finding = _finding(subject) if subject.about is About.FINDING else None
    return None if finding is None else Markup("{}").format(phrase(finding.found, finding.values, g.language, _))


def _figure(subject: Subject) -> Why | None:
    found = PLANS.get(kept())
    return figure_of(found, subject.key, subject.row) if isinstance(found, Calculated) else None


def _finding(subject: Subject) -> Finding | None:
    ready = READY.get(kept())
    return next((each for each in ready.findings if each.rule == subject.key), None) if ready else None
