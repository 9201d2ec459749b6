"""The files that the rules of the house look at."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("financial_models", "bizplan")
FOLDERS = (*CODE, "templates", "tests", "docs", ".ci")
BINARY = {".gif", ".ico", ".jpg", ".jpeg", ".mo", ".pdf", ".png", ".ttf", ".xlsx", ".zip"}


def files(*folders: str) -> Iterator[Path]:
    """Every file under these folders of the project, without what tools leave behind."""
    for folder in folders:
        found = sorted((ROOT / folder).rglob("*"))
        yield from (path for path in found if path.is_file() and not left_behind(path))


def left_behind(path: Path) -> bool:
    """Whether a tool keeps this file for itself: hidden below the top of the project, or compiled."""
    inside = path.relative_to(ROOT).parts[1:]
    return any(part.startswith(".") or part == "__pycache__" for part in inside)


def python_files(*folders: str) -> list[Path]:
    """Every Python file under these folders."""
    return [path for path in files(*folders) if path.suffix == ".py"]


def text_files() -> list[Path]:
    """Every file of the project that people read, those at the top among them."""
    top = (path for path in sorted(ROOT.iterdir()) if path.is_file() and not path.name.startswith("."))
    return [path for path in (*top, *files(*FOLDERS)) if path.suffix not in BINARY]


def name(path: Path) -> str:
    """The file as it is named from the top of the project."""
    return path.relative_to(ROOT).as_posix()
