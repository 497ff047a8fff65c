"""Changes that were not taken, and settling them: keep what holds, or take what was wanted after all."""

from __future__ import annotations

from dataclasses import replace

from wallapp.base.errors import NotFound, RuleBroken, Unavailable
from wallapp.base.ids import CameraNumber, ConflictId, OperationId
from wallapp.domain.merge import Act, EditConflict, FieldChange, Operation, Settled, Shared, SharedKind
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit
from wallapp.services.shared_bodies import alarm_of, marker_of
from wallapp.services.shared_done import may_see_incidents
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_room import Doing, Look, SharedRoom
from wallapp.services.shared_sight import Sight

_LINK = "linked_cameras/"


class ConflictDesk:
    """Conflicts of all desks and namespaces of a store. Any thread but the GUI's."""

    def __init__(self, room: SharedRoom) -> None:
        self._room = room

    def conflicts(self, actor: Actor | None) -> list[EditConflict]:
        """Those that wait to be settled, oldest first; without those about a camera that the person may not know of.

        Raises:
          Denied: their roles see no incidents.
          Unavailable: the store is lost and this station does not know the person yet. Where it does know them the
            list is empty: they are found when the store is back.
        """
        look = self._room.look(actor)
        may_see_incidents(look.person)
        try:
            with self._room.store.reading() as unit:
                found = unit.shared.conflicts()
        except Unavailable:
            return []
        return [conflict for conflict in found if _may_see(look.view, look.sight, conflict)]

    def settle(self, actor: Actor, conflict: ConflictId, settled: Settled) -> None:
        """Keep what holds, or put what was wanted in its place; by whoever may change the object.

        Raises:
          NotFound: there is no such conflict that waits.
          Denied: this person may not change the object.
          RuleBroken: a rule stands against it, or the object was deleted.
          Unavailable: the store is lost.
        """
        look: Look = self._room.look(actor)
        found = next((one for one in self.conflicts(actor) if one.id == conflict), None)
        if found is None:
            raise NotFound("there is no such conflict any more; look again")

        def plan(doing: Doing) -> list[Operation]:
            doing.signed_in()
            return [] if settled is Settled.KEPT_THEIRS else [_again(found, doing)]

        def close(unit: Unit) -> None:
            if not unit.shared.settle(conflict, settled, actor.account, unit.now_at()):
                raise NotFound("there is no such conflict any more; look again")

        may_see_incidents(look.person)
        outcomes = self._room.do(actor, plan, also=close)
        if any(outcome.conflicts for outcome in outcomes):
            raise RuleBroken("it was changed again at this very moment; look again")


def _again(conflict: EditConflict, doing: Doing) -> Operation:
    """What was wanted, on the object as it is now."""
    now = doing.view.entity(conflict.kind, conflict.entity)
    if now is None or now.deleted:
        raise RuleBroken("the object is gone; make it anew")
    if not conflict.field:
        act, changes = Act.DELETE, dict[str, FieldChange]()
    else:
        act, changes = Act.CHANGE, {conflict.field: FieldChange(now.fields.get(conflict.field), conflict.mine)}
    key = OperationId(f"{conflict.id}.settled")
    return doing.operation(1, conflict.kind, conflict.entity, key=key, changes=changes, exercise=now.exercise, act=act)


def _may_see(view: ObjectView, sight: Sight, conflict: EditConflict) -> bool:
    if conflict.field.startswith(_LINK):
        return sight.knows(CameraNumber(int(conflict.field.removeprefix(_LINK))))
    found = view.entity(conflict.kind, conflict.entity)
    if found is not None and conflict.kind is SharedKind.MARKER:
        values = (found, *(_with(found, conflict.field, value) for value in (conflict.theirs, conflict.mine) if value))
        return all(sight.knows(marker_of(each).camera) for each in values)
    return found is None or conflict.kind is not SharedKind.ALARM or sight.knows(alarm_of(found).camera)


def _with(shared: Shared, field: str, value: object) -> Shared:
    return replace(shared, fields={**shared.fields, field: value})
