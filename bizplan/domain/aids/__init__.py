"""Helpers where people get stuck: each takes a few plain answers, and shows how it finds what it proposes.

An aid is opened beside a question: the cost price of one item, the capacity of a week, the instalment of a loan, the
permits of a trade.  It takes a frozen record and answers with a ``Slip``; what it proposes is taken over only by the
person.  Checklists, decision trees and their sources stand as data in TOML files beside the code.
"""

from .slip import DoesNotFit, Remark, Row, Slip, Step

__all__ = ["DoesNotFit", "Remark", "Row", "Slip", "Step"]
