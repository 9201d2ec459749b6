"""The plan file: a plan as one JSON document, to export, import, keep beside a dossier and feed the command line.

    {"format": 1, "language": "nl",
     "inform": {"start": "2027-03"},
     "products": [{"id": "bread", "name": "Bread", "price": {"value": 4.2, "evidence": "quote"}}]}

The keys of the questions are the places in the document; everything but ``format`` and ``language`` may be
left out.  A number is bare (nobody said what it rests on) or stands with its evidence and a note.  What texts say
in other languages stands under ``translations``; ``released`` says for whom a plan was cut.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from financial_models.assumptions import Grade

from .json_document import LARGEST_FILE, Section, document
from .outline import OUTLINE, Outline, Rows
from .plan import LANGUAGES, Answer, Plan
from .plan_file_error import PlanFileError, on_one_line, refused
from .plan_file_release import NAME as RELEASED
from .plan_file_release import read_release, written_release
from .plan_file_translations import NAME, read_translations, written_translations
from .questions import QUESTIONS, Question
from .written_values import LONGEST_NOTE, line, row_id, understood, written

__all__ = ["EVIDENCE", "FORMAT", "PlanFileError", "load", "place_of", "read", "write"]

FORMAT = 1
EVIDENCE = {grade.name.lower(): grade for grade in Grade}
HEAD = ("format", "language", RELEASED, NAME)

Answers = dict[tuple[str, str], Answer]
RowIds = dict[str, tuple[str, ...]]


def load(path: Path) -> Plan:
    """The plan in a file; raises PlanFileError where it cannot be opened or read."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise PlanFileError("", f"{on_one_line(str(path))} cannot be opened: {reason}.") from None
    return read(content)


def read(content: bytes | str) -> Plan:
    """The plan in a JSON text; raises PlanFileError with the place of the first thing that is wrong."""
    top = document(content)
    if not isinstance(top, Section):
        raise PlanFileError("", 'The plan file is not a plan: a plan begins with {"format": 1, "language": "nl"}.')
    _check_head(top)
    answers: Answers = {}
    rows: RowIds = {}
    _read_section(OUTLINE, top, "", answers, rows)
    plan = Plan(top["language"], answers, rows, release=read_release(top[RELEASED]) if RELEASED in top else None)
    _check_references(plan)
    return replace(plan, translations=read_translations(top[NAME], plan)) if NAME in top else plan


def write(plan: Plan) -> str:
    """The plan as a JSON text; reading it gives the same plan."""
    return json.dumps(as_document(plan), ensure_ascii=False, indent=2) + "\n"


def as_document(plan: Plan) -> dict[str, Any]:
    """The plan as the values of a JSON document, in the order of the study."""
    top: dict[str, Any] = {"format": FORMAT, "language": plan.language}
    if plan.release is not None:
        top[RELEASED] = written_release(plan)
    for group, ids in plan.rows.items():
        _section_of(top, group)[group.rsplit(".", 1)[-1]] = [{"id": row} for row in ids]
    for question in QUESTIONS.values():
        for row in plan.places(question):
            answer = plan.answer(question.key, row)
            if answer is not None:
                _home(top, plan, question, row)[question.name] = _written_answer(question, answer)
    return {**top, NAME: written_translations(plan)} if plan.translations else top


def place_of(plan: Plan, key: str, row: str = "") -> str:
    """Where the answer to a question stands in the file: ``products[2].price``, counting rows from 0."""
    group = QUESTIONS[key].group
    return key.replace("[]", f"[{plan.row_ids(group).index(row)}]") if group and row else key


def _check_head(top: Section) -> None:
    _check_keys(top, (*OUTLINE.parts, *HEAD), "")
    if "format" not in top:
        raise PlanFileError("format", f"is missing: write {FORMAT}.")
    if isinstance(top["format"], bool) or top["format"] != FORMAT:
        raise refused("format", top["format"], f"this version reads plan files of format {FORMAT}")
    if "language" not in top:
        raise PlanFileError("language", f"is missing: write one of {', '.join(LANGUAGES)}.")
    if top["language"] not in LANGUAGES:
        raise refused("language", top["language"], f"write one of {', '.join(LANGUAGES)}")


