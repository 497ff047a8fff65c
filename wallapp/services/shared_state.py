"""One operation on what stations share: merged, held to the rules, kept with its log lines, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from wallapp.base.errors import BadInput, Bug, Denied, NotFound, RuleBroken
from wallapp.base.ids import NO_EXERCISE, EntryId, ExerciseId
from wallapp.domain.logbook import LogEvent, LogKind, LogLine
from wallapp.domain.merge import (
    ConflictReason,
    EditConflict,
    Merged,
    Operation,
    Shared,
    SharedKind,
    merge,
    refusals,
)
from wallapp.domain.people import Person, Role
from wallapp.domain.permissions import Verb, may
from wallapp.services.ports import Unit
from wallapp.services.shared_ports import ObjectView, SharedTable

NUMBER = "number"
"""The field of an incident that the store gives."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation would make of an object, for a rule to judge.

    Attributes:
      before: None where it is new.
      after: with only those fields changed that were merged.
      person: who does it, as they are now; None where no person does.
    """

    operation: Operation
    before: Shared | None
    after: Shared
    person: Person | None
    now_at: datetime

    def line(self, number: int, event: LogEvent, text: str, *, kind: LogKind = LogKind.SYSTEM) -> LogLine:
        """A line of the log about it, the same each time.

        Args:
          number: of the lines of this change, from 1.
        """
        return LogLine(
            id=EntryId(f"{self.operation.id}.{number}"),
            kind=kind,
            happened_at=self.operation.at,
            actor=self.operation.actor,
            station=self.operation.station,
            text=text,
            event=event,
            exercise=self.operation.exercise,
        )


Rule = Callable[[ObjectView, Change], Sequence[LogLine]]
"""Says whether a change may be, and what the log says of it.

Raises Denied, RuleBroken, BadInput or NotFound where it may not. The view is as before the change.
"""
Rules = Mapping[SharedKind, Rule]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one operation.

    Attributes:
      entity: the object as it is now; None where there is none.
      conflicts: what of it was not taken; shown until somebody settles it.
      is_local: the store is lost: it waits at this station.
    """

    entity: Shared | None
    conflicts: tuple[EditConflict, ...] = ()
    is_local: bool = False

    def made(self) -> Shared:
        """The object, where there must be one. Raises NotFound."""
        if self.entity is None:
            raise NotFound("there is no such object any more; look again")
        return self.entity


def check_right(person: Person | None, verb: Verb, exercise: ExerciseId) -> Person:
    """Who does it, where their roles allow it; somebody who is only a trainer does it in a drill alone.

    Raises:
      Denied: they may not.
    """
    if person is None or not person.active or not may(person.roles, verb):
        raise Denied("this is not among the rights of your roles; ask an administrator")
    if exercise == NO_EXERCISE and not may(person.roles - {Role.TRAINER}, verb):
        raise Denied("a trainer does this in a drill only; ask an operator")
    return person


def judged(view: ObjectView, change: Change, rules: Rules) -> Sequence[LogLine]:
    """What the log says of it. Raises as the kind's rule."""
    rule = rules.get(change.operation.kind)
    if rule is None:
        raise Bug(f"nobody judges a {change.operation.kind}; please report this")
    return rule(view, change)


def apply(
    unit: Unit, operation: Operation, *, rules: Rules, is_late: bool = False, clock_offset_ms: int = 0
) -> Outcome:
    """Do it, once: the same operation again only tells what came of it.

    Args:
      is_late: it was done while the store was lost: a rule that stands against it now makes a conflict of it.

    Raises:
      Denied, RuleBroken, BadInput, NotFound: a rule stands against it, and it is not late.
    """
    if operation.actor is not None:
        unit.people.hold([operation.actor])
    unit.shared.hold()
    if unit.shared.kept(operation.id) is not None:
        conflicts = unit.shared.conflicts(operation=operation.id, open_only=False)
        return Outcome(unit.shared.entity(operation.kind, operation.entity), tuple(conflicts))
    now_at = unit.now_at()
    before = unit.shared.entity(operation.kind, operation.entity)
    merged = merge(before, operation)
    lines: Sequence[LogLine] = ()
    if merged.has_changed and merged.entity is not None:
        person = unit.people.person(operation.actor) if operation.actor is not None else None
        after = _numbered(unit.shared, merged.entity, before)
        merged = replace(merged, entity=after)
        try:
            lines = judged(unit.shared, Change(operation, before, after, person, now_at), rules)
        except (Denied, RuleBroken, BadInput, NotFound) as error:
            if not is_late:
                raise
            merged = Merged(before, {}, refusals(operation, before, ConflictReason.REFUSED, text=str(error)))
    if not merged.has_changed and not merged.conflicts:
        return Outcome(merged.entity)
    conflicts = [_with_author(unit.shared, conflict) for conflict in merged.conflicts]
    taken = list(merged.accepted)
    refused = [conflict.field for conflict in conflicts]
    kept = unit.shared.keep(operation, merged.entity, recorded_at=now_at, taken=taken, refused=refused)
    for conflict in conflicts:
        unit.shared.add_conflict(conflict)
    for line in (*lines, *_conflict_lines(operation, conflicts)):
        unit.logbook.append(line, recorded_at=now_at, clock_offset_ms=clock_offset_ms)
    return Outcome(kept, tuple(conflicts))


def _numbered(shared: SharedTable, after: Shared, before: Shared | None) -> Shared:
    """A new incident with its short number."""
    if before is not None or after.kind is not SharedKind.INCIDENT:
        return after
    return replace(after, fields={**after.fields, NUMBER: shared.next_incident_number()})


def _with_author(shared: SharedTable, conflict: EditConflict) -> EditConflict:
    """Naming who gave the field its value, not who changed the object last."""
    if conflict.reason is not ConflictReason.CHANGED:
        return conflict
    for kept in reversed(shared.history(conflict.kind, conflict.entity)):
        if conflict.field in kept.operation.changes:
            return replace(conflict, theirs_by=kept.operation.actor)
    return conflict


def _conflict_lines(operation: Operation, conflicts: Iterable[EditConflict]) -> list[LogLine]:
    """One line for the operation. It names no value: a value can name a camera that the reader may not know of."""
    fields = [conflict.field.partition("/")[0] or operation.act.value for conflict in conflicts]
    if not fields:
        return []
    names = ", ".join(sorted(set(fields)))
    line = LogLine(
        id=EntryId(f"{operation.id}.conflict"),
        kind=LogKind.SYSTEM,
        happened_at=operation.at,
        actor=operation.actor,
        station=operation.station,
        text=f"a change of a {operation.kind} was not taken and waits to be settled: {names}",
        event=LogEvent.CONFLICT_FOUND,
        facts={"kind": operation.kind.value, "entity": operation.entity, "fields": names},
        exercise=operation.exercise,
    )
    return [line]
