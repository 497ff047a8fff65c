"""What stations share as rows: objects, the history of changes, changes not taken, and who looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, false, insert, select, true, update

from wallapp.base.ids import AccountId, ConflictId, ExerciseId, OperationId, StationName
from wallapp.domain.merge import Act, ConflictReason, EditConflict, Operation, Settled, Shared, SharedKind
from wallapp.services.shared_ports import KeptOperation, Presence
from wallapp.store.faults import known
from wallapp.store.rows import add_row, all_rows, first_row, locked
from wallapp.store.shared_json import changes_from_json, changes_to_json, fields_from_json, from_json, to_json
from wallapp.store.shared_schema import (
    SHARED_CONFLICT,
    SHARED_ENTITY,
    SHARED_HEAD,
    SHARED_OPERATION,
    SHARED_PRESENCE,
)


def entity_to_row(entity: Shared) -> dict[str, Any]:
    """Column values by name."""
    return {
        "kind": entity.kind.value,
        "id": entity.id,
        "exercise": entity.exercise,
        "seq": entity.seq,
        "rev": entity.rev,
        "deleted": entity.deleted,
        "body": to_json(entity.fields),
        "created_by": entity.created_by,
        "created_at": entity.created_at,
        "updated_by": entity.updated_by,
        "updated_at": entity.updated_at,
    }


def entity_from_row(row: Mapping[str, Any]) -> Shared:
    """The value of a row."""
    return Shared(
        kind=known(SharedKind, row["kind"]),
        id=row["id"],
        fields=fields_from_json(row["body"]),
        created_by=_account(row["created_by"]),
        created_at=row["created_at"],
        updated_by=_account(row["updated_by"]),
        updated_at=row["updated_at"],
        exercise=ExerciseId(row["exercise"]),
        rev=row["rev"],
        seq=row["seq"],
        deleted=row["deleted"],
    )


class SharedRows:
    """Fulfils services.shared_ports.SharedTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self) -> None:
        """Lock the head's row."""
        self._connection.execute(locked(select(SHARED_HEAD.c.seq))).scalar_one()

    def head(self) -> int:
        """The newest change's place."""
        return int(self._connection.execute(select(SHARED_HEAD.c.seq)).scalar_one())

    def entity(self, kind: SharedKind, entity: str) -> Shared | None:
        """The object, a deleted one too."""
        statement = select(SHARED_ENTITY).where(SHARED_ENTITY.c.kind == kind.value, SHARED_ENTITY.c.id == entity)
        row = first_row(self._connection, statement)
        return None if row is None else entity_from_row(row)

    def entities(self, kind: SharedKind) -> list[Shared]:
        """All that are not deleted, oldest first."""
        statement = select(SHARED_ENTITY).where(
            SHARED_ENTITY.c.kind == kind.value, SHARED_ENTITY.c.deleted.is_(false())
        )
        ordered = statement.order_by(SHARED_ENTITY.c.created_at, SHARED_ENTITY.c.id)
        return [entity_from_row(row) for row in all_rows(self._connection, ordered)]

    def since(self, seq: int) -> list[Shared]:
        """Deleted ones too, in the order of their changes."""
        statement = select(SHARED_ENTITY).where(SHARED_ENTITY.c.seq > seq).order_by(SHARED_ENTITY.c.seq)
        return [entity_from_row(row) for row in all_rows(self._connection, statement)]

    def next_incident_number(self) -> int:
        """The next short number."""
        number = int(self._connection.execute(select(SHARED_HEAD.c.incident_number)).scalar_one()) + 1
        self._connection.execute(update(SHARED_HEAD).values(incident_number=number))
        return number

    def keep(
        self,
        operation: Operation,
        entity: Shared | None,
        *,
        recorded_at: datetime,
        taken: Sequence[str],
        refused: Sequence[str],
    ) -> Shared | None:
        """As the port."""
        seq = self.head() + 1
        self._connection.execute(update(SHARED_HEAD).values(seq=seq))
        row = {
            "seq": seq,
            "id": operation.id,
            "kind": operation.kind.value,
            "entity": operation.entity,
            "act": operation.act.value,
            "changes": changes_to_json({name: operation.changes[name] for name in taken if name in operation.changes}),
            "refused": to_json(list(refused)),
            "rev": entity.rev if entity is not None else 0,
            "base_rev": operation.base_rev,
            "actor": operation.actor,
            "station": operation.station,
            "exercise": operation.exercise,
            "at": operation.at,
            "recorded_at": recorded_at,
        }
        self._connection.execute(insert(SHARED_OPERATION).values(row))
        if entity is None or not taken:
            return entity
        return self._put(entity, seq)

    def _put(self, entity: Shared, seq: int) -> Shared:
        row = {**entity_to_row(entity), "seq": seq}
        if entity.rev == 1:
            self._connection.execute(insert(SHARED_ENTITY).values(row))
        else:
            changed = {name: row[name] for name in ("seq", "rev", "deleted", "body", "updated_by", "updated_at")}
            here = and_(SHARED_ENTITY.c.kind == row["kind"], SHARED_ENTITY.c.id == row["id"])
            self._connection.execute(update(SHARED_ENTITY).where(here).values(changed))
        return entity_from_row(row)

    def kept(self, operation: OperationId) -> KeptOperation | None:
        """The operation as the history has it."""
        row = first_row(self._connection, select(SHARED_OPERATION).where(SHARED_OPERATION.c.id == operation))
        return None if row is None else _operation(row)

    def history(self, kind: SharedKind, entity: str) -> list[KeptOperation]:
        """All operations on an object, in order."""
        here = and_(SHARED_OPERATION.c.kind == kind.value, SHARED_OPERATION.c.entity == entity)
        statement = select(SHARED_OPERATION).where(here).order_by(SHARED_OPERATION.c.seq)
        return [_operation(row) for row in all_rows(self._connection, statement)]

    def add_conflict(self, conflict: EditConflict) -> None:
        """The same again changes nothing."""
        row = {
            "id": conflict.id,
            "operation": conflict.operation,
            "kind": conflict.kind.value,
            "entity": conflict.entity,
            "field": conflict.field,
            "reason": conflict.reason.value,
            "theirs": to_json(conflict.theirs),
            "mine": to_json(conflict.mine),
            "theirs_by": conflict.theirs_by,
            "mine_by": conflict.mine_by,
            "at": conflict.at,
            "text": conflict.text,
            "settled": None,
            "settled_by": None,
            "settled_at": None,
        }
        add_row(self._connection, SHARED_CONFLICT, row)

    def conflicts(self, *, operation: OperationId | None = None, open_only: bool = True) -> list[EditConflict]:
        """Oldest first."""
        statement = select(SHARED_CONFLICT).where(
            SHARED_CONFLICT.c.operation == operation if operation is not None else true(),
            SHARED_CONFLICT.c.settled.is_(None) if open_only else true(),
        )
        ordered = statement.order_by(SHARED_CONFLICT.c.at, SHARED_CONFLICT.c.id)
        return [_conflict(row) for row in all_rows(self._connection, ordered)]

    def settle(self, conflict: ConflictId, settled: Settled, by: AccountId, at: datetime) -> bool:
        """False where it was settled already, or is none."""
        here = and_(SHARED_CONFLICT.c.id == conflict, SHARED_CONFLICT.c.settled.is_(None))
        values = {"settled": settled.value, "settled_by": by, "settled_at": at}
        return self._connection.execute(update(SHARED_CONFLICT).where(here).values(values)).rowcount == 1

    def be_present(self, presence: Presence, *, now_at: datetime) -> None:
        """Put it, and forget those that are over."""
        self._connection.execute(delete(SHARED_PRESENCE).where(SHARED_PRESENCE.c.until_at <= now_at))
        row = {**_whose(presence), "until_at": presence.until_at}
        if not add_row(self._connection, SHARED_PRESENCE, row):
            self._connection.execute(update(SHARED_PRESENCE).where(_here(presence)).values(until_at=presence.until_at))

    def leave(self, presence: Presence) -> None:
        """Forget it."""
        self._connection.execute(delete(SHARED_PRESENCE).where(_here(presence)))

    def present(self, now_at: datetime) -> list[Presence]:
        """Who has what open."""
        statement = select(SHARED_PRESENCE).where(SHARED_PRESENCE.c.until_at > now_at)
        ordered = statement.order_by(SHARED_PRESENCE.c.entity, SHARED_PRESENCE.c.station, SHARED_PRESENCE.c.account)
        return [
            Presence(
                known(SharedKind, row["kind"]),
                row["entity"],
                AccountId(row["account"]),
                StationName(row["station"]),
                row["until_at"],
            )
            for row in all_rows(self._connection, ordered)
        ]


