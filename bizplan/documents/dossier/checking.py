"""How a reader checks that this is the version which was released: the fingerprint, its code, and what is attached."""

from __future__ import annotations

from functools import cached_property

import segno
from reportlab.platypus import Flowable, Spacer

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import ROOM_FOR_CHAPTER, Beside, Room, Title, facts, text
from bizplan.documents.dossier.pages import Entry
from bizplan.documents.structure import figure
from bizplan.documents.style import INK
from bizplan.domain.fingerprint import grouped
from bizplan.domain.plan import Release
from bizplan.domain.recipients import NAMES

QUIET = 4
"""Modules that stay white around a code (ISO/IEC 18004)."""
SIDE = 92
MODEL, PLAN = "model.xlsx", "plan.json"
"""What the files inside a dossier are called."""


def checking_part(case: Case) -> list[Flowable]:
    """The part on checking; nothing in a dossier of which no version was released."""
    _, release = case.translate, case.original.release
    if not case.fingerprint or release is None:
        return []
    words = _("How to check this document")
    entry = Entry("checking", words, 0, f"{case.name_apart} · {words}")
    head = [Room(ROOM_FOR_CHAPTER), Spacer(1, 14), Title(case, [entry], words)]
    if not case.check_at:
        return [*head, *explained(case, release)]
    there = _("Scan the code or open {address}. The page says whether this version was released, and whether there is "
              "a newer one.").format(address=case.check_at)
    return [*head, Beside((1, 9, [*explained(case, release), text(case, there)]), (10, 12, [Code(case.check_at)]))]


def explained(case: Case, release: Release) -> list[Flowable]:
    """What the fingerprint is, what it rests on, and which files are inside."""
    _ = case.translate
    revision = [(_("Revision of the plan"), str(release.revision))] if release.revision else []
    return [
        text(case, _("Every version has a fingerprint. It stands at the foot of every page, on the first sheet of the "
                     "workbook and in the properties of this document. One other answer makes another fingerprint.")),
        facts(case, [(_("Fingerprint"), grouped(case.fingerprint)), (_("Made"), _(NAMES[release.recipient])),
                     (_("As of"), case.wording.day(case.as_of)), *revision]),
        text(case, _("Inside this PDF are two files: {model}, the model that keeps calculating, and {plan}, the "
                     "answers from which all of this follows. Both hold what this reader may see and no more.").format(
                         model=MODEL, plan=PLAN)),
    ]


class Code(Flowable):
    """A QR code as one drawing of squares, that any camera reads."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says

    @cached_property
    def rows(self) -> tuple[bytearray, ...]:
        """The modules from the top, 1 where it is dark; a quarter of them may be lost."""
        return tuple(segno.make_qr(self.says, error="q").matrix)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """A square."""
        self.width = self.height = min(width, SIDE)
        return self.width, self.height

    def draw(self) -> None:
        """Each row as the stretches of dark modules in it."""
        module = self.width / (len(self.rows) + 2 * QUIET)
        path = self.canv.beginPath()
        for down, row in enumerate(self.rows):
            for first, last in stretches(row):
                path.rect((first + QUIET) * module, self.height - (down + 1 + QUIET) * module, (last - first) * module,
                          module)
        self.canv.setFillColor(INK)
        with figure(self.canv, self.says, (0, 0, self.width, self.height)):
            self.canv.drawPath(path, stroke=0, fill=1)


def stretches(row: bytearray) -> list[tuple[int, int]]:
    """Where dark modules begin and end in a row."""
    edges = [place for place, (left, right) in enumerate(zip([0, *row], [*row, 0], strict=True)) if left != right]
    return list(zip(edges[::2], edges[1::2], strict=True))
