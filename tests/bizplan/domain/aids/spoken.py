"""What a slip says, so that tests can read it: every line in every language, and in English to compare."""

from bizplan.domain.questions import GROUPS, QUESTIONS
from bizplan.domain.readiness.sentences import phrase, sentence
from bizplan.domain.written_values import understood, written
from bizplan.translations import LANGUAGES, translator


def said(slip, language="en"):
    """The lines of a slip, label and value, without no-break spaces."""
    translate = translator(language)
    lines = [(phrase(step.label, step.values, language, translate), step.value.said(language, translate))
             for step in slip.steps]
    return [(label.replace("\u00a0", " "), value.replace("\u00a0", " ")) for label, value in lines]


def remarked(slip, language="en"):
    """The remarks of a slip."""
    return [sentence(remark, language, translator(language)).replace("\u00a0", " ") for remark in slip.remarks]


def is_whole(slip):
    """Asserts that all languages can say the slip, and that the study takes what it proposes."""
    for language in LANGUAGES:
        assert all(label and value for label, value in said(slip, language))
        assert all("{" not in line for line in remarked(slip, language))
    for key, value in slip.proposes.items():
        assert understood(QUESTIONS[key], written(QUESTIONS[key], value), key) == value
    for row in slip.rows:
        assert row.group in GROUPS
        for key, value in {**row.answers, **row.texts}.items():
            assert QUESTIONS[key].group == row.group
            assert understood(QUESTIONS[key], value, key) == value
    return True
