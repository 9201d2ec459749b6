"""The order in which the lines of a block are read: what a line needs stands above it.

A balance is shown as accountants draw it: its opening, what moves it, its
closing, right below each other (a *corkscrew*).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..language import Balance, Input, Line

Reads = Mapping[Line, Sequence[tuple[Line, int]]]


def reading_order(lines: Sequence[Line], reads: Reads) -> list[Line]:
    """The calculated lines of a block as they are shown; they keep their order where nothing speaks against it."""
    groups = _groups([line for line in lines if not isinstance(line, Input)])
    shown: list[Line] = []
    seen: set[int] = set()
    for line in groups:
        path = [] if id(groups[line]) in seen else [(line, _needed(groups[line], reads))]
        seen.add(id(groups[line]))
        while path:
            last, rest = path[-1]
            other = next((o for o in rest if o in groups and id(groups[o]) not in seen), None)
            if other is None:
                shown += groups[last]
                path.pop()
            else:
                seen.add(id(groups[other]))
                path.append((other, _needed(groups[other], reads)))
    return shown


def _groups(lines: list[Line]) -> dict[Line, list[Line]]:
    """Each line with those that are shown with it: a balance with its opening and its movements, any other alone."""
    groups = {line: [line] for line in lines}
    for line in lines:
        if isinstance(line, Balance):
            own = [m for m in _movements(line) if m.kind == "line" and len(groups.get(m, ())) == 1]
            group = [line.opening, *own, line]
            groups.update(dict.fromkeys(group, group))
    return groups


def _movements(balance: Balance) -> list[Line]:
    found = [getattr(term, "terms", [term])[0] for term in balance.movements]
    return [line for line in dict.fromkeys(found) if isinstance(line, Line)]


def _needed(group: list[Line], reads: Reads) -> Iterator[Line]:
    return (other for line in group for other, months in reads[line] if not months)
