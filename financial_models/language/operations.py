"""The whole vocabulary of the models: one row per operation, one column per reader.

A formula may use nothing else.  To add an operation, add a row here; the
agreement tests then compare its columns over a grid of awkward values.
``array`` is Python over numpy arrays, ``single`` Python over floats (``{2}`` and
``{3}`` keep what is read twice), ``excel`` a spreadsheet formula; ``phrases`` says it in each language.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

LANGUAGES = ("nl", "fr", "en", "ar")


@dataclass(frozen=True)
class Operation:
    """One word of the vocabulary, as each reader says it."""

    name: str
    array: str
    single: str
    excel: str
    phrases: dict[str, str]
    rank: int = 9               # binding strength in a spreadsheet; 9 never needs brackets
    inside: int = 0             # what its terms must at least bind to do without brackets
    money: str = "none"         # how money combines: see units.money_power

    @property
    def prose(self) -> bool:
        """Said with words rather than a sign, and so bracketed inside a calculation."""
        return any(letter.isalpha() for letter in self.phrases["en"])


def divide(a: Any, b: Any) -> Any:
    """a / b, and 0 where b is 0: a plan under construction has empty rows."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    return np.divide(a, b, out=np.zeros(np.broadcast(a, b).shape), where=b != 0)


def rounded(x: Any, digits: Any) -> Any:
    """Half away from zero, on 15 significant digits, as spreadsheets round; numpy.round goes half to even."""
    scale = np.power(10.0, digits)
    raised = np.asarray(np.abs(x) * scale + 0.5)
    whole = np.floor(raised)
    doubtful = whole != np.floor(raised * SNAP)
    if doubtful.any():
        whole = np.where(doubtful, np.floor(_to_15_digits(raised, doubtful)), whole)
    return np.copysign(whole / scale, x)


def to_15_digits(x: float) -> float:
    """A number as a spreadsheet sees it: by its 15 significant digits."""
    return float(f"{x:.14e}")


def _to_15_digits(numbers: Any, where: Any) -> Any:
    answer = numbers.copy()
    answer[where] = [to_15_digits(x) for x in numbers[where].tolist()]
    return answer


def flag(test: Any) -> Any:
    """0 or 1 for a comparison of arrays."""
    return np.asarray(test).astype(float)


def pick(values: Any, index: Any) -> Any:
    """The number at each place (1 is the first) of a list.

    ``values`` is places × scenarios, ``index`` months × scenarios.
    """
    places = np.asarray(index).astype(int) - 1
    if places.shape[1] == 1:
        return values[places[:, 0]]
    return np.take_along_axis(np.broadcast_to(values, (len(values), places.shape[1])), places, axis=0)


SNAP = 1 + 5e-15                # below a half by no more than this, only 15 digits tell whether it counts as a half


def _row(name: str, array: str, single: str, excel: str, nl: str, fr: str, en: str, ar: str,
         rank: int = 9, money: str = "none", inside: int | None = None) -> Operation:
    phrases = {"nl": nl, "fr": fr, "en": en, "ar": ar}
    return Operation(name, array, single, excel, phrases, rank, rank % 9 if inside is None else inside, money)


def _sign(name: str, sign: str, word: str, rank: int, money: str) -> Operation:
    code, said = f"({{0}} {sign} {{1}})", f"{{0}} {word} {{1}}"
    return _row(name, code, code, f"{{0}} {sign} {{1}}", said, said, said, said, rank=rank, money=money)


def _test(name: str, python: str, excel: str, nl: str, fr: str, en: str, ar: str, single: str = "",
          inside: int = 0) -> Operation:
    """A comparison: 0 or 1, never a boolean (True + True is True in numpy; SUM skips TRUE in a spreadsheet)."""
    return _row(name, f"flag({python})", f"(1.0 if {single or python} else 0.0)", f"IF({excel}, 1, 0)", nl, fr, en, ar,
                money="flag", inside=inside)


