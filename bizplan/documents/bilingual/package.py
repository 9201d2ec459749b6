"""How large a list may be that comes back, and what is said of a file that is none.

The limits stand far above any real list: a thousand long texts are two megabytes.
"""

import io

from bizplan.documents.received import Fault, Limits, Unsafe, opened
from bizplan.domain.readiness.sentences import N_

LARGEST = 2_000_000
LIMITS = Limits(LARGEST, parts=200, unpacked=8_000_000)
NO_WORKBOOK = N_("This is no Excel workbook (.xlsx). Save the list as .xlsx, without a password, and send it again.")
TOO_LARGE = N_("This workbook is too large for a list of texts. Send only the list, without other sheets or pictures.")
MACROS = N_("This workbook holds programs (macros). Save the list as .xlsx, without them, and send it again.")
LINKED = N_("This workbook holds parts that do not belong in a list: links to other files, or packed files.")
DAMAGED = N_("This workbook is damaged. Open it in Excel or LibreOffice, save it again and send that.")
REASONS = {Fault.NO_WORKBOOK: NO_WORKBOOK, Fault.TOO_LARGE: TOO_LARGE, Fault.MACROS: MACROS, Fault.LINKED: LINKED,
           Fault.DAMAGED: DAMAGED}


class NotAList(ValueError):
    """What came in cannot be taken as a list; the reason is a text that is translated where it is said."""


def checked(content: bytes) -> io.BytesIO:
    """A workbook that can be opened safely; raises NotAList for anything else, before much of it is unpacked."""
    try:
        with opened(content, LIMITS) as package:
            for name in package.names:
                package.part(name)
    except Unsafe as error:
        raise NotAList(REASONS[error.fault]) from error
    return io.BytesIO(content)
