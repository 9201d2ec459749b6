"""Granted terms beside the assumed ones, what they do to the figures, and how they come into the plan."""

from dataclasses import dataclass

from markupsafe import Markup

from bizplan.domain.answers import is_same
from bizplan.domain.clock import day_of, today
from bizplan.domain.coaching import News
from bizplan.domain.coaching.moved_figures import movements, standing
from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.granted import Compared, compared, differing, instalment, supposing
from bizplan.domain.lending.verdicts import Terms, Verdict
from bizplan.domain.revisions import Deed, Record
from bizplan.storage import Transaction, notices, plans, suggestions
from bizplan.storage.plans import Change, Clash
from bizplan.translations import translator
from financial_models.readers import numerals

from ..access import kept, person
from ..calculated import RECORDS
from ..coaching.difference_shown import NAMES, WAYS
from ..coaching.subjects import said_words
from ..languages import N_
from ..languages import say as _
from ..wording import spoken
from ..writing_rights import may_write
from .lenders_shown import lender_name

GRANTED_ON = N_("Granted by {lender} on {day}.")


@dataclass(frozen=True)
class Row:
    """One of the terms, in words: its question, what the plan says, what was granted, and whether that is the same."""

    question: str
    now: Markup
    granted: Markup
    is_same: bool


@dataclass(frozen=True)
class Figure:
    """What the granted terms do to a figure."""

    name: str
    state: str
    word: str
    sentence: str


@dataclass(frozen=True)
class Shown:
    """The granted terms beside those of the plan; ``figures`` are empty once the plan has them."""

    rows: tuple[Row, ...]
    instalments: tuple[float | None, float | None]
    figures: tuple[Figure, ...]
    is_taken: bool
    may_write: bool


@dataclass
class Outcome:
    """What became of the terms: taken over, suggested, or kept beside what somebody said meanwhile."""

    taken: int = 0
    suggested: int = 0
    clashes: int = 0


def shown(record: Record, application: Application, terms: Terms) -> Shown | None:
    """Both sides; None where the plan no longer has a loan that is asked for."""
    those = compared(record, application.lender, terms)
    if not those:
        return None
    changes, row = differing(those), those[0].row
    after = supposing(record, changes)
    return Shown(
        tuple(_row(record, each) for each in those),
        (instalment(record.plan, row, today()), instalment(after.plan, row, today())),
        tuple(_figures(record, after)) if changes else (), not changes, may_write(those[0].question.key))


def take_over(tx: Transaction, decision: Verdict, application: Application) -> Outcome:
    """Keeps the granted terms as answers of whoever accepts them; twice is once, since then nothing differs."""
    outcome, terms = Outcome(), decision.given.terms
    now = plans.plan(tx, kept().id)
    assert terms is not None and now is not None
    record, note = RECORDS.of(tx, now), _note(tx, decision, application)
    for each in differing(compared(record, application.lender, terms)):
        name = each.question.key
        change = Change(Deed.ANSWER, name, each.row, each.said(note), base=record.sequence)
        if not may_write(name):
            _suggest(tx, change, note)
            outcome.suggested += 1
        elif isinstance(plans.save(tx, kept().id, person().id, change), Clash):
            outcome.clashes += 1
        else:
            outcome.taken += 1
    return outcome


def _suggest(tx: Transaction, change: Change, note: str) -> None:
    """A coach suggests a term, where nobody has suggested the same one yet."""
    open_ones = [each.revision for each in suggestions.suggestions_of(tx, kept().id) if each.is_open]
    if not any(each.place == (change.question, change.row) and is_same(each.said, change.said) for each in open_ones):
        made = suggestions.make(tx, kept().id, person().id, change, note)
        notices.tell(tx, News.SUGGESTION, kept().id, person().id, [kept().owner], made)


def words(outcome: Outcome) -> tuple[str, str]:
    """What is said of that, and whether it is good."""
    if outcome.clashes:
        return _("Somebody changed the loan meanwhile. Both are kept: look at the history of the answers."), "warn"
    if outcome.suggested:
        return _("You suggested the granted terms. The business owner decides."), "ok"
    if outcome.taken:
        return _("The plan has the granted terms now. Look at your figures."), "ok"
    return _("The plan had these terms already."), "ok"


def _row(record: Record, each: Compared) -> Row:
    return Row(_(each.question.wording), said_words(record, each.question, each.now),
               said_words(record, each.question, each.said("")), each.is_same)


def _figures(record: Record, after: Record) -> list[Figure]:
    moved = movements(standing(record.plan, today()), standing(after.plan, today()))
    return [Figure(_(NAMES[each.key]), WAYS[each.way][0], _(WAYS[each.way][1]), spoken(each)) for each in moved]


def _note(tx: Transaction, decision: Verdict, application: Application) -> str:
    """Where the new terms come from, in the language of the plan."""
    language = kept().language
    return translator(language)(GRANTED_ON).format(
        lender=lender_name(tx, application), day=numerals.day(day_of(decision.at), language))
