"""Whether a dossier holds the answers that it was made from: its fingerprint, made again from the file inside it."""

from pathlib import Path

import pikepdf

from bizplan.domain import plan_file
from bizplan.domain.fingerprint import fingerprint, grouped
from bizplan.domain.plan_file_error import Refused, on_one_line

from .attaching import attached, printed_fingerprint
from .dossier.checking import PLAN

LARGEST_DOSSIER = 100_000_000


def verified(path: Path) -> tuple[bool, str]:
    """Whether they agree, and the sentence that says so; raises Refused where it is no dossier of ours."""
    named = on_one_line(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_DOSSIER)
        files, printed = dict(attached(content)), printed_fingerprint(content)
    except OSError as error:
        raise Refused(f"{named} cannot be opened: {error.strerror}") from error
    except pikepdf.PdfError as error:
        raise Refused(f"{named} is no PDF document that can be read: give the file as it was received") from error
    if PLAN not in files or not printed:
        raise Refused(f"{named} holds no {PLAN} or no fingerprint: it was not made by bizplan, or was saved anew by "
                      "another program")
    found = fingerprint(plan_file.read(files[PLAN]))
    if found == printed:
        return True, f"The answers inside have the fingerprint of this document: {grouped(found)}."
    return False, f"The answers inside have the fingerprint {grouped(found)}; this document says {grouped(printed)}."
