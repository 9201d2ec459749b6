"""In which order the characters of a line are read and seen, where scripts of both directions meet.

The Unicode Bidirectional Algorithm (UAX #9, https://www.unicode.org/reports/tr9/), rule by rule, in
time that grows with the length of the text and no faster. The names of the rules (W1, N0, X5a) stand
beside the lines that apply them. Mirrored brackets (rule L4) are drawn by the shaper.
"""

from bizplan.documents.text.bidi.levels import first_direction, levels
from bizplan.documents.text.bidi.reordering import line_levels, visual_order

__all__ = ["first_direction", "levels", "line_levels", "visual_order"]
