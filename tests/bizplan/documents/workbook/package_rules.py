"""What a spreadsheet asks of the file before it opens it without offering to repair it.

The order of elements, the lengths and the ranges are those of ECMA-376, part 1 (18.3.1.99 for a worksheet), and of
Excel's published limits.  Each rule answers with what is wrong, as sentences.
"""

import posixpath
import re
import zipfile
from collections import Counter
from functools import cached_property

from lxml import etree
from openpyxl.utils import coordinate_to_tuple, range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
ORDER = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
    "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
    "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
]
FUNCTIONS = {"ABS", "IF", "INDEX", "IRR", "MATCH", "MAX", "MIN", "MOD", "POWER", "ROUND", "SUM", "SUMPRODUCT"}
OUTSIDE = re.compile(r"external|vba|macro|activeX|embeddings|ctrlProps|customXml", re.IGNORECASE)
SHEET_IN_FORMULA = re.compile(r"'((?:[^']|'')+)'!|([A-Za-z_]{4,})!")
NAME, CELL = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,254}"), re.compile(r"[A-Za-z]{1,3}[0-9]+")
QUOTED = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"")
COUNTED = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}


class Package:
    """A workbook as a file: its parts, and how they hang together."""

    def __init__(self, file):
        self.zip = zipfile.ZipFile(file)
        self.names = self.zip.namelist()
        self.trees = {name: etree.fromstring(self.zip.read(name)) for name in self.names if not name.endswith(".png")}

    def relations(self, part):
        """The relations of a part: their ids, and the parts they lead to."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", name + ".rels"))
        return [] if tree is None else [(each.get("Id"), self._target(folder, each), each) for each in tree]

    def _target(self, folder, relation):
        target = relation.get("Target")
        return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))

    @cached_property
    def sheets(self):
        """The parts of the sheets by their names, in their order."""
        targets = {key: target for key, target, _ in self.relations("xl/workbook.xml")}
        found = self.trees["xl/workbook.xml"].iter(MAIN + "sheet")
        return {sheet.get("name"): targets[sheet.get(RELATION + "id")] for sheet in found}

    def faults(self):
        """Everything that is wrong."""
        found = [*self._types(), *self._relations(), *self._names(), *self._styles()]
        for name, part in self.sheets.items():
            rules = (elements, cells, formulas, merges, validations, notes, texts)
            found += [f"{name}: {fault}" for rule in rules for fault in rule(self, part, self.trees[part])]
        return found

    def _types(self):
        yield from (f"{name} is there twice" for name, times in Counter(self.names).items() if times > 1)
        yield from (f"{name} may reach outside" for name in self.names if OUTSIDE.search(name))
        types = self.trees["[Content_Types].xml"]
        endings = {each.get("Extension") for each in types if each.tag.endswith("Default")}
        parts = {each.get("PartName")[1:] for each in types if each.tag.endswith("Override")}
        yield from (f"{part} has a type and is not there" for part in parts - set(self.names))
        for name in set(self.names) - {"[Content_Types].xml"} - parts:
            if name.rpartition(".")[2] not in endings or (name.endswith(".xml") and not name.endswith(".rels")):
                yield f"{name} has no type of its own"

    def _relations(self):
        reached, waiting = set(), [""]
        while waiting:
            part = waiting.pop()
            relations = self.relations(part)
            times = Counter(key for key, _target, _relation in relations)
            yield from (f"{part}: two relations {key}" for key in times if times[key] > 1)
            for _key, target, relation in relations:
                if relation.get("TargetMode") == "External":
                    yield f"{part} leads outside, to {target}"
                elif target not in self.trees:
                    yield f"{part} leads to {target}, which is not there"
                elif target not in reached:
                    reached.add(target)
                    waiting.append(target)
            used = {value for each in (self.trees[part].iter() if part else ()) for name, value in each.attrib.items()
                    if name.startswith(RELATION)}
            yield from (f"{part} uses {each}, which is no relation" for each in used - times.keys())
        alone = {name for name in self.names if not name.endswith(".rels")} - reached - {"[Content_Types].xml"}
        yield from (f"nothing leads to {name}" for name in sorted(alone))

    def _names(self):
        names = [name.casefold() for name in self.sheets]
        yield from (f"two sheets are called {name}" for name, times in Counter(names).items() if times > 1)
        for name in self.sheets:
            if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name) or name.startswith("'") or name.endswith("'"):
                yield f"no sheet can be called {name}"
        for each in self.trees["xl/workbook.xml"].iter(MAIN + "definedName"):
            name = each.get("name")
            yield from (f"{name} is on {sheet}, which is not there" for sheet in self.strangers(each.text))
            if not NAME.fullmatch(name) or CELL.fullmatch(name):
                yield f"no cell can be called {name}"
            if each.get("localSheetId") and int(each.get("localSheetId")) >= len(names):
                yield f"{name} belongs to no sheet"

    def strangers(self, formula):
        """The sheets that a formula names and that do not exist."""
        named = {(quoted or plain).replace("''", "'") for quoted, plain in SHEET_IN_FORMULA.findall(formula)}
        return named - set(self.sheets)

    def _styles(self):
        styles = self.trees["xl/styles.xml"]
        formats = {int(each.get("numFmtId")) for each in styles.iter(MAIN + "numFmt")}
        for xf in styles.find(MAIN + "cellXfs"):
            number = int(xf.get("numFmtId"))
            if number >= 164 and number not in formats:
                yield f"no number format {number}"
            for key, group in COUNTED.items():
                if int(xf.get(key, 0)) >= len(styles.find(MAIN + group)):
                    yield f"no {key} {xf.get(key)}"
        if len(styles.find(MAIN + "cellXfs")) > 64_000:
            yield "too many styles"


def elements(package, part, tree):
    """Each element of a sheet in its place, none twice that may be there once."""
    names = [etree.QName(each).localname for each in tree]
    places = [ORDER.index(name) for name in names]
    if places != sorted(places):
        yield f"its elements stand as {names}"
    yield from (f"{name} twice" for name, n in Counter(names).items() if n > 1 and name != "conditionalFormatting")
    last = 0
    for column in tree.iter(MAIN + "col"):
        first, width = int(column.get("min")), float(column.get("width", 8))
        if first <= last or width > 255:
            yield f"column {first} overlaps or is too wide"
        last = int(column.get("max"))
    dxfs = package.trees["xl/styles.xml"].find(MAIN + "dxfs")
    for rule in tree.iter(MAIN + "cfRule"):
        if int(rule.get("dxfId")) >= len(dxfs) or int(rule.get("priority")) < 1:
            yield "a conditional format without a look"
        if any("!" in QUOTED.sub("", formula.text) for formula in rule.iter(MAIN + "formula")):
            yield "a conditional format looks at another sheet"


def cells(package, part, tree):
    """Rows and cells from top to bottom and left to right, each with a style and a kind that exist."""
    styles = len(package.trees["xl/styles.xml"].find(MAIN + "cellXfs"))
    shared = package.trees.get("xl/sharedStrings.xml")
    above = 0
    for row in tree.iter(MAIN + "row"):
        number, before = int(row.get("r")), 0
        if number <= above or float(row.get("ht", 0)) > 409:
            yield f"row {number} is out of order or too tall"
        above = number
        for cell in row:
            at, column = coordinate_to_tuple(cell.get("r"))
            if at != number or column <= before:
                yield f"{cell.get('r')} is out of order"
            before = column
            if int(cell.get("s", 0)) >= styles:
                yield f"{cell.get('r')} has a style that does not exist"
            if cell.get("t", "n") not in ("n", "str", "inlineStr", "e", "b", "s"):
                yield f"{cell.get('r')} is of no kind"
            if cell.get("t") == "s" and int(cell[0].text) >= (0 if shared is None else len(shared)):
                yield f"{cell.get('r')} has a text that does not exist"


def formulas(package, part, tree):
    """Formulas of functions that every spreadsheet knows, on sheets that exist."""
    for cell in tree.iter(MAIN + "f"):
        place, text = cell.getparent().get("r"), cell.text
        bare = QUOTED.sub("", text)
        yield from (f"{place}: no function {f}" for f in set(re.findall(r"([A-Z][A-Z0-9.]*)\(", bare)) - FUNCTIONS)
        yield from (f"{place}: no sheet {sheet}" for sheet in package.strangers(text))
        if len(text) > 8191 or "[" in bare or "#REF" in text or text.count("(") != text.count(")"):
            yield f"{place}: {text[:60]} cannot be read"


def merges(package, part, tree):
    """Merged cells that do not overlap, with something in the first only."""
    ranges = [range_boundaries(each.get("ref")) for each in tree.iter(MAIN + "mergeCell")]
    yield from (f"{one} and {other} are merged twice" for one, other in overlapping(ranges))
    inside = {(row, column) for left, top, right, bottom in ranges for row in range(top, bottom + 1)
              for column in range(left, right + 1) if (row, column) != (top, left)}
    for cell in tree.iter(MAIN + "c"):
        if coordinate_to_tuple(cell.get("r")) in inside and len(cell):
            yield f"{cell.get('r')} is hidden under merged cells"


def validations(package, part, tree):
    """What may be typed is said once for each cell, in no more than a spreadsheet shows."""
    ranges = []
    for rule in tree.iter(MAIN + "dataValidation"):
        ranges += [range_boundaries(each) for each in rule.get("sqref").split()]
        texts = [("error", 255), ("errorTitle", 32), ("prompt", 255), ("promptTitle", 32)]
        yield from (f"{name} is longer than {most}" for name, most in texts if len(rule.get(name, "")) > most)
        yield from ("a list is too long" for each in rule if len(each.text) > 255)
    yield from (f"{one} and {other} are bound twice" for one, other in overlapping(ranges))
    holder = tree.find(MAIN + "dataValidations")
    if holder is not None and int(holder.get("count")) != len(holder):
        yield "the rules are counted wrong"


def overlapping(ranges):
    """Pairs of ranges that share a cell."""
    taken = {}
    for at, (left, top, right, bottom) in enumerate(ranges):
        for cell in ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)):
            if cell in taken:
                yield ranges[taken[cell]], ranges[at]
                break
            taken[cell] = at


def notes(package, part, tree):
    """Each note has a shape that stands beside its cell, and the sheet knows of both."""
    targets = {key: target for key, target, _ in package.relations(part)}
    written = [target for target in targets.values() if "/comments/" in target]
    drawn = tree.find(MAIN + "legacyDrawing")
    if bool(written) != (drawn is not None) or len(written) > 1:
        yield "notes without their drawing, or a drawing without notes"
    elif written:
        said = [coordinate_to_tuple(each.get("ref")) for each in package.trees[written[0]].iter(MAIN + "comment")]
        shapes = package.trees[targets[drawn.get(RELATION + "id")]].iter(EXCEL + "ClientData")
        places = [(int(s.find(EXCEL + "Row").text) + 1, int(s.find(EXCEL + "Column").text) + 1) for s in shapes]
        if sorted(said) != sorted(places) or len(set(said)) != len(said):
            yield "its notes and their shapes stand at different cells"
        authors = len(package.trees[written[0]].find(MAIN + "authors"))
        ids = {int(each.get("authorId")) for each in package.trees[written[0]].iter(MAIN + "comment")}
        yield from (f"no author {each}" for each in ids if each >= authors)


def texts(package, part, tree):
    """What is printed above and below a page, and where links lead."""
    printed = tree.find(MAIN + "headerFooter")
    yield from (f"{len(each.text)} characters at the foot" for each in printed if len(each.text or "") > 255)
    for link in tree.iter(MAIN + "hyperlink"):
        if link.get(RELATION + "id") or package.strangers(link.get("location")):
            yield f"{link.get('ref')} leads nowhere"
    for text in tree.iter(MAIN + "t"):
        if len((text.text or "").encode("utf-16-le")) // 2 > 32_767:
            yield "a text is too long"
