"""A PDF document that somebody sends, written anew: its pages as they are seen, and nothing that acts or tells more.

Whoever writes a PDF can make a few bytes unpack to gigabytes, so this runs as a process of its own with little memory
and little time: ``python -m bizplan.documents.plain_pdf`` takes a document in and gives the plain one back.
"""

import os
import resource
import subprocess
import sys
import zlib
from collections.abc import Iterator
from enum import IntEnum
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

import bizplan

from .plain_jpeg import without_remarks

MOST_PAGES = 60
MEMORY = 800_000_000
SECONDS = 20
OF_PAGES = frozenset({
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate",
    "/Contents", "/Group", "/UserUnit"})
"""What a page needs to be seen (ISO 32000-2, table 31); its links, scripts, thumbnails and remarks go."""
OF_LAYERS = frozenset({"/OCGs", "/D"})
"""Which parts of a page are hidden."""
NOT_SEEN = frozenset({
    "/AA", "/AF", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript", "/LastModified", "/Metadata", "/Names", "/OpenAction",
    "/PieceInfo", "/Thumb", "/XFA"})
"""What acts, what is a file inside, and what tells about the file or its maker, wherever it stands."""
FROM_ELSEWHERE = frozenset({"/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI", "/Alternates"})
"""What lets a stream stand for a file outside, or for another picture."""


class Fault(IntEnum):
    """Why a document is not written anew; its number is how the process ends."""

    LOCKED = 3
    DAMAGED = 4
    TOO_MANY_PAGES = 5


class NotPlain(ValueError):
    """A document that cannot be written anew, and why."""

    def __init__(self, fault: Fault):
        super().__init__(fault.name)
        self.fault = fault


def plain_pdf(sent: bytes) -> tuple[bytes, int]:
    """The document written anew by a process of its own, and how many pages it has; raises NotPlain."""
    told = {name: value for name, value in os.environ.items() if not name.startswith("BIZPLAN")}
    try:
        done = subprocess.run(                                                              # noqa: S603 - of our own
            [sys.executable, "-m", __name__], input=sent, capture_output=True, timeout=2 * SECONDS, env=told,
            cwd=Path(bizplan.__file__).parents[1], check=False)
    except subprocess.TimeoutExpired as error:
        raise NotPlain(Fault.DAMAGED) from error
    pages, _line, made = done.stdout.partition(b"\n")
    if done.returncode != 0 or not pages.isdigit():
        raise NotPlain(next((each for each in Fault if each == done.returncode), Fault.DAMAGED))
    return made, int(pages)


def written_anew(sent: bytes) -> tuple[bytes, int]:
    """The document written anew here, and how many pages it has; raises NotPlain."""
    try:
        with pikepdf.open(BytesIO(sent), attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise NotPlain(Fault.LOCKED)
            if len(pdf.pages) > MOST_PAGES:
                raise NotPlain(Fault.TOO_MANY_PAGES)
            return _pages_alone(pdf), len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise NotPlain(Fault.LOCKED) from error
    except NotPlain:
        raise
    except Exception as error:          # what reads documents fails in as many ways as a document can be damaged
        raise NotPlain(Fault.DAMAGED) from error


def _pages_alone(pdf: Pdf) -> bytes:
    """The pages of a document in a new one; what was filled in on them is drawn on them."""
    if not len(pdf.pages):
        raise NotPlain(Fault.DAMAGED)
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")
    made, target = Pdf.new(), BytesIO()
    made.pages.extend(pdf.pages)
    layers = pdf.Root.get("/OCProperties")
    if isinstance(layers, Dictionary):
        made.Root.OCProperties = made.copy_foreign(layers if layers.is_indirect else pdf.make_indirect(layers))
        _keep_only(made.Root.OCProperties, OF_LAYERS)
    for page in made.pages:
        _keep_only(page.obj, OF_PAGES)
    for each in list(made.objects):
        _clean(each)
    made.save(target, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _keep_only(found: Object, wanted: frozenset[str]) -> None:
    for name in set(found.keys()) - wanted:
        del found[name]


def _clean(top: Object) -> None:
    """An object without what is not seen, with all that stands inside it directly."""
    waiting = [top]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Stream):
            _clean_stream(each)
        if isinstance(each, (Dictionary, Stream)):
            for name in NOT_SEEN & set(each.keys()):
                del each[name]
        waiting += [inner for inner in _inside(each) if not inner.is_indirect]


def _inside(each: Object) -> Iterator[Object]:
    """The containers in an object."""
    found = each.values() if isinstance(each, (Dictionary, Stream)) else each if isinstance(each, Array) else ()
    return (inner for inner in found if isinstance(inner, (Array, Dictionary)))


def _clean_stream(stream: Stream) -> None:
    """A stream that holds what it shows itself; a photograph in it without what its camera wrote beside it."""
    for name in FROM_ELSEWHERE & set(stream.keys()):
        del stream[name]
    filters = stream.get("/Filter")
    named = [str(each) for each in filters] if isinstance(filters, Array) else [str(filters)]
    if named[-1] == "/DCTDecode" and set(named[:-1]) <= {"/FlateDecode"}:
        photograph = stream.read_raw_bytes()
        for _packed in named[:-1]:
            photograph = zlib.decompress(photograph)
        told = stream.get("/DecodeParms")
        told = told[-1] if isinstance(told, Array) else told
        stream.write(without_remarks(photograph), filter=Name.DCTDecode,
                     decode_parms=told if isinstance(told, Dictionary) else None)


def _work() -> int:
    """The process: little memory, little time, no files."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        made, pages = written_anew(sys.stdin.buffer.read())
    except NotPlain as error:
        return error.fault
    sys.stdout.buffer.write(b"%d\n" % pages + made)
    return 0


if __name__ == "__main__":
    sys.exit(_work())
