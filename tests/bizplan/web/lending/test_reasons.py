"""A lender's manager writes reasons for decisions; its officers choose from them, and what was told stays as told."""

import pytest

from bizplan.domain.lending.reason_list import MOST, Worded
from bizplan.domain.people import Role
from bizplan.storage import lender_reasons, people, verdicts
from tests.bizplan.web.lending.test_deciding import decide, form
from tests.bizplan.web.naughty import MARKUP, NEVER_SHOWN, SCRIPTS
from tests.bizplan.web.opened import opened, shown

LEASE, TOLD = "Huur te kort", "Uw huurcontract eindigt voordat de lening is terugbetaald."
PAGES = ("", "/add", "/own_lease")


@pytest.fixture
def mina(works, house):
    """The browser of the manager of the lender at which the bakery was handed in."""
    return works(Role.MANAGER, house.organisation, "Mina")


@pytest.fixture
def reasons(house) -> str:
    """The address of its reasons."""
    return f"/en/team/{house.organisation}/lender/reasons"


@pytest.fixture
def listed(storage, house):
    """Reads the list that is kept."""
    def read():
        with storage.reading() as tx:
            return lender_reasons.reasons_of(tx, house.organisation)
    return read


@pytest.fixture
def say(storage, house):
    """Says something of a reason."""
    def said(reason="own_lease", label=LEASE, told=TOLD, part="planning", is_offered=True):
        with storage.writing() as tx:
            lender_reasons.say(tx, house.organisation, house.nele, Worded(reason, label, told, part, is_offered))
    return said


@pytest.fixture
def given(storage, asked):
    """What was decided, as it is kept."""
    def found():
        with storage.reading() as tx:
            return verdicts.verdicts_of(tx, asked.id).decision.given
    return found


def test_the_manager_finds_the_list_from_the_loans_and_writes_a_reason(mina, reasons, listed):
    assert reasons in opened(mina, reasons.removesuffix("/reasons")).of("//main//@href")
    page = opened(mina, reasons)
    assert page.heading == "Reasons for decisions" and "There is none yet." in page.text
    assert page.text.count("In the list") == 10
    assert page.text.count("Take it off the list") == 9, "another one always can be"
    answer = opened(mina, f"{reasons}/add").send({"label": LEASE, "told": TOLD, "part": "planning"})
    assert (answer.status_code, answer.headers["Location"]) == (302, reasons)
    own, = listed().own
    assert (own.label, own.told, own.parts) == (LEASE, TOLD, ("planning",))
    page = opened(mina, reasons)
    assert page.of("//section[@aria-labelledby='own']//p[@dir='auto']") == [TOLD]


def test_a_form_that_is_sent_twice_makes_one_reason(mina, reasons, listed):
    fields = {**form(mina, f"{reasons}/add", "/add"), "label": LEASE, "told": TOLD}
    assert [mina.client.post(f"{reasons}/add", data=fields).status_code for _again in range(2)] == [302, 302]
    assert len(listed().changes) == 1


def test_what_is_missing_or_too_long_stands_beside_its_field_and_what_was_typed_stays(mina, reasons, listed):
    page = opened(mina, f"{reasons}/add")
    found = shown(mina, page.send({"label": " ", "told": TOLD}), 422)
    assert found.beside("label") == ["Fill this in."] and found.fields["told"] == TOLD
    found = shown(mina, page.send({"label": LEASE, "told": "x" * 301}), 422)
    assert "at most 300 characters" in found.beside("told")[0] and found.fields["label"] == LEASE
    assert page.send({"label": LEASE, "told": TOLD, "part": "nowhere"}).status_code == 302
    assert listed().own[0].parts == (), "a part that the study does not have is none"


