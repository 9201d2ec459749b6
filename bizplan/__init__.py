"""The application: from the questions that an entrepreneur answers to what a lender reads."""
