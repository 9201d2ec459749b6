"""The message of the day: chosen by whoever wants it; and what did not arrive is told."""

import pytest

from bizplan import mail
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import consents, daily_mail, people
from tests.bizplan.web.conftest import AMAL, signed_in
from tests.bizplan.web.opened import opened


def test_nobody_gets_messages_who_did_not_ask_for_them_and_whoever_did_can_stop(amals, amal, storage):
    def wanted() -> bool:
        with storage.reading() as tx:
            return daily_mail.is_wanted(tx, amal)
    assert not wanted()
    page = opened(amals, "/en/news/")
    assert page.of("//input[@name='daily']/@checked") == []
    page.press("/news/mail", daily="yes")
    assert wanted()
    page = opened(amals, "/en/me")
    assert page.of("//input[@name='daily']/@checked") == ["checked"]
    form = next(each for each in page.tree.forms if each.get("action") == "/en/news/mail")
    amals.client.post("/en/news/mail", data={"csrf_token": form.fields["csrf_token"]})
    assert not wanted()


def test_without_an_address_no_message_is_offered(app, storage):
    with storage.writing() as tx:
        who = people.add_person(tx, "Yonas", "en")
        people.give_role(tx, who, Role.ENTREPRENEUR)
        consents.write_down(tx, who, CONSENT, "en", given=True)
    page = opened(signed_in(app, storage, who), "/en/news/")
    assert page.of("//input[@name='daily']") == []
    assert "We know no e-mail address of you" in page.text


@pytest.mark.parametrize("address", ["/en/news/", "/en/me"])
def test_whoever_a_message_did_not_reach_sees_it(amals, address, monkeypatch):
    assert "Messages to you" not in opened(amals, address).text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(waiting=1)})
    assert "Messages to you wait: the mail server does not answer." in opened(amals, address).text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(lost=2)})
    assert "that did not arrive in the last two weeks: 2." in opened(amals, address).text


def test_a_coach_sees_whom_a_message_did_not_reach(liens, plan, monkeypatch):
    assert "Not delivered" not in opened(liens, "/en/coaching/cards").text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(lost=1)})
    assert "Not delivered" in opened(liens, "/en/coaching/cards").text
    monkeypatch.setattr(mail, "undelivered", lambda _config: {AMAL: mail.Undelivered(waiting=1)})
    assert "Not delivered yet" in opened(liens, "/en/coaching/cards").text
