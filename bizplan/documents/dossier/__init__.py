"""The dossier: the plan as a document that a credit officer decides on, and the other documents made like it.

``writing`` puts a document together, ``kinds`` says which chapters each kind has; ``case`` is what it is made of;
``summary`` is its first page, a module a chapter follows; ``pages``, ``flow`` and ``tables`` are how pages, sections
and tables look.
"""

from bizplan.documents.dossier.kinds import KINDS
from bizplan.documents.dossier.writing import write_dossier

__all__ = ["KINDS", "write_dossier"]
