"""The outline of a plan file: which question or group stands at which place, found from the keys."""

from __future__ import annotations

from dataclasses import dataclass

from .questions import GROUPS, QUESTIONS, Group, Question, fields


@dataclass(frozen=True)
class Rows:
    """A list in the file: the rows of a group, each with an id and its answers by name."""

    group: Group
    fields: dict[str, Question]


@dataclass(frozen=True)
class Outline:
    """A section of the file: what may stand in it, by name."""

    parts: dict[str, Question | Rows | Outline]


def _outline() -> Outline:
    top = Outline({})
    for question in QUESTIONS.values():
        *sections, name = (question.group or question.key).split(".")
        section = top
        for part in sections:
            inner = section.parts.setdefault(part, Outline({}))
            if not isinstance(inner, Outline):
                raise TypeError(f"{question.key}: {part} is an answer and cannot hold others")
            section = inner
        section.parts.setdefault(name, _rows(question.group) if question.group else question)
    return top


def _rows(group: str) -> Rows:
    return Rows(GROUPS[group], {question.name: question for question in fields(group)})


OUTLINE = _outline()
