"""A plan file that cannot be used is refused in one sentence: the place, the value, what to do."""

import json
from time import process_time

import pytest

from bizplan.domain import plan_file
from bizplan.domain.assumptions import assumptions
from bizplan.domain.calculation import built
from bizplan.domain.plan_file import PlanFileError
from financial_models.assumptions import Grade

HEAD = '"format": 1, "language": "nl"'


def refusal(text):
    """The sentence with which a text is refused."""
    with pytest.raises(PlanFileError) as raised:
        assumptions(plan_file.read(text))
    return str(raised.value)


def product(answers):
    """A plan file with one product of these answers."""
    return f'{{{HEAD}, "products": [{{"id": "bread", {answers}}}]}}'


@pytest.mark.parametrize(("text", "sentence"), [
    ("", "The plan file is not JSON (line 1, column 1): mend it there, or export the plan again."),
    ("[]", 'The plan file is not a plan: a plan begins with {"format": 1, "language": "nl"}.'),
    ("{}", "format is missing: write 1."),
    ('{"format": 2, "language": "nl"}', "format is 2: this version reads plan files of format 1."),
    ('{"format": true, "language": "nl"}', "format is true: this version reads plan files of format 1."),
    ('{"format": 1}', "language is missing: write one of nl, fr, en, ar, fa, ps, ti, uk, tr."),
    ('{"format": 1, "language": "../../"}', 'language is "../../": write one of nl, fr, en, ar, fa, ps, ti, uk, tr.'),
    (f'{{{HEAD}, "prducts": []}}', "prducts is not a question of the study: did you mean products?"),
    (f'{{{HEAD}, "": 1}}', '"" is not a question of the study: leave it out (bizplan schema lists the questions).'),
    (f'{{{HEAD}, "products": {{}}}}', "products is a section in braces: write its rows between square brackets."),
    (f'{{{HEAD}, "products": [{{}}]}}', 'products[0] has no "id": give each row an id of its own.'),
    (f'{{{HEAD}, "household": []}}', "household is a list: write its answers by name between braces."),
    (f'{{{HEAD}, "inform": {{"start": "2027-13"}}}}', 'inform.start is "2027-13": write a month as 2027-03.'),
    (f'{{{HEAD}, "applicant": {{"born": "1999-02-29"}}}}',
     'applicant.born is "1999-02-29": write an existing day as 2027-03-31.'),
    (f'{{{HEAD}, "projection": {{"months": 0}}}}', "projection.months is 0: write a whole number from 36 to 60."),
    (f'{{{HEAD}, "projection": {{"months": 61}}}}', "projection.months is 61: write a whole number from 36 to 60."),
    (f'{{{HEAD}, "projection": {{"months": 36.5}}}}', "projection.months is 36.5: write a whole number from 36 to 60."),
    (f'{{{HEAD}, "rules": {{"category": "mian"}}}}', 'rules.category is "mian": did you mean "main"?'),
    (f'{{{HEAD}, "rules": {{"primostarter": "yes"}}}}',
     'rules.primostarter is "yes": write true or false, without quotes.'),
    (f'{{{HEAD}, "inform": {{"start": "2023-01"}}}}',
     'inform.start is "2023-01": first year of the plan: write a number from 2024 to 2045.'),
])
def test_what_is_wrong_with_a_file_is_said_in_one_sentence(text, sentence):
    assert refusal(text) == sentence


