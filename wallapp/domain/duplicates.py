"""A hint that two incidents may be one. Only ever a hint: people decide, and say so in `duplicate_of`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from wallapp.base.ids import IncidentId
from wallapp.domain.incident import Incident, IncidentState
from wallapp.domain.place import distance_m

WITHIN_M: Final = 150.0
WITHIN: Final = timedelta(minutes=10)


def likely_duplicates(incident: Incident, others: Iterable[Incident]) -> tuple[IncidentId, ...]:
    """Incidents of a common category, of the same drill or as real, within 150 m and 10 minutes; nearest first.

    Nothing is said of an incident without a place, of one that was withdrawn, or that is a duplicate already.
    """
    here = incident.place
    if here is None or incident.duplicate_of is not None:
        return ()
    found = []
    for other in others:
        if other.place is None or not _comparable(incident, other):
            continue
        away_m = distance_m(here, other.place)
        if away_m <= WITHIN_M:
            found.append((away_m, other.id))
    return tuple(identifier for _, identifier in sorted(found))


def _comparable(incident: Incident, other: Incident) -> bool:
    return (
        other.id != incident.id
        and other.exercise == incident.exercise
        and other.duplicate_of is None
        and other.state is not IncidentState.WITHDRAWN
        and not set(other.category).isdisjoint(incident.category)
        and abs(other.began_at - incident.began_at) <= WITHIN
    )