def test_a_reason_is_changed_and_all_that_it_said_stays_readable(mina, reasons, say, listed):
    say()
    page = opened(mina, f"{reasons}/own_lease")
    assert (page.fields["label"], page.fields["told"], page.fields["part"]) == (LEASE, TOLD, "planning")
    assert page.send({"told": "Verleng eerst uw huur."}).status_code == 302
    assert listed().own[0].told == "Verleng eerst uw huur."
    before = opened(mina, f"{reasons}/own_lease").of("//main//details//li")
    assert "Mina" in before[0] and TOLD in before[1] and "Nele Kredietadviseur" in before[1]


def test_of_two_managers_the_second_reads_first_what_the_other_changed(mina, reasons, say, listed):
    say()
    page = opened(mina, f"{reasons}/own_lease")
    say(told="Anders.")
    found = shown(mina, page.send({"told": "Nog anders."}), 422)
    assert "Somebody else changed this reason" in found.beside("label")[0] and found.fields["told"] == "Nog anders."
    assert listed().own[0].told == "Anders." and "Anders." in found.of("//main//details[@open]//li")[0]
    assert found.send({}).status_code == 302 and listed().own[0].told == "Nog anders."


def test_reasons_are_left_out_and_put_back(mina, omars, file, reasons, say, listed):
    say()
    for key in ("own_lease", "cash"):
        assert mina.post(f"{reasons}/{key}/offer", {"offered": "no"}, form=reasons).status_code == 302
    offered = opened(omars, f"{file}/decision").of("//input[@name='reasons']/@value")
    assert "cash" not in offered and "own_lease" not in offered and "surplus" in offered
    assert opened(mina, reasons).text.count("Not in the list") == 2
    opened(mina, f"{reasons}/own_lease").send({"label": "Huur"})
    assert not listed().offers("own_lease"), "new words put nothing back"
    mina.post(f"{reasons}/own_lease/offer", {"offered": "yes"}, form=reasons)
    assert "own_lease" in opened(omars, f"{file}/decision").of("//input[@name='reasons']/@value")
    assert mina.post(f"{reasons}/other/offer", {"offered": "no"}, form=reasons).status_code == 404


def test_an_officer_chooses_an_own_reason_and_the_person_reads_it_as_it_was_told(omars, amals, mina, file, answer,
                                                                             reasons, say, given, asked):
    say()
    page = opened(omars, f"{file}/decision")
    assert [each for each in page.of("//label//bdi") if each in (LEASE, TOLD)] == [LEASE, TOLD]
    decide(omars, file, {"outcome": "declined", "reasons": ["surplus", "own_lease"], "words": "Kom terug."})
    assert given().reasons == ("surplus", "own_lease")
    opened(mina, f"{reasons}/own_lease").send({"label": "Anders", "told": "Heel anders.", "part": "market"})
    for address in (answer, answer.replace("/en/", "/ar/")):
        read = opened(amals, address)
        assert TOLD in read.of("//p[@dir='auto']/b") and "Heel anders." not in read.text
        assert any("planning" in each for each in read.of("//main//@href"))
        assert not any("check/market" in each for each in read.of("//main//@href"))
    assert TOLD in opened(amals, f"/en/plan/{asked.plan}/").text, "on the task list, for the next try"
    assert LEASE in opened(omars, f"{file}/").text and "Heel anders." in opened(omars, f"{file}/decision").text


def test_a_reason_that_is_reworded_while_an_officer_looks_once_more_is_looked_at_again(omars, file, say, judged_once):
    say()
    fields = {**form(omars, f"{file}/decision", "/decision"), "outcome": "declined", "reasons": ["own_lease"]}
    say(told="Heel anders.")
    found = omars.client.post(f"{file}/decision", data={**fields, "sure": "1"})
    assert found.status_code == 409 and "Heel anders." in found.text and not judged_once()
    assert "was changed meanwhile" in found.text
    page = shown(omars, found, 409)
    newest = page.of("//input[@name='list']/@value")[0]
    assert omars.client.post(f"{file}/decision", data={**fields, "list": newest, "sure": "1"}).status_code == 302
    assert judged_once()[0].given.why[0].told == "Heel anders."


