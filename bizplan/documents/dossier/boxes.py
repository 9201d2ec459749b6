"""The last line of a document: which characters it prints as a box, because no typeface has a letter form for them."""

from __future__ import annotations

from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import note
from bizplan.documents.text import boxes_printed

MOST_NAMED = 40


class Boxes(ActionFlowable):
    """A remark that is made when everything before it is drawn; where nothing is missing there is none."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case

    def apply(self, document: BaseDocTemplate) -> None:
        """Lays the remark out where the document ends."""
        missing = boxes_printed(document.canv)
        rest: list[Flowable] = [note(self.case, remark(self.case, missing))] if missing else []
        while rest:
            document.clean_hanging()
            document.handle_flowable(rest)


def remark(case: Case, missing: tuple[str, ...]) -> str:
    """The characters by their numbers in Unicode, which anybody can look up."""
    _ = case.translate
    numbers = [f"U+{ord(character):04X}" for character in missing]
    named = ", ".join(numbers[:MOST_NAMED])
    if len(numbers) > MOST_NAMED:
        named = _("{listed} and {count} more").format(listed=named, count=len(numbers) - MOST_NAMED)
    return _("These characters have no letter form here and print as a box: {listed}.").format(listed=named)
