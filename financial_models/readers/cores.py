"""Many scenarios on several cores: each takes a share of them, and all write into the same arrays."""

from __future__ import annotations

import mmap
import multiprocessing
import os
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from ..language import Line, Model, Table
from .program import program
from .values import PART, Array, Changes, by_scenario, evaluate_in_parts, number_of_scenarios, share_of


def evaluate_on_cores(
    model: Model, changes: Changes, wanted: Iterable[Line], cores: int | None = None
) -> dict[Line, Array]:
    """The wanted lines over many scenarios: months × scenarios, or years (or places of a list) × scenarios.

    As many ``cores`` as this process may use, unless fewer are asked for.  All shares but the first are
    evaluated in copies of this process, so call it where no other threads run.
    """
    arrays = by_scenario(model, changes)
    count = number_of_scenarios(arrays)
    answers = {line: _shared(_rows(model, line), count) for line in wanted}
    cores = min(cores or cores_for_copies(), count)
    bounds = [count * share // cores for share in range(cores + 1)]
    own, *others = (slice(first, last) for first, last in pairwise(bounds))
    program(model, frozenset(answers))                  # compiled before the process is copied
    context = multiprocessing.get_context("fork") if others else multiprocessing.get_context()
    copies = [context.Process(target=_evaluate, args=(model, arrays, answers, share), daemon=True) for share in others]
    for copy in copies:
        copy.start()
    _evaluate(model, arrays, answers, own)
    for copy in copies:
        copy.join()
        if copy.exitcode:
            raise RuntimeError(f"a share of the {count} scenarios ended with exit code {copy.exitcode}: "
                               "its message stands above, or memory ran out; ask for fewer cores")
    return answers


def cores_for_copies() -> int:
    """How many cores this process and copies of it may use: one where processes cannot be copied."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _rows(model: Model, line: Line) -> int:
    if isinstance(line, Table):
        return line.size(model.span.calendar_years)
    return len(model.span.years()) if line in model.yearly else model.span.length


def _shared(rows: int, width: int) -> Array:
    """An array in memory that a process shares with its copies."""
    return np.frombuffer(mmap.mmap(-1, rows * width * np.dtype(float).itemsize)).reshape(rows, width)


def _evaluate(model: Model, arrays: dict[str, Array], answers: dict[Line, Array], share: slice) -> None:
    first = share.start
    for values in evaluate_in_parts(model, share_of(arrays, share), answers, PART):
        last = min(first + PART, share.stop)
        for line, answer in answers.items():
            answer[:, first:last] = values[line]
        first = last
