"""The desk of crisis layers and their drawings. Files are read and written by the app (exchange.geojson). Any thread
but the GUI's."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wallapp.base.errors import BadInput
from wallapp.base.ids import NO_EXERCISE, ExerciseId, FeatureId, IncidentId, LayerId, OperationId
from wallapp.domain.audience import EVERYBODY, Audience
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.layer import (
    CrisisLayer,
    LayerFeature,
    LayerKind,
    LayerSource,
    LayerState,
    ReadFeatures,
    is_visible,
)
from wallapp.domain.layer import change as moved_on
from wallapp.domain.merge import Operation, Shared, SharedKind
from wallapp.domain.permissions import Verb, may
from wallapp.services.actor import Actor
from wallapp.services.layers_rules import STATE
from wallapp.services.shared_acts import Acting, level_in, roles_of
from wallapp.services.shared_bodies import PLACE, Reader, feature_fields, feature_of, layer_fields, layer_of
from wallapp.services.shared_done import Done, done, may_see_incidents
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_room import Doing, SharedRoom, new_key


@dataclass(frozen=True, slots=True)
class NewLayer:
    """What a person says when they make one. The attributes are `CrisisLayer`'s."""

    name: str
    kind: LayerKind
    audience: Audience = EVERYBODY
    source: LayerSource = LayerSource.MANUAL
    order: int = 0
    opacity: float = 1.0
    incident: IncidentId | None = None
    valid_from_at: datetime | None = None
    valid_until_at: datetime | None = None
    is_shown: bool = True
    foreign_json: str = "{}"


