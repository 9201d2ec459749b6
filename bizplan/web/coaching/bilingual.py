"""Texts go out as a bilingual list for an interpreter, and come back: nothing is saved before somebody agreed."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, flash, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from bizplan.documents.bilingual import Entry as ListEntry
from bizplan.documents.bilingual import NotAList, read_list, write_list
from bizplan.documents.bilingual.package import LARGEST
from bizplan.documents.bilingual.writing import CHANGED, NEW, THERE
from bizplan.domain.clock import today
from bizplan.domain.coaching.bilingual import (
    Line,
    OtherPlan,
    Proposed,
    Refused,
    as_text,
    compared,
    from_text,
    key_of_line,
    print_of,
)
from bizplan.domain.plan import Translation
from bizplan.domain.questions import Question
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.revisions import Deed, Record, said_of_version
from bizplan.domain.translated import NAMES, TRANSLATORS, State, Text, dossier_language, key_of
from bizplan.storage import plans
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Change, Clash
from bizplan.translations import translator

from ..access import Entry, enters, kept, person, writing
from ..course_shown import row_name
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored, title_of
from .texts_shown import excerpt, name_of_row, title_of_part, visible

AREA = Blueprint("bilingual", __name__, url_prefix="/<language>/plan/<plan>/texts/list")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STATES = {State.MISSING: NEW, State.CHANGED: CHANGED, State.DONE: THERE}
LONGEST = 500_000
TOO_LONG = N_("These translations are too long together. Send the list in parts: take lines out, and send them later.")
WHY = {
    "key": N_("The first column of this line was changed: we do not know which text it is."),
    "gone": N_("The answer was taken away meanwhile."),
    "cell": N_("This cell holds a formula, a date or an error. Write the translation as text."),
    "remark": N_("A remark without a new translation. It is not kept: write it down if you need it."),
}


@dataclass(frozen=True)
class Difference:
    """A line as it is shown before it is saved."""

    number: int
    question: str
    name: str
    original: str
    before: str
    after: str
    remark: str
    is_changed: bool


@dataclass(frozen=True)
class Lost:
    """A line that cannot be taken, and why; what was written in it stays readable."""

    number: int
    question: str
    why: str
    text: str


@AREA.get("/<which>")
@enters(Entry.PARTICIPANT)
def out(plan: str, which: str) -> Response:
    """The list as a workbook: the texts that want something, or all of them."""
    if which not in ("open", "all"):
        abort(404)
    record = stored()
    language = dossier_language(record.plan)
    found = [each for each in visible(record, language) if which == "all" or each.state is not State.DONE]
    entries = [_entry(record, each) for each in found]
    title = f"{translator(language)(N_('Texts to translate'))}: {title_of(record)}"
    made = write_list(entries, title=title, language=language, spoken=record.plan.language, made=kept().active_at)
    answer = Response(made, mimetype=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="bizplan-{language}-{today().isoformat()}.xlsx"'
    return answer


@AREA.post("/")
@enters(Entry.PARTICIPANT)
def back(plan: str) -> str | tuple[str, int]:
    """A list that comes back: what it would change, line by line."""
    try:
        return _preview(read_list(_sent()))
    except NotAList as error:
        return _refused(_(str(error)))
    except OtherPlan as error:
        return _refused(_other(error))


@AREA.post("/save")
@enters(Entry.PARTICIPANT)
def save(plan: str) -> AnyResponse | str | tuple[str, int]:
    """What a list changes is kept, in the name of who sent it; what somebody else wrote meanwhile is asked about."""
    lines, by, key = from_text(request.form.get("lines", "")), request.form.get("by", ""), request.form.get("key", "")
    if lines is None:
        abort(400)
    if by not in TRANSLATORS:
        return _preview(lines, _("Choose who made these translations."))
    record = stored()
    try:
        found = [each for each in _compared(record, lines) if isinstance(each, Proposed)]
    except OtherPlan as error:
        return _refused(_other(error))
    with writing() as tx:
        outcomes = plans.save_all(tx, plan, person().id, (_change(each, by, key[:32]) for each in found))
    clashes = [(each, outcome.mine.sequence) for each, outcome in zip(found, outcomes, strict=True)
               if isinstance(outcome, Clash)]
    flash(fill(_("Translations saved: {count}."), count=len(found) - len(clashes)), "ok")
    if not clashes:
        return redirect(url_for("translating.texts", plan=plan))
    return render_template("coaching/list_clashes.html", clashes=[
        (_(each.known.question.wording), _name(record, each), excerpt(each.after),
         url_for("translating.clash", plan=plan, sequence=sequence)) for each, sequence in clashes])


def _sent() -> bytes:
    """The file that was sent, no further than it can be a list."""
    file = request.files.get("file")
    return file.stream.read(LARGEST + 1) if file else b""


def _entry(record: Record, each: Text) -> ListEntry:
    return ListEntry(
        key_of_line(kept().id, record.sequence, each), title_of_part(each.question), each.question.wording,
        name_of_row(record, each), each.original, each.version.text if each.version else "", STATES[each.state])


def _compared(record: Record, lines: tuple[Line, ...]) -> list[Proposed | Refused]:
    """What the lines would change, of the texts that this reader may see."""
    def may_see(question: Question | None) -> bool:
        return question is None or is_coach() or not question.coach
    found = compared(record.plan, kept().id, lines)
    return [each for each in found if may_see(
        each.known.question if isinstance(each, Proposed) else each.question)]


def _preview(lines: tuple[Line, ...], problem: str = "") -> str | tuple[str, int]:
    record, waiting = stored(), as_text(lines)
    found = _compared(record, lines)
    changes = [_difference(record, each) for each in found if isinstance(each, Proposed)]
    if len(waiting.encode("utf-8", "surrogatepass")) > LONGEST:
        return _refused(_(TOO_LONG))
    into = {each.known.language for each in found if isinstance(each, Proposed)} or {dossier_language(record.plan)}
    shown = render_template(
        "coaching/list_back.html", changes=changes, lost=[_lost(each) for each in found if isinstance(each, Refused)],
        lines=waiting, key=new_id(), problem=problem, chosen=request.form.get("by", "interpreter"),
        same=len(lines) - len(found), into_name=" + ".join(_(NAMES[each]) for each in sorted(into)))
    return (shown, 422) if problem else shown


def _difference(record: Record, each: Proposed) -> Difference:
    return Difference(each.number, _(each.known.question.wording), _name(record, each), each.original, each.before,
                      each.after, each.remark, each.is_changed)


def _name(record: Record, each: Proposed) -> str:
    return row_name(record, each.known.question.group, each.known.row) if each.known.row else ""


def _lost(each: Refused) -> Lost:
    why = _(WHY[each.why]) if isinstance(each.why, str) else sentence(each.why, g.language, translator(g.language))
    return Lost(each.number, _(each.question.wording) if each.question else "", why, each.text)


def _change(each: Proposed, by: str, key: str) -> Change:
    remarks = (each.remark,) if each.remark else ()
    once = f"{key}-{each.number}-{print_of(each.after)}" if key else ""
    return Change(Deed.ANSWER, key_of(each.known.question.key, each.known.language), each.known.row,
                  said_of_version(Translation(each.after, by), *remarks), base=each.known.sequence, key=once)


def _other(error: OtherPlan) -> Markup:
    return fill(_("This list belongs to another plan: see line {number}. Nothing of it was taken."),
                number=error.number)


def _refused(reason: str) -> tuple[str, int]:
    return render_template("coaching/list_refused.html", reason=reason), 422
