"""How the workbook looks: a role for each kind of cell, and how the language writes its numbers.

Yellow may be changed, petrol comes from the law, white is calculated, grey lies outside the plan.
"""

from __future__ import annotations

from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from financial_models.language import Unit

INK, SOFT, EDGE, RULE, BRAND = "1E1B16", "5B554A", "7A7366", "DCD4C6", "0B4D5A"
TYPED, LEGAL, SUNK, WARM = "FFF3C4", "E1EEF0", "F2EDE4", "FBE7CF"
GOOD, BAD, CAUTION = "1C6632", "A3231A", "854A00"
LOCALES = {"nl": "813", "fr": "80C", "en": "809", "ar": "813"}  # Arabic: numbers as they stand on bills here
MONTHS = {**LOCALES, "ar": "2801"}  # and the months of Syria
FONT, SIZE = "Arial", 10  # its measures are the same in Excel and in LibreOffice


def _font(**given: Any) -> Font:
    return Font(**{"name": FONT, "size": SIZE, "color": INK, **given})


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


_THIN, _HAIR, _THICK = Side("thin", EDGE), Side("hair", RULE), Side("medium", BRAND)
_BOX = Border(_HAIR, _HAIR, _HAIR, _HAIR)
_RIGHT = Alignment(horizontal="right", vertical="top")
_WRAP = Alignment(vertical="top", wrap_text=True)
_WRAP_RIGHT_TO_LEFT = Alignment(horizontal="right", vertical="top", wrap_text=True, readingOrder=2)
_WRITTEN: dict[str, Any] = {
    "font": _font(), "fill": _fill(TYPED), "border": _BOX, "protection": Protection(locked=False),
    "number_format": "@",
}
ROLES: dict[str, dict[str, Any]] = {
    "text": {"font": _font()},
    "soft": {"font": _font(color=SOFT)},
    "right": {"font": _font(color=SOFT), "alignment": _RIGHT},
    "wrapped": {"font": _font(), "alignment": _WRAP},
    "wrapped_rtl": {"font": _font(), "alignment": _WRAP_RIGHT_TO_LEFT},
    "written": {**_WRITTEN, "alignment": _WRAP},
    "written_rtl": {**_WRITTEN, "alignment": _WRAP_RIGHT_TO_LEFT},
    "hidden_key": {"font": _font(color=RULE, size=6)},
    "aside": {"font": _font(color=SOFT), "alignment": Alignment("left", vertical="top", wrap_text=True, indent=1)},
    "wrapped_soft": {"font": _font(color=SOFT), "alignment": _WRAP},
    "title": {"font": _font(size=16, bold=True, color=BRAND)},
    "cover": {"font": _font(size=24, bold=True, color=BRAND)},
    "lead": {"font": _font(size=12, color=SOFT)},
    "heading": {"font": _font(bold=True, color=BRAND), "border": Border(bottom=_THIN)},
    "link": {"font": _font(color=BRAND, underline="single")},
    "head": {
        "font": _font(bold=True, color="FFFFFF"),
        "fill": _fill(BRAND),
        "alignment": _RIGHT,
    },
    "head_wrapped": {
        "font": _font(bold=True, color="FFFFFF"),
        "fill": _fill(BRAND),
        "alignment": Alignment(horizontal="right", vertical="top", wrap_text=True),
    },
    "head_text": {"font": _font(bold=True, color="FFFFFF"), "fill": _fill(BRAND)},
    "head_soft": {
        "font": _font(color="FFFFFF", size=9),
        "fill": _fill(BRAND),
        "alignment": _RIGHT,
    },
    "head_soft_text": {"font": _font(color="FFFFFF", size=9), "fill": _fill(BRAND)},
    "head_outside": {
        "font": _font(color=SOFT, size=9),
        "fill": _fill(RULE),
        "alignment": _RIGHT,
    },
    "number": {"font": _font(), "alignment": _RIGHT},
    "total": {"font": _font(bold=True), "border": Border(top=_THIN), "alignment": _RIGHT},
    "total_text": {"font": _font(bold=True), "border": Border(top=_THIN)},
    "strong": {"font": _font(bold=True), "alignment": _RIGHT},
    "outside": {"font": _font(color=EDGE), "fill": _fill(SUNK)},
    "outside_total": {"font": _font(color=EDGE, bold=True), "fill": _fill(SUNK), "border": Border(top=_THIN)},
    "typed": {
        "font": _font(color="1F4F9C"),
        "fill": _fill(TYPED),
        "border": _BOX,
        "protection": Protection(locked=False),
    },
    "typed_sample": {"font": _font(color="1F4F9C"), "fill": _fill(TYPED), "border": _BOX},
    "structure": {"font": _font(color=SOFT), "fill": _fill(SUNK), "border": _BOX},
    "legal": {"font": _font(), "fill": _fill(LEGAL), "border": _BOX},
    "carried": {"font": _font(italic=True, color=SOFT), "fill": _fill(LEGAL), "border": _BOX},
    "doubtful": {"font": _font(color=CAUTION), "fill": _fill(WARM), "border": _BOX},
    "good": {"font": _font(bold=True, color=GOOD)},
    "bad": {"font": _font(bold=True, color=BAD)},
    "caution": {"font": _font(bold=True, color=CAUTION)},
}


class Looks:
    """The styles of a workbook, each registered once."""

    def __init__(self, workbook: Workbook, language: str, right_to_left: bool = False):
        self.right_to_left = right_to_left
        self.locale, self.months = (f"[$-{known.get(language, known['en'])}]" for known in (LOCALES, MONTHS))
        sheet = workbook.active
        assert isinstance(sheet, Worksheet)
        self._sheet = sheet
        own: Any = workbook  # the normal style decides how wide a column is, and has no door
        own._named_styles["Normal"].font = own._fonts[0] = _font()
        self._known: dict[tuple[str, str, int], int] = {}

    def style(self, role: str, number_format: str = "General", indent: int = 0) -> int:
        """The number by which a look is known in the file."""
        key = role, number_format, indent
        if key not in self._known:
            cell = WriteOnlyCell(self._sheet)
            cell.alignment = Alignment(vertical="top")
            for name, value in ROLES[role].items():
                setattr(cell, name, value)
            if indent:
                side = "right" if self.right_to_left else "left"
                cell.alignment = Alignment(horizontal=side, vertical="top", indent=indent)
            cell.number_format = ROLES[role].get("number_format", number_format)
            self._known[key] = cell.style_id
        return self._known[key]

    def dated(self) -> str:
        """The format of a month: mrt 27."""
        return f"{self.months}mmm\\ yy"

    def numbers(self, unit: Unit, *, cents: bool = True, whole: bool = False, brief: bool = False) -> str:
        """How numbers in a unit are written: amounts grouped and red below zero, a dash for nothing; ratios briefly."""
        match unit.key:
            case "money":
                digits = "#,##0.00" if cents else "#,##0"
                return f'{self.locale}{digits};[Red]{self.locale}-{digits};"–"'
            case "percent":
                return f"{self.locale}0.00%"
            case "ratio":
                return f"{self.locale}0.00" if brief else f"{self.locale}0.0000"
            case "flag":
                return '0;-0;"·"'
        return f"{self.locale}General" if whole else f"{self.locale}#,##0.00"


def words(bad: str, good: str) -> str:
    """A format that shows a number above nothing as one word and nothing as another."""
    return '"{}";"";"{}"'.format(bad.replace('"', "'"), good.replace('"', "'"))
