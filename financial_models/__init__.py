"""The numbers of a business plan: each line written once, and read as values, as a spreadsheet and as words.

In three steps:

    plan = build(assumptions)               the lines of a plan
    values = evaluate(plan.model)           their numbers, over months and scenarios
    why(values, line, month)                why a number is that number

Everything else that a program needs stands in the list at the end of this file.
"""

from .assumptions import AssumptionError, Assumptions, Entered, Grade
from .moulds import Cast, Moulds
from .outcome import Outcome, outcome
from .plan import Plan, build
from .readers.cores import evaluate_on_cores
from .readers.values import Values, evaluate, evaluate_in_parts
from .readers.words import why
from .scenarios import Scenario, evaluate_scenarios, named_scenarios

__all__ = [
    "AssumptionError", "Assumptions", "Cast", "Entered", "Grade", "Moulds", "Outcome", "Plan", "Scenario", "Values",
    "build", "evaluate", "evaluate_in_parts", "evaluate_on_cores", "evaluate_scenarios", "named_scenarios", "outcome",
    "why"]
