"""The test phase: a trial in an activity cooperative, which invoices and keeps a share of the margin."""

from ..language import FLAG, MONEY, PERCENT, Balance, Block, Input, Line, larger


class TestPhase(Block):
    """The cooperative keeps its share of the margin and pays the rest out when the own business starts.

    During the trial there are no own contributions and no own VAT number, and the benefit goes on.
    """

    __test__ = False
    chapter = "Test phase"

    sales = Input("Revenue in the test phase", MONEY)
    goods = Input("Goods in the test phase", MONEY)
    commission = Input("Commission in the test phase", MONEY)
    share = Input("Share of the margin that the cooperative keeps", PERCENT, low=0, high=1)
    starting = Input("Month of the own start", FLAG)

    margin = Line("Margin of the test phase", MONEY, sales - goods - commission)
    fee = Line("Kept by the cooperative", MONEY, larger(margin, 0) * share)
    waiting = Balance("Margin waiting at the cooperative", MONEY)
    paid_out = Line("Paid out at the own start", MONEY, waiting.opening * starting)
    waiting.moves(+margin, -fee, -paid_out)
