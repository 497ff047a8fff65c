"""What must hold of access after every step, whatever was done: the half of the model that looks and never acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from hypothesis.stateful import RuleBasedStateMachine, invariant

from tests.fakes.access_cast import (
    Town,
    account_of,
)
from tests.fakes.memory_access import MemoryAccessUnit
from tests.unit.access_books import (
    DECISIONS,
    LOGINS,
    NEAR,
    SECRET_WORDS,
    STATIONS,
    Books,
    documents_of,
)
from wallapp.base.errors import Unavailable, WallError
from wallapp.base.ids import AccountId, CameraNumber, Digest, GrantId, RequestId, StationName
from wallapp.domain.access import (
    DecisionKind,
    Grant,
    Request,
    RequestState,
    Verdict,
    Vote,
)
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import FactTerms, read_document
from wallapp.domain.people import Role
from wallapp.domain.warrant import Authority, Opening, read_authority
from wallapp.services.access_effect import effective_grants


class AccessWatch(RuleBasedStateMachine):
    """Holds a town's store against the books, and against the documents.

    Attributes:
      trouble_for: acts until the store is found again and the clock put right.
      error: of the last act that failed.
    """

    def found(self, town: Town) -> None:
        """Begin with this town."""
        self.town = town
        with town.store.reading() as unit:
            roles = {one.account: one.roles for one in unit.people.people()}
        self.books = Books(roles, dict(roles))
        self.authority: tuple[Digest, Authority] | None = None
        self.trouble_for, self.clock_back_s = 0, 0
        self.error: WallError | None = None

    @invariant()
    def what_is_effective_is_what_a_decoder_opens(self) -> None:
        with self._looking() as unit:
            try:
                at = unit.now_at()
            except Unavailable:
                return  # nothing can be asked, so that nothing is opened
            authority, served = self._fresh_authority(), self.town.reader.authority(unit)
            effective: dict[GrantId, tuple[AccountId, StationName, frozenset[CameraNumber]]] = {}
            for login in LOGINS:
                for station in STATIONS:
                    found = effective_grants(unit, served, station=station, account=account_of(login), at=at)
                    effective |= {grant.grant: (grant.person, grant.station, cameras) for grant, cameras in found}
            expected = {}
            for grant in unit.grants.recent_grants():
                opening = self._opening(authority, grant)
                if opening is not None and opening.not_before <= at < opening.not_after:
                    cameras = frozenset(one for one in opening.cameras if not self.books.is_stopped(grant, one))
                    if cameras and self._is_wanted(grant):
                        expected[grant.grant] = (opening.person, opening.station, cameras)
            assert effective == expected

    @invariant()
    def requests_and_grants_agree(self) -> None:
        with self._looking() as unit:
            grants = unit.grants.recent_grants()
            assert len({grant.request for grant in grants}) == len(grants)
            approved = {one.terms.request: one for one in unit.requests.requests(states=[RequestState.APPROVED])}
            assert {grant.request for grant in grants} == set(approved)
            for grant in grants:
                self._check_grant(grant, approved[grant.request], unit.requests.votes(grant.request))
            for request in unit.requests.requests():
                if request.state is not RequestState.PENDING:
                    assert self.books.final.setdefault(request.terms.request, request.state) is request.state
                else:
                    assert request.terms.request not in self.books.final

    @invariant()
    def every_change_has_its_one_entry(self) -> None:
        with self._looking() as unit:
            entries = self.town.entries()
            told = Counter((entry.event, entry.subject) for entry in entries)
            kept: Counter[tuple[AuditEvent, str]] = Counter()
            for request in unit.requests.requests():
                name = request.terms.request
                kept[AuditEvent.REQUEST_SUBMITTED, name] += 1
                if request.state in DECISIONS:
                    glass = request.terms.kind is DecisionKind.BREAK_GLASS
                    kept[AuditEvent.GLASS_BROKEN if glass else DECISIONS[request.state], name] += 1
                votes = [vote for vote in unit.requests.votes(name) if vote.terms.verdict is not Verdict.BREAK_GLASS]
                kept[AuditEvent.VOTE_CAST, name] += len(votes)
                kept[AuditEvent.VOTE_STRUCK, name] += sum(vote.struck for vote in votes)
            kept.update((AuditEvent.GRANT_ENDED, one.grant) for one in unit.grants.recent_grants() if one.ended_at)
            judged = (one for one in unit.reviews.reviews(open_only=False) if one.verdict is not None)
            kept.update((AuditEvent.REVIEWED, one.grant) for one in judged)
            free = {AuditEvent.REQUEST_REFUSED, AuditEvent.REVIEW_DUE, AuditEvent.FACT_CONFIRMED}
            locks = {AuditEvent.LOCK_SET, AuditEvent.LOCK_LIFTED}
            assert +kept == Counter({key: n for key, n in told.items() if key[0] not in free | locks})
            assert sum(n for key, n in told.items() if key[0] is AuditEvent.LOCK_SET) == self.books.locks_set
            assert all(n == 1 for key, n in told.items() if key[0] in locks | {AuditEvent.REVIEW_DUE})
            for entry in entries[self.books.read :]:
                assert "The " not in str(entry)
                assert SECRET_WORDS not in str(entry)
            self.books.read = len(entries)

    # Inside

    def _do(self, act: Callable[[], object], *, several: bool = False) -> bool:
        """Whether it was done. What failed changed nothing, but for the one entry of a refusal."""
        store = self.town.store
        before, before_told = store.state, store.writes
        try:
            act()
            assert not store.is_lost
        except WallError as error:
            self.error = error
            if isinstance(error, Unavailable) and not several:
                assert store.state is before
            elif store.state is not before and not several:
                entries = self.town.entries()
                assert entries[-1].event is AuditEvent.REQUEST_REFUSED
                assert store.writes == before_told + 1
            if several:
                with self._looking() as unit:
                    self.books.ended |= {one.grant for one in unit.grants.recent_grants() if one.ended_at}
            return False
        finally:
            self.trouble_for -= 1
            if self.trouble_for == 0:
                store.is_lost = False
                self.town.clock.advance(self.clock_back_s)
                self.clock_back_s = 0
        return True

    def _check_grant(self, grant: Grant, request: Request, votes: list[Vote]) -> None:
        is_new = grant.grant not in self.books.first
        first = self.books.first.setdefault(grant.grant, grant)
        same = replace(grant, ended_at=None, end=None, ended_by=None, closed_at=None)
        assert same == replace(first, ended_at=None, end=None, ended_by=None, closed_at=None)
        assert (grant.ended_at is not None) == (grant.grant in self.books.ended)
        assert request.decided_at is not None
        assert request.terms.submitted_at <= grant.not_before <= request.decided_at < request.terms.expires_at
        assert (grant.person, grant.station) == (request.terms.requester, request.terms.station)
        length_s = (grant.not_after - grant.not_before).total_seconds()
        assert 0 < length_s <= request.terms.duration_s
        assert grant.cameras
        assert grant.cameras <= request.terms.cameras
        if grant.kind is DecisionKind.CIRCUMSTANCE:
            with self._looking() as unit:
                fact = unit.facts.fact(request.terms.fact)
            assert fact is not None
            terms = read_document(fact.body, FactTerms)
            assert terms.confirmed_by != grant.person
            assert grant.cameras <= NEAR[terms.lat_e7]
        if grant.kind is not DecisionKind.QUORUM:
            return
        counted = [vote for vote in votes if not vote.struck and vote.terms.verdict is Verdict.APPROVE]
        for vote in counted:
            assert vote.terms.voter != grant.person
            assert grant.cameras <= vote.terms.cameras
            assert length_s <= vote.terms.duration_s
        assert len({vote.terms.voter for vote in counted}) == len(counted) >= 2
        if is_new:
            wanted = (frozenset({Role.SUPERVISOR}), frozenset({Role.OWNER_REPRESENTATIVE}))
            for roles in wanted:
                assert any(self._counts(vote.terms.voter, roles) for vote in counted)
            for vote in counted:
                assert any(self._counts(vote.terms.voter, roles) for roles in wanted)

    def _counts(self, account: AccountId, roles: frozenset[Role]) -> bool:
        of_house = Role.SUPERVISOR in roles or account == account_of("banker")
        return of_house and self.books.may(account, roles) and not self.books.is_locked(account)

    def _over(self) -> tuple[set[GrantId], set[RequestId]]:
        """What a sweep has to record now: open grants and undecided requests that nothing carries any more."""
        with self._looking() as unit:
            try:
                at = unit.now_at()
            except Unavailable:
                return set(), set()
            authority = self._fresh_authority()
            over = {
                grant.grant
                for grant in unit.grants.open_grants()
                if at >= grant.not_after or not self._may_see(grant.person) or not self._opening(authority, grant)
            }
            void = {
                one.terms.request
                for one in unit.requests.requests(states=[RequestState.PENDING])
                if at >= one.terms.expires_at
                or not self._may_see(one.terms.requester)
                or authority.policy(one.terms.policy) is None
            }
            return over, void

    def _may_see(self, account: AccountId) -> bool:
        """Whether the account still holds the right that its openings and requests rest on."""
        return self.books.may(account, self.books.policy.asking & {Role.OPERATOR, Role.SUPERVISOR})

    def _is_wanted(self, grant: Grant) -> bool:
        """Whether nothing that the books know stands against it, locks on its cameras apart."""
        if grant.grant in self.books.ended or not self._may_see(grant.person):
            return False
        with self._looking() as unit:
            voters = [vote.terms.voter for vote in unit.requests.votes(grant.request) if not vote.struck]
            request = unit.requests.request(grant.request)
            fact = unit.facts.fact(request.terms.fact) if request else None
        witnesses = [one.signer for one in fact.signatures] if fact else []
        return not any(self.books.is_locked(account) for account in (*voters, *witnesses))

    def _opening(self, authority: Authority, grant: Grant) -> Opening | None:
        """What a decoder makes of the documents."""
        with self._looking() as unit:
            warrant = documents_of(unit, grant)
        try:
            return authority.opening(warrant)
        except WallError:
            return None

    def _fresh_authority(self) -> Authority:
        """Read anew for each new list, never by the service's own reader."""
        with self._looking() as unit:
            newest = unit.documents.trust_chain()[-1].digest
            if self.authority is None or self.authority[0] != newest:
                self.authority = newest, read_authority(self.town.reader.pin, self.town.reader.documents(unit))
        return self.authority[1]

    @contextmanager
    def _looking(self) -> Iterator[MemoryAccessUnit]:
        """What is kept, even where the store does not answer now."""
        store = self.town.store
        was_lost, store.is_lost = store.is_lost, False
        with store.reading() as unit:
            yield unit
        store.is_lost = was_lost

    def _is_past(self, at: datetime) -> bool:
        """By the store's time, which does not follow a clock that went back a little; True where it gives none."""
        try:
            return self._now_at() >= at
        except Unavailable:
            return True

    def _now_at(self) -> datetime:
        with self._looking() as unit:
            return unit.now_at()
