"""Helpers where people get stuck: a few plain questions, a slip that shows the sum, and a button that takes it over."""

from .area import AREA

__all__ = ["AREA"]
