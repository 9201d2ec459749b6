"""From what stands in the fields of a form to what is kept as the answer, and back into the fields."""

from dataclasses import dataclass, replace
from datetime import date

from financial_models.assumptions import Grade

from .amounts import A_YEAR, turned
from .plan import Value
from .plan_file_error import PlanFileError
from .questions import Kind, Period, Question
from .revisions import Said
from .typed import SEVERAL, Given, Nothing, Problem, Read, shown, typed
from .typed import note as noted
from .written_values import understood

PERIODS = (Period.DAY, Period.WEEK, Period.MONTH, Period.YEAR)
"""How often an amount can be said to occur; it is kept in the period of its question."""


GRADES = {str(int(grade)) for grade in Grade}


@dataclass(frozen=True)
class Fields:
    """What the fields of one question hold: the texts, the period of an amount, the grade of its evidence (1 to 6)."""

    texts: tuple[str, ...] = ()
    period: str = ""
    evidence: str = ""
    note: str = ""
    unknown: bool = False


def takes_period(question: Question) -> bool:
    """Whether an amount may be said per day, week, month or year."""
    return question.kind is Kind.AMOUNT and question.period in A_YEAR


def said(question: Question, fields: Fields, language: str, today: date | None = None) -> tuple[Said, Read]:
    """What is kept of these fields, and how they were read; text that cannot be read is kept as typed."""
    texts = tuple(fields.texts) if question.kind in SEVERAL else tuple(fields.texts)[:1]
    read = Nothing() if _is_blank(texts) else typed(question, texts if question.kind in SEVERAL else texts[0],
                                                    language, today)
    evidence = Grade(int(fields.evidence)) if fields.evidence in GRADES else None
    note, too_long = _note(question, fields.note)
    kept = Said((), None, evidence if question.is_figure else None, note, fields.unknown)
    if isinstance(read, Nothing):
        return kept, read
    period = _period(question, fields.period)
    texts = (*texts, period.name.lower()) if period else texts
    if not isinstance(read, Given):
        return replace(kept, text=texts, unknown=False), read
    value, problem = _in_own_period(question, read.value, period)
    trouble = problem or too_long
    if trouble is not None:
        return replace(kept, text=texts, unknown=False), trouble
    told = Said.of(question.key, value, kept.evidence, note, texts)
    return told, Given(value)


def fields(question: Question, kept: Said, language: str) -> Fields:
    """What the fields of a question show of what was said."""
    evidence = str(int(kept.evidence)) if kept.evidence is not None else ""
    value = value_of(question, kept)
    rest = {"evidence": evidence, "note": kept.note, "unknown": kept.unknown}
    period = kept.text[1] if takes_period(question) and len(kept.text) > 1 else ""
    if value is None or period:
        texts = kept.text[:1] if takes_period(question) else kept.text
        return Fields(texts, period, **rest)                            # type: ignore[arg-type]
    if question.kind is Kind.DATE and isinstance(value, date):
        return Fields((value.isoformat(),), **rest)                     # type: ignore[arg-type]
    text = shown(question, value, language)
    return Fields(tuple(text.split("\n")) if question.kind in SEVERAL else (text,), **rest)  # type: ignore[arg-type]


def value_of(question: Question, kept: Said) -> Value | None:
    """The value of what was said, or None where there is none that this version of the study takes."""
    if kept.value is None:
        return None
    try:
        return understood(question, kept.value, question.key)
    except PlanFileError:
        return None


def is_same(one: Said, other: Said) -> bool:
    """Whether two answers say the same, however they were typed; evidence that nobody chose is a guess."""
    one, other = (replace(each, evidence=each.evidence or Grade.GUESS) for each in (one, other))
    if one.value is None or other.value is None:
        return one == other
    return replace(one, text=()) == replace(other, text=())


def reread(question: Question, kept: Said, language: str) -> Read:
    """How what was kept is read: what is wrong with it stands beside the field again when the page is opened."""
    return said(question, fields(question, kept, language), language)[1] if kept.is_unread else Nothing()


def _note(question: Question, text: str) -> tuple[str, Problem | None]:
    """What is kept of what was seen or heard; one that is too long for a plan file is kept as typed, and said so."""
    read = noted(text) if question.is_figure else Nothing()
    return (text, read) if isinstance(read, Problem) else (str(read.value) if isinstance(read, Given) else "", None)


def _is_blank(texts: tuple[str, ...]) -> bool:
    return not any(text.strip() for text in texts)


def _period(question: Question, name: str) -> Period | None:
    """The period in which an amount was said, where that is another than the question's own."""
    found = next((period for period in PERIODS if period.name.lower() == name), None)
    return found if takes_period(question) and found is not question.period else None


def _in_own_period(question: Question, value: Value, period: Period | None) -> tuple[Value, Problem | None]:
    if period is None or not isinstance(value, (int, float)):
        return value, None
    amount = turned(value, period, question.period).turned.amount
    again = typed(question, shown(question, amount, "en"), "en")
    return (amount, None) if isinstance(again, Given) else (value, again if isinstance(again, Problem) else None)
