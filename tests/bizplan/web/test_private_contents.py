"""Private notes, what only coaches are asked, and the household: words that stand nowhere else, looked for everywhere.

Everybody opens every address with real ids in it: pages, export, plan file, news, and the documents of the plan.
What only coaches are asked is theirs on the pages; the dossier, the plan file and the entrepreneur's own export hold
it, as the study declares it for the dossier, and as it is the entrepreneur's plan.
"""

import json
import subprocess
import zipfile
from io import BytesIO
from itertools import chain

import pikepdf
import pytest

from bizplan import delivery
from bizplan.domain import course
from bizplan.domain.clock import today
from bizplan.domain.coaching import About, News, Subject, ThreadKind
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import applications, jobs, notices, plans, submissions, threads, versions
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Change
from bizplan.storage.threads import Beginning
from bizplan.web.aids.shelf import AIDS
from bizplan.workshop import Workshop
from tests.bizplan.web.everybody import ROLES, address, everybody

NOTE, COACHS, HOME, IDEA = "Privatenote41c7", "Coachview52d8", "Household63e9", "Ideaofplan74f0"
MARKS = (NOTE, COACHS, HOME, IDEA)
ANSWERS = {"idea.need": IDEA, "household.changes": HOME, "planning.coach.opinion": COACHS}
OUTSIDE = [who for who in ROLES if who not in ("owner", "its coach")]
FILES = {"plans.file", "account.data"}
"""Addresses that answer with a file of the plan instead of a page."""
PREVIEW = "handing_in.answers"
"""What a lender will read, shown before it is signed: whoever agrees to it sees all of it, as in the dossier."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Everybody, and a plan in which each of the words stands where it belongs."""
    found = everybody(tmp_path_factory.mktemp("private") / "data")
    with found.storage.writing() as tx:
        found.plans["before"] = str(plans.plan(tx, found.plans["own"]).sequence)
        _say(tx, found)
        _private_note(tx, found)
        found.plans["version"] = versions.name(tx, found.plans["own"], found.ids["owner"], 1, "A name")
        for kind in News:
            notices.tell(tx, kind, found.plans["own"], found.ids["its coach"], found.ids.values(), new_id())
        found.plans["job"] = jobs.ask(tx, "dossier", found.plans["own"], found.ids["owner"], "nl", 1)
        jobs.take(tx, found.plans["job"])
        jobs.finish(tx, found.plans["job"], b"%PDF")
        found.plans["application"] = applications.begin(tx, found.plans["own"], found.ids["owner"], "microstart")
        found.plans["submission"] = submissions.prepare(
            tx, found.plans["application"], found.plans["own"], found.ids["its coach"],
            plans.plan(tx, found.plans["own"]).sequence, "nl")
    yield found
    found.storage.database.dispose()


def _say(tx, found) -> None:
    """Answers before which the words stood nowhere, and an answer after them."""
    for key, text in ANSWERS.items():
        author = found.ids["its coach" if QUESTIONS[key].coach else "owner"]
        said = Said((text,), f"{text} is what stands here")
        plans.save(tx, found.plans["own"], author, Change(Deed.ANSWER, key, "", said, base=10**6))


def _private_note(tx, found) -> None:
    """A note that coaches keep among themselves, about an answer."""
    first = Beginning(ThreadKind.PRIVATE, Subject(About.ANSWER, "idea.need"), NOTE)
    found.plans["thread"] = threads.begin(tx, found.plans["own"], found.ids["its coach"], first)


def opened(made, who: str):
    """Every address that opens for somebody, with real ids, and what stands there."""
    known = {"language": "en", "plan": made.plans["own"], "thread": made.plans["thread"], "when": "1",
             "job": made.plans["job"], "version": made.plans["version"],
             "application": made.plans["application"], "submission": made.plans["submission"],
             "sequence": "1", "statement": "cash", "line": "bank.cash", "year": "1", "subject": "idea.need",
             **dict.fromkeys(("who", "person", "entrepreneur"), made.ids["owner"])}
    with made.storage.reading() as tx:
        record = plans.record(tx, plans.plan(tx, made.plans["own"]))
    for rule in made.app.url_map.iter_rules():
        if rule.endpoint == "static" or "GET" not in rule.methods:
            continue
        several = _several(rule.arguments, record)
        for places in several[:1] if who in OUTSIDE else several:       # one door, whichever page stands behind it
            asked = {"from": made.plans["before"]}                      # what changed since the words stand there
            answer = made.browsers[who].get(address(rule, {**known, **places}), query_string=asked)
            yield rule, places, answer


def _several(places: set[str], record):
    """What stands in those places of an address that make another page of it."""
    if {"part", "page"} <= places:
        groups = ((part, page, record.rows.get(page.group, ("",))[0]) for part, page in course.pages())
        return [{"part": part.key, "page": page.key, "row": row} for part, page, row in groups]
    if "part" in places:
        return [{"part": part} for part in course.PARTS]
    if "question" in places:
        return [{"question": key, "row": ""} for key in ANSWERS]
    return [{"aid": aid} for aid in AIDS] if "aid" in places else [{}]