def _whose(presence: Presence) -> dict[str, str]:
    return {
        "kind": presence.kind.value,
        "entity": presence.entity,
        "account": presence.account,
        "station": presence.station,
    }


def _here(presence: Presence) -> Any:
    return and_(*(SHARED_PRESENCE.c[name] == value for name, value in _whose(presence).items()))


def _account(text: str | None) -> AccountId | None:
    return None if text is None else AccountId(text)


def _operation(row: Mapping[str, Any]) -> KeptOperation:
    operation = Operation(
        id=OperationId(row["id"]),
        kind=known(SharedKind, row["kind"]),
        entity=row["entity"],
        act=known(Act, row["act"]),
        changes=changes_from_json(row["changes"]),
        actor=_account(row["actor"]),
        station=StationName(row["station"]),
        at=row["at"],
        exercise=ExerciseId(row["exercise"]),
        base_rev=row["base_rev"],
    )
    refused = from_json(row["refused"])
    names = tuple(str(name) for name in refused) if isinstance(refused, list) else ()
    return KeptOperation(row["seq"], operation, names, row["rev"], row["recorded_at"])


def _conflict(row: Mapping[str, Any]) -> EditConflict:
    return EditConflict(
        id=ConflictId(row["id"]),
        operation=OperationId(row["operation"]),
        kind=known(SharedKind, row["kind"]),
        entity=row["entity"],
        field=row["field"],
        reason=known(ConflictReason, row["reason"]),
        theirs=from_json(row["theirs"]),
        mine=from_json(row["mine"]),
        theirs_by=_account(row["theirs_by"]),
        mine_by=_account(row["mine_by"]),
        at=row["at"],
        text=row["text"],
        settled=known(Settled, row["settled"]) if row["settled"] else None,
    )
