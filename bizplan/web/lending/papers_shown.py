"""The papers as their pages tell them: the state of each in words, and its files with who may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import g, url_for
from markupsafe import Markup

from bizplan.domain.clock import today
from bizplan.domain.lending.papers import (
    LARGEST_TOGETHER,
    MOST,
    SECTION,
    Line,
    Paper,
    Reader,
    State,
    Validity,
)
from bizplan.domain.questions import QUESTIONS, Question
from bizplan.storage import participants
from bizplan.storage.papers import Used

from ..access import kept, person, reading
from ..display import fill, number
from ..languages import N_
from ..languages import say as _
from ..study import is_coach
from ..wording import Choice
from ..writing_rights import may_write

NOT_SAID = (State.NOT_NEEDED, State.UNSAID)
"""The states of papers that this plan does not wait for."""
STATES = {
    State.IN_HAND: ("ok", N_("In hand")), State.ASKED: ("busy", N_("Asked for")),
    State.MISSING: ("warn", N_("Missing")), State.NOT_NEEDED: ("none", N_("Not needed")),
    State.UNSAID: ("none", N_("No answer yet")),
}
READERS = {
    Reader.SELF: (N_("Only you"), N_("Your coach and a lender do not see this file."), "person"),
    Reader.COACH: (N_("You and your coaches"), N_("A lender does not see this file."), "people"),
    Reader.LENDER: (N_("You, your coaches and the lender"),
                    N_("It goes along when you hand in your plan at a lender and agree there."), "bank"),
}
SEEN_BY = {
    Reader.SELF: N_("Only the business owner sees it"), Reader.COACH: N_("The coaches see it"),
    Reader.LENDER: N_("The coaches see it, and a lender with the plan"),
}
MB = 1_000_000


@dataclass(frozen=True)
class FileShown:
    """A file as a list shows it."""

    id: str
    name: str
    url: str
    what: Markup
    seen_by: str
    by: str
    validity: Validity
    paper: Paper
    question: Question


@dataclass(frozen=True)
class LineShown:
    """A paper on the checklist: its state as a drawing and a word, and a line about its files and its lenders."""

    label: str
    url: str
    state: str
    word: str
    line: Markup
    paper: str
    question: Question
    wanted: str


def lines_shown(lines: Sequence[Line], files: Sequence[Paper]) -> list[LineShown]:
    """Papers of the checklist, each with how many of these files it has."""
    return [_line_shown(each, sum(file.paper == each.paper for file in files)) for each in lines]


def _line_shown(each: Line, count: int) -> LineShown:
    state, word = STATES[each.state]
    sent = fill(_("Files: {count}"), count=count) if count else Markup("")
    wanted = ", ".join(dict.fromkeys(lender.title.text(g.language) for lender in each.wanted_by))
    asked = fill(_("Asked by: {lenders}"), lenders=wanted) if wanted else Markup("")
    url = url_for("papers.one", plan=kept().id, paper=each.paper)
    return LineShown(_(each.question.label), url, state, _(word), Markup(" · ").join(filter(None, (sent, asked))),
                     each.paper, each.question, wanted)


def files_shown(files: Sequence[Paper]) -> list[FileShown]:
    """Files, each with its kind, its size, who may see it and who sent it."""
    with reading() as tx:
        names = participants.names(tx, kept().id)
    return [_file_shown(each, names) for each in files]


def _file_shown(each: Paper, names: dict[str, str]) -> FileShown:
    question = QUESTIONS[SECTION + each.paper]
    by = "" if each.author in ("", kept().owner) else names.get(each.author, "")
    return FileShown(each.id, each.name or _(question.label), url_for("papers.file", plan=kept().id, file=each.id),
                     kind_and_size(each), _(SEEN_BY[each.reader]), by, each.validity(today()), each, question)


def kind_and_size(each: Paper) -> Markup:
    """What a file is, with its pages, and how large."""
    kind = fill(_("PDF, pages: {count}"), count=each.pages) if each.kind == "pdf" else Markup.escape(_("photo"))
    return Markup(" · ").join((kind, fill(_("{size} MB"), size=_mb(each.size))))


def soon_over(files: Sequence[Paper]) -> list[FileShown]:
    """The files that no longer count, or only for another month, the worst first."""
    found = [each for each in files if each.validity(today()) is not Validity.GOOD]
    return files_shown(sorted(found, key=lambda each: str(each.valid_until)))


def readers() -> list[Choice]:
    """Who may see a file, as the entrepreneur chooses."""
    return [Choice(each.value, _(label), _(hint), drawing) for each, (label, hint, drawing) in READERS.items()]


def room(used: Used) -> Markup:
    """How much room there is left."""
    return fill(_("Files: {count} of {most}. Together: {size} of {largest} MB."), count=used.count, most=MOST,
                size=_mb(used.size), largest=LARGEST_TOGETHER // MB)


def may_send(key: str = "") -> bool:
    """Whether the reader may send a file for a paper now: nothing is sent to a plan in the archive."""
    return kept().archived_at is None and may_write(key)


def may_change(found: Paper) -> bool:
    """Whether the reader may change or remove a file: all of them the entrepreneur, a coach those that they sent."""
    return not is_coach() or (found.author == person().id and may_write(SECTION + found.paper))


def _mb(size: int) -> Markup:
    """How many megabytes that is."""
    return number(max(size / MB, 0.1), g.language, 1)
