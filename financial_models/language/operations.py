"""The whole vocabulary of the models: one row per operation, one column per reader.

A formula may use nothing else.  To add an operation, add a row here; the
agreement tests then compare its columns over a grid of awkward values.
``array`` is a function of numpy arrays, ``single`` Python over floats (``{2}`` and
``{3}`` keep what is read twice), ``excel`` a spreadsheet formula; ``phrases`` says it in each language.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import arrays

ArrayFunction = Callable[..., Any]

LANGUAGES = ("nl", "fr", "en", "ar")


@dataclass(frozen=True)
class Operation:
    """One word of the vocabulary, as each reader says it."""

    name: str
    array: ArrayFunction
    single: str
    excel: str
    phrases: dict[str, str]
    rank: int = 9               # binding strength in a spreadsheet; 9 never needs brackets
    inside: int = 0             # what its terms must at least bind to do without brackets
    money: str = "none"         # how money combines: see units.money_power


def _row(name: str, array: ArrayFunction, single: str, excel: str, nl: str, fr: str, en: str, ar: str,
         rank: int = 9, money: str = "none", inside: int | None = None) -> Operation:
    phrases = {"nl": nl, "fr": fr, "en": en, "ar": ar}
    return Operation(name, array, single, excel, phrases, rank, rank % 9 if inside is None else inside, money)


def _sign(name: str, array: ArrayFunction, sign: str, word: str, rank: int, money: str) -> Operation:
    code, said = f"({{0}} {sign} {{1}})", f"{{0}} {word} {{1}}"
    return _row(name, array, code, f"{{0}} {sign} {{1}}", said, said, said, said, rank=rank, money=money)


def _test(name: str, array: ArrayFunction, single: str, excel: str, nl: str, fr: str, en: str, ar: str,
          inside: int = 0) -> Operation:
    """A comparison: 0 or 1, never a boolean (SUM skips TRUE in a spreadsheet)."""
    return _row(name, array, f"(1.0 if {single} else 0.0)", f"IF({excel}, 1, 0)", nl, fr, en, ar, money="flag",
                inside=inside)


_GAP = "{2} := {0} - {1}"

OPERATIONS: dict[str, Operation] = {op.name: op for op in (
    _sign("add", arrays.ADD, "+", "+", 4, "same"),
    _sign("sub", arrays.SUBTRACT, "-", "−", 4, "same"),
    _sign("mul", arrays.MULTIPLY, "*", "×", 5, "sum"),
    _sign("div", arrays.DIVIDE, "/", "÷", 5, "less"),
    _row("ratio", arrays.divided, "({0} / {2} if ({2} := {1}) else 0.0)", "IF({1} = 0, 0, {0} / {1})", "{0} ÷ {1}",
         "{0} ÷ {1}", "{0} ÷ {1}", "{0} ÷ {1}", money="less", inside=5),
    _row("neg", arrays.NEGATIVE, "(-{0})", "-1 * {0}", "min {0}", "moins {0}", "minus {0}", "سالب {0}", rank=5,
         money="same"),
    _row("power", arrays.power, "power({0}, {1})", "POWER({0}, {1})", "{0} tot de macht {1}",
         "{0} à la puissance {1}", "{0} to the power {1}", "{0} أس {1}"),
    _row("min", arrays.smaller, "({2} if ({2} := {0}) <= ({3} := {1}) or {2} != {2} else {3})", "MIN({0}, {1})",
         "het kleinste van {0} en {1}", "le plus petit de {0} et {1}", "the smaller of {0} and {1}",
         "الأصغر بين {0} وبين {1}", money="same"),
    _row("max", arrays.larger, "({2} if ({2} := {0}) >= ({3} := {1}) or {2} != {2} else {3})", "MAX({0}, {1})",
         "het grootste van {0} en {1}", "le plus grand de {0} et {1}", "the larger of {0} and {1}",
         "الأكبر بين {0} وبين {1}", money="same"),
    _row("mod", arrays.remainder, "({0} % {1})", "MOD({0}, {1})", "de rest van {0} ÷ {1}", "le reste de {0} ÷ {1}",
         "the remainder of {0} ÷ {1}", "باقي قسمة {0} ÷ {1}"),
    _row("round", arrays.rounded, "round({0}, {1})", "ROUND({0}, {1})", "{0}, afgerond (decimalen: {1})",
         "{0}, arrondi (décimales\u00a0: {1})", "{0}, rounded (decimals: {1})",
         "{0}، مقرّبًا (المنازل العشرية: {1})", money="first"),
    _test("equals", arrays.EQUALS, "{0} == {1}", "{0} = {1}", "{0} is {1}", "{0} vaut {1}", "{0} is {1}",
          "قيمة {0} تساوي {1}"),
    _test("at_least", arrays.AT_LEAST, "{0} >= {1}", "{0} >= {1}",
          "{0} is minstens {1}", "{0} vaut au moins {1}", "{0} is at least {1}", "قيمة {0} لا تقل عن {1}"),
    _test("at_most", arrays.AT_MOST, "{0} <= {1}", "{0} <= {1}",
          "{0} is hoogstens {1}", "{0} vaut au plus {1}", "{0} is at most {1}", "قيمة {0} لا تزيد على {1}"),
    _test("reaches", arrays.REACHES, f"({_GAP}) >= 0.0 or round({{2}}, 2.0) >= 0.0", "ROUND({0} - {1}, 2) >= 0",
          "{0} bereikt {1}", "{0} atteint {1}", "{0} reaches {1}", "قيمة {0} تبلغ {1}", inside=4),
    _test("passes", arrays.PASSES, f"({_GAP}) > 0.0 and round({{2}}, 2.0) > 0.0", "ROUND({0} - {1}, 2) > 0",
          "{0} is meer dan {1}", "{0} dépasse {1}", "{0} passes {1}", "قيمة {0} تتجاوز {1}", inside=4),
    _row("total", arrays.ADD, " + ", "SUM", "de som van {0}",
         "la somme de {0}", "the sum of {0}", "مجموع {0}", money="same"),
)}
