"""Confirmed facts, and the typed texts that can be erased, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from wallapp.base.ids import Digest
from wallapp.domain.documents import FactTerms, Signed, digest_of, read_document, write_document
from wallapp.store.access_schema import FACT, TYPED_TEXT
from wallapp.store.rows import add_or_conflict, add_row, all_rows, first_row

_NO_BODY = ""


class FactRows:
    """Fulfils services.access_ports.FactTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_fact(self, signed: Signed) -> None:
        """Raises BadInput where it holds no FactTerms, Conflict where it is there already."""
        row = {
            "digest": digest_of(signed.body),
            "terms": signed.body,
            "signatures": write_document(Signed(_NO_BODY, signed.signatures)),
            "happened_at": read_document(signed.body, FactTerms).happened_at,
        }
        add_or_conflict(self._connection, FACT, row, taken="this fact is there already; look again")

    def facts(self, since: datetime) -> list[Signed]:
        """Of what happened since, newest first: how old a fact may be is counted from then."""
        statement = select(FACT).where(FACT.c.happened_at >= since)
        rows = all_rows(self._connection, statement.order_by(FACT.c.happened_at.desc(), FACT.c.digest))
        return [_fact(row["terms"], row["signatures"]) for row in rows]

    def fact(self, digest: Digest) -> Signed | None:
        """The fact; None where there is none."""
        row = first_row(self._connection, select(FACT).where(FACT.c.digest == digest))
        return None if row is None else _fact(row["terms"], row["signatures"])


class TextRows:
    """Fulfils services.access_ports.TextTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put_text(self, digest: Digest, salt: str, text: str, at: datetime) -> None:
        """Keep it; the same text again changes nothing."""
        row = {"digest": digest, "salt": salt, "text": text, "kept_at": at}
        add_row(self._connection, TYPED_TEXT, row)

    def text(self, digest: Digest) -> str | None:
        """The text; None where it was erased."""
        row = first_row(self._connection, select(TYPED_TEXT.c.text).where(TYPED_TEXT.c.digest == digest))
        return None if row is None else str(row["text"])

    def erase_before(self, at: datetime) -> int:
        """Erase the texts kept before; how many. The salt goes too: nobody can try out then what was said."""
        if self._connection.dialect.name == "sqlite":
            # Overwritten with zeros, not only left in free pages.
            self._connection.exec_driver_sql("PRAGMA secure_delete = ON")
        return self._connection.execute(delete(TYPED_TEXT).where(TYPED_TEXT.c.kept_at < at)).rowcount


def _fact(body: str, signatures: str) -> Signed:
    return Signed(body, read_document(signatures, Signed).signatures)
