"""The JSON Schema of a plan file, made from the questions: what other programs check a plan with.

It says all that one answer can be refused for.  What only shows between answers (two rows with one id, an id
that no row has, a grace as long as the loan) is checked when the file is read and calculated.
"""

from typing import Any

from .outline import OUTLINE, Outline, Rows
from .plan import LANGUAGES
from .plan_file import EVIDENCE, FORMAT
from .plan_file_release import DIGEST
from .plan_file_release import MOST as MOST_REVISIONS
from .plan_file_release import NAME as RELEASED
from .plan_file_translations import MOST, NAME
from .questions import QUESTIONS, Kind, Question
from .questions.question import WHOLE_FIGURES
from .recipients import MORE as SHOWN_BESIDE
from .recipients import Recipient
from .translated import DOSSIER_LANGUAGES, TRANSLATORS
from .written_values import LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, ROW_ID

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ADDRESS = f"urn:bizplan:plan-file:{FORMAT}"

_CONTROL = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff"
_BREAKS = r"\u0009\u000a\u000d\u2028\u2029"
_YEAR = "^(19|20|21)[0-9][0-9]"
_MONTH = "(0[1-9]|1[0-2])"

DEFINITIONS: dict[str, Any] = {
    "id": {"type": "string", "pattern": f"^{ROW_ID.pattern}$", "maxLength": 40, "not": {"pattern": "[\\n\\r]"}},
    "evidence": {"enum": list(EVIDENCE)},
    "note": {"type": "string", "maxLength": LONGEST_NOTE, "not": {"pattern": f"[{_CONTROL}{_BREAKS}]"}},
    "line": {"type": "string", "maxLength": LONGEST_LINE, "not": {"pattern": f"[{_CONTROL}{_BREAKS}]"}},
    "text": {"type": "string", "maxLength": LONGEST_TEXT, "not": {"pattern": f"[{_CONTROL}]"}},
    "month": {"type": "string", "pattern": f"{_YEAR}-{_MONTH}$", "maxLength": 7},
    "day": {"type": "string", "format": "date", "pattern": f"{_YEAR}-{_MONTH}-[0-9][0-9]$", "maxLength": 10},
}

_PLAIN: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"$ref": "#/$defs/line"},
    Kind.LONG_TEXT: {"$ref": "#/$defs/text"},
    Kind.DATE: {"$ref": "#/$defs/day"},
    Kind.CALENDAR_MONTH: {"$ref": "#/$defs/month"},
    Kind.YES_NO: {"type": "boolean"},
    Kind.ROW: {"$ref": "#/$defs/id"},
}


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a plan file."""
    head = {"format": {"const": FORMAT}, "language": {"enum": list(LANGUAGES)}}
    sections = _section(OUTLINE)
    return {
        "$schema": DIALECT,
        "$id": ADDRESS,
        "title": "Plan file",
        **sections,
        "properties": {**head, RELEASED: _release(), **sections["properties"], NAME: _translations()},
        "required": list(head),
        "$defs": DEFINITIONS,
    }


def _release() -> dict[str, Any]:
    """For whom the plan was cut, and what else its documents rest on."""
    digest = {"type": "string", "pattern": f"^{DIGEST.pattern}$", "maxLength": 16}
    parts = {"for": {"enum": [each.value for each in Recipient]}, "on": {"$ref": "#/$defs/day"},
             "revision": {"type": "integer", "minimum": 0, "maximum": MOST_REVISIONS},
             "sign_off": digest, "engine": digest, "law": digest,
             "more": {"type": "array", "items": {"enum": list(SHOWN_BESIDE)}, "uniqueItems": True}}
    return {"title": "Cut for a reader", **_object(parts), "required": ["for"]}


def _translations() -> dict[str, Any]:
    """What answers in words say in other languages."""
    shapes = [_translation(kind, grouped=grouped) for kind in (Kind.TEXT, Kind.LONG_TEXT) for grouped in (False, True)]
    return {"title": "Texts in other languages", "type": "array", "maxItems": MOST, "items": {"anyOf": shapes}}


def _translation(kind: Kind, *, grouped: bool) -> dict[str, Any]:
    keys = [each.key for each in QUESTIONS.values() if each.kind is kind and bool(each.group) == grouped]
    row = {"row": {"$ref": "#/$defs/id"}} if grouped else {}
    shape = _object({
        "question": {"enum": keys}, **row, "language": {"enum": list(DOSSIER_LANGUAGES)},
        "text": {"allOf": [_PLAIN[kind], {"minLength": 1}]}, "same": {"const": True},
        "by": {"enum": list(TRANSLATORS)}, "changed_since": {"type": "boolean"},
    })
    either = {"oneOf": [{"required": ["text"]}, {"required": ["same"]}]}
    return shape | {"required": ["question", *row, "language"]} | either


def _section(outline: Outline) -> dict[str, Any]:
    return _object({name: _part(part) for name, part in outline.parts.items()})


def _part(part: Question | Rows | Outline) -> dict[str, Any]:
    if isinstance(part, Outline):
        return _section(part)
    return _rows(part) if isinstance(part, Rows) else _answer(part)


def _rows(rows: Rows) -> dict[str, Any]:
    named = {name: _answer(question) for name, question in rows.fields.items()}
    row = _object({"id": {"$ref": "#/$defs/id"}, **named}) | {"required": ["id"]}
    return {"title": rows.group.label, "type": "array", "maxItems": rows.group.most, "items": row}


def _answer(question: Question) -> dict[str, Any]:
    title = {"title": question.label, **_description(question)}
    if not question.is_figure:
        return title | _choice(question) if question.options else title | _PLAIN[question.kind]
    value = _figure(question)
    parts = {"value": value, "evidence": {"$ref": "#/$defs/evidence"}, "note": {"$ref": "#/$defs/note"}}
    return title | {"anyOf": [value, _object(parts) | {"required": ["value"]}]}


def _figure(question: Question) -> dict[str, Any]:
    whole = question.kind in WHOLE_FIGURES
    number = {"type": "integer" if whole else "number", "minimum": question.low, "maximum": question.high}
    if question.kind is Kind.TWELVE:
        return {"type": "array", "items": number, "minItems": 12, "maxItems": 12}
    return number


def _choice(question: Question) -> dict[str, Any]:
    one = {"oneOf": [{"const": option.key, "title": option.label} for option in question.options]}
    return {"type": "array", "items": one, "uniqueItems": True} if question.kind is Kind.CHOICES else one


def _description(question: Question) -> dict[str, str]:
    said = [text for text in (question.unit, question.period.value, question.vat.value) if text]
    return {"description": ", ".join(said)} if said else {}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}
