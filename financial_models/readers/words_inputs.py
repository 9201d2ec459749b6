"""Where a number from outside comes from: the answer that somebody gave and its evidence, or the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..assumptions import Entered
from ..language import Input
from ..law import Rate
from . import numerals
from .labels import Translate
from .words_figures import Figure, Figures

Origin = Entered | Rate | None


@dataclass(frozen=True)
class Sources:
    """What is said of a source in one language; ``grades`` from a guess to a contract."""

    entered: str
    evidence: str
    grades: tuple[str, str, str, str, str, str]
    quoted: str
    typical: str
    changed: str
    law: str
    lender: str
    since: str
    official: str
    secondary: str
    unverified: str
    carried_forward: str
    reform: str
    rule: str
    between: str


NO_BREAK = "\u00a0"

SOURCES = {
    "nl": Sources(
        entered="ingevuld", evidence="onderbouwing: {grade}",
        grades=("gok", "opgezocht", "gesprek", "offerte", "testverkoop", "contract"), quoted="“{note}”",
        typical="standaardwaarde", changed="aangepast in dit scenario", law="wettelijk cijfer",
        lender="regel van de kredietgever", since="geldt sinds {day}", official="nagelezen in de officiële bron",
        secondary="nagelezen in een andere bron", unverified="nog niet nagekeken",
        carried_forward="overgenomen van {year}", reform="hervorming die nog niet geldt", rule="regel: {rule}",
        between="; ",
    ),
    "fr": Sources(
        entered="saisi", evidence=f"preuve{NO_BREAK}: {{grade}}",
        grades=("estimation", "recherche", "entretien", "devis", "vente test", "contrat"),
        quoted=f"«{NO_BREAK}{{note}}{NO_BREAK}»", typical="valeur par défaut", changed="modifié dans ce scénario",
        law="chiffre légal", lender="règle du prêteur", since="en vigueur depuis le {day}",
        official="lu dans la source officielle", secondary="lu dans une autre source",
        unverified="pas encore vérifié", carried_forward="repris de {year}", reform="réforme pas encore en vigueur",
        rule=f"règle{NO_BREAK}: {{rule}}", between=f"{NO_BREAK}; ",
    ),
    "en": Sources(
        entered="entered", evidence="evidence: {grade}",
        grades=("guess", "looked up", "conversation", "quote", "test sale", "contract"), quoted="“{note}”",
        typical="default", changed="changed in this scenario", law="legal figure", lender="the lender’s rule",
        since="in force since {day}", official="read in the official source", secondary="read in another source",
        unverified="unverified", carried_forward="carried forward from {year}",
        reform="reform that is not in force yet", rule="rule: {rule}", between="; ",
    ),
    "ar": Sources(
        entered="قيمة مُدخلة", evidence="السند: {grade}",
        grades=("تخمين", "بحث", "محادثة", "عرض سعر", "بيع تجريبي", "عقد"), quoted="«{note}»", typical="قيمة مبدئية",
        changed="قيمة غُيّرت في هذا السيناريو", law="رقم قانوني", lender="قاعدة المُقرض", since="سارٍ منذ {day}",
        official="قُرئ في المصدر الرسمي", secondary="قُرئ في مصدر آخر", unverified="لم يُتحقق منه بعد",
        carried_forward="منقول من سنة {year}", reform="إصلاح لم يدخل حيز التنفيذ بعد", rule="القاعدة: {rule}",
        between="؛ ",
    ),
}


def given(figure: Figure) -> Any:
    """The number as it was put into the model: of a list the one that the figure stands for."""
    assert isinstance(figure.line, Input)
    value, at = figure.line.value, figure.place
    if np.ndim(value) == 0:                                                     # type: ignore[arg-type]
        return value
    at = at or (figure.when if isinstance(figure.when, int) else 1)
    return value[at - 1] if len(value) >= at else None                          # type: ignore[arg-type, index]


def provenance(figure: Figure, figures: Figures, language: str, translate: Translate) -> tuple[str, Origin]:
    """Who or what says so, in words; and the answer or the legal rate itself."""
    value = figures.of(figure)
    phrases, number = SOURCES[language], given(figure)
    origin = number if isinstance(number, (Entered, Rate)) else None
    if number is None or float(number) != value:
        parts, origin = [phrases.changed], None
    elif isinstance(number, Entered):
        parts = _entered(number, phrases, language)
    elif isinstance(number, Rate):
        parts = _legal(number, phrases, language)
    else:
        parts = [phrases.typical if _default(figure, figures) == value else phrases.entered]
    if figure.line.source:
        parts.append(phrases.rule.format(rule=numerals.apart(translate(figure.line.source), language)))
    return phrases.between.join(parts), origin


def _default(figure: Figure, figures: Figures) -> Any:
    """What the kind of block holds for its input where a plan gives nothing."""
    line = figures.values.model.block_of[figure.line].template[figure.line.name]
    return line.value if isinstance(line, Input) else None


def _entered(number: Entered, phrases: Sources, language: str) -> list[str]:
    parts = [phrases.entered, phrases.evidence.format(grade=phrases.grades[number.grade - 1])]
    return [*parts, phrases.quoted.format(note=numerals.apart(number.note, language))] if number.note else parts


def _legal(rate: Rate, phrases: Sources, language: str) -> list[str]:
    lender = rate.key.startswith("lenders.")
    read_in = (rate.basis or rate.source).text(language)
    parts = [phrases.lender if lender else phrases.law, numerals.apart(read_in, language),
             phrases.since.format(day=numerals.day(rate.since, language)), getattr(phrases, rate.status)]
    if rate.carried_forward_from is not None:
        parts.append(phrases.carried_forward.format(year=rate.carried_forward_from))
    return [*parts, phrases.reform] if rate.reform is not None else parts
