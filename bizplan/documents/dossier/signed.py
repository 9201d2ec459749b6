"""The sign-off by the coaches: which parts are approved, and what was decided at the four gates, before the annexes."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from bizplan.documents.charts import StateMark
from bizplan.documents.charts.marks import State
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import ROOM_FOR_CHAPTER, Room, Title, by_coach, note, section
from bizplan.documents.dossier.pages import Entry
from bizplan.documents.dossier.tables import Cell, Column, Row, Table
from bizplan.documents.text import Span
from bizplan.domain.coaching.sign_off import Signature, SignedGate, SignedPart, SignOff
from bizplan.domain.profile import Gate

MARK = 15
STATES: dict[Gate, State] = {Gate.GO: "ok", Gate.GO_IF: "warn", Gate.NOT_YET: "stop"}


def sign_off_part(case: Case) -> list[Flowable]:
    """The part on the sign-off; nothing where nobody approved or decided anything."""
    _, signed = case.translate, case.sign_off
    if signed is None:
        return []
    words = _("Approved by the coach")
    entry = Entry("sign_off", words, 0, f"{case.name_apart} · {words}")
    return [Room(ROOM_FOR_CHAPTER), Spacer(1, 14), Title(case, [entry], words, below=approved_words(case, signed)),
            *gates(case, signed), *parts(case, signed)]


def approved_words(case: Case, signed: SignOff) -> str:
    """How many parts are approved, and on which day the last of them."""
    _, on = case.translate, signed.approved_on
    if on is None:
        return _("Approved: {done} of {of} parts").format(done=0, of=len(signed.parts))
    return _("Approved: {done} of {of} parts, {day}").format(
        done=len(signed.approved), of=len(signed.parts), day=case.wording.day(on))


def gates(case: Case, signed: SignOff) -> list[Flowable]:
    """The four gates, each with its outcome, its reasons and its conditions."""
    _ = case.translate
    columns = [Column(width=MARK), Column(_("Decision"), weight=4), Column(_("Outcome"), weight=1.6),
               Column(_("Coach"), weight=2)]
    rows = [row for gate in signed.gates for row in gate_rows(case, gate)]
    return [*section(case, _("The four decisions"), by_coach(case)), Table(columns, rows, case.styles)]


def gate_rows(case: Case, gate: SignedGate) -> Iterator[Row]:
    """A gate as rows: what was decided, and a row for each condition."""
    _ = case.translate
    title = case.translate(gate.title)
    if gate.outcome is None or gate.signed is None:
        yield Row(("", title, _("not decided yet"), ""))
        return
    said = [Span(title, bold=True), Span(f" {gate.reasons}")]
    words = {Gate.GO: _("yes"), Gate.GO_IF: _("yes, if"), Gate.NOT_YET: _("not yet")}[gate.outcome]
    if gate.is_on_earlier_answers:
        words = f"{words}; {_('decided on earlier answers')}"
    yield Row((StateMark(STATES[gate.outcome]), said, words, signature(case, gate.signed)))
    for each in gate.conditions:
        by = _("by {day}").format(day=case.wording.day(each.by))
        met = (StateMark("ok"), each.text, _("met"), signature(case, each.met)) if each.met else None
        yield Row(met or ("", each.text, by, ""))


def parts(case: Case, signed: SignOff) -> list[Flowable]:
    """Every part, with who approved it and when."""
    _ = case.translate
    columns = [Column(width=MARK), Column(_("Part of the study"), weight=3), Column(_("State"), weight=2),
               Column(_("Coach"), weight=3)]
    rows = [Row(part_cells(case, part)) for part in signed.parts]
    about = note(case, _("An approval covers what the coach had read on that day. A part that changed since "
                         "has answers that are newer."))
    return [*section(case, _("Approval by part"), by_coach(case)), Table(columns, rows, case.styles), about]


def part_cells(case: Case, part: SignedPart) -> tuple[Cell, ...]:
    """A mark, the part, its state, and who approved it when."""
    _, title = case.translate, case.translate(part.title)
    if part.approved is None:
        return "", title, _("not approved"), ""
    mark, words = ("warn", _("changed since the approval")) if part.is_changed else ("ok", _("approved"))
    return StateMark(mark), title, words, signature(case, part.approved)    # type: ignore[arg-type]


def signature(case: Case, signed: Signature) -> str:
    """Who signed, for whom, and when."""
    _ = case.translate
    named = signed.name or _("a coach who left")
    return ", ".join(filter(None, (named, signed.organisation, case.wording.day(signed.on))))
