"""What a question counts, how often, and with VAT or without: the words beside the room for its answer."""

from .answers import PERIODS, takes_period
from .questions import Kind, Period, Question, Vat
from .readiness.sentences import N_, Translate
from .units import period_words, unit_words

VAT_WORDS = {Vat.WITH: N_("VAT included"), Vat.WITHOUT: N_("without VAT")}
EURO = N_("euro")
SEVERAL = 2


def measure(question: Question, language: str, translate: Translate) -> str:
    """What is counted and how often: euro, VAT included."""
    if question.kind is Kind.SHARE:
        return "%"
    is_amount = question.kind is Kind.AMOUNT
    words = translate(EURO) if is_amount else unit_words(question.unit, SEVERAL, language, translate)
    often = "" if takes_period(question) else period_words(question.period, translate)
    vat = translate(VAT_WORDS[question.vat]) if question.vat in VAT_WORDS else ""
    return ", ".join(part for part in (" ".join(part for part in (words, often) if part), vat) if part)


def periods(question: Question) -> tuple[Period, ...]:
    """How often an amount may be said to occur."""
    return PERIODS if takes_period(question) else ()
