"""Charts that stand in the flow of the dossier."""

from reportlab.platypus import Flowable

from bizplan.documents.charts.painter import draw_plot, draw_shares, shares_height
from bizplan.documents.charts.plot import Plot, Share
from bizplan.documents.structure import figure

DOT = " · "


class Chart(Flowable):
    """A chart over months, as wide as its column."""

    def __init__(self, plot: Plot, height: float = 150, says: str = "") -> None:
        super().__init__()
        self.plot, self.height = plot, height
        self.says = says or DOT.join(entry.words for entry in plot.key)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def draw(self) -> None:
        with figure(self.canv, self.says, (0, 0, self.width, self.height)):
            draw_plot(self.canv, self.plot, 0, 0, self.width, self.height)


class ShareBar(Flowable):
    """One bar in pieces with its key: who brings the money."""

    def __init__(self, pieces: tuple[Share, ...]) -> None:
        super().__init__()
        self.pieces = pieces

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, shares_height(self.pieces, width)
        return self.width, self.height

    def draw(self) -> None:
        draw_shares(self.canv, self.pieces, 0, self.height, self.width)
