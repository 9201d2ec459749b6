"""What a line is called, in any language.

Labels are English in the code; ``translate`` turns them into another
language.  A block that stands for something the user named, such as a product,
has a title, and its lines are called after it: “Flat bread: Sales”.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from ..language import Line, Model

Translate = Callable[[str], str]

OPENING = "{label}, opening"
TITLED = "{title}: {label}"
PHRASES = (OPENING, TITLED)     # they are translated like labels


def label(line: Line, translate: Translate = str, titles: Mapping[str, str] | None = None) -> str:
    """The full name of a line: “Capital still owed, opening”, “Flat bread: Sales”."""
    title = (titles or {}).get(line.block, "")
    own = short_label(line, translate)
    return translate(TITLED).format(title=title, label=own) if title else own


def short_label(line: Line, translate: Translate = str) -> str:
    """The name of a line within its block."""
    own = translate(line.label)
    return translate(OPENING).format(label=own) if line.kind == "opening" else own


def titles_of(model: Model, translate: Translate = str) -> dict[str, str]:
    """What stands before the labels of each block: the user's name for it, its translated heading, or both.

    Two blocks of a kind with the same title are numbered.
    """
    found: dict[str, str] = {}
    seen: Counter[tuple[type, str]] = Counter()
    for block in model.blocks:
        title = " – ".join(filter(None, (block.title, translate(block.heading))))
        if title:
            seen[type(block), title] += 1
            times = seen[type(block), title]
            found[block.name] = title if times == 1 else f"{title} ({times})"
    return found


def clashes(model: Model, translate: Translate = str) -> list[str]:
    """Labels that two lines of a model share in a language, each with the keys of those lines."""
    titles = titles_of(model, translate)
    lines: dict[str, list[str]] = {}
    for line in model.lines:
        lines.setdefault(label(line, translate, titles), []).append(line.key)
    return [f"“{name}” is the label of {', '.join(keys)}" for name, keys in lines.items() if len(keys) > 1]