@pytest.mark.parametrize(("answers", "sentence"), [
    ('"price": NaN', "products[0].price is NaN: write a number from 0 to 1,000,000,000."),
    ('"price": -Infinity', "products[0].price is -Infinity: write a number from 0 to 1,000,000,000."),
    ('"price": 1e400', "products[0].price is 1e400: write a number from 0 to 1,000,000,000."),
    ('"price": true', "products[0].price is true: write a number from 0 to 1,000,000,000."),
    ('"price": "4,20"', 'products[0].price is "4,20": write a number from 0 to 1,000,000,000.'),
    ('"price": null', "products[0].price is null: write a number from 0 to 1,000,000,000."),
    ('"price": 1, "price": 2', "products[0].price stands here twice: keep one of the two."),
    ('"units": -4', "products[0].units is -4: write a number from 0 to 1,000,000,000."),
    ('"waste": 20', "products[0].waste is 20: write a number from 0 to 0.95, such as 0.21 for 21 %."),
    ('"season": [1, 1]', "products[0].season is a list: write twelve numbers between brackets, January first."),
    ('"name": "a\\u0000b"', 'products[0].name is "a\\x00b": write it on one line, without control characters.'),
    ('"name": "\\ud800"', 'products[0].name is "\\ud800": write it on one line, without control characters.'),
    ('"price": {"evidence": "quote"}',
     'products[0].price has no "value": write the number, or leave the whole answer out.'),
    ('"price": {"value": 4, "evidence": "hearsay"}',
     'products[0].price.evidence is "hearsay": choose one of guess, desk, conversation, quote, test_sale, contract.'),
    ('"paid_after_2": 0.3, "never_paid": 0.8',
     "products[0].never_paid is 0.8: the shares paid later and never come to 1.1, make them 1 at most."),
    ('"paid_after_1": 0.7, "never_paid": 0.5',
     "products[0].paid_after_1 is 0.7: the shares paid later and never come to 1.2, make them 1 at most."),
])
def test_what_is_wrong_with_an_answer_is_said_with_its_place(answers, sentence):
    assert refusal(product(answers)) == sentence


@pytest.mark.parametrize("grace", [12, 13])
def test_a_grace_as_long_as_the_loan_is_refused_at_its_place(grace):
    text = f'{{{HEAD}, "loans": [{{"id": "a", "amount": 1000, "rate": 0.1, "months": 12, "grace": {grace}}}]}}'
    assert refusal(text) == (f"loans[0].grace is {grace}: the months without repayment must be fewer than "
                             "the 12 months of the loan.")


def test_parts_of_a_loan_that_do_not_add_up_are_refused():
    loan = '"loans": [{"id": "a", "amount": 1000, "rate": 0.1, "months": 12}]'
    half = '"drawings": [{"id": "d", "loan": "a", "month": 1, "share": 0.5}]'
    sentence = "drawings[0].share and the other parts of this loan come to 0.5: they must add up to 1."
    assert refusal(f"{{{HEAD}, {loan}, {half}}}") == sentence


def test_a_part_of_a_loan_that_is_paid_out_after_its_end_is_refused_at_the_loan():
    loan = '"loans": [{"id": "a", "amount": 1000, "rate": 0.1, "months": 12}]'
    parts = ('{"id": "d", "loan": "a", "month": 1, "share": 0.5}, '
             '{"id": "e", "loan": "a", "month": 40, "share": 0.5}')
    late = f'"drawings": [{parts}]'
    assert refusal(f"{{{HEAD}, {loan}, {late}}}").startswith("loans[0] cannot be calculated, drawings is 40: ")


@pytest.mark.parametrize("price", [1000, 12345678])
def test_a_lease_that_costs_more_than_its_price_is_refused_at_its_place(price):
    paid = f'"price": {price}, "down_payment": {price}, "purchase_option": 300'
    lease = f'{{"id": "a", "months": 12, "rate": 0.1, {paid}}}'
    sentence = ("leases[0].purchase_option is 300: what is paid at once and at the end must not be more "
                f"than the price of {price}.")
    assert refusal(f'{{{HEAD}, "leases": [{lease}]}}') == sentence


def test_a_plan_that_begins_before_its_law_is_known_is_refused_at_its_start():
    plan = plan_file.read(f'{{{HEAD}, "inform": {{"start": "2024-01"}}, "rules": {{"vat_regime": "exempt"}}}}')
    with pytest.raises(PlanFileError) as raised:
        built(plan)
    assert str(raised.value) == ('inform.start is "2024-01": vat.exemption.overshoot_share is known from 2025-01-01, '
                                 "let the plan begin then or later.")


