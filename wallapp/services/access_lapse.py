"""The last word on a grant that is over: that nothing of it is shown any more, and since when nobody could look.

A console records the end of its own clear views as its decoders confirm them. One that died cannot; its decoders
went with it, and no decoder keeps a picture open for longer than a lease.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.ids import GrantId, StationName
from wallapp.domain.access import Grant
from wallapp.domain.audit import AuditEvent
from wallapp.domain.lease import LEASE_S
from wallapp.services.access_ground import note
from wallapp.services.access_ports import AuditQuery
from wallapp.services.ports import Unit

SURELY_CLOSED: Final = timedelta(seconds=LEASE_S + 5)
"""After a grant's end: the last lease is over by then, and a console that lives has said so itself."""
_RECENT: Final = 200
_ENTRIES: Final = 10_000

View = tuple[int, StationName]
"""A camera and the station where it was looked at."""


def unconfirmed(unit: Unit, at: datetime) -> list[GrantId]:
    """Grants that are over and whose last word can be written now."""
    over = (one for one in unit.grants.recent_grants(limit=_RECENT) if one.ended_at is not None)
    return [one.grant for one in over if one.closed_at is None and _is_settled(unit, one, at)]


def confirm(unit: Unit, grant_id: GrantId, station: StationName) -> bool:
    """Write it, with the ends that are missing; False where another was quicker."""
    grant, at = unit.grants.grant(grant_id, locks=True), unit.now_at()
    if grant is None or grant.closed_at is not None or not _is_settled(unit, grant, at):
        return False
    person = unit.people.person(grant.person)
    for (camera, seen_at), count in sorted(_open_views(unit, grant).items()):
        for _ in range(count):
            note(
                unit,
                AuditEvent.CLEAR_VIEW_STOPPED,
                at=at,
                by=person,
                station=station,
                subject=grant.grant,
                owner=grant.owner,
                camera=camera,
                seen_at=seen_at,
                lapsed=True,
            )
    return unit.grants.confirm_closed(grant.grant, at)


def _is_settled(unit: Unit, grant: Grant, at: datetime) -> bool:
    if grant.ended_at is None:
        return False
    return at >= grant.ended_at + SURELY_CLOSED or not _open_views(unit, grant)


def _open_views(unit: Unit, grant: Grant) -> Counter[View]:
    """How often each view was begun without a recorded end."""
    begun: Counter[View] = Counter()
    ended: Counter[View] = Counter()
    for entry in unit.audit.entries(AuditQuery(subject=grant.grant, limit=_ENTRIES)):
        camera = entry.facts.get("camera")
        if entry.event in (AuditEvent.CLEAR_VIEW_STARTED, AuditEvent.CLEAR_VIEW_STOPPED) and isinstance(camera, int):
            view = (camera, StationName(str(entry.facts.get("seen_at", entry.station))))
            (begun if entry.event is AuditEvent.CLEAR_VIEW_STARTED else ended)[view] += 1
    return begun - ended
