"""The quick profile: a first verdict on a plan, with its reasons and what would have to be true.

``verdict(plan, today)`` needs no more than the questions of the quick profile.  What was not asked takes the usual
answer: the default of its question (a sole trader in main occupation, 21 % VAT in the price, declared each quarter,
sales as in a normal month from the first month on, a plan of 36 months that begins next month) or a figure of law;
``Verdict.assumed`` says which of these were taken.
"""

from .reason import Condition, Gate, Reason, Verdict
from .verdict import verdict

__all__ = ["Condition", "Gate", "Reason", "Verdict", "verdict"]