def found_by(made, who: str, *, files: bool = True) -> dict[str, set[str]]:
    """The words that somebody comes upon, each with the addresses where."""
    found: dict[str, set[str]] = {}
    for rule, places, answer in opened(made, who):
        assert answer.status_code < 500, f"{who}: {rule.rule} {places}"
        if files or rule.endpoint not in FILES:
            text = told_in(answer)
            for mark in MARKS:
                if mark in text:
                    found.setdefault(mark, set()).add(rule.endpoint)
    return found


def told_in(answer) -> str:
    """All that an answer says: the text of a page, what a workbook packs, what the streams of a PDF hold."""
    content = answer.get_data()
    if answer.mimetype == "application/pdf":
        return "".join(each.decode("utf-8", "replace") for each in streams_of(content))
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return content.decode("utf-8")


def streams_of(pdf: bytes) -> list[bytes]:
    """The streams of a PDF, unpacked; one that holds no pages has none."""
    if len(pdf) < len(b"%PDF-1.7"):
        return []
    with pikepdf.open(BytesIO(pdf)) as document:
        return [each.read_bytes() for each in document.objects
                if isinstance(each, pikepdf.Stream) and "/DCTDecode" not in str(each.get("/Filter", ""))]


@pytest.mark.parametrize("who", OUTSIDE)
def test_whoever_takes_no_part_finds_none_of_it_anywhere(made, who):
    assert found_by(made, who) == {}


def test_the_entrepreneur_finds_no_private_note_anywhere_and_on_no_page_what_only_coaches_are_asked(made):
    everywhere = found_by(made, "owner")
    assert NOTE not in everywhere
    assert everywhere.get(COACHS, set()) <= {*FILES, PREVIEW}
    assert PREVIEW in everywhere[IDEA] and PREVIEW not in everywhere[HOME]
    assert {"history.check", "study.page", "history.answer", "history.changes", "versions.compare"} <= everywhere[HOME]


def test_the_coach_finds_what_is_theirs_to_see_so_that_nobody_else_was_looking_in_the_wrong_place(made):
    pages = found_by(made, "its coach")
    assert {"history.check", "study.page", "history.answer", "history.changes", "versions.compare"} <= pages[COACHS]
    assert {"history.check", "study.page", "history.changes"} <= pages[HOME]
    assert PREVIEW in pages[COACHS] and PREVIEW not in pages[HOME] and PREVIEW not in pages[NOTE]


@pytest.mark.parametrize("who", ["owner", "its coach"])
def test_no_file_holds_a_private_note(made, who):
    for endpoint, path in (("plans.file", f"/en/plan/{made.plans['own']}/file"), ("account.data", "/en/me/data.json")):
        content = made.browsers[who].get(path)
        assert content.status_code == 200, endpoint
        assert NOTE not in json.dumps(content.json, ensure_ascii=False)


def test_what_a_coach_takes_along_holds_nothing_of_the_plans_of_others(made):
    told = made.browsers["its coach"].get("/en/me/data.json").text
    assert not [mark for mark in MARKS if mark in told]


@pytest.fixture(scope="module")
def work(made):
    """The plan, calculated."""
    with made.storage.reading() as tx:
        study = plans.record(tx, plans.plan(tx, made.plans["own"])).plan
    return Workshop.on(study, today())


def test_the_workbook_holds_no_private_note_in_any_of_its_parts(work):
    with zipfile.ZipFile(BytesIO(delivery.document("workbook", work, "en", today()))) as book:
        parts = {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}
    assert any("docProps" in name for name in parts)
    assert not [name for name, text in parts.items() if NOTE in text]


def test_the_dossier_holds_no_private_note_on_its_pages_in_its_metadata_or_inside_its_streams(work, needs, tmp_path):
    pdf = delivery.document("dossier", work, "en", today())
    (tmp_path / "dossier.pdf").write_bytes(pdf)
    shown = subprocess.run([needs("pdftotext"), str(tmp_path / "dossier.pdf"), "-"], capture_output=True, check=True)
    streams = streams_of(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        told = [str(value).encode() for value in document.docinfo.values()]
    assert IDEA.encode() in shown.stdout
    for text in chain([pdf, shown.stdout], streams, told):
        for written in (NOTE.encode(), NOTE.encode("utf-16-be"), NOTE.encode().hex().encode()):
            assert written not in text


def test_news_and_readings_say_nothing_of_what_was_written(made):
    for who in ("owner", "its coach"):
        page = made.browsers[who].get("/en/news/").text
        assert not [mark for mark in (NOTE, COACHS, HOME) if mark in page]
    assert "Its coach" in made.browsers["owner"].get("/en/news/").text
