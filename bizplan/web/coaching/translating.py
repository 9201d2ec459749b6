"""Texts in the language of the dossier: which are there, which still want writing, and each beside its original."""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from bizplan.domain import answers, course
from bizplan.domain.answers import Fields
from bizplan.domain.coaching.bilingual import print_of
from bizplan.domain.plan import Translation
from bizplan.domain.questions import QUESTIONS, Question
from bizplan.domain.readiness.sentences import sentence
from bizplan.domain.revisions import Deed, Record, Revision, Said, said_of_version, version_said
from bizplan.domain.translated import (
    DOSSIER_LANGUAGES,
    LATIN,
    NAMES,
    State,
    Text,
    dossier_language,
    is_latin,
    is_text,
    key_of,
    read_key,
    text_of,
    written_in,
)
from bizplan.domain.typed import Given, Problem
from bizplan.storage import people, plans
from bizplan.storage.columns import new_id
from bizplan.storage.database import NotSaved
from bizplan.storage.plans import Change, Clash
from bizplan.translations import translator

from .. import display, forms
from ..access import Entry, enters, kept, person, reading, writing
from ..course_shown import row_name
from ..display import fill
from ..history import Side
from ..languages import say as _
from ..places import question_address
from ..study import is_coach, stored
from ..troubles import RETRY_AFTER
from .texts_shown import WORDS, Shown, place_of, shown, title_of_part, url_of, visible

AREA = Blueprint("translating", __name__, url_prefix="/<language>/plan/<plan>/texts")
MOST_TICKS = 200
Answer = Response | str | tuple[str, int] | tuple[str, int, dict[str, str]]


@dataclass(frozen=True)
class Step:
    """What an answer said in the other language, by whom and when."""

    said: str
    author: str
    at: Markup


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def texts(plan: str) -> str:
    """All texts with how far each is, those that want something first asked for."""
    record = stored()
    language = dossier_language(record.plan)
    found = visible(record, language)
    wanting = [each for each in found if each.state is not State.DONE]
    every = "all" in request.args
    parts: dict[str, list[Shown]] = {}
    for each in found if every else wanting:
        parts.setdefault(title_of_part(each.question), []).append(shown(record, each))
    ticks = [shown(record, each) for each in wanting
             if is_latin(each.original) or record.plan.language in LATIN][:MOST_TICKS]
    return render_template(
        "coaching/texts.html", parts=parts, language_name=_(NAMES[language]), into=language, every=every,
        done=len(found) - len(wanting), all=len(found), wanting=len(wanting), ticks=ticks, base=record.sequence,
        dossier_url=question_address("applicant.dossier_language", "", plan))


@AREA.post("/same")
@enters(Entry.PARTICIPANT)
def same(plan: str) -> Response:
    """Texts that are in the language of the dossier already, ticked many at once."""
    record, into = stored(), request.form.get("into", "")
    base = forms.sequence(request.form.get("base", ""))
    ticked = set(request.form.getlist("same"))
    marked = [each for each in visible(record, into) if place_of(each) in ticked] if into in DOSSIER_LANGUAGES else []
    with writing() as tx:
        outcomes = [plans.save(tx, plan, person().id, Change(
            Deed.ANSWER, each.key, each.row, said_of_version(Translation(by=role())), base=base, again=True))
            for each in marked]
    done = sum(isinstance(each, plans.Taken) for each in outcomes)
    flash(fill(_("Marked as ready: {count}."), count=done), "ok")
    return redirect(url_for("translating.texts", plan=plan))


