"""What the address of a desk asks for, of coaches and of officers alike: a tab, an order, a search and a page."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from flask import request, url_for

LONGEST_SEARCH, MOST_PAGES = 100, 1000
Tab = TypeVar("Tab", bound=Enum)
Order = TypeVar("Order", bound=Enum)
Chosen = TypeVar("Chosen", bound=Enum)


@dataclass(frozen=True)
class Asked(Generic[Tab, Order]):
    """What the address of the desk at an endpoint asks for; the first tab and the first order are the usual ones."""

    endpoint: str
    tab: Tab
    order: Order
    search: str
    page: int

    def url(self, tab: Tab, page: int = 1) -> str:
        """The address of the same with another tab, or of another page."""
        asked: dict[str, Any] = {"tab": tab.value, "sort": self.order.value, "q": self.search, "page": page}
        usual = {"tab": _first(type(tab)).value, "sort": _first(type(self.order)).value, "q": "", "page": 1}
        return url_for(self.endpoint, **{key: each for key, each in asked.items() if each != usual[key]})


def asked_of(endpoint: str, tabs: type[Tab], orders: type[Order]) -> Asked[Tab, Order]:
    """What stands in the address; what is not known there is as if it were not."""
    page = request.args.get("page", 1, int)
    return Asked(endpoint, _chosen(tabs, "tab"), _chosen(orders, "sort"),
                 request.args.get("q", "").strip()[:LONGEST_SEARCH], min(max(page, 1), MOST_PAGES))


def _chosen(kind: type[Chosen], name: str) -> Chosen:
    """One of a few, as the address names it; the first of them where it does not."""
    return next((each for each in kind if each.value == request.args.get(name)), _first(kind))


def _first(kind: type[Chosen]) -> Chosen:
    return next(iter(kind))
