"""Charts that stand in the flow of the dossier."""

from reportlab.platypus import Flowable

from bizplan.documents.charts.painter import KEY_ROW, draw_plot, draw_shares, key_rows
from bizplan.documents.charts.plot import KeyEntry, Plot, Share

SHARES_HEIGHT = 12.5  # the bar, and the room between it and its key


class Chart(Flowable):
    """A chart over months, as wide as its column."""

    def __init__(self, plot: Plot, height: float = 150) -> None:
        super().__init__()
        self.plot, self.height = plot, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def draw(self) -> None:
        draw_plot(self.canv, self.plot, 0, 0, self.width, self.height)


class ShareBar(Flowable):
    """One bar in pieces with its key: who brings the money."""

    def __init__(self, pieces: tuple[Share, ...], mirrored: bool = False) -> None:
        super().__init__()
        self.pieces, self.mirrored = pieces, mirrored

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        rows = key_rows(tuple(KeyEntry(piece.words, piece.look) for piece in self.pieces), width)
        self.width, self.height = width, SHARES_HEIGHT + KEY_ROW * len(rows)
        return self.width, self.height

    def draw(self) -> None:
        draw_shares(self.canv, self.pieces, 0, self.height, self.width, self.mirrored)
