"""The papers of a dossier: a checklist with what was sent for each, and a place to send a photo or a PDF.

The entrepreneur says who may see a file; for whoever may not, it is not there.
"""

import re
from datetime import date, timedelta

from flask import Blueprint, Response, abort, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.documents.scans import LARGEST, REASONS, NotTaken, Scan, plain_scan
from bizplan.domain.clock import today
from bizplan.domain.lending.papers import SEEN_AS, Line, Paper, Reader, checklist, plain_name, reader_of, valid_until
from bizplan.domain.revisions import Deed, Said
from bizplan.domain.typed import Problem
from bizplan.storage import Transaction, papers, plans
from bizplan.storage.attempts import Limit
from bizplan.storage.columns import new_id
from bizplan.storage.papers import Full, New
from bizplan.storage.plans import Change

from .. import signing, writing_rights
from ..access import Entry, enters, kept, person, reading, takes_file, writing
from ..languages import N_
from ..languages import say as _
from ..study import is_coach, stored
from ..wording import spoken
from . import paper_files
from .lenders_shown import known_lenders
from .papers_shown import NOT_SAID, files_shown, lines_shown, may_change, may_send, readers, room, soon_over

AREA = Blueprint("papers", __name__, url_prefix="/<language>/plan/<plan>/papers")
OF_PERSON = Limit("paper", 60, timedelta(hours=1))
ID = re.compile(r"[0-9a-f]{32}")
FULL = N_("There is no room for another file. A plan holds 40 files, together 60 MB. Remove one that you no longer "
          "need.")


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def overview(plan: str) -> str:
    """All papers of the dossier: how far each is, and what was sent for it."""
    files, found = _seen(), _checklist()
    needed = [each for each in found if each.state not in NOT_SAID or _sent_for(files, each.paper)]
    with reading() as tx:
        left = "" if is_coach() else room(papers.used(tx, plan))     # that there are more files is not for a coach
    return render_template(
        "lending/papers.html", plan=plan, coach=is_coach(), needed=lines_shown(needed, files), room=left,
        others=lines_shown([each for each in found if each not in needed], files),
        over=soon_over(files))


