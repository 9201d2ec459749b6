"""The business, a topic a file; each block reads like a page of a textbook."""
