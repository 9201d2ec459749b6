"""Phase 14."""

from .question import Phase

PHASE = Phase(14, "planning", "Planning", ())
