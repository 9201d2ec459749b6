"""The workbook: the plan as an Excel model that keeps calculating."""

from .contents import (
    Amount,
    Chart,
    Check,
    Cover,
    Finding,
    Funding,
    LoanToTry,
    Measure,
    Reading,
    Sensitivity,
    Setback,
    Statement,
    StatementRow,
    Variation,
    WhatIf,
)
from .naming import defined_name, key_of
from .writing import write_workbook

__all__ = [
    "Amount",
    "Chart",
    "Check",
    "Cover",
    "Finding",
    "Funding",
    "LoanToTry",
    "Measure",
    "Reading",
    "Sensitivity",
    "Setback",
    "Statement",
    "StatementRow",
    "Variation",
    "WhatIf",
    "defined_name",
    "key_of",
    "write_workbook",
]
