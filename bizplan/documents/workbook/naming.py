"""Names for cells, made from the keys of inputs: they stay the same from one workbook to the next."""

from __future__ import annotations

import re

_ELSE = re.compile(r"[^A-Za-z0-9_.]|_(?=x[0-9A-F]+_)")


def defined_name(key: str) -> str:
    """The name of the cells of an input: its key, with what a name cannot have written as its code point.

    >>> defined_name("loan.bank-1.rate")
    'in.loan.bank_x2D_1.rate'
    """
    return "in." + _ELSE.sub(lambda found: f"_x{ord(found[0]):X}_", key)


def key_of(name: str) -> str:
    """The key of the input that a name stands for; "" of any other name."""
    if not name.startswith("in."):
        return ""
    return re.sub(r"_x([0-9A-F]+)_", lambda found: chr(int(found[1], 16)), name[3:])
