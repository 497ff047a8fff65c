"""What may be done to a crisis layer and its drawings, and what the log says of it."""

from __future__ import annotations

from dataclasses import replace

from wallapp.base.errors import BadInput, RuleBroken
from wallapp.base.ids import LayerId
from wallapp.domain.layer import CrisisLayer, LayerSource, LayerState, check_drawing
from wallapp.domain.layer import change as moved_on
from wallapp.domain.logbook import LogEvent, LogLine
from wallapp.domain.merge import SharedKind, differences
from wallapp.domain.permissions import Verb
from wallapp.services.shared_acts import found_in
from wallapp.services.shared_bodies import feature_of, layer_of
from wallapp.services.shared_ports import ObjectView
from wallapp.services.shared_state import Change, check_right

STATE = "state"


def judge_layer(_view: ObjectView, change: Change) -> list[LogLine]:
    """The rule of layers.

    Raises:
      Denied: the person draws no layers.
      RuleBroken: no such step leads from its state, or it is archived.
      BadInput: it has no name.
    """
    person = check_right(change.person, Verb.DRAW_LAYERS, change.operation.exercise)
    if change.after.deleted:
        raise RuleBroken("a layer is archived, never deleted; its drawings are")
    after = layer_of(change.after)
    if not after.name.strip():
        raise BadInput("give the layer a name")
    if change.before is None:
        if after.state is LayerState.ARCHIVED:
            raise RuleBroken("a layer begins hidden or shown")
        return [_line(change, after, LogEvent.LAYER_MADE, f"layer {after.name} made ({after.kind})")]
    before = layer_of(change.before)
    if before.state is LayerState.ARCHIVED:
        raise RuleBroken("an archived layer is not changed any more; copy it")
    if before.state is not after.state:
        moved_on(before, after.state, by=person.account, at=change.operation.at)
        return [_line(change, after, LogEvent.LAYER_MOVED_ON, f"layer {after.name} is {after.state.value}")]
    names = ", ".join(sorted(differences(change.before.fields, change.after.fields)))
    return [_line(change, after, LogEvent.LAYER_CHANGED, f"layer {after.name} changed: {names}")]


def judge_feature(view: ObjectView, change: Change) -> list[LogLine]:
    """The rule of drawings.

    Raises:
      Denied: the person draws no layers.
      RuleBroken: the layer is locked or archived.
      NotFound: there is no such layer.
    """
    check_right(change.person, Verb.DRAW_LAYERS, change.operation.exercise)
    name = change.after.fields.get("layer")
    if change.before is not None and change.before.fields.get("layer") != name:
        raise RuleBroken("a drawing stays on its layer; draw it anew on the other")
    layer = layer_of(found_in(view, SharedKind.LAYER, LayerId(str(name)), change.operation.exercise))
    check_drawing(layer)
    feature = feature_of(change.after)
    if change.before is None and layer.source is not LayerSource.MANUAL:
        return []  # A file of a thousand drawings is one line: the layer's.
    what = f"{feature.title or feature.geometry.kind.value} on layer {layer.name}"
    if change.before is None:
        return [_line(change, layer, LogEvent.FEATURE_DRAWN, f"{what} drawn")]
    if change.after.deleted:
        return [_line(change, layer, LogEvent.FEATURE_DELETED, f"{what} deleted")]
    return [_line(change, layer, LogEvent.FEATURE_CHANGED, f"{what} changed")]


def _line(change: Change, layer: CrisisLayer, event: LogEvent, text: str) -> LogLine:
    facts = {"name": layer.name, "kind": layer.kind.value, "state": layer.state.value}
    return replace(change.line(1, event, text), layer=layer.id, incident=layer.incident, facts=facts)
