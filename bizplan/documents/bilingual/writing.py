"""The bilingual list for an interpreter: a line for each text, and how to fill it in, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from openpyxl.workbook import Workbook

from bizplan.documents.text.bidi import first_direction
from bizplan.documents.workbook.book import Page
from bizplan.documents.workbook.cells import LONGEST_TEXT, plain
from bizplan.documents.workbook.columns import fit_to_width
from bizplan.documents.workbook.looks import BRAND, TYPED, Looks
from bizplan.documents.workbook.package import save
from bizplan.domain.readiness.sentences import N_
from bizplan.translations import LANGUAGES, translator

from .columns import (
    KEY,
    KEY_HEAD,
    NUMBER,
    ORIGINAL,
    PART,
    QUESTION,
    QUESTION_OTHER,
    REMARK,
    STATE,
    TRANSLATION,
    WIDTHS,
)

HEADS = {
    NUMBER: N_("No."), PART: N_("Part"), QUESTION: N_("Question"), QUESTION_OTHER: N_("Question"),
    ORIGINAL: N_("Original text"), TRANSLATION: N_("Translation"), STATE: N_("State"), REMARK: N_("Remark"),
}
NEW, CHANGED, THERE = N_("to translate"), N_("changed since"), N_("translated")
TOO_LONG = N_("Too long for a cell: translate this text on the page itself.")
HOW = (
    N_("Thank you for translating. This list holds texts that an entrepreneur wrote for a business plan."),
    N_("Write only in the yellow cells: the translation, and a remark where you want to say something."),
    N_("Say what the text says. Do not make it better or shorter: the lender reads the entrepreneur's own words."),
    N_("Leave names, addresses and amounts as they are. Write names in Latin letters where they are not."),
    N_("“Changed since” means: the text is newer than the translation beside it. Read both and mend the translation."),
    N_("Do not change the first column. By it each line is found again."),
    N_("Are you not sure? Leave the cell empty and write your question under “Remark”."),
    N_("These texts are private. Show them to nobody, and delete the list when you have sent it back."),
)
HOW_WIDTH = 110.0
Say = Callable[[str], str]


@dataclass(frozen=True)
class Entry:
    """A text that goes out: in which part, to which question (and in which row), and what it said so far."""

    key: str
    part: str
    question: str
    row_name: str
    original: str
    translation: str
    state: str


def write_list(entries: Sequence[Entry], *, title: str, language: str, spoken: str, made: datetime) -> bytes:
    """The list as a workbook: into ``language``, for a reader who also reads ``spoken``."""
    workbook = Workbook()
    looks = Looks(workbook, language)
    says = (translator(language), translator(spoken if spoken in LANGUAGES else "en"))
    pages = [_page(workbook, looks, says[0](N_("Texts")), TYPED), _page(workbook, looks, says[0](N_("Read me")), BRAND)]
    _write_lines(pages[0], entries, says)
    _write_how(pages[1], title, says)
    workbook.remove(workbook.worksheets[0])
    workbook.active = 0
    about = workbook.properties
    about.title, about.creator, about.language = plain(title), "bizplan", language
    about.created = about.modified = made.replace(tzinfo=None)
    target = BytesIO()
    save(workbook, [page.grid for page in pages], made, target)
    return target.getvalue()


def _page(workbook: Workbook, looks: Looks, name: str, colour: str) -> Page:
    sheet = workbook.create_sheet(name)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = colour
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    return Page(sheet, looks)


def _write_lines(page: Page, entries: Sequence[Entry], says: tuple[Say, Say]) -> None:
    page.widths(*WIDTHS)
    page.sheet.freeze_panes = "C2"
    page.sheet.page_setup.orientation = "landscape"
    fit_to_width(page)
    page.text(1, KEY, KEY_HEAD, "head_text")
    for column, head in HEADS.items():
        page.text(1, column, _both(head, says, column), "head_text")
    for number, entry in enumerate(entries, 1):
        _write_line(page, number, entry, says)


def _both(head: str, says: tuple[Say, Say], column: int) -> str:
    """A head in both languages; the two columns of questions are each in their own."""
    if column in (QUESTION, QUESTION_OTHER):
        return says[column == QUESTION_OTHER](head)
    return " / ".join(dict.fromkeys(say(head) for say in says))


def _write_line(page: Page, number: int, entry: Entry, says: tuple[Say, Say]) -> None:
    row, fits = number + 1, all(map(_fits, (entry.original, entry.translation)))
    if fits:
        page.text(row, KEY, entry.key, "hidden_key")
    page.grid.number(row, NUMBER, number, page.looks.style("wrapped_soft"))
    page.wrapped(row, PART, says[0](entry.part), WIDTHS[PART - 1])
    for column, say in zip((QUESTION, QUESTION_OTHER), says, strict=True):
        asked = say(entry.question) + (f" ({entry.row_name})" if entry.row_name else "")
        _write_text(page, row, column, asked, "wrapped")
    _write_text(page, row, ORIGINAL, entry.original, "wrapped")
    _write_text(page, row, TRANSLATION, entry.translation if fits else "", "written")
    page.wrapped(row, STATE, " / ".join(dict.fromkeys(say(entry.state) for say in says)), WIDTHS[STATE - 1])
    _write_text(page, row, REMARK, "" if fits else says[0](TOO_LONG), "written")


def _write_text(page: Page, row: int, column: int, text: str, role: str) -> None:
    """A text that runs as it is written; whatever it begins with, it is no formula, now or when it is typed over."""
    if not text:
        page.grid.empty(row, column, page.looks.style(role))
        return
    right_to_left = first_direction(text) == "R"
    page.wrapped(row, column, text, WIDTHS[column - 1], f"{role}_rtl" if right_to_left else role)


def _write_how(page: Page, title: str, says: tuple[Say, Say]) -> None:
    page.widths(HOW_WIDTH)
    page.text(1, 1, title, "title")
    row = 3
    for say in dict.fromkeys(says):
        for sentence in HOW:
            words = say(sentence)
            page.wrapped(row, 1, words, HOW_WIDTH, "wrapped_rtl" if first_direction(words) == "R" else "wrapped")
            row += 1
        row += 1


def _fits(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST_TEXT