@AREA.route("/text/<question>", methods=["GET", "POST"], defaults={"row": ""})
@AREA.route("/text/<question>/<row>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def text(plan: str, question: str, row: str) -> Answer:
    """One text beside what it says in the language of the dossier."""
    record, asked = stored(), _question(question)
    if (asked.key, row) not in record.answers:
        abort(404)
    if request.method == "POST":
        return _saved(record, asked, row)
    found = _text(record, asked, row, dossier_language(record.plan))
    if found is None:
        abort(404)
    return _page(record, found, found.version.text if found.version else "")


@AREA.route("/clash/<int:sequence>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def clash(plan: str, sequence: int) -> Response | str:
    """Two people translated one text: what I wrote, what they wrote and what it was; one of them is chosen."""
    with reading() as tx:
        mine = plans.revision(tx, plan, sequence) if sequence <= kept().sequence else None
        of = read_key(mine.question) if mine and mine.proposal else None
        if mine is None or of is None:
            abort(404)
        asked = _question(of[0])
        theirs = next(each for each in plans.history(tx, plan, mine.question, mine.row) if not each.proposal)
        names = {each.author: people.person(tx, each.author) for each in (mine, theirs)}
        was = plans.said(tx, plan, mine.question, mine.row, mine.base)
    if request.method == "POST":
        return _chosen(asked, mine, theirs, request.form.get("keep", ""))

    def side(key: str, each: Revision) -> Side:
        found = names.get(each.author)
        name = _("you") if each.author == person().id else found.name if found else ""
        return Side(key, words_of(each.said), fill(_("{name}, {moment}"), name=name, moment=_moment(each)))

    return render_template("coaching/text_clash.html", question=asked, language_name=_(NAMES[of[1]]),
                           mine=side("mine", mine), theirs=side("theirs", theirs),
                           before=Side("before", words_of(was), Markup("")))


def role() -> str:
    """Who the reader is to those who read the dossier."""
    return "coach" if is_coach() else "entrepreneur"


def words_of(said: Said) -> str:
    """What a version says, in words."""
    if said.value is None:
        return _("nothing")
    return version_said(said, stale=False).text or _("This text is in that language already.")


def _question(key: str) -> Question:
    asked = QUESTIONS.get(key)
    if asked is None or not is_text(asked) or (asked.coach and not is_coach()):
        abort(404)
    return asked


def _text(record: Record, asked: Question, row: str, language: str) -> Text | None:
    """A text and its version; also one that need not be translated, for who wants to."""
    found, answer = text_of(record.plan, asked, row, language), record.plan.answer(asked.key, row)
    if found is None and answer is not None:
        return Text(asked, row, str(answer.value), language)
    return found


def _page(record: Record, found: Text, typed: str, problem: str = "", base: int | None = None) -> str:
    """The page of a text, with what stands in its field."""
    asked, version = found.question, record.answers.get((found.key, found.row))
    with reading() as tx:
        past = [each for each in plans.history(tx, kept().id, found.key, found.row) if not each.proposal]
        original = record.answers[asked.key, found.row]
        names = {each: people.person(tx, each) for each in {original.author, *(step.author for step in past)}}
        stood = plans.said(tx, kept().id, asked.key, found.row, version.base) if version else None

    def name_of(each: Revision) -> str:
        author = names.get(each.author)
        return _("you") if each.author == person().id else author.name if author else ""

    language = written_in(record.plan, found.original)
    return render_template(
        "coaching/text.html", text=found, typed=typed, problem=problem, key=new_id(), word=_(WORDS[found.state]),
        base=record.sequence if base is None else base, into_name=_(NAMES[found.language]),
        language_name=_(NAMES[language]) if language else "", language_code=language,
        writer=name_of(original), written_at=_moment(original), row_name=row_name(
            record, asked.group, found.row) if found.row else "",
        was=str(stood.value) if stood and found.state is State.CHANGED and stood.value else "",
        remark=version.said.text[1] if version and len(version.said.text) > 1 else "",
        past=[Step(words_of(each.said), name_of(each), _moment(each)) for each in past],
        question_url=question_address(asked.key, found.row, kept().id) if course.is_on_a_page(asked.key) else "")


def _saved(record: Record, asked: Question, row: str) -> Answer:
    """What was written is kept; what cannot be is shown again, with the reason."""
    into, typed = request.form.get("into", ""), request.form.get("text", "")
    if into not in DOSSIER_LANGUAGES:
        abort(400)
    found, base = _text(record, asked, row, into), forms.sequence(request.form.get("base", ""))
    said, problem = _read(asked, typed, into, found.version if found else None)
    if problem and found is not None:
        return _page(record, found, typed, problem, base), 422
    if found is not None and _stands(found, said):
        return redirect(_next(asked, row, into))
    try:
        outcome = _kept(key_of(asked.key, into), row, said, base, again=found is None or found.state is not State.DONE)
    except NotSaved:
        if found is None:
            raise
        return _page(record, found, typed, _("Not saved yet. Try again in a minute."), base), 503, {
            "Retry-After": RETRY_AFTER}
    if isinstance(outcome, Clash):
        return redirect(url_for("translating.clash", plan=kept().id, sequence=outcome.mine.sequence))
    if found is None:
        flash(_("The answer was taken away meanwhile. Your translation is kept in case it comes back."), "warn")
    return redirect(_next(asked, row, into))


def _stands(found: Text, said: Said) -> bool:
    """Whether nothing new is said: what stands already, or nothing where nothing stood."""
    if found.version is None:
        return said.is_empty
    return found.state is State.DONE and said.value == (found.version.text or True)


def _read(asked: Question, typed: str, into: str, stood: Translation | None) -> tuple[Said, str]:
    """What is to be kept, or what is wrong with it; who looks at a version again does not become its translator."""
    if request.form.get("do") == "same":
        return said_of_version(Translation(by=role())), ""
    _said, read = answers.said(asked, Fields((typed,)), into)
    if isinstance(read, Problem):
        return _said, sentence(read, g.language, translator(g.language))
    if not isinstance(read, Given):
        return Said(), ""
    by = stood.by if stood and stood.text == read.value else role()
    return said_of_version(Translation(str(read.value), by)), ""


def _kept(key: str, row: str, said: Said, base: int, *, again: bool) -> plans.Taken | Clash:
    """The revision; the same form sent twice is kept once, and what was typed over it anew is not lost."""
    sent = request.form.get("key", "")[:32]
    once = f"{sent}-{print_of(str(said.value))}" if sent else ""
    with writing() as tx:
        return plans.save(tx, kept().id, person().id, Change(
            Deed.ANSWER, key, row, said, base=base, key=once, again=again))


def _next(asked: Question, row: str, into: str) -> str:
    """The page of the next text that wants something, else the list."""
    found = visible(stored(), into)
    here = next((at for at, each in enumerate(found) if (each.question, each.row) == (asked, row)), len(found))
    later = next((each for each in found[here + 1:] if each.state is not State.DONE), None)
    return url_of(later) if later else url_for("translating.texts", plan=kept().id)


def _chosen(asked: Question, mine: Revision, theirs: Revision, keep: str) -> Response:
    if keep == "mine":
        with writing() as tx:
            plans.save(tx, kept().id, person().id, Change(
                Deed.ANSWER, mine.question, mine.row, mine.said, base=max(mine.base, theirs.sequence)))
    elif keep != "theirs":
        abort(400)
    return redirect(url_for("translating.text", plan=kept().id, question=asked.key, row=mine.row or None))


def _moment(each: Revision) -> Markup:
    return display.moment(each.at, g.language) if each.at else Markup("")
