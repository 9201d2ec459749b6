"""Which addresses on the internet a message may go to: none of our own network, whatever name they hide behind."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from ..readiness.sentences import N_

LONGEST = 500
TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses that lead to an IPv4 address."""
INSIDE = ("localhost", ".localhost", ".local", ".internal", ".home.arpa")
NO_ADDRESS = N_("Write the whole address, beginning with https://, such as https://credit.example.org/news.")
NOT_PUBLIC = N_("This address is not on the internet. Write one that we can reach from here.")


class NotAnAddress(ValueError):
    """Messages cannot go there: why, and what to write instead."""


def usable(typed: str, *, private: bool = False) -> str:
    """An address to which messages may go, as it is kept; raises NotAnAddress.

    ``private`` also allows addresses in one's own network, and plain http: a setting of the installation.
    """
    parts = _parts(typed.strip())
    if parts is None or parts.scheme not in (("https", "http") if private else ("https",)):
        raise NotAnAddress(NO_ADDRESS)
    host = (parts.hostname or "").rstrip(".")
    if not private and not _may_be_public(host):
        raise NotAnAddress(NOT_PUBLIC)
    return parts.geturl()


def is_public(text: str) -> bool:
    """Whether an IP address is one of the internet: not of this machine, of a private network, or hidden in another."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(str(inner))
        if address.sixtofour is not None or address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped


def _parts(text: str) -> SplitResult | None:
    """The parts of an address that a message can be sent to; None where it is none."""
    if not text.isascii() or not text.isprintable() or len(text) > LONGEST or set(text) & set(" \\\"<>"):
        return None
    try:
        parts = urlsplit(text)
        whole = bool(parts.hostname) and parts.port != 0
    except ValueError:                                      # a port that is no number or too high, half a bracket
        return None
    alone = parts.username is None and parts.password is None and not parts.fragment
    return parts if whole and alone else None


def _may_be_public(host: str) -> bool:
    """Whether a name can be one of the internet; to which address it leads is looked at before each message."""
    try:
        ip_address(host)
    except ValueError:
        last = host.rpartition(".")[2]
        return "." in host and not host.endswith(INSIDE) and not last.isdigit() and not last.startswith("0x")
    return is_public(host)
