"""A canvas whose document has a structure: what is drawn and not said to be anything is decoration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.structure.elements import Structure
from bizplan.documents.structure.marking import artifact
from bizplan.documents.structure.metadata import describe
from bizplan.documents.structure.objects import write_structure


def decoration(name: str) -> Callable[..., None]:
    """The method of a canvas that draws a line, a shape or a picture, which is not read."""
    draw = getattr(Canvas, name)

    def drawn(canvas: Canvas, *given: Any, **named: Any) -> None:
        with artifact(canvas):
            draw(canvas, *given, **named)

    return drawn


class TaggedCanvas(Canvas):
    """A canvas that writes the structure of its document when it is saved."""

    structure: Structure

    line, lines, bezier, arc, rect, roundRect, circle, ellipse, wedge, drawPath = map(decoration, (
        "line", "lines", "bezier", "arc", "rect", "roundRect", "circle", "ellipse", "wedge", "drawPath"))
    drawImage, drawInlineImage, doForm = map(decoration, ("drawImage", "drawInlineImage", "doForm"))

    def _setAnnotations(self, page: PDFPage) -> None:
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self.getPageNumber() - 1, PDFName("S")

    def save(self) -> None:
        """Writes the document with its structure."""
        write_structure(self._doc, self.structure)
        describe(self._doc, self.structure.language)
        self.setViewerPreference("DisplayDocTitle", "true")
        super().save()
