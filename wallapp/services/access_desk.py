"""The access desk: ask, decide, end. Each call is one transaction with its audit entries; any thread.

What is common to all of it: rights are looked up anew in every transaction; where the history cannot be
written nothing is changed; the text of a refusal says what or who is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wallapp.base.errors import NotFound, WallError
from wallapp.base.ids import CameraNumber, GrantId, RequestId
from wallapp.domain.access import Grant, GrantEnd, Request, Verdict
from wallapp.domain.camera import Camera
from wallapp.domain.warrant import Authority
from wallapp.services.access_ask import AskForm, checked_form, submit
from wallapp.services.access_case import Case, case_of
from wallapp.services.access_end import end_by_person, withdraw
from wallapp.services.access_ground import AccessGround, DeskStore, DeskUnit
from wallapp.services.access_ports import AccessUnit
from wallapp.services.access_vote import cast_vote
from wallapp.services.actor import Actor, SigningKey


class AccessDesk:
    """Requests, votes and grants.

    Args:
      register: the cameras at hand; must open no transaction.
      authority: what the trust in the store vouches for (services.trust_reading).
    """

    def __init__(
        self,
        store: DeskStore,
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

        def work(unit: DeskUnit) -> Case:
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
