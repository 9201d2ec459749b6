"""Answers as words: choices by their labels, amounts and days as the language writes them, texts as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.wording import Translate
from bizplan.domain.plan import Value
from bizplan.domain.questions import QUESTIONS, Kind, Question, fields
from bizplan.domain.typed.fields import is_blank
from bizplan.domain.units import period_words, unit_words

DOT = "\u00a0· "  # between what is listed; it ends a line and never begins one
INSTRUCTION = re.compile(r"\((?:[^()]*; )?(?:leave out|enter) [^()]*\)\??$")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*[?؟]?$")


def label_words(case: Case, question: Question) -> str:
    """The label of a question as the document prints it."""
    return printed_label(question, case.translate)


def printed_label(question: Question, translate: Translate) -> str:
    """The label of a question without what it tells whoever answers it to leave out or to enter elsewhere."""
    words = translate(question.label)
    return IN_BRACKETS.sub("", words) if INSTRUCTION.search(question.label) else words


def said(case: Case, key: str, row: str = "") -> str:
    """What was answered, or nothing where nobody answered or the question is not asked."""
    question = QUESTIONS[key]
    answer = case.study.answer(key, row)
    if answer is None or not case.study.is_asked(question, row):
        return ""
    return in_words(case, question, answer.value)


def in_words(case: Case, question: Question, value: Value) -> str:
    """A value as it is printed."""
    _ = case.translate
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        dated = case.wording.month(value.year, value.month)
        return dated if question.kind is Kind.CALENDAR_MONTH else case.wording.day(value)
    if isinstance(value, (int, float)):
        return counted(case, question, float(value))
    if isinstance(value, tuple):
        return listed(case, question, value)
    return chosen(case, question, value)


def chosen(case: Case, question: Question, value: str) -> str:
    """A choice by its label, the row that is meant by its name, a text as it was typed."""
    if question.kind is Kind.CHOICE:
        option = question.option(value)
        return case.translate(option.label) if option else value
    if question.kind is Kind.ROW:
        return str(case.study.value(f"{question.of}[].name", value) or value)
    return "" if is_blank(value) else value.strip()


def listed(case: Case, question: Question, values: tuple[str, ...] | tuple[float, ...]) -> str:
    """Several choices, or twelve numbers, one after the other."""
    if question.kind is Kind.TWELVE:
        return DOT.join(case.wording.number(float(value)) for value in values)
    labels = [chosen_label(case, question, str(value)) for value in values]
    return DOT.join(labels)


def chosen_label(case: Case, question: Question, value: str) -> str:
    """One of several choices by its label."""
    option = question.option(value)
    return case.translate(option.label) if option else value


def counted(case: Case, question: Question, value: float) -> str:
    """A number in its unit, and how often it occurs."""
    wording = case.wording
    if question.kind is Kind.AMOUNT:
        words = wording.euro(value, 0 if value == round(value) else 2)
    elif question.kind is Kind.SHARE:
        words = wording.percent(value, 2)
    elif question.kind is Kind.PLAN_MONTH:
        words = case.month(int(value))
    elif question.kind is Kind.WHOLE and question.name == "year":
        words = str(int(value))
    else:
        words = wording.number(value)
        if question.unit:
            words += f"\u00a0{unit_words(question.unit, value, wording.language, case.translate)}"
    return f"{words} {period_words(question.period, case.translate)}".strip()


def feeding(*chapters: str, group: str | None = "") -> list[Question]:
    """The questions that feed these chapters of the dossier; of one group, of none (""), or of all (None)."""
    wanted = {f"dossier.{chapter}" for chapter in chapters}
    return [
        question
        for question in QUESTIONS.values()
        if question.feeds in wanted and (group is None or question.group == group)
    ]


def answered(case: Case, questions: Iterable[Question]) -> list[tuple[Question, str]]:
    """The questions that have an answer, each with it."""
    pairs = ((question, said(case, question.key)) for question in questions)
    return [(question, words) for question, words in pairs if words]


def unanswered(case: Case, questions: Iterable[Question]) -> list[Question]:
    """The questions that are asked, that a dossier cannot do without, and that nobody answered."""
    return [
        question
        for question in questions
        if question.required and case.study.is_asked(question) and not said(case, question.key)
    ]


def filled_rows(case: Case, group: str) -> list[str]:
    """The rows of a group in which something is answered."""
    return [row for row in case.study.row_ids(group) if any(said(case, q.key, row) for q in fields(group))]
