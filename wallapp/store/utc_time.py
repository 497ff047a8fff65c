"""Moments in a table: aware, UTC, to the microsecond, in the same order on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import TIMESTAMP, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from wallapp.base.errors import BadInput, Bug
from wallapp.store.postgres import BACKEND

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
"""Always as long, so that texts sort as the moments do."""


class UtcTime(TypeDecorator[datetime]):
    """TIMESTAMPTZ on PostgreSQL, ISO 8601 text on SQLite, which knows no moments."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[str]:
        """What the column is made of."""
        if dialect.name == BACKEND:
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        """Raises Bug where the moment has no zone: nobody could say later when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise Bug("a moment without a zone was to be kept; please report this")
        at = value.astimezone(UTC)
        # strftime writes the year 33 in two digits on Linux.
        return at if dialect.name == BACKEND else f"{at.year:04d}" + at.strftime(_FORMAT.removeprefix("%Y"))

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        """Raises BadInput where somebody else wrote something else there."""
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        try:
            return datetime.strptime(str(value), _FORMAT).replace(tzinfo=UTC)
        except ValueError:
            raise BadInput(
                f"the store holds '{str(value)[:40]}' where a time should be; it was changed by hand"
            ) from None
