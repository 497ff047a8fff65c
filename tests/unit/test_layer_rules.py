"""Crisis layers: states, who sees them when, and shapes that can exist."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import AccountId, FeatureId, LayerId
from wallapp.domain import layer as layers
from wallapp.domain.audience import Audience
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.layer import CrisisLayer, Geometry, GeometryKind, LayerFeature, LayerKind, LayerState, Style
from wallapp.domain.people import Role
from wallapp.domain.place import Place

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
BY = AccountId("west")
A, B, C = Place(33.60, -7.65), Place(33.60, -7.64), Place(33.61, -7.64)


def layer(state: LayerState = LayerState.SHOWN) -> CrisisLayer:
    return CrisisLayer(LayerId("l"), "Perimeter", LayerKind.PERIMETER, BY, AT, BY, AT, state=state)


@pytest.mark.parametrize(("before", "after"), list(product(LayerState, LayerState)))
def test_hidden_shown_archived(before: LayerState, after: LayerState) -> None:
    if before is after or before is LayerState.ARCHIVED:
        with pytest.raises(RuleBroken):
            layers.change(layer(before), after, by=BY, at=AT)
    else:
        assert layers.change(layer(before), after, by=BY, at=AT).state is after


def test_a_locked_layer_and_an_archived_one_are_not_drawn_on() -> None:
    layers.check_drawing(layer())
    for still in (replace(layer(), locked=True), layer(LayerState.ARCHIVED)):
        with pytest.raises(RuleBroken):
            layers.check_drawing(still)


def test_seen_by_role_level_and_time() -> None:
    ours = replace(
        layer(),
        audience=Audience(frozenset({Role.SUPERVISOR}), CrisisLevel.WATCH),
        valid_from_at=AT,
        valid_until_at=AT + timedelta(hours=1),
    )
    chief = {Role.SUPERVISOR}
    assert layers.is_visible(ours, chief, CrisisLevel.PARTIAL, AT)
    assert not layers.is_visible(ours, chief, CrisisLevel.ROUTINE, AT)
    assert not layers.is_visible(ours, {Role.OPERATOR}, CrisisLevel.PARTIAL, AT)
    assert not layers.is_visible(ours, chief, CrisisLevel.PARTIAL, AT - timedelta(seconds=1))
    assert not layers.is_visible(ours, chief, CrisisLevel.PARTIAL, AT + timedelta(hours=1))
    assert not layers.is_visible(replace(ours, state=LayerState.HIDDEN), chief, CrisisLevel.PARTIAL, AT)


def test_a_polygon_is_closed_for_who_draws_it() -> None:
    assert layers.polygon([A, B, C]).parts == (((A, B, C, A),),)
    assert layers.polygon([A, B, C, A]).parts == (((A, B, C, A),),)
    assert layers.point(A).places == (A,)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (GeometryKind.POINT, ()),
        (GeometryKind.POINT, (((A, B),),)),
        (GeometryKind.POINT, (((A,),), ((B,),))),
        (GeometryKind.LINE, (((A,),),)),
        (GeometryKind.LINE, (((A, B), (B, C)),)),
        (GeometryKind.POLYGON, (((A, B, C),),)),
        (GeometryKind.POLYGON, (((A, B, C, B),),)),
        (GeometryKind.MULTI_POLYGON, ((),)),
    ],
)
def test_shapes_that_cannot_be(kind: GeometryKind, parts: tuple[tuple[tuple[Place, ...], ...], ...]) -> None:
    with pytest.raises(ValueError):
        Geometry(kind, parts)


def test_looks_and_circles_that_cannot_be() -> None:
    with pytest.raises(ValueError):
        Style(stroke="red")
    with pytest.raises(ValueError):
        Style(fill="#12345")
    with pytest.raises(ValueError):
        Style(fill_opacity=1.1)
    with pytest.raises(ValueError):
        LayerFeature(FeatureId("f"), layers.line([A, B]), radius_m=3)
    with pytest.raises(ValueError):
        LayerFeature(FeatureId("f"), layers.point(A), radius_m=0)
