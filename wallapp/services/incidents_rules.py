"""What may be done to an incident, and what the log says of it. Judged again when it comes from an outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import CameraNumber, IncidentId
from wallapp.domain.incident import Incident, IncidentState, check_edit, check_worker, take_over, transition
from wallapp.domain.logbook import LogEvent, LogLine
from wallapp.domain.marker import is_open
from wallapp.domain.merge import Shared, SharedKind, differences
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb
from wallapp.services.shared_bodies import incident_of, marker_of
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_state import NUMBER, Change, check_right

STATUS = "status"
_CAMERA = "linked_cameras/"
_CAP = "cap_messages/"


def judge_incident(view: ObjectView, change: Change) -> list[LogLine]:
    """The rule of incidents.

    Raises:
      Denied: the person does not work on incidents, or it is somebody else's.
      RuleBroken: no such step leads from its state, or it is closed.
      BadInput: the step needs a reason.
    """
    person = check_right(change.person, Verb.WORK_ON_INCIDENTS, change.operation.exercise)
    if change.after.deleted:
        raise RuleBroken("an incident is withdrawn or closed, never deleted")
    after = incident_of(change.after)
    if change.before is None:
        check_worker(after, person)
        if after.state not in (IncidentState.NEW, IncidentState.DRAFT) or after.owner is not None:
            raise RuleBroken("an incident begins new, or as a draft, without an owner")
        return _opened(change, after)
    before = incident_of(change.before)
    if _status(before) != _status(after):
        _check_step(view, change, before, after, person)
    names = _plain_changes(change.before, change.after)
    _check_messages(change.before, names)
    if any(not name.startswith(_CAP) for name in names):
        check_edit(before, person)
    return _told(change, before, after)


def open_markers(view: ObjectView, incident: IncidentId) -> int:
    """How many of its markers keep it from being resolved; of hidden cameras too: the rule is everybody's."""
    markers = (marker_of(each) for each in view.entities(SharedKind.MARKER) if each.fields.get("incident") == incident)
    return sum(map(is_open, markers))


def _check_step(view: ObjectView, change: Change, before: Incident, after: Incident, person: Person) -> None:
    """What the domain makes of it must be what is wanted."""
    at = change.operation.at
    if before.state is after.state:
        expected = take_over(before, person=person, at=at)
    else:
        opens = open_markers(view, before.id) if after.state is IncidentState.RESOLVED else 0
        expected = transition(before, after.state, person=person, at=at, reason=after.state_reason, open_markers=opens)
    if _status(after) != _status(expected):
        raise RuleBroken("an incident changes its state and its owner by the steps of its life only; look again")


def _check_messages(before: Shared, names: Sequence[str]) -> None:
    """A message may be added to an incident that is over too: its all clear, its Cancel. None is ever changed."""
    if any(name.startswith(_CAP) and before.fields.get(name) is not None for name in names):
        raise RuleBroken("a CAP message that was sent or came in stays as it is; write another one")


def _status(incident: Incident) -> tuple[IncidentState, str, str | None]:
    return incident.state, incident.state_reason, incident.owner


def _plain_changes(before: Shared, after: Shared) -> list[str]:
    """The names of the changed fields, without what the steps of its life change."""
    names = differences(before.fields, after.fields)
    return sorted(name for name in names if name not in (STATUS, NUMBER))


def _opened(change: Change, after: Incident) -> list[LogLine]:
    opened = change.line(1, LogEvent.INCIDENT_OPENED, f"{_name(after)} opened: {after.title or after.event}")
    facts = {"number": str(after.number), "event": after.event, "title": after.title}
    return [replace(opened, incident=after.id, facts=facts), *_link_lines(change, after, told=1)]


def _told(change: Change, before: Incident, after: Incident) -> list[LogLine]:
    lines: list[LogLine] = []
    facts = {"number": str(after.number)}
    if before.state is not after.state:
        told = {"before": before.state.value, "after": after.state.value, "reason": after.state_reason}
        because = f": {after.state_reason}" if after.state_reason else ""
        text = f"{_name(after)} is {after.state.value.replace('_', ' ')}{because}"
        lines.append(replace(change.line(1, LogEvent.INCIDENT_MOVED_ON, text), facts={**facts, **told}))
    elif before.owner != after.owner:
        lines.append(replace(change.line(1, LogEvent.INCIDENT_TAKEN_OVER, f"{_name(after)} taken over"), facts=facts))
    names = [name for name in _plain_changes(_was(change), change.after) if not name.startswith((_CAMERA, _CAP))]
    if names:
        text = f"{_name(after)} changed: {', '.join(names)}"
        changed = change.line(len(lines) + 1, LogEvent.INCIDENT_CHANGED, text)
        lines.append(replace(changed, facts={**facts, "fields": " ".join(names), "priority": after.priority.value}))
    lines = [replace(line, incident=after.id) for line in lines]
    return [*lines, *_link_lines(change, after, told=len(lines))]


def _link_lines(change: Change, after: Incident, *, told: int) -> list[LogLine]:
    """One line for each camera: who may not know of it sees the others."""
    before = change.before.fields if change.before is not None else {}
    lines: list[LogLine] = []
    for name, each in sorted(differences(before, change.after.fields).items()):
        number = told + len(lines) + 1
        listed, _, key = name.partition("/")
        if listed == "linked_cameras":
            is_linked = isinstance(each.after, dict) and each.after.get("until_at") is None
            event = LogEvent.CAMERA_LINKED if is_linked else LogEvent.CAMERA_UNLINKED
            text = f"{_name(after)}: camera {key} {'linked' if is_linked else 'no longer linked'}"
            cameras = frozenset({CameraNumber(int(key))})
            facts = {"number": str(after.number), "camera": key}
            lines.append(replace(change.line(number, event, text), cameras=cameras, facts=facts))
        elif listed == "cap_messages":
            text = f"{_name(after)}: CAP message {key}"
            facts = {"number": str(after.number), "message": key}
            lines.append(replace(change.line(number, LogEvent.CAP_LINKED, text), facts=facts))
    return [replace(line, incident=after.id) for line in lines]


def _was(change: Change) -> Shared:
    return change.before if change.before is not None else change.after


def _name(incident: Incident) -> str:
    return f"incident #{incident.number}" if incident.number else "incident"
