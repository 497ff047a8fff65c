"""What may be done to a marker, and what the log says of it. Judged again when it comes from an outbox."""

from __future__ import annotations

from dataclasses import replace

from wallapp.base.errors import Denied, RuleBroken
from wallapp.domain.logbook import LogEvent, LogLine
from wallapp.domain.marker import GeoAnchor, Marker, MarkerState, expire, is_open, put, refresh
from wallapp.domain.marker import change as moved_on
from wallapp.domain.merge import SharedKind, differences
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb
from wallapp.services.incidents_rules import STATUS
from wallapp.services.shared_acts import cameras_of, found_in
from wallapp.services.shared_bodies import incident_of, marker_of
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_state import Change, check_right

POSITION = "position"
EXPIRY = "expiry"
_INCIDENT = "incident"


def judge_marker(view: ObjectView, change: Change) -> list[LogLine]:
    """The rule of markers.

    Raises:
      Denied: the person does not work on incidents.
      RuleBroken: no such step leads from its state, or its incident is closed.
      BadInput: a withdrawal without its reason, or a time that is not ahead.
      NotFound: there is no such incident.
    """
    if change.after.deleted:
        raise RuleBroken("a marker is withdrawn or archived, never deleted")
    after = marker_of(change.after)
    before = marker_of(change.before) if change.before is not None else None
    if change.person is None:
        return _by_time(change, before, after)
    person = check_right(change.person, Verb.WORK_ON_INCIDENTS, change.operation.exercise)
    if before is None or before.incident != after.incident:
        _check_incident(view, change, after)
    if before is None:
        if after.state is not MarkerState.PLACED:
            raise RuleBroken("a marker begins placed")
        where = f"on camera {after.camera}" if after.camera is not None else "on the map"
        return _lines(change, after, LogEvent.MARKER_PLACED, f"marker {name_of(after)} placed {where}")
    return _changed(change, before, after, person)


def name_of(marker: Marker) -> str:
    """For a line."""
    return marker.label or marker.kind


def _by_time(change: Change, before: Marker | None, after: Marker) -> list[LogLine]:
    """Time alone does one thing: it ends a marker that was made for that."""
    if before is None or expire(before, change.now_at).state is not after.state or before.state is after.state:
        raise Denied("markers are placed and changed by people; sign in")
    return _lines(change, after, LogEvent.MARKER_MOVED_ON, f"marker {name_of(after)} is expired")


def _check_incident(view: ObjectView, change: Change, after: Marker) -> None:
    if after.incident is None:
        return
    incident = incident_of(found_in(view, SharedKind.INCIDENT, after.incident, change.operation.exercise))
    if not incident.state.is_open:
        raise RuleBroken(f"incident #{incident.number} is {incident.state.value}; reopen it or place a free marker")


def _changed(change: Change, before: Marker, after: Marker, person: Person) -> list[LogLine]:
    by, at = person.account, change.operation.at
    names = set(differences(change.before.fields, change.after.fields)) if change.before is not None else set()
    event, text = LogEvent.MARKER_CHANGED, f"marker {name_of(after)} changed: {', '.join(sorted(names))}"
    is_refreshed = before.state is MarkerState.EXPIRED and after.state is MarkerState.PLACED
    if is_refreshed or (EXPIRY in names and before.stale_at != after.stale_at):
        refresh(before, after.stale_at, by=by, at=at)
    if STATUS in names and not is_refreshed:
        if after.state is before.state:
            raise RuleBroken("a marker's reason is given with the step that it is the reason of")
        moved_on(before, after.state, by=by, at=at, reason=after.state_reason)
    if STATUS in names:
        because = f": {after.state_reason}" if after.state_reason else ""
        event, text = LogEvent.MARKER_MOVED_ON, f"marker {name_of(after)} is {after.state.value}{because}"
    elif POSITION in names:
        put(before, after.anchor, place=after.place, by=by, at=at)
        event, text = LogEvent.MARKER_PUT, f"marker {name_of(after)} put anew"
    elif not is_open(before) and before.state is not MarkerState.EXPIRED and names - {_INCIDENT}:
        raise RuleBroken(f"a marker that is {before.state.value} is not changed any more; place another")
    return _lines(change, after, event, text, before)


def _lines(change: Change, after: Marker, event: LogEvent, text: str, before: Marker | None = None) -> list[LogLine]:
    """Who may not know of the camera that it hangs on, or hung on, does not see the line."""
    facts = {"kind": after.kind, "label": after.label, "state": after.state.value, "reason": after.state_reason}
    line = replace(
        change.line(1, event, text),
        marker=after.id,
        incident=after.incident,
        cameras=cameras_of(after.camera, before.camera if before is not None else None),
        facts=facts,
    )
    return [line]


def is_on_map(marker: Marker) -> bool:
    """Whether it was put at a place and on no camera."""
    return isinstance(marker.anchor, GeoAnchor)
