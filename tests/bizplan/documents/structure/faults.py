"""What can be wrong with the structure of a document: ISO 32000-1, 14.7 and 14.8, and PDF/UA-1."""

from collections.abc import Iterator

import pikepdf

from tests.bizplan.documents.structure.reading import Node, Reading, plain

BLOCKS = {"Part", "Sect", "Div", "H1", "H2", "H3", "P", "L", "Table", "Figure", "TOC"}
WORDS = {"Span", "Link", "Figure"}
ALLOWED = {
    "Document": BLOCKS, "Part": BLOCKS, "Sect": BLOCKS, "Div": BLOCKS,
    "L": {"LI"}, "LI": {"Lbl", "LBody"}, "Lbl": WORDS, "LBody": WORDS | {"P", "L"},
    "Table": {"THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"},
    "TH": WORDS | {"P"}, "TD": WORDS | {"P"}, "TOC": {"TOCI", "TOC"}, "TOCI": {"Reference"}, "Reference": {"Link"},
    **dict.fromkeys(("H1", "H2", "H3", "P", "Span", "Link"), WORDS), "Figure": set(),
}
GROUPS = {"Document", "Part", "Sect", "Div", "L", "LI", "Table", "THead", "TBody", "TR", "TOC", "TOCI", "Reference"}


def faults(reading: Reading) -> list[str]:
    """Everything that is wrong."""
    return [*reading.faults, *of_document(reading), *of_content(reading), *of_roles(reading), *of_headings(reading),
            *of_tables(reading), *of_figures(reading), *of_links(reading)]


def of_document(reading: Reading) -> Iterator[str]:
    """What the document says about itself."""
    root = reading.document.Root
    metadata = reading.document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    if not (bool(root.MarkInfo.Marked) and bool(root.ViewerPreferences.DisplayDocTitle) and str(root.Lang)):
        yield "the document does not say that it is marked, shows its title and has a language"
    if not metadata.get("dc:title") or str(root.Lang) not in metadata.get("dc:language", ()):
        yield "the metadata have no title or no language"
    if not all(page.get("/Tabs") == "/S" for page in reading.document.pages):
        yield "a page does not follow the structure from field to field"


def of_content(reading: Reading) -> Iterator[str]:
    """Every piece of content belongs to one element, which the way back finds again."""
    if set(reading.content) != set(reading.owners):
        yield f"in the content or in the tree alone: {set(reading.content) ^ set(reading.owners)}"
    back = dict(way_back(reading))
    for key, owners in reading.owners.items():
        if len(owners) > 1:
            yield f"{key} has {len(owners)} owners"
        if reading.content.get(key, ("", ""))[0] != owners[0].role:
            yield f"{key} is another role in the content than {owners[0].role}"
        page = reading.document.pages[key[0]]
        if back[int(page.StructParents)][key[1]].objgen != owners[0].number:
            yield f"the way back from {key} leads elsewhere"
    if sum(len(each) for each in back.values() if isinstance(each, pikepdf.Array)) != len(reading.content):
        yield "the way back knows more than there is"


def way_back(reading: Reading):
    """The parent tree: numbers, and what each leads to."""
    numbers = list(reading.document.Root.StructTreeRoot.ParentTree.Nums)
    return zip(map(int, numbers[::2]), numbers[1::2], strict=True)


def of_roles(reading: Reading) -> Iterator[str]:
    """Elements stand where they may, and only those that hold words hold content."""
    for node in reading.root.nodes():
        for kid in node.elements:
            if kid.role not in ALLOWED[node.role]:
                yield f"{kid.role} in {node.role}: {reading.words(kid)[:40]}"
        if node.role in GROUPS and len(node.elements) < len(node.kids):
            yield f"{node.role} holds content of its own"
        if not node.kids and node.role != "TD":
            yield f"{node.role} is empty"


def of_headings(reading: Reading) -> Iterator[str]:
    """No level is left out, and no heading says nothing."""
    before = 0
    for node in reading.of("H1", "H2", "H3"):
        level = int(node.role[1])
        if level > before + 1:
            yield f"{node.role} after H{before}: {reading.words(node)}"
        if not plain(reading.words(node)):
            yield f"{node.role} says nothing"
        before = level


def of_tables(reading: Reading) -> Iterator[str]:
    """Every row has as many cells, and every table has heads."""
    for table in reading.of("Table"):
        rows = [node for node in table.nodes() if node.role == "TR"]
        if len({sum(cell.columns for cell in row.elements) for row in rows}) != 1:
            yield f"rows of different lengths: {reading.words(table)[:60]}"
        heads = [node for node in table.nodes() if node.role == "TH"]
        if not heads or not all(head.attributes.get("Scope") in ("/Row", "/Column") for head in heads):
            yield f"heads missing or without a direction: {reading.words(table)[:60]}"
        if [node.role for node in table.elements] not in (["TBody"], ["THead", "TBody"]):
            yield f"parts in another order: {[node.role for node in table.elements]}"


def of_figures(reading: Reading) -> Iterator[str]:
    """Every figure says what it shows, and where it stands."""
    for node in reading.of("Figure"):
        box = [float(each) for each in node.attributes.get("BBox", ())]  # type: ignore[attr-defined]
        if not plain(node.alt) or len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
            yield f"a figure without words or place: {node.alt!r} {box}"


def of_links(reading: Reading) -> Iterator[str]:
    """Every link of a page is an element, says where it leads, and finds its way back."""
    back = dict(way_back(reading))
    for page in reading.document.pages:
        for annotation in page.get("/Annots", ()):
            owner: Node | None = reading.linked.get(annotation.objgen)
            if owner is None or owner.role != "Link" or not str(annotation.get("/Contents", "")):
                yield "a link without an element or without words"
            elif back[int(annotation.StructParent)].objgen != owner.number:
                yield "the way back from a link leads elsewhere"
