"""The log's line about a camera that somebody took in hand."""

from __future__ import annotations

import uuid

from wallapp.base.ids import NO_EXERCISE, CameraNumber, EntryId, ExerciseId
from wallapp.domain.logbook import LogEntry, LogEvent, LogKind, LogLine
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor
from wallapp.services.shared_room import Doing, SharedRoom
from wallapp.services.shared_state import check_right


def note_turned(
    room: SharedRoom, actor: Actor, camera: CameraNumber, *, exercise: ExerciseId = NO_EXERCISE
) -> LogEntry:
    """Write down that this person turns a camera; at this station where the store is lost. Any thread but the GUI's.

    Raises:
      Denied: their roles turn no cameras.
      NotFound: there is no such camera that they may know of.
    """
    identifier = EntryId(str(uuid.uuid4()))

    def line_of(doing: Doing) -> LogLine:
        person = check_right(doing.person, Verb.STEER_CAMERAS, exercise)
        doing.sight.camera(camera)
        return LogLine(
            id=identifier,
            kind=LogKind.ACTION,
            happened_at=doing.at,
            actor=person.account,
            station=actor.station,
            text=f"camera {camera} turned",
            event=LogEvent.CAMERA_TURNED,
            facts={"camera": str(camera)},
            org=person.organisation,
            cameras=frozenset({camera}),
            exercise=exercise,
        )

    return room.write_line(actor, line_of)
