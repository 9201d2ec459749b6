"""The texts of a plan in other languages, as they stand in a plan file: a list beside the answers.

    "translations": [{"question": "idea.offer", "language": "nl", "text": "Plat brood", "by": "coach"},
                     {"question": "products[].name", "row": "bread", "language": "nl", "same": true}]

``same`` says that the answer itself is in that language; ``changed_since`` that the answer is newer than its version.
"""

from typing import Any

from .json_document import Section
from .plan import Plan, Translation
from .plan_file_error import PlanFileError, refused
from .questions import QUESTIONS
from .translated import DOSSIER_LANGUAGES, TRANSLATORS, is_text
from .written_values import row_id, understood

NAME = "translations"
KEYS = ("question", "row", "language", "text", "same", "by", "changed_since")
MOST = 20_000

Place = tuple[str, str, str]


def read_translations(raw: Any, plan: Plan) -> dict[Place, Translation]:
    """The texts in other languages; raises PlanFileError with the place of the first thing that is wrong."""
    if not isinstance(raw, list):
        raise refused(NAME, raw, "write its texts between square brackets")
    if len(raw) > MOST:
        raise PlanFileError(NAME, f"has {len(raw):,} texts: write at most {MOST:,}.")
    found: dict[Place, Translation] = {}
    for position, each in enumerate(raw):
        place, where = f"{NAME}[{position}]", _where(each, f"{NAME}[{position}]")
        if where in found:
            raise PlanFileError(place, "says a text in the same language a second time: keep one of the two.")
        if where[:2] not in plan.answers:
            raise PlanFileError(place, "has no answer that it translates: leave it out.")
        found[where] = _read(each, QUESTIONS[where[0]].key, place)
    return found


def written_translations(plan: Plan) -> list[dict[str, Any]]:
    """The texts in other languages as the values of a JSON document."""
    return [_written(place, each) for place, each in plan.translations.items()]


def _where(raw: Any, place: str) -> Place:
    """Which answer it translates, and into which language."""
    if not isinstance(raw, Section):
        raise refused(place, raw, "write a text in another language between braces")
    if raw.twice is not None:
        raise PlanFileError(f"{place}.{raw.twice[:60]!r}", "stands here twice: keep one of the two.")
    for name in raw:
        if name not in KEYS:
            raise refused(place, name, f"choose from {', '.join(KEYS)}")
    key, language = raw.get("question"), raw.get("language")
    question = QUESTIONS.get(key) if isinstance(key, str) else None
    if question is None or not is_text(question):
        raise refused(f"{place}.question", key, "write the key of a question that is answered in words")
    if language not in DOSSIER_LANGUAGES:
        raise refused(f"{place}.language", language, f"write one of {', '.join(DOSSIER_LANGUAGES)}")
    if bool(question.group) != ("row" in raw):
        raise PlanFileError(f"{place}.row", "names the row of an answer in a group, and stands nowhere else.")
    return question.key, row_id(raw["row"], f"{place}.row") if question.group else "", str(language)


def _read(raw: Section, key: str, place: str) -> Translation:
    if ("text" in raw) == ("same" in raw):
        raise PlanFileError(place, 'says neither or both of "text" and "same": write one of the two.')
    if "same" in raw and raw["same"] is not True:
        raise refused(f"{place}.same", raw["same"], "write true, or a text instead")
    text = "" if "same" in raw else str(understood(QUESTIONS[key], raw["text"], f"{place}.text"))
    if not text and "text" in raw:
        raise refused(f"{place}.text", text, "write what the answer says in that language")
    by, changed = raw.get("by", ""), raw.get("changed_since", False)
    if "by" in raw and by not in TRANSLATORS:
        raise refused(f"{place}.by", by, f"choose one of {', '.join(TRANSLATORS)}")
    if not isinstance(changed, bool):
        raise refused(f"{place}.changed_since", changed, "write true or false, without quotes")
    return Translation(text, by, changed)


def _written(place: Place, version: Translation) -> dict[str, Any]:
    question, row, language = place
    said = {"text": version.text} if version.text else {"same": True}
    by = {"by": version.by} if version.by in TRANSLATORS else {}
    return {"question": question, **({"row": row} if row else {}), "language": language, **said, **by,
            **({"changed_since": True} if version.stale else {})}
