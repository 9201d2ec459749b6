"""What an aid asks: fields declared as the study declares its questions, so that they are read by the same rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bizplan.domain.aids import DoesNotFit
from bizplan.domain.plan import Value
from bizplan.domain.questions import QUESTIONS, Kind, Period, Question
from bizplan.domain.questions.question import LARGEST_AMOUNT, Option, Vat

Values = Mapping[str, Value]
MOST_LINES = 20


@dataclass(frozen=True)
class Lines:
    """Fields that are asked several times over, such as the materials of a batch."""

    key: str
    title: str
    fields: tuple[Question, ...]
    least: int
    more: str

    def named(self, number: int) -> tuple[Question, ...]:
        """The fields of one line, the first being 1, each with a name of its own."""
        return tuple(replace(each, key=f"{self.key}-{number}-{each.key}") for each in self.fields)

    def read(self, values: Values) -> tuple[Values, ...]:
        """The lines in which something was filled in, each by the names of its fields."""
        found = ({each.key: values[name.key] for each, name in zip(self.fields, self.named(number), strict=True)
                  if name.key in values} for number in range(1, MOST_LINES + 1))
        return tuple(line for line in found if line)

    def complete(self, values: Values, needed: Sequence[str], asking: str) -> tuple[Values, ...]:
        """The lines as above; one that was half filled in asks for what it needs."""
        for number in range(1, MOST_LINES + 1):
            names = {each.key: name.key for each, name in zip(self.fields, self.named(number), strict=True)}
            empty = [names[each] for each in needed if names[each] not in values]
            if empty and any(name in values for name in names.values()):
                raise DoesNotFit(empty[0], asking, {})
        return self.read(values)

    def shown(self, lines: Sequence[Values]) -> dict[str, Value]:
        """Lines as values by the names of the form."""
        return {f"{self.key}-{number}-{name}": value for number, line in enumerate(lines[:MOST_LINES], 1)
                for name, value in line.items()}


def amount(key: str, ask: str, help: str = "", *, vat: Vat = Vat.NONE, period: Period = Period.NONE,
           required: bool = False, low: float = 0) -> Question:
    """An amount in euros."""
    return Question(key, ask, Kind.AMOUNT, help=help, vat=vat, period=period, low=low, high=LARGEST_AMOUNT, unit="EUR",
                    required=required)


def number(key: str, ask: str, help: str = "", *, unit: str = "", period: Period = Period.NONE, low: float = 0,
           high: float = LARGEST_AMOUNT, required: bool = False) -> Question:
    """A plain number, with what it counts."""
    return Question(key, ask, Kind.NUMBER, help=help, unit=unit, period=period, low=low, high=high, required=required)


def whole(key: str, ask: str, help: str = "", *, low: float, high: float, unit: str = "",
          required: bool = False) -> Question:
    """A whole number within its bounds."""
    return Question(key, ask, Kind.WHOLE, help=help, unit=unit, low=low, high=high, required=required)


def share(key: str, ask: str, help: str = "", *, high: float = 1, required: bool = False) -> Question:
    """A part of the whole, typed as a percentage."""
    return Question(key, ask, Kind.SHARE, help=help, low=0, high=high, required=required)


def text(key: str, ask: str, help: str = "") -> Question:
    """A line of text."""
    return Question(key, ask, Kind.TEXT, help=help)


def yes_no(key: str, ask: str, help: str = "") -> Question:
    """Yes or no."""
    return Question(key, ask, Kind.YES_NO, help=help)


def choice(key: str, ask: str, options: Sequence[tuple[str, str]], help: str = "", *, several: bool = False,
           required: bool = False) -> Question:
    """One of a few, or several of them; options are pairs of a key and its words."""
    return Question(key, ask, Kind.CHOICES if several else Kind.CHOICE, help=help, required=required,
                    options=tuple(Option(name, words) for name, words in options))


def like(key: str, question: str, **changes: object) -> Question:
    """A field that asks what a question of the study asks, under a name of its own."""
    changes = {"when": (), "required": False, "coach": False, "default": None, "proof": "", "example": "", **changes}
    return replace(QUESTIONS[question], key=key, **changes)             # type: ignore[arg-type]


def several(several_values: Value | None) -> tuple[str, ...]:
    """The choices that were made, none where nothing was answered."""
    return tuple(str(each) for each in several_values) if isinstance(several_values, tuple) else ()


def numeric(value: Value | None, otherwise: float = 0.0) -> float:
    """A number that was answered, or what counts where nothing was."""
    return float(value) if isinstance(value, (int, float)) else otherwise
