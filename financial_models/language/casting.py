"""Casting: a model that was built before takes other numbers, without being built again.

A *mould* is a model without its numbers.  While a plan is being cast, its blocks are not made: each one asked for
is compared with that of the mould, and of its inputs only the numbers are kept.  Where anything but a number
differs, the plan does not fit, and has to be built.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .block import Block
    from .lines import Input
    from .model import Model
    from .terms import Term


class DoesNotFit(Exception):
    """The plan has other rows than the mould: build it."""


class Casting:
    """One plan being cast: the numbers that were given so far, by the key of their input."""

    def __init__(self, mould: Model):
        self._blocks = {block.name: block for block in mould.blocks}
        self.numbers: dict[str, Any] = {}

    def block(self, kind: type[Block], name: str, given: Mapping[str, Any]) -> Any:
        """The block of the mould that is asked for."""
        block = self._blocks.pop(name, None)
        if type(block) is not kind:
            raise DoesNotFit(name)
        for input_, line in kind.inputs.items():
            self._take(line, getattr(block, input_), given.get(input_), name)
        if not given.keys() <= kind.inputs.keys():
            raise DoesNotFit(name)                          # building it says which input there is not
        return block

    def _take(self, declared: Input, line: Any, value: Any, name: str) -> None:
        """Keep the number of an input; what is given as a line or a calculation must be that of the mould."""
        if hasattr(value, "money"):
            if value is not line and (line.block != name or not same(line.formula, value)):
                raise DoesNotFit(f"{name}.{declared.name}")
            return
        value = declared.value if value is None else value
        if line.block != name or line.formula is not None or not are_numbers(value):
            raise DoesNotFit(f"{name}.{declared.name}")
        self.numbers[line.key] = value

    def compare(self, moulded: Sequence[Term], given: Sequence[Term]) -> None:
        """What moves a balance must be what moves it in the mould."""
        if len(moulded) != len(given) or not all(map(same, moulded, given)):
            raise DoesNotFit("movements of a balance")

    def finish(self) -> None:
        """Every block of the mould has been asked for."""
        if self._blocks:
            raise DoesNotFit(", ".join(self._blocks))


_being_cast: ContextVar[Casting | None] = ContextVar("being_cast", default=None)


def being_cast() -> Casting | None:
    """The casting that goes on in this thread, if any."""
    return _being_cast.get()


@contextmanager
def casting(mould: Model) -> Iterator[Casting]:
    """Within it no block is made: those of the mould are handed out; raises DoesNotFit where one differs."""
    begun = Casting(mould)
    token = _being_cast.set(begun)
    try:
        yield begun
        begun.finish()
    finally:
        _being_cast.reset(token)


def are_numbers(value: Any) -> bool:
    """Whether this is a finite number or a list of them."""
    try:
        return all(map(math.isfinite, value)) if isinstance(value, (list, tuple)) else math.isfinite(value)
    except TypeError:
        return False


def same(a: Any, b: Any) -> bool:
    """Whether two terms are the same operations on the very same lines."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    parts = vars(a)
    if "operation" in parts:
        return a.operation is b.operation and len(a.terms) == len(b.terms) and all(map(same, a.terms, b.terms))
    if "months" in parts:
        return a.line is b.line and a.months == b.months
    if "index" in parts:
        return a.table is b.table and a.index is b.index
    return set(parts) == {"value", "money"} and (a.value, a.money) == (b.value, b.money)
