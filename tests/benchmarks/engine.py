"""One plan and many scenarios, against plain numpy loops of as many operations."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from financial_models import Plan, evaluate, evaluate_on_cores
from financial_models.language import Line
from financial_models.readers import floats
from tests.benchmarks.businesses import calculated, largest_example, operations, small_plan
from tests.benchmarks.measure import Figure, peak_megabytes, seconds

SCENARIOS, PART, CORES = 10_000, 500, (1, 2)
LINES = 250                                              # what the wanted times are said for
MILLISECONDS = 1000
Array = NDArray[np.float64]


def one_plan() -> Iterator[Figure]:
    """One plan by arrays and by floats."""
    small, (name, _, large) = small_plan(), largest_example()
    yield from _one(f"small plan, {_size(small)}", small, "")
    yield from _one(f"{name}, {_size(large)}", large, "60 ms")


def _one(name: str, plan: Plan, wanted: str) -> Iterator[Figure]:
    per = LINES / len(calculated(plan))
    floor = seconds(numpy_loop(operations(plan), plan.model.span.length, 1), 20) * MILLISECONDS
    compiled = floats.Plan(plan.model)
    for how, work, whole, each in (
            ("arrays", partial(evaluate, plan.model), wanted, "15 ms"), ("floats", compiled.evaluate, "", "3 ms")):
        time = seconds(work, 20) * MILLISECONDS
        yield Figure(f"{name}, by {how}", time, "ms", floor, whole)
        yield Figure(f"  for each {LINES} lines", time * per, "ms", floor * per, each)


def many_scenarios() -> Iterator[Figure]:
    """Ten thousand scenarios in blocks, with the headline lines wanted, by one core and by two."""
    small, (name, _, large) = small_plan(), largest_example()
    yield from _many(f"small plan, {SCENARIOS:,} scenarios", small, "")
    yield from _many(f"{name}, {SCENARIOS:,} scenarios", large, "1.5 s")


def _many(name: str, plan: Plan, wanted: str) -> Iterator[Figure]:
    changes, per = random_levers(), LINES / len(calculated(plan))
    for cores in CORES:
        floor = seconds(partial(in_threads, numpy_blocks(operations(plan), plan.model.span.length), cores), 3)
        time = seconds(partial(evaluate_on_cores, plan.model, changes, headlines(plan), cores), 3)
        yield Figure(f"{name}, cores: {cores}", time, "s", floor, wanted)
        yield Figure(f"  for each {LINES} lines", time * per, "s", floor * per, "0.6 s")
    share = {key: numbers[:SCENARIOS // CORES[-1]] for key, numbers in changes.items()}
    memory = peak_megabytes(partial(evaluate_on_cores, plan.model, share, headlines(plan), 1)) * CORES[-1]
    yield Figure(f"  peak memory of {CORES[-1]} cores", memory, "MB", wanted="500 MB")


def headlines(plan: Plan) -> list[Line]:
    """What a simulation reads: the cash, the result, and the ratios that decide."""
    s = plan.statements
    ratios = s.year_ratios
    return [s.position.cash, s.position.lowest, s.profit.result, ratios.dscr_family, ratios.family_covered]


def random_levers() -> dict[str, Array]:
    """The four levers, drawn at random around the plan."""
    draw = np.random.default_rng(1)
    return {
        "levers.sales_factor": draw.normal(1, 0.15, SCENARIOS).clip(0.3, 2),
        "levers.cost_factor": draw.normal(1, 0.1, SCENARIOS).clip(0.5, 2),
        "levers.delay": draw.integers(0, 4, SCENARIOS).astype(float),
        "levers.credit_share": draw.uniform(0.5, 1, SCENARIOS)}


def in_threads(work: Callable[[slice], object], threads: int) -> None:
    """The scenarios shared out over threads."""
    step = SCENARIOS // threads
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, [slice(i * step, (i + 1) * step) for i in range(threads)]))


def numpy_loop(count: int, months: int, width: int) -> Callable[[], None]:
    """So many additions of arrays, line by line, in plain numpy."""
    a, b, c = np.ones((months, width)), np.ones((months, width)), np.empty((months, width))

    def work() -> None:
        for _ in range(count):
            np.add(a, b, out=c)
    return work


def numpy_blocks(count: int, months: int) -> Callable[[slice], None]:
    """The same over a share of the scenarios, a block at a time."""
    def work(share: slice) -> None:
        block = numpy_loop(count, months, PART)
        for _ in range((share.stop - share.start) // PART):
            block()
    return work


def _size(plan: Plan) -> str:
    return f"{len(calculated(plan))} lines × {plan.model.span.horizon} months, {operations(plan)} operations"
