"""The texts of the application in the languages of its users: English is what stands in the code.

One catalogue for all: the labels of the model, the questions of the study, the
fixed texts of workbook, dossier and pages.  Translators edit the ``.po`` files
beside this one; nothing is compiled.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from financial_models.law import Text
from financial_models.law.lookup import parameters

HOME = Path(__file__).parent
LANGUAGES = ("nl", "fr", "en", "ar")
SPOKEN_BY_LAW = ("nl", "fr", "en")
"""The languages in which the files of the law say what they call their figures."""


@lru_cache(maxsize=len(LANGUAGES))
def translator(language: str) -> Callable[[str], str]:
    """What turns an English text into a language; a text without translation stays English."""
    if language not in LANGUAGES:
        raise LookupError(f"there is no translation into {language!r}; there are {', '.join(LANGUAGES)}")
    if language == "en":
        return str
    said = {str(each.id): str(each.string) for each in catalogue(language) if each.string and not each.fuzzy}
    words = labels_of_law(language) | {text: to for text, to in said.items() if text and to != text}
    return lambda text: words.get(text, text)


@lru_cache(maxsize=len(LANGUAGES))
def labels_of_law(language: str) -> dict[str, str]:
    """What the files of the law call their figures, by the English name; they speak the languages of the documents."""
    spoken = language in SPOKEN_BY_LAW and language != "en"
    return {each.label.en: each.label.text(language) for each in parameters()} if spoken else {}


def called(name: Text, language: str) -> str:
    """What a figure of law or a lender is called: as their files say, elsewhere as the catalogue does, else in English.

    Titles of sources are no such names: they stay in a language in which a reader can look them up.
    """
    return name.text(language) if language in SPOKEN_BY_LAW else translator(language)(name.en)


@dataclass(frozen=True, slots=True)
class Translated(Text):
    """Words of the application that stand where the law has its own: in all languages of its users."""

    ar: str

    def text(self, language: str) -> str:
        """The words in this language."""
        return self.ar if language == "ar" else Text.text(self, language)


def translated(text: str, told: Callable[[str], Mapping[str, str]] = lambda _language: {}) -> Translated:
    """A text of the application in all languages; ``told`` is what is filled into it in each."""
    en, nl, fr, ar = (translator(each)(text).format(**told(each)) for each in ("en", "nl", "fr", "ar"))
    return Translated(en, nl, fr, ar)


def catalogue(language: str) -> Catalog:
    """The translations into a language as they stand in its file."""
    with (HOME / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)
