"""A printed sheet is entered: all its questions in one form, in the printed order, saved as every answer is."""

from dataclasses import dataclass, replace

from flask import g, request

from bizplan.domain import course
from bizplan.domain.answers import Fields
from bizplan.domain.coaching.paper import Sheet, Slot
from bizplan.domain.questions import QUESTIONS, Kind, Page
from bizplan.domain.revisions import Record
from bizplan.domain.typed import SEVERAL

from .. import forms
from ..access import kept, person, storage
from ..answering import Answering, Asked, Outcome
from ..course_shown import row_name
from ..writing_rights import may_write
from . import suggesting


@dataclass(frozen=True)
class Entry:
    """A question of the sheet with what its field holds; ``since``: it was answered after the sheet was printed."""

    slot: Slot
    asked: Asked
    since: bool


@dataclass(frozen=True)
class Together:
    """The questions that stand together on the sheet, and what their row is called."""

    page: Page
    row_name: str
    entries: tuple[Entry, ...]


def shown(record: Record, sheet: Sheet) -> tuple[Entry, ...]:
    """The questions of a sheet as they are answered now; those of rows that went since are left out."""
    return tuple(_entry(record, slot, _answering(record, slot).asked(slot.question), sheet.sequence)
                 for slot in sheet.slots if _stands(record, slot))


def typed(record: Record, sheet: Sheet) -> tuple[Entry, ...]:
    """The questions of a sheet as the form was sent; what the form did not ask is left out."""
    sent = set((request.form.get("asked", "")).split())
    found = []
    for slot in sheet.slots:
        if slot.name in sent and _stands(record, slot):
            answering = _answering(record, slot)
            fields = _fields(slot, answering.asked(slot.question).fields)
            found.append(_entry(record, slot, answering.typed(slot.question, fields), sheet.sequence))
    return tuple(found)


def save(record: Record, entries: tuple[Entry, ...]) -> list[Outcome]:
    """Keeps what was entered, row by row; raises NotSaved, after which the same form can be sent again.

    A coach who only suggests in this plan suggests what they entered.
    """
    why, outcomes = suggesting.why(each.slot.question for each in entries), list[Outcome]()
    for row in dict.fromkeys(each.slot.row for each in entries):
        answering = Answering(kept(), record, g.language, row)
        bases = {each.asked: _base(each.slot) for each in entries if each.slot.row == row}
        if why is None:
            outcomes += answering.save(storage(), person().id, bases)
        else:
            suggesting.suggest(answering, {each: base for each, base in bases.items() if not each.problem}, why)
            outcomes += [Outcome(each) for each in bases]
    return outcomes


def pass_pages(record: Record, sheet: Sheet) -> None:
    """Pages on which nothing is left open now are done, as if somebody had gone past them."""
    if not may_write():
        return
    for page in dict.fromkeys(slot.page for slot in sheet.slots):
        rows = record.rows.get(page.group, ()) if page.group else ("",)
        said = [record.said(each.key, row) for row in rows for each in course.asked(record, page, row)]
        if said and not any(each.is_empty or each.is_unread for each in said):
            Answering(kept(), record, g.language).save(
                storage(), person().id, {}, passed=course.mark(sheet.part, page))


def grouped(record: Record, entries: tuple[Entry, ...]) -> list[Together]:
    """The entries as they stand together on the sheet."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for each in entries:
        found.setdefault((each.slot.page.key, each.slot.row), []).append(each)
    return [Together(some[0].slot.page, row_name(record, some[0].slot.page.group, row) if row else "", tuple(some))
            for (_page, row), some in found.items()]


def bases(entries: tuple[Entry, ...]) -> dict[str, int]:
    """From which sequence each answer of a form that could not be saved was made."""
    return {each.slot.name: _base(each.slot) for each in entries}


def _base(slot: Slot) -> int:
    """That of the page, or of the last autosave of the answer."""
    sent = (request.form.get(name, "") for name in ("base", f"base:{slot.name}"))
    return max(forms.sequence(each) for each in sent)


def _fields(slot: Slot, before: Fields) -> Fields:
    """What the fields of a question hold in the form that was sent."""
    name = slot.name
    texts = tuple(request.form.getlist(name))
    texts = texts if slot.question.kind in SEVERAL else texts[:1]
    if slot.question.kind is Kind.TWELVE and not before.texts and set(texts) == {forms.USUAL}:
        texts = ()                                          # a year that nobody touched is no answer
    key, _equals, reading = request.form.get("reading", "").partition("=")
    texts = (reading,) if key == name and reading else texts
    return replace(before, texts=texts, period=request.form.get(f"{name}:{forms.PERIOD}", ""),
                   evidence=request.form.get(f"{name}:{forms.EVIDENCE}", "") or before.evidence,
                   unknown=bool(request.form.get(f"{name}:{forms.UNKNOWN}")))


def _entry(record: Record, slot: Slot, asked: Asked, printed: int) -> Entry:
    return Entry(slot, asked, since=record.sequence_of(slot.question.key, slot.row) > printed)


def _answering(record: Record, slot: Slot) -> Answering:
    return Answering(kept(), record, g.language, slot.row)


def _stands(record: Record, slot: Slot) -> bool:
    """Whether there is still such a place in the plan."""
    return slot.row in tuple(record.plan.places(QUESTIONS[slot.question.key]))
