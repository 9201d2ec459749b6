"""The dossier: the plan as a document that a credit officer decides on.

``writing`` puts it together; ``case`` is what it is made of; ``summary`` is its first page, a module a chapter
follows; ``pages``, ``flow`` and ``tables`` are how pages, sections and tables look.
"""

from bizplan.documents.dossier.writing import write_dossier

__all__ = ["write_dossier"]
