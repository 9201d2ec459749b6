"""The bilingual list as a workbook: made for an interpreter, and read with suspicion when it comes back."""

from .package import NotAList
from .reading import read_list
from .writing import Entry, write_list

__all__ = ["Entry", "NotAList", "read_list", "write_list"]
