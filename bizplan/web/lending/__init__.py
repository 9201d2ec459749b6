"""Pages about lending: which credit fits, what is handed in, and what becomes of it at the lender."""
