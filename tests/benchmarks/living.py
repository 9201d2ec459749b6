"""The figures that follow an answer, against a plain numpy loop of as many operations."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count

from bizplan import examples
from bizplan.domain import calculation, plan_file
from bizplan.domain.calculation import built
from bizplan.domain.living import living
from bizplan.domain.plan import Plan
from bizplan.domain.profile import verdict
from financial_models import Moulds, outcome
from financial_models.readers.values import evaluate
from tests.benchmarks.businesses import AS_OF, operations
from tests.benchmarks.engine import MILLISECONDS, numpy_loop
from tests.benchmarks.measure import Figure, peak_megabytes, seconds

WANTED = {"bakery": "60 ms", "grocery": "100 ms"}


def follows() -> Iterator[Figure]:
    """Each answer another price: the figures after it, as they are now and as building the plan anew would take."""
    for name, wanted in WANTED.items():
        yield from _follows(name, wanted, plan_file.read(examples.text(name).encode()))


def _follows(name: str, wanted: str, study: Plan) -> Iterator[Figure]:
    engine, numbers = built(study, AS_OF), count(1)
    floor = seconds(numpy_loop(operations(engine), engine.model.span.length, 1), 20) * MILLISECONDS
    living(study, AS_OF)
    for what, work, times, most in (
            (f"living figures of {name} after an answer", _follow, 15, wanted),
            ("  with the plan built anew", _anew, 7, ""), ("  the first of a shape", _in_a_new_shape, 7, ""),
            ("  verdict of the quick profile", _judge, 5, "")):
        time = seconds(partial(_after, work, study, numbers), times) * MILLISECONDS
        yield Figure(what, time, "ms", floor, most)
    yield Figure("  memory of a mould", peak_megabytes(partial(_in_a_new_shape, study)), "MB")


def _after(work: Callable[[Plan], object], study: Plan, numbers: Iterator[int]) -> None:
    """The work on the plan with another price for its first product."""
    at = next(at for at in study.answers if at[0] == "products[].price")
    price = study.answers[at]
    assert isinstance(price.value, float)
    answers = {**study.answers, at: replace(price, value=price.value + next(numbers) / 100)}
    work(Plan(study.language, answers, study.rows))


def _follow(study: Plan) -> None:
    living(study, AS_OF)


def _judge(study: Plan) -> None:
    verdict(study, AS_OF)


def _anew(study: Plan) -> None:
    engine = built(study, AS_OF)
    outcome(engine, evaluate(engine.model))


def _in_a_new_shape(study: Plan) -> None:
    calculation.MOULDS = Moulds()
    living(study, AS_OF)
