"""What stations share, as one station sees and changes it: the store while it answers, else this station's outbox.

One view: the objects of the store as they were last read, and on top of them what waits in the outbox. What waits is
sent before anything new; a second sending does nothing, so that a station may die at any moment.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeVar

from wallapp.base.clock import Clock
from wallapp.base.errors import Denied, Unavailable
from wallapp.base.ids import AccountId, ExerciseId, OperationId
from wallapp.domain.logbook import LogEntry, LogLine
from wallapp.domain.merge import Act, FieldChange, Operation, Shared, SharedKind, merge
from wallapp.domain.people import Person
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit, UnitSource
from wallapp.services.shared_ports import ObjectView, Outbox, Pending
from wallapp.services.shared_sight import Known, Sight
from wallapp.services.shared_state import Change, Outcome, Rules, apply, judged

_Result = TypeVar("_Result")

OFFLINE: Final = frozenset({SharedKind.INCIDENT, SharedKind.MARKER, SharedKind.ALARM})
"""What goes on while the store is lost; access and the crisis level never do."""
RETRY_S: Final = 2.0
"""A store that did not answer is left alone for so long: each try may block for as long as its time-out."""


class Snapshot:
    """The shared objects at one moment. Fulfils services.shared_ports.ObjectView."""

    def __init__(self, objects: Mapping[SharedKind, Mapping[str, Shared]]) -> None:
        self._objects = {kind: dict(found) for kind, found in objects.items()}

    def entity(self, kind: SharedKind, entity: str) -> Shared | None:
        """As the port."""
        return self._objects.get(kind, {}).get(entity)

    def entities(self, kind: SharedKind) -> list[Shared]:
        """As the port."""
        found = [each for each in self._objects.get(kind, {}).values() if not each.deleted]
        return sorted(found, key=lambda each: (each.created_at, each.id))

    def put(self, entity: Shared) -> None:
        """For who builds it."""
        self._objects.setdefault(entity.kind, {})[entity.id] = entity


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody sees at one moment.

    Attributes:
      person: None where nobody is signed in.
      sight: the cameras that they may know of; as last read where the store is lost.
      is_lost: the store does not answer: what others did since is not in the view.
      waiting: how many acts of this station wait in its outbox.
    """

    view: ObjectView
    person: Person | None
    sight: Sight
    now_at: datetime
    is_lost: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class Doing:
    """What a plan is made from: the objects as they are at the moment of the act."""

    view: ObjectView
    person: Person | None
    sight: Sight
    actor: Actor
    at: datetime

    def signed_in(self) -> Person:
        """Who does it. Raises Denied where the account is closed."""
        return _signed_in(self.person)

    def operation(
        self,
        number: int,
        kind: SharedKind,
        entity: str,
        *,
        key: OperationId,
        changes: Mapping[str, FieldChange],
        exercise: ExerciseId,
        act: Act = Act.CHANGE,
    ) -> Operation:
        """One of the operations of an act.

        Args:
          number: from 1 within the act.
          key: of the act, made once before the plan, which may be asked for again.
        """
        found = self.view.entity(kind, entity)
        return Operation(
            id=OperationId(key if number == 1 else f"{key}.{number}"),
            kind=kind,
            entity=entity,
            act=act,
            changes=changes,
            actor=self.person.account if self.person is not None else None,
            station=self.actor.station,
            at=self.at,
            exercise=exercise,
            base_rev=found.rev if found is not None else 0,
        )


NOBODY: Final = AccountId("")
"""The account of an actor that is no person: a partner's system, or time."""

Plan = Callable[[Doing], Sequence[Operation]]
"""Makes the operations of one act; asked again where the store lost a race, and raises where it may not be."""


Also = Callable[[Unit], None]
"""More of one act, in its transaction."""


def new_key() -> OperationId:
    """For one act."""
    return OperationId(str(uuid.uuid4()))


