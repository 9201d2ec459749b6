"""Files and functions are short, well named, finished, and true on every machine."""

import pytest

from tests.house import rules
from tests.house.sources import CODE, ROOT, name, python_files, text_files

PYTHON = python_files(*CODE, "tests")


@pytest.mark.parametrize("rule", [rules.file_too_long, rules.functions_too_long])
def test_files_and_functions_are_short(rule):
    assert [f"{name(path)}: {finding}" for path in PYTHON for finding in rule(path.read_text("utf-8"))] == []


def test_names_are_nouns_of_the_trade():
    assert [f"{name(path)}: {finding}" for path in PYTHON for finding in rules.vague_name(name(path))] == []


@pytest.mark.parametrize("rule", [rules.one_machine_only, rules.unfinished])
def test_texts_are_finished_and_true_on_every_machine(rule):
    assert [f"{name(path)}: {finding}" for path in text_files() for finding in rule(path.read_text("utf-8"))] == []


def test_whatever_is_public_begins_with_a_sentence():
    texts = {name(path): path.read_text("utf-8") for path in python_files(*CODE)}
    assert [f"{path}: {finding}" for path, text in texts.items() for finding in rules.without_sentence(text)] == []


def test_the_rules_look_at_the_whole_project():
    looked_at = {name(path) for path in text_files()}
    assert {"README.md", "setup.cfg", ".ci/run", "docs/architecture.md", "tests/house/rules.py"} <= looked_at
    assert all((ROOT / folder / "__init__.py") in PYTHON for folder in CODE)


def lines(count: int) -> str:
    return "\n".join(f"    a{number} = {number}" for number in range(count))


BAD = [
    (rules.file_too_long, "a = 1\n" * 301, "301 lines"),
    (rules.functions_too_long, f'def long():\n    """A sentence."""\n{lines(31)}\n', "long has 31 lines"),
    (rules.functions_too_long, f"class A:\n  async def long():\n{lines(31)}\n", "long has 31 lines"),
    (rules.vague_name, "bizplan/utils/money.py", "utils says nothing"),
    (rules.vague_name, "bizplan/domain/helpers.py", "helpers says nothing"),
    (rules.one_machine_only, "cache = " + "/".join(("", "tmp", "cache")), "line 1"),
    (rules.one_machine_only, "see " + "shared" + "/facts.md", "line 1"),
    (rules.unfinished, "a = 1\n# " + "TO" + "DO: the rest", "line 2"),
    (rules.without_sentence, "a = 1", "the module"),
    (rules.without_sentence, '"""Money."""\ndef pay():\n    """pays a bill"""\n', "line 2: pay"),
    (rules.without_sentence, '"""Money."""\nclass Bill:\n    pass\n', "line 2: Bill"),
]
GOOD = [
    (rules.file_too_long, "a = 1\n" * 300),
    (rules.functions_too_long, f'def short():\n    """A sentence.\n{lines(40)}\n    """\n{lines(30)}\n'),
    (rules.vague_name, "bizplan/domain/lending.py"),
    (rules.one_machine_only, "https://example.org/work/1 and docs/tmp/a and tmp_path"),
    (rules.unfinished, "todos = []"),
    (rules.without_sentence, '"""Money."""\ndef _pay():\n    pass\n'),
    (rules.without_sentence, ""),
]


@pytest.mark.parametrize(("rule", "text", "finding"), BAD)
def test_each_rule_finds_what_it_is_for(rule, text, finding):
    assert finding in "\n".join(rule(text))


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_each_rule_leaves_the_rest_alone(rule, text):
    assert list(rule(text)) == []
