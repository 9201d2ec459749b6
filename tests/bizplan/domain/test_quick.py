"""The quick profile: existing questions on short pages, in the order of the study's third phase."""

from bizplan.domain.questions import GROUPS, QUESTIONS, QUICK


def test_every_question_exists_and_belongs_to_the_group_of_its_page():
    for page in QUICK:
        assert page.title and page.questions
        assert page.group == "" or page.group in GROUPS
        assert {QUESTIONS[key].group for key in page.questions} == {page.group}


def test_no_question_and_no_page_stands_there_twice():
    keys = [key for page in QUICK for key in page.questions]
    assert len(set(keys)) == len(keys)
    assert len({page.key for page in QUICK}) == len(QUICK)


def test_what_is_quick_in_idea_costs_money_and_household_is_asked_here():
    asked = {key for page in QUICK for key in page.questions}
    earlier = ("inform.", "applicant.")                     # the first two phases ask these themselves
    later = {"loans[].amount"}                              # a loan is looked for once the verdict says how much
    quick = {key for key, question in QUESTIONS.items() if question.quick and not key.startswith(earlier)}
    assert quick - later <= asked


def test_the_pages_go_from_what_is_sold_to_what_the_household_needs():
    order = ["idea.offer", "idea.need", "idea.customers", "products[].units", "products[].price",
             "products[].cost_per_unit", "costs[].amount", "equipment[].price", "own_money[].amount",
             "household.expenses.rent"]
    keys = [key for page in QUICK for key in page.questions]
    assert [key for key in keys if key in order] == order
