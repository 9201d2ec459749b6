"""What is wrong with a plan file, or with what is asked of it: the place, the value found and what to do."""

LONGEST_SHOWN = 40


class PlanFileError(ValueError):
    """A plan file that cannot be used; ``place`` is where, such as ``products[2].price`` (rows count from 0)."""

    def __init__(self, place: str, problem: str):
        self.place, self.problem = place, problem
        super().__init__(f"{place} {problem}" if place else problem)


class Refused(ValueError):
    """What was asked cannot be done; the message says what to ask instead."""


def refused(place: str, value: object, advice: str) -> PlanFileError:
    """The error for a value that cannot be used, with what to write instead."""
    return PlanFileError(place, f"is {shown(value)}: {advice}{'' if advice.endswith('?') else '.'}")


def shown(value: object) -> str:
    """A value as it stands in the file, on one line and shortened."""
    if isinstance(value, dict):
        return "a section in braces"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, float) and value.is_integer():
        return _short(str(int(value)))
    return _short(repr(value))


def on_one_line(text: str) -> str:
    """The text itself, or its codes where it has characters that do not print."""
    return text if text.isprintable() else text.encode("unicode_escape").decode("ascii")


def _quoted(text: str) -> str:
    return '"' + _short(on_one_line(text)) + '"'


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
