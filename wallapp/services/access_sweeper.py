"""Records what time, a changed policy or a closed account has decided already. Nothing waits for it: an opening is
asked for anew each time, so that a sweeper that stands still prolongs nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import GrantId, RequestId, StationName
from wallapp.domain.access import Grant, GrantEnd, Request, RequestState
from wallapp.domain.audit import AuditEvent
from wallapp.domain.warrant import Authority
from wallapp.services.access_effect import opened
from wallapp.services.access_end import note_end
from wallapp.services.access_ground import AccessGround, note
from wallapp.services.access_lapse import confirm, unconfirmed
from wallapp.services.access_ports import AuditQuery, Review
from wallapp.services.access_vote import void_reason
from wallapp.services.ports import Unit


@dataclass(frozen=True, slots=True)
class Swept:
    """What was recorded. `closed`: grants that are over and of which nothing is shown any more."""

    expired: tuple[RequestId, ...] = ()
    invalidated: tuple[RequestId, ...] = ()
    ended: tuple[GrantId, ...] = ()
    overdue: tuple[GrantId, ...] = ()
    closed: tuple[GrantId, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.expired or self.invalidated or self.ended or self.overdue or self.closed)


class Sweeper:
    """Each record is a transaction of its own; several stations may sweep at once. Any thread.

    Args:
      station: in whose name it is written.
    """

    def __init__(self, ground: AccessGround, station: StationName) -> None:
        self._ground = ground
        self._station = station

    def sweep(self) -> Swept:
        """Look, and record what there is; writes nothing where there is nothing."""
        write = self._ground.store.write
        with self._ground.store.reading() as unit:
            at = unit.now_at()
            expired = unit.requests.expired_ids(at)
            void = [one.terms.request for one in unit.requests.requests(states=[RequestState.PENDING])]
            void = [one for one in void if one not in set(expired) and self._is_void(unit, one)]
            over = [one.grant for one in unit.grants.open_grants() if self._end_of(unit, one, at) is not None]
            late = [one.grant for one in unit.reviews.reviews() if self._is_overdue(unit, one, at)]
        swept = Swept(
            expired=tuple(one for one in expired if write(partial(self._expire, one))),
            invalidated=tuple(one for one in void if write(partial(self._invalidate, one))),
            ended=tuple(one for one in over if write(partial(self._end, one))),
            overdue=tuple(one for one in late if write(partial(self._remind, one))),
        )
        with self._ground.store.reading() as unit:
            dark = unconfirmed(unit, unit.now_at())
        confirmed = (one for one in dark if write(partial(confirm, grant_id=one, station=self._station)))
        return replace(swept, closed=tuple(confirmed))

    def _expire(self, request_id: RequestId, unit: Unit) -> bool:
        request, at = unit.requests.request(request_id, locks=True), unit.now_at()
        if request is None or request.state is not RequestState.PENDING or at < request.terms.expires_at:
            return False
        return self._leave(unit, request, RequestState.EXPIRED, AuditEvent.REQUEST_EXPIRED, at=at)

    def _invalidate(self, request_id: RequestId, unit: Unit) -> bool:
        seen = unit.requests.request(request_id)
        if seen is not None:
            unit.people.hold([seen.terms.requester])
            unit.documents.document(seen.terms.policy, locks=True)
        request, at = unit.requests.request(request_id, locks=True), unit.now_at()
        if request is None or request.state is not RequestState.PENDING or at >= request.terms.expires_at:
            return False
        why = self._void(unit, request)
        if not why:
            return False
        return self._leave(unit, request, RequestState.INVALIDATED, AuditEvent.REQUEST_INVALIDATED, at=at, why=why)

    def _leave(
        self, unit: Unit, request: Request, state: RequestState, event: AuditEvent, *, at: datetime, **facts: str
    ) -> bool:
        terms = request.terms
        if not unit.requests.decide(terms.request, request.version, state, at):
            return False
        note(unit, event, at=at, by=None, station=self._station, subject=terms.request, owner=terms.owner, **facts)
        return True

    def _end(self, grant_id: GrantId, unit: Unit) -> bool:
        seen = unit.grants.grant(grant_id)
        if seen is not None:
            unit.people.hold([seen.person])
        grant, at = unit.grants.grant(grant_id, locks=True), unit.now_at()
        end = self._end_of(unit, grant, at) if grant is not None and grant.ended_at is None else None
        if grant is None or end is None:
            return False
        ended_at = grant.not_after if end is GrantEnd.EXPIRED else at
        return note_end(unit, grant, at=at, by=None, station=self._station, end=end, ended_at=ended_at)

    def _end_of(self, unit: Unit, grant: Grant, at: datetime) -> GrantEnd | None:
        """How an open grant is over; None where it is not. A lock ends nothing, so that none is looked at."""
        if at >= grant.not_after:
            return GrantEnd.EXPIRED
        authority = self._authority(unit)
        if authority is None or at < grant.not_before:
            return None
        people = authority.counted(unit.people.people())
        is_open = opened(unit, authority, grant, at=at, people=people, locks=())
        return None if is_open else GrantEnd.INVALIDATED

    def _remind(self, grant_id: GrantId, unit: Unit) -> bool:
        grant, at = unit.grants.grant(grant_id, locks=True), unit.now_at()
        review = next((one for one in unit.reviews.reviews() if one.grant == grant_id), None)
        if grant is None or review is None or not self._is_overdue(unit, review, at):
            return False
        note(
            unit,
            AuditEvent.REVIEW_DUE,
            at=at,
            by=None,
            station=self._station,
            subject=grant_id,
            owner=grant.owner,
            due_at=review.due_at.isoformat(),
        )
        return True

    def _is_overdue(self, unit: Unit, review: Review, at: datetime) -> bool:
        """Whether the time is over and the history does not say so yet."""
        if at < review.due_at:
            return False
        told = unit.audit.entries(AuditQuery(subject=review.grant, since=review.due_at))
        return all(entry.event is not AuditEvent.REVIEW_DUE for entry in told)

    def _is_void(self, unit: Unit, request_id: RequestId) -> bool:
        request = unit.requests.request(request_id)
        return request is not None and bool(self._void(unit, request))

    def _void(self, unit: Unit, request: Request) -> str:
        authority = self._authority(unit)
        if authority is None:
            return ""
        people = authority.counted(unit.people.people())
        return void_reason(authority, people, self._ground.register(), request)

    def _authority(self, unit: Unit) -> Authority | None:
        """None where the trust cannot be believed now: then nothing opens, but nothing is ended for good either."""
        try:
            return self._ground.authority(unit)
        except RuleBroken:
            return None
