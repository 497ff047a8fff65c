"""What the access desks ask of the store, within one transaction (services.ports.Unit).

The lock order is fixed, so that two transactions never wait for each other: people, then documents, then
requests, then grants, then the audit's end last. Methods that say "locks" take the row for the rest of the
transaction (PostgreSQL: FOR UPDATE or FOR SHARE; SQLite: the writer has the whole file).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from wallapp.base.ids import AccountId, CameraNumber, Digest, GrantId, OwnerName, RequestId
from wallapp.domain.access import Grant, GrantEnd, Lock, Request, RequestState, RequestTerms, ReviewVerdict, Vote
from wallapp.domain.audit import AuditEntry
from wallapp.domain.documents import Signature, Signed
from wallapp.domain.people import Person


@dataclass(frozen=True, slots=True)
class AccountSecrets:
    """What an account needs to sign in; never leaves the services.

    Attributes:
      password_hash: empty until the first password was set.
      sealed: the signing key and the TOTP secret, sealed under the password (vault.keys).
      totp_counter: of the last code that was accepted; only a later one is.
      failures: since the last good sign-in; locked_until follows from them.
      must_change: the password was given by somebody else.
    """

    password_hash: str = field(default="", repr=False)
    sealed: str = field(default="", repr=False)
    totp_counter: int = 0
    failures: int = 0
    locked_until: datetime | None = None
    must_change: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document on its way or in force: its kind (domain.documents), its text and the names so far."""

    digest: Digest
    kind: str
    owner: OwnerName
    version: int
    made_by: AccountId
    made_at: datetime
    signed: Signed


@dataclass(frozen=True, slots=True)
class KeptScene:
    """An empty scene that was taken; it counts once the owner's policy in force names its digest.

    Attributes:
      digest: of its pixels, as the decoder said that took it; whoever draws with it compares.
      body: the file (domain.scene_file).
    """

    digest: Digest
    camera: CameraNumber
    made_by: AccountId
    made_at: datetime
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Review:
    """A break-glass to be judged. `verdict` is None until it was."""

    grant: GrantId
    due_at: datetime
    verdict: ReviewVerdict | None = None
    by: AccountId | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which entries are asked for; what is None, and an empty subject, is not asked. NO_OWNER: those of no owner."""

    owner: OwnerName | None = None
    subject: str = ""
    since: datetime | None = None
    limit: int = 500


class PeopleTable(Protocol):
    """Accounts."""

    def people(self) -> list[Person]:
        """All, by login, closed ones too."""
        ...

    def person(self, account: AccountId) -> Person | None:
        """The account; None where there is none."""
        ...

    def person_by_login(self, login: str) -> Person | None:
        """Whatever the case."""
        ...

    def hold(self, accounts: Iterable[AccountId], *, to_change: bool = False) -> None:
        """Lock these rows in one fixed order: for reading what must not change meanwhile, or to change it."""
        ...

    def put_person(self, person: Person) -> None:
        """Add it, or replace the one of its account.

        Raises:
          Conflict: the login is another's.
        """
        ...

    def secrets(self, account: AccountId) -> AccountSecrets:
        """Of an account that is there."""
        ...

    def put_secrets(self, account: AccountId, secrets: AccountSecrets) -> None:
        """Replace them."""
        ...

    def spend_totp(self, account: AccountId, counter: int) -> bool:
        """Keep the counter where it is later than the one kept; False where another was quicker."""
        ...


class DocumentTable(Protocol):
    """Trust lists and policies with their signatures. A document's text never changes; names are only added."""

    def document(self, digest: Digest, *, locks: bool = False) -> Document | None:
        """The document; None where there is none."""
        ...

    def documents(self, kind: str) -> list[Document]:
        """All of a kind, by version, then by time."""
        ...

    def add_document(self, document: Document) -> None:
        """Its text; names come with add_signature. Raises Conflict where it is there already."""
        ...

    def add_signature(self, digest: Digest, signature: Signature, at: datetime) -> None:
        """Raises Conflict where this person has signed it already."""
        ...

    def trust_chain(self) -> list[Document]:
        """The trust lists in force, one a version, from the first to the newest."""
        ...

    def put_in_force(self, version: int, digest: Digest, at: datetime) -> None:
        """Make a trust list the newest of the chain.

        Raises:
          Conflict: that version is in force already.
        """
        ...


