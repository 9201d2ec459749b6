"""Eight invented plans, to look at, to learn from and to try the documents on: their names and their texts.

The people, the businesses and the figures are made up; the law and the lenders in them are real.
"""

from importlib.resources import files


def names() -> tuple[str, ...]:
    """The names of the examples, in alphabetical order."""
    found = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in found if name.endswith(".json")))


def text(name: str) -> str:
    """The plan file of an example; raises KeyError where no example is called so."""
    if name not in names():
        raise KeyError(name)
    return (files(__name__) / f"{name}.json").read_text(encoding="utf-8")
