"""A question on paper: its words in both languages, and the room that its kind of answer needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from bizplan.documents.paper.parts import Blank, Block, Languages, Pair, Ruled, Ticks
from bizplan.domain.coaching.paper import OnlyIf, Slot, Why
from bizplan.domain.measures import measure, periods
from bizplan.domain.questions import QUESTIONS, Above, Kind, Question
from bizplan.domain.readiness.sentences import N_, Translate
from bizplan.domain.units import period_words
from bizplan.translations import translator
from financial_models.readers import numerals

LONG, SHORT = 5, 1  # lines
NUMBER_ROOM, DAY_ROOM, YEAR_ROOM = 120.0, 34.0, 52.0
YES, NO = N_("Yes"), N_("No")
SEVERAL = N_("You may tick several.")
EXAMPLE = N_("For example: {example}")
NOT_READ = N_("We could not read this answer: “{text}”")
WAS_UNKNOWN = N_("Earlier you did not know this yet.")
ONLY_IF = N_("Only if your answer to {number} is: {answers}")
ONLY_ABOVE = N_("Only if your answer to {number} is more than {amount}")
DONT_KNOW = N_("I do not know yet")
KNOW = N_("How do you know?")
GRADES = "123456"
DAY, MONTH, YEAR = N_("day"), N_("month"), N_("year")

RowName = Callable[[str, str], str]


@dataclass(frozen=True)
class Asking:
    """The words of a paper in its languages, and what rows are called."""

    languages: Languages
    row_name: RowName
    rows: Mapping[str, Sequence[str]]

    def said(self, text: str) -> tuple[str, ...]:
        """A text in each language."""
        return tuple(translator(code)(text) for code in self.languages.codes)

    def told(self, text: str, tell: Callable[[str, Translate], Mapping[str, str]]) -> tuple[str, ...]:
        """A sentence in each language, filled with what that language says."""
        return tuple(translator(code)(text).format(**tell(code, translator(code))) for code in self.languages.codes)

    def together(self, text: str) -> str:
        """A word or two in both languages, one behind the other."""
        return " / ".join(dict.fromkeys(self.said(text)))

    def pair(self, text: str, look: str = "reason", *, quiet: bool = False, box: bool = False) -> Pair:
        """A text in both languages beside each other."""
        return Pair(self.languages, self.said(text), look, quiet, box, space=2)

    def block(self, slot: Slot) -> Block:
        """A question with everything that belongs to it."""
        question = slot.question
        parts: list[Flowable] = [self.pair(question.wording, "strong")]
        parts += [self.only_if(each) for each in slot.only_if]
        parts += [self.pair(text, quiet=True) for text in (question.help,) if text]
        if question.example:
            parts.append(self.line(EXAMPLE, lambda _code, say: {"example": say(question.example)}))
        if slot.why is Why.UNREAD:
            parts.append(self.line(NOT_READ, lambda _code, _say: {"text": " ".join(slot.said.text)[:200]}))
        elif slot.why is Why.UNKNOWN:
            parts.append(self.pair(WAS_UNKNOWN, quiet=True))
        return Block(self.languages, slot.number, [*parts, *self.room(question)])

    def line(self, text: str, tell: Callable[[str, Translate], Mapping[str, str]]) -> Pair:
        """A quiet sentence with values in it."""
        return Pair(self.languages, self.told(text, tell), "reason", quiet=True, space=2)

    def only_if(self, condition: OnlyIf) -> Pair:
        """For whom the question is meant."""
        asked = condition.condition
        if isinstance(asked, Above):
            return self.line(ONLY_ABOVE, lambda code, _say: {
                "number": str(condition.number), "amount": numerals.number(asked.number, code, 0)})
        question, among = QUESTIONS[asked.question], asked.among
        return self.line(ONLY_IF, lambda _code, say: {
            "number": str(condition.number), "answers": ", ".join(_label(question, each, say) for each in among)})

    def room(self, question: Question) -> list[Flowable]:
        """Where the answer is written or ticked."""
        if question.kind is Kind.YES_NO:
            return [Ticks(self.languages, [self.together(YES), self.together(NO)], 9)]
        if question.kind in (Kind.CHOICE, Kind.CHOICES):
            several = [self.pair(SEVERAL, quiet=True)] if question.kind is Kind.CHOICES else []
            return [*several, *(self.pair(each.label, box=True) for each in question.options)]
        if question.kind is Kind.ROW:
            return [Ticks(self.languages, [self.row_name(question.of, row) for row in self.rows.get(question.of, ())])]
        if question.kind in (Kind.DATE, Kind.CALENDAR_MONTH):
            return [Blank(self.languages, self.dated(question))]
        if question.is_figure:
            return self.figure(question)
        return [Ruled(self.languages, LONG if question.kind is Kind.LONG_TEXT else SHORT)]

    def dated(self, question: Question) -> list[tuple[float, str]]:
        """Room for the parts of a date."""
        rooms = [(DAY_ROOM, self.together(DAY)), (DAY_ROOM, self.together(MONTH)), (YEAR_ROOM, self.together(YEAR))]
        return rooms if question.kind is Kind.DATE else rooms[1:]

    def figure(self, question: Question) -> list[Flowable]:
        """Room for a number with its unit, how often, what it rests on, and that nobody knows it yet."""
        rest = [Ticks(self.languages, [self.together(DONT_KNOW)])]
        if question.kind is Kind.TWELVE:
            months = [" / ".join(dict.fromkeys(numerals.month_name(month, code) for code in self.languages.codes))
                      for month in range(1, 13)]
            return [*(Blank(self.languages, [(44.0, each) for each in months[at:at + 3]])
                      for at in range(0, 12, 3)), *rest]
        unit = " / ".join(dict.fromkeys(measure(question, code, translator(code)) for code in self.languages.codes))
        often = [" / ".join(dict.fromkeys(period_words(each, translator(code)) for code in self.languages.codes))
                 for each in periods(question)]
        known = Ticks(self.languages, [*GRADES, self.together(DONT_KNOW)])
        return [Blank(self.languages, [(NUMBER_ROOM, unit)]), *([Ticks(self.languages, often)] if often else []),
                Pair(self.languages, self.said(KNOW), "note", quiet=True, space=3), known]


def _label(question: Question, key: str | bool, say: Translate) -> str:
    if isinstance(key, bool):
        return say(YES if key else NO)
    option = question.option(key)
    return say(option.label) if option else key
