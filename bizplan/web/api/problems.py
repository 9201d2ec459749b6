"""What a system is told when something goes wrong: problem details as JSON (RFC 9457), never a page."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed, TooManyRequests

PREFIX = "/api"
MIMETYPE = "application/problem+json"
DETAILS = {
    400: "The request cannot be read. Compare it with the description at /api/v1/openapi.json.",
    401: "Send the header 'Authorization: Bearer TOKEN' with a token of your organisation that has not been ended.",
    404: "There is nothing here for your organisation. What was taken back is not here any more.",
    405: "This address is only read: use GET.",
    406: "This address has nothing of the kind that your Accept header asks for.",
    413: "The request is too large: this address takes no body.",
    429: "Too many requests. Wait as many seconds as the header Retry-After says.",
    503: "The database is busy. Try again in as many seconds as the header Retry-After says.",
}
AT_A_LOSS = "Something went wrong here, and was written down. Try again later."


class NotUnderstood(BadRequest):
    """A parameter cannot be used: which one, and what is expected."""


def is_asked() -> bool:
    """Whether a system asks, and no browser: by the address, known or not."""
    path = f"/{request.path.lstrip('/')}"
    return path == PREFIX or path.startswith(f"{PREFIX}/")


def refusal(error: HTTPException) -> Response:
    """What is answered instead of what was asked for."""
    code = error.code or 500
    detail = error.description if isinstance(error, NotUnderstood) else None
    return problem(code if code >= HTTPStatus.BAD_REQUEST else HTTPStatus.NOT_FOUND, detail, _headers(error))


def problem(code: int, detail: str | None = None, headers: Mapping[str, str] | None = None) -> Response:
    """Problem details, with a sentence on what to do."""
    told = {"type": "about:blank", "title": _title(code), "status": int(code),
            "detail": detail or DETAILS.get(code, AT_A_LOSS)}
    return Response(json.dumps(told), int(code), headers, mimetype=MIMETYPE)


def furnish(app: Flask) -> None:
    """Sees to it that a system never gets a page, whatever made it: a redirect to a page is one too."""

    @app.after_request
    def never_a_page(response: Response) -> Response:
        code = response.status_code
        if not is_asked() or response.mimetype != "text/html" or code < HTTPStatus.MULTIPLE_CHOICES:
            return response
        return problem(code if code >= HTTPStatus.BAD_REQUEST else HTTPStatus.NOT_FOUND)


def _title(code: int) -> str:
    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return "Problem"


def _headers(error: HTTPException) -> dict[str, str]:
    """What an answer has to say beside its body."""
    if error.code == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": 'Bearer realm="bizplan"'}
    if isinstance(error, TooManyRequests):
        return {"Retry-After": str(error.retry_after)}
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        return {"Allow": ", ".join(sorted(error.valid_methods))}
    return {}
