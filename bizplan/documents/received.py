"""What comes in as a workbook is looked at before anything of it is opened: a bomb is refused by its table of contents.

How much may come in depends on what is waited for; what may not be in it is the same for all.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

SMALL = 20_000
"""What is this small may be packed as tightly as it likes."""
_ENTRY, _FIRST = b"PK\x01\x02", b"PK\x03\x04"
_FORBIDDEN = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|XInclude|\x00", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")
_PACKED = (".zip", ".xlsx", ".xlsm", ".xls", ".docx", ".gz", ".7z", ".rar", ".exe", ".bin")
_PRINTER = "xl/printersettings/"
"""Where Excel keeps how a sheet was printed last: parts that end in .bin and hold nothing else."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
CONTENTS, BOOK = "[Content_Types].xml", "xl/workbook.xml"
_DAMAGES = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
            ValueError, KeyError)
"""What a damaged file makes the reading of archives raise."""


class Fault(Enum):
    """Why a file is not opened."""

    NO_WORKBOOK = "no workbook"
    TOO_LARGE = "too large"
    MACROS = "macros"
    LINKED = "linked"
    DAMAGED = "damaged"


class Unsafe(ValueError):
    """A file that is not opened, and why."""

    def __init__(self, fault: Fault):
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Limits:
    """How large a file may be, how many parts it may have, how large they may be together and how tightly packed."""

    largest: int
    parts: int
    unpacked: int
    ratio: int = 100


class Package:
    """The parts of a workbook that may be opened."""

    def __init__(self, opened: zipfile.ZipFile):
        self._opened = opened
        self.names = frozenset(opened.namelist())

    def part(self, name: str, most: int | None = None) -> bytes:
        """What is in a part, which is as large as it says and declares no entities; raises Unsafe.

        ``most`` is how large it may be.
        """
        try:
            info = self._opened.getinfo(name)
            if most is not None and info.file_size > most:
                raise Unsafe(Fault.TOO_LARGE)
            with self._opened.open(info) as part:
                content = part.read(info.file_size + 1)
        except Unsafe:
            raise
        except _DAMAGES as error:
            raise Unsafe(Fault.DAMAGED) from error
        if name.lower().endswith(_XML) and _FORBIDDEN.search(content):
            raise Unsafe(Fault.LINKED)
        if name == CONTENTS and b"macroenabled" in content.lower():
            raise Unsafe(Fault.MACROS)
        return content


@contextmanager
def opened(content: bytes, limits: Limits) -> Iterator[Package]:
    """The parts of a workbook; raises Unsafe for anything else, before much of it is unpacked."""
    if len(content) > limits.largest:
        raise Unsafe(Fault.TOO_LARGE)
    if not content.startswith(_FIRST):
        raise Unsafe(Fault.NO_WORKBOOK)
    if content.count(_ENTRY) > limits.parts:                # before the table of contents is read at all
        raise Unsafe(Fault.TOO_LARGE)
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGES as error:
        raise Unsafe(Fault.DAMAGED) from error
    with package:
        _look_at(package.infolist(), limits)
        parts = Package(package)
        parts.part(CONTENTS)
        yield parts


def _look_at(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    """What the table of contents says: how much there is, and of what."""
    names = [part.filename for part in parts]
    if sum(part.file_size for part in parts) > limits.unpacked or any(_is_bomb(part, limits) for part in parts):
        raise Unsafe(Fault.TOO_LARGE)
    if any("vbaproject" in name.lower() for name in names):
        raise Unsafe(Fault.MACROS)
    if BOOK not in names or CONTENTS not in names or any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Unsafe(Fault.NO_WORKBOOK)
    if any(map(_is_foreign, names)):
        raise Unsafe(Fault.LINKED)
    starts = sorted((part.header_offset, part.header_offset + part.compress_size) for part in parts)
    overlap = any(end > start for (_, end), (start, _) in pairwise(starts))
    strange = any(".." in name or name.startswith("/") for name in names)
    if overlap or strange or len(set(names)) < len(names) or any(part.compress_type not in _METHODS for part in parts):
        raise Unsafe(Fault.DAMAGED)


def _is_foreign(name: str) -> bool:
    """Whether a part leads to another file, or is one."""
    name = name.lower()
    return "externallink" in name or (name.endswith(_PACKED) and not name.startswith(_PRINTER))


def _is_bomb(part: zipfile.ZipInfo, limits: Limits) -> bool:
    return part.file_size > SMALL and part.file_size > limits.ratio * max(part.compress_size, 1)
