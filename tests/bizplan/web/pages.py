"""Pages on which every component stands, in four languages: `python -m tests.bizplan.web.pages FOLDER` writes them."""

import json
import shutil
import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bizplan.documents.charts import Limit, Series, cash_by_month, lines_by_month, stacks_by_month
from bizplan.translations import translator
from bizplan.web import charts, display
from financial_models.readers import numerals

ROOT = Path(__file__).parents[3]
TEMPLATES, STATIC, GALLERY = ROOT / "templates", ROOT / "bizplan" / "static", Path(__file__).parent / "gallery"
PAGES = ("overview", "question", "figures", "answers", "rows", "entrance")
NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English", "ar": "العربية"}
CASH = (1764, 1602, 2104, 5062, 5072, 4534, 5079, 6203, 7327, 8785, 9355, 11033)
SALES = (5766, 6087, 7102, 7440, 6755, 5918, 8454, 8454, 8454, 10145, 7609, 9300)
SEASON = (0.9, 1.1, 1.1, 1, 1.05, 1, 0.85, 0.7, 1, 1, 1, 1.2)
NOON = datetime(2026, 11, 20, 15, 5, tzinfo=UTC)


@cache
def environment(language: str) -> Environment:
    """What the application gives its templates, without the application; templates are read once."""
    loader = ChoiceLoader([FileSystemLoader(TEMPLATES), FileSystemLoader(GALLERY)])
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    display.furnish(made)
    made.globals.update(_=translator(language), url_for=lambda _, filename: filename, over_plan=str)
    return made


def page(name: str, language: str) -> str:
    """One page of the gallery."""
    return environment(language).get_template(f"{name}.html").render(given(name, language))


def given(name: str, language: str) -> dict[str, object]:
    """What every page is given, and the drawings of these."""
    direction = "rtl" if language == "ar" else "ltr"
    words = json.loads((GALLERY / "words.json").read_text("utf-8"))[language]
    nav = [("overview", "Plan", 0), ("figures", words["figures"], 0), ("answers", words["questions"], 2)]
    return {
        "language": language, "direction": direction, "words": words, "person": {"name": "Samira H.", "role": "–"},
        "languages": [{"code": code, "name": own, "direction": "rtl" if code == "ar" else "ltr",
                       "url": f"{name}.{code}.html", "current": code == language} for code, own in NAMES.items()],
        "nav": [{"label": label, "url": f"{key}.{language}.html", "current": key == name, "count": count}
                for key, label, count in nav],
        "foot": [{"label": words["help"], "url": "#"}], "sign_out_url": "/sign-out", "home_url": "#",
        "news_url": "#", "unseen_news": lambda: 3,
        "flashes": [("ok", words["ready"])] if name == "figures" else [], "csrf": hidden_field,
        "demo": {"url": "/demo", "personas": [{"key": "a", "label": "Samira", "current": True},
                                              {"key": "b", "label": "Lien", "current": False}]}
        if name in ("overview", "entrance") else None,
        "unread_notice": words["unread"] if language in ("fr", "ar") else "", "noon": NOON, "today": date(2026, 11, 20),
        **drawn(language, direction == "rtl"),
    }


def hidden_field() -> Markup:
    """The hidden field against forged posts."""
    return Markup('<input type="hidden" name="csrf_token" value="t">')


def drawn(language: str, mirrored: bool) -> dict[str, Markup | list[str]]:
    """The charts of the gallery."""
    def written(amount: float) -> str:
        return numerals.amount(amount, language, 0)

    first = [date(2027 + (2 + month) // 12, (2 + month) % 12 + 1, 1) for month in range(12)]
    months = [display.short_month(each, language) for each in first]
    cash, sales = Series("cash", CASH), Series("sales", SALES)
    costs = [Series("flour", [amount / 3 for amount in SALES]), Series("rent", [2300] * 12)]
    return {
        "cash_chart": charts.chart(cash_by_month(months, cash, "lowest", written, written, Limit("buffer", 4000),
                                                 mirrored=mirrored), "Cash, by month."),
        "below_zero": charts.chart(cash_by_month(months, Series("cash", [amount - 14000 for amount in CASH]), "lowest",
                                                 written, written, mirrored=mirrored), "Cash below nothing."),
        "lines_chart": charts.chart(lines_by_month(months, sales, Series("break-even", [6654] * 12), written,
                                                   mirrored=mirrored), "Sales and break-even."),
        "stacks_chart": charts.chart(stacks_by_month(months, [[sales], costs], written, mirrored=mirrored), "Costs."),
        "small_chart": charts.small_bars(months, CASH, "Cash, by month.", mirrored=mirrored),
        "season_chart": charts.season_bars([*months[10:], *months[:10]], SEASON, "Busy in December.",
                                           mirrored=mirrored),
        "month_names": [numerals.month_name(month, language) for month in range(1, 13)],
    }


def write(folder: Path) -> None:
    """All pages, with what they load, as they open in a browser."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in STATIC.iterdir():
        shutil.copy(file, folder)
    for language in NAMES:
        for name in PAGES:
            (folder / f"{name}.{language}.html").write_text(page(name, language), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
