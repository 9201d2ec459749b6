"""A plan file taken into the application: the same answers as revisions, in rows with ids of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from secrets import token_hex

from .course import marks
from .plan import Answer, Plan
from .questions import QUESTIONS, Kind
from .revisions import Deed, Record, Revision, Said, said_of_version
from .translated import key_of


def imported(plan: Plan) -> Iterator[Revision]:
    """Every row and every answer as a revision; answers that point at a row follow its new id."""
    return _revisions(plan, {(group, row): token_hex(16) for group, rows in plan.rows.items() for row in rows})


def as_it_stands(plan: Plan) -> Record:
    """A plan file as if it had been answered just now, in the rows that it has: for who only reads it."""
    kept = {(group, row): row for group, rows in plan.rows.items() for row in rows}
    return Record.of(plan.language, _revisions(plan, kept))


def _revisions(plan: Plan, ids: Mapping[tuple[str, str], str]) -> Iterator[Revision]:
    for (group, _row), new in ids.items():
        yield Revision(Deed.ADD, group, new)
    for (key, row), answer in plan.answers.items():
        group = QUESTIONS[key].group
        if group and (group, row) not in ids:
            continue
        said = _followed(key, answer, ids)
        yield Revision(Deed.ANSWER, key, ids[group, row] if group else "",
                       Said.of(key, said.value, said.evidence, said.note))
    for mark in marks(plan):
        yield Revision(Deed.ANSWER, mark, "", Said((), True))
    made_of = len(ids) + len(plan.answers)                  # no answer comes later in the new plan
    for (key, row, language), version in plan.translations.items():
        group = QUESTIONS[key].group
        yield Revision(Deed.ANSWER, key_of(key, language), ids[group, row] if group else "", said_of_version(version),
                       base=0 if version.stale else made_of)


def _followed(key: str, answer: Answer, ids: Mapping[tuple[str, str], str]) -> Answer:
    question = QUESTIONS[key]
    if question.kind is not Kind.ROW:
        return answer
    return replace(answer, value=ids[question.of, str(answer.value)])
