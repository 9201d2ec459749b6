"""The four gates: a coach decides with reasons; the checks only show what they found."""

import pytest

from bizplan.domain.people import Role
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import judgements, participants, people, plans
from bizplan.storage.plans import Change
from tests.bizplan.web.conftest import signed_in
from tests.bizplan.web.opened import opened, shown

ALL = ("profile", "market_and_person", "figures", "dossier")


@pytest.fixture
def home(bakery):
    """The address of the bakery."""
    return f"/en/plan/{bakery}"


@pytest.fixture
def decided(storage, bakery):
    """How a gate of the bakery stands."""
    def of(gate="profile"):
        with storage.reading() as tx:
            return judgements.judged(tx, bakery).gates[gate]
    return of


def decide(browser, home, gate="profile", **fields):
    page = opened(browser, f"{home}/gates/{gate}")
    typed = {"outcome": "go", "reasons": "De prijs is getest.", **{name.replace("_", "-"): value
                                                                  for name, value in fields.items()}}
    form = next(each for each in page.tree.forms if each.get("action").endswith("/decide"))
    return browser.client.post(form.get("action"), data={**dict(form.form_values()), **typed})


def pressed(browser, page, action):
    """The page after a button of it was pressed."""
    return opened(browser, page.press(action).headers["Location"])


def test_go_if_carries_reasons_conditions_with_a_day_the_name_and_the_moment(amals, liens, home, decided):
    decide(liens, home, outcome="go if", condition_0="Huurcontract", by_0="2027-01-31")
    page = opened(amals, f"{home}/gates/profile")
    for words in ("Yes, if …", "De prijs is getest.", "Huurcontract", "31 January 2027", "Lien", "2026",
                  "Go on, and do what stands here"):
        assert words in page.text
    assert decided().decision.outcome is Gate.GO_IF
    above = opened(amals, f"{home}/").text
    assert "Huurcontract" in above and "31 January 2027" in above and "Yes, if …" in above


@pytest.mark.parametrize(("fields", "field", "words"), [
    ({"outcome": ""}, "outcome", "Choose one of the three."),
    ({"outcome": "perhaps"}, "outcome", "Choose one of the three."),
    ({"reasons": " "}, "reasons", "Say why"),
    ({"reasons": "x" * 100_000}, "reasons", "at most"),
    ({"outcome": "go if"}, "condition-0", "write at least one thing"),
    ({"outcome": "go if", "condition_0": "Huurcontract"}, "by-0", "by which day"),
    ({"outcome": "go if", "by_0": "2027-01-31"}, "condition-0", "what has to be done"),
    ({"outcome": "go if", "condition_0": "Huurcontract", "by_0": "31 februari 2027"}, "by-0", ""),
    ({"outcome": "go if", "condition_0": "y" * 5_000, "by_0": "2027-01-31"}, "condition-0", "at most"),
    ({"outcome": "go", "condition_0": "Huurcontract", "by_0": "2027-01-31"}, "outcome", "With conditions it is"),
    ({"sequence": "999999"}, "reasons", "too old"),
    ({"sequence": ""}, "reasons", "too old"),
])
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(liens, home, decided, fields, field, words):
    page = shown(liens, decide(liens, home, **fields))
    assert any(words in each for each in page.beside(field)) and page.beside(field)
    assert decided().decision is None
    assert page.of("//textarea")[0].strip() == fields.get("reasons", "De prijs is getest.").strip()
    typed = fields.get("condition_0", "")
    assert page.tree.xpath("//input[@name='condition-0']")[0].get("value") == typed


def test_rows_for_conditions_are_added_without_a_script(liens, home, decided):
    answer = decide(liens, home, outcome="go if", more="1", **{
        f"{name}_{at}": value for at in range(3) for name, value in (("condition", f"c{at}"), ("by", "2027-01-31"))})
    page = shown(liens, answer)
    assert len(page.tree.xpath("//input[starts-with(@name, 'condition-')]")) == 5
    assert page.beside("reasons") == [] and decided().decision is None


