"""People, requests and votes for the tests of the store; signatures are only shaped like some."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from wallapp.base.ids import NO_OWNER, AccountId, CameraNumber, Digest, GrantId, OwnerName, RequestId, StationName
from wallapp.domain.access import (
    DecisionKind,
    Grant,
    GrantEnd,
    Lock,
    LockKind,
    RequestState,
    RequestTerms,
    ReviewVerdict,
    Verdict,
    Vote,
    VoteTerms,
)
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.documents import POLICY, TRUST, FactTerms, Signature, Signed, digest_of, write_document
from wallapp.domain.people import Person, Role
from wallapp.domain.policy import FactKind, Purpose
from wallapp.services.access_ports import AccountSecrets, Document, KeptScene, Review
from wallapp.services.ports import Unit
from wallapp.store.faults import translated
from wallapp.store.unit_of_work import WRITES, Store

AT = datetime(2031, 3, 4, 5, 6, 7, 123456, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
BANK = OwnerName("Banque «Atlas» بنك")
DESK = StationName("desk 1")
SIGNATURE = "ab" * 64

KEPT_TABLES = (
    "account",
    "account_secret",
    "document",
    "document_signature",
    "trust_chain",
    "access_request",
    "vote",
    "access_grant",
    "access_lock",
    "grant_review",
    "confirmed_fact",
    "scene",
    "audit_entry",
    "audit_head",
)
"""Tables with guards."""


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def person(name: str, *roles: Role, organisation: OwnerName = NO_OWNER) -> Person:
    return Person(
        AccountId(f"account-{name}"), name, f"{name.title()} of the desk", f"p-{name}", frozenset(roles), organisation
    )


OPERATOR = person("operator", Role.OPERATOR)
SUPERVISOR = person("supervisor", Role.SUPERVISOR, Role.AUDITOR)
OWNER = person("owner", Role.OWNER_REPRESENTATIVE, organisation=BANK)


def add_people(unit: Unit) -> None:
    for one in (OPERATOR, SUPERVISOR, OWNER):
        unit.people.put_person(one)


def terms(
    name: str = "r1",
    *,
    at: datetime = AT,
    requester: Person = OPERATOR,
    kind: DecisionKind = DecisionKind.QUORUM,
    circumstance: str = "",
    owner: OwnerName = BANK,
) -> RequestTerms:
    """Pending for ten minutes."""
    return RequestTerms(
        RequestId(name),
        kind,
        requester.account,
        DESK,
        owner,
        frozenset({CameraNumber(900), CameraNumber(12)}),
        900,
        Purpose.INTRUSION,
        Digest("aa" * 32),
        Digest("bb" * 32),
        at,
        at + minutes(10),
        circumstance=circumstance,
    )


def vote(asked: RequestTerms, voter: Person, *, verdict: Verdict = Verdict.APPROVE) -> Vote:
    allowed = frozenset({CameraNumber(12)}) if verdict is Verdict.APPROVE else frozenset[CameraNumber]()
    digest = digest_of(write_document(asked))
    return Vote(VoteTerms(digest, voter.account, "supervisor", verdict, allowed, 600, LATER), SIGNATURE)


def grant(asked: RequestTerms, *, name: str = "", at: datetime = LATER) -> Grant:
    return Grant(
        GrantId(name or f"g-{asked.request}"),
        asked.request,
        asked.kind,
        asked.requester,
        asked.station,
        asked.owner,
        asked.cameras,
        at,
        at + minutes(15),
    )


def add_grant(unit: Unit, asked: RequestTerms, *, at: datetime = LATER) -> Grant:
    """Ask, approve, grant."""
    made = grant(asked, at=at)
    assert unit.requests.add_request(asked)
    assert unit.requests.decide(asked.request, 1, RequestState.APPROVED, at)
    unit.grants.add_grant(made)
    return made


def document(body: str, *, kind: str = POLICY, version: int = 1, at: datetime = AT) -> Document:
    """Unsigned."""
    text = write_document({"say": body})
    owner = BANK if kind == POLICY else NO_OWNER
    return Document(digest_of(text), kind, owner, version, SUPERVISOR.account, at, Signed(text))


def trust_list(version: int) -> Document:
    return document(f"list {version}", kind=TRUST, version=version)


def fact(name: str, *, at: datetime = AT) -> Signed:
    said = FactTerms(name, FactKind.INTRUSION_CONFIRMED, 335_731_000, -75_898_000, at, SUPERVISOR.account)
    return Signed(write_document(said), (Signature(SUPERVISOR.account, SIGNATURE),))


def scene(name: str, *, camera: int = 12, at: datetime = AT) -> KeptScene:
    body = b"wallapp scene 1 640x360\n\x00" + name.encode()
    return KeptScene(Digest(name), CameraNumber(camera), OPERATOR.account, at, body)


def lock(name: str, *, at: datetime = AT) -> Lock:
    return Lock(name, LockKind.CAMERA, "12", SUPERVISOR.account, "a reason", at)


def entry(event: AuditEvent, *, subject: str = "r1", owner: OwnerName = BANK, at: datetime = AT) -> AuditEntry:
    facts = {"cameras": [12, 900], "duration_s": 600, "purpose": "intrusion", "fresh": True, "legs": ["a", "b"]}
    return AuditEntry(event, at, OPERATOR.pseudonym, DESK, subject, owner, facts)


def fill(store: Store) -> None:
    """A row of everything, some of it decided, ended, lifted, judged."""
    with store.writing() as unit:
        add_people(unit)
        unit.people.put_secrets(OPERATOR.account, AccountSecrets(totp_counter=7))
        unit.documents.add_document(trust_list(1))
        unit.documents.add_signature(trust_list(1).digest, Signature(SUPERVISOR.account, SIGNATURE), AT)
        unit.documents.put_in_force(1, trust_list(1).digest, AT)
        unit.requests.add_request(terms("open"))
        add_grant(unit, terms("done"))
        for voter in (SUPERVISOR, OWNER):
            unit.requests.add_vote(RequestId("done"), vote(terms("done"), voter))
        unit.requests.strike(RequestId("done"), OWNER.account)
        unit.grants.end(GrantId("g-done"), LATER, GrantEnd.REVOKED, OWNER.account)
        unit.grants.confirm_closed(GrantId("g-done"), LATER)
        unit.reviews.add_review(Review(GrantId("g-done"), LATER))
        unit.reviews.judge(GrantId("g-done"), ReviewVerdict.CHALLENGED, SUPERVISOR.account, LATER)
        unit.locks.add_lock(lock("lifted"))
        unit.locks.lift("lifted", LATER)
        unit.facts.add_fact(fact("f1"))
        unit.scenes.add_scene(scene("empty"))
        unit.audit.append(entry(AuditEvent.GRANT_ENDED))
        unit.audit.append(entry(AuditEvent.SIGNED_OUT))


def run(store: Store, *statements: str) -> None:
    """Raw SQL as the database's user, the house's errors, undone at the end."""
    with (
        translated(store.place),
        store.engine.connect().execution_options(**{WRITES: True}) as connection,
        connection.begin() as transaction,
    ):
        for statement in statements:
            assert connection.execute(text(statement)).rowcount > 0, "it met no row"
        transaction.rollback()
