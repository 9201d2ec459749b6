"""Texts that were translated, as the dossier prints them: what they say, from which text, and the original below."""

from __future__ import annotations

from bizplan.documents.dossier.case import Case
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.sentences import N_
from bizplan.domain.translated import NAMES, Text, written_in
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
    question, answer = QUESTIONS[key], case.study.answer(key, row)
    counts = question.is_figure and not question.feeds.startswith("dossier.")
    is_guess = counts and answer is not None and answer.grade is Grade.GUESS
    return f"{words} ({case.translate('guess')})" if words and is_guess else words


def beside(case: Case, key: str, row: str, words: str) -> str:
    """The same as a line of facts or a cell prints it: with the original below it where that was asked for."""
    version, answer = case.original.translations.get((key, row, case.wording.language)), case.original.answer(key, row)
    shown = graded(case, key, row, told(case, key, row, words))
    if not words or version is None or answer is None or version.text in ("", answer.value):
        return shown
    if case.original.value("applicant.dossier_originals") != "beside":
        return shown
    case.beside.add((key, row))
    each = Text(QUESTIONS[key], row, str(answer.value), case.wording.language, version)
    return "\n".join([shown, each.original.strip(), attribution(case, each)])
