"""How changes of several stations become one state: field by field, none lost unseen.

A change says for each field what the person saw and what they want. A field that still is what was seen takes the
new value, whatever happened to its neighbours; one that somebody else changed meanwhile stays, and a Conflict with
both values is shown until a person settles it. Comparing values and not revision numbers lets a station that was
cut off make several changes in a row: the second one saw the first one's value, whatever number that is given later.
What belongs together (a state and its owner) is one field. A deletion beats every later change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from wallapp.base.ids import NO_EXERCISE, AccountId, ConflictId, ExerciseId, OperationId, StationName

WHOLE: Final = ""
"""The field of a conflict that is about the whole object."""


class SharedKind(StrEnum):
    """What all stations share."""

    INCIDENT = "incident"
    MARKER = "marker"
    LAYER = "layer"
    FEATURE = "feature"
    ALARM = "alarm"
    LEVEL_REQUEST = "level_request"
    ACTIVATION = "activation"


class Act(StrEnum):
    """What an operation does."""

    CREATE = "create"
    CHANGE = "change"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: what the person saw and what they want, both JSON values; None is an absent field."""

    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Operation:
    """One act of one person, done once however often it is sent.

    Attributes:
      id: made where the act was done; the same again is the same act.
      entity: the object's id, unique in its kind.
      changes: by field; empty for a deletion.
      actor: None where a partner's system or time did it.
      at: by the clock of the station.
      base_rev: of the object that the person saw; 0 for one that is new.
    """

    id: OperationId
    kind: SharedKind
    entity: str
    act: Act
    changes: Mapping[str, FieldChange]
    actor: AccountId | None
    station: StationName
    at: datetime
    exercise: ExerciseId = NO_EXERCISE
    base_rev: int = 0


@dataclass(frozen=True, slots=True)
class Shared:
    """One shared object as it is kept.

    Attributes:
      fields: JSON values by name; none of them None.
      updated_by: the person who changed it last; what time or a partner's system did changes no name.
      rev: counts its kept changes.
      seq: its newest change's place in the order of all changes; 0 where only this station knows of it.
      deleted: a tombstone: nothing brings it back.
    """

    kind: SharedKind
    id: str
    fields: Mapping[str, object]
    created_by: AccountId | None
    created_at: datetime
    updated_by: AccountId | None
    updated_at: datetime
    exercise: ExerciseId = NO_EXERCISE
    rev: int = 1
    seq: int = 0
    deleted: bool = False


class ConflictReason(StrEnum):
    """Why a change was not taken."""

    CHANGED = "changed"
    """Somebody else had given the field another value."""
    DELETED = "deleted"
    """The object was deleted."""
    REFUSED = "refused"
    """A rule stood against it when the station was back; `text` says which."""
    MISSING = "missing"
    """There is no such object in the shared store."""


class Settled(StrEnum):
    """What a person decided."""

    KEPT_THEIRS = "kept_theirs"
    TOOK_MINE = "took_mine"


@dataclass(frozen=True, slots=True)
class EditConflict:
    """A change that was not taken, with both values, until somebody settles it.

    Attributes:
      field: WHOLE where it is about the whole object.
      theirs: what holds; `mine`: what was wanted. JSON values, None for absent.
      theirs_by: who gave the value that holds; None where that is not known.
      text: what stood against it, for a person; empty for CHANGED and DELETED.
    """

    id: ConflictId
    operation: OperationId
    kind: SharedKind
    entity: str
    field: str
    reason: ConflictReason
    theirs: object
    mine: object
    theirs_by: AccountId | None
    mine_by: AccountId | None
    at: datetime
    text: str = ""
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of an operation.

    Attributes:
      entity: as it is now; None where there never was one.
      accepted: the fields that took their new value.
    """

    entity: Shared | None
    accepted: Mapping[str, FieldChange]
    conflicts: tuple[EditConflict, ...] = ()

    @property
    def has_changed(self) -> bool:
        """Whether the object is another than before."""
        return bool(self.accepted)


def merge(entity: Shared | None, operation: Operation) -> Merged:
    """The object after the operation. Two operations on different fields give the same in either order."""
    if entity is None:
        if operation.act is not Act.CREATE:
            return Merged(None, {}, refusals(operation, None, ConflictReason.MISSING))
        fields = {name: change.after for name, change in operation.changes.items() if change.after is not None}
        by, at = operation.actor, operation.at
        made = Shared(operation.kind, operation.entity, fields, by, at, by, at, exercise=operation.exercise)
        return Merged(made, operation.changes)
    if entity.deleted:
        if operation.act is Act.DELETE:
            return Merged(entity, {})
        return Merged(entity, {}, refusals(operation, entity, ConflictReason.DELETED))
    if operation.act is Act.DELETE:
        return Merged(_touched(replace(entity, deleted=True), operation), {WHOLE: FieldChange(False, True)})
    return _merge_fields(entity, operation)


def _merge_fields(entity: Shared, operation: Operation) -> Merged:
    """A second creation of the same object counts as a change of what it holds otherwise."""
    fields = dict(entity.fields)
    accepted, refused = {}, []
    for name, change in operation.changes.items():
        now = fields.get(name)
        if now == change.after:
            continue
        if now != change.before:
            refused.append(name)
            continue
        accepted[name] = change
        if change.after is None:
            fields.pop(name)
        else:
            fields[name] = change.after
    conflicts = refusals(operation, entity, ConflictReason.CHANGED, fields=refused)
    if not accepted:
        return Merged(entity, {}, conflicts)
    return Merged(_touched(replace(entity, fields=fields), operation), accepted, conflicts)


def refusals(
    operation: Operation,
    entity: Shared | None,
    reason: ConflictReason,
    *,
    fields: Iterable[str] | None = None,
    text: str = "",
) -> tuple[EditConflict, ...]:
    """One conflict for each field of the operation, or of those named, or for the whole where it has none.

    A field that has the wanted value already is no conflict.
    """
    has = entity.fields if entity is not None else {}
    names = list(operation.changes if fields is None else fields)
    wanted = {name: operation.changes[name].after for name in names}
    if operation.act is Act.DELETE and fields is None:
        names, wanted = [WHOLE], {WHOLE: None}
    return tuple(
        EditConflict(
            id=ConflictId(f"{operation.id}:{name}"),
            operation=operation.id,
            kind=operation.kind,
            entity=operation.entity,
            field=name,
            reason=reason,
            theirs=has.get(name),
            mine=wanted[name],
            theirs_by=entity.updated_by if entity is not None else None,
            mine_by=operation.actor,
            at=operation.at,
            text=text,
        )
        for name in names
        if reason is not ConflictReason.REFUSED or has.get(name) != wanted[name] or operation.act is Act.DELETE
    )


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, FieldChange]:
    """What leads from one set of fields to the other."""
    names = [*before, *(name for name in after if name not in before)]
    return {
        name: FieldChange(before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    }


def _touched(entity: Shared, operation: Operation) -> Shared:
    # A change that was made while a station was cut off comes late: time must not run back for who reads it.
    at = max(entity.updated_at, operation.at)
    by = operation.actor if operation.actor is not None else entity.updated_by
    return replace(entity, rev=entity.rev + 1, updated_by=by, updated_at=at)
