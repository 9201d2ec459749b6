"""The Flask application put together: settings, areas, headers, and pages for what goes wrong."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask, request
from flask_compress import Compress
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

import bizplan
from bizplan import jobs
from bizplan.config import Config
from bizplan.installation import storage_of
from bizplan.storage import Storage

from . import access, headers, languages, layout, look, troubles, wording, words, writing_rights
from .api import problems
from .areas import AREAS
from .coaching import beside, notices

LARGEST_REQUEST = 2_000_000
LARGEST_FORM = 600_000


def application(config: Config, storage: Storage | None = None, ask: Callable[[str], object] | None = None) -> Flask:
    """The application of an installation; its database is brought up to date first.

    ``ask`` hands the id of a job to whoever does it: the queue of the installation unless given.
    """
    app = Flask("bizplan.web", template_folder=str(templates()), static_folder=None)
    kept = storage or storage_of(config)
    app.extensions["bizplan"] = (config, kept)
    app.extensions["bizplan queue"] = ask or jobs.queue(config, kept).make
    app.config.update(_settings(config, kept))
    _limit_forms(app)
    CSRFProtect(app)
    Compress(app)
    for module in (languages, access, headers, troubles, problems, layout, wording, words, writing_rights,
                   beside, notices):
        module.furnish(app)
    look.furnish(app, static())
    for area in AREAS:
        app.register_blueprint(area)
    if config.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, config.proxies, 0, 0)                 # type: ignore[method-assign]
    return app


def templates() -> Path:
    """The templates: inside the package once it is installed, beside it in a clone."""
    package = Path(bizplan.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def static() -> Path:
    """The style sheet, the scripts and the drawings."""
    return Path(bizplan.__file__).parent / "static"


def _limit_forms(app: Flask) -> None:
    """Only files may be large; the framework itself limits the texts of forms with files, and of no others."""

    @app.before_request
    def limit() -> None:
        if request.mimetype != "multipart/form-data":
            request.max_content_length = LARGEST_FORM
        else:
            file = getattr(app.view_functions.get(request.endpoint or ""), "largest_file", 0)
            request.max_content_length = max(LARGEST_REQUEST, file + LARGEST_FORM)


def _settings(config: Config, storage: Storage) -> dict[str, object]:
    name = "__Host-bizplan-form" if config.is_secure else "bizplan-form"
    return {
        "SECRET_KEY": storage.seal.digest("forms", "secret"), "SESSION_COOKIE_NAME": name,
        "SESSION_COOKIE_SECURE": config.is_secure, "SESSION_COOKIE_HTTPONLY": True, "SESSION_COOKIE_SAMESITE": "Lax",
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST, "MAX_FORM_MEMORY_SIZE": LARGEST_FORM,
        "MAX_FORM_PARTS": access.MOST_FIELDS,
        "TRUSTED_HOSTS": [config.host], "PREFERRED_URL_SCHEME": "https" if config.is_secure else "http",
        "WTF_CSRF_TIME_LIMIT": None, "WTF_CSRF_SSL_STRICT": config.is_secure,
        "COMPRESS_MIMETYPES": ["text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"],
        "COMPRESS_ALGORITHM": ["br", "gzip"], "COMPRESS_ALGORITHM_STREAMING": ["br", "gzip"],
    }
