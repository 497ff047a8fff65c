"""Grants and the reviews of break-glass as rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, true, update

from wallapp.base.ids import AccountId, CameraNumber, GrantId, OwnerName, RequestId, StationName
from wallapp.domain.access import DecisionKind, Grant, GrantEnd, ReviewVerdict
from wallapp.services.access_ports import Review
from wallapp.store.access_schema import GRANT, REVIEW
from wallapp.store.faults import known
from wallapp.store.rows import add_or_conflict, all_rows, first_row, locked


def grant_to_row(grant: Grant) -> dict[str, Any]:
    """Column values by name."""
    return {
        "id": grant.grant,
        "request": grant.request,
        "kind": grant.kind.value,
        "person": grant.person,
        "station": grant.station,
        "owner": grant.owner,
        "cameras": " ".join(map(str, sorted(grant.cameras))),
        "not_before": grant.not_before,
        "not_after": grant.not_after,
        "ended_at": grant.ended_at,
        "ended_as": grant.end.value if grant.end else None,
        "ended_by": grant.ended_by,
        "closed_at": grant.closed_at,
    }


def grant_from_row(row: Mapping[str, Any]) -> Grant:
    """The value of a row. Raises BadInput where a newer wallapp wrote one of its kinds."""
    return Grant(
        GrantId(row["id"]),
        RequestId(row["request"]),
        known(DecisionKind, row["kind"]),
        AccountId(row["person"]),
        StationName(row["station"]),
        OwnerName(row["owner"]),
        frozenset(CameraNumber(int(number)) for number in row["cameras"].split()),
        row["not_before"],
        row["not_after"],
        ended_at=row["ended_at"],
        end=None if row["ended_as"] is None else known(GrantEnd, row["ended_as"]),
        ended_by=None if row["ended_by"] is None else AccountId(row["ended_by"]),
        closed_at=row["closed_at"],
    )


def review_to_row(review: Review) -> dict[str, Any]:
    """Column values by name."""
    return {
        "access_grant": review.grant,
        "due_at": review.due_at,
        "verdict": review.verdict.value if review.verdict else None,
        "judged_by": review.by,
        "judged_at": review.decided_at,
    }


def review_from_row(row: Mapping[str, Any]) -> Review:
    """The value of a row. Raises BadInput where a newer wallapp wrote its verdict."""
    return Review(
        GrantId(row["access_grant"]),
        row["due_at"],
        verdict=None if row["verdict"] is None else known(ReviewVerdict, row["verdict"]),
        by=None if row["judged_by"] is None else AccountId(row["judged_by"]),
        decided_at=row["judged_at"],
    )


class GrantRows:
    """Fulfils services.access_ports.GrantTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_grant(self, grant: Grant) -> None:
        """Of a request that is approved; RuleBroken for any other. Raises Conflict where its request has one."""
        add_or_conflict(
            self._connection, GRANT, grant_to_row(grant), taken="this request has its grant already; look again"
        )

    def grant(self, grant: GrantId, *, locks: bool = False) -> Grant | None:
        """The grant; None where there is none."""
        statement = select(GRANT).where(GRANT.c.id == grant)
        row = first_row(self._connection, locked(statement) if locks else statement)
        return None if row is None else grant_from_row(row)

    def grant_of(self, request: RequestId) -> Grant | None:
        """The request's grant."""
        row = first_row(self._connection, select(GRANT).where(GRANT.c.request == request))
        return None if row is None else grant_from_row(row)

    def open_grants(self) -> list[Grant]:
        """Those without a recorded end, by their end."""
        statement = select(GRANT).where(GRANT.c.ended_at.is_(None)).order_by(GRANT.c.not_after, GRANT.c.id)
        return [grant_from_row(row) for row in all_rows(self._connection, statement)]

    def recent_grants(self, *, person: AccountId | None = None, limit: int = 500) -> list[Grant]:
        """Newest first, ended ones too."""
        statement = select(GRANT).where(GRANT.c.person == person if person is not None else true())
        ordered = statement.order_by(GRANT.c.not_before.desc(), GRANT.c.id.desc()).limit(limit)
        return [grant_from_row(row) for row in all_rows(self._connection, ordered)]

    def end(self, grant: GrantId, at: datetime, end: GrantEnd, by: AccountId | None) -> bool:
        """Record the end; False where it has one."""
        is_open = (GRANT.c.id == grant) & GRANT.c.ended_at.is_(None)
        statement = update(GRANT).where(is_open).values(ended_at=at, ended_as=end.value, ended_by=by)
        return self._connection.execute(statement).rowcount == 1

    def confirm_closed(self, grant: GrantId, at: datetime) -> bool:
        """Record that a decoder confirmed it closed; False where that was recorded already."""
        unconfirmed = (GRANT.c.id == grant) & GRANT.c.closed_at.is_(None)
        return self._connection.execute(update(GRANT).where(unconfirmed).values(closed_at=at)).rowcount == 1


class ReviewRows:
    """Fulfils services.access_ports.ReviewTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_review(self, review: Review) -> None:
        """Raises Conflict where the grant has its review already."""
        taken = "this grant has its review already; look again"
        add_or_conflict(self._connection, REVIEW, review_to_row(review), taken=taken)

    def reviews(self, *, open_only: bool = True) -> list[Review]:
        """By when they are due."""
        statement = select(REVIEW).where(REVIEW.c.verdict.is_(None) if open_only else true())
        ordered = statement.order_by(REVIEW.c.due_at, REVIEW.c.access_grant)
        return [review_from_row(row) for row in all_rows(self._connection, ordered)]

    def judge(self, grant: GrantId, verdict: ReviewVerdict, by: AccountId, at: datetime) -> bool:
        """False where it was judged already."""
        is_open = (REVIEW.c.access_grant == grant) & REVIEW.c.verdict.is_(None)
        statement = update(REVIEW).where(is_open).values(verdict=verdict.value, judged_by=by, judged_at=at)
        return self._connection.execute(statement).rowcount == 1
