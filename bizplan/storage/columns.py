"""The kinds of columns that all tables share."""

import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, ForeignKey, Integer, String
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """As the database keeps it."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """As the application knows it."""
        return None if value is None else value.replace(tzinfo=UTC)


def new_id() -> str:
    """A random id of 128 bits, as it stands in addresses."""
    return secrets.token_hex(16)


def identity(name: str = "id") -> Column[str]:
    """The random id of a row."""
    return Column(name, String(32), primary_key=True)


def of(table: str, name: str = "", **more: Any) -> Column[str]:
    """The id of a row of another table, which takes this row with it when it goes."""
    more.setdefault("nullable", False)
    return Column(name or f"{table.removesuffix('s')}_id", String(32), ForeignKey(f"{table}.id", ondelete="CASCADE"),
                  **more)


def mentions(table: str, name: str, **more: Any) -> Column[str]:
    """The id of a row of another table, forgotten when that row goes."""
    return Column(name, String(32), ForeignKey(f"{table}.id", ondelete="SET NULL"), nullable=True, **more)


def count(name: str, **more: Any) -> Column[int]:
    """A whole number that begins at nothing."""
    return Column(name, Integer, nullable=False, server_default="0", **more)


def at(name: str, **more: Any) -> Column[datetime]:
    """A moment that is known."""
    return Column(name, Moment, nullable=False, **more)


def perhaps_at(name: str, **more: Any) -> Column[datetime]:
    """A moment that may still come."""
    return Column(name, Moment, nullable=True, **more)
