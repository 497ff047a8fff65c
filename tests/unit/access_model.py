"""A machine that does to a town what people, clocks and crashes do, and keeps its own simple books beside it.

The books are not the code under test: who is what, what was locked, what was ended, who voted for what and when.
After every step the store is held against them, and against a fresh check of the documents by domain.warrant.
"""

from __future__ import annotations

import uuid
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.fakes.access_cast import (
    BANK,
    BANK_POLICY,
    DESK_1,
    DESK_2,
    DOOR,
    HALL,
    SAFE,
    Town,
    account_of,
    actor_of,
    key_of,
)
from tests.unit.access_books import (
    LOGINS,
    NO_POLICY,
    POLICIES,
    ROLES,
    SECRET_WORDS,
    STARTS,
    STATIONS,
)
from tests.unit.access_watch import AccessWatch
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber, StationName
from wallapp.domain.access import (
    DecisionKind,
    Grant,
    LockKind,
    Request,
    RequestState,
    ReviewVerdict,
    Verdict,
)
from wallapp.domain.people import Role
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind, Policy, Purpose
from wallapp.services.access_ask import AskForm
from wallapp.services.access_sweeper import Swept

logins = st.sampled_from(LOGINS)
seats = st.sampled_from(STATIONS)
some_cameras = st.sampled_from(
    [frozenset(each) for each in ({HALL}, {SAFE}, {DOOR}, {HALL, SAFE}, {HALL, DOOR}, {HALL, SAFE, DOOR})]
)
picks = st.integers(0, 5)


