"""What people touch: pages that are complete without JavaScript, in four languages.

``application.application(config)`` makes the Flask application; each area of it is named as its templates' folder.
"""
