"""Open questions on paper: in two languages side by side, with boxes to tick and room to write."""

from .writing import Paper, Printed, write_paper

__all__ = ["Paper", "Printed", "write_paper"]
