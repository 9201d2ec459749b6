"""The texts of the application in the languages of its users: English is what stands in the code.

One catalogue for all: the labels of the model, the questions of the study, the
fixed texts of workbook, dossier and pages.  Translators edit the ``.po`` files
beside this one; nothing is compiled.
"""

from collections.abc import Callable
from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parent
LANGUAGES = ("nl", "fr", "en", "ar")


@lru_cache(maxsize=len(LANGUAGES))
def translator(language: str) -> Callable[[str], str]:
    """What turns an English text into a language; a text without translation stays English."""
    if language not in LANGUAGES:
        raise LookupError(f"there is no translation into {language!r}; there are {', '.join(LANGUAGES)}")
    if language == "en":
        return str
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    translations = GNUTranslations(compiled)
    return lambda text: translations.gettext(text) if text else text    # the empty text is the head of the catalogue


def catalogue(language: str) -> Catalog:
    """The translations into a language as they stand in its file."""
    with (HOME / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)
