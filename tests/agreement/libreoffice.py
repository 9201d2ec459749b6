"""LibreOffice as a second opinion: it recalculates workbooks from which every stored value was taken out."""

import os
import re
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STORED = re.compile(r"(<c r=\"[A-Z]+[0-9]+\"[^>]*?)(?: t=\"(?:e|str)\")?(><f>[^<]*</f>)<v>[^<]*</v>")
_CALCULATED = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f(?:/>|[^>]*>[^<]*</f>)(?:<v>([^<]*)</v>)?')
_NUMBER = re.compile(r'(<c r="([A-Z]+[0-9]+)"[^>]*>)<v>[^<]*</v>')
_REPEATED = re.compile(r'<definedName name="_xlnm.Print_Titles"[^>]*>[^<]*</definedName>')
# Without this LibreOffice trusts the values it finds in the file, and a check compares them with themselves.
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""

Numbers = dict[tuple[str, str], float]  # (sheet, cell)


def recalculated(soffice: str, books: Sequence[Path], folder: Path) -> list[Path]:
    """The same workbooks with every formula calculated anew, by one start of LibreOffice for all of them."""
    profile, blank, answers = folder / "profile", folder / "blank", folder / "recalculated"
    for place in (profile / "user", blank, answers):
        place.mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE)
    for book in books:
        without_values(book, blank / book.name)
    convert(soffice, [blank / book.name for book in books], answers, profile)
    return [answers / book.name for book in books]


def convert(
    soffice: str, books: Sequence[Path], answers: Path, profile: Path, to: str = "xlsx:Calc MS Excel 2007 XML"
) -> None:
    """Lets LibreOffice open files and write them in another form; it says so where it did not."""
    command = [
        soffice,
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        to,
        "--outdir",
        str(answers),
        *map(str, books),
    ]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=240 + 20 * len(books),
        env={**os.environ, "HOME": str(profile)},
    )
    missing = [
        book.name for book in books if not (answers / book.name).with_suffix("." + to.partition(":")[0]).exists()
    ]
    assert not missing, f"LibreOffice wrote no {missing}: {done.stdout}{done.stderr}"


def without_values(book: Path, target: Path) -> None:
    """Copies a workbook and takes the values out of its formulas.

    The rows and columns that repeat in print are taken out too: LibreOffice opens a workbook three times as fast
    without them.
    """
    rewritten(book, target, lambda _, text: _STORED.sub(r"\1\2", text), lambda text: _REPEATED.sub("", text))


def with_inputs(book: Path, target: Path, inputs: Mapping[tuple[str, str], float]) -> None:
    """Copies a workbook and types other numbers into some of its cells."""
    left = set(inputs)

    def typed(sheet: str, text: str) -> str:
        def number(found: re.Match[str]) -> str:
            place = sheet, found[2]
            if place not in inputs:
                return found[0]
            left.discard(place)
            return f"{found[1]}<v>{float(inputs[place])!r}</v>"

        return _NUMBER.sub(number, text)

    rewritten(book, target, typed)
    assert not left, f"no number stands in {sorted(left)}"


def with_text(book: Path, target: Path, place: tuple[str, str], text: str) -> None:
    """Copies a workbook and types another text into one of its cells."""
    cell = re.compile(rf'(<c r="{place[1]}"[^>]*t="inlineStr"><is><t[^>]*>)[^<]*')
    done: list[int] = []

    def typed(sheet: str, content: str) -> str:
        if sheet != place[0]:
            return content
        content, times = cell.subn(lambda found: found[1] + escape(text), content)
        done.append(times)
        return content

    rewritten(book, target, typed)
    assert done == [1], f"no text stands in {place}"


def rewritten(book: Path, target: Path, change, contents=str) -> None:
    """Copies a workbook with the text of each sheet changed, and that of its list of sheets and names."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        sheets = {path: name for name, path in sheet_paths(old).items()}
        for name in old.namelist():
            content = old.read(name)
            if name in sheets:
                content = change(sheets[name], content.decode("utf-8")).encode("utf-8")
            elif name == "xl/workbook.xml":
                content = contents(content.decode("utf-8")).encode("utf-8")
            new.writestr(name, content)


def sheet_paths(package: zipfile.ZipFile) -> dict[str, str]:
    """Where each sheet stands in the file, by its name."""
    relations = {r.get("Id"): r.get("Target") for r in etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))}
    sheets = etree.fromstring(package.read("xl/workbook.xml")).iter(NAMESPACE + "sheet")
    return {s.get("name"): "xl/" + relations[s.get(RELATION)].removeprefix("/xl/") for s in sheets}


def stored(book: Path) -> Numbers:
    """The values of a workbook's formulas, but for those that give a text.  What is no number is NaN."""
    found: Numbers = {}
    with zipfile.ZipFile(book) as package:
        for sheet, path in sheet_paths(package).items():
            for cell, kind, value in _CALCULATED.findall(package.read(path).decode("utf-8")):
                if 't="str"' in kind:
                    continue
                is_number = value and not re.search(r't="(?:e|s|b)"', kind)
                found[sheet, cell] = float(value) if is_number else float("nan")
    return found


def formulas(book: Path) -> dict[tuple[str, str], str]:
    """The formulas of a workbook."""
    with zipfile.ZipFile(book) as package:
        return {
            (sheet, cell.getparent().get("r")): cell.text
            for sheet, path in sheet_paths(package).items()
            for cell in etree.fromstring(package.read(path)).iter(NAMESPACE + "f")
        }


def differences(expected: Numbers, found: Numbers, tolerance: float = 1e-6) -> list[str]:
    """Where two workbooks disagree, worst first; a cell that is missing or no number disagrees."""
    worst = []
    for place, number in expected.items():
        other = found.get(place, float("nan"))
        distance = abs(other - number)
        if not distance <= tolerance * max(1.0, abs(number)):
            worst.append(
                (
                    -distance if distance == distance else float("-inf"),
                    f"{place[0]}!{place[1]}: {number!r}, LibreOffice {other!r}",
                )
            )
    return [text for _, text in sorted(worst)]
