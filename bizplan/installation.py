"""What is done to an installation from its own machine: its storage opened, its first administrator made."""

from bizplan.domain.people import Person, Role
from bizplan.domain.plan_file_error import Refused, shown

from .config import Config
from .storage import Storage, Transaction, opened, people, sign_ins
from .storage.erasure import administrators
from .storage.sealing import key_in, key_of

LANGUAGE = "nl"


def storage_of(config: Config) -> Storage:
    """The storage of an installation, with the key from its setting or its file."""
    config.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return opened(config.folder, key_of(config.key) if config.key else key_in(config.folder), config.database)


def administrator(config: Config, email: str, *, another: bool = False) -> str:
    """Makes somebody administrator; the answer is an address that signs them in once, within fifteen minutes.

    Raises Refused where the address is none, or where there is an administrator already and another is not
    asked for.
    """
    address = people.plain_address(email)
    if address is None:
        raise Refused(f"{shown(email)} is no e-mail address: write one such as lien@example.org")
    storage = storage_of(config)
    with storage.writing() as tx:
        if administrators(tx) and not another:
            raise Refused("there is an administrator already: add --another to make one more")
        person = _person(tx, address)
        if Role.ADMINISTRATOR not in person.roles:
            people.give_role(tx, person.id, Role.ADMINISTRATOR)
        asked = sign_ins.ask(tx, person.id, sign_ins.ANY_BROWSER)
    return f"{config.url}/{LANGUAGE}/sign-in/link/{asked.token}"


def _person(tx: Transaction, address: str) -> Person:
    found = people.person_with_email(tx, address)
    if found is None:
        found = people.person(tx, people.add_person(tx, address.partition("@")[0], LANGUAGE, address))
    assert found is not None
    return found
