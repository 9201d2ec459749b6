"""What a lender says beside what the plan says, what it does to the figures, and how it comes into the plan.

So granted terms come into the plan after a decision, and so does a credit that somebody chose among those that fit.
Nothing comes into it that was not seen before on the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request
from markupsafe import Markup

from bizplan.domain.answers import is_same
from bizplan.domain.clock import today
from bizplan.domain.coaching import News
from bizplan.domain.coaching.moved_figures import movements, standing
from bizplan.domain.lending.compared import GROUP, Compared, differing, instalment, seen_as, supposing
from bizplan.domain.revisions import Deed, Record, Revision, Said
from bizplan.storage import Transaction, notices, plans, suggestions
from bizplan.storage.plans import Change, Clash
from bizplan.storage.suggestions import Suggestion

from .. import forms
from ..access import kept, person
from ..coaching.difference_shown import NAMES, WAYS
from ..coaching.subjects import said_words
from ..coaching.suggestions import no_room
from ..languages import N_
from ..languages import say as _
from ..wording import spoken
from ..writing_rights import may_write

MEANWHILE = N_("Something changed meanwhile, in your plan or at the lender. Nothing was taken over: look once more.")
BOTH_KEPT = N_("Somebody changed the loan meanwhile. Both are kept: look at the history of the answers.")


@dataclass(frozen=True)
class Row:
    """An answer in words: its question, what the plan says, what it would say, if that is the same, and a remark."""

    question: str
    now: Markup
    becomes: Markup
    is_same: bool
    remark: str


@dataclass(frozen=True)
class Figure:
    """What the other answers do to a figure."""

    name: str
    state: str
    word: str
    sentence: str


@dataclass(frozen=True)
class Shown:
    """Both sides of a loan; ``figures`` are empty once the plan says all of it.

    ``loan`` is its row, ``base`` the sequence of the plan and ``seen`` the mark of what is shown.
    """

    rows: tuple[Row, ...]
    instalments: tuple[float | None, float | None]
    figures: tuple[Figure, ...]
    is_taken: bool
    may_write: bool
    loan: str
    base: int
    seen: str


@dataclass(frozen=True)
class Words:
    """What is said where it was taken over, suggested, or there already."""

    taken: str
    suggested: str
    nothing: str


@dataclass
class Outcome:
    """What became of the answers: taken over, suggested, or kept beside what somebody said meanwhile.

    ``refused`` is why nothing was done.
    """

    taken: int = 0
    suggested: int = 0
    clashes: int = 0
    refused: str = ""


def shown(record: Record, those: tuple[Compared, ...]) -> Shown | None:
    """Both sides; None where there is nothing to compare."""
    if not those:
        return None
    changes, row = differing(those), those[0].row
    after = supposing(record, changes)
    return Shown(
        tuple(_row(record, after, each) for each in those),
        (instalment(record.plan, row, today()), instalment(after.plan, row, today())),
        tuple(_figures(record, after)) if changes else (), not changes, may_write(GROUP), row, record.sequence,
        seen_as(those))


def take_over(tx: Transaction, record: Record, those: Iterable[Compared], reason: str) -> Outcome:
    """Keeps what a page showed as answers of whoever presses the button; twice is once, since then nothing differs.

    ``record`` is the plan as it stands now.  Who may not write suggests instead, for that ``reason``.
    """
    changes, base = differing(those), forms.sequence(request.form.get("base", ""))
    if not changes:
        return Outcome()
    if request.form.get("seen") != seen_as(changes):
        return Outcome(refused=_(MEANWHILE))
    row = changes[0].row
    if row not in record.rows.get(GROUP, ()):
        return _new_row(tx, record, row, {each.question.key: each.becomes for each in changes}, reason)
    outcome = Outcome()
    for each in changes:
        change = Change(Deed.ANSWER, each.question.key, row, each.becomes, base=base)
        if not may_write(GROUP):
            _suggest(tx, change, reason)
            outcome.suggested += 1
        elif isinstance(plans.save(tx, kept().id, person().id, change), Clash):
            outcome.clashes += 1
        else:
            outcome.taken += 1
    return outcome


def words(outcome: Outcome, said: Words) -> tuple[str, str]:
    """What is said of that, and whether it is good."""
    if outcome.refused:
        return outcome.refused, "warn"
    if outcome.clashes:
        return _(BOTH_KEPT), "warn"
    if outcome.suggested:
        return said.suggested, "ok"
    return (said.taken if outcome.taken else said.nothing), "ok"


def _new_row(tx: Transaction, record: Record, row: str, answers: dict[str, Said], reason: str) -> Outcome:
    """A new loan with these answers, or the suggestion of one."""
    open_ones = [each for each in suggestions.open_in(tx, kept().id) if each.is_row and each.revision.question == GROUP]
    suggested = {each.revision.row for each in open_ones} if not may_write(GROUP) else set()
    change = Change(Deed.ADD, GROUP, row, base=record.sequence)
    if not may_write(GROUP) and any(_says(each, answers) for each in open_ones):
        return Outcome(suggested=1)
    if full := no_room(GROUP, {*record.rows.get(GROUP, ()), *suggested} - {row}):
        return Outcome(refused=full)
    if may_write(GROUP):
        plans.save_all(tx, kept().id, person().id, [change, *(
            Change(Deed.ANSWER, key, row, said, base=record.sequence) for key, said in answers.items())])
        return Outcome(taken=len(answers))
    _told(tx, suggestions.make(tx, kept().id, person().id, change, reason, answers))
    return Outcome(suggested=1)


def _says(one: Suggestion, answers: dict[str, Said]) -> bool:
    """Whether a loan with the same answers is suggested already."""
    known: dict[str, Revision] = {each.question: each for each in one.answers}
    return known.keys() == answers.keys() and all(is_same(known[key].said, said) for key, said in answers.items())


def _suggest(tx: Transaction, change: Change, reason: str) -> None:
    """A coach suggests an answer, where nobody has suggested the same one yet."""
    open_ones = [each.revision for each in suggestions.suggestions_of(tx, kept().id) if each.is_open]
    if not any(each.place == (change.question, change.row) and is_same(each.said, change.said) for each in open_ones):
        _told(tx, suggestions.make(tx, kept().id, person().id, change, reason))


def _told(tx: Transaction, made: str) -> None:
    """The entrepreneur hears of a suggestion."""
    notices.tell(tx, News.SUGGESTION, kept().id, person().id, [kept().owner], made)


def _row(record: Record, after: Record, each: Compared) -> Row:
    return Row(_(each.question.wording), said_words(record, each.question, each.now),
               said_words(after, each.question, each.becomes), each.is_same,
               _(each.remark) if each.remark else "")


def _figures(record: Record, after: Record) -> list[Figure]:
    moved = movements(standing(record.plan, today()), standing(after.plan, today()))
    return [Figure(_(NAMES[each.key]), WAYS[each.way][0], _(WAYS[each.way][1]), spoken(each)) for each in moved]
