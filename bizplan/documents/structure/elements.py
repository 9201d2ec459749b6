"""The elements of a document while it is drawn: which are open, and where on the pages each one stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject

from bizplan.documents.structure.foreign import Foreign

Role = Literal[
    "Document", "Part", "Sect", "Div", "H1", "H2", "H3", "P", "Span", "L", "LI", "Lbl", "LBody", "Table", "THead",
    "TBody", "TR", "TH", "TD", "Figure", "Caption", "TOC", "TOCI", "Reference", "Link",
]
GROUPS: frozenset[Role] = frozenset(
    ("Document", "Part", "Sect", "Div", "L", "LI", "Table", "THead", "TBody", "TR", "TOC", "TOCI", "Reference"))
"""What holds other elements; the rest holds words."""
DEEPEST_HEADING = 3

Box = tuple[float, float, float, float]


class Mark(NamedTuple):
    """A piece of the content of a page."""

    page: int
    number: int


class Annotated(NamedTuple):
    """Something of a page that is not drawn in its content: a link."""

    page: int
    annotation: PDFObject


@dataclass(eq=False)
class Element:
    """What something is: a heading, a cell, a figure."""

    role: Role
    parent: Element | None = None
    language: str = ""  # where it is another than around it
    words: str = ""  # what is read, where the order on the page is that of the eye: right to left
    alt: str = ""  # what a figure shows
    box: Box | None = None
    scope: Literal["", "Row", "Column"] = ""  # what a head of a table is the head of
    columns: int = 1
    kids: list[Element | Mark | Annotated] = field(default_factory=list)

    @property
    def holds_words(self) -> bool:
        """Whether words stand in it without an element of their own."""
        return self.role not in GROUPS


@dataclass(eq=False)
class Place:
    """Where something stands in the tree that is drawn in parts, such as a table over a page end."""

    element: Element | None = None


class Structure:
    """The tree of one document, with what is open while pages are drawn."""

    def __init__(self, language: str, translate: Callable[[str], str], foreign: Foreign | None = None) -> None:
        self.language, self.translate, self.foreign = language, translate, foreign or Foreign()
        self.root = Element("Document")
        self.open: list[Element] = [self.root]
        self.depth = 1  # how many of these stay open between what is drawn: the document, its part, a section
        self.is_marking = False  # whether what is drawn belongs to a piece of content already
        self.heading = 0
        self.marked: dict[int, list[Element]] = {}  # by page: the element of each piece
        self.annotated: list[Element] = []

    @property
    def current(self) -> Element:
        """What is open, innermost."""
        return self.open[-1]

    def begin(self, level: int) -> None:
        """Goes on in a new part of the document, or in a new section of the part."""
        if len(self.open) == self.depth:
            del self.open[1 + min(level, self.depth - 1):]
            self.open.append(self.add(Element("Sect" if level else "Part", self.current)))
            self.depth = len(self.open)

    def add(self, element: Element) -> Element:
        """Puts an element behind what its parent holds already."""
        if element.parent is not None:
            element.parent.kids.append(element)
        return element

    def mark(self, element: Element, page: int) -> int:
        """The number of a new piece of content on a page, which belongs to an element."""
        owners = self.marked.setdefault(page, [])
        owners.append(element)
        element.kids.append(Mark(page, len(owners) - 1))
        return len(owners) - 1

    def annotate(self, element: Element, page: int, annotation: PDFObject) -> int:
        """The number of an annotation of a page, which belongs to an element."""
        self.annotated.append(element)
        element.kids.append(Annotated(page, annotation))
        return len(self.annotated) - 1

    def language_of(self, element: Element | None) -> str:
        """The language in which an element is read."""
        while element is not None:
            if element.language:
                return element.language
            element = element.parent
        return self.language
