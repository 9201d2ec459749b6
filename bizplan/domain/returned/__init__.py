"""The Excel model that comes back: where it comes from, what was changed in it, and which answers that would change."""

from .cells import Cells, Trouble
from .differences import Changed, Left, Why, differences, numbers_of
from .origin import Misplaced, Origin, Wrong, fingerprint, of_plan, told
from .review import Line, Review, lines

__all__ = ["Cells", "Changed", "Left", "Line", "Misplaced", "Origin", "Review", "Trouble", "Why", "Wrong",
           "differences", "fingerprint", "lines", "numbers_of", "of_plan", "told"]
