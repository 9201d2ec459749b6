"""Generated plan files: schema and reader agree, what is written reads the same, what is read can be calculated."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions, left_out
from bizplan.domain.plan_file import EVIDENCE, PlanFileError
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.schema import schema

VALIDATOR = Draft202012Validator(schema(), format_checker=FormatChecker(["date"]))
HEAD = {"format": 1, "language": "nl"}
WORDS = ["products", "household", "expenses", "incomes", "inform", "loans", "id", "value", "evidence", "price", "rent"]

awkward = st.sampled_from([
    None, True, False, -1, 0, 1, 1.5, 13, 61, 1e9, 1e10, 1e308, 10**25, "", "x", "a\nb", "a\x00", "\ud800",
    "2027-02-29", "2028-02-29", "2027-13", "2027-12", "2027-12\n", "20271201", "x" * 301, "ends\n", [], {}, ["x"],
    [1] * 12, [1] * 11, {"value": 3}, {"value": 3, "evidence": "quote", "note": "n"}, {"evidence": "quote"},
    {"value": 3, "evidence": "hearsay"}, {"value": 3, "source": "x"}, {"value": {"value": 3}}, {"id": "a"},
    [{"id": "a"}], [{"name": "a"}], [{"id": "a b"}],
])


def fitting(question):
    """Answers that fit the question."""
    whole = st.integers(int(question.low or 0), int(min(question.high or 0, 1e6)))
    figure = {
        Kind.TWELVE: st.lists(st.floats(question.low or 0, question.high or 0), min_size=12, max_size=12),
        Kind.WHOLE: whole, Kind.MONTHS: whole, Kind.PLAN_MONTH: whole,
    }.get(question.kind, st.floats(question.low or 0, question.high or 0))
    if question.is_figure:
        evidence = {"evidence": st.sampled_from(list(EVIDENCE)), "note": st.text("abc é", max_size=5)}
        return figure | st.fixed_dictionaries({"value": figure}, optional=evidence)
    keys = [option.key for option in question.options]
    return {
        Kind.TEXT: lambda: st.text(max_size=8), Kind.LONG_TEXT: lambda: st.text(max_size=8),
        Kind.DATE: lambda: st.dates().map(str), Kind.CALENDAR_MONTH: lambda: st.dates().map(lambda day: f"{day:%Y-%m}"),
        Kind.CHOICE: lambda: st.sampled_from(keys), Kind.YES_NO: st.booleans,
        Kind.CHOICES: lambda: st.lists(st.sampled_from(keys), max_size=3), Kind.ROW: lambda: st.just("a"),
    }[question.kind]()


def placed(document, question, answer):
    """Put an answer in its place in a document; rows of groups have the id a."""
    *sections, name = (question.group or question.key).split(".")
    home = document
    for section in sections:
        home = home.setdefault(section, {})
    if question.group:
        home.setdefault(name, [{"id": "a"}])[0][question.name] = answer
    else:
        home[name] = answer


@st.composite
def documents(draw):
    """Plan files with a few answers, some of which do not fit."""
    document = dict(HEAD)
    for key in draw(st.lists(st.sampled_from(list(QUESTIONS)), max_size=6, unique=True)):
        question = QUESTIONS[key]
        placed(document, question, draw(fitting(question) | awkward))
        if question.of:
            placed(document, QUESTIONS[f"{question.of}[].name"], "the row that is pointed at")
    return document


def is_read(document):
    """Whether the reader accepts a document."""
    return refusal(plan_file.read, json.dumps(document)) is None


def test_the_schema_is_a_json_schema():
    Draft202012Validator.check_schema(schema())


def points_at_a_row(document):
    """Whether what points at other rows points at the only row there is; a schema cannot say it."""
    pointing = [row.get("loan", "a") for row in document.get("drawings", [])]
    pointing += [row.get("equipment", "a") for row in document.get("grants", [])]
    return all(not isinstance(target, str) or target == "a" for target in pointing)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_the_reader_accepts_what_the_schema_accepts_and_nothing_else(document):
    if points_at_a_row(document):
        assert is_read(document) == VALIDATOR.is_valid(document)


@settings(max_examples=100, deadline=None)
@given(documents())
def test_a_plan_that_is_written_reads_as_the_same_plan(document):
    if is_read(document):
        plan = plan_file.read(json.dumps(document))
        assert plan_file.read(plan_file.write(plan)) == plan


def refusal(step, *given):
    """The error with which a step refuses what it was given, or None; any other error fails the test."""
    try:
        step(*given)
    except PlanFileError as error:
        return error
    return None


@settings(max_examples=200, deadline=None)
@given(documents())
def test_a_plan_that_is_read_is_calculated_or_refused_with_a_place(document):
    if is_read(document):
        plan = plan_file.read(json.dumps(document))
        left_out(plan)
        error = refusal(assumptions, plan)
        assert error is None or (error.place and "\n" not in str(error))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(WORDS), anything, max_size=5))
def test_whatever_stands_in_a_file_is_refused_in_one_sentence(document):
    error = refusal(plan_file.read, json.dumps({**HEAD, **document}))
    assert error is None or ("\n" not in str(error) and len(str(error)) < 400)


@given(st.binary(max_size=50) | st.text(max_size=50))
def test_what_is_no_plan_at_all_is_refused(content):
    assert str(refusal(plan_file.read, content))
