"""Charts and marks of the dossier as vectors.

`scale` finds round amounts, `months` computes what a chart shows and where (`plot`), in parts of the
plot that know no painter; `painter` draws it on a page, `flowables` let it stand in the flow of text.
"""

from bizplan.documents.charts.flowables import Chart, ShareBar
from bizplan.documents.charts.marks import EvidenceStair, StateMark, draw_stair, draw_state
from bizplan.documents.charts.months import Limit, Series, cash_by_month, lines_by_month, shares, stacks_by_month
from bizplan.documents.charts.painter import draw_plot, draw_shares

__all__ = [
    "Chart",
    "EvidenceStair",
    "Limit",
    "Series",
    "ShareBar",
    "StateMark",
    "cash_by_month",
    "draw_plot",
    "draw_shares",
    "draw_stair",
    "draw_state",
    "lines_by_month",
    "shares",
    "stacks_by_month",
]
