"""Forms are made from the declarations: flat, a field for each thing that can be typed, and read back unchanged."""

import pytest
from wtforms import FieldList, FormField

from bizplan.domain import course
from bizplan.domain.answers import takes_period
from bizplan.domain.questions import QUESTIONS, Kind
from bizplan.domain.revisions import Deed
from bizplan.storage import plans
from bizplan.storage.plans import Change
from bizplan.web import forms
from tests.bizplan.web.opened import opened, shown

UNREADABLE = "\N{FACE WITH TEARS OF JOY} nothing"
READ_ANYWAY = {Kind.TEXT, Kind.LONG_TEXT}


@pytest.fixture
def row_of(storage, amal, plan):
    """Adds a row to a group where a page has one; the answer is what follows the address of the page."""
    def add(group):
        if not group:
            return ""
        with storage.writing() as tx:
            plans.save(tx, plan, amal, Change(Deed.ADD, group, "row"))
        return "/row"
    return add


@pytest.mark.parametrize("part", list(course.PARTS.values()), ids=lambda part: part.key)
def test_forms_are_flat_and_have_a_field_for_each_thing_that_can_be_typed(served, part):
    questions = tuple(dict.fromkeys(QUESTIONS[key] for page in part.pages for key in page.questions))
    with served.test_request_context("/en/"):
        form = forms.form_class(questions)()
    assert not any(isinstance(field, (FieldList, FormField)) for field in form)
    names = set(form._fields) - {"csrf_token", "base", "asked"}
    wanted = {question.key for question in questions}
    for question in questions:
        wanted |= {f"{question.key}:{what}" for what in ("evidence", "note", "unknown") if question.is_figure}
        wanted |= {f"{question.key}:period"} if takes_period(question) else set()
    assert names == wanted


@pytest.mark.parametrize("part", list(course.PARTS.values()), ids=lambda part: part.key)
def test_every_page_opens_for_a_coach_with_a_labelled_field_for_each_question(liens, plan, row_of, part):
    for page in part.pages:
        always = {key for key in page.questions if not QUESTIONS[key].when}
        if always:
            found = opened(liens, f"/en/plan/{plan}/study/{part.key}/{page.key}{row_of(page.group)}")
            assert always <= set(found.of("//main//form//@name")), page.key


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in READ_ANYWAY])
def test_what_cannot_be_read_of_any_kind_is_shown_again_and_the_summary_leads_to_its_field(liens, plan, row_of, kind):
    questions = [each for each in QUESTIONS.values()
                 if each.kind is kind and not each.when and course.is_on_a_page(each.key)]
    asked = questions[0]
    part, page = course.page_of(asked.key)
    address = f"/en/plan/{plan}/study/{part.key}/{page.key}{row_of(page.group)}"
    form = opened(liens, address)
    answer = form.send({asked.key: [UNREADABLE] * 12 if kind is Kind.TWELVE else UNREADABLE})
    again = shown(liens, answer)
    problem, = again.beside(asked.key)
    link, = again.of("//*[@id='problems']//a/@href")
    assert again.of("//*[@id='problems']//a") == [problem]
    assert again.tree.get_element_by_id(link.removeprefix("#")) is not None
    if kind not in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO, Kind.ROW):
        assert UNREADABLE in again.of(f"//*[@name='{asked.key}']/@value")


@pytest.mark.parametrize(("text", "number"), [
    ("0", 0), ("17", 17), ("999999999", 999999999), ("9999999999", 0), ("-1", 0), ("٣", 0), ("1.5", 0), ("", 0),
    ("x", 0), (" 1", 0),
])
def test_a_sequence_that_cannot_be_one_is_the_beginning(text, number):
    assert forms.sequence(text) == number