def test_a_number_next_to_nothing_is_nothing():
    plan = plan_file.read(product('"price": 1e-320, "units": 1e-10'))
    assert (plan.value("products[].price", "bread"), plan.value("products[].units", "bread")) == (0, 0)


def test_a_path_that_does_not_print_is_shown_on_one_line(tmp_path):
    with pytest.raises(PlanFileError) as raised:
        plan_file.load(tmp_path / "a\nb.json")
    assert "a\\nb.json cannot be opened" in str(raised.value)


def test_a_row_that_points_at_no_row_is_refused():
    text = f'{{{HEAD}, "grants": [{{"id": "g", "equipment": "oven"}}]}}'
    assert refusal(text) == 'grants[0].equipment is "oven": write the id of a row of equipment.'


def test_two_rows_with_one_id_are_refused():
    text = f'{{{HEAD}, "costs": [{{"id": "a"}}, {{"id": "a"}}]}}'
    assert refusal(text) == 'costs[1].id is "a": an earlier row has that id already, give each row its own.'


def test_a_million_products_are_refused_before_they_are_read():
    assert refusal(f'{{{HEAD}, "products": [{"{},"* 300}{{}}]}}') == "products has 301 rows: write at most 200."
    assert refusal(f'{{{HEAD}, "products": [{"{},"* 1_000_000}{{}}]}}').startswith("The plan file is larger than 2 MB")


def test_deep_nesting_huge_integers_and_other_encodings_are_refused():
    assert "nested more than" in refusal("[" * 100_000)
    assert "write a number from" in refusal(product('"price": ' + "9" * 5_000))
    assert "not UTF-8" in refusal(b'{"format": 1, "language": "\xff"}')
    assert "not JSON" in refusal('{"format": 1' * 3)


ENDLESS = '"' + '\\"' * 900_000
MANY_KEYS = f"{{{HEAD}, " + ", ".join(f'"k{n}": 1' for n in (*range(120_000), 119_999)) + "}"


@pytest.mark.parametrize("text", [ENDLESS, ENDLESS + "\\", MANY_KEYS],
                         ids=["a text that never ends", "half a sign at the end", "many keys and the last one twice"])
def test_a_large_file_that_is_no_plan_is_refused_in_an_instant(text):
    began = process_time()
    assert refusal(text)
    assert process_time() - began < 5


def test_a_value_is_shown_on_one_short_line():
    sentence = refusal(product('"name": "' + "x" * 400 + '"'))
    assert sentence == f'products[0].name is "{"x" * 39}…": write at most 300 characters, here are 400.'


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PlanFileError, match=r"plan\.json cannot be opened: No such file or directory"):
        plan_file.load(tmp_path / "plan.json")


def test_a_bare_number_counts_as_a_guess_and_is_written_bare_again():
    document = {"format": 1, "language": "nl", "household": {"expenses": {"rent": 650}}}
    plan = plan_file.read(json.dumps(document))
    assert plan.answer("household.expenses.rent").grade is Grade.GUESS
    assert json.loads(plan_file.write(plan)) == document


def test_a_plan_is_written_as_it_was_read():
    document = {
        "format": 1, "language": "ar",
        "inform": {"start": "2027-03", "idea": "خبز طازج"},
        "applicant": {"born": "1990-02-28", "residence": {"status": "recognised_refugee"}},
        "marketing": {"channels": ["shop", "market"]},
        "products": [
            {"id": "bread", "price": {"value": 4.2, "evidence": "quote", "note": "three bakeries"}, "season": [1] * 12},
            {"id": "cake", "price": {"value": 18, "evidence": "guess"}, "price_includes_vat": False},
        ],
        "costs": [],
    }
    assert json.loads(plan_file.write(plan_file.read(json.dumps(document)))) == document
