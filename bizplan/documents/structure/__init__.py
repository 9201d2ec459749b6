"""The structure of a PDF document: what each thing on its pages is, in the order in which it is read.

Screen readers, and programs that take text out, follow it (PDF 32000-1, 14.7 and 14.8; PDF/UA-1).  ``elements`` is the
tree while it grows; ``foreign`` knows which of its texts are in another language; ``marking`` says on a canvas what is
being drawn: an element, a figure, a link, or nothing that is read; ``canvas`` takes all lines and shapes for
decoration unless told otherwise, ``objects`` writes the tree into the file and ``metadata`` what the file says about
itself.  Words that nobody said anything about are paragraphs.

On a canvas without a structure all of this does nothing.
"""

from bizplan.documents.structure.canvas import TaggedCanvas
from bizplan.documents.structure.elements import Place, Role, Structure
from bizplan.documents.structure.foreign import Foreign, Passage
from bizplan.documents.structure.marking import (
    artifact,
    figure,
    heading,
    in_words,
    link,
    passage,
    structure_of,
    tagged,
)

__all__ = [
    "Foreign",
    "Passage",
    "Place",
    "Role",
    "Structure",
    "TaggedCanvas",
    "artifact",
    "figure",
    "heading",
    "in_words",
    "link",
    "passage",
    "structure_of",
    "tagged",
]
