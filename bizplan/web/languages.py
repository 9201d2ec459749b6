"""The language of a page stands first in its address; the language of the dossier is another matter."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, abort, g, request, url_for

from bizplan.translations import LANGUAGES, translator

OWN_NAMES = {"nl": "Nederlands", "en": "English", "fr": "Français", "ar": "العربية"}
RIGHT_TO_LEFT = ("ar",)
NOT_READ_BY_A_NATIVE = ("nl", "fr", "ar")
N_ = str
"""Marks a text that is translated where it is said."""


@dataclass(frozen=True)
class Choice:
    """A language that one can change to, staying on the page."""

    code: str
    name: str
    direction: str
    url: str
    current: bool


def furnish(app: Flask) -> None:
    """Lets every address of an area begin with its language."""

    @app.url_value_preprocessor
    def take_language(_endpoint: str | None, values: dict[str, object] | None) -> None:
        language = values.pop("language", None) if values else None
        if language is not None and language not in LANGUAGES:
            abort(404)
        g.language = language or wished()

    @app.url_defaults
    def add_language(endpoint: str, values: dict[str, object]) -> None:
        if app.url_map.is_endpoint_expecting(endpoint, "language"):
            values.setdefault("language", g.get("language") or wished())


def wished() -> str:
    """The language that the browser asks for, of whatever country, else Dutch."""
    asked = (tag.partition("-")[0].lower() for tag, weight in request.accept_languages if weight > 0)
    return next((each for each in asked if each in LANGUAGES), "nl")


def say(text: str) -> str:
    """An English text in the language of the page."""
    return translator(g.language)(text)


def direction(language: str) -> str:
    """Which way a language is written."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def choices() -> list[Choice]:
    """All languages, each leading to this same page; a page that was posted to leads to where it began."""
    endpoint, values = request.endpoint, dict(request.view_args or {})
    methods = request.url_rule.methods if request.url_rule else None
    if endpoint is None or "GET" not in (methods or ()):
        endpoint, values = "start.home", {}
    query = request.args.to_dict() if request.method == "GET" else {}
    asked = f"?{urlencode(query)}" if query else ""         # its names are a visitor's: none of them is url_for's own
    return [Choice(code, OWN_NAMES[code], direction(code), url_for(endpoint, **{**values, "language": code}) + asked,
                   code == g.language)
            for code in ("nl", "en", "fr", "ar")]
