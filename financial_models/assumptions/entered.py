"""A number that somebody gave, and what it rests on."""

from enum import IntEnum


class Grade(IntEnum):
    """What a number rests on, from a guess (1) to a contract (6)."""

    GUESS = 1
    DESK = 2
    CONVERSATION = 3
    QUOTE = 4
    TEST_SALE = 5
    CONTRACT = 6


class Entered(float):
    """An answer as a number: it calculates like a float and still knows its question, evidence and note.

    ``question`` is the key of the question, ``row`` the id of the row in a repeated group or "".
    """

    question: str
    row: str
    grade: Grade
    note: str

    def __new__(cls, value: float, question: str = "", row: str = "", grade: Grade = Grade.GUESS,
                note: str = "") -> "Entered":
        self = super().__new__(cls, value)
        self.question, self.row, self.grade, self.note = question, row, Grade(grade), note
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return Entered, (float(self), self.question, self.row, self.grade, self.note)
