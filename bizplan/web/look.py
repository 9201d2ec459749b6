"""The style sheet, the scripts and the drawings: read once, sent compressed, kept for a while by browsers."""

from pathlib import Path

from flask import Flask, abort, request
from werkzeug.wrappers import Response

FRESH = 300
"""Seconds for which a browser keeps them without asking again."""
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def furnish(app: Flask, folder: Path) -> None:
    """Serves the files of a folder under the name that templates know, ``static``."""
    files = {each.name: each.read_bytes() for each in folder.iterdir() if each.suffix in TYPES}

    @app.get("/static/<filename>", endpoint="static")
    def static(filename: str) -> Response:
        if filename not in files:
            abort(404)
        answer = Response(files[filename], mimetype=TYPES[Path(filename).suffix])
        answer.cache_control.public, answer.cache_control.max_age = True, FRESH
        answer.add_etag()
        return answer.make_conditional(request)
