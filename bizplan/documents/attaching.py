"""Files inside a PDF document, with their kind, their size and a fixed day; and what the document says of itself.

The same document and the same files give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import AttachedFileSpec, Name, Pdf, String

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json"
MARK = "bizplan "
"""What the keywords of a document begin with before its fingerprint."""


@dataclass(frozen=True)
class Attachment:
    """A file that goes along inside a document; ``relation`` says what it is to it: its "Source" or its "Data"."""

    name: str
    content: bytes
    kind: str
    relation: str
    says: str


def with_attachments(document: bytes, files: Sequence[Attachment], day: date, fingerprint: str) -> bytes:
    """The document with these files inside, and its fingerprint among its properties."""
    target = BytesIO()
    with pikepdf.open(BytesIO(document)) as pdf:
        for file in files:
            _attach(pdf, file, day)
        pdf.docinfo[Name.Keywords] = String(MARK + fingerprint)
        _describe(pdf)
        pdf.save(target, deterministic_id=True, min_version="1.7")
    return target.getvalue()


def attached(document: bytes) -> Iterator[tuple[str, bytes]]:
    """The files inside a document, by their names; raises pikepdf.PdfError where it is none or is locked."""
    with pikepdf.open(BytesIO(document)) as pdf:
        for name, file in pdf.attachments.items():
            yield name, file.get_file().read_bytes()


def printed_fingerprint(document: bytes) -> str:
    """The fingerprint among the properties of a document, or nothing."""
    with pikepdf.open(BytesIO(document)) as pdf:
        keywords = str(pdf.docinfo.get(Name.Keywords, ""))
    return keywords.removeprefix(MARK) if keywords.startswith(MARK) else ""


def _attach(pdf: Pdf, file: Attachment, day: date) -> None:
    at = f"D:{day:%Y%m%d}000000Z"
    spec = AttachedFileSpec(pdf, file.content, description=file.says, filename=file.name, mime_type=file.kind,
                            relationship=Name(f"/{file.relation}"), creation_date=at, mod_date=at)
    pdf.attachments[file.name] = spec                       # which also names it among the associated files


def _describe(pdf: Pdf) -> None:
    """The properties once more as XMP, which archives read."""
    told = {"dc:title": Name.Title, "pdf:Keywords": Name.Keywords, "pdf:Producer": Name.Producer,
            "xmp:CreatorTool": Name.Creator}
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for name, key in told.items():
            if key in pdf.docinfo:
                xmp[name] = str(pdf.docinfo[key])
        if Name.Author in pdf.docinfo:
            xmp["dc:creator"] = [str(pdf.docinfo[Name.Author])]
        if Name.Lang in pdf.Root:
            xmp["dc:language"] = {str(pdf.Root.Lang)}
