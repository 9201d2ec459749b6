"""Lending: what becomes of a plan at a lender, from what is handed in to the answer that comes back."""