def test_a_decision_on_earlier_answers_is_told_with_the_difference(amals, liens, amal, home, decided, storage, bakery):
    decide(liens, home)
    with storage.writing() as tx:
        now = plans.plan(tx, bakery).sequence
        plans.save(tx, bakery, amal, Change(Deed.ANSWER, "idea.need", "", Said(("Koek",), "Koek"), base=now))
    assert decided().is_on_earlier_answers
    page = opened(amals, f"{home}/gates/profile")
    assert "Decided on earlier answers" in page.text
    assert "Koek" in page.of("//section[@aria-labelledby='changed']//dd/b")
    assert "Decided on earlier answers" in opened(amals, f"{home}/").text


def test_earlier_decisions_stay_readable(amals, liens, home, decided):
    decide(liens, home, outcome="not yet", reasons="De huur is te hoog.")
    decide(liens, home, outcome="go", reasons="De huur zakte.")
    page = opened(amals, f"{home}/gates/profile")
    assert "De huur is te hoog." in page.text and "De huur zakte." in page.text
    assert decided().decision.outcome is Gate.GO


def test_a_colleague_who_decided_meanwhile_is_read_first(app, liens, home, storage, bakery, decided):
    with storage.writing() as tx:
        noor = people.add_person(tx, "Noor", "nl", "noor@example.org")
        people.give_role(tx, noor, Role.COACH, None)
        participants.let_in(tx, bakery, noor, Role.COACH)
    noors = signed_in(app, storage, noor)
    page = opened(noors, f"{home}/gates/profile")
    decide(liens, home, reasons="Van Lien")
    form = next(each for each in page.tree.forms if each.get("action").endswith("/decide"))
    typed = {"outcome": "not yet", "reasons": "Van Noor"}
    again = shown(noors, noors.client.post(form.get("action"), data={**dict(form.form_values()), **typed}))
    assert "Somebody decided here while you wrote" in again.text and "Van Lien" in again.text
    assert again.of("//textarea") == ["Van Noor"] and decided().decision.reasons == "Van Lien"
    form = next(each for each in again.tree.forms if each.get("action").endswith("/decide"))
    assert noors.client.post(form.get("action"), data=dict(form.form_values())).status_code == 302
    assert decided().decision.reasons == "Van Noor"


def test_a_decision_sent_twice_is_one(liens, home, decided):
    page = opened(liens, f"{home}/gates/figures")
    form = next(each for each in page.tree.forms if each.get("action").endswith("/decide"))
    for _ in range(2):
        sent = {**dict(form.form_values()), "outcome": "go", "reasons": "Goed"}
        assert liens.client.post(form.get("action"), data=sent).status_code == 302
    assert len(decided("figures").decisions) == 1


@pytest.mark.parametrize("gate", ALL)
def test_the_machine_shows_what_it_found_and_decides_nothing(amals, liens, home, gate, decided):
    for browser in (amals, liens):
        page = opened(browser, f"{home}/gates/{gate}")
        assert "What the computer found" in page.text and "It does not decide" in page.text
    assert decided(gate).decision is None
    assert "Not decided yet" in opened(amals, f"{home}/gates/").text


@pytest.mark.parametrize("gate", ALL)
def test_a_plan_without_figures_has_its_gates_too(liens, plan, gate):
    assert "What the computer found" in opened(liens, f"/en/plan/{plan}/gates/{gate}").text


def test_at_the_figures_stand_the_signals_and_at_the_dossier_the_papers_and_the_parts(liens, home):
    figures, dossier = (opened(liens, f"{home}/gates/{gate}").text for gate in ("figures", "dossier"))
    assert "Can the loan be repaid?" in figures and "Are the papers complete?" not in figures
    assert "Are the papers complete?" in dossier and dossier.count("Not checked yet") == 15