class LayerDesk:
    """Layers of one namespace."""

    def __init__(self, room: SharedRoom, *, exercise: ExerciseId = NO_EXERCISE) -> None:
        self._room = room
        self._exercise = exercise
        self._feature_of = Reader(feature_of)

    def layers(
        self, actor: Actor | None, *, shown_only: bool = False, archived: bool = False, any_level: bool = False
    ) -> list[CrisisLayer]:
        """Those that are for this person's roles at this crisis level, with their drawings, by order and age.

        Args:
          shown_only: only those on the wall now; else hidden ones too, for the list of layers.
          archived: archived ones too.
          any_level: to who draws layers also those that wait for another crisis level, so that they can be changed.

        Raises:
          Denied: their roles see no incidents.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        look = self._room.look(actor)
        may_see_incidents(look.person)
        level, roles = level_in(look.view, self._exercise), frozenset(roles_of(look.person))
        listed = CrisisLevel.FULL if any_level and may(roles, Verb.DRAW_LAYERS) else level
        drawings = _drawings(look.view, self._feature_of)
        found = []
        for shared in look.view.entities(SharedKind.LAYER):
            if shared.exercise != self._exercise:
                continue
            layer = layer_of(shared, drawings.get(LayerId(shared.id), ()))
            if shown_only and not is_visible(layer, roles, level, look.now_at):
                continue
            if layer.audience.admits(roles, listed) and (archived or layer.state is not LayerState.ARCHIVED):
                found.append(layer)
        return sorted(found, key=lambda layer: layer.order)

    def make(
        self, actor: Actor, new: NewLayer, features: Sequence[LayerFeature] = (), *, layer: LayerId | None = None
    ) -> Done[CrisisLayer]:
        """Make one, with its first drawings: all or nothing.

        Args:
          layer: its id where the caller made one; the same again is the same layer.

        Raises:
          BadInput: it has no name, or two drawings have one id.
          Denied: this person draws no layers.
          Unavailable: the store is lost.
        """
        identifier = layer or LayerId(str(uuid.uuid4()))
        if len({feature.id for feature in features}) != len(features):
            raise BadInput("two drawings have the same id; read the file again")

        def plan(doing: Doing) -> list[Operation]:
            key = OperationId(f"{identifier}.make")
            made = _made(new, identifier, doing, self._exercise)
            operations = [self._acting(doing, key).create(identifier, layer_fields(made))]
            drawing = Acting(doing, SharedKind.FEATURE, self._exercise, key)
            for number, feature in enumerate(features, start=2):
                fields = {**feature_fields(feature, identifier), PLACE: number}
                operations.append(drawing.create(feature_key(identifier, feature.id), fields, number=number))
            return operations

        return self._do(actor, plan)

    def take_in(
        self, actor: Actor, read: ReadFeatures, *, name: str, kind: LayerKind, order: int = 0
    ) -> Done[CrisisLayer]:
        """A layer of what a GeoJSON file held; hidden until somebody has looked at it. Raises as `make`."""
        new = NewLayer(
            name or read.name,
            kind,
            source=LayerSource.GEOJSON,
            order=order,
            is_shown=False,
            foreign_json=read.foreign_json,
        )
        return self.make(actor, new, read.features)

    def change(self, actor: Actor, seen: CrisisLayer, wanted: CrisisLayer) -> Done[CrisisLayer]:
        """Change name, order, opacity, lock, audience, times or incident, from what the person saw.

        Raises:
          BadInput: the state differs, which changes by `move_on`, or it has no name.
          Denied, Unavailable: as `make`.
          RuleBroken: it is archived.
          NotFound: there is no such layer.
        """
        before, after = layer_fields(seen), layer_fields(wanted)
        if seen.id != wanted.id or before[STATE] != after[STATE]:
            raise BadInput("a layer is shown, hidden and archived by its own command")
        key = new_key()
        return self._do(actor, lambda doing: [self._acting(doing, key).turn(seen.id, before, after)])

    def move_on(self, actor: Actor, layer: LayerId, to: LayerState) -> Done[CrisisLayer]:
        """Show, hide or archive it.

        Raises:
          RuleBroken: it is so already, or archived.
          NotFound, Denied, Unavailable: as `change`.
        """
        key = new_key()

        def plan(doing: Doing) -> list[Operation]:
            acting = self._acting(doing, key)
            now = layer_of(acting.found(layer))
            after = moved_on(now, to, by=actor.account, at=doing.at)
            return [acting.turn(layer, layer_fields(now), layer_fields(after))]

        return self._do(actor, plan)

    def draw(self, actor: Actor, layer: LayerId, feature: LayerFeature) -> Done[LayerFeature]:
        """Add a drawing.

        Raises:
          RuleBroken: the layer is locked or archived.
          NotFound: there is no such layer.
          Denied, Unavailable: as `make`.
        """
        key = new_key()
        fields = feature_fields(feature, layer)

        def make(acting: Acting) -> Operation:
            last = max((place for place, _ in _placed(acting.doing.view, layer)), default=0)
            return acting.create(feature_key(layer, feature.id), {**fields, PLACE: last + 1})

        return self._draw(actor, key, make)

    def redraw(self, actor: Actor, layer: LayerId, seen: LayerFeature, wanted: LayerFeature) -> Done[LayerFeature]:
        """Change a drawing, from what the person saw. Raises as `draw`."""
        key = new_key()
        before, after = feature_fields(seen, layer), feature_fields(wanted, layer)
        return self._draw(actor, key, lambda acting: acting.turn(feature_key(layer, seen.id), before, after))

    def erase(self, actor: Actor, layer: LayerId, feature: FeatureId) -> Done[LayerFeature]:
        """Delete a drawing, for good: it beats every change that comes later. Raises as `draw`."""
        return self._draw(actor, new_key(), lambda acting: acting.delete(feature_key(layer, feature)))

    def _draw(self, actor: Actor, key: OperationId, make: Callable[[Acting], Operation]) -> Done[LayerFeature]:
        outcomes = self._room.do(actor, lambda doing: [make(Acting(doing, SharedKind.FEATURE, self._exercise, key))])
        return done(outcomes, feature_of)

    def _acting(self, doing: Doing, key: OperationId) -> Acting:
        return Acting(doing, SharedKind.LAYER, self._exercise, key)

    def _do(self, actor: Actor, plan: Callable[[Doing], list[Operation]]) -> Done[CrisisLayer]:
        outcomes = self._room.do(actor, plan)
        drawings = _drawings(self._room.look(actor).view, self._feature_of)
        return done(outcomes, lambda shared: layer_of(shared, drawings.get(LayerId(shared.id), ())))


def feature_key(layer: LayerId, feature: FeatureId) -> str:
    """A drawing's id among all layers'."""
    return f"{layer}/{feature}"


def new_feature_id() -> FeatureId:
    """For a drawing made here."""
    return FeatureId(str(uuid.uuid4()))


def _drawings(view: ObjectView, read: Callable[[Shared], LayerFeature]) -> Mapping[LayerId, list[LayerFeature]]:
    """By layer, in their order."""
    found: dict[LayerId, list[LayerFeature]] = {}
    for _, shared in sorted(_placed(view), key=lambda pair: pair[0]):
        found.setdefault(LayerId(str(shared.fields.get("layer"))), []).append(read(shared))
    return found


def _placed(view: ObjectView, layer: LayerId | None = None) -> list[tuple[int, Shared]]:
    """The drawings with where they stand in the order."""
    found = view.entities(SharedKind.FEATURE)
    mine = (each for each in found if layer is None or each.fields.get("layer") == layer)
    return [(place if isinstance(place := each.fields.get(PLACE), int) else 0, each) for each in mine]


def _made(new: NewLayer, identifier: LayerId, doing: Doing, exercise: ExerciseId) -> CrisisLayer:
    return CrisisLayer(
        id=identifier,
        name=new.name.strip(),
        kind=new.kind,
        created_by=doing.actor.account,
        created_at=doing.at,
        updated_by=doing.actor.account,
        updated_at=doing.at,
        order=new.order,
        opacity=new.opacity,
        audience=new.audience,
        source=new.source,
        valid_from_at=new.valid_from_at,
        valid_until_at=new.valid_until_at,
        state=LayerState.SHOWN if new.is_shown else LayerState.HIDDEN,
        incident=new.incident,
        exercise=exercise,
        foreign_json=new.foreign_json,
    )
