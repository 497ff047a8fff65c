"""The tables of memory_access, one class a port of services.access_ports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from wallapp.base.errors import Conflict
from wallapp.base.ids import AccountId, CameraNumber, Digest, GrantId, OwnerName, RequestId
from wallapp.domain.access import (
    DecisionKind,
    Grant,
    GrantEnd,
    Lock,
    Request,
    RequestState,
    RequestTerms,
    ReviewVerdict,
    Vote,
)
from wallapp.domain.audit import AuditEntry
from wallapp.domain.documents import FactTerms, Signature, Signed, digest_of, read_document
from wallapp.domain.people import Person
from wallapp.services.access_ports import AccountSecrets, AuditQuery, Document, KeptScene, Review

_Table = TypeVar("_Table", bound="_Memory")
Wrote = Callable[[str], None]


class _Memory:
    """A table; `_wrote` is called with its name before each write and may raise."""

    def __init__(self, wrote: Wrote) -> None:
        self._wrote = wrote

    def copy(self: _Table) -> _Table:
        """The same rows in containers of its own."""
        twin = object.__new__(type(self))
        for name, value in vars(self).items():
            setattr(twin, name, value.copy() if isinstance(value, (dict, list)) else value)
        return twin


class PeopleMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._people: dict[AccountId, Person] = {}
        self._secrets: dict[AccountId, AccountSecrets] = {}

    def people(self) -> list[Person]:
        return sorted(self._people.values(), key=lambda person: person.login)

    def person(self, account: AccountId) -> Person | None:
        return self._people.get(account)

    def person_by_login(self, login: str) -> Person | None:
        return next((one for one in self._people.values() if one.login.lower() == login.lower()), None)

    def hold(self, accounts: Iterable[AccountId], *, to_change: bool = False) -> None:
        """Nobody else is there to wait for."""

    def put_person(self, person: Person) -> None:
        self._wrote("people")
        same = self.person_by_login(person.login)
        if same is not None and same.account != person.account:
            raise Conflict(f"the login {person.login} is another's; choose another")
        self._people[person.account] = person

    def secrets(self, account: AccountId) -> AccountSecrets:
        return self._secrets.get(account, AccountSecrets())

    def put_secrets(self, account: AccountId, secrets: AccountSecrets) -> None:
        self._wrote("people")
        self._secrets[account] = secrets

    def spend_totp(self, account: AccountId, counter: int) -> bool:
        kept = self.secrets(account)
        if counter <= kept.totp_counter:
            return False
        self.put_secrets(account, replace(kept, totp_counter=counter))
        return True


class DocumentMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._documents: dict[Digest, Document] = {}
        self._chain: dict[int, Digest] = {}

    def document(self, digest: Digest, *, locks: bool = False) -> Document | None:
        return self._documents.get(digest)

    def documents(self, kind: str) -> list[Document]:
        found = [one for one in self._documents.values() if one.kind == kind]
        return sorted(found, key=lambda one: (one.version, one.made_at))

    def add_document(self, document: Document) -> None:
        self._wrote("documents")
        if document.digest in self._documents:
            raise Conflict("this document is kept already")
        self._documents[document.digest] = replace(document, signed=Signed(document.signed.body))

    def add_signature(self, digest: Digest, signature: Signature, at: datetime) -> None:
        self._wrote("documents")
        document = self._documents[digest]
        if any(one.signer == signature.signer for one in document.signed.signatures):
            raise Conflict("this person has signed it already")
        signed = Signed(document.signed.body, (*document.signed.signatures, signature))
        self._documents[digest] = replace(document, signed=signed)

    def trust_chain(self) -> list[Document]:
        return [self._documents[self._chain[version]] for version in sorted(self._chain)]

    def put_in_force(self, version: int, digest: Digest, at: datetime) -> None:
        self._wrote("documents")
        if version in self._chain:
            raise Conflict(f"a trust list {version} is in force already")
        self._chain[version] = digest


class RequestMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._requests: dict[RequestId, Request] = {}
        self._votes: dict[tuple[RequestId, AccountId], Vote] = {}

    def request(self, request: RequestId, *, locks: bool = False) -> Request | None:
        return self._requests.get(request)

    def requests(
        self, *, states: Iterable[RequestState] = (), requester: AccountId | None = None, limit: int = 500
    ) -> list[Request]:
        wanted = set(states)
        found = [
            one
            for one in self._requests.values()
            if (not wanted or one.state in wanted) and (requester is None or one.terms.requester == requester)
        ]
        return sorted(found, key=lambda one: (one.terms.submitted_at, one.terms.request), reverse=True)[:limit]

    def expired_ids(self, at: datetime) -> list[RequestId]:
        pending = [one for one in self._requests.values() if one.state is RequestState.PENDING]
        return [one.terms.request for one in pending if one.terms.expires_at <= at]

    def add_request(self, terms: RequestTerms) -> bool:
        self._wrote("requests")
        if terms.request in self._requests:
            return False
        self._requests[terms.request] = Request(terms, RequestState.PENDING, 1)
        return True

    def decide(self, request: RequestId, version: int, state: RequestState, at: datetime) -> bool:
        self._wrote("requests")
        kept = self._requests[request]
        if kept.state is not RequestState.PENDING or kept.version != version:
            return False
        if state is RequestState.APPROVED and kept.terms.expires_at <= at:
            return False
        self._requests[request] = replace(kept, state=state, version=version + 1, decided_at=at)
        return True

    def votes(self, request: RequestId) -> list[Vote]:
        return [vote for (of, _), vote in self._votes.items() if of == request]

    def add_vote(self, request: RequestId, vote: Vote) -> None:
        self._wrote("requests")
        key = (request, vote.terms.voter)
        if key in self._votes:
            raise Conflict("this person has voted on it already")
        self._votes[key] = vote

    def strike(self, request: RequestId, voter: AccountId) -> None:
        self._wrote("requests")
        self._votes[request, voter] = replace(self._votes[request, voter], struck=True)

    def circumstance_count(self, owner: OwnerName, circumstance: str, since: datetime) -> int:
        return sum(
            one.terms.kind is DecisionKind.CIRCUMSTANCE
            and one.state is RequestState.APPROVED
            and one.terms.owner == owner
            and one.terms.circumstance == circumstance
            and one.decided_at is not None
            and one.decided_at >= since
            for one in self._requests.values()
        )


class GrantMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._grants: dict[GrantId, Grant] = {}

    def add_grant(self, grant: Grant) -> None:
        self._wrote("grants")
        if grant.grant in self._grants or self.grant_of(grant.request) is not None:
            raise Conflict("this request has its grant already")
        self._grants[grant.grant] = grant

    def grant(self, grant: GrantId, *, locks: bool = False) -> Grant | None:
        return self._grants.get(grant)

    def grant_of(self, request: RequestId) -> Grant | None:
        return next((one for one in self._grants.values() if one.request == request), None)

    def open_grants(self) -> list[Grant]:
        return sorted((one for one in self._grants.values() if one.ended_at is None), key=lambda one: one.not_after)

    def recent_grants(self, *, person: AccountId | None = None, limit: int = 500) -> list[Grant]:
        found = [one for one in self._grants.values() if person is None or one.person == person]
        return sorted(found, key=lambda one: one.not_before, reverse=True)[:limit]

    def end(self, grant: GrantId, at: datetime, end: GrantEnd, by: AccountId | None) -> bool:
        self._wrote("grants")
        kept = self._grants[grant]
        if kept.ended_at is not None:
            return False
        self._grants[grant] = replace(kept, ended_at=at, end=end, ended_by=by)
        return True

    def confirm_closed(self, grant: GrantId, at: datetime) -> bool:
        self._wrote("grants")
        if self._grants[grant].closed_at is not None:
            return False
        self._grants[grant] = replace(self._grants[grant], closed_at=at)
        return True


class LockMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._locks: dict[str, Lock] = {}

    def locks_in_force(self) -> list[Lock]:
        return [one for one in self._locks.values() if one.lifted_at is None]

    def add_lock(self, lock: Lock) -> None:
        self._wrote("locks")
        if lock.lock in self._locks:
            raise Conflict("this lock is there already; look again")
        self._locks[lock.lock] = lock

    def lift(self, lock: str, at: datetime) -> bool:
        self._wrote("locks")
        kept = self._locks.get(lock)
        if kept is None or kept.lifted_at is not None:
            return False
        self._locks[lock] = replace(kept, lifted_at=at)
        return True


class ReviewMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._reviews: dict[GrantId, Review] = {}

    def add_review(self, review: Review) -> None:
        self._wrote("reviews")
        if review.grant in self._reviews:
            raise Conflict("this grant has its review already; look again")
        self._reviews[review.grant] = review

    def reviews(self, *, open_only: bool = True) -> list[Review]:
        found = (one for one in self._reviews.values() if one.verdict is None or not open_only)
        return sorted(found, key=lambda one: one.due_at)

    def judge(self, grant: GrantId, verdict: ReviewVerdict, by: AccountId, at: datetime) -> bool:
        self._wrote("reviews")
        if self._reviews[grant].verdict is not None:
            return False
        self._reviews[grant] = replace(self._reviews[grant], verdict=verdict, by=by, decided_at=at)
        return True


class FactMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._facts: list[tuple[datetime, Signed]] = []

    def add_fact(self, signed: Signed) -> None:
        self._wrote("facts")
        if self.fact(digest_of(signed.body)) is not None:
            raise Conflict("this fact is there already; look again")
        self._facts.append((read_document(signed.body, FactTerms).happened_at, signed))

    def facts(self, since: datetime) -> list[Signed]:
        return [signed for at, signed in reversed(self._facts) if at >= since]

    def fact(self, digest: Digest) -> Signed | None:
        return next((signed for _, signed in self._facts if digest_of(signed.body) == digest), None)


class TextMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._texts: dict[Digest, tuple[str, datetime]] = {}

    def put_text(self, digest: Digest, salt: str, text: str, at: datetime) -> None:
        self._wrote("texts")
        self._texts[digest] = (text, at)

    def text(self, digest: Digest) -> str | None:
        return self._texts[digest][0] if digest in self._texts else None

    def erase_before(self, at: datetime) -> int:
        self._wrote("texts")
        old = [digest for digest, (_, kept_at) in self._texts.items() if kept_at < at]
        for digest in old:
            del self._texts[digest]
        return len(old)


class SceneMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._scenes: dict[Digest, KeptScene] = {}

    def add_scene(self, scene: KeptScene) -> bool:
        self._wrote("scenes")
        return self._scenes.setdefault(scene.digest, scene) is scene

    def scenes(self, camera: CameraNumber) -> list[KeptScene]:
        found = [one for one in self._scenes.values() if one.camera == camera]
        return sorted(sorted(found, key=lambda one: one.digest), key=lambda one: one.made_at, reverse=True)

    def scene_files(self, digests: Iterable[Digest]) -> dict[Digest, bytes]:
        return {one: self._scenes[one].body for one in digests if one in self._scenes}


class AuditMemory(_Memory):
    def __init__(self, wrote: Wrote) -> None:
        super().__init__(wrote)
        self._entries: list[AuditEntry] = []

    def append(self, entry: AuditEntry) -> None:
        self._wrote("audit")
        self._entries.append(entry)

    def entries(self, query: AuditQuery) -> list[AuditEntry]:
        found = [
            one
            for one in reversed(self._entries)
            if (query.owner is None or one.owner == query.owner)
            and (not query.subject or one.subject == query.subject)
            and (query.since is None or one.at >= query.since)
        ]
        return found[: query.limit]
