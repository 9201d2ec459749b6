"""The database brought to the form that this version of the application knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from .database import Database


def migrate(database: Database, to: str = "head") -> None:
    """Takes the steps upwards that are missing."""
    with database.writer.begin() as connection:
        command.upgrade(_told(connection), to)


def unmigrate(database: Database, to: str) -> None:
    """Takes the steps back to an earlier form."""
    with database.writer.begin() as connection:
        command.downgrade(_told(connection), to)


def _told(connection: object) -> Config:
    told = Config()
    told.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    told.attributes["connection"] = connection
    return told