_ROUND_2 = "rounded({0} - {1}, 2)"
_GAP = "{2} := {0} - {1}"

OPERATIONS: dict[str, Operation] = {op.name: op for op in (
    _sign("add", "+", "+", 4, "same"),
    _sign("sub", "-", "−", 4, "same"),
    _sign("mul", "*", "×", 5, "sum"),
    _sign("div", "/", "÷", 5, "less"),
    _row("ratio", "divide({0}, {1})", "({0} / {2} if ({2} := {1}) else 0.0)", "IF({1} = 0, 0, {0} / {1})",
         "{0} ÷ {1}", "{0} ÷ {1}", "{0} ÷ {1}", "{0} ÷ {1}", money="less", inside=5),
    _row("neg", "(-{0})", "(-{0})", "-1 * {0}", "min {0}", "moins {0}", "minus {0}", "سالب {0}", rank=5, money="same"),
    _row("power", "power({0}, {1})", "power({0}, {1})", "POWER({0}, {1})", "{0} tot de macht {1}",
         "{0} à la puissance {1}", "{0} to the power {1}", "{0} أس {1}"),
    _row("min", "minimum({0}, {1})", "({2} if ({2} := {0}) <= ({3} := {1}) else {3})", "MIN({0}, {1})",
         "het kleinste van {0} en {1}", "le plus petit de {0} et {1}", "the smaller of {0} and {1}",
         "الأصغر بين {0} وبين {1}", money="same"),
    _row("max", "maximum({0}, {1})", "({2} if ({2} := {0}) >= ({3} := {1}) else {3})", "MAX({0}, {1})",
         "het grootste van {0} en {1}", "le plus grand de {0} et {1}", "the larger of {0} and {1}",
         "الأكبر بين {0} وبين {1}", money="same"),
    _row("mod", "mod({0}, {1})", "({0} % {1})", "MOD({0}, {1})", "de rest van {0} ÷ {1}", "le reste de {0} ÷ {1}",
         "the remainder of {0} ÷ {1}", "باقي قسمة {0} ÷ {1}"),
    _row("round", "rounded({0}, {1})", "rounded({0}, {1})", "ROUND({0}, {1})", "{0}, afgerond (decimalen: {1})",
         "{0}, arrondi (décimales\u00a0: {1})", "{0}, rounded (decimals: {1})",
         "{0}، مقرّبًا (المنازل العشرية: {1})", money="first"),
    _test("equals", "{0} == {1}", "{0} = {1}", "{0} is {1}", "{0} vaut {1}", "{0} is {1}", "قيمة {0} تساوي {1}"),
    _test("at_least", "{0} >= {1}", "{0} >= {1}", "{0} is minstens {1}", "{0} vaut au moins {1}", "{0} is at least {1}",
          "قيمة {0} لا تقل عن {1}"),
    _test("at_most", "{0} <= {1}", "{0} <= {1}", "{0} is hoogstens {1}", "{0} vaut au plus {1}", "{0} is at most {1}",
          "قيمة {0} لا تزيد على {1}"),
    _test("reaches", f"{_ROUND_2} >= 0", "ROUND({0} - {1}, 2) >= 0", "{0} bereikt {1}", "{0} atteint {1}",
          "{0} reaches {1}", "قيمة {0} تبلغ {1}", f"({_GAP}) >= 0.0 or rounded({{2}}, 2.0) >= 0.0", inside=4),
    _test("passes", f"{_ROUND_2} > 0", "ROUND({0} - {1}, 2) > 0", "{0} is meer dan {1}", "{0} dépasse {1}",
          "{0} passes {1}", "قيمة {0} تتجاوز {1}", f"({_GAP}) > 0.0 and rounded({{2}}, 2.0) > 0.0", inside=4),
    _row("total", " + ", " + ", "SUM", "de som van {0}",
         "la somme de {0}", "the sum of {0}", "مجموع {0}", money="same"),
)}
