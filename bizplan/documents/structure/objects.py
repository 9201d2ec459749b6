"""The structure of a document as the objects of its file (PDF 32000-1, 14.7.2 to 14.7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObject
from reportlab.pdfbase.pdfdoc import PDFString as Words

from bizplan.documents.structure.elements import Annotated, Element, Mark, Structure

LAYOUT = "<</O /Layout /BBox [{:.2f} {:.2f} {:.2f} {:.2f}] /Placement /Block>>"


class Written(PDFObject):
    """An element in the file; there are thousands, so they are written without going through dictionaries."""

    def __init__(self, element: Element, parent: PDFObject) -> None:
        self.element, self.parent = element, parent
        self.kids: list[Written] = []

    def format(self, document: PDFDocument) -> bytes:
        """The element with references to its parent and to what it holds."""
        element = self.element
        pages = {kid.page for kid in element.kids if isinstance(kid, (Mark, Annotated))}
        page = min(pages, default=None)
        entries = [f"<</S /{element.role} /P {reference(document, self.parent)}"]
        if page is not None:
            entries.append(f"/Pg {page_reference(document, page)}")
        written = iter(self.kids)
        kids = [kid_words(document, kid, page, written) for kid in element.kids]
        if kids:
            entries.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
        entries += table_entries(element)
        entries += [f"/{name} {words(document, said)}" for name, said in (
            ("Lang", element.language), ("Alt", element.alt), ("ActualText", element.words)) if said]
        return " ".join([*entries, ">>"]).encode("latin-1")


def table_entries(element: Element) -> Iterator[str]:
    """The attributes of cells and of figures."""
    if element.scope or element.columns > 1:
        scope = f" /Scope /{element.scope}" if element.scope else ""
        columns = f" /ColSpan {element.columns}" if element.columns > 1 else ""
        yield f"/A <</O /Table{scope}{columns}>>"
    if element.box:
        yield f"/A {LAYOUT.format(*element.box)}"


def kid_words(document: PDFDocument, kid: Element | Mark | Annotated, page: int | None, written: Iterator[Written]
              ) -> str:
    """One thing that an element holds: another element, a piece of its page or of a later one, a link."""
    if isinstance(kid, Element):
        return reference(document, next(written))
    if isinstance(kid, Annotated):
        return f"<</Type /OBJR /Pg {page_reference(document, kid.page)} /Obj {reference(document, kid.annotation)}>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type /MCR /Pg {page_reference(document, kid.page)} /MCID {kid.number}>>"


def reference(document: PDFDocument, thing: PDFObject) -> str:
    """How the file names an object."""
    return "{} {} R".format(*document.idToObjectNumberAndVersion[document.Reference(thing).name])


def page_reference(document: PDFDocument, page: int) -> str:
    """How the file names a page."""
    return "{} {} R".format(*document.idToObjectNumberAndVersion[f"Page{page}"])


def words(document: PDFDocument, text: str) -> str:
    """Text between brackets."""
    return str(Words(text).format(document).decode("latin-1"))


def write_structure(document: PDFDocument, structure: Structure) -> None:
    """Puts the tree into the document, and the way back from each page and each link to its elements."""
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    document.Reference(root)
    found: dict[int, Written] = {}
    root["K"] = document.Reference(put(document, structure.root, root, found))
    last = max(structure.marked, default=0)
    numbers: list[object] = []
    for page in range(1, last + 1):
        owners = [document.Reference(found[id(element)]) for element in structure.marked.get(page, [])]
        numbers += [page - 1, document.Reference(PDFArray(owners))]
    for number, element in enumerate(structure.annotated, last):
        numbers += [number, document.Reference(found[id(element)])]
        annotation = next(kid.annotation for kid in element.kids if isinstance(kid, Annotated))
        annotation["StructParent"] = number
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    root["ParentTreeNextKey"] = last + len(structure.annotated)
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def put(document: PDFDocument, element: Element, parent: PDFObject, found: dict[int, Written]) -> Written:
    """Gives an element and all that it holds their places in the file."""
    written = found[id(element)] = Written(element, parent)
    document.Reference(written)
    written.kids = [put(document, kid, written, found) for kid in element.kids if isinstance(kid, Element)]
    return written


