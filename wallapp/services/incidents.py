"""The desk of incidents: open, change, take, move on, link cameras; each call is one act. Any thread but the GUI's."""

from __future__ import annotations

import uuid
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.errors import BadInput, NotFound, Unavailable
from wallapp.base.ids import NO_EXERCISE, CameraNumber, ExerciseId, IncidentId, OperationId
from wallapp.domain.cap import Category, Certainty, Severity, Urgency
from wallapp.domain.duplicates import WITHIN, likely_duplicates
from wallapp.domain.incident import CameraRole, Incident, IncidentState, LinkedCamera, Priority
from wallapp.domain.incident import take_over as taken_over
from wallapp.domain.incident import transition as moved_on
from wallapp.domain.marker import is_open
from wallapp.domain.merge import Operation, SharedKind, differences
from wallapp.domain.place import Place
from wallapp.domain.sight import camera_place
from wallapp.services.actor import Actor
from wallapp.services.incidents_rules import STATUS, open_markers
from wallapp.services.shared_acts import Acting
from wallapp.services.shared_bodies import Reader, incident_fields, incident_of, marker_of
from wallapp.services.shared_done import Done, done, may_see_incidents
from wallapp.services.shared_ports import Presence
from wallapp.services.shared_room import Doing, Look, SharedRoom, new_key
from wallapp.services.shared_sight import Sight
from wallapp.services.shared_state import NUMBER

PRESENT_FOR: Final = timedelta(seconds=90)
"""How long somebody counts as looking at an incident after their station said so the last time."""


