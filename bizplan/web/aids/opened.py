"""An aid as somebody has opened it: which plan, which row, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from flask import abort, g, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain import course
from bizplan.domain.aids.beside import BESIDE
from bizplan.domain.clock import today
from bizplan.domain.course import PARTS
from bizplan.domain.questions import GROUPS, fields
from bizplan.domain.revisions import Record
from bizplan.storage.plans import Kept

from ..access import kept
from ..course_shown import row_name
from ..places import question_address
from ..study import is_coach, stored

FROM = "from"
"""The name in the address for the page that the aid was opened from: its part and its key."""


@dataclass(frozen=True)
class Opened:
    """A plan at which an aid was opened, in a row where it helps with one; ``origin`` is the page one came from."""

    kept: Kept
    record: Record
    language: str
    coach: bool
    row: str = ""
    origin: str = ""
    today: date = field(default_factory=today)

    def value(self, key: str) -> object:
        """What the plan answers, in this row where the question is one of rows."""
        return self.record.plan.value(key, self.row if "[]." in key else "")

    def is_answered(self, key: str) -> bool:
        """Whether somebody answered a question here."""
        return self.record.plan.answer(key, self.row if "[]." in key else "") is not None


class Aid(Protocol):
    """An aid on the web: its name in addresses, what it is called, and whose rows it helps with."""

    @property
    def key(self) -> str:
        """Its name in addresses."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def group(self) -> str:
        """The group of which it helps with one row, or nothing."""

    def page(self, opened: Opened) -> str:
        """The page: the questions, and once they are answered the slip."""

    def used(self, opened: Opened) -> Response | str:
        """Takes over what is proposed, and leads back; or the page again, where there is nothing to take over."""


def opened_at(aid: Aid) -> Opened:
    """The plan and the row of the address; a row that is not there does not exist."""
    record, row = stored(), request.args.get("row", "")
    if row and (not aid.group or row not in record.rows.get(aid.group, ())):
        abort(404)
    return Opened(kept(), record, g.language, is_coach(), row, _origin())


def _origin() -> str:
    """The page that the address says one came from, if it is one of the study."""
    part, _slash, page = request.args.get(FROM, "").partition("/")
    return f"{part}/{page}" if part in PARTS and PARTS[part].page(page) else ""


def address(aid: Aid, opened: Opened, endpoint: str = "aids.aid") -> str:
    """The address of an aid, or of its button, with the row and the page one came from."""
    more: dict[str, Any] = {name: value for name, value in (("row", opened.row), (FROM, opened.origin)) if value}
    return url_for(endpoint, plan=opened.kept.id, aid=aid.key, **more)


def home(aid: Aid, opened: Opened) -> str:
    """The address of the question that one came from, else of the first that the aid helps with."""
    plan, row = opened.kept.id, opened.row
    if opened.origin:
        part, _slash, page = opened.origin.partition("/")
        asks = PARTS[part].page(page)
        if asks and asks.group and row in opened.record.rows.get(asks.group, ()):
            return url_for("study.row", plan=plan, part=part, page=page, row=row)
        return url_for("study.page", plan=plan, part=part, page=page)
    keys = (fields(key)[0].key if key in GROUPS else key for key in BESIDE[aid.key])
    return question_address(next(key for key in keys if course.is_on_a_page(key)), row, plan)


def rows(aid: Aid, opened: Opened) -> list[tuple[str, str]]:
    """The rows that the aid could help with, each with its name and address, where none was chosen yet."""
    if opened.row or not aid.group:
        return []
    more: dict[str, Any] = {FROM: opened.origin} if opened.origin else {}
    return [(row_name(opened.record, aid.group, row),
             url_for("aids.aid", plan=opened.kept.id, aid=aid.key, row=row, **more))
            for row in opened.record.rows.get(aid.group, ())]


def name_of_row(aid: Aid, opened: Opened) -> str:
    """What the row is called in which the aid was opened."""
    return row_name(opened.record, aid.group, opened.row) if opened.row else ""
