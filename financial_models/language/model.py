"""A model: blocks in order, and which of their lines must be walked month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from .block import Block
from .lines import LONGEST_MEMORY, Balance, Input, Line, Monthly, Table
from .span import Span
from .terms import Apply, Before, FormulaError, Pick, Term

LONGEST_LIST = 12               # of the lines in a circle that are named


def references(t: Term) -> Iterator[tuple[Line, int]]:
    """Every (line, months back) that a formula reads; months ahead are negative."""
    for leaf in leaves(t):
        match leaf:
            case Before():
                yield leaf.line, leaf.months
            case Line():
                yield leaf, 0
            case Pick():
                yield leaf.table, 0
                yield leaf.index, 0


def leaves(t: Term) -> Iterator[Term]:
    """What a formula is made of once its operations are taken away, from left to right."""
    waiting = [t]
    while waiting:
        seen = waiting.pop()
        if isinstance(seen, Apply):
            waiting.extend(reversed(seen.terms))
        else:
            yield seen


class Model:
    """All lines of a plan, in an order of calculation; circles and other mistakes are refused by name."""

    def __init__(self, span: Span, *blocks: Block):
        self.span, self.blocks = span, blocks
        self.lines = [line for block in blocks for line in block.lines]
        self.by_key = {line.key: line for line in self.lines}
        self.reads = {line: _read_by(line) for line in self.lines}
        self._refuse_mistakes()
        self.yearly = {line for block in blocks if block.axis == "year" for line in block.lines}
        self._refuse_mixed_axes()
        months = [(line, n) for line in self.lines if line not in self.yearly for _, n in self.reads[line]]
        self.memory = max([1, *(n for _, n in months)])
        self.foresight = max([0, *(-n for _, n in months)])
        self.remembered = {other for line in self.lines for other, n in self.reads[line] if n} | {
            line for line in self.lines if isinstance(line, Balance)}
        self.groups = self._groups()
        self._refuse_foresight_of_itself()

    def __getitem__(self, key: str) -> Line:
        try:
            return self.by_key[key]
        except KeyError:
            raise KeyError(f"no line is called {key}; near it: {', '.join(self.near(key)) or 'nothing'}") from None

    def near(self, key: str) -> list[str]:
        """Keys that look like this one."""
        name = key.split(".")[-1]
        return get_close_matches(key, list(self.by_key), 3, 0.5) or [k for k in self.by_key if name in k][:3]

    @cached_property
    def block_of(self) -> dict[Line, Block]:
        """The block each line stands in."""
        return {line: block for block in self.blocks for line in block.lines}

    def feeds_back(self, group: list[Line]) -> bool:
        """Whether the group must be walked month by month."""
        return len(group) > 1 or any(other is group[0] for other, _ in self.reads[group[0]])

    def _refuse_mistakes(self) -> None:
        if len(self.by_key) != len(self.lines):
            twice, _ = Counter(line.key for line in self.lines).most_common(1)[0]
            raise FormulaError(f"two lines are called {twice}: give one of the blocks another name")
        for line, reads in self.reads.items():
            if line.formula is None and not isinstance(line, Input):
                raise FormulaError(f"nothing ever moves {line.key}, “{line.label}”: call {line.name}.moves(…)")
            if any(isinstance(other, Table) for other, _ in reads):
                _refuse_whole_list(line)
            for other, _ in reads:
                if other not in self.reads:
                    raise FormulaError(f"{line.key} reads {other!r}, which is in no block of this model: "
                                       "put that block in")

    def _refuse_mixed_axes(self) -> None:
        for line in self.lines:
            for other, n in self.reads[line]:
                if reason := self._mixed(line, other, n):
                    raise FormulaError(reason)

    def _mixed(self, line: Line, other: Line, n: int) -> str:
        """Why a line may not read another because one is of months and one of years; empty where it may."""
        if line not in self.yearly:
            reason = f"{line.key} is monthly and reads {other.key}, which is yearly: only years may read months"
            return reason if other in self.yearly else ""
        if n:
            return (f"{line.key} is yearly and looks at another month of {other.key}: "
                    "years have no before() or after()")
        if isinstance(other, (Monthly, Table)):
            return (f"{line.key} is yearly and reads {other.key}, which has no value for a year: "
                    "read a line made from it")
        if other.yearly == "none" and other not in self.yearly and not isinstance(other, Input):
            return (f"{line.key} is yearly and reads {other.key}, which has no value for a year: "
                    "say yearly= on that line")
        return ""

    def _refuse_foresight_of_itself(self) -> None:
        home = {line: i for i, group in enumerate(self.groups) for line in group}
        for line, reads in self.reads.items():
            for other, n in reads:
                if n < 0 and home[line] == home[other]:
                    raise FormulaError(f"{line.key} looks ahead at {other.key}, which depends on it: "
                                       "look at a line further up, one that does not wait for this one")
                if n > LONGEST_MEMORY:
                    raise FormulaError(f"{line.key} looks {n} months back at {other.key}: at most {LONGEST_MEMORY}")

    def _rank(self) -> dict[Line, int]:
        graph = {line: [other for other, n in reads if n == 0] for line, reads in self.reads.items()}
        try:
            return {line: i for i, line in enumerate(TopologicalSorter(graph).static_order())}
        except CycleError as error:
            keys = [line.key for line in error.args[1]]
            circle = " ← ".join(keys if len(keys) <= LONGEST_LIST else [*keys[:LONGEST_LIST - 1], "…", keys[-1]])
            raise FormulaError(f"these lines wait for each other within a month: {circle}; "
                               "let one of them read an opening balance or an earlier month") from None

    def _groups(self) -> list[list[Line]]:
        rank = self._rank()
        edges = {line: [other for other, _ in reads] for line, reads in self.reads.items()}
        return [sorted(group, key=rank.__getitem__) for group in components(self.lines, edges)]


def _refuse_whole_list(line: Line) -> None:
    for leaf in leaves(line.formula) if line.formula is not None else ():
        if isinstance(leaf, Table):
            raise FormulaError(f"{line.key} reads {leaf!r}, a list of numbers: say which one, with .at(index)")


def _read_by(line: Line) -> list[tuple[Line, int]]:
    found = list(references(line.formula)) if line.formula is not None else []
    if isinstance(line, Balance) and isinstance(line.start, Input):
        found.append((line.start, 0))
    return found


def components(nodes: list[Line], edges: dict[Line, list[Line]]) -> list[list[Line]]:
    """Lines that depend on each other together, all after what they depend on (Tarjan 1972, without recursion)."""
    index: dict[Line, int] = {}
    low: dict[Line, int] = {}
    stack: list[Line] = []
    on_stack: set[Line] = set()
    found: list[list[Line]] = []
    for root in nodes:
        if root not in index:
            _visit(root, edges, index, low, stack, on_stack, found)
    return found


def _visit(root: Line, edges: dict[Line, list[Line]], index: dict[Line, int], low: dict[Line, int], stack: list[Line],
           on_stack: set[Line], found: list[list[Line]]) -> None:
    path = [(root, iter(edges[root]))]
    index[root] = low[root] = len(index)
    stack.append(root)
    on_stack.add(root)
    while path:
        line, rest = path[-1]
        other = next((o for o in rest if o not in index or o in on_stack), None)
        if other is None:
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[line])
            if low[line] == index[line]:
                cut = stack.index(line)
                found.append(stack[cut:])
                on_stack.difference_update(stack[cut:])
                del stack[cut:]
        elif other in index:
            low[line] = min(low[line], index[other])
        else:
            index[other] = low[other] = len(index)
            stack.append(other)
            on_stack.add(other)
            path.append((other, iter(edges[other])))