@dataclass(frozen=True, slots=True)
class NewIncident:
    """What a person says when they open one; the little that they have is enough.

    Attributes:
      event: what it is, in a word or two.
      camera: that shows it; its place is the incident's where none is given.
    """

    event: str
    camera: CameraNumber | None = None
    place: Place | None = None
    title: str = ""
    description: str = ""
    category: tuple[Category, ...] = (Category.OTHER,)
    priority: Priority = Priority.MEDIUM
    urgency: Urgency = Urgency.UNKNOWN
    severity: Severity = Severity.UNKNOWN
    certainty: Certainty = Certainty.UNKNOWN
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident as somebody may see it.

    Attributes:
      incident: without the cameras that they may not know of.
      watchers: who has it open now, oneself too ("monitored by").
      duplicates: incidents that may be the same, nearest first; a hint, never more.
      open_markers: of those that they may see.
    """

    incident: Incident
    watchers: tuple[Presence, ...] = ()
    duplicates: tuple[IncidentId, ...] = ()
    open_markers: int = 0


class IncidentDesk:
    """Incidents of one namespace.

    Args:
      exercise: whose incidents are opened and shown; a drill's console makes a second desk for the real ones.
    """

    def __init__(self, room: SharedRoom, *, exercise: ExerciseId = NO_EXERCISE) -> None:
        self._room = room
        self._exercise = exercise
        self._incident_of = Reader(incident_of)
        self._marker_of = Reader(marker_of)

    def incidents(self, actor: Actor | None, *, open_only: bool = True) -> list[IncidentView]:
        """Those that this person may see, oldest first.

        Raises:
          Denied: their roles see no incidents.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        look = self._room.look(actor)
        may_see_incidents(look.person)
        found = [incident for incident in self._all(look) if incident.state.is_open or not open_only]
        present = self._present(look)
        near = [seen_incident(incident, look.sight) for incident in found]
        by_time = sorted(near, key=_began_at)
        markers = self._open_markers(look)
        return [
            IncidentView(
                incident,
                watchers=tuple(one for one in present if one.entity == incident.id),
                duplicates=likely_duplicates(incident, _about_then(by_time, incident))
                if incident.state.is_open
                else (),
                open_markers=markers[incident.id],
            )
            for incident in near
        ]

    def incident(self, actor: Actor | None, incident: IncidentId) -> IncidentView:
        """One of them. Raises NotFound where there is none; else as `incidents`."""
        for view in self.incidents(actor, open_only=False):
            if view.incident.id == incident:
                return view
        raise NotFound("there is no such incident; look again")

    def open(self, actor: Actor, new: NewIncident, *, incident: IncidentId | None = None) -> Done[Incident]:
        """Open one; at this station where the store is lost, and then without its number until it is back.

        Args:
          incident: its id where the caller made one; the same again is the same incident.

        Raises:
          BadInput: it does not say what happened.
          Denied: this person opens no incidents.
          NotFound: there is no such camera that they may know of.
        """
        identifier = incident or IncidentId(str(uuid.uuid4()))

        def plan(doing: Doing) -> list[Operation]:
            fields = opened_fields(new, identifier, doing, self._exercise)
            return [self._acting(doing, OperationId(f"{identifier}.open")).create(identifier, fields)]

        return self._do(actor, plan)

    def change(self, actor: Actor, seen: Incident, wanted: Incident) -> Done[Incident]:
        """Change plain fields, from what the person saw to what they want; fields left alone stay as they are.

        What somebody else changed meanwhile is not overwritten: it comes back in `conflicts`, both values in it.

        Raises:
          BadInput: the state, the owner or the number differ: those change by `move_on` and `take_over`.
          Denied: it is somebody else's; take it over first.
          RuleBroken: it is closed or withdrawn.
          NotFound: a camera is linked that the person may not know of.
        """
        changes = differences(incident_fields(seen), incident_fields(wanted))
        if seen.id != wanted.id or not changes.keys().isdisjoint({STATUS, NUMBER}):
            raise BadInput("an incident's state and owner are changed by their own commands")
        added = {link.camera for link in wanted.linked_cameras} - {link.camera for link in seen.linked_cameras}
        key = new_key()

        def plan(doing: Doing) -> list[Operation]:
            for camera in added:
                doing.sight.camera(camera)
            return [self._acting(doing, key).change(seen.id, changes)]

        return self._do(actor, plan)

    def move_on(self, actor: Actor, incident: IncidentId, to: IncidentState, *, reason: str = "") -> Done[Incident]:
        """The next state: in progress, on hold, resolved, closed, withdrawn, or reopened.

        Raises:
          RuleBroken: no such step leads from its state, or markers of it are open.
          Denied: it is somebody else's, or a closed one is reopened by somebody who is no supervisor.
          BadInput: a reopening or withdrawal without its reason.
          NotFound: there is no such incident.
        """

        def step(now: Incident, doing: Doing) -> Incident:
            opens = open_markers(doing.view, incident) if to is IncidentState.RESOLVED else 0
            person = doing.signed_in()
            return moved_on(now, to, person=person, at=doing.at, reason=reason, open_markers=opens)

        return self._step(actor, incident, step)

    def take_over(self, actor: Actor, incident: IncidentId) -> Done[Incident]:
        """Become its owner; a new one is in progress by that.

        Raises:
          RuleBroken: it is theirs already, or nobody owns it in its state.
          Denied: this person does not work on incidents.
          NotFound: there is no such incident.
        """
        return self._step(actor, incident, lambda now, doing: taken_over(now, person=doing.signed_in(), at=doing.at))

    def link_camera(
        self, actor: Actor, incident: IncidentId, camera: CameraNumber, *, role: CameraRole = CameraRole.CONTEXT
    ) -> Done[Incident]:
        """Say that a camera shows it; anew where it did before. Raises as `change`."""

        def step(now: Incident, doing: Doing) -> Incident:
            doing.sight.camera(camera)
            others = tuple(link for link in now.linked_cameras if link.camera != camera)
            return replace(now, linked_cameras=(*others, LinkedCamera(camera, role, doing.at)))

        return self._step(actor, incident, step)

    def unlink_camera(self, actor: Actor, incident: IncidentId, camera: CameraNumber) -> Done[Incident]:
        """Say that it shows it no longer; the link stays with its end.

        Raises:
          NotFound: it is not linked; else as `change`.
        """

        def step(now: Incident, doing: Doing) -> Incident:
            doing.sight.camera(camera)
            if all(link.camera != camera or link.until_at is not None for link in now.linked_cameras):
                raise NotFound(f"camera {camera} is not linked to this incident; look again")
            links = tuple(
                replace(link, until_at=doing.at) if link.camera == camera else link for link in now.linked_cameras
            )
            return replace(now, linked_cameras=links)

        return self._step(actor, incident, step)

    def be_present(self, actor: Actor, incident: IncidentId) -> None:
        """This person has it open; said again every half minute while they do. Nothing where the store is lost."""
        with suppress(Unavailable), self._room.store.writing() as unit:
            now_at = unit.now_at()
            presence = Presence(SharedKind.INCIDENT, incident, actor.account, actor.station, now_at + PRESENT_FOR)
            unit.shared.be_present(presence, now_at=now_at)

    def leave(self, actor: Actor, incident: IncidentId) -> None:
        """This person has closed it again."""
        with suppress(Unavailable), self._room.store.writing() as unit:
            now_at = unit.now_at()
            unit.shared.leave(Presence(SharedKind.INCIDENT, incident, actor.account, actor.station, now_at))

    def _step(self, actor: Actor, incident: IncidentId, step: Callable[[Incident, Doing], Incident]) -> Done[Incident]:
        """An act made from the incident as it is at its moment."""
        key = new_key()

        def plan(doing: Doing) -> list[Operation]:
            acting = self._acting(doing, key)
            now = incident_of(acting.found(incident))
            return [acting.turn(incident, incident_fields(now), incident_fields(step(now, doing)))]

        return self._do(actor, plan)

    def _acting(self, doing: Doing, key: OperationId) -> Acting:
        return Acting(doing, SharedKind.INCIDENT, self._exercise, key)

    def _do(self, actor: Actor, plan: Callable[[Doing], list[Operation]]) -> Done[Incident]:
        outcomes = self._room.do(actor, plan)
        sight = self._room.sight(actor)
        return done(outcomes, lambda shared: seen_incident(incident_of(shared), sight))

    def _all(self, look: Look) -> list[Incident]:
        found = look.view.entities(SharedKind.INCIDENT)
        return [self._incident_of(each) for each in found if each.exercise == self._exercise]

    def _open_markers(self, look: Look) -> Counter[IncidentId | None]:
        """By incident, of those on cameras that the person may know of."""
        found = map(self._marker_of, look.view.entities(SharedKind.MARKER))
        return Counter(marker.incident for marker in found if is_open(marker) and look.sight.knows(marker.camera))

    def _present(self, look: Look) -> list[Presence]:
        if look.is_lost:
            return []
        try:
            with self._room.store.reading() as unit:
                return [one for one in unit.shared.present(unit.now_at()) if one.kind is SharedKind.INCIDENT]
        except Unavailable:
            return []


