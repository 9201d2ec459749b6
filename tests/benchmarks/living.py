"""The figures that follow an answer, against a plain numpy loop of as many operations."""

from collections.abc import Iterator
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
        study = plan_file.read(examples.text(name).encode())
        engine = built(study, AS_OF)
        floor = seconds(numpy_loop(operations(engine), engine.model.span.length, 1), 20) * MILLISECONDS
        another = partial(_answered, study, count(1))
        living(another(), AS_OF)
        time = seconds(lambda: living(another(), AS_OF), 15) * MILLISECONDS
        yield Figure(f"living figures of {name} after an answer", time, "ms", floor, wanted)
        time = seconds(lambda: _anew(another()), 7) * MILLISECONDS
        yield Figure("  with the plan built anew", time, "ms", floor)
        time = seconds(lambda: _in_a_new_shape(another()), 7) * MILLISECONDS
        yield Figure("  the first of a shape", time, "ms", floor)
        time = seconds(lambda: verdict(another(), AS_OF), 5) * MILLISECONDS
        yield Figure("  verdict of the quick profile", time, "ms", floor)
        yield Figure("  memory of a mould", peak_megabytes(lambda: _in_a_new_shape(another())), "MB")


def _answered(study: Plan, numbers: Iterator[int]) -> Plan:
    """The plan with another price for its first product."""
    at = next(at for at in study.answers if at[0] == "products[].price")
    price = study.answers[at]
    assert isinstance(price.value, float)
    answers = {**study.answers, at: replace(price, value=price.value + next(numbers) / 100)}
    return Plan(study.language, answers, study.rows)


def _anew(study: Plan) -> None:
    engine = built(study, AS_OF)
    outcome(engine, evaluate(engine.model))


def _in_a_new_shape(study: Plan) -> None:
    calculation.MOULDS = Moulds()
    living(study, AS_OF)