def test_a_coach_says_that_a_condition_is_met_and_takes_that_back(amals, liens, home, decided):
    decide(liens, home, outcome="go if", condition_0="Huurcontract", by_0="2027-01-31",
           condition_1="Verzekering", by_1="2027-02-01")
    page = opened(liens, f"{home}/gates/profile")
    page = pressed(liens, page, "/conditions/0/met")
    assert "Saved: this condition is met." in page.text
    assert page.of("//section[@aria-labelledby='conditions']//span[contains(@class, 'tag')]") == ["Met"]
    assert page.of("//input[@name='condition-0']/@value") == ["Verzekering"], "only what is open is asked for again"
    above = opened(amals, f"{home}/").text
    assert "Verzekering" in above and "Huurcontract" not in above
    assert "Lien" in opened(amals, f"{home}/gates/profile").of("//section[@aria-labelledby='conditions']//li/div/p")[0]
    page = pressed(liens, page, "/conditions/1/met")
    assert "Everything that had to happen is done." in page.text
    assert opened(amals, f"{home}/").of("//section[@aria-labelledby='conditions-title']") == []
    assert "Taken back" in pressed(liens, page, "/conditions/0/not-met").text
    assert [each.text for each in decided().open_conditions] == ["Huurcontract"]
    assert "Huurcontract" in opened(amals, f"{home}/").text


def test_a_condition_of_a_decision_that_stands_no_longer_is_not_met_by_an_old_page(liens, home, decided):
    decide(liens, home, outcome="go if", condition_0="Huurcontract", by_0="2027-01-31")
    page = opened(liens, f"{home}/gates/profile")
    decide(liens, home, outcome="go if", condition_0="Iets anders", by_0="2027-01-31")
    assert "Somebody decided here meanwhile" in pressed(liens, page, "/conditions/0/met").text
    assert [each.text for each in decided().open_conditions] == ["Iets anders"]


@pytest.mark.parametrize("number", ["1", "99", "9" * 30])
def test_a_condition_that_is_not_there_is_not_met(liens, home, decided, number):
    decide(liens, home, outcome="go if", condition_0="Huurcontract", by_0="2027-01-31")
    fields = {"decision": decided().decision.id}
    answer = liens.post(f"{home}/gates/profile/conditions/{number}/met", fields, form=f"{home}/gates/profile")
    assert answer.status_code == 302 and len(decided().open_conditions) == 1


def test_only_coaches_say_that_a_condition_is_met_and_nobody_in_the_archive(
        amals, liens, home, decided, storage, bakery):
    decide(liens, home, outcome="go if", condition_0="Huurcontract", by_0="2027-01-31")
    fields = {"decision": decided().decision.id}
    address = f"{home}/gates/profile/conditions/0/met"
    assert opened(amals, f"{home}/gates/profile").of("//form[contains(@action, '/conditions/')]") == []
    assert amals.post(address, fields, form=f"{home}/check/idea").status_code == 404
    with storage.writing() as tx:
        plans.put_away(tx, bakery)
    assert opened(liens, f"{home}/gates/profile").of("//form[contains(@action, '/conditions/')]") == []
    assert liens.post(address, fields, form="/en/me").status_code == 409
    assert len(decided().open_conditions) == 1


def test_entrepreneurs_do_not_decide_and_unknown_gates_are_not_there(amals, liens, home, decided):
    fields = {"outcome": "go", "reasons": "Ik wil", "sequence": "1"}
    assert amals.post(f"{home}/gates/profile/decide", fields, form=f"{home}/check/idea").status_code == 404
    assert opened(amals, f"{home}/gates/profile").of("//form[contains(@action, '/decide')]") == []
    assert liens.get(f"{home}/gates/heaven").status_code == 404
    assert liens.post(f"{home}/gates/heaven/decide", fields, form=f"{home}/gates/profile").status_code == 404
    assert decided().decision is None


def test_nothing_is_decided_in_the_archive(liens, home, storage, bakery, decided):
    with storage.writing() as tx:
        plans.put_away(tx, bakery)
    assert opened(liens, f"{home}/gates/profile").of("//form[contains(@action, '/decide')]") == []
    fields = {"outcome": "go", "reasons": "x", "sequence": "1"}
    assert liens.post(f"{home}/gates/profile/decide", fields, form="/en/me").status_code == 409
    assert decided().decision is None
