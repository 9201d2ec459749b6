"""Every step of the database goes up and down with data in it, and ends where the tables say."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import DateTime, inspect

import bizplan.storage
from bizplan.storage import Storage, people
from bizplan.storage.database import Database
from bizplan.storage.migrating import migrate, unmigrate
from bizplan.storage.sealing import Seal
from bizplan.storage.tables import METADATA, PEOPLE
from tests.bizplan.storage.full import fill


def steps() -> list[str]:
    told = Config()
    told.set_main_option("script_location", str(Path(bizplan.storage.__file__).parent / "migrations"))
    return [step.revision for step in reversed(list(ScriptDirectory.from_config(told).walk_revisions()))]


@pytest.fixture
def database(tmp_path):
    made = Database(f"sqlite:///{tmp_path / 'bizplan.sqlite'}")
    yield made
    made.dispose()


def shape(database) -> dict[str, object]:
    with database.engine.connect() as connection:
        looked = inspect(connection)
        return {table: (_columns(looked.get_columns(table)), sorted(str(index["name"]) for index in indexes))
                for table in looked.get_table_names() for indexes in [looked.get_indexes(table)]}


def _columns(found) -> list[tuple[object, ...]]:
    return [(column["name"], str(column["type"]), column["nullable"]) for column in found]


def test_models_and_migrations_agree(database):
    migrate(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _differs})
        assert compare_metadata(context, METADATA) == []


def _differs(context, inspected, column, found, wanted):
    """A moment of ours is a plain moment in the database; anything else is compared as usual."""
    return False if isinstance(getattr(wanted, "impl", None), DateTime) and isinstance(found, DateTime) else None


def test_a_difference_between_models_and_migrations_would_be_seen(database):
    migrate(database)
    with database.writer.begin() as connection:
        connection.exec_driver_sql("DROP INDEX ix_roles_person_id")
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _differs})
        assert [change[0] for change in compare_metadata(context, METADATA)] == ["add_index"]


@pytest.mark.parametrize("step", range(len(steps())))
def test_each_step_goes_up_down_and_up_again_with_data(database, step):
    names = steps()
    migrate(database, names[step])
    before, earlier = shape(database), names[step - 1] if step else "base"
    if step == len(names) - 1:
        fill(Storage(database, Seal(bytes(32))))
    unmigrate(database, earlier)
    if not step:
        assert set(shape(database)) == {"alembic_version"}
    migrate(database, names[step])
    assert shape(database) == before


def test_going_to_where_it_is_changes_nothing(database):
    migrate(database)
    storage = Storage(database, Seal(bytes(32)))
    with storage.writing() as tx:
        person = people.add_person(tx, "Amal", "ar")
    migrate(database)
    with storage.reading() as tx:
        assert people.person(tx, person).name == "Amal"


def test_every_table_has_a_row_in_the_data_of_these_tests(database):
    migrate(database)
    fill(Storage(database, Seal(bytes(32))))
    with database.engine.connect() as connection:
        empty = [table.name for table in METADATA.sorted_tables if not connection.execute(table.select()).first()]
    assert empty == []
    with database.engine.connect() as connection:
        assert len(connection.execute(PEOPLE.select()).all()) == 2
