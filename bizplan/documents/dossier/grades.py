"""The six grades of evidence by name."""

from __future__ import annotations

from bizplan.documents.dossier.case import Case
from financial_models.assumptions import Grade


def grade_words(case: Case, grade: int) -> str:
    """What a grade of evidence is called: guess, desk research, conversation, quote, test sale, contract."""
    _ = case.translate
    return {
        Grade.GUESS: _("guess"),
        Grade.DESK: _("desk research"),
        Grade.CONVERSATION: _("conversation"),
        Grade.QUOTE: _("quote"),
        Grade.TEST_SALE: _("test sale"),
        Grade.CONTRACT: _("contract"),
    }[Grade(grade)]
