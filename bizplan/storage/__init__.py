"""How it is kept: the only SQL of the application.

``Storage(database, seal)`` opens transactions; every other function here takes one and says in its name what it
does.  What people write is sealed before it reaches the database; ids, question keys and times stand clear.
"""

from .database import Database, Storage, Transaction, opened
from .sealing import Seal

__all__ = ["Database", "Seal", "Storage", "Transaction", "opened"]
