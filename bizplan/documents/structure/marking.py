"""What is being drawn on a canvas: said around it, so that everything inside belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.mirror import seen
from bizplan.documents.structure.elements import DEEPEST_HEADING, Box, Element, Place, Role, Structure

HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3")
INVISIBLE = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u034f"))


def structure_of(canvas: Canvas) -> Structure | None:
    """The structure of the document that a canvas draws, if it has one."""
    return getattr(canvas, "structure", None)


@contextmanager
def tagged(canvas: Canvas, role: Role, place: Place | None = None, **about: Any) -> Iterator[None]:
    """What is drawn inside is an element of this role; at a place that was drawn before, it goes on there."""
    structure = structure_of(canvas)
    if structure is None or structure.is_marking:
        yield
        return
    element = place.element if place else None
    if element is None:
        element = structure.add(Element(role, structure.current, **about))
        if place:
            place.element = element
    structure.open.append(element)
    try:
        yield
    finally:
        structure.open.pop()


def in_words(canvas: Canvas, text: str) -> str:
    """A fixed text in the language of the document."""
    structure = structure_of(canvas)
    return structure.translate(text) if structure else text


def heading(canvas: Canvas, level: int) -> AbstractContextManager[None]:
    """A heading; never more than one level below the heading before it."""
    structure = structure_of(canvas)
    if structure is None or structure.is_marking:
        return nullcontext()
    structure.heading = min(level, structure.heading + 1, DEEPEST_HEADING)
    return tagged(canvas, HEADINGS[structure.heading - 1])


@contextmanager
def artifact(canvas: Canvas, kind: str = "") -> Iterator[None]:
    """What is drawn inside is not read: a rule, a ground, what repeats on every page (a "Header", a "Footer")."""
    structure = structure_of(canvas)
    if structure is None or structure.is_marking:
        yield
        return
    is_about_page = f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC"
    with piece(canvas, structure, is_about_page if kind else "/Artifact BMC"):
        yield


@contextmanager
def figure(canvas: Canvas, alt: str, box: Box) -> Iterator[None]:
    """What is drawn inside is one picture, which says `alt`; its corners are measured as the canvas stands."""
    structure = structure_of(canvas)
    if structure is None or structure.is_marking:
        yield
        return
    element = structure.add(Element("Figure", structure.current, alt=alt, box=tuple(canvas._absRect(box, 1))))
    with marked(canvas, structure, element):
        yield


@contextmanager
def link(canvas: Canvas, key: str, words: str, box: Box) -> Iterator[None]:
    """What is drawn inside leads to a place of the document; `box` is measured on the page."""
    structure, (left, low, right, high) = structure_of(canvas), box
    left, right = seen(canvas, left, right, canvas._pagesize[0])
    box = (left, low, right, high)
    if structure is None:
        canvas.linkAbsolute(words, key, box, Border="[0 0 0]")
        yield
        return
    with tagged(canvas, "Link"):
        annotation = PDFDictionary({
            "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": PDFArray(box), "Border": PDFArray([0, 0, 0]),
            "Contents": PDFString(words), "Dest": canvas._bookmarkReference(key)})
        number = structure.annotate(structure.current, canvas.getPageNumber(), annotation)
        annotation["StructParent"] = number  # counted on from the pages where the tree is written
        canvas._addAnnotation(annotation, name=f"link{number}")  # ReportLab counts anew on pages finished later
        yield


@contextmanager
def passage(canvas: Canvas, text: str, is_right_to_left: bool, language: str = "", place: Place | None = None
            ) -> Iterator[bool]:
    """Words: in the element that is open for them, or in one of their own where they are a paragraph.

    Where they stand in another language than what is around them, or run from the right, an element says so: a
    page holds letters from the right in the order of the eye.  Tells whether the element holds words already.
    """
    structure = structure_of(canvas)
    if structure is None or structure.is_marking:
        yield False
        return
    around = structure.current
    foreign = language if language and language != structure.language_of(around) else ""
    element = around
    if foreign or is_right_to_left or not around.holds_words:
        element = place.element if place and place.element else structure.add(
            Element("Span" if around.holds_words else "P", around, foreign, in_order(text) if is_right_to_left else ""))
        if place:
            place.element = element
    goes_on = bool(around.kids if element.role == "Span" else element.kids)
    with marked(canvas, structure, element):
        yield goes_on


def in_order(text: str) -> str:
    """Words as they are said, without the controls that order them on a page."""
    return text.translate(INVISIBLE)


def marked(canvas: Canvas, structure: Structure, element: Element) -> AbstractContextManager[None]:
    """A piece of content of an element."""
    number = structure.mark(element, canvas.getPageNumber())
    return piece(canvas, structure, f"/{element.role} <</MCID {number}>> BDC")


@contextmanager
def piece(canvas: Canvas, structure: Structure, begin: str) -> Iterator[None]:
    """The operators around a piece of content; pieces never stand in each other (PDF 32000-1, 14.6)."""
    canvas._code.append(begin)
    structure.is_marking = True
    try:
        yield
    finally:
        structure.is_marking = False
        canvas._code.append("EMC")
