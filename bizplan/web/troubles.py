"""Pages for what goes wrong: what happened, and what to do now; never a trace."""

import logging

from flask import Flask, Response, g, jsonify, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError, TooManyRequests
from werkzeug.wrappers import Response as AnyResponse

from bizplan.storage.database import NotRead, NotSaved

from . import parking
from .api import problems
from .languages import N_, wished
from .languages import say as _
from .writing_rights import OnlySuggests

LOG = logging.getLogger("bizplan")
ADVICE = {
    400: (
        N_("This page could not be read"),
        N_("Go back and try again. What you typed is still in your browser."),
    ),
    403: (
        N_("This did not come from our own page"),
        N_("Open the page again and try once more."),
    ),
    404: (
        N_("This page is not here"),
        N_("Perhaps the address is not complete, or you are signed in as somebody else."),
    ),
    405: (
        N_("This page is not here"),
        N_("Perhaps the address is not complete, or you are signed in as somebody else."),
    ),
    409: (
        N_("This plan is in the archive"),
        N_("It can be read, and nothing in it changes. Your coach can take it out of the archive."),
    ),
    413: (
        N_("That is too much at once"),
        N_("Send a smaller text or file."),
    ),
    429: (
        N_("That was very often in a short time"),
        N_("Wait a few minutes, then try again."),
    ),
}
AT_A_LOSS = (
    N_("That did not work"),
    N_("What was saved before is still there. Go back and try again."),
)
FULL = (
    N_("We cannot save just now"),
    N_("Your text is still in your browser: go back, and try again in a few minutes."),
)
BUSY = (
    N_("We cannot open this just now"),
    N_("Nothing is lost. Try again in a minute."),
)
REFUSALS = (403, 429)
RETRY_AFTER = "30"
"""After how many seconds it is worth trying again where the database could not take or give anything."""
OLD_FORM = (
    N_("This page was open for a long time"),
    N_("Go back and send it again. What you typed is still there."),
)


def furnish(app: Flask) -> None:
    """Answers every trouble with a page in the person's language, or with a sentence where a program asks."""
    app.register_error_handler(SecurityError, _refuse_host)
    app.register_error_handler(Exception, _own_up)

    @app.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Response | tuple[Response | str, int, dict[str, str]]:
        code = error.code or 500
        if code in REFUSALS:
            LOG.warning("refused with %s: %s", code, request.endpoint)
        if problems.is_asked():
            return problems.refusal(error)
        return *_told(*_words(error, code), code), _wait(error)

    @app.errorhandler(CSRFError)
    def keep_old_form(_error: CSRFError) -> AnyResponse | tuple[Response | str, int]:
        if request.accept_mimetypes.best != "application/json" and parking.keeps():
            return redirect(url_for("account.parked"))
        return _told(*OLD_FORM, 400)

    @app.errorhandler(NotSaved)
    def cannot_save(error: NotSaved) -> tuple[Response | str, int, dict[str, str]]:
        LOG.error("not saved: %s", error)
        return *_told(*FULL, 503), {"Retry-After": RETRY_AFTER}

    @app.errorhandler(NotRead)
    def cannot_read(error: NotRead) -> tuple[Response | str, int, dict[str, str]]:
        LOG.error("not read: %s", error)
        return *_told(*BUSY, 503), {"Retry-After": RETRY_AFTER}


def _refuse_host(_error: SecurityError) -> Response:
    """No address can be made here."""
    if problems.is_asked():
        return problems.problem(400, "This address is not ours.")
    return Response("This address is not ours.\n", 400, mimetype="text/plain")


def _own_up(error: Exception) -> tuple[Response | str, int]:
    """Something is wrong with us: it is written down."""
    LOG.exception("%s %s failed", request.method, request.endpoint, exc_info=error)
    return _told(*AT_A_LOSS, 500)


def _words(error: HTTPException, code: int) -> tuple[str, str]:
    return error.words if isinstance(error, OnlySuggests) else ADVICE.get(code, AT_A_LOSS)


def _wait(error: HTTPException) -> dict[str, str]:
    """After how many seconds to try again, where it was too often."""
    seconds = error.retry_after if isinstance(error, TooManyRequests) else None
    return {"Retry-After": str(seconds)} if seconds else {}


def _told(title: str, advice: str, code: int) -> tuple[Response | str, int]:
    if problems.is_asked():
        return problems.problem(code), code
    g.setdefault("language", wished())
    g.setdefault("person", None)
    g.setdefault("waiting", 0)                              # nothing more is read for a page of trouble
    g.setdefault("unseen_news", 0)                          # nothing is looked up while something is wrong
    if request.accept_mimetypes.best == "application/json":
        return jsonify({"problem": f"{_(title)}. {_(advice)}"}), code
    return render_template("trouble.html", title=_(title), advice=_(advice)), code
