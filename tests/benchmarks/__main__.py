"""How fast the engine and the documents are: ``python -m tests.benchmarks``.

Each figure stands beside what is wanted on two cores, and beside the time of a floor measured in the same run:
as many operations in plain numpy, as many formulas in plain openpyxl.  The ratio says more than the time, since
it does not depend on the machine.  Nothing fails here: a test must not depend on a clock.
"""

import sys
from collections.abc import Callable, Iterable

from tests.benchmarks import again, desk, documents, engine, living, load
from tests.benchmarks.measure import Figure, peak_memory_of_process

TOPICS: tuple[Callable[[], Iterable[Figure]], ...] = (
    engine.one_plan, engine.many_scenarios, living.follows, documents.workbook, documents.dossier,
    documents.four_scripts_in_one, documents.from_cold, again.document_asked_for_again, load.web, desk.opens)


def main() -> int:
    """Every topic in turn; one that cannot be measured says why."""
    print(Figure.heading())
    for topic in TOPICS:
        try:
            for figure in topic():
                print(figure, flush=True)
        except Exception as error:                       # a benchmark reports, whatever happens
            print(f"{topic.__name__}: not measured, {type(error).__name__}: {error}")
    print(peak_memory_of_process())
    return 0


if __name__ == "__main__":
    sys.exit(main())
