"""What entrepreneur and coach do together: the desk, threads, suggestions, reviews, meetings; an area a file."""
