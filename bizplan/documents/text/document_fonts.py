"""The typefaces of one PDF document: only the glyphs it uses, with the words they stand for.

Every glyph gets a code of its own per text that it stands for, so that a viewer which searches or
copies finds the words that were typed, and never two readings of one code.
"""

from weakref import WeakKeyDictionary

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from bizplan.documents.text.faces import BOLD, Face

MOST_CODES = 60_000  # of 65,535: what is left is for glyphs that stand for no further text
LONGEST_READING = 60  # UTF-16 units that one code may stand for: readers take 255 letters of hexadecimal numbers
UNNEEDED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "DSIG", "BASE", "kern", "name", "post", "OS/2", "gasp", "cmap")
SUBSET_FLAGS = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
)
CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
CMAP_FOOT = "endcmap CMapName currentdict /CMap defineresource pop end end"


class DocumentFont:
    """One face in one document; ReportLab asks it for its objects when the document is saved."""

    def __init__(self, face: Face, number: int) -> None:
        self.face, self.number, self.name = face, number, f"T{number}"
        self.codes: dict[tuple[int, str], int] = {}
        self.widths: dict[int, int] = {}

    def code(self, glyph: int, reading: str) -> int:
        """The code under which a glyph stands for these characters."""
        if len(self.codes) >= MOST_CODES:
            reading = ""
        return self.codes.setdefault((glyph, as_read(reading)), len(self.codes) + 1)

    def width(self, glyph: int) -> int:
        """How far a viewer moves on after a glyph, in thousandths of an em."""
        if glyph not in self.widths:
            self.widths[glyph] = round(self.face.font.get_glyph_h_advance(glyph) * 1000 / self.face.units)
        return self.widths[glyph]

    def addObjects(self, document: PDFDocument) -> None:
        """Writes the face into the document as a composite font (PDF 32000-1, 9.7)."""
        name = f"/{subset_tag(self.number)}+{self.face.name}"
        descendant = dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=name,
            DW=1000,
            CIDToGIDMap=document.Reference(self.glyph_map()),
            CIDSystemInfo=dictionary(Registry=PDFString("Adobe"), Ordering=PDFString("Identity"), Supplement=0),
            FontDescriptor=document.Reference(self.descriptor(document, name)),
            W=PDFArray([1, PDFArray([self.width(glyph) for glyph, _ in self.codes])]),
        )
        font = dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=name,
            Encoding="/Identity-H",
            DescendantFonts=PDFArray([document.Reference(descendant)]),
            ToUnicode=document.Reference(self.readings()),
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)

    def descriptor(self, document: PDFDocument, name: str) -> PDFDictionary:
        """What a viewer needs to know of the face, and the face itself."""
        extents, thousand = self.face.font.get_font_extents("ltr"), 1000 / self.face.units
        ascent, descent = round(extents.ascender * thousand), round(extents.descender * thousand)
        cap_height = self.face.font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or extents.ascender
        outlines = subset(self.face, {glyph for glyph, _ in self.codes})
        stream = compressed(outlines)
        stream.dictionary["Length1"] = len(outlines)
        return dictionary(
            Type="/FontDescriptor",
            FontName=name,
            Flags=4,
            FontBBox=PDFArray([-1000, descent, 3000, ascent]),
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=round(cap_height * thousand),
            StemV=140 if self.face.weight == BOLD else 80,
            FontFile2=document.Reference(stream),
        )

    def glyph_map(self) -> PDFStream:
        """Which glyph each code draws."""
        return compressed(b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph, _ in self.codes))

    def readings(self) -> PDFStream:
        """Which characters each code stands for (ToUnicode)."""
        rows = [
            f"<{code:04X}> <{reading.encode('utf-16-be').hex().upper()}>" for (_, reading), code in self.codes.items()
        ]
        blocks = [
            rows[start : start + 100] for start in range(0, len(rows), 100)
        ]  # a hundred is the most a block may have
        body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
        return compressed("\n".join([CMAP_HEAD, *body, CMAP_FOOT]).encode("ascii"))


def as_read(reading: str) -> str:
    """As many of the characters as one code may stand for."""
    if len(reading) * 2 <= LONGEST_READING:
        return reading
    units = reading.encode("utf-16-be")[: LONGEST_READING * 2]
    return units.decode("utf-16-be", "ignore")


class DocumentFonts:
    """The fonts that a document has used so far, and the characters it had to print as a box."""

    def __init__(self, document: PDFDocument) -> None:
        self.delayed: list[DocumentFont] = document.delayedFonts
        self.by_face: dict[Face, DocumentFont] = {}
        self.missing: dict[str, None] = {}

    def font(self, face: Face) -> DocumentFont:
        """The font for a face; numbered in the order of use, so that the same document has the same bytes."""
        if face not in self.by_face:
            self.by_face[face] = DocumentFont(face, len(self.by_face) + 1)
            self.delayed.append(self.by_face[face])
        return self.by_face[face]


OF_DOCUMENTS: WeakKeyDictionary[PDFDocument, DocumentFonts] = WeakKeyDictionary()


def document_fonts(canvas: Canvas) -> DocumentFonts:
    """The fonts of the document that a canvas draws."""
    if canvas._doc not in OF_DOCUMENTS:
        OF_DOCUMENTS[canvas._doc] = DocumentFonts(canvas._doc)
    return OF_DOCUMENTS[canvas._doc]


def boxes_printed(canvas: Canvas) -> tuple[str, ...]:
    """The characters that the document shows as a box because no typeface has them."""
    return tuple(document_fonts(canvas).missing)


def subset(face: Face, glyphs: set[int]) -> bytes:
    """The outlines of some glyphs of a face in its weight, under their own numbers."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0, *glyphs})
    wanted.flags = SUBSET_FLAGS
    wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode("ascii"), "big") for tag in UNNEEDED_TABLES)
    if face.source.axis_infos:
        wanted.pin_all_axes_to_default(face.source)
        wanted.pin_axis_location(face.source, "wght", face.weight)
    return bytes(hb.subset(face.source, wanted).blob.data)


def subset_tag(number: int) -> str:
    """Six capitals that tell this subset from others of the same face."""
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def dictionary(**entries: object) -> PDFDictionary:
    """A dictionary of the PDF file."""
    return PDFDictionary(entries)


def compressed(content: bytes) -> PDFStream:
    """A stream of the PDF file, deflated."""
    return PDFStream(content=content, filters=[PDFZCompress])


class NoFont:
    """Stands where ReportLab wants a font before anything is drawn, so that no page names Helvetica."""

    fontName, _dynamicFont, _multiByte = "none yet", 1, 0

    class face:
        name = "none yet"


def initial_font() -> str:
    """The font name to open a canvas or a document template with: `initialFontName=initial_font()`."""
    pdfmetrics.registerFont(NoFont)
    return NoFont.fontName
