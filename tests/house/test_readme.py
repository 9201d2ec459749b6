"""The README's two commands, what CI makes of them, and the versions that were tested."""

import configparser
import os
import re
import subprocess

from tests.house.sources import ROOT, name
from tests.needs import INSTALLED_BY

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)


def canonical(requirement: str) -> str:
    """The name of a package as registries compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=<>~!; ]", requirement.strip(), maxsplit=1)[0]).lower()


def test_the_readme_has_two_commands_of_one_line():
    assert len(COMMANDS) == 2
    assert all("\n" not in command and "-c constraints.txt" in command for command in COMMANDS)
    assert COMMANDS[0].endswith(".venv/bin/bizplan demo") and "http://localhost:8000" in README
    assert "-m pytest" in COMMANDS[1]


def test_ci_runs_the_command_of_the_readme():
    said = subprocess.run([ROOT / ".ci/run", "--print"], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == COMMANDS[1]


def test_ci_may_be_run():
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_ci_installs_what_the_tests_need():
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert [package for package in INSTALLED_BY if package not in script] == []


def test_every_dependency_has_a_version_that_was_tested():
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    wanted = "\n".join([setup["options"]["install_requires"], *setup["options.extras_require"].values()])
    constraints = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    lines = [line for line in constraints if not line.startswith("#")]
    tested = {canonical(line) for line in lines}
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    assert [line for line in wanted.split("\n") if line.strip() and canonical(line) not in tested] == []


def test_links_between_the_documents_lead_somewhere():
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [(path, link) for path in documents for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))]
    assert [f"{name(path)}: {link}" for path, link in links if not (path.parent / link).exists()] == []
