"""The workbook: the plan as an Excel model that keeps calculating."""

from .contents import Chart, Check, Cover, Finding, Reading, Statement, StatementRow
from .naming import defined_name, key_of
from .writing import write_workbook

__all__ = [
    "Chart",
    "Check",
    "Cover",
    "Finding",
    "Reading",
    "Statement",
    "StatementRow",
    "defined_name",
    "key_of",
    "write_workbook",
]
