"""The file of a paper as a browser gets it, in a plan and among what was handed in."""

from flask import Response, abort, request

from bizplan.domain.lending.papers import Paper
from bizplan.storage import papers

from ..access import reading
from ..file_names import disposition

MIMES = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png"}
ENDINGS = {"pdf": "pdf", "jpeg": "jpg", "png": "png"}
ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""What a file may do in a browser that opens it by itself: nothing."""


def sent(found: Paper, *, is_kept: bool = False) -> Response:
    """The file itself: a photo may be looked at, a PDF is kept on the device first; ``is_kept`` keeps a photo too."""
    try:
        with reading() as tx:
            answer = Response(papers.content(tx, found), mimetype=MIMES[found.kind])
    except LookupError:
        abort(404)
    ending = ENDINGS[found.kind]
    how = "attachment" if is_kept or found.kind == "pdf" or "keep" in request.args else "inline"
    name = f"{found.paper}.{ending}"
    answer.headers["Content-Disposition"] = disposition(how, f"{found.name}.{ending}" if found.name else name, name)
    answer.headers["Content-Security-Policy"] = ALONE
    return answer
