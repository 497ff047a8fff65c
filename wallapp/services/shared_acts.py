"""The operations that acts are made of, the same for every desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wallapp.base.errors import NotFound
from wallapp.base.ids import CameraNumber, ExerciseId, OperationId
from wallapp.domain.crisis_level import Activation, CrisisLevel, LevelScope
from wallapp.domain.merge import Act, FieldChange, Operation, Shared, SharedKind, differences
from wallapp.domain.people import Person, Role
from wallapp.services.shared_bodies import noun_of
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_room import Doing

_WALL: frozenset[Role] = frozenset({Role.OPERATOR})


@dataclass(frozen=True, slots=True)
class Acting:
    """One act in the making: of one kind of object, in one namespace."""

    doing: Doing
    kind: SharedKind
    exercise: ExerciseId
    key: OperationId

    def found(self, entity: str) -> Shared:
        """The object as it is now. Raises NotFound where there is none in this namespace."""
        return found_in(self.doing.view, self.kind, entity, self.exercise)

    def create(self, entity: str, fields: Mapping[str, object], *, number: int = 1) -> Operation:
        """A new one."""
        changes = {name: FieldChange(None, value) for name, value in fields.items()}
        return self._operation(entity, Act.CREATE, changes, number)

    def change(self, entity: str, changes: Mapping[str, FieldChange], *, number: int = 1) -> Operation:
        """Of one that is there."""
        return self._operation(entity, Act.CHANGE, changes, number)

    def turn(
        self, entity: str, before: Mapping[str, object], after: Mapping[str, object], *, number: int = 1
    ) -> Operation:
        """A change from one set of fields to another."""
        return self.change(entity, differences(before, after), number=number)

    def delete(self, entity: str) -> Operation:
        """For good."""
        return self._operation(entity, Act.DELETE, {}, 1)

    def _operation(self, entity: str, act: Act, changes: Mapping[str, FieldChange], number: int) -> Operation:
        return self.doing.operation(
            number, self.kind, entity, key=self.key, changes=changes, exercise=self.exercise, act=act
        )


def found_in(view: ObjectView, kind: SharedKind, entity: str, exercise: ExerciseId) -> Shared:
    """The object. Raises NotFound where there is none in this namespace, or it was deleted."""
    found = view.entity(kind, entity)
    if found is None or found.deleted or found.exercise != exercise:
        raise NotFound(f"there is no such {kind.value.replace('_', ' ')}; look again")
    return found


def roles_of(person: Person | None) -> Iterable[Role]:
    """Whose eyes count: a wall that nobody signed in to stands in the operators' room."""
    return person.roles if person is not None else _WALL


def cameras_of(*cameras: CameraNumber | None) -> frozenset[CameraNumber]:
    """For a log line."""
    return frozenset(camera for camera in cameras if camera is not None)


def level_in(view: ObjectView, exercise: ExerciseId) -> CrisisLevel:
    """The room's crisis level of this namespace."""
    activation = activation_in(view, LevelScope(), exercise)
    return activation.level if activation is not None else CrisisLevel.ROUTINE


def activation_in(view: ObjectView, scope: LevelScope, exercise: ExerciseId) -> Activation | None:
    """What is in force in a scope; None is routine that nobody ever changed."""
    found = view.entity(SharedKind.ACTIVATION, activation_id(scope, exercise))
    return noun_of(found, Activation) if found is not None else None


def activation_id(scope: LevelScope, exercise: ExerciseId) -> str:
    """There is one for each scope and namespace."""
    return f"{exercise}/{scope.kind.value}/{scope.name}"
