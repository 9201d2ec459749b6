"""What people touch: the pages of the application."""
