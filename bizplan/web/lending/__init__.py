"""Lending as pages: the work of an officer at a lender, and what entrepreneur and coach see of it."""
