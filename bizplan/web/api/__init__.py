"""For other systems: what was handed in to a lender, as JSON for its own system, and the page for its tokens."""
