"""The line in which a workbook says where it comes from: a name for a text, which every spreadsheet keeps."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl.workbook.defined_name import DefinedName

from bizplan.domain.returned import fingerprint, numbers_of

from .book import Book

NAME = "bizplan.origin"
Line = Callable[[str], str]
"""Makes the line of a workbook from the fingerprint of its inputs."""


def write_origin(book: Book, line: Line | None) -> None:
    """Writes where a workbook comes from, if it is to say so."""
    if line is not None:
        text = line(fingerprint(numbers_of(book.model)))
        book.workbook.defined_names[NAME] = DefinedName(NAME, attr_text=f'"{text}"')
