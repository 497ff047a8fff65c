"""Signed documents: what people put their names to, as bytes that every process reads the same.

A document is a frozen value of the domain, written in canonical JSON; who reads one back gets exactly what
was written or an error. Signatures are Ed25519 over the kind and the bytes (base.signature).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

import msgspec

from wallapp.base.canonical import canonical, digest, parse
from wallapp.base.errors import BadInput
from wallapp.base.ids import AccountId, Digest, OwnerName
from wallapp.domain.people import Role
from wallapp.domain.policy import FactKind

TRUST: Final = "trust"
POLICY: Final = "policy"
VOTE: Final = "vote"
FACT: Final = "fact"
"""What a signature is for; a signature for one kind is none for another."""

_Document = TypeVar("_Document")


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's, hex."""

    signer: AccountId
    signature: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A document's canonical text and the names under it."""

    body: str
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class TrustedPerson:
    """A person whose signature counts.

    Attributes:
      active: False for one who left: their countersignature under a policy still holds, their votes do not.
    """

    account: AccountId
    roles: frozenset[Role]
    organisation: OwnerName
    public_key: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class TrustList:
    """Whose keys count, and which policies are in force. Signed by administrators of the list before it.

    Attributes:
      version: from 1, one more than the list before.
      previous: digest of the list before; empty for the first.
      policies: digests of the policies in force, at most one an owner.
    """

    version: int
    previous: Digest
    made_at: datetime
    people: tuple[TrustedPerson, ...]
    policies: tuple[Digest, ...]


@dataclass(frozen=True, slots=True)
class FactTerms:
    """An event that a person confirmed; a pre-approved circumstance rests on it.

    Attributes:
      lat_e7, lon_e7: WGS 84 in ten-millionths of a degree: documents hold whole numbers.
    """

    fact: str
    kind: FactKind
    lat_e7: int
    lon_e7: int
    happened_at: datetime
    confirmed_by: AccountId


def write_document(value: object) -> str:
    """A domain value as its canonical text."""
    return canonical(msgspec.to_builtins(value, order="deterministic")).decode()


def read_document(body: str, kind: type[_Document]) -> _Document:
    """The value that was written.

    Raises:
      BadInput: the text is no document of this kind, or not in its canonical form.
    """
    try:
        value = msgspec.convert(parse(body.encode()), kind)
        if write_document(value) != body:  # an unknown field, another spelling: not what was signed
            raise ValueError("not canonical")
    except (ValueError, UnicodeError, RecursionError) as error:  # msgspec's own errors are ValueErrors
        raise BadInput(f"this is no {kind.__name__} that this wallapp can read: {error}") from error
    return value


def digest_of(body: str) -> Digest:
    """What other documents name this one by."""
    return Digest(digest(body.encode()))
