"""Who is called by name in a text: "@Lien" means Lien, and "@Jan Peeters" does not mean Jan."""

import re
from collections.abc import Mapping
from unicodedata import normalize


def mentioned(text: str, names: Mapping[str, str]) -> frozenset[str]:
    """The ids of the people (id and name of each) whose name stands behind an @, the longest name first."""
    called: dict[str, set[str]] = {}
    for person, name in names.items():
        called.setdefault(_folded(name), set()).add(person)
    called.pop("", None)
    if not called:
        return frozenset()
    any_name = "|".join(re.escape(name) for name in sorted(called, key=len, reverse=True))
    found = re.findall(rf"(?<!\w)@[\u2066-\u2068]?({any_name})(?!\w)", _folded(text))
    return frozenset(person for name in found for person in called[name])


def _folded(text: str) -> str:
    return " ".join(normalize("NFC", text).casefold().split())
