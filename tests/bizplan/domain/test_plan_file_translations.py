"""What texts say in other languages stands in a plan file, is read strictly and written back."""

import json

import pytest
from jsonschema import Draft202012Validator

from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.plan import Translation
from bizplan.domain.plan_file import PlanFileError
from bizplan.domain.schema import schema
from tests.bizplan.domain.test_importing import taken

VALIDATOR = Draft202012Validator(schema())
NEED = {"question": "idea.need", "language": "nl", "text": "Vers brood"}
NAME = {"question": "products[].name", "row": "bread", "language": "nl", "same": True}


def file(*versions, **more):
    document = {"format": 1, "language": "ar", "idea": {"need": "خبز"},
                "products": [{"id": "bread", "name": "Pitta"}], **more}
    return json.dumps({**document, "translations": list(versions)}, ensure_ascii=False)


def test_versions_come_through_reading_and_writing():
    text = file({**NEED, "by": "coach", "changed_since": True}, {**NEED, "language": "fr", "text": "Du pain"}, NAME)
    plan = plan_file.read(text)
    assert plan.translations == {
        ("idea.need", "", "nl"): Translation("Vers brood", "coach", stale=True),
        ("idea.need", "", "fr"): Translation("Du pain"), ("products[].name", "bread", "nl"): Translation()}
    assert plan_file.read(plan_file.write(plan)) == plan
    assert VALIDATOR.is_valid(json.loads(plan_file.write(plan)))


def test_a_file_without_versions_says_nothing_of_them():
    assert "translations" not in plan_file.as_document(plan_file.read('{"format": 1, "language": "ar"}'))


@pytest.mark.parametrize(("versions", "sentence"), [
    ({}, "translations is a section in braces: write its texts between square brackets."),
    (["x"], 'translations[0] is "x": write a text in another language between braces.'),
    ([{**NEED, "author": "Lien"}],
     'translations[0] is "author": choose from question, row, language, text, same, by, changed_since.'),
    ([{**NEED, "question": "idea.ned"}],
     'translations[0].question is "idea.ned": write the key of a question that is answered in words.'),
    ([{**NEED, "question": "products[].price"}],
     'translations[0].question is "products[].price": write the key of a question that is answered in words.'),
    ([{**NEED, "question": ["x"]}],
     "translations[0].question is a list: write the key of a question that is answered in words."),
    ([{**NEED, "language": "ar"}], 'translations[0].language is "ar": write one of nl, fr, en.'),
    ([{**NEED, "language": ["nl"]}], "translations[0].language is a list: write one of nl, fr, en."),
    ([{**NEED, "row": "bread"}],
     "translations[0].row names the row of an answer in a group, and stands nowhere else."),
    ([{**NAME, "row": "cake"}], "translations[0] has no answer that it translates: leave it out."),
    ([{**NAME, "row": "A b"}],
     'translations[0].row is "A b": an id is 1 to 40 small letters a-z, digits and underscores, in quotes.'),
    ([NEED, NEED], "translations[1] says a text in the same language a second time: keep one of the two."),
    ([{**NEED, "same": True}], 'translations[0] says neither or both of "text" and "same": write one of the two.'),
    ([{**NAME, "same": False}], "translations[0].same is false: write true, or a text instead."),
    ([{**NEED, "text": ""}], 'translations[0].text is "": write what the answer says in that language.'),
    ([{**NEED, "text": 3}], "translations[0].text is 3: write a text in quotes."),
    ([{**NEED, "text": "a\u0000"}], 'translations[0].text is "a\\x00": leave out the control characters.'),
    ([{**NEED, "by": "Lien"}], 'translations[0].by is "Lien": choose one of entrepreneur, coach, interpreter.'),
    ([{**NEED, "by": ["coach"]}], "translations[0].by is a list: choose one of entrepreneur, coach, interpreter."),
    ([{**NEED, "changed_since": 1}], "translations[0].changed_since is 1: write true or false, without quotes."),
])
def test_what_is_wrong_is_said_with_its_place(versions, sentence):
    text = json.dumps({**json.loads(file()), "translations": versions})
    with pytest.raises(PlanFileError) as raised:
        plan_file.read(text)
    assert str(raised.value) == sentence
    between_answers = "no answer" in sentence or "second time" in sentence
    assert VALIDATOR.is_valid(json.loads(text)) is between_answers


def test_a_key_that_stands_in_a_version_twice_is_refused():
    with pytest.raises(PlanFileError, match="stands here twice"):
        plan_file.read(file(NEED).replace('"language": "nl"', '"language": "nl", "language": "fr"'))


def test_a_version_comes_along_into_the_application_with_the_row_and_whether_it_is_behind():
    plan = plan_file.read(file(NEED, {**NEED, "language": "fr", "changed_since": True}, NAME))
    found = taken(plan).plan
    bread, = found.rows["products"]
    assert found.translations == {
        ("idea.need", "", "nl"): Translation("Vers brood"),
        ("idea.need", "", "fr"): Translation("Vers brood", stale=True),
        ("products[].name", bread, "nl"): Translation()}
    assert all(each.base == 0 for each in imported(plan) if "/" not in each.question)
