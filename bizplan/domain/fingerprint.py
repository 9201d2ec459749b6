"""The fingerprint of what leaves the house: equal ones rest on the same answers, figures and signatures.

It covers the cut of a plan for its reader, the day by which it was judged, the revision of the plan, what its coaches
had signed, and the engine and the law: all that the plan file beside a document says.  It does not cover the language
or the bytes of a document.  30 letters and digits hold 150 bits; what is easily mistaken (I, L, O, U) is not among
them.
"""

import json
import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from financial_models import edition

from .coaching.sign_off import SignOff
from .plan import Plan
from .plan_file import as_document
from .plan_file_translations import NAME as TRANSLATIONS

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP, SHOWN = 30, 5, 4
BITS = 5
_MISTAKEN = str.maketrans({"I": "1", "L": "1", "O": "0", " ": None, "-": None})


def dated(cut: Plan, day: date, *, revision: int = 0, sign_off: SignOff | None = None) -> Plan:
    """A cut with all that its fingerprint rests on."""
    assert cut.release is not None, "only what was cut for somebody leaves the house"
    signed = sha256(repr(sign_off).encode()).hexdigest()[:edition.LENGTH] if sign_off else ""
    return replace(cut, release=replace(cut.release, day=day, revision=revision, sign_off=signed,
                                        engine=edition.engine(), law=edition.law()))


def fingerprint(cut: Plan) -> str:
    """The fingerprint of a cut; the same whatever the order in which its answers were given."""
    number = int.from_bytes(sha256(canonical(cut)).digest())
    return "".join(ALPHABET[number >> BITS * place & len(ALPHABET) - 1] for place in range(LENGTH))


def canonical(cut: Plan) -> bytes:
    """A cut as the one text that stands for it."""
    told: dict[str, Any] = as_document(cut)
    if TRANSLATIONS in told:
        told[TRANSLATIONS] = sorted(told[TRANSLATIONS], key=lambda each: json.dumps(each, sort_keys=True))
    return json.dumps(_plain(told), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(told: Any) -> Any:
    """A number is one number, whether it came as 2 or as 2.0."""
    if isinstance(told, dict):
        return {name: _plain(each) for name, each in told.items()}
    if isinstance(told, (list, tuple)):
        return [_plain(each) for each in told]
    return int(told) if isinstance(told, float) and told.is_integer() else told


def grouped(found: str, groups: int = LENGTH // GROUP) -> str:
    """A fingerprint as people compare it: in groups of five, all of them or the first few."""
    return " ".join(found[at:at + GROUP] for at in range(0, GROUP * groups, GROUP))


def shortened(found: str) -> str:
    """What stands at the foot of every page."""
    return grouped(found, SHOWN)


def typed(text: str) -> str | None:
    """A whole fingerprint that somebody typed or followed; None where it cannot be one."""
    plain = text.upper().translate(_MISTAKEN)
    return plain if re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", plain) else None
