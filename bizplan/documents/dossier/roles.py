"""What the rows and the cells of a table are to somebody who hears them: heads of columns, names of rows, cells."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from bizplan.documents.dossier.cells import CellRole, RowRoles
from bizplan.documents.dossier.columns import Column, Row
from bizplan.documents.structure import Place, Role, artifact, tagged

CELL, NAME, HEAD = CellRole("TD"), CellRole("TH", "Row"), CellRole("TH", "Column")


class TableRoles:
    """The roles in one table, however many pages it goes on over; one column without a head is a list."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        self.columns = columns
        self.is_list = len(columns) == 1 and not columns[0].head
        self.table: Role = "L" if self.is_list else "Table"
        self.place, self.head, self.body = Place(), Place(), Place()
        self.names = {place for place, column in enumerate(columns) if column.names} | self.first_words(rows)

    def first_words(self, rows: Sequence[Row]) -> set[int]:
        """The first column of words, which says what a row is about; that of figures where there is no other."""
        said = sorted({place for row in rows if row.kind != "part" for place in self.said(row)})
        words = [place for place in said if not self.columns[place].figures]
        return set((words or said)[:1])

    def of_row(self, row: Row, is_head: bool) -> RowRoles:
        """What a row and its cells are."""
        count = len(self.columns)
        if self.is_list:
            return RowRoles("LI", [CellRole("LBody")])
        if row.kind == "part":
            return RowRoles("TR", [CellRole("TH", "Column", count), *[None] * (count - 1)])
        if is_head:
            return RowRoles("TR", [HEAD if column.head else CELL for column in self.columns])
        said = self.said(row)
        named = self.names.intersection(said) or {place for place in said if not self.columns[place].figures}
        first = min(named, default=None)
        return RowRoles("TR", [NAME if place == first or place in self.names & named else CELL
                               for place in range(count)])

    def said(self, row: Row) -> list[int]:
        """The columns in which words or figures of a row stand."""
        return [place for place, cell in enumerate(row.cells) if cell and not isinstance(cell, Flowable)]

    def drawn_head(self, canvas: Canvas) -> AbstractContextManager[None]:
        """Around the head of the columns, which is not read again on the pages that follow."""
        return artifact(canvas) if self.head.element else tagged(canvas, "THead", self.head)

    def drawn_body(self, canvas: Canvas) -> AbstractContextManager[None]:
        """Around the rows below it."""
        return nullcontext() if self.is_list else tagged(canvas, "TBody", self.body)