def test_a_reason_that_was_left_out_meanwhile_is_asked_again(omars, file, say, judged_once):
    say()
    fields = {**form(omars, f"{file}/decision", "/decision"), "outcome": "declined",
              "reasons": ["surplus", "own_lease"]}
    say(is_offered=False)
    page = shown(omars, omars.client.post(f"{file}/decision", data=fields), 422)
    assert "is no longer in the list" in page.beside("reasons")[0] and not judged_once()


@pytest.fixture
def judged_once(storage, asked):
    """All that was said of the application."""
    def found():
        with storage.reading() as tx:
            return verdicts.verdicts_of(tx, asked.id).verdicts
    return found


def test_only_its_own_managers_find_the_list(works, storage, house, bank, reasons, omars, amals, liens, say, listed):
    say()
    before = listed()
    with storage.writing() as tx:
        coaching = people.add_organisation(tx, "coaching", "De Vaart")
    strangers = (works(Role.MANAGER, bank), works(Role.MANAGER, coaching), omars, amals, liens)
    for browser in strangers:
        for page in PAGES:
            assert browser.get(f"{reasons}{page}").status_code == 404
        for page in ("/add", "/own_lease", "/own_lease/offer", "/cash/offer"):
            assert browser.post(f"{reasons}{page}", {"label": "x", "told": "x", "offered": "no"},
                                form="/en/me").status_code == 404
    assert listed() == before
    assert reasons not in opened(omars, reasons.removesuffix("/reasons")).of("//main//@href")


def test_what_is_no_reason_of_this_lender_is_not_here(mina, storage, bank, house, reasons):
    with storage.writing() as tx:
        lender_reasons.say(tx, bank, house.nele, Worded("own_theirs", "Theirs", "Theirs."))
    for key in ("own_theirs", "own_none", "surplus", "other"):
        assert mina.get(f"{reasons}/{key}").status_code == 404
    for key in ("own_theirs", "own_none", "other"):
        assert mina.post(f"{reasons}/{key}/offer", {"offered": "no"}, form=reasons).status_code == 404


def test_there_are_as_many_own_reasons_as_an_officer_can_read(mina, reasons, storage, house, listed):
    with storage.writing() as tx:
        for number in range(MOST):
            lender_reasons.say(tx, house.organisation, house.nele, Worded(f"own_{number}", str(number), "x"))
    found = shown(mina, opened(mina, f"{reasons}/add").send({"label": "One more", "told": "x"}), 422)
    assert found.beside("label") == ["There are 40 reasons of your own already. Change one of them."]
    assert len(listed().own) == MOST


@pytest.mark.parametrize("text", [*MARKUP, *SCRIPTS[:8], "{reason} %(name)s", "\u202eevil"])
def test_hostile_texts_are_texts(mina, omars, amals, reasons, file, answer, text, listed):
    assert opened(mina, f"{reasons}/add").send({"label": text, "told": text}).status_code == 302
    own, = listed().own
    decide(omars, file, {"outcome": "declined", "reasons": [own.key]})
    for browser, page in ((mina, reasons), (mina, f"{reasons}/{own.key}"), (omars, f"{file}/decision"),
                          (omars, f"{file}/"), (amals, answer)):
        found = opened(browser, page)
        assert NEVER_SHOWN not in found.text and "\u202e" not in found.text


def test_crooked_hidden_fields_break_nothing(mina, reasons, say):
    say()
    for hidden in ({"base": "x" * 99}, {"base": "-1"}, {"base": "9" * 30}, {"key": "'; --"}, {"part": "../.."}):
        assert opened(mina, f"{reasons}/own_lease").send({"label": "Huur", **hidden}).status_code in (302, 422)
        assert opened(mina, f"{reasons}/add").send({"label": "Huur", "told": "x", **hidden}).status_code == 302


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_pages_keep_the_rules_in_every_language(mina, reasons, say, language):
    say()
    for page in PAGES:
        assert opened(mina, reasons.replace("/en/", f"/{language}/") + page).status == 200