def _read_section(outline: Outline, section: Any, place: str, answers: Answers, rows: RowIds) -> None:
    if not isinstance(section, Section):
        raise refused(place, section, "write its answers by name between braces")
    _check_keys(section, (*outline.parts, *(() if place else HEAD)), place)
    for name, raw in section.items():
        part, inside = outline.parts.get(name), f"{place}.{name}" if place else name
        if isinstance(part, Outline):
            _read_section(part, raw, inside, answers, rows)
        elif isinstance(part, Rows):
            _read_rows(part, raw, inside, answers, rows)
        elif part is not None:
            answers[part.key, ""] = _read_answer(part, raw, inside)


def _read_rows(part: Rows, raw: Any, place: str, answers: Answers, rows: RowIds) -> None:
    if not isinstance(raw, list):
        raise refused(place, raw, "write its rows between square brackets")
    if len(raw) > part.group.most:
        raise PlanFileError(place, f"has {len(raw):,} rows: write at most {part.group.most}.")
    ids: list[str] = []
    for position, row in enumerate(raw):
        ids.append(_read_row(part, row, f"{place}[{position}]", answers, ids))
    rows[part.group.key] = tuple(ids)


def _read_row(part: Rows, row: Any, place: str, answers: Answers, earlier: list[str]) -> str:
    if not isinstance(row, Section):
        raise refused(place, row, 'write a row between braces, with an "id"')
    _check_keys(row, ("id", *part.fields), place)
    if "id" not in row:
        raise PlanFileError(place, 'has no "id": give each row an id of its own.')
    name = row_id(row["id"], f"{place}.id")
    if name in earlier:
        raise refused(f"{place}.id", name, "an earlier row has that id already, give each row its own")
    for key, raw in row.items():
        if key != "id":
            answers[part.fields[key].key, name] = _read_answer(part.fields[key], raw, f"{place}.{key}")
    return name


def _read_answer(question: Question, raw: Any, place: str) -> Answer:
    if not (question.is_figure and isinstance(raw, Section)):
        return Answer(understood(question, raw, place))
    _check_keys(raw, ("value", "evidence", "note"), place)
    if "value" not in raw:
        raise PlanFileError(place, 'has no "value": write the number, or leave the whole answer out.')
    value = understood(question, raw["value"], f"{place}.value")
    evidence = _read_evidence(raw["evidence"], f"{place}.evidence") if "evidence" in raw else None
    note = line(raw["note"], f"{place}.note", LONGEST_NOTE) if "note" in raw else ""
    return Answer(value, evidence, note)


def _read_evidence(raw: object, place: str) -> Grade:
    if not isinstance(raw, str) or raw not in EVIDENCE:
        raise refused(place, raw, "choose one of " + ", ".join(EVIDENCE))
    return EVIDENCE[raw]


def _check_keys(section: Section, known: Iterable[str], place: str) -> None:
    start = f"{place}." if place else ""
    if section.twice is not None:
        raise PlanFileError(start + _readable(section.twice), "stands here twice: keep one of the two.")
    names = list(known)
    for name in section:
        if name not in names:
            near = get_close_matches(name, names, 1)
            advice = f"did you mean {near[0]}?" if near else "leave it out (bizplan schema lists the questions)."
            raise PlanFileError(start + _readable(name), f"is not a question of the study: {advice}")


def _readable(name: str) -> str:
    plain = on_one_line(name) if name.strip() else f'"{name}"'
    return plain if len(plain) <= 60 else plain[:59] + "…"


def _check_references(plan: Plan) -> None:
    for question in QUESTIONS.values():
        for row in plan.places(question) if question.of else ():
            answer = plan.answer(question.key, row)
            if answer is not None and answer.value not in plan.row_ids(question.of):
                place = place_of(plan, question.key, row)
                raise refused(place, answer.value, f"write the id of a row of {question.of}")


def _written_answer(question: Question, answer: Answer) -> Any:
    value = written(question, answer.value)
    if answer.evidence is None and not answer.note:
        return value
    evidence = {} if answer.evidence is None else {"evidence": answer.evidence.name.lower()}
    return {"value": value, **evidence, **({"note": answer.note} if answer.note else {})}


def _section_of(top: dict[str, Any], key: str) -> dict[str, Any]:
    section = top
    for part in key.split(".")[:-1]:
        section = section.setdefault(part, {})
    return section


def _home(top: dict[str, Any], plan: Plan, question: Question, row: str) -> dict[str, Any]:
    if not question.group:
        return _section_of(top, question.key)
    rows: list[dict[str, Any]] = _section_of(top, question.group)[question.group.rsplit(".", 1)[-1]]
    return rows[plan.row_ids(question.group).index(row)]
