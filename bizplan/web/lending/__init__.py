"""Lending: from a dossier that is ready to the answer of a lender, and what lenders say of themselves."""
