"""The tests: the names of the code again, and beside them properties, agreement and the rules of the house."""
