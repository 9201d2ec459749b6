"""What never stands in a log: the tokens of links, which open something by themselves."""

import logging
import re
from contextlib import suppress
from typing import Any

TOKENS = re.compile(r"/(s|invitation|welcome|card|sign-in/link)/[^/\s?#\"'<>]+")
MASK = r"/\1/***"


def masked(text: str) -> str:
    """A text with the tokens of addresses taken out."""
    return TOKENS.sub(MASK, text)


def mask_logs() -> None:
    """From now on whatever is logged in this process, by anybody, is masked before it is written."""
    made = logging.getLogRecordFactory()
    if getattr(made, "masks", False):
        return

    def record(*given: Any, **named: Any) -> logging.LogRecord:
        found = made(*given, **named)
        with suppress(TypeError, ValueError):               # words and values that do not fit are told by the handler
            told = found.getMessage()
            if (hidden := masked(told)) != told:
                found.msg, found.args = hidden, ()
        return found

    record.masks = True                                     # type: ignore[attr-defined]
    logging.setLogRecordFactory(record)
