"""What comes in as a workbook is looked at before anything of it is opened: a bomb is refused by its table of contents.

The limits stand far above any real list: a thousand long texts are two megabytes.
"""

import io
import re
import zipfile
from itertools import pairwise

from bizplan.domain.readiness.sentences import N_

LARGEST = 2_000_000
MOST_PARTS, MOST_UNPACKED, MOST_RATIO = 200, 8_000_000, 100
SMALL = 20_000
"""What is this small may be packed as tightly as it likes."""
NO_WORKBOOK = N_("This is no Excel workbook (.xlsx). Save the list as .xlsx, without a password, and send it again.")
TOO_LARGE = N_("This workbook is too large for a list of texts. Send only the list, without other sheets or pictures.")
MACROS = N_("This workbook holds programs (macros). Save the list as .xlsx, without them, and send it again.")
LINKED = N_("This workbook holds parts that do not belong in a list: links to other files, or packed files.")
DAMAGED = N_("This workbook is damaged. Open it in Excel or LibreOffice, save it again and send that.")
_ENTRY, _FIRST = b"PK\x01\x02", b"PK\x03\x04"
_FORBIDDEN = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|XInclude|\x00", re.IGNORECASE)
_PACKED = (".zip", ".xlsx", ".xlsm", ".xls", ".docx", ".gz", ".7z", ".rar", ".exe", ".bin")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


class NotAList(ValueError):
    """What came in cannot be taken as a list; the reason is a text that is translated where it is said."""


def checked(content: bytes) -> io.BytesIO:
    """A workbook that can be opened safely; raises NotAList for anything else, before much of it is unpacked."""
    if len(content) > LARGEST:
        raise NotAList(TOO_LARGE)
    if not content.startswith(_FIRST):
        raise NotAList(NO_WORKBOOK)
    if content.count(_ENTRY) > MOST_PARTS:                  # before the table of contents is read at all
        raise NotAList(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _look_at(package.infolist())
            _read_through(package)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, RuntimeError,
            ValueError) as error:
        raise error if isinstance(error, NotAList) else NotAList(DAMAGED) from error
    return io.BytesIO(content)


def _look_at(parts: list[zipfile.ZipInfo]) -> None:
    """What the table of contents says: how much there is, and of what."""
    names = [part.filename for part in parts]
    if sum(part.file_size for part in parts) > MOST_UNPACKED or any(map(_is_bomb, parts)):
        raise NotAList(TOO_LARGE)
    if any("vbaproject" in name.lower() for name in names):
        raise NotAList(MACROS)
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names or any(
            part.flag_bits & _ENCRYPTED for part in parts):
        raise NotAList(NO_WORKBOOK)
    if any("externallink" in name.lower() or name.lower().endswith(_PACKED) for name in names):
        raise NotAList(LINKED)
    starts = sorted((part.header_offset, part.header_offset + part.compress_size) for part in parts)
    overlap = any(end > start for (_, end), (start, _) in pairwise(starts))
    strange = any(".." in name or name.startswith("/") for name in names)
    if overlap or strange or len(set(names)) < len(names) or any(part.compress_type not in _METHODS for part in parts):
        raise NotAList(DAMAGED)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _read_through(package: zipfile.ZipFile) -> None:
    """No part is another size than it says, none declares entities, and none is a program after all."""
    for part in package.infolist():
        with package.open(part) as opened:
            content = opened.read(part.file_size + 1)
        if part.filename.lower().endswith((".xml", ".rels", ".vml")) and _FORBIDDEN.search(content):
            raise NotAList(LINKED)
        if part.filename == "[Content_Types].xml" and b"macroenabled" in content.lower():
            raise NotAList(MACROS)