class RequestTable(Protocol):
    """Requests and votes. Terms and votes are only added; a state leaves PENDING once."""

    def request(self, request: RequestId, *, locks: bool = False) -> Request | None:
        """The request; None where there is none."""
        ...

    def requests(
        self, *, states: Iterable[RequestState] = (), requester: AccountId | None = None, limit: int = 500
    ) -> list[Request]:
        """Newest first."""
        ...

    def expired_ids(self, at: datetime) -> list[RequestId]:
        """Of those that are pending though their time is over."""
        ...

    def add_request(self, terms: RequestTerms) -> bool:
        """As PENDING; False where a request of that id is there already (a repeated submit)."""
        ...

    def decide(self, request: RequestId, version: int, state: RequestState, at: datetime) -> bool:
        """Leave PENDING, in one compare-and-set on the state and the version; False where another was quicker."""
        ...

    def votes(self, request: RequestId) -> list[Vote]:
        """In the order they came."""
        ...

    def add_vote(self, request: RequestId, vote: Vote) -> None:
        """Raises Conflict where this person has voted on it already."""
        ...

    def strike(self, request: RequestId, voter: AccountId) -> None:
        """Mark the vote as counting for nothing."""
        ...

    def circumstance_count(self, owner: OwnerName, circumstance: str, since: datetime) -> int:
        """How many requests that rule has approved since; locks the count until the transaction ends."""
        ...


class GrantTable(Protocol):
    """Grants. Only their end is ever written, once."""

    def add_grant(self, grant: Grant) -> None:
        """Raises Conflict where its request has one."""
        ...

    def grant(self, grant: GrantId, *, locks: bool = False) -> Grant | None:
        """The grant; None where there is none."""
        ...

    def grant_of(self, request: RequestId) -> Grant | None:
        """The request's grant."""
        ...

    def open_grants(self) -> list[Grant]:
        """Those without a recorded end, by their end."""
        ...

    def recent_grants(self, *, person: AccountId | None = None, limit: int = 500) -> list[Grant]:
        """Newest first, ended ones too."""
        ...

    def end(self, grant: GrantId, at: datetime, end: GrantEnd, by: AccountId | None) -> bool:
        """Record the end; False where it has one."""
        ...

    def confirm_closed(self, grant: GrantId, at: datetime) -> bool:
        """Record that a decoder confirmed it closed; False where that was recorded already."""
        ...


class LockTable(Protocol):
    """Locks."""

    def locks_in_force(self) -> list[Lock]:
        """Oldest first."""
        ...

    def add_lock(self, lock: Lock) -> None: ...

    def lift(self, lock: str, at: datetime) -> bool:
        """False where it is lifted already."""
        ...


class ReviewTable(Protocol):
    """Reviews of break-glass."""

    def add_review(self, review: Review) -> None: ...

    def reviews(self, *, open_only: bool = True) -> list[Review]:
        """By when they are due."""
        ...

    def judge(self, grant: GrantId, verdict: ReviewVerdict, by: AccountId, at: datetime) -> bool:
        """False where it was judged already."""
        ...


class FactTable(Protocol):
    """Facts that somebody confirmed."""

    def add_fact(self, signed: Signed) -> None: ...

    def facts(self, since: datetime) -> list[Signed]:
        """Of what happened since, newest first: a rule counts a fact's age from then."""
        ...

    def fact(self, digest: Digest) -> Signed | None:
        """The fact; None where there is none."""
        ...


class TextTable(Protocol):
    """Typed texts, kept apart from the permanent history so that they can be erased."""

    def put_text(self, digest: Digest, salt: str, text: str, at: datetime) -> None: ...

    def text(self, digest: Digest) -> str | None:
        """The text; None where it was erased."""
        ...

    def erase_before(self, at: datetime) -> int:
        """Erase the texts kept before; how many."""
        ...


class SceneTable(Protocol):
    """Empty scenes that were taken; only added."""

    def add_scene(self, scene: KeptScene) -> bool:
        """False where one of that digest is there already."""
        ...

    def scenes(self, camera: CameraNumber) -> list[KeptScene]:
        """Of the camera, newest first."""
        ...

    def scene_files(self, digests: Iterable[Digest]) -> dict[Digest, bytes]:
        """The files of these, as far as they are kept."""
        ...


class AuditTable(Protocol):
    """The history: entries are only added. Where one cannot be written the whole transaction fails."""

    def append(self, entry: AuditEntry) -> None:
        """Written as the transaction's last act, so that the history's end is held for as short as can be."""
        ...

    def entries(self, query: AuditQuery) -> list[AuditEntry]:
        """Newest first."""
        ...


class AccessUnit(Protocol):
    """The part of a unit that the access desks use."""

    @property
    def people(self) -> PeopleTable: ...

    @property
    def documents(self) -> DocumentTable: ...

    @property
    def requests(self) -> RequestTable: ...

    @property
    def grants(self) -> GrantTable: ...

    @property
    def locks(self) -> LockTable: ...

    @property
    def reviews(self) -> ReviewTable: ...

    @property
    def facts(self) -> FactTable: ...

    @property
    def texts(self) -> TextTable: ...

    @property
    def scenes(self) -> SceneTable: ...

    @property
    def audit(self) -> AuditTable: ...
