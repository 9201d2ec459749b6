"""The blocks put together: from assumptions to a model whose every line can be valued, written and explained.

The order is that of the money: what is sold and bought, what it takes, whose money it is, what the state
and the family take, and what that makes of the bank, the profit and the balance sheet.
"""

from .whole import Plan, build

__all__ = ["Plan", "build"]
