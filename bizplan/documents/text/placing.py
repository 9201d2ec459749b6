"""Words at a place of the page, where a grid and not the flow decides."""

from collections import defaultdict

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.mirror import is_turned_over, upright
from bizplan.documents.structure import Place
from bizplan.documents.text.paragraph import Align, Paragraph, TextStyle, aligned
from bizplan.documents.text.passages import paint_passages
from bizplan.documents.text.setting import Direction, Setting, Words

OTHER_SIDE: dict[Align, Align] = {"left": "right", "right": "left"}
SMALLEST = 0.7  # of the size asked for: what does not fit then is cut, with an ellipsis


def text_width(words: Words, size: float, bold: bool = False) -> float:
    """The width of one line of words, in points."""
    return Setting(words, bold).natural_width * size


def draw_text(
    canvas: Canvas,
    x: float,
    y: float,
    words: Words,
    size: float = 9,
    bold: bool = False,
    colour: Color = black,
    align: Align = "start",
    width: float | None = None,
    direction: Direction | None = None,
    language: str = "",
) -> float:
    """Draws one line of words with its baseline at y; answers the width it took.

    With a width, x is the left end of that much room, and words that are too long shrink, then are cut.
    Without one, x is where the words start, end or have their middle, as `align` says.
    On a page that is read from the right, left is where reading starts.
    """
    setting = Setting(words, bold, direction)
    if width is not None and setting.natural_width * size > width:
        size = max(width / setting.natural_width, size * SMALLEST)
        setting = shortened(setting, width / size, bold, direction)
    line = setting.lines(float("inf"))[0]
    if is_turned_over(canvas):
        x, align = x - (width or 0), OTHER_SIDE.get(align, align)
    left, _ = aligned(line, align, x, width or 0, size)
    with upright(canvas, x + (width or 0)):
        paint_passages(canvas, setting, [(line, left, y, 0)], size, colour, language, defaultdict(Place))
    return line.width * size


def shortened(setting: Setting, width: float, bold: bool, direction: Direction | None) -> Setting:
    """As much of the words as fits in a width in em, with an ellipsis where something is cut."""
    if setting.natural_width <= width + 0.001:
        return setting
    room = width - Setting("…", bold).natural_width
    return Setting(setting.first_words(room) + "…", bold, direction or ("rtl" if setting.base else "ltr"))


def draw_paragraph(canvas: Canvas, x: float, top: float, width: float, words: Words, style: TextStyle) -> float:
    """Draws words in lines below `top`; answers where the last line ends."""
    paragraph = Paragraph(words, style)
    _, height = paragraph.wrap(width, 0)
    paragraph.drawOn(canvas, x, top - height)
    return top - height