class SharedRoom:
    """Shared by the desks of one station. Any thread but the GUI's.

    Args:
      rules: by kind of object.
      retry_s: how long a lost store is left alone.
    """

    def __init__(
        self,
        store: UnitSource,
        outbox: Outbox,
        clock: Clock,
        *,
        known: Known,
        rules: Rules,
        retry_s: float = RETRY_S,
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._clock = clock
        self._known = known
        self._rules = rules
        self._retry_s = retry_s
        self._lock = threading.RLock()
        self._lost_until_mono_s: float | None = None
        self._faces: dict[AccountId | None, tuple[Person | None, Sight]] = {}
        self._objects: dict[SharedKind, dict[str, Shared]] = {}
        self._seq, kept = outbox.copy()
        self._put(kept)

    @property
    def store(self) -> UnitSource:
        """For what is never done while it is lost."""
        return self._store

    @property
    def clock(self) -> Clock:
        """Of this station."""
        return self._clock

    def tell_reachable(self, is_reachable: bool) -> None:
        """What the wake-ups found: a store that is back is asked at once."""
        if is_reachable:
            self._lost_until_mono_s = None

    def look(self, actor: Actor | None) -> Look:
        """What this person sees now: what others kept is read first, where the store answers.

        Raises:
          Unavailable: the store is lost and this station does not know the person yet.
        """
        with self._lock:
            is_lost = False
            try:
                self._asking(lambda: self._pull(actor))
            except Unavailable:
                is_lost = True
            person, sight = self._face(actor)
            waiting = self._outbox.pending()
            return Look(self._overlaid(waiting), person, sight, self._clock.now_at(), is_lost, len(waiting))

    def sight(self, actor: Actor) -> Sight:
        """The cameras that this person may know of, as last read."""
        return self._face(actor)[1]

    def do(self, actor: Actor, plan: Plan, *, also: Also | None = None) -> tuple[Outcome, ...]:
        """One act of a person: all of its operations or none; at this station where the store is lost.

        Args:
          also: what belongs to it beside the shared objects, in the same transaction; such an act never waits.

        Returns:
          One outcome for each operation of the plan.

        Raises:
          Denied, RuleBroken, BadInput, NotFound: it may not be; nothing was changed.
          Unavailable: the store is lost, and this is nothing that waits for it.
        """
        with self._lock:
            try:
                return self._asking(lambda: self._do_there(actor, plan, also))
            except Unavailable:
                if also is not None:
                    raise
                return self._do_here(actor, plan)

    def write_line(self, actor: Actor, line_of: Callable[[Doing], LogLine]) -> LogEntry:
        """Add a line that a person wrote; at this station where the store is lost.

        Args:
          line_of: makes it, and raises where it may not be; the same line each time.

        Returns:
          The line in its place; with `seq` 0 where it waits at this station.
        """
        with self._lock:
            try:
                return self._asking(lambda: self._line_there(actor, line_of))
            except Unavailable:
                person, sight = self._face(actor)
                view = self._overlaid(self._outbox.pending())
                line = line_of(Doing(view, person, sight, actor, self._clock.now_at()))
                self._outbox.add(None, [line])
                return LogEntry(0, line, line.happened_at)

    def send(self) -> int:
        """Send what waits. Returns how many acts were sent.

        Raises:
          Unavailable: the store is lost (again); what was not sent waits on.
        """
        with self._lock:
            return self._asking(self._send)

    def pending(self) -> list[Pending]:
        """What waits at this station."""
        return self._outbox.pending()

    def _asking(self, ask: Callable[[], _Result]) -> _Result:
        """Ask the store, unless it was lost a moment ago."""
        lost_until = self._lost_until_mono_s
        if lost_until is not None and self._clock.mono_s() < lost_until:
            raise Unavailable("the store does not answer; what waits for it is kept at this station")
        try:
            found = ask()
        except Unavailable:
            self._lost_until_mono_s = self._clock.mono_s() + self._retry_s
            raise
        self._lost_until_mono_s = None
        return found

    def _do_there(self, actor: Actor, plan: Plan, also: Also | None) -> tuple[Outcome, ...]:
        self._send()

        def work(unit: Unit) -> tuple[Outcome, ...]:
            unit.people.hold([actor.account] if actor.account else [])
            unit.shared.hold()
            person = unit.people.person(actor.account) if actor.account else None
            doing = Doing(unit.shared, person, self._known(unit, person), actor, self._clock.now_at())
            offset_ms = _ms(unit.now_at() - doing.at)
            outcomes = [
                apply(unit, operation, rules=self._rules, clock_offset_ms=offset_ms) for operation in plan(doing)
            ]
            if also is not None:
                also(unit)
            return tuple(outcomes)

        outcomes = self._store.write(work)
        with suppress(Unavailable):
            self._pull(actor)
        return outcomes

    def _do_here(self, actor: Actor, plan: Plan) -> tuple[Outcome, ...]:
        person, sight = self._face(actor)
        view = self._overlaid(self._outbox.pending())
        doing = Doing(view, person, sight, actor, self._clock.now_at())
        operations = plan(doing)
        if any(operation.kind not in OFFLINE for operation in operations):
            raise Unavailable("the store does not answer; this can be done again when it is back")
        # All are judged before any is kept: an act is done as a whole here too.
        staged = [self._staged(view, operation, person) for operation in operations]
        for operation, (outcome, lines) in zip(operations, staged, strict=True):
            # One that was not taken here waits as well: its conflict is for everybody to see.
            if lines is not None or outcome.conflicts:
                self._outbox.add(operation, lines or ())
        return tuple(outcome for outcome, _ in staged)

    def _staged(
        self, view: Snapshot, operation: Operation, person: Person | None
    ) -> tuple[Outcome, Sequence[LogLine] | None]:
        """What comes of it here, put into the view for those that follow; None for no change."""
        before = view.entity(operation.kind, operation.entity)
        merged = merge(before, operation)
        outcome = Outcome(merged.entity, merged.conflicts, is_local=True)
        if not merged.has_changed or merged.entity is None:
            return outcome, None
        lines = judged(view, Change(operation, before, merged.entity, person, operation.at), self._rules)
        view.put(merged.entity)
        return outcome, lines

    def _line_there(self, actor: Actor, line_of: Callable[[Doing], LogLine]) -> LogEntry:
        self._send()

        def work(unit: Unit) -> LogEntry:
            unit.people.hold([actor.account])
            unit.shared.hold()
            person = unit.people.person(actor.account)
            line = line_of(Doing(unit.shared, person, self._known(unit, person), actor, self._clock.now_at()))
            now_at = unit.now_at()
            return unit.logbook.append(line, recorded_at=now_at, clock_offset_ms=_ms(now_at - self._clock.now_at()))

        return self._store.write(work)

    def _send(self) -> int:
        waiting = self._outbox.pending()
        for pending in waiting:
            self._store.write(partial(self._send_one, pending))
            self._outbox.sent(pending.number)
        return len(waiting)

    def _send_one(self, pending: Pending, unit: Unit) -> None:
        operation = pending.operation
        if operation is not None:
            offset_ms = _ms(unit.now_at() - self._clock.now_at())
            apply(unit, operation, rules=self._rules, is_late=True, clock_offset_ms=offset_ms)
            return
        unit.shared.hold()
        now_at = unit.now_at()
        for line in pending.lines:
            unit.logbook.append(line, recorded_at=now_at, clock_offset_ms=_ms(now_at - self._clock.now_at()))

    def _pull(self, actor: Actor | None) -> None:
        if self._outbox.pending():
            self._send()
        with self._store.reading() as unit:
            head = unit.shared.head()
            is_afresh = head < self._seq
            changed = unit.shared.since(0 if is_afresh else self._seq) if head != self._seq else []
            person = unit.people.person(actor.account) if actor is not None and actor.account else None
            sight = self._known(unit, person)
        self._faces[actor.account if actor is not None else None] = (person, sight)
        if head == self._seq:
            return
        # On the disk first: what is shown must be there when the station starts again without the store.
        self._outbox.keep_copy(head, changed, afresh=is_afresh)
        if is_afresh:
            self._objects.clear()
        self._seq = head
        self._put(changed)

    def _put(self, objects: Iterable[Shared]) -> None:
        for each in objects:
            self._objects.setdefault(each.kind, {})[each.id] = each

    def _face(self, actor: Actor | None) -> tuple[Person | None, Sight]:
        if actor is not None and actor.account == NOBODY:
            return None, Sight()
        found = self._faces.get(actor.account if actor is not None else None)
        if found is None:
            raise Unavailable("the store does not answer, and this station does not know yet what you may see")
        return found

    def _overlaid(self, waiting: Iterable[Pending]) -> Snapshot:
        view = Snapshot(self._objects)
        for pending in waiting:
            if pending.operation is not None:
                kind, entity = pending.operation.kind, pending.operation.entity
                merged = merge(view.entity(kind, entity), pending.operation)
                if merged.entity is not None:
                    view.put(merged.entity)
        return view


def _signed_in(person: Person | None) -> Person:
    if person is None or not person.active:
        raise Denied("this account is closed; ask an administrator")
    return person


def _ms(ahead: timedelta) -> int:
    return round(ahead / timedelta(milliseconds=1))
