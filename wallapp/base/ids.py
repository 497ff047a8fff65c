"""Identifiers, each its own type so that they cannot be swapped by mistake."""

from __future__ import annotations

from typing import Final, NewType

CameraNumber = NewType("CameraNumber", int)
"""The short number that an operator types; 1 to 999999, unique on a station."""

OwnerName = NewType("OwnerName", str)
"""An owner's name, unique on a station."""

TileId = NewType("TileId", int)
"""A tile on the wall, counted from 0 within the layout in force."""

LayoutNumber = NewType("LayoutNumber", int)
"""The short number under which a layout is saved and recalled; 1 to 999."""

AccountId = NewType("AccountId", str)
"""A person's account; a random UUID, never used again for another."""

StationName = NewType("StationName", str)
"""A workstation's name, unique in the room."""

RequestId = NewType("RequestId", str)
"""A request for access; a UUID that the asking station made, so that a repeated submit is known again."""

GrantId = NewType("GrantId", str)
"""A grant; a UUID. One request has at most one."""

Digest = NewType("Digest", str)
"""SHA-256 of a canonical document, lower-case hex."""

NO_OWNER: Final = OwnerName("")
"""Belonging to no organisation."""

NO_DIGEST: Final = Digest("")
"""Where there is no such document."""

IncidentId = NewType("IncidentId", str)
"""An incident; a UUID that the opening station made, so that it can be opened while the store is away."""

MarkerId = NewType("MarkerId", str)
"""A marker; a UUID, likewise."""

LayerId = NewType("LayerId", str)
"""A crisis layer; a UUID, likewise."""

FeatureId = NewType("FeatureId", str)
"""One drawing on a crisis layer; a UUID, or what an imported file called it."""

ActivationId = NewType("ActivationId", str)
"""One change of a crisis level; a UUID."""

ExerciseId = NewType("ExerciseId", str)
"""A drill; what carries it belongs to the drill's own namespace. Empty is real."""

NO_EXERCISE: Final = ExerciseId("")
"""Real, not a drill."""

OperationId = NewType("OperationId", str)
"""One change of what stations share; a UUID that the station made, so that a repeated one is known again."""

ConflictId = NewType("ConflictId", str)
"""A change of one field that was not taken: the operation's id and the field."""

AlarmId = NewType("AlarmId", str)
"""What a partner's system or a sensor raised; a UUID."""

EntryId = NewType("EntryId", str)
"""A line of the log; a UUID that the writing station made."""
