"""Phase 2."""

from .question import Phase

PHASE = Phase(2, "competences", "Competences", ())
