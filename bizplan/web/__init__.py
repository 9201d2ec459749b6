"""What people touch: pages that are complete without JavaScript, in four languages.

``application(config)`` makes the Flask application; each area of it is a file named as its templates' folder.
"""

from .application import application

__all__ = ["application"]
