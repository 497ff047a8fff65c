"""The desk of markers: place, put anew, confirm, resolve, withdraw. Any thread but the GUI's."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from wallapp.base.errors import BadInput, NotFound
from wallapp.base.ids import NO_EXERCISE, ExerciseId, IncidentId, MarkerId, OperationId, StationName
from wallapp.domain.audience import EVERYBODY, Audience
from wallapp.domain.marker import (
    Anchor,
    GeoAnchor,
    How,
    Marker,
    MarkerColour,
    MarkerState,
    detach,
    expire,
    is_shown,
    is_stale,
    put,
    refresh,
    storable,
)
from wallapp.domain.marker import change as moved_on
from wallapp.domain.merge import Operation, SharedKind
from wallapp.domain.place import Place
from wallapp.services.actor import Actor
from wallapp.services.incidents_rules import STATUS
from wallapp.services.markers_rules import EXPIRY, POSITION
from wallapp.services.shared_acts import Acting, level_in, roles_of
from wallapp.services.shared_bodies import Reader, marker_fields, marker_of
from wallapp.services.shared_done import Done, done, may_see_incidents
from wallapp.services.shared_room import NOBODY, Doing, SharedRoom, new_key
from wallapp.services.shared_sight import Sight


@dataclass(frozen=True, slots=True)
class NewMarker:
    """What a person says when they place one. The attributes are `Marker`'s."""

    kind: str
    anchor: Anchor
    place: Place | None = None
    incident: IncidentId | None = None
    label: str = ""
    remarks: str = ""
    colour: MarkerColour = MarkerColour.YELLOW
    how: How = How.ESTIMATED
    confidence: float = 1.0
    audience: Audience = EVERYBODY
    is_alarm: bool = False
    auto_expire: bool = False
    stale_at: datetime | None = None
    sidc: str = ""


@dataclass(frozen=True, slots=True)
class MarkerView:
    """A marker as somebody may see it. `is_stale`: drawn dimmed."""

    marker: Marker
    is_stale: bool


