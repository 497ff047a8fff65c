"""Requests and their votes as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, true, update

from wallapp.base.ids import AccountId, OwnerName, RequestId
from wallapp.domain.access import DecisionKind, Request, RequestState, RequestTerms, Vote, VoteTerms
from wallapp.domain.documents import read_document, write_document
from wallapp.store.access_schema import REQUEST, VOTE
from wallapp.store.faults import known
from wallapp.store.rows import add_or_conflict, add_row, advisory_lock, all_rows, first_row, locked

FIRST_VERSION = 1


def terms_to_row(terms: RequestTerms) -> dict[str, Any]:
    """Column values by name, of a request that is asked for now."""
    return {
        "id": terms.request,
        "terms": write_document(terms),
        "kind": terms.kind.value,
        "requester": terms.requester,
        "owner": terms.owner,
        "circumstance": terms.circumstance,
        "submitted_at": terms.submitted_at,
        "expires_at": terms.expires_at,
        "state": RequestState.PENDING.value,
        "version": FIRST_VERSION,
        "decided_at": None,
    }


def request_from_row(row: Mapping[str, Any]) -> Request:
    """The value of a row. Raises BadInput where a newer wallapp wrote its state or terms."""
    return Request(
        read_document(row["terms"], RequestTerms),
        known(RequestState, row["state"]),
        row["version"],
        decided_at=row["decided_at"],
    )


def vote_from_row(row: Mapping[str, Any]) -> Vote:
    """The value of a row. Raises BadInput where a newer wallapp wrote its terms."""
    return Vote(read_document(row["terms"], VoteTerms), row["signature"], struck=row["struck"])


class RequestRows:
    """Fulfils services.access_ports.RequestTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def request(self, request: RequestId, *, locks: bool = False) -> Request | None:
        """The request; None where there is none."""
        statement = select(REQUEST).where(REQUEST.c.id == request)
        row = first_row(self._connection, locked(statement) if locks else statement)
        return None if row is None else request_from_row(row)

    def requests(
        self, *, states: Iterable[RequestState] = (), requester: AccountId | None = None, limit: int = 500
    ) -> list[Request]:
        """Newest first; without states, those in every state."""
        wanted = [state.value for state in states]
        statement = select(REQUEST).where(
            REQUEST.c.state.in_(wanted) if wanted else true(),
            REQUEST.c.requester == requester if requester is not None else true(),
        )
        ordered = statement.order_by(REQUEST.c.submitted_at.desc(), REQUEST.c.id.desc()).limit(limit)
        return [request_from_row(row) for row in all_rows(self._connection, ordered)]

    def expired_ids(self, at: datetime) -> list[RequestId]:
        """Of those that are pending though their time is over, the longest over first."""
        is_over = (REQUEST.c.state == RequestState.PENDING.value) & (REQUEST.c.expires_at <= at)
        statement = select(REQUEST.c.id).where(is_over).order_by(REQUEST.c.expires_at, REQUEST.c.id)
        return [RequestId(found) for found in self._connection.execute(statement).scalars()]

    def add_request(self, terms: RequestTerms) -> bool:
        """As PENDING; False where a request of that id is there already (a repeated submit)."""
        return add_row(self._connection, REQUEST, terms_to_row(terms))

    def decide(self, request: RequestId, version: int, state: RequestState, at: datetime) -> bool:
        """Leave PENDING, in one compare-and-set; False where another was quicker, or it is approved too late."""
        pending = (REQUEST.c.state == RequestState.PENDING.value) & (REQUEST.c.version == version)
        in_time = REQUEST.c.expires_at > at if state is RequestState.APPROVED else true()
        statement = (
            update(REQUEST)
            .where(REQUEST.c.id == request, pending, in_time)
            .values(state=state.value, version=version + 1, decided_at=at)
        )
        return self._connection.execute(statement).rowcount == 1

    def votes(self, request: RequestId) -> list[Vote]:
        """In the order they came."""
        statement = select(VOTE).where(VOTE.c.request == request).order_by(VOTE.c.number)
        return [vote_from_row(row) for row in all_rows(self._connection, statement)]

    def add_vote(self, request: RequestId, vote: Vote) -> None:
        """Raises Conflict where this person has voted on it already, or there is no such request."""
        # Held, so that two who vote at once do not get one number.
        self._connection.execute(locked(select(REQUEST.c.id).where(REQUEST.c.id == request))).all()
        last = select(func.coalesce(func.max(VOTE.c.number), 0)).where(VOTE.c.request == request)
        row = {
            "request": request,
            "voter": vote.terms.voter,
            "number": self._connection.execute(last).scalar_one() + 1,
            "terms": write_document(vote.terms),
            "signature": vote.signature,
            "struck": vote.struck,
        }
        add_or_conflict(self._connection, VOTE, row, taken="this person has voted on it already; look again")

    def strike(self, request: RequestId, voter: AccountId) -> None:
        """Mark the vote as counting for nothing."""
        its = (VOTE.c.request == request) & (VOTE.c.voter == voter)
        self._connection.execute(update(VOTE).where(its).values(struck=True))

    def circumstance_count(self, owner: OwnerName, circumstance: str, since: datetime) -> int:
        """How many requests that rule has approved since; locks the count until the transaction ends."""
        advisory_lock(self._connection, "circumstance", owner, circumstance)
        statement = (
            select(func.count())
            .select_from(REQUEST)
            .where(
                REQUEST.c.kind == DecisionKind.CIRCUMSTANCE.value,
                REQUEST.c.state == RequestState.APPROVED.value,
                REQUEST.c.owner == owner,
                REQUEST.c.circumstance == circumstance,
                REQUEST.c.decided_at >= since,
            )
        )
        return int(self._connection.execute(statement).scalar_one())
