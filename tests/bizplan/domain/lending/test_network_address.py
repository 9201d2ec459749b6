"""To which addresses news may go: those of the internet, and nothing behind our own doors."""

import pytest

from bizplan.domain.lending.network_address import NO_ADDRESS, NOT_PUBLIC, NotAnAddress, is_public, usable


@pytest.mark.parametrize("address", [
    "https://credit.example.org", "https://credit.example.org:8443/news?for=bizplan", "https://93.184.215.14/x",
    "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/x",
])
def test_an_address_of_the_internet_is_kept_as_it_is(address):
    assert usable(f" {address} ") == address


@pytest.mark.parametrize("address", [
    "", "credit.example.org", "http://credit.example.org", "ftp://credit.example.org", "https://", "https:///x",
    "https://user:word@credit.example.org", "https://credit.example.org#part", "https://credit.example.org:x",
    "https://credit.example.org:99999", "https://[::1", "https://credit.example.org/a b", "javascript:alert(1)",
    "https://cr\u0435dit.example.org", "https://credit.example.org/\r\nX: y", "https://a\\@b.example.org",
    "https://credit.example.org/" + "x" * 500, "//credit.example.org",
])
def test_what_is_no_whole_address_is_refused_with_an_example(address):
    with pytest.raises(NotAnAddress) as refused:
        usable(address)
    assert str(refused.value) == NO_ADDRESS


@pytest.mark.parametrize("host", [
    "localhost", "intranet", "api.localhost", "printer.local", "db.internal", "127.0.0.1", "127.1", "2130706433",
    "0x7f000001", "0x7f.1", "10.0.0.1", "172.16.0.1", "192.168.1.4", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[::ffff:10.0.0.1]", "[fe80::1]", "[fd00::1]",
    "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[ff02::1]", "localhost.", "1.2.3.0x7f",
])
def test_an_address_of_this_machine_or_of_a_private_network_is_refused(host):
    with pytest.raises(NotAnAddress) as refused:
        usable(f"https://{host}/news")
    assert str(refused.value) == NOT_PUBLIC


def test_an_installation_can_allow_them_for_its_own_network():
    assert usable("http://127.0.0.1:8123/news", private=True) == "http://127.0.0.1:8123/news"
    with pytest.raises(NotAnAddress):
        usable("ftp://127.0.0.1", private=True)


@pytest.mark.parametrize(("address", "public"), [
    ("93.184.215.14", True), ("2606:2800:21f:cb07::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
    ("::ffff:127.0.0.1", False), ("64:ff9b::a00:1", False), ("64:ff9b::5db8:d70e", True), ("fe80::1%eth0", False),
    ("2001::1", False), ("240.0.0.1", False), ("nothing", False), ("", False),
])
def test_an_ip_address_is_of_the_internet_or_not(address, public):
    assert is_public(address) is public
