"""What entrepreneur and coach say to each other about a plan, and what is judged of it."""

from .mentions import mentioned
from .news import News
from .subject import About, Subject
from .threads import Comment, Quote, Standing, Step, Thread, ThreadKind

__all__ = ["About", "Comment", "News", "Quote", "Standing", "Step", "Subject", "Thread", "ThreadKind", "mentioned"]
