"""Run by Alembic for each command, on the connection and inside the transaction that its caller holds."""

from __future__ import annotations

from alembic import context

from wallapp.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
