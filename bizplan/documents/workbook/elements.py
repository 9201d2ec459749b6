"""The elements of a part of a workbook, one after the other: nothing is kept of what nobody asked for.

Whoever sends a file has no say in how much memory reading it takes: what is in a part passes by, and where it is more
than any real part holds, reading stops.
"""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from bizplan.documents.received import Fault, Unsafe

MOST_ELEMENTS = 600_000
Attributes = Mapping[str, str]
Started = Callable[[str, Attributes], None]
Ended = Callable[[str, str], None]
"""Takes the name of an element and the text that stood in it."""


def pass_by(part: bytes, started: Started, ended: Ended) -> None:
    """Calls for each element as it begins and as it ends; raises Unsafe for what is no plain XML."""
    texts: list[str] = []
    count = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise Unsafe(Fault.TOO_LARGE)
        texts.clear()
        started(_local(name), attributes)

    def end(name: str) -> None:
        ended(_local(name), "".join(texts))
        texts.clear()

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = texts.append
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise error if isinstance(error, Unsafe) else Unsafe(Fault.DAMAGED) from error


def _local(name: str) -> str:
    """The name of an element or attribute without its namespace: both dialects of the format have the same names."""
    return name.rpartition(" ")[2]


def attribute(attributes: Attributes, name: str) -> str:
    """An attribute by its name without a namespace; "" where there is none."""
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def _refuse(*_declaration: object) -> None:
    raise Unsafe(Fault.LINKED)
