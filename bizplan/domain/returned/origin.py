"""Where a workbook comes from: which plan, as it stood at which sequence, in which language, with which inputs.

The workbook carries it as one line of text with a check that only the installation can make, so that the workbook of
another plan, of another version or with another past is recognised.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from hmac import compare_digest

from ..plan import LANGUAGES
from ..recipients import Recipient

FORMAT = "1"
"""The version of what a workbook says about itself, and of how its inputs are named."""
BETWEEN = "|"
PARTS = 8
LENGTH = 32
LONGEST_SEQUENCE = 9
Digest = Callable[[str, str], str]
"""What makes of a text and its purpose something that nobody else can make."""


class Wrong(Enum):
    """Why a workbook cannot be compared with a plan."""

    UNSAID = "it does not say where it comes from"
    OTHER_PLAN = "it belongs to another plan"
    OTHER_VERSION = "another version of this application made it"
    TOO_NEW = "it is newer than the plan"


class Misplaced(ValueError):
    """A workbook that cannot be compared with a plan, and why."""

    def __init__(self, wrong: Wrong):
        super().__init__(wrong.value)
        self.wrong = wrong


@dataclass(frozen=True)
class Origin:
    """What a workbook says about where it comes from.

    ``inputs`` is the fingerprint of the numbers it was made with, ``recipient`` for whom the plan was cut.
    """

    sequence: int
    language: str
    as_of: date
    inputs: str
    recipient: Recipient = Recipient.SELF


def fingerprint(inputs: Iterable[tuple[str, Sequence[float]]]) -> str:
    """By what the inputs of a workbook are known again, from their keys and their numbers."""
    lines = sorted(f"{key}={','.join(f'{number:.12g}' for number in numbers)}" for key, numbers in inputs)
    return sha256("\n".join(lines).encode()).hexdigest()[:LENGTH]


def told(origin: Origin, plan: str, digest: Digest) -> str:
    """The line of text that a workbook of a plan carries."""
    parts = (FORMAT, _mark(plan, digest), str(origin.sequence), origin.language, origin.as_of.isoformat(),
             origin.inputs, origin.recipient.value)
    return BETWEEN.join((*parts, _check(parts, digest)))


def of_plan(line: str, plan: str, newest: int, digest: Digest) -> Origin:
    """What the line of a workbook says, where it was made of this plan, whose newest sequence is given.

    Raises Misplaced.
    """
    parts = line.split(BETWEEN)
    if parts[0] != FORMAT and parts[0].isdigit():
        raise Misplaced(Wrong.OTHER_VERSION)
    if len(parts) != PARTS or parts[0] != FORMAT:
        raise Misplaced(Wrong.UNSAID)
    if not compare_digest(parts[1].encode(), _mark(plan, digest).encode()):
        raise Misplaced(Wrong.OTHER_PLAN)
    if not compare_digest(parts[-1].encode(), _check(tuple(parts[:-1]), digest).encode()):
        raise Misplaced(Wrong.UNSAID)
    origin = _read(parts)
    if origin.sequence > newest:
        raise Misplaced(Wrong.TOO_NEW)
    return origin


def _read(parts: Sequence[str]) -> Origin:
    _format, _plan, sequence, language, as_of, inputs, recipient, _check = parts
    if not sequence.isdecimal() or len(sequence) > LONGEST_SEQUENCE or language not in LANGUAGES:
        raise Misplaced(Wrong.UNSAID)
    try:
        return Origin(int(sequence), language, date.fromisoformat(as_of), inputs, Recipient(recipient))
    except ValueError as error:
        raise Misplaced(Wrong.UNSAID) from error


def _mark(plan: str, digest: Digest) -> str:
    return digest(plan, "the plan of a workbook")[:LENGTH]


def _check(parts: tuple[str, ...], digest: Digest) -> str:
    return digest(BETWEEN.join(parts), "the origin of a workbook")[:LENGTH]
