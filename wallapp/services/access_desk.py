"""The access desk: ask, decide, end. Each call is one transaction with its audit entries; any thread.

What is common to all of it: rights are looked up anew in every transaction; where the history cannot be
written nothing is changed; the text of a refusal says what or who is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from wallapp.base.errors import NotFound, WallError
from wallapp.base.ids import CameraNumber, GrantId, RequestId, StationName
from wallapp.domain.access import Grant, GrantEnd, Lock, LockKind, Request, ReviewVerdict, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.camera import Camera
from wallapp.domain.documents import FactTerms
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.domain.warrant import Authority
from wallapp.services.access_ask import AskForm, checked_form, submit
from wallapp.services.access_case import Case, case_of
from wallapp.services.access_end import end_by_person, withdraw
from wallapp.services.access_facts import confirm_fact
from wallapp.services.access_ground import AccessGround, note
from wallapp.services.access_locks import lift_lock, set_lock
from wallapp.services.access_ports import AccessUnit
from wallapp.services.access_reviews import review
from wallapp.services.access_sweeper import Sweeper, Swept
from wallapp.services.access_vote import cast_vote
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.break_glass import break_glass
from wallapp.services.ports import Unit, UnitSource


class AccessDesk:
    """Requests, votes and grants.

    Args:
      register: the cameras at hand; must open no transaction.
      authority: what the trust in the store vouches for (services.trust_reading).
    """

    def __init__(
        self,
        store: UnitSource,
        register: Callable[[], Mapping[CameraNumber, Camera]],
        authority: Callable[[AccessUnit], Authority],
    ) -> None:
        self._ground = AccessGround(store, register, authority)
        self._store = store

    def ask(self, actor: Actor, form: AskForm) -> tuple[Request, ...]:
        """Ask for cameras: one request for each owner, all or none; the same form twice is the same request.

        Returns:
          PENDING, or APPROVED where a pre-approved circumstance held.

        Raises:
          BadInput: the form is incomplete or the reason too short or too long.
          Denied: the person may not ask for these.
          NotFound: there is no such camera, or none that the person may know of.
          RuleBroken: the owner's policy, a lock or the number of undecided requests stands against it, or a leg
            could never be met; the refusal is in the history.
        """
        checked = checked_form(form)
        kept = self._store.write(lambda unit: submit(self._ground, unit, actor, checked))
        if isinstance(kept, WallError):
            raise kept
        return kept

    def withdraw(self, actor: Actor, request: RequestId) -> Request:
        """Take one's own undecided request back.

        Raises:
          NotFound: there is no such request of this person's.
          RuleBroken: it is decided or expired already.
        """
        return self._store.write(lambda unit: withdraw(self._ground, unit, actor, request))

    def vote(
        self,
        actor: Actor,
        key: SigningKey,
        request: RequestId,
        *,
        verdict: Verdict,
        cameras: frozenset[CameraNumber] = frozenset(),
        duration_s: int = 0,
    ) -> Case:
        """Approve, narrowed or not, or deny; signed with the voter's own key. The last vote needed decides.

        Args:
          cameras: of the request, those approved; with `duration_s`, not asked for where it denies.

        Raises:
          Denied: it is the person's own request, their consent is not asked for, or the key is not theirs.
          BadInput: it approves more than was asked for, or nothing.
          RuleBroken: it is decided or expired, the person has voted, or a lock stands against it.
          NotFound: there is no such request.
        """

        def work(unit: Unit) -> Case:
            cast_vote(
                self._ground,
                unit,
                actor,
                key,
                request_id=request,
                verdict=verdict,
                cameras=cameras,
                duration_s=duration_s,
            )
            after = unit.requests.request(request)
            if after is None:
                raise NotFound("there is no such request; look again")
            return case_of(unit, self._ground.standing(unit, actor), after)

        return self._store.write(work)

    def break_glass(self, actor: Actor, key: SigningKey, form: AskForm) -> tuple[Grant, ...]:
        """Open without asking, at once; signed by the person, told to owner and supervisors, judged within 24 hours.

        Raises:
          As for ask; nobody's absence, no number of requests and no running grant stands in its way.
          Denied: the key is not the person's.
          RuleBroken: an earlier use was not reviewed in time.
        """
        checked = checked_form(form)
        opened = self._store.write(lambda unit: break_glass(self._ground, unit, actor, key, form=checked))
        if isinstance(opened, WallError):
            raise opened
        return opened

    def relinquish(self, actor: Actor, grant: GrantId) -> Grant:
        """Give one's own grant back.

        Raises:
          NotFound: there is no such grant of this person's.
          RuleBroken: it is over already.
        """
        return self._store.write(
            lambda unit: end_by_person(self._ground, unit, actor, grant, end=GrantEnd.RELINQUISHED)
        )

    def revoke(self, actor: Actor, grant: GrantId, reason: str = "") -> Grant:
        """End somebody's grant at once; nobody has to agree, no reason is needed.

        Returns:
          As recorded; `closed_at` is None until a decoder confirmed that nothing of it is shown any more.

        Raises:
          NotFound: there is no such grant.
          Denied: the person is neither a supervisor nor the owner's representative.
          RuleBroken: it is over already.
        """
        return self._store.write(
            lambda unit: end_by_person(self._ground, unit, actor, grant, end=GrantEnd.REVOKED, reason=reason)
        )

    def set_lock(self, actor: Actor, kind: LockKind, *, target: str = "", reason: str) -> Lock:
        """Stop a person, a station, a camera, an owner's cameras or everything. Grants rest until it is lifted.

        Args:
          target: the account, the station, the camera's number or the owner; empty for everything.

        Raises:
          Denied: the person may not; a representative may lock their own organisation's cameras.
          NotFound: there is no such target.
          BadInput: the reason is too short or too long.
        """
        return self._store.write(
            lambda unit: set_lock(self._ground, unit, actor, kind=kind, target=target, reason=reason)
        )

    def lift_lock(self, actor: Actor, lock: str) -> None:
        """Lift it: what it stopped goes on, as far as time is left and nobody revoked it.

        Raises:
          Denied: the person may not; what an owner locked of its own, only the owner lifts.
          NotFound: there is no such lock in force.
        """
        self._store.write(lambda unit: lift_lock(self._ground, unit, actor, lock))

    def confirm_fact(
        self, actor: Actor, key: SigningKey, kind: FactKind, *, place: Place, happened_at: datetime
    ) -> FactTerms:
        """Confirm under one's name that something happened there; it can open cameras for others, never for oneself.

        Raises:
          Denied: the person may not, or the key is not theirs.
          BadInput: it did not happen yet, or more than a day ago.
        """
        return self._store.write(
            lambda unit: confirm_fact(self._ground, unit, actor, key, kind=kind, place=place, happened_at=happened_at)
        )

    def review(self, actor: Actor, grant: GrantId, verdict: ReviewVerdict, *, remark: str = "") -> None:
        """Judge a break-glass; one that is challenged while it runs ends at once.

        Raises:
          Denied: the person may not, or it is their own.
          NotFound: there is no such break-glass.
          RuleBroken: it was judged already.
        """
        self._store.write(lambda unit: review(self._ground, unit, actor, grant, verdict=verdict, remark=remark))

    def sweep(self, station: StationName) -> Swept:
        """Record what time, a new policy or a closed account has decided already; call it every few seconds."""
        return Sweeper(self._ground, station).sweep()

    def erase_texts(self, older_than: timedelta, *, station: StationName) -> int:
        """Erase typed texts kept longer than this; the history keeps their digests. Returns how many."""

        def work(unit: Unit) -> int:
            at = unit.now_at()
            erased = unit.texts.erase_before(at - older_than)
            if erased:
                note(unit, AuditEvent.TEXT_ERASED, at=at, by=None, station=station, subject="", texts=erased)
            return erased

        return self._store.write(work)
