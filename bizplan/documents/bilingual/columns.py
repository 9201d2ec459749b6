"""The columns of the bilingual list, counted from 1, and how wide they are."""

KEY, NUMBER, PART, QUESTION, QUESTION_OTHER, ORIGINAL, TRANSLATION, STATE, REMARK = range(1, 10)
LAST = REMARK
WIDTHS = (7.0, 9.0, 20.0, 32.0, 32.0, 48.0, 48.0, 16.0, 30.0)
KEY_HEAD = "bizplan"
"""What stands over the keys, in every language: by it a list is known again."""
