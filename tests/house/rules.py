"""The rules of the house that no linter knows: each takes the text of a file and answers with what it found."""

import ast
import re
from collections.abc import Iterator
from typing import TypeVar

LONGEST_FILE = 300
LONGEST_FUNCTION = 30
VAGUE_NAMES = {"common", "helper", "helpers", "managers", "misc", "services", "util", "utils"}
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|root)/|\bshared[/]")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|X[X]X)\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef
Node = TypeVar("Node", bound=ast.AST)


def file_too_long(text: str) -> Iterator[str]:
    """A file holds one idea."""
    lines = len(text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{lines} lines, at most {LONGEST_FILE}: it holds two ideas, name them"


def functions_too_long(text: str) -> Iterator[str]:
    """A function is read in one look; its docstring is not counted."""
    for function in walk(text, Function):
        body = function.body[1:] if ast.get_docstring(function) is not None else function.body
        lines = function.end_lineno - body[0].lineno + 1 if body else 0
        if lines > LONGEST_FUNCTION:
            name = function.name
            yield f"line {function.lineno}: {name} has {lines} lines, at most {LONGEST_FUNCTION}: name its parts"


def vague_name(path: str) -> Iterator[str]:
    """A file or folder is named with a noun of the trade."""
    for part in path.removesuffix(".py").split("/"):
        if part.lower() in VAGUE_NAMES:
            yield f"{part} says nothing: name what is in it with a noun of the trade"


def one_machine_only(text: str) -> Iterator[str]:
    """No text names a place that exists on one machine."""
    yield from matches(ONE_MACHINE, text, "a place of one machine: use a path inside the project, or tmp_path")


def unfinished(text: str) -> Iterator[str]:
    """What is not finished stands in an issue, not in the code."""
    yield from matches(UNFINISHED, text, "finish it, or write an issue")


def matches(pattern: re.Pattern[str], text: str, advice: str) -> Iterator[str]:
    """Each line on which a pattern stands, with what to do about it."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := pattern.search(line):
            yield f"line {number}: {found.group()!r}: {advice}"


def without_sentence(text: str) -> Iterator[str]:
    """A module and whatever is public in it begins with a sentence for a reader of the trade."""
    module = ast.parse(text)
    documented = [node for node in module.body if isinstance(node, Documented) and not node.name.startswith("_")]
    for node in (module, *documented):
        if isinstance(node, ast.Module) and not node.body:
            continue
        first = (ast.get_docstring(node) or "").partition("\n")[0]
        if not first.endswith("."):
            where = "the module" if isinstance(node, ast.Module) else f"line {node.lineno}: {node.name}"
            yield f"{where}: a docstring whose first line is a sentence is missing"


def imports(text: str) -> set[str]:
    """The top names of everything that a file imports from outside its own package."""
    names = {alias.name for node in walk(text, ast.Import) for alias in node.names}
    names |= {node.module for node in walk(text, ast.ImportFrom) if node.module and not node.level}
    return {name.partition(".")[0] for name in names}


def walk(text: str, kind: type[Node]) -> Iterator[Node]:
    """Every part of a file of one kind."""
    return (node for node in ast.walk(ast.parse(text)) if isinstance(node, kind))
