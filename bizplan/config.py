"""How an installation is set up: from the environment, with defaults that suit one machine."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

LONGEST_NUMBER = 3
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class BadSetting(Exception):
    """A setting cannot be used: its name, what it was, and what is expected."""


@dataclass(frozen=True)
class Config:
    """Where an installation keeps its data, how it is reached, how it sends mail and with what it signs.

    ``proxies`` is how many servers of one's own stand before it and say for whom they ask; ``demo`` is true only in
    folders that ``bizplan demo`` made, and only on loopback.  ``signing_key`` is a file with key and certificates of
    the organisation (PKCS #12), ``signing_passphrase`` a file with what opens it.  ``private_webhooks`` lets messages
    to lenders' systems go to addresses in one's own network, and by plain http: for tests, and where that network is
    trusted.
    """

    folder: Path
    url: str = "http://localhost:8000"
    database: str = ""
    key: str = ""
    smtp: str = ""
    sender: str = ""
    proxies: int = 0
    demo: bool = False
    signing_key: str = ""
    signing_passphrase: str = ""
    private_webhooks: bool = False

    def __post_init__(self) -> None:
        parts = _parts(self.url)
        if parts is None:
            raise BadSetting(f"BIZPLAN_URL is {self.url!r}: write the address of the application, "
                             "such as https://plan.example.org")
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise BadSetting(f"BIZPLAN_URL is {self.url!r}: only this machine itself is served without https")
        if self.demo and not self.is_loopback:
            raise BadSetting(f"a demo is served on this machine only, not at {self.url}")

    @property
    def host(self) -> str:
        """The name under which browsers reach the application."""
        return urlsplit(self.url).hostname or ""

    @property
    def port(self) -> int:
        """The port at which it listens."""
        return urlsplit(self.url).port or 8000

    @property
    def is_secure(self) -> bool:
        """Whether it is reached by https."""
        return self.url.startswith("https:")

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches it."""
        return self.host in LOOPBACK


def _parts(url: str) -> SplitResult | None:
    """The parts of an address that browsers can open, or None where it is none."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:                                      # a port that is no number or too high, half a bracket
        return None
    return parts if usable else None


def from_environment(environment: Mapping[str, str] = os.environ) -> Config:
    """The settings as the machine gives them; raises BadSetting."""
    return Config(
        folder=Path(environment.get("BIZPLAN_DATA") or "bizplan-data"),
        url=(environment.get("BIZPLAN_URL") or "http://localhost:8000").rstrip("/"),
        database=environment.get("BIZPLAN_DATABASE", ""),
        key=environment.get("BIZPLAN_KEY", ""),
        smtp=environment.get("BIZPLAN_SMTP", ""),
        sender=environment.get("BIZPLAN_SENDER", ""),
        signing_key=environment.get("BIZPLAN_SIGNING_KEY", ""),
        signing_passphrase=environment.get("BIZPLAN_SIGNING_PASSPHRASE", ""),
        proxies=_whole("BIZPLAN_PROXIES", environment.get("BIZPLAN_PROXIES", "0")),
        private_webhooks=_switch("BIZPLAN_PRIVATE_WEBHOOKS", environment.get("BIZPLAN_PRIVATE_WEBHOOKS", "")),
    )


def environment(config: Config) -> dict[str, str]:
    """The settings as another process of the same installation reads them."""
    return {
        "BIZPLAN_DATA": str(config.folder.absolute()), "BIZPLAN_URL": config.url, "BIZPLAN_DATABASE": config.database,
        "BIZPLAN_KEY": config.key, "BIZPLAN_SMTP": config.smtp, "BIZPLAN_SENDER": config.sender,
        "BIZPLAN_SIGNING_KEY": _whole_path(config.signing_key),
        "BIZPLAN_SIGNING_PASSPHRASE": _whole_path(config.signing_passphrase), "BIZPLAN_PROXIES": str(config.proxies),
        "BIZPLAN_PRIVATE_WEBHOOKS": "yes" if config.private_webhooks else "",
    }


def _whole_path(name: str) -> str:
    return str(Path(name).absolute()) if name else ""


def _switch(name: str, text: str) -> bool:
    if text not in ("", "yes", "no"):
        raise BadSetting(f"{name} is {text!r}: write yes or no")
    return text == "yes"


def _whole(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER):
        raise BadSetting(f"{name} is {text!r}: write a whole number, 0 where there is none")
    return int(text)
