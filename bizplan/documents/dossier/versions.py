"""Texts that were translated, as the dossier prints them: what they say, from which text, and the original below."""

from __future__ import annotations

from bizplan.documents.dossier.case import Case
from bizplan.documents.text import Span, Words, in_language
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.sentences import N_
from bizplan.domain.translated import NAMES, Text, is_text, is_wanted, written_in
from financial_models.assumptions import Grade

BY = {
    "entrepreneur": N_("Translated by the entrepreneur."), "coach": N_("Translated by the coach."),
    "interpreter": N_("Translated by an interpreter."),
}
EARLIER = N_("translated from an earlier text")


def attribution(case: Case, each: Text) -> str:
    """In which language a text was written and by whom, and who translated it."""
    _ = case.translate
    written = written_in(case.original, each.original)
    writer = _("Written in {language} by the coach.") if each.question.coach else \
        _("Written in {language} by the entrepreneur.")
    said = writer.format(language=_(NAMES[written])) if written else _("Written in another language.")
    by = each.version.by if each.version else ""
    return f"{said} {_(BY[by])}" if by in BY else said


def told(case: Case, key: str, row: str, words: str) -> str:
    """An answer in words, and that it was translated from an earlier text where it was."""
    version = case.original.translations.get((key, row, case.wording.language))
    is_old = words and version is not None and version.text and version.stale
    return from_earlier(case, words) if is_old else words


def from_earlier(case: Case, words: str) -> str:
    """Words of which the text was changed after it was translated."""
    return f"{words} ({case.translate(EARLIER)})"


def graded(case: Case, key: str, row: str, words: str) -> str:
    """A figure in words, and that it is a guess where the entrepreneur had nothing better for it."""
    _, question, answer = case.translate, QUESTIONS[key], case.study.answer(key, row)
    counts = question.is_figure and not question.feeds.startswith("dossier.")
    is_guess = counts and answer is not None and answer.grade is Grade.GUESS
    return f"{words} ({_('guess')})" if words and is_guess else words


def language_of(case: Case, key: str, row: str) -> str:
    """In which language an answer is printed, where it is another than that of the dossier and known."""
    question, language, text = QUESTIONS[key], case.wording.language, str(case.original.value(key, row) or "")
    if not is_text(question) or (key, row, language) in case.original.translations:
        return ""
    return written_in(case.original, text) if is_wanted(case.original, question, text, language) else ""


def narrative(case: Case, key: str, row: str) -> Words:
    """An answer in words with its language; nothing where nobody answered."""
    value = case.study.value(key, row)
    return in_language(told(case, key, row, str(value)), language_of(case, key, row)) if value else ""


def beside(case: Case, key: str, row: str, words: str) -> Words:
    """The same as a line of facts or a cell prints it: with the original below it where that was asked for."""
    version, answer = case.original.translations.get((key, row, case.wording.language)), case.original.answer(key, row)
    shown = graded(case, key, row, told(case, key, row, words))
    if not words or version is None or answer is None or version.text in ("", answer.value):
        return in_language(shown, language_of(case, key, row))
    if case.original.value("applicant.dossier_originals") != "beside":
        return shown
    case.beside.add((key, row))
    each = Text(QUESTIONS[key], row, str(answer.value), case.wording.language, version)
    written = written_in(case.original, each.original)
    return (f"{shown}\n", Span(f"{each.original.strip()}\n", language=written), attribution(case, each))
