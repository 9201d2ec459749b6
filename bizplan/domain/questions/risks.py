"""Phase 12."""

from .question import Phase

PHASE = Phase(12, "risks", "Risks", ())
