"""The language in which a plan is written: each line once, for every reader.

A *term* has a value in every month; a *line* is a term with a name, a label and
a unit; a *block* is a group of lines.  A line may use only what stands above it;
the doors to another month are ``Balance.opening``, ``line.before(n)`` and
``line.after(n)``.
"""

from .block import Block
from .lines import Balance, Input, Line, Monthly, Seasonal, Table, Yearly
from .model import Model, references
from .span import AFTERWARDS, Span, YearColumn
from .terms import Apply, Before, FormulaError, Number, Pick, Term, euros, larger, smaller, total
from .units import FLAG, HOURS, MONEY, MONTHS, NUMBER, PERCENT, RATIO, YEARS, Unit, UnitError

__all__ = [
    "AFTERWARDS", "Apply", "Balance", "Before", "Block", "FLAG", "FormulaError", "HOURS", "Input", "Line", "MONEY",
    "MONTHS", "Model", "Monthly", "NUMBER", "Number", "PERCENT", "Pick", "RATIO", "Seasonal", "Span", "Table", "Term",
    "Unit", "UnitError", "YEARS", "YearColumn", "Yearly", "euros", "larger", "references", "smaller", "total"]
