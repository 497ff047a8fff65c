"""What the access desks ask of the store, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.fakes.memory_access import MemoryAccessStore
from tests.store.access_cases import (
    AT,
    BANK,
    LATER,
    OPERATOR,
    OWNER,
    SIGNATURE,
    SUPERVISOR,
    add_grant,
    add_people,
    document,
    entry,
    fact,
    grant,
    lock,
    minutes,
    person,
    scene,
    terms,
    trust_list,
    vote,
)
from wallapp.base.clock import ManualClock
from wallapp.base.errors import Conflict, NotFound, RuleBroken
from wallapp.base.ids import AccountId, CameraNumber, Digest, GrantId, OwnerName, RequestId
from wallapp.domain.access import DecisionKind, GrantEnd, Request, RequestState, ReviewVerdict, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import POLICY, TRUST, Signature, digest_of
from wallapp.domain.people import Role
from wallapp.services.access_ports import AccountSecrets, AuditQuery, Review
from wallapp.services.ports import UnitSource
from wallapp.store.unit_of_work import Store

R1 = RequestId("r1")
G1 = GrantId("g-r1")
NOBODY = AccountId("nobody")


@pytest.fixture
def store(real_store: Store) -> Store:
    """With people in it."""
    with real_store.writing() as unit:
        add_people(unit)
    return real_store


def test_people_are_kept_found_and_replaced(store: Store) -> None:
    moved = replace(OWNER, on_duty=True, active=False, public_key="ab" * 32, roles=frozenset(Role), login="Owner.2")
    with store.writing() as unit:
        unit.people.put_person(moved)
    with store.reading() as unit:
        assert unit.people.people() == [moved, OPERATOR, SUPERVISOR]
        assert unit.people.person(OWNER.account) == moved
        assert unit.people.person_by_login("oWNER.2") == moved
        assert unit.people.person_by_login("owner") is None
        assert unit.people.person(NOBODY) is None


def test_a_login_is_one_persons_whatever_its_case(store: Store) -> None:
    for other in (person("OPERATOR"), replace(SUPERVISOR, login="Operator")):
        with pytest.raises(Conflict, match="somebody else's"), store.writing() as unit:
            unit.people.put_person(other)
    with pytest.raises(RuleBroken, match="pseudonym"), store.writing() as unit:
        unit.people.put_person(replace(OPERATOR, pseudonym="another"))
    with store.reading() as unit:
        assert unit.people.people() == [OPERATOR, OWNER, SUPERVISOR]


def test_secrets_are_kept_apart_and_a_code_is_spent_once(store: Store) -> None:
    known = AccountSecrets("$argon2id$…", "sealed…", 7, 3, LATER, True)
    with store.writing() as unit:
        assert unit.people.secrets(OPERATOR.account) == AccountSecrets()
        unit.people.put_secrets(OPERATOR.account, known)
        unit.people.put_person(replace(OPERATOR, name="renamed"))
        assert unit.people.secrets(OPERATOR.account) == known
        assert unit.people.secrets(SUPERVISOR.account) == AccountSecrets()
        assert unit.people.spend_totp(OPERATOR.account, 8)
        assert not unit.people.spend_totp(OPERATOR.account, 8)
        assert not unit.people.spend_totp(OPERATOR.account, 7)
        # Read before the code was spent, written after.
        unit.people.put_secrets(OPERATOR.account, replace(known, failures=0, locked_until=None))
        assert unit.people.secrets(OPERATOR.account) == replace(known, totp_counter=8, failures=0, locked_until=None)
    with store.writing() as unit:
        with pytest.raises(NotFound, match="no such account"):
            unit.people.secrets(NOBODY)
        with pytest.raises(NotFound, match="no such account"):
            unit.people.put_secrets(NOBODY, known)
        unit.people.hold([SUPERVISOR.account, OPERATOR.account, NOBODY], to_change=True)
        unit.people.hold([])


def test_documents_and_the_names_under_them(store: Store) -> None:
    second, first = document("b", version=2), document("a", at=LATER)
    with store.writing() as unit:
        for one in (second, first, trust_list(1)):
            unit.documents.add_document(one)
        unit.documents.add_signature(first.digest, Signature(SUPERVISOR.account, SIGNATURE), AT)
        unit.documents.add_signature(first.digest, Signature(OWNER.account, "cd" * 64), LATER)
    names = (Signature(SUPERVISOR.account, SIGNATURE), Signature(OWNER.account, "cd" * 64))
    signed = replace(first, signed=replace(first.signed, signatures=names))
    with store.writing() as unit:
        assert unit.documents.documents(POLICY) == [signed, second]
        assert unit.documents.document(first.digest, locks=True) == signed
        assert unit.documents.document(Digest("00" * 32), locks=True) is None
        assert digest_of(signed.signed.body) == first.digest
    with pytest.raises(Conflict, match="there already"), store.writing() as unit:
        unit.documents.add_document(first)
    with pytest.raises(Conflict, match="signed it already"), store.writing() as unit:
        unit.documents.add_signature(first.digest, Signature(OWNER.account, SIGNATURE), LATER)
    with pytest.raises(Conflict), store.writing() as unit:
        unit.documents.add_signature(Digest("00" * 32), Signature(OWNER.account, SIGNATURE), LATER)


def test_the_chain_of_trust_holds_one_list_a_version(store: Store) -> None:
    lists = [trust_list(1), trust_list(2)]
    rival = document("rival", kind=TRUST, version=2)
    with store.writing() as unit:
        for one in (rival, *reversed(lists)):
            unit.documents.add_document(one)
        unit.documents.put_in_force(1, lists[0].digest, AT)
        unit.documents.put_in_force(2, lists[1].digest, LATER)
        assert unit.documents.trust_chain() == lists
    with pytest.raises(Conflict, match="trust list 2 is in force already"), store.writing() as unit:
        unit.documents.put_in_force(2, rival.digest, LATER)


def test_requests_are_submitted_once_and_listed_newest_first(store: Store) -> None:
    first, second, third = terms(), terms("r2", at=LATER), terms("r3", at=AT + minutes(1), requester=SUPERVISOR)
    with store.writing() as unit:
        assert [unit.requests.add_request(each) for each in (first, second, third, first)] == [True, True, True, False]
        assert unit.requests.decide(RequestId("r3"), 1, RequestState.WITHDRAWN, LATER)
    with store.writing() as unit:
        assert unit.requests.request(R1, locks=True) == Request(first, RequestState.PENDING, 1)
        assert unit.requests.request(RequestId("r9"), locks=True) is None
        listed = unit.requests.requests()
        assert listed == [
            Request(second, RequestState.PENDING, 1),
            Request(third, RequestState.WITHDRAWN, 2, decided_at=LATER),
            Request(first, RequestState.PENDING, 1),
        ]
        assert unit.requests.requests(limit=1) == listed[:1]
        assert unit.requests.requests(states=[RequestState.PENDING]) == [listed[0], listed[2]]
        assert unit.requests.requests(requester=SUPERVISOR.account) == [listed[1]]
        assert unit.requests.requests(states=[RequestState.PENDING], requester=SUPERVISOR.account) == []


def test_a_request_is_decided_once_and_never_too_late(store: Store) -> None:
    with store.writing() as unit:
        unit.requests.add_request(terms())
        for too_late in (terms().expires_at, terms().expires_at + minutes(1)):
            assert not unit.requests.decide(R1, 1, RequestState.APPROVED, too_late)
        assert not unit.requests.decide(R1, 2, RequestState.APPROVED, AT)
        just_before = terms().expires_at - timedelta(microseconds=1)
        assert unit.requests.expired_ids(just_before) == []
        assert unit.requests.expired_ids(terms().expires_at) == [R1]
        assert unit.requests.decide(R1, 1, RequestState.APPROVED, just_before)
        for version in (1, 2):
            assert not unit.requests.decide(R1, version, RequestState.DENIED, LATER)
        assert unit.requests.expired_ids(LATER + minutes(60)) == []
        assert unit.requests.request(R1) == Request(terms(), RequestState.APPROVED, 2, decided_at=just_before)


def test_votes_stand_in_the_order_they_came_one_a_person(store: Store) -> None:
    asked = terms()
    # Signed on stations whose clocks differ: the order is the store's.
    votes = [vote(asked, SUPERVISOR), vote(asked, OWNER, verdict=Verdict.DENY)]
    votes[1] = replace(votes[1], terms=replace(votes[1].terms, signed_at=AT))
    with store.writing() as unit:
        unit.requests.add_request(asked)
        for one in votes:
            unit.requests.add_vote(R1, one)
        assert unit.requests.votes(R1) == votes
        unit.requests.strike(R1, SUPERVISOR.account)
        unit.requests.strike(R1, SUPERVISOR.account)
        assert unit.requests.votes(R1) == [replace(votes[0], struck=True), votes[1]]
        assert unit.requests.votes(RequestId("r2")) == []
    with pytest.raises(Conflict, match="voted on it already"), store.writing() as unit:
        unit.requests.add_vote(R1, vote(asked, OWNER))
    with pytest.raises(Conflict), store.writing() as unit:
        unit.requests.add_vote(RequestId("r2"), vote(asked, OWNER))


def test_a_rules_approvals_are_counted_alone(store: Store) -> None:
    approved, denied = RequestState.APPROVED, RequestState.DENIED
    cases = [
        ("a", DecisionKind.CIRCUMSTANCE, "night", BANK, AT, approved),
        ("b", DecisionKind.CIRCUMSTANCE, "night", BANK, LATER, approved),
        ("c", DecisionKind.CIRCUMSTANCE, "night", BANK, LATER, denied),
        ("d", DecisionKind.CIRCUMSTANCE, "day", BANK, LATER, approved),
        ("e", DecisionKind.QUORUM, "night", BANK, LATER, approved),
        ("f", DecisionKind.CIRCUMSTANCE, "night", OwnerName("Port"), LATER, approved),
    ]
    with store.writing() as unit:
        for name, kind, circumstance, owner, at, state in cases:
            unit.requests.add_request(terms(name, kind=kind, circumstance=circumstance, owner=owner))
            assert unit.requests.decide(RequestId(name), 1, state, at)
        assert unit.requests.circumstance_count(BANK, "night", AT) == 2
        assert unit.requests.circumstance_count(BANK, "night", LATER) == 1
        assert unit.requests.circumstance_count(BANK, "night", LATER + minutes(1)) == 0


def test_a_grant_needs_its_approved_request_and_is_the_only_one(store: Store) -> None:
    asked = terms()
    with store.writing() as unit:
        made = add_grant(unit, asked)
        assert unit.grants.grant(G1, locks=True) == made == unit.grants.grant_of(R1)
        assert unit.grants.grant(GrantId("g9"), locks=True) is None
        assert unit.grants.grant_of(RequestId("r9")) is None
        unit.requests.add_request(terms("r2"))
    with pytest.raises(Conflict, match="its grant already"), store.writing() as unit:
        unit.grants.add_grant(grant(asked, name="g-other"))
    with pytest.raises(RuleBroken, match="a grant needs a request that is approved"), store.writing() as unit:
        unit.grants.add_grant(grant(terms("r2")))
    with store.writing() as unit:
        unit.requests.decide(RequestId("r2"), 1, RequestState.EXPIRED, LATER)
    with pytest.raises(RuleBroken, match="a grant needs"), store.writing() as unit:
        unit.grants.add_grant(grant(terms("r2")))


def test_a_grants_end_and_its_closing_are_recorded_once(store: Store) -> None:
    with store.writing() as unit:
        first = add_grant(unit, terms())
        second = add_grant(unit, terms("r2", requester=SUPERVISOR), at=AT)
        assert unit.grants.open_grants() == [second, first]
        assert unit.grants.recent_grants() == [first, second]
        assert unit.grants.recent_grants(limit=1) == [first]
        assert unit.grants.recent_grants(person=SUPERVISOR.account) == [second]
        assert unit.grants.end(G1, LATER, GrantEnd.REVOKED, OWNER.account)
        assert not unit.grants.end(G1, LATER + minutes(1), GrantEnd.EXPIRED, None)
        assert unit.grants.confirm_closed(G1, LATER + minutes(2))
        assert not unit.grants.confirm_closed(G1, LATER + minutes(3))
        assert unit.grants.end(second.grant, LATER, GrantEnd.EXPIRED, None)
        assert not unit.grants.end(GrantId("g9"), LATER, GrantEnd.EXPIRED, None)
    with store.reading() as unit:
        ended = replace(first, ended_at=LATER, end=GrantEnd.REVOKED, ended_by=OWNER.account)
        assert unit.grants.grant(G1) == replace(ended, closed_at=LATER + minutes(2))
        assert unit.grants.open_grants() == []
        assert len(unit.grants.recent_grants()) == 2


def test_locks_are_lifted_once(store: Store) -> None:
    newer, older = lock("l2", at=LATER), lock("l1")
    with store.writing() as unit:
        unit.locks.add_lock(newer)
        unit.locks.add_lock(older)
        assert unit.locks.locks_in_force() == [older, newer]
        assert unit.locks.lift("l1", LATER)
        assert not unit.locks.lift("l1", LATER)
        assert not unit.locks.lift("l9", LATER)
        assert unit.locks.locks_in_force() == [newer]
    with pytest.raises(Conflict, match="there already"), store.writing() as unit:
        unit.locks.add_lock(older)


def test_a_break_glass_is_judged_once(store: Store) -> None:
    with store.writing() as unit:
        add_grant(unit, terms())
        add_grant(unit, terms("r2"))
        late, soon = Review(G1, LATER), Review(GrantId("g-r2"), AT)
        unit.reviews.add_review(late)
        unit.reviews.add_review(soon)
        assert unit.reviews.reviews() == [soon, late]
        assert unit.reviews.judge(G1, ReviewVerdict.CHALLENGED, SUPERVISOR.account, LATER)
        assert not unit.reviews.judge(G1, ReviewVerdict.JUSTIFIED, OWNER.account, LATER)
        assert unit.reviews.reviews() == [soon]
        judged = Review(G1, LATER, ReviewVerdict.CHALLENGED, SUPERVISOR.account, LATER)
        assert unit.reviews.reviews(open_only=False) == [soon, judged]
    with pytest.raises(Conflict, match="its review already"), store.writing() as unit:
        unit.reviews.add_review(late)


def test_facts_are_found_by_when_they_happened(store: Store) -> None:
    old, new = fact("f1"), fact("f2", at=LATER)
    with store.writing() as unit:
        unit.facts.add_fact(old)
        unit.facts.add_fact(new)
        assert unit.facts.facts(AT) == [new, old]
        assert unit.facts.facts(AT + timedelta(microseconds=1)) == [new]
        assert unit.facts.fact(digest_of(old.body)) == old
        assert unit.facts.fact(Digest("00" * 32)) is None
    with pytest.raises(Conflict, match="there already"), store.writing() as unit:
        unit.facts.add_fact(old)


def test_typed_texts_can_be_erased(store: Store) -> None:
    one, two = Digest("11" * 32), Digest("22" * 32)
    with store.writing() as unit:
        unit.texts.put_text(one, "salt", "Une fenêtre brisée نافذة", AT)
        unit.texts.put_text(one, "salt", "Une fenêtre brisée نافذة", LATER)
        unit.texts.put_text(two, "salt", "later", LATER)
        assert unit.texts.text(one) == "Une fenêtre brisée نافذة"
        assert unit.texts.erase_before(AT) == 0
        assert unit.texts.erase_before(LATER) == 1
        assert unit.texts.erase_before(LATER) == 0
        assert (unit.texts.text(one), unit.texts.text(two)) == (None, "later")


def test_the_history_is_read_newest_first_and_by_what_is_asked(store: Store) -> None:
    asked = entry(AuditEvent.REQUEST_SUBMITTED)
    cast = entry(AuditEvent.VOTE_CAST, at=LATER)
    signed_in = entry(AuditEvent.SIGNED_IN, subject="a", owner=OwnerName(""), at=AT + minutes(1))
    with store.writing() as unit:
        unit.audit.append(asked)
        unit.audit.append(signed_in)
    with store.writing() as unit:
        unit.audit.append(cast)
    with store.reading() as unit:
        assert unit.audit.entries(AuditQuery()) == [cast, signed_in, asked]
        assert unit.audit.entries(AuditQuery(limit=2)) == [cast, signed_in]
        assert unit.audit.entries(AuditQuery(owner=BANK)) == [cast, asked]
        # Of no owner: not the same as whatever its owner.
        assert unit.audit.entries(AuditQuery(owner=OwnerName(""))) == [signed_in]
        assert unit.audit.entries(AuditQuery(subject="a")) == [signed_in]
        assert unit.audit.entries(AuditQuery(since=LATER)) == [cast]
        assert unit.audit.entries(AuditQuery(owner=OwnerName("Port"))) == []
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT seq FROM audit_entry ORDER BY seq")
        assert list(rows.scalars()) == [1, 2, 3]


def test_what_raises_leaves_neither_row_nor_entry(store: Store) -> None:
    with suppress(ZeroDivisionError), store.writing() as unit:
        unit.requests.add_request(terms())
        unit.audit.append(entry(AuditEvent.REQUEST_SUBMITTED))
        unit.audit.write_down()
        raise ZeroDivisionError
    with store.writing() as unit:
        assert unit.requests.request(R1) is None
        assert unit.audit.entries(AuditQuery()) == []
        unit.audit.append(entry(AuditEvent.SIGNED_IN))
    # The place in the history that was not kept is taken by the next.
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT seq FROM audit_head").scalar_one() == 1


def test_where_the_history_cannot_be_written_nothing_is_kept(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE audit_entry RENAME TO elsewhere")
    with pytest.raises(Exception, match="refused a statement"), store.writing() as unit:
        unit.requests.add_request(terms())
        unit.audit.append(entry(AuditEvent.REQUEST_SUBMITTED))
    with store.reading() as unit:
        assert unit.requests.request(R1) is None


def test_moments_are_kept_to_the_microsecond_in_order_and_as_utc(store: Store) -> None:
    east = timezone(timedelta(hours=5, minutes=30))
    # By their local time the first would be the last.
    moments = [
        datetime(2031, 1, 1, 5, 0, 0, 1, tzinfo=east),
        datetime(2030, 12, 31, 23, 45, tzinfo=UTC),
        datetime(2031, 1, 1, 0, 0, 0, 999999, tzinfo=UTC),
    ]
    with store.writing() as unit:
        for number, at in enumerate(moments):
            unit.locks.add_lock(lock(f"{9 - number}", at=at))
    with store.reading() as unit:
        kept = [one.made_at for one in unit.locks.locks_in_force()]
    assert kept == moments
    assert {at.tzinfo for at in kept} == {UTC}


def test_the_fake_keeps_scenes_as_the_stores_do() -> None:
    fake = MemoryAccessStore(ManualClock())
    with fake.writing() as unit:
        add_people(unit)
    scenes_are_added_once_and_found(fake)


def test_scenes_are_added_once_and_found(store: Store) -> None:
    scenes_are_added_once_and_found(store)


def scenes_are_added_once_and_found(source: UnitSource) -> None:
    early, late, other = scene("b"), scene("a", at=LATER), scene("c", camera=900)
    with source.writing() as unit:
        assert [unit.scenes.add_scene(one) for one in (early, late, other)] == [True, True, True]
    with source.writing() as unit:
        assert not unit.scenes.add_scene(replace(early, camera=CameraNumber(900), body=b"another")), "kept as it was"
    with source.reading() as unit:
        assert unit.scenes.scenes(CameraNumber(12)) == [late, early]
        assert unit.scenes.scenes(CameraNumber(7)) == []
        found = unit.scenes.scene_files([Digest("b"), Digest("nobody's")])
        assert found == {Digest("b"): early.body}
        assert unit.scenes.scene_files([]) == {}