@AREA.route("/<paper>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
@takes_file(2 * LARGEST)
def one(plan: str, paper: str) -> AnyResponse | str | tuple[str, int]:
    """A paper with the files that were sent for it, and one more: the study then says that it is in hand."""
    line = _line(paper)
    if request.method == "POST" and _was_kept(plan):
        return _to_paper(plan, paper)
    replaced = _replaced(paper)
    if request.method != "POST":
        return _page(line, replaced)
    writing_rights.check(line.question.key)
    signing.hold_back((OF_PERSON, person().id))
    until = valid_until(request.form.get("valid_until", ""), g.language, today())
    if isinstance(until, Problem):
        return _page(line, replaced, {"valid_until": spoken(until)}), 422
    try:
        _keep(line, replaced, plain_scan(_content()), until)
    except NotTaken as error:
        return _page(line, replaced, {"file": _(REASONS[error.fault])}), 422
    except Full:
        return _page(line, replaced, {"file": _(FULL)}), 422
    return _to_paper(plan, paper)


@AREA.route("/file/<file>", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def file(plan: str, file: str) -> AnyResponse | str | tuple[str, int]:
    """A file: what it shows, who may see it and until when it counts, which can be changed."""
    found = _found(file)
    if request.method != "POST":
        return _file_page(found)
    _check_change(found)
    until = valid_until(request.form.get("valid_until", ""), g.language, today())
    if isinstance(until, Problem):
        return _file_page(found, {"valid_until": spoken(until)}), 422
    with writing() as tx:
        papers.change(tx, plan, found.id, found.reader if is_coach() else _reader(found.reader), until)
    flash(_("Saved."), "ok")
    return redirect(url_for("papers.file", plan=plan, file=file), 303)


@AREA.get("/file/<file>/content")
@enters(Entry.PARTICIPANT)
def content(plan: str, file: str) -> Response:
    """The file itself: a photo may be looked at, a PDF is kept on the device first."""
    return paper_files.sent(_found(file))


@AREA.route("/file/<file>/remove", methods=["GET", "POST"])
@enters(Entry.PARTICIPANT)
def remove(plan: str, file: str) -> AnyResponse | str:
    """A file goes for good, after one more question."""
    found = _found(file)
    _check_change(found)
    if request.method != "POST":
        return render_template("lending/paper_remove.html", plan=plan, file=_shown(found))
    with writing() as tx:
        papers.remove(tx, plan, found.id)
    flash(_("The file is gone."), "ok")
    return redirect(url_for("papers.one", plan=plan, paper=found.paper), 303)


def _seen() -> tuple[Paper, ...]:
    """The files of the plan that the reader may see."""
    with reading() as tx:
        return papers.papers_of(tx, kept().id, SEEN_AS[g.role])


def _found(file: str) -> Paper:
    with reading() as tx:
        found = papers.paper(tx, kept().id, file)
    if found is None or found.reader not in SEEN_AS[g.role]:
        abort(404)
    return found


def _checklist() -> tuple[Line, ...]:
    return checklist(stored().plan, today(), known_lenders(today()))


def _line(paper: str) -> Line:
    found = next((each for each in _checklist() if each.paper == paper), None)
    if found is None:
        abort(404)
    return found


def _replaced(paper: str) -> Paper | None:
    """The file in whose place a newer one is sent, where the address or the form names one."""
    named = request.values.get("replaces", "")
    if not named:
        return None
    found = _found(named)
    _check_change(found)
    return found if found.paper == paper else None


def _check_change(found: Paper) -> None:
    """The entrepreneur changes every file, a coach those that they sent, where they may write."""
    if not may_change(found):
        abort(404)


def _was_kept(plan: str) -> bool:
    """Whether the form was sent before: a slow connection sends it twice."""
    with reading() as tx:
        found = papers.paper(tx, plan, request.form.get("key", ""))
    return found is not None and found.author == person().id


def _to_paper(plan: str, paper: str) -> AnyResponse:
    """On to the paper, where the file stands now."""
    flash(_("The file is here. In the study this paper is in hand now."), "ok")
    return redirect(url_for("papers.one", plan=plan, paper=paper), 303)


def _sent_for(files: tuple[Paper, ...], paper: str) -> tuple[Paper, ...]:
    return tuple(each for each in files if each.paper == paper)


def _content() -> bytes:
    """What was sent, no further than it can be taken."""
    sent = request.files.get("file")
    return sent.stream.read(LARGEST + 1) if sent else b""


def _reader(otherwise: Reader) -> Reader:
    """Who may see the file: the entrepreneur says it; what a coach sends both of them see."""
    if is_coach():
        return Reader.COACH
    return reader_of(request.form["reader"]) if "reader" in request.form else otherwise


def _keep(line: Line, replaced: Paper | None, scan: Scan, until: date | None) -> None:
    """Keeps the file and says in the study that the paper is in hand, both or neither; raises Full."""
    sent, key = request.files.get("file"), request.form.get("key", "")
    new = New(line.paper, scan.kind, scan.content, scan.pages, plain_name((sent and sent.filename) or ""),
              _reader(replaced.reader if replaced else Reader.SELF), until)
    with writing() as tx:
        papers.keep(tx, kept().id, person().id, new, key if ID.fullmatch(key) else new_id(),
                    replaced.id if replaced else "")
        _say_in_hand(tx, line)


def _say_in_hand(tx: Transaction, line: Line) -> None:
    """The answer to the question of the study, by whoever sent the file."""
    now = plans.plan(tx, kept().id)
    assert now
    said = Said.of(line.question.key, "in_hand")
    plans.save(tx, now.id, person().id, Change(Deed.ANSWER, line.question.key, "", said, base=now.sequence))


def _page(line: Line, replaced: Paper | None, problems: dict[str, str] | None = None) -> str:
    shown, = lines_shown([line], ())
    chosen = _reader(replaced.reader if replaced else Reader.SELF)
    return render_template(
        "lending/paper.html", plan=kept().id, line=shown, files=files_shown(_sent_for(_seen(), line.paper)),
        sends=may_send(line.question.key), replaced=_shown(replaced) if replaced else None, problems=problems or {},
        readers=readers(), reader=chosen.value, valid_until=request.form.get("valid_until", ""), coach=is_coach(),
        key=request.form.get("key") or new_id())


def _file_page(found: Paper, problems: dict[str, str] | None = None) -> str:
    until = found.valid_until.isoformat() if found.valid_until else ""
    return render_template(
        "lending/paper_file.html", plan=kept().id, file=_shown(found), problems=problems or {}, readers=readers(),
        reader=_reader(found.reader).value if "reader" in request.form else found.reader.value, coach=is_coach(),
        valid_until=request.form.get("valid_until", until), changes=may_change(found) and may_send())


def _shown(found: Paper) -> object:
    shown, = files_shown((found,))
    return shown
