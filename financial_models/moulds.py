"""Plans calculated again and again while somebody answers: built once for each shape, then only the numbers change.

A mould keeps which lines a plan has and how they hang together.  It keeps no answer: its numbers and the names that
somebody typed are taken out, so that whoever brings a plan of the same shape finds nothing of anybody else in it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import fields, is_dataclass
from threading import Lock
from typing import Any

from .assumptions import Assumptions
from .language import Input, Line, Model
from .language.casting import DoesNotFit, casting
from .plan import Plan, build
from .plan.whole import laid_out
from .readers.values import Values, evaluate

MOST = 16
Numbers = dict[str, Any]


class Moulds:
    """The moulds of the last shapes, ``most`` of them; one object may serve several threads."""

    def __init__(self, most: int = MOST):
        self._most, self._lock = most, Lock()
        self._moulds: OrderedDict[Hashable, Model] = OrderedDict()

    def cast(self, a: Assumptions) -> Cast:
        """A plan and its numbers: in the mould of its shape where there is one, else built."""
        key = int(a.timeline.year), int(a.timeline.month), int(a.timeline.months), shape(a)
        with self._lock:
            mould = self._moulds.get(key)
            if mould is not None:
                self._moulds.move_to_end(key)
        if mould is not None:
            try:
                return _poured(a, mould)
            except DoesNotFit:
                pass                                        # a number that decides about rows is another one
        plan = build(a)
        numbers = emptied(plan.model)
        with self._lock:
            self._moulds[key] = plan.model
            while len(self._moulds) > self._most:
                self._moulds.popitem(last=False)
        return Cast(plan, numbers)


class Cast:
    """A plan whose lines hold no numbers, and the numbers beside it.

    Names that somebody typed are not in its lines: for explanations and documents build the plan.
    """

    def __init__(self, plan: Plan, numbers: Numbers):
        self.plan, self.numbers = plan, numbers

    def evaluate(self, changes: Numbers | None = None, *, wanted: Iterable[Line] | None = None) -> Values:
        """The values of the plan, with some of its inputs replaced."""
        return evaluate(self.plan.model, {**self.numbers, **(changes or {})}, wanted=wanted)


def _poured(a: Assumptions, mould: Model) -> Cast:
    with casting(mould) as begun:
        parts, made = laid_out(a)
    if parts.start.span != mould.span:
        raise DoesNotFit("span")
    return Cast(Plan(a, parts, made, mould), begun.numbers)


def emptied(model: Model) -> Numbers:
    """Take the numbers and the names that somebody typed out of a model; answers the numbers."""
    numbers: Numbers = {}
    for line in model.lines:
        if isinstance(line, Input):
            numbers[line.key], line.value = line.value, 0.0
    for block in model.blocks:
        block.title = ""
    return numbers


def shape(given: Any) -> Hashable:
    """What decides which rows there are: kinds, ids, choices and what is left open, without numbers and names."""
    if is_dataclass(given):
        return type(given), *(shape(getattr(given, field.name)) for field in fields(given) if field.name != "name")
    if isinstance(given, tuple):
        return tuple(map(shape, given))
    return given if given is None or isinstance(given, (str, bool)) else 0
