"""Lending: from a plan that is ready to the answer of a lender, as its people touch it."""
