"""Settings come from the environment; one that would not be safe is refused with what to write instead."""

from pathlib import Path

import pytest

from bizplan.config import BadSetting, Config, from_environment


def test_without_any_settings_one_machine_serves_itself():
    assert from_environment({}) == Config(Path("bizplan-data"), "http://localhost:8000")


def test_every_setting_has_its_name_in_the_environment():
    assert from_environment({
        "BIZPLAN_DATA": "/srv/plans", "BIZPLAN_URL": "https://plan.example.org/", "BIZPLAN_DATABASE": "sqlite://",
        "BIZPLAN_KEY": "ab" * 32, "BIZPLAN_SMTP": "smtp://mail.example.org", "BIZPLAN_SENDER": "plan@example.org",
    }) == Config(Path("/srv/plans"), "https://plan.example.org", "sqlite://", "ab" * 32, "smtp://mail.example.org",
                 "plan@example.org")


@pytest.mark.parametrize("url", ["http://localhost:8000", "http://127.0.0.1:8000", "http://[::1]:8000"])
def test_this_machine_itself_is_served_without_https(url):
    config = Config(Path("data"), url)
    assert config.is_loopback
    assert not config.is_secure
    assert config.port == 8000


@pytest.mark.parametrize("url", [
    "http://plan.example.org", "http://192.168.1.4:8000", "http://localhost.example.org", "http://127.0.0.1.example",
    "http://0.0.0.0:8000",
])
def test_any_other_machine_is_served_by_https_only(url):
    with pytest.raises(BadSetting, match=r"BIZPLAN_URL is .*: only this machine itself is served without https"):
        Config(Path("data"), url)


@pytest.mark.parametrize("url", ["plan.example.org", "ftp://plan.example.org", "https://", "localhost:8000", "//x"])
def test_what_is_no_address_is_refused_with_an_example(url):
    with pytest.raises(BadSetting, match=r"such as https://plan\.example\.org"):
        Config(Path("data"), url)


@pytest.mark.parametrize("url", ["https://localhost:x", "https://plan.example.org:99999", "http://[::1"])
def test_an_address_with_a_port_or_host_that_cannot_be_is_refused_too(url):
    with pytest.raises(BadSetting, match=r"such as https://plan\.example\.org"):
        Config(Path("data"), url)


def test_a_demo_is_served_on_this_machine_only():
    with pytest.raises(BadSetting, match="a demo is served on this machine only"):
        Config(Path("data"), "https://plan.example.org", demo=True)
    assert Config(Path("data"), "http://localhost:8123", demo=True).port == 8123
