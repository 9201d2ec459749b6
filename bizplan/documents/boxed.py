"""Which answers hold characters that a document prints as a box: known before one is made."""

from collections.abc import Iterator
from dataclasses import dataclass

from bizplan.documents.text import missing_characters, printable
from bizplan.domain.plan import Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.translated import is_text

Place = tuple[str, str]
"""A question, and the row in which it stands."""


@dataclass(frozen=True)
class Boxed:
    """An answer, and the characters of it, of its note or of its translations that no typeface can draw."""

    question: str
    row: str
    characters: tuple[str, ...]


def boxed(plan: Plan) -> tuple[Boxed, ...]:
    """The answers of a plan with such characters, in the order of the study.

    The characters of the whole plan are looked up once each, so that the many plans without any cost next to nothing.
    """
    missing = {character for each in set().union(*(set(text) for _, text in written(plan)))
               for character in missing_characters(printable(each))}
    if not missing:
        return ()
    found: dict[Place, dict[str, None]] = {}
    for place, text in written(plan):
        held = dict.fromkeys(each for each in printable(text) if each in missing)
        if held and plan.is_asked(QUESTIONS[place[0]], place[1]):
            found.setdefault(place, {}).update(held)
    return tuple(Boxed(*place, tuple(found[place])) for place in in_order(plan) if place in found)


def written(plan: Plan) -> Iterator[tuple[Place, str]]:
    """What somebody wrote: the answers in words, the notes beside answers, and the translations."""
    for (key, row), answer in plan.answers.items():
        if is_text(QUESTIONS[key]):
            yield (key, row), str(answer.value)
        if answer.note:
            yield (key, row), answer.note
    for (key, row, _language), version in plan.translations.items():
        yield (key, row), version.text


def in_order(plan: Plan) -> Iterator[Place]:
    """The places of answers in the order of the study."""
    for question in QUESTIONS.values():
        for row in plan.places(question):
            yield question.key, row
