"""What entrepreneur and coach say to each other about a plan, and what is judged of it."""

from .news import News
from .subject import About, Subject

__all__ = ["About", "News", "Subject"]
