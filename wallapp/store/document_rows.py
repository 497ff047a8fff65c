"""Signed documents, the names under them and the chain of trust lists, as rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from wallapp.base.ids import AccountId, Digest, OwnerName
from wallapp.domain.documents import Signature, Signed
from wallapp.services.access_ports import Document
from wallapp.store.access_schema import DOCUMENT, DOCUMENT_SIGNATURE, TRUST_CHAIN
from wallapp.store.rows import add_or_conflict, advisory_lock, all_rows


def document_to_row(document: Document) -> dict[str, Any]:
    """Column values by name, without the names under it."""
    return {
        "digest": document.digest,
        "kind": document.kind,
        "owner": document.owner,
        "version": document.version,
        "made_by": document.made_by,
        "made_at": document.made_at,
        "body": document.signed.body,
    }


def document_from_row(row: Mapping[str, Any], signatures: tuple[Signature, ...]) -> Document:
    """The value of a row and the names under it."""
    return Document(
        Digest(row["digest"]),
        row["kind"],
        OwnerName(row["owner"]),
        row["version"],
        AccountId(row["made_by"]),
        row["made_at"],
        Signed(row["body"], signatures),
    )


class DocumentRows:
    """Fulfils services.access_ports.DocumentTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def document(self, digest: Digest, *, locks: bool = False) -> Document | None:
        """The document; None where there is none."""
        if locks:
            # Its row can be locked by nobody who may not change it, and nobody may.
            advisory_lock(self._connection, "document", digest)
        return next(iter(self._read(select(DOCUMENT).where(DOCUMENT.c.digest == digest))), None)

    def documents(self, kind: str) -> list[Document]:
        """All of a kind, by version, then by time."""
        order = (DOCUMENT.c.version, DOCUMENT.c.made_at, DOCUMENT.c.digest)
        return self._read(select(DOCUMENT).where(DOCUMENT.c.kind == kind).order_by(*order))

    def add_document(self, document: Document) -> None:
        """The text; the names come with add_signature. Raises Conflict where it is there already."""
        taken = "this document is there already; look again"
        add_or_conflict(self._connection, DOCUMENT, document_to_row(document), taken=taken)

    def add_signature(self, digest: Digest, signature: Signature, at: datetime) -> None:
        """Raises Conflict where this person has signed it already, or there is no such document."""
        row = {
            "document": digest,
            "signer": signature.signer,
            "signature": signature.signature,
            "signed_at": at,
        }
        add_or_conflict(
            self._connection, DOCUMENT_SIGNATURE, row, taken="this person has signed it already; look again"
        )

    def trust_chain(self) -> list[Document]:
        """The trust lists in force, one a version, from the first to the newest."""
        joined = select(DOCUMENT).join(TRUST_CHAIN, TRUST_CHAIN.c.document == DOCUMENT.c.digest)
        return self._read(joined.order_by(TRUST_CHAIN.c.version))

    def put_in_force(self, version: int, digest: Digest, at: datetime) -> None:
        """Make a trust list the newest of the chain. Raises Conflict where that version is in force already."""
        row = {"version": version, "document": digest, "in_force_at": at}
        taken = f"trust list {version} is in force already; look again"
        add_or_conflict(self._connection, TRUST_CHAIN, row, taken=taken)

    def _read(self, statement: Select[Any]) -> list[Document]:
        rows = all_rows(self._connection, statement)
        wanted = DOCUMENT_SIGNATURE.c.document.in_([row["digest"] for row in rows])
        order = (DOCUMENT_SIGNATURE.c.signed_at, DOCUMENT_SIGNATURE.c.signer)
        names: dict[str, list[Signature]] = {}
        for row in all_rows(self._connection, select(DOCUMENT_SIGNATURE).where(wanted).order_by(*order)):
            names.setdefault(row["document"], []).append(Signature(AccountId(row["signer"]), row["signature"]))
        return [document_from_row(row, tuple(names.get(row["digest"], ()))) for row in rows]
