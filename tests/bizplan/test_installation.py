"""The first administrator is made on the machine itself."""

import pytest

from bizplan.cli import main
from bizplan.config import Config
from bizplan.domain.people import Role
from bizplan.domain.plan_file_error import Refused
from bizplan.installation import administrator, storage_of
from bizplan.storage import people, sign_ins


@pytest.fixture
def config(tmp_path):
    return Config(tmp_path / "data")


def token_of(address):
    head, _, token = address.rpartition("/")
    assert head == "http://localhost:8000/nl/sign-in/link"
    return token


def test_the_address_signs_the_administrator_in_once_in_any_browser(config):
    token = token_of(administrator(config, " Noor@Example.org "))
    with storage_of(config).writing() as tx:
        person = people.person_with_email(tx, "noor@example.org")
        assert person.roles == (Role.ADMINISTRATOR,)
        assert sign_ins.use_link(tx, token, "any browser") == person.id
        assert sign_ins.use_link(tx, token, "any browser") is None


def test_a_second_administrator_is_made_only_when_asked_for(config):
    administrator(config, "noor@example.org")
    with pytest.raises(Refused, match="--another"):
        administrator(config, "sam@example.org")
    administrator(config, "sam@example.org", another=True)
    with storage_of(config).reading() as tx:
        assert people.person_with_email(tx, "sam@example.org").roles == (Role.ADMINISTRATOR,)


def test_somebody_who_is_there_already_gets_the_role_once(config):
    with storage_of(config).writing() as tx:
        person = people.add_person(tx, "Lien", "fr", "lien@example.org")
        people.give_role(tx, person, Role.COACH)
    administrator(config, "lien@example.org")
    administrator(config, "lien@example.org", another=True)
    with storage_of(config).reading() as tx:
        found = people.person(tx, person)
    assert (found.name, found.roles) == ("Lien", (Role.COACH, Role.ADMINISTRATOR))


def test_what_is_no_address_is_refused(config):
    with pytest.raises(Refused, match="no e-mail address"):
        administrator(config, "noor")


def test_the_command_prints_the_address_alone(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BIZPLAN_DATA", str(tmp_path / "data"))
    assert main(["administrator", "noor@example.org"]) == 0
    told = capsys.readouterr()
    assert len(token_of(told.out.strip())) == 43 and told.err == ""
    assert main(["administrator", "sam@example.org"]) == 2
    assert "--another" in capsys.readouterr().err
    assert main(["administrator", "sam@example.org", "--another"]) == 0
