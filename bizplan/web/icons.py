"""The drawings on the pages: each is kept once, in `static/icons.svg`, and a page carries those that it uses."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

DRAWINGS = Path(__file__).parents[1] / "static" / "icons.svg"
SYMBOL = re.compile(r'<symbol id="([a-z]+)"([^>]*)>.*?</symbol>')
USED = re.compile(r'<use href="#([a-z]+)"|data-icons="([a-z ]*)"')


@cache
def drawings() -> dict[str, tuple[str, str]]:
    """Every drawing by its name: its symbol, and the classes of what shows it."""
    found = SYMBOL.finditer(DRAWINGS.read_text("utf-8"))
    return {each[1]: (plain(each[0]), classes(each[2])) for each in found}


def plain(symbol: str) -> str:
    """The symbol without the marks that are for us alone."""
    return re.sub(r' data-(?:state|turn)=""', "", symbol)


def classes(attributes: str) -> str:
    """A filled shape, a pictogram or a line drawing; and whether it turns round with the direction of reading."""
    kind = " s" if "data-state" in attributes else " pic" if "0 0 48 48" in attributes else ""
    return f"i{kind}{' flip' if 'data-turn' in attributes else ''}"


def icon(name: str, label: str = "", small: bool = False) -> Markup:
    """A drawing; with a label it speaks for itself, else the words beside it do. A pictogram can be small."""
    if name not in drawings():
        raise LookupError(f"There is no drawing {name!r} in {DRAWINGS.name}; there are {', '.join(drawings())}.")
    look = drawings()[name][1]
    told = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup('<svg class="{}" {}><use href="#{}"/></svg>').format(
        look.replace(" pic", "") if small else look, told, name)


def symbols(page: str) -> Markup:
    """The drawings that a page uses, once each, to stand at its head.

    A page that is changed later by a script names the drawings to come: `data-icons="ok warn"`.
    """
    asked = {name for one, several in USED.findall(page) for name in (one or several).split()}
    found = "".join(symbol for name, (symbol, _) in drawings().items() if name in asked)
    if missing := asked - set(drawings()):
        raise LookupError(f"The page uses drawings that are not in {DRAWINGS.name}: {', '.join(sorted(missing))}.")
    return Markup(f"<svg hidden>{found}</svg>") if found else Markup("")  # noqa: S704 - drawings of our own


def mark() -> Markup:
    """The sign of the house beside its name, in every language from the left."""
    return Markup('<svg class="mk" aria-hidden="true"><use href="#logo"/></svg>{}').format(escape("bizplan"))
