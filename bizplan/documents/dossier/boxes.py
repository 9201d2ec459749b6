"""The last line of a document: which characters it prints as a box, because no typeface has a letter form for them."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import Note, note
from bizplan.documents.text import boxes_printed

MOST_NAMED = 40


class Boxes(Flowable):
    """A remark that is made when everything before it is drawn; it takes no room where nothing is missing."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self.remark: Note | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the remark is."""
        missing = boxes_printed(self.canv) if hasattr(self, "canv") else ()
        self.remark = note(self.case, remark(self.case, missing)) if missing else None
        self.width, self.height = self.remark.wrap(width, height) if self.remark else (width, 0.0)
        return self.width, self.height

    def draw(self) -> None:
        """Draws the remark."""
        if self.remark:
            self.remark.drawOn(self.canv, 0, 0)


def remark(case: Case, missing: tuple[str, ...]) -> str:
    """The characters by their numbers in Unicode, which anybody can look up."""
    _ = case.translate
    numbers = [f"U+{ord(character):04X}" for character in missing]
    named = ", ".join(numbers[:MOST_NAMED])
    if len(numbers) > MOST_NAMED:
        named = _("{listed} and {count} more").format(listed=named, count=len(numbers) - MOST_NAMED)
    return _("These characters have no letter form here and print as a box: {listed}.").format(listed=named)