class MarkerDesk:
    """Markers of one namespace."""

    def __init__(self, room: SharedRoom, *, exercise: ExerciseId = NO_EXERCISE) -> None:
        self._room = room
        self._exercise = exercise
        self._marker_of = Reader(marker_of)

    def markers(
        self, actor: Actor | None, *, incident: IncidentId | None = None, all_states: bool = False
    ) -> list[MarkerView]:
        """Those that this person may see, oldest first: of cameras that they may know of, for their roles and level.

        Args:
          incident: only this one's.
          all_states: also those that are drawn no more.

        Raises:
          Denied: their roles see no incidents.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        look = self._room.look(actor)
        may_see_incidents(look.person)
        level, roles = level_in(look.view, self._exercise), frozenset(roles_of(look.person))
        found = []
        for shared in look.view.entities(SharedKind.MARKER):
            if shared.exercise != self._exercise or (incident and shared.fields.get("incident") != incident):
                continue
            marker = self._marker_of(shared)
            if (
                (all_states or is_shown(marker))
                and look.sight.knows(marker.camera)
                and (marker.audience.admits(roles, level))
            ):
                found.append(MarkerView(seen_marker(marker, look.sight), is_stale(marker, look.now_at)))
        return found

    def place(
        self, actor: Actor, new: NewMarker, *, is_clear: bool = False, marker: MarkerId | None = None
    ) -> Done[Marker]:
        """Place one.

        Args:
          is_clear: whether the person sees the camera's picture clear now: only then is anything of it stored.
          marker: its id where the caller made one; the same again is the same marker.

        Raises:
          BadInput: its values do not go together.
          Denied: this person places no markers.
          NotFound: there is no such incident, or no such camera that they may know of.
          RuleBroken: the incident is closed.
        """
        identifier = marker or MarkerId(str(uuid.uuid4()))

        def plan(doing: Doing) -> list[Operation]:
            acting = self._acting(doing, OperationId(f"{identifier}.place"))
            made = _made(new, identifier, doing, is_clear=is_clear, exercise=self._exercise)
            return [acting.create(identifier, marker_fields(made))]

        return self._do(actor, plan)

    def change(self, actor: Actor, seen: Marker, wanted: Marker) -> Done[Marker]:
        """Change label, remarks, colour, kind, audience, confidence or how, from what the person saw.

        Raises:
          BadInput: its place, state or expiry differ: those change by their own commands.
          RuleBroken: it is resolved, archived or withdrawn.
          Denied, NotFound: as `place`.
        """
        before, after = marker_fields(seen), marker_fields(wanted)
        if seen.id != wanted.id or any(before.get(name) != after.get(name) for name in (STATUS, POSITION, EXPIRY)):
            raise BadInput("a marker's state, place and end are changed by their own commands")
        key = new_key()
        return self._do(actor, lambda doing: [self._acting(doing, key).turn(seen.id, before, after)])

    def move_on(self, actor: Actor, marker: MarkerId, to: MarkerState, *, reason: str = "") -> Done[Marker]:
        """Confirm, resolve, archive or withdraw it, or confirm a resolved one again.

        Raises:
          RuleBroken: no such step leads from its state.
          BadInput: a withdrawal without its reason.
          Denied, NotFound: as `place`.
        """
        return self._step(
            actor, marker, lambda now, doing: moved_on(now, to, by=actor.account, at=doing.at, reason=reason)
        )

    def put(
        self, actor: Actor, marker: MarkerId, anchor: Anchor, *, place: Place | None = None, is_clear: bool = False
    ) -> Done[Marker]:
        """Put it anew; where it was stays in its history.

        Raises:
          RuleBroken: it is no longer open.
          Denied, NotFound: as `place`.
        """

        def step(now: Marker, doing: Doing) -> Marker:
            _check_anchor(anchor, doing.sight)
            kept = storable(anchor, is_clear=is_clear)
            return put(now, kept, place=place, by=actor.account, at=doing.at)

        return self._step(actor, marker, step)

    def refresh(self, actor: Actor, marker: MarkerId, stale_at: datetime | None) -> Done[Marker]:
        """Fresh until another time, or for ever; an expired one is placed again. Raises as `move_on`."""
        return self._step(actor, marker, lambda now, doing: refresh(now, stale_at, by=actor.account, at=doing.at))

    def detach(self, actor: Actor, marker: MarkerId) -> Done[Marker]:
        """Take it from its incident, which it then no longer keeps from being resolved. Raises as `place`."""
        return self._step(actor, marker, lambda now, doing: detach(now, by=actor.account, at=doing.at))

    def attach(self, actor: Actor, marker: MarkerId, incident: IncidentId) -> Done[Marker]:
        """Give it to an open incident. Raises as `place`."""
        return self._step(actor, marker, lambda now, _: replace(now, incident=incident))

    def expire_due(self, station: StationName) -> int:
        """End what was made to end by itself; several stations may. Called by a timer. Returns how many there were."""
        timer = Actor(NOBODY, station)
        look = self._room.look(timer)
        markers = (self._marker_of(each) for each in look.view.entities(SharedKind.MARKER))
        due = [one for one in markers if one.exercise == self._exercise and expire(one, look.now_at) is not one]
        for marker in due:
            self._room.do(timer, partial(self._expiry, marker.id, OperationId(f"{marker.id}.expire.{marker.rev}")))
        return len(due)

    def _expiry(self, marker: MarkerId, key: OperationId, doing: Doing) -> list[Operation]:
        acting = self._acting(doing, key)
        now = marker_of(acting.found(marker))
        return [acting.turn(marker, marker_fields(now), marker_fields(expire(now, doing.at)))]

    def _step(self, actor: Actor, marker: MarkerId, step: Callable[[Marker, Doing], Marker]) -> Done[Marker]:
        """An act made from the marker as it is at its moment."""
        key = new_key()

        def plan(doing: Doing) -> list[Operation]:
            acting = self._acting(doing, key)
            now = marker_of(acting.found(marker))
            if not doing.sight.knows(now.camera):
                raise NotFound("there is no such marker; look again")
            return [acting.turn(marker, marker_fields(now), marker_fields(step(now, doing)))]

        return self._do(actor, plan)

    def _acting(self, doing: Doing, key: OperationId) -> Acting:
        return Acting(doing, SharedKind.MARKER, self._exercise, key)

    def _do(self, actor: Actor, plan: Callable[[Doing], list[Operation]]) -> Done[Marker]:
        outcomes = self._room.do(actor, plan)
        sight = self._room.sight(actor)
        return done(outcomes, lambda shared: seen_marker(marker_of(shared), sight))


def seen_marker(marker: Marker, sight: Sight) -> Marker:
    """Without earlier anchors on cameras that the person may not know of."""
    earlier = tuple(
        anchor for anchor in marker.earlier_anchors if isinstance(anchor, GeoAnchor) or sight.knows(anchor.camera)
    )
    return marker if earlier == marker.earlier_anchors else replace(marker, earlier_anchors=earlier)


def _check_anchor(anchor: Anchor, sight: Sight) -> None:
    if not isinstance(anchor, GeoAnchor):
        sight.camera(anchor.camera)


def _made(new: NewMarker, identifier: MarkerId, doing: Doing, *, is_clear: bool, exercise: ExerciseId) -> Marker:
    _check_anchor(new.anchor, doing.sight)
    try:
        return Marker(
            id=identifier,
            kind=new.kind,
            anchor=storable(new.anchor, is_clear=is_clear),
            created_by=doing.actor.account,
            created_at=doing.at,
            updated_by=doing.actor.account,
            updated_at=doing.at,
            incident=new.incident,
            label=new.label.strip(),
            remarks=new.remarks.strip(),
            colour=new.colour,
            place=new.place,
            how=new.how,
            confidence=new.confidence,
            audience=new.audience,
            is_alarm=new.is_alarm,
            auto_expire=new.auto_expire,
            stale_at=new.stale_at,
            sidc=new.sidc,
            exercise=exercise,
        )
    except ValueError as error:
        raise BadInput(f"{error}; look at what was given") from error
