"""A JSON document, read strictly: no key twice, no deep nesting, no number that is not finite."""

import json
import re
from collections import Counter
from typing import Any

from .plan_file_error import PlanFileError

LARGEST_FILE = 2_000_000
DEEPEST = 12
LONGEST_INTEGER = 30

_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
"""A text, or what begins as one and never ends; it is never gone through twice, however many quotes stand in it."""


class Section(dict[str, Any]):
    """The part of a document between two braces; ``twice`` is a key that stands in it twice, or None."""

    twice: str | None = None


class NotFinite(float):
    """A number that is too large or no number at all; it shows as it was written."""

    def __new__(cls, written: str) -> "NotFinite":
        self = super().__new__(cls, "inf")
        self.written = written
        return self

    written: str

    def __repr__(self) -> str:
        return self.written


def document(content: bytes | str) -> Any:
    """The values in a JSON text; raises PlanFileError where it is not one, too large or too deep."""
    text = _text(content)
    if _depth(text) > DEEPEST:
        raise PlanFileError("", f"The plan file is nested more than {DEEPEST} levels deep: no plan is.")
    try:
        return json.loads(
            text, object_pairs_hook=_section, parse_constant=NotFinite, parse_float=_decimal, parse_int=_integer
        )
    except ValueError as error:
        where = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise PlanFileError("", f"The plan file is not JSON{where}: mend it there, or export the plan again.") from None


def _text(content: bytes | str) -> str:
    if len(content) > LARGEST_FILE:
        most = LARGEST_FILE // 1_000_000
        raise PlanFileError("", f"The plan file is larger than {most} MB: a plan has text and numbers only.")
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"byte {error.start}"
        raise PlanFileError("", f"The plan file is not UTF-8 text (see {where}): save it as UTF-8.") from None


def _depth(text: str) -> int:
    depth = deepest = 0
    for mark in re.findall(r"[\[\]{}]", _STRING.sub("", text)):
        depth += 1 if mark in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _section(pairs: list[tuple[str, Any]]) -> Section:
    section = Section(pairs)
    if len(section) < len(pairs):
        written = Counter(key for key, _ in pairs)
        section.twice = next(key for key, times in written.items() if times > 1)
    return section


def _decimal(written: str) -> float:
    number = float(written)
    return NotFinite(written) if number in (float("inf"), float("-inf")) else number


def _integer(written: str) -> int | float:
    return int(written) if len(written) <= LONGEST_INTEGER else NotFinite(written)
