"""What is read from the one definition of each line: values, spreadsheet formulas, words."""
