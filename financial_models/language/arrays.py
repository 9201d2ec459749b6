"""The operations over numpy arrays; each writes into the array that it is given last, if any.

A scenario gives the same bits alone as among many, so nothing here may depend on how wide an array is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

SNAP = 1 + 5e-15                        # below a half by no more than this, only 15 digits tell whether it is a half
CLOSE_TO_HALF, LARGE = 0.4999, 1e10     # further from a half than this, and up to this, the nearest whole is certain
MOST_POWERS = 200
SCALES = {float(digits): float(np.power(10.0, float(digits))) for digits in range(10)}
highest, lowest = (partial(reduce, axis=None, initial=0.0) for reduce in (np.maximum.reduce, np.minimum.reduce))


def divided(a: Any, b: Any, out: Any = None) -> Any:
    """a / b, and 0 where b is 0: a plan under construction has empty rows."""
    nothing = np.equal(b, 0)
    if not nothing.any():
        return np.divide(a, b, out)
    with np.errstate(all="ignore"):
        answer = np.asarray(np.divide(a, b, out))
    np.copyto(answer, 0.0, where=nothing)
    return answer


def remainder(a: Any, b: Any, out: Any = None) -> Any:
    """The remainder of whole numbers, with the sign of b; numpy's own takes far longer."""
    return np.subtract(a, np.floor(np.divide(a, b)) * b, out)


def smaller(a: Any, b: Any, out: Any = None) -> Any:
    """The smaller of two."""
    return np.minimum(a, b, out=out)


def larger(a: Any, b: Any, out: Any = None) -> Any:
    """The larger of two."""
    return np.maximum(a, b, out=out)


def power(a: Any, b: Any, out: Any = None) -> Any:
    """a to the power b; of one number to many whole ones, each power is calculated once.

    ``b`` is written out as wide as the answer: numpy squares, roots or inverts where one exponent is for all.
    """
    a, b = np.asarray(a, float), np.asarray(b, float)
    whole = b.astype(int) if a.size == 1 < b.size else np.empty(0, int)
    if not whole.size or np.ptp(whole) > MOST_POWERS or not np.equal(whole, b).all():
        return np.power(a, np.array(np.broadcast_to(b, np.broadcast_shapes(a.shape, b.shape, np.shape(out)))), out)
    least = int(whole.min())
    return _into(out, powers(float(a.flat[0]), least, int(whole.max()))[whole - least])


def powers(base: float, least: int, most: int) -> Any:
    """A number to each whole power from the least to the most (and one more: numpy squares a lone number otherwise)."""
    exponents = np.arange(least, most + 2, dtype=float)
    return np.power(np.full(exponents.shape, base), exponents)


def rounded(x: Any, digits: Any, out: Any = None) -> Any:
    """Half away from zero, on 15 significant digits, as spreadsheets round; numpy.round goes half to even."""
    scale = SCALES[digits] if isinstance(digits, float) else np.power(10.0, digits)
    raised = np.atleast_1d(np.multiply(x, scale))
    whole = np.rint(raised, out if np.shape(out) == raised.shape else None)
    missing = np.subtract(raised, whole, raised)            # whole + missing is what was raised, to the last bit
    if not max(highest(whole), -lowest(whole)) <= LARGE:    # nor is what is no number, beside which others are
        whole[...] = _half_away_from_zero(whole + missing)
    elif max(highest(missing), -lowest(missing)) > CLOSE_TO_HALF:
        close = np.abs(missing) > CLOSE_TO_HALF
        whole[close] = _half_away_from_zero(whole[close] + missing[close])
    return np.divide(whole, scale, whole if out is None else out)


def _half_away_from_zero(raised: Any) -> Any:
    up = np.abs(raised) + 0.5
    whole = np.floor(up)
    doubtful = whole != np.floor(up * SNAP)
    if doubtful.any():
        whole[doubtful] = [to_15_digits(x) // 1.0 for x in up[doubtful].tolist()]
    return np.copysign(whole, raised)


def to_15_digits(x: float) -> float:
    """A number as a spreadsheet sees it: by its 15 significant digits."""
    return float(f"{x:.14e}")


def flag(test: Callable[..., Any]) -> Callable[..., Any]:
    """A comparison as 0 or 1, never as a boolean (True + True is True)."""
    def flagged(a: Any, b: Any, out: Any = None) -> Any:
        return np.asarray(test(a, b)).astype(float) if out is None else test(a, b, out)
    return flagged


def cents(test: Callable[..., Any]) -> Callable[..., Any]:
    """A comparison of the difference of two amounts, rounded to the cent, with nothing."""
    def flagged(a: Any, b: Any, out: Any = None) -> Any:
        gap = np.subtract(a, b, out)
        return test(rounded(gap, 2.0, out), 0.0, out)
    return flagged


def pick(values: Any, index: Any, out: Any = None) -> Any:
    """The number at each place (1 is the first) of a list.

    ``values`` is places × scenarios, ``index`` months × scenarios (or one number for each scenario).
    """
    places = np.atleast_2d(np.asarray(index).astype(int)) - 1
    if values.shape[1] == 1:
        found = np.take(values[:, 0], places, mode="clip")
    elif places.shape[1] == 1:
        found = np.take(values, places[:, 0], axis=0, mode="clip")
    else:
        found = np.take_along_axis(values, np.clip(places, 0, len(values) - 1), axis=0)
    return _into(out, found)


def _into(out: Any, found: Any) -> Any:
    if out is None:
        return found
    out[...] = found
    return out


ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATIVE = np.add, np.subtract, np.multiply, np.divide, np.negative
EQUALS, AT_LEAST, AT_MOST = flag(np.equal), flag(np.greater_equal), flag(np.less_equal)
REACHES, PASSES = cents(flag(np.greater_equal)), cents(flag(np.greater))
