"""The addresses of the aids: a page each, and the button that takes over what it proposes."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.aids.beside import aid_beside
from bizplan.domain.questions import Page, Question

from .. import writing_rights
from ..access import Entry, enters
from .opened import FROM, Aid, opened_at
from .shelf import AIDS

AREA = Blueprint("aids", __name__, url_prefix="/<language>/plan/<plan>/aid/<aid>")


@dataclass(frozen=True)
class Beside:
    """The way to an aid from the question that it helps with."""

    title: str
    url: str


@AREA.route("", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def aid(plan: str, aid: str) -> str:
    """An aid: its questions, and once they are sent the sum; nothing is kept."""
    found = _found(aid)
    return found.page(opened_at(found))


@AREA.post("/use")
@enters(Entry.PARTICIPANT)
def use(plan: str, aid: str) -> Response | str:
    """What the aid proposes becomes the answer."""
    found = _found(aid)
    at = opened_at(found)
    writing_rights.check()
    return found.used(at)


@AREA.app_template_global()
def aid_for(question: Question) -> Beside | None:
    """The aid beside a question of the page that is shown, in its row."""
    return _beside(question.key)


@AREA.app_template_global()
def aid_for_rows(page: Page) -> Beside | None:
    """The aid beside the rows of a group."""
    return _beside(page.group)


def _beside(key: str) -> Beside | None:
    asked = request.view_args or {}
    name = aid_beside(key)
    if not name or "page" not in asked:
        return None
    more: dict[str, Any] = {"row": asked["row"]} if AIDS[name].group and "row" in asked else {}
    more[FROM] = f"{asked['part']}/{asked['page']}"
    return Beside(AIDS[name].title, url_for("aids.aid", plan=asked["plan"], aid=name, **more))


def _found(name: str) -> Aid:
    if name not in AIDS:
        abort(404)
    return AIDS[name]