def _began_at(incident: Incident) -> datetime:
    return incident.began_at


def _about_then(by_time: Sequence[Incident], incident: Incident) -> Sequence[Incident]:
    """Those that can be duplicates by their time: comparing each with each would take long after years."""
    first = bisect_left(by_time, incident.began_at - WITHIN, key=_began_at)
    return by_time[first : bisect_right(by_time, incident.began_at + WITHIN, key=_began_at)]


def seen_incident(incident: Incident, sight: Sight) -> Incident:
    """The incident without what would tell of a camera that the person may not know of."""
    links = tuple(link for link in incident.linked_cameras if sight.knows(link.camera))
    if len(links) == len(incident.linked_cameras):
        return incident
    place = None if incident.place in sight.hidden_places else incident.place
    return replace(incident, linked_cameras=links, place=place)


def opened_fields(new: NewIncident, identifier: IncidentId, doing: Doing, exercise: ExerciseId) -> dict[str, object]:
    """The fields of a new incident, without its number, which the store gives.

    Raises:
      BadInput: it does not say what happened.
      NotFound: there is no such camera that the person may know of.
    """
    if not new.event.strip():
        raise BadInput("say in a word or two what happened")
    fields = incident_fields(_opened(new, identifier, doing, exercise))
    fields.pop(NUMBER)
    return fields


def _opened(new: NewIncident, identifier: IncidentId, doing: Doing, exercise: ExerciseId) -> Incident:
    links: tuple[LinkedCamera, ...] = ()
    place = new.place
    if new.camera is not None:
        camera = doing.sight.camera(new.camera)
        links = (LinkedCamera(new.camera, CameraRole.PRIMARY, doing.at),)
        place = place or camera_place(camera)
    return Incident(
        id=identifier,
        event=new.event.strip(),
        created_by=doing.actor.account,
        created_at=doing.at,
        updated_by=doing.actor.account,
        updated_at=doing.at,
        title=new.title.strip(),
        description=new.description.strip(),
        category=new.category,
        priority=new.priority,
        urgency=new.urgency,
        severity=new.severity,
        certainty=new.certainty,
        onset_at=doing.at,
        place=place,
        state=IncidentState.DRAFT if new.is_draft else IncidentState.NEW,
        linked_cameras=links,
        exercise=exercise,
    )
