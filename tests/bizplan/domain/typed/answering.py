"""Questions of every kind, and answers that fit them."""

from datetime import date

from hypothesis import strategies as st

from bizplan.domain.questions import QUESTIONS, Kind, Question
from bizplan.domain.written_values import FIRST_YEAR, LAST_YEAR, SMALLEST

LANGUAGES = ("nl", "fr", "en", "ar")
UNUSUAL = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=UNUSUAL), max_size=20)


def one_of_each_bounds() -> list[Question]:
    """One question of each kind and bounds."""
    found = {(each.kind, each.low, each.high, each.period, each.options[:1]): each for each in QUESTIONS.values()}
    return list(found.values())


def of_kind(kind: Kind, key: str = "") -> Question:
    """The first question of a kind, or the one with this key."""
    return QUESTIONS[key] if key else next(each for each in QUESTIONS.values() if each.kind is kind)


def values_of(question: Question) -> st.SearchStrategy:
    """Values that a plan can hold for a question."""
    days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
    keys = [option.key for option in question.options]
    written = TEXTS.filter(lambda text: text.strip())
    figures = _figures(question) if question.is_figure else st.nothing()
    return {
        Kind.TEXT: written, Kind.LONG_TEXT: written, Kind.DATE: days,
        Kind.CALENDAR_MONTH: days.map(lambda day: day.replace(day=1)), Kind.YES_NO: st.booleans(),
        Kind.CHOICE: st.sampled_from(keys) if keys else st.nothing(),
        Kind.CHOICES: st.lists(st.sampled_from(keys), min_size=1, unique=True).map(tuple) if keys else st.nothing(),
        Kind.ROW: st.from_regex(r"\A[a-z0-9_]{1,40}\Z"),
        Kind.TWELVE: st.lists(figures, min_size=12, max_size=12).map(tuple),
    }.get(question.kind, figures)


def _figures(question: Question) -> st.SearchStrategy:
    low, high = question.low, question.high
    whole = st.integers(-int(-low // 1), int(high))
    if question.kind in (Kind.WHOLE, Kind.MONTHS, Kind.PLAN_MONTH):
        return whole
    finely = st.floats(low, high).filter(lambda number: number == 0 or abs(number) >= SMALLEST)
    rounded = [
        st.floats(low, high).map(lambda number, places=places: round(number, places))
        .filter(lambda number: low <= number <= high and (number == 0 or abs(number) >= SMALLEST))
        for places in (1, 2, 3, 5)
    ]
    return st.one_of(whole, finely, *rounded)
