"""What a document of a plan prints in another language than its own, as far as that is known.

An entrepreneur writes in their own language; where nobody translated it, that is printed.  The files of the law speak
English, Dutch and French: in any other document the titles of sources stay as a reader can look them up.
"""

from __future__ import annotations

from collections.abc import Iterator

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.law import rates_used
from bizplan.documents.structure import Foreign
from bizplan.documents.text import in_one_line, printable
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.translated import LATIN, dossier_language, is_latin, is_narrative, is_text, written_in
from bizplan.translations import SPOKEN_BY_LAW, called
from financial_models.law import Rate, Text

LEAST_LETTERS = 6
"""Of a name in the letters of the document, to be known again inside a sentence; in other letters any word is known."""
Told = tuple[str, str]
"""A text, and its language."""


def foreign_in(case: Case) -> Foreign:
    """The texts that this document may print in another language."""
    law, written = dict(of_law(case)), dict(of_answers(case))
    named = set(names(case))
    inside = {text: language for text, language in written.items() if is_other(case, text) or text in named}
    return Foreign(written, law | inside)


def of_answers(case: Case) -> Iterator[Told]:
    """What was written as an answer or as a note beside one, with the language where it is another than this one."""
    for (key, row), answer in case.study.answers.items():
        if is_text(QUESTIONS[key]) and (key, row, case.wording.language) not in case.original.translations:
            yield from told(case, key, str(answer.value))
        yield from told(case, key, answer.note)


def names(case: Case) -> Iterator[str]:
    """What rows, people and businesses are called, which sentences, titles and labels say as well."""
    for (key, _row), answer in case.study.answers.items():
        if key.endswith(".name") or key == "idea.business_name":
            words = in_one_line(str(answer.value))
            if sum(map(str.isalpha, words)) >= LEAST_LETTERS:
                yield words


def is_other(case: Case, text: str) -> bool:
    """Whether a text is in other letters than the document."""
    return is_latin(text) != (case.wording.language in LATIN)


def told(case: Case, key: str, text: str) -> Iterator[Told]:
    """A text as it may stand on a page, in its language; nothing where that is this one or is not known."""
    language = spoken(case, key, text)
    if language and language != case.wording.language:
        yield from ((each, language) for each in {printable(text).strip(), in_one_line(text)})


def spoken(case: Case, key: str, text: str) -> str:
    """In which language a text was written; nothing where that is not known.

    Coaches write in that of the dossier.  A name is of no language, but one in other letters is read by another voice.
    """
    question, plan, letters = QUESTIONS[key], case.original, [each for each in text if each.isalpha()]
    if not letters:
        return ""
    if plan.language not in LATIN and not question.coach and not all(map(is_latin, letters)):
        return plan.language
    if not is_other(case, text) and (question.coach or not is_narrative(question)):
        return ""
    if plan.language not in LATIN and question.coach and is_latin(text):
        return dossier_language(plan)
    return written_in(plan, text)


def of_law(case: Case) -> Iterator[Told]:
    """The texts of the law and of lenders that stand in English because nobody says them in this language."""
    if case.wording.language not in SPOKEN_BY_LAW:
        lender = case.lending.lender
        figures = (*rates_used(case), *lender.thresholds.values())
        texts = [lender.title, *(product.title for product in lender.products),
                 *(text for figure in figures for text in texts_of(figure))]
        names = {lender.title, *(product.title for product in lender.products), *(each.label for each in figures)}
        yield from ((text.en, "en") for text in texts if text not in names or said_in_english(case, text))


def texts_of(figure: Rate) -> Iterator[Text]:
    """All that its file says of a figure."""
    yield from (text for text in (figure.label, figure.source, figure.basis, figure.note) if text is not None)


def said_in_english(case: Case, text: Text) -> bool:
    """Whether translators left a name as it is."""
    return called(text, case.wording.language) == text.en
