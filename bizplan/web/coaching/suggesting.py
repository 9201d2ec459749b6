"""What a coach changes on a page of the study where they only suggest: each change becomes a suggestion.

And the other way round: the entrepreneur opens the page with a suggestion in its field, to change it themself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from flask import abort, flash, g, redirect, request, url_for

from bizplan.domain.answers import is_same
from bizplan.domain.coaching import News
from bizplan.domain.coaching.own_answers import is_coachs
from bizplan.domain.coaching.suggestions import State
from bizplan.domain.people import Role
from bizplan.domain.questions import Question
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.revisions import Deed
from bizplan.domain.typed import Given, Problem
from bizplan.domain.typed import note as noted
from bizplan.storage import Transaction, notices, plans, suggestions
from bizplan.storage.plans import Change
from bizplan.storage.suggestions import Suggestion
from bizplan.translations import translator

from ..access import kept, person, reading, storage, writing
from ..answering import Answering, Asked
from ..languages import N_
from ..languages import say as _
from ..writing_rights import may_write

WHY, SUGGESTION, SUGGEST = "why", "suggestion", "suggest"
"""What forms call the reason of a coach, the suggestion that an entrepreneur changes, and that a page suggests."""
SENT = N_("Your suggestion is sent. The answer stays as it is until the business owner decides.")
NOTHING = N_("You changed nothing on this page, so there is nothing to suggest.")


@dataclass(frozen=True)
class Why:
    """Why a coach suggests what they do, as they typed it, and what is wrong with it or with the form."""

    text: str = ""
    problem: str = ""
    nothing: str = ""


def why(questions: Iterable[Question]) -> Why | None:
    """The reason as it was sent; None where what the reader changes on such a page is simply saved."""
    asked = any(name in request.values for name in (SUGGEST,))
    only = [each for each in questions if not is_coachs(each.key) and (asked or not may_write(each.key))]
    return Why(request.form.get(WHY, "")) if only and g.role is Role.COACH else None


def suggest(answering: Answering, asked: Mapping[Asked, int], stated: Why) -> Why | None:
    """Keeps what a coach changed as suggestions, all together; None once that is done, else what is in the way."""
    reason, stated = reason_of(stated)
    if stated.problem or any(each.problem for each in asked):
        return stated
    own = {each: base for each, base in asked.items() if is_coachs(each.key)}
    kept_own = answering.save(storage(), person().id, own) if own else []
    with writing() as tx:
        made = [suggestions.make(tx, kept().id, person().id, _change(each, base), reason)
                for each, base in asked.items() if each not in own and _is_new(tx, each, base)]
        for each in made:
            notices.tell(tx, News.SUGGESTION, kept().id, person().id, [kept().owner], each)
    if made:
        flash(_(SENT), "ok")
    clash = next((each.clash for each in kept_own if each.clash), None)
    if clash:
        abort(redirect(url_for("history.clash", plan=kept().id, sequence=clash.mine.sequence)))
    return None if made or own else replace(stated, nothing=_(NOTHING))


def reason_of(stated: Why) -> tuple[str, Why]:
    """The reason as it is kept, and as it goes back to the page, with what is wrong with it."""
    read = noted(stated.text)
    if isinstance(read, Problem):
        return "", replace(stated, problem=sentence(read, g.language, translator(g.language)))
    return str(read.value) if isinstance(read, Given) else "", stated


def opened(question: Question, row: str) -> Suggestion | None:
    """The suggestion on this answer that the entrepreneur wants to change, as the address or the form names it."""
    named = request.values.get(SUGGESTION, "")
    if not named or g.role is not Role.ENTREPRENEUR:
        return None
    with reading() as tx:
        found = suggestions.suggestion(tx, kept().id, named)
    return found if found and found.is_open and found.revision.place == (question.key, row) else None


def asked(answering: Answering, questions: Iterable[Question]) -> list[Asked]:
    """The questions as they are answered now, but for one that is opened with what a coach suggested."""
    found = [(each, opened(each, answering.row)) for each in questions]
    return [answering.asked(each) if suggested is None else answering.saying(each, suggested.revision.said)
            for each, suggested in found]


def settle(asked: Iterable[Asked]) -> None:
    """The entrepreneur saved a page that was opened with a suggestion: it is used, as it was or with changes."""
    for each in asked:
        found = opened(each.question, each.row)
        if found is None:
            continue
        same = is_same(each.said, found.revision.said)
        with writing() as tx:
            stands = plans.newest(tx, kept().id, each.key, each.row)
            ours = stands is not None and stands.author == person().id and stands.sequence > found.revision.sequence
            decided = suggestions.decide(tx, found.id, State.ACCEPTED if same else State.CHANGED, person().id,
                                         stands.sequence if stands and ours else 0)
            if decided:
                tell_author(tx, found)


def tell_author(tx: Transaction, of: Suggestion) -> None:
    """Tells the coach who suggested it that it was decided, as long as they take part in the plan."""
    to = [each for each in notices.everybody(tx, of.plan) if each == of.author]
    notices.tell(tx, News.DECIDED, of.plan, person().id, to, of.id)


def _is_new(tx: Transaction, asked: Asked, base: int) -> bool:
    """Whether it says something else than the page on which it was typed."""
    return not is_same(asked.said, plans.said(tx, kept().id, asked.key, asked.row, base))


def _change(asked: Asked, base: int) -> Change:
    return Change(Deed.ANSWER, asked.key, asked.row, asked.said, base=base)
