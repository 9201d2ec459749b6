"""How a step is taken: inside the transaction of whoever asks for it."""

from alembic import context

from bizplan.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
