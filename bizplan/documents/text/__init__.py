"""Text of any script on a ReportLab page: Dutch beside Dari, amounts inside Arabic, Tigrinya in a cell.

ReportLab orders mixed directions or joins letters, never both. Here text is ordered (`bidi`), given
a typeface (`faces`), shaped (`shaping`), broken into lines (`breaking`, `setting`) and painted
(`painting`), and the fonts are written with the words they stand for (`document_fonts`). Words come
as plain text or spans; there is no mark-up, so nothing that a user types can be anything but words.
"""

from bizplan.documents.mirror import is_turned_over, seen, turn_over, upright
from bizplan.documents.text.characters import NO_BREAK_SPACE, in_one_line, left_to_right, printable
from bizplan.documents.text.document_fonts import boxes_printed, initial_font
from bizplan.documents.text.faces import FontsMissing
from bizplan.documents.text.paragraph import Align, Paragraph, TextStyle
from bizplan.documents.text.placing import draw_paragraph, draw_text, text_width
from bizplan.documents.text.setting import Direction, Span, Words, in_language
from bizplan.documents.text.shaping import missing_characters

__all__ = [
    "NO_BREAK_SPACE",
    "Align",
    "Direction",
    "FontsMissing",
    "Paragraph",
    "Span",
    "TextStyle",
    "Words",
    "boxes_printed",
    "draw_paragraph",
    "draw_text",
    "in_language",
    "in_one_line",
    "initial_font",
    "is_turned_over",
    "left_to_right",
    "missing_characters",
    "printable",
    "seen",
    "text_width",
    "turn_over",
    "upright",
]