class AccessModel(AccessWatch):
    """Submit, vote, narrow, end, lock, change people and policies, move the clock, crash, lose the store."""

    @initialize(start=st.sampled_from(STARTS), cameras=some_cameras)
    def begin(self, start: str, cameras: frozenset[CameraNumber]) -> None:
        """In the middle of something, so that few steps lead far."""
        self.found(Town(people=LOGINS, policies=[BANK_POLICY]))
        self.forms: list[tuple[str, StationName, AskForm]] = []
        if start in ("fact", "far fact", "own fact"):
            self.confirm_fact(
                "operator" if start == "own fact" else "operator2", 33.69 if start == "far fact" else 33.59
            )
        if start in ("granted", "locked", "doubted"):
            self.ask_and_approve(DESK_1, cameras)
            self.requests_and_grants_agree()
        else:
            login = "supervisor2" if start in ("own", "own glass") else "operator"
            self.ask_as_one_does(DESK_1, cameras, start in ("glass", "own glass"), login)
        self._go_on(start)

    def _go_on(self, start: str) -> None:
        if start == "own":
            self.decide_on_ones_own(0)
        elif start == "own glass":
            self.review("supervisor2", ReviewVerdict.JUSTIFIED)
        elif start == "late":
            self.town.clock.advance(900)
            self.approve_all("supervisor", 0)
        elif start == "narrowed":
            self.approve("supervisor", 0, frozenset({HALL}), 60)
            self.approve_all("banker", 0)
        elif start in ("half", "struck", "half doubted"):
            self.approve_all("supervisor", 0)
            self.approve_all("head", 0)
        elif start == "doubted":
            self.lock("admin", LockKind.PERSON, "supervisor")
        elif start == "locked":
            self.lock("admin", LockKind.CAMERA, "operator")
        if start == "half doubted":
            for login in ("supervisor", "supervisor2"):
                self.lock("admin", LockKind.PERSON, login)
            for login in ("supervisor2", "banker"):
                self.approve_all(login, 0)
        if start == "struck":
            self.lose_the_role("supervisor")
            self.approve_all("banker", 0)
            self.restore_everybody()

    # What people do

    @rule(login=logins, station=seats, cameras=some_cameras, duration_s=st.sampled_from([1, 60, 900, 1801]))
    def ask(self, login: str, station: StationName, cameras: frozenset[CameraNumber], duration_s: int) -> None:
        form = AskForm(self._new_id(), cameras, Purpose.INTRUSION, SECRET_WORDS, duration_s)
        self.forms.append((login, station, form))
        self._do(lambda: self.town.desk.ask(actor_of(login, station), form))

    @rule(station=seats, cameras=some_cameras, glass=st.booleans(), login=st.sampled_from(["operator", "supervisor2"]))
    def ask_as_one_does(
        self, station: StationName, cameras: frozenset[CameraNumber], glass: bool, login: str = "operator"
    ) -> None:
        form = AskForm(self._new_id(), cameras, Purpose.INTRUSION, SECRET_WORDS, 300)
        self.forms.append((login, station, form))
        if glass:
            self._do(lambda: self.town.desk.break_glass(actor_of(login, station), key_of(login), form))
        else:
            self._do(lambda: self.town.desk.ask(actor_of(login, station), form))

    @precondition(lambda self: self.forms)
    @rule(pick=picks, glass=st.booleans())
    def ask_again(self, pick: int, glass: bool) -> None:
        login, station, form = self.forms[pick % len(self.forms)]
        if glass:
            self._do(lambda: self.town.desk.break_glass(actor_of(login, station), key_of(login), form))
        else:
            self._do(lambda: self.town.desk.ask(actor_of(login, station), form))

    @rule(login=logins, pick=picks, cameras=some_cameras, duration_s=st.sampled_from([1, 60, 300, 900]))
    def approve(self, login: str, pick: int, cameras: frozenset[CameraNumber], duration_s: int) -> None:
        request = self._request(pick)
        asked = request.terms.cameras if request else cameras
        self._vote(login, pick, Verdict.APPROVE, cameras=cameras & asked or cameras, duration_s=duration_s)

    @rule(login=st.sampled_from(["supervisor", "supervisor2", "banker", "head"]), pick=picks)
    def approve_all(self, login: str, pick: int) -> None:
        self._vote(login, pick, Verdict.APPROVE)

    @rule(pick=picks, wait_s=st.sampled_from([0, 0, 0, 900]))
    def approve_as_owner(self, pick: int, wait_s: int) -> None:
        self.town.clock.advance(wait_s)
        self._vote("banker", pick, Verdict.APPROVE)

    @rule(station=seats, cameras=some_cameras)
    def ask_and_approve(self, station: StationName, cameras: frozenset[CameraNumber]) -> None:
        self.ask_as_one_does(station, cameras, False)
        for login in ("supervisor", "banker"):
            self._vote(login, 0, Verdict.APPROVE)

    @rule(pick=picks)
    def decide_on_ones_own(self, pick: int) -> None:
        request = self._request(pick)
        asking = [login for login in LOGINS if request and account_of(login) == request.terms.requester]
        for login in asking:
            self._vote(login, pick, Verdict.APPROVE)

    @rule(login=logins, pick=picks)
    def deny(self, login: str, pick: int) -> None:
        self._vote(login, pick, Verdict.DENY)

    @rule(login=logins, pick=picks)
    def withdraw(self, login: str, pick: int) -> None:
        request = self._request(pick)
        if request is not None:
            self._do(lambda: self.town.desk.withdraw(actor_of(login), request.terms.request))

    @rule(login=logins, pick=picks)
    def revoke(self, login: str, pick: int) -> None:
        grant = self._grant(pick)
        if grant and self._do(lambda: self.town.desk.revoke(actor_of(login), grant.grant, "it is enough")):
            assert self.books.roles[account_of(login)] & {Role.SUPERVISOR, Role.OWNER_REPRESENTATIVE}
            self.books.ended.add(grant.grant)

    @rule(login=st.sampled_from(["operator", "operator", "supervisor2"]), pick=picks)
    def relinquish(self, login: str, pick: int) -> None:
        grant = self._grant(pick)
        if grant and self._do(lambda: self.town.desk.relinquish(actor_of(login), grant.grant)):
            assert grant.person == account_of(login)
            self.books.ended.add(grant.grant)

    @rule(login=st.sampled_from(["operator", "supervisor", "supervisor2"]), verdict=st.sampled_from(ReviewVerdict))
    def review(self, login: str, verdict: ReviewVerdict) -> None:
        with self._looking() as unit:
            due = unit.reviews.reviews()
            grant = unit.grants.grant(due[0].grant) if due else None
        if grant and self._do(lambda: self.town.desk.review(actor_of(login), grant.grant, verdict)):
            assert grant.kind is DecisionKind.BREAK_GLASS
            assert grant.person != account_of(login)
            if verdict is ReviewVerdict.CHALLENGED and self._now_at() < grant.not_after:
                self.books.ended.add(grant.grant)

    @rule(login=st.sampled_from(["operator", "operator2", "supervisor"]), lat=st.sampled_from([33.59, 33.69]))
    def confirm_fact(self, login: str, lat: float) -> None:
        happened_at = self.town.clock.now_at() - timedelta(seconds=5)
        self._do(
            lambda: self.town.desk.confirm_fact(
                actor_of(login),
                key_of(login),
                FactKind.INTRUSION_CONFIRMED,
                place=Place(lat, -7.6),
                happened_at=happened_at,
            )
        )

    @rule(login=st.sampled_from(["admin", "supervisor", "banker"]), kind=st.sampled_from(LockKind), who=logins)
    def lock(self, login: str, kind: LockKind, who: str) -> None:
        target = {
            LockKind.PERSON: account_of(who),
            LockKind.STATION: DESK_1,
            LockKind.CAMERA: str(HALL),
            LockKind.OWNER: BANK,
            LockKind.EVERYTHING: "",
        }[kind]
        if self._do(lambda: self.town.desk.set_lock(actor_of(login, DESK_2), kind, target=target, reason=SECRET_WORDS)):
            made = next(lock for lock in self.town.locks() if lock.lock not in self.books.locks)
            self.books.locks[made.lock] = (kind, target)
            self.books.locks_set += 1

    @precondition(lambda self: self.books.locks)
    @rule(login=st.sampled_from(["admin", "admin", "supervisor", "banker"]), pick=picks)
    def lift(self, login: str, pick: int) -> None:
        lock = list(self.books.locks)[pick % len(self.books.locks)]  # in order of making: ids are random
        if self._do(lambda: self.town.desk.lift_lock(actor_of(login, DESK_2), lock)):
            del self.books.locks[lock]

    # What happens to people and papers

    @rule(login=st.sampled_from(LOGINS[:-1]), roles=st.sampled_from(ROLES), active=st.sampled_from([True, True, False]))
    def change_person(self, login: str, roles: frozenset[Role], active: bool) -> None:
        if self._do(lambda: self.town.change(login, roles=roles, active=active)):
            self.books.roles[account_of(login)] = roles
            (self.books.closed.discard if active else self.books.closed.add)(account_of(login))

    @rule(login=st.sampled_from(["supervisor", "supervisor2"]))
    def lose_the_role(self, login: str) -> None:
        self.change_person(login, ROLES[0], True)

    @precondition(lambda self: self.books.closed or self.books.roles != self.books.trusted)
    @rule()
    def restore_everybody(self) -> None:
        for login in LOGINS[:-1]:
            roles = self.books.trusted[account_of(login)]
            if self._do(lambda login=login, roles=roles: self.town.change(login, roles=roles, active=True)):
                self.books.roles[account_of(login)] = roles
                self.books.closed.discard(account_of(login))

    @rule(policy=st.sampled_from(POLICIES))
    def sign_trust(self, policy: Policy) -> None:
        # A policy whose signatory is no representative any more cannot be in force.
        has_owner = Role.OWNER_REPRESENTATIVE in self.books.roles[account_of("banker")]
        if self._do(lambda: self.town.trust([policy] if has_owner else [])):
            self.books.policy = policy if has_owner else NO_POLICY
            self.books.trusted = dict(self.books.roles)
            self.books.closed_in_trust = set(self.books.closed)

    @rule(seconds=st.sampled_from([-2, -1, 1, 30, 300, 900]))
    def move_clock(self, seconds: int) -> None:
        self.town.clock.advance(seconds)

    @rule(seconds=st.sampled_from([0, 0, 60, 300, 900, 90_000]))
    def wait_and_sweep(self, seconds: int) -> None:
        self.town.clock.advance(seconds)
        over, void = self._over()
        swept: list[Swept] = []
        if self._do(lambda: swept.append(self.town.desk.sweep(DESK_2)), several=True):
            assert set(swept[0].ended) == over
            assert {*swept[0].expired, *swept[0].invalidated} == void
            self.books.ended |= over

    @rule(write=st.integers(0, 9), acts=st.integers(1, 2), back_s=st.sampled_from([0, 0, 3, 90_000]))
    def mishap(self, write: int, acts: int, back_s: int) -> None:
        """A crash at a coming write; or the clock set back, or the store lost, for an act or two."""
        if write:
            self.town.store.fails_at = write
            return
        self.trouble_for, self.clock_back_s = acts, self.clock_back_s + back_s
        self.town.clock.advance(-back_s)
        self.town.store.is_lost = not back_s

    # Inside

    def _vote(
        self,
        login: str,
        pick: int,
        verdict: Verdict,
        *,
        cameras: frozenset[CameraNumber] | None = None,
        duration_s: int | None = None,
    ) -> None:
        request = self._request(pick)
        if request is None:
            return
        terms = request.terms
        wanted = terms.cameras if cameras is None else cameras
        length_s = terms.duration_s if duration_s is None else duration_s
        is_good = self._is_good_vote(login, request, verdict, wanted, length_s)
        done = self._do(
            lambda: self.town.desk.vote(
                actor_of(login, DESK_2),
                key_of(login),
                terms.request,
                verdict=verdict,
                cameras=wanted if verdict is Verdict.APPROVE else frozenset(),
                duration_s=length_s if verdict is Verdict.APPROVE else 0,
            )
        )
        assert done or not is_good or isinstance(self.error, Unavailable), self.error
        if done:
            assert terms.requester != account_of(login)
            assert self.books.may(account_of(login), frozenset({Role.SUPERVISOR, Role.OWNER_REPRESENTATIVE}))
            assert not self.books.is_locked(account_of(login))
            assert self._now_at() < terms.expires_at
            assert terms.request not in self.books.final

    def _is_good_vote(
        self, login: str, request: Request, verdict: Verdict, cameras: frozenset[CameraNumber], duration_s: int
    ) -> bool:
        """Whether nothing stands against it that the books know of: then it must be taken."""
        voter, terms, books = account_of(login), request.terms, self.books
        with self._looking() as unit:
            has_voted = any(vote.terms.voter == voter for vote in unit.requests.votes(terms.request))
            is_open = request.state is RequestState.PENDING and not self._is_past(terms.expires_at)
        if has_voted or not is_open or self._fresh_authority().policy(terms.policy) is None:
            return False
        may_vote = any(self._counts(voter, frozenset({role})) for role in (Role.SUPERVISOR, Role.OWNER_REPRESENTATIVE))
        may_ask = books.may(terms.requester, books.policy.asking & {Role.OPERATOR, Role.SUPERVISOR})
        if (
            voter == terms.requester
            or not may_vote
            or not may_ask
            or (LockKind.STATION, DESK_2) in books.locks.values()
        ):
            return False
        against = {(LockKind.PERSON, terms.requester), (LockKind.STATION, terms.station), (LockKind.OWNER, BANK)}
        against |= {(LockKind.EVERYTHING, ""), *((LockKind.CAMERA, str(camera)) for camera in cameras)}
        is_part = cameras <= terms.cameras and 0 < duration_s <= terms.duration_s
        return verdict is Verdict.DENY or (is_part and against.isdisjoint(books.locks.values()))

    def _new_id(self) -> str:
        """The same in every telling of a story: lists of the same moment are in the order of ids."""
        return str(uuid.UUID(int=len(self.forms) + 1))

    def _request(self, pick: int) -> Request | None:
        """An undecided one before others."""
        with self._looking() as unit:
            found = unit.requests.requests(states=[RequestState.PENDING]) or unit.requests.requests()
            return found[pick % len(found)] if found else None

    def _grant(self, pick: int) -> Grant | None:
        with self._looking() as unit:
            found = unit.grants.open_grants() or unit.grants.recent_grants()
            return found[pick % len(found)] if found else None
