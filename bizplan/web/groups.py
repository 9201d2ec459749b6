"""The rows of repeated groups: added, copied, moved and removed by buttons that post."""

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.questions import GROUPS, Page, fields
from bizplan.domain.revisions import Deed, Record
from bizplan.domain.written_values import ROW_ID
from bizplan.storage import plans
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Change

from . import writing_rights
from .access import Entry, enters, kept, person, writing
from .study import found, stored

AREA = Blueprint("groups", __name__, url_prefix="/<language>/plan/<plan>/study/<part>/<page>/rows")


@AREA.post("/add")
@enters(Entry.PARTICIPANT)
def add(plan: str, part: str, page: str) -> Response:
    """A new row at the end; sent twice, it is still one row."""
    asks, record = _group(part, page), stored()
    row = request.form.get("new", "")
    row = row if ROW_ID.fullmatch(row) else new_id()
    if row not in record.rows.get(asks.group, ()):
        _check_room(record, asks)
        _keep([Change(Deed.ADD, asks.group, row, base=record.sequence)])
    return redirect(url_for("study.row", plan=plan, part=part, page=page, row=row))


@AREA.post("/<row>/copy")
@enters(Entry.PARTICIPANT)
def copy(plan: str, part: str, page: str, row: str) -> Response:
    """The same answers once more, in a row behind this one."""
    asks, record = _group(part, page), _standing(part, page, row)
    _check_room(record, asks)
    twin = new_id()
    said = [(question.key, record.said(question.key, row)) for question in fields(asks.group)]
    _keep([Change(Deed.ADD, asks.group, twin, after=row, base=record.sequence),
           *(Change(Deed.ANSWER, key, twin, each, base=record.sequence) for key, each in said if not each.is_empty)])
    return redirect(url_for("study.row", plan=plan, part=part, page=page, row=twin))


@AREA.post("/<row>/up")
@enters(Entry.PARTICIPANT)
def up(plan: str, part: str, page: str, row: str) -> Response:
    """One place towards the first."""
    return _moved(part, page, row, -1)


@AREA.post("/<row>/down")
@enters(Entry.PARTICIPANT)
def down(plan: str, part: str, page: str, row: str) -> Response:
    """One place towards the last."""
    return _moved(part, page, row, +1)


@AREA.post("/<row>/remove")
@enters(Entry.PARTICIPANT)
def remove(plan: str, part: str, page: str, row: str) -> Response:
    """The row no longer counts; its answers stay in the history, from where it comes back."""
    asks, record = _group(part, page), stored()
    if row in record.rows.get(asks.group, ()):
        _keep([Change(Deed.REMOVE, asks.group, row, base=record.sequence)])
    return redirect(url_for("study.page", plan=plan, part=part, page=page, removed=row))


@AREA.post("/<row>/restore")
@enters(Entry.PARTICIPANT)
def restore(plan: str, part: str, page: str, row: str) -> Response:
    """A row that was removed comes back, with its answers."""
    asks, record = _group(part, page), stored()
    known = any(place == row for key, place in record.answers if key.startswith(f"{asks.group}[]."))
    if known and row not in record.rows.get(asks.group, ()):
        _check_room(record, asks)
        _keep([Change(Deed.ADD, asks.group, row, base=record.sequence)])
    return redirect(url_for("study.page", plan=plan, part=part, page=page))


def _moved(part: str, page: str, row: str, by: int) -> Response:
    asks, record = _group(part, page), _standing(part, page, row)
    rows = record.rows[asks.group]
    others = [each for each in rows if each != row]
    at = min(max(rows.index(row) + by, 0), len(others))
    after = others[at - 1] if at else ""
    _keep([Change(Deed.MOVE, asks.group, row, after=after, base=record.sequence)])
    return redirect(url_for("study.page", plan=kept().id, part=part, page=page))


def _group(part: str, page: str) -> Page:
    _where, asks = found(part, page)
    if not asks.group:
        abort(404)
    writing_rights.check(asks.group)
    return asks


def _standing(part: str, page: str, row: str) -> Record:
    record = stored()
    if row not in record.rows.get(_group(part, page).group, ()):
        abort(404)
    return record


def _check_room(record: Record, asks: Page) -> None:
    if len(record.rows.get(asks.group, ())) >= GROUPS[asks.group].most:
        abort(413)


def _keep(changes: list[Change]) -> None:
    with writing() as tx:
        plans.save_all(tx, kept().id, person().id, changes)
