"""A wall's text form and the arithmetic of digital zoom."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.errors import BadInput
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import StreamName
from wallapp.domain.layout import preset
from wallapp.domain.place import Place
from wallapp.domain.view import WHOLE, Crop
from wallapp.domain.wall import (
    SMALLEST_CROP,
    VERSION,
    MapContent,
    MapPart,
    TileContent,
    WallPlan,
    from_text,
    panned,
    to_text,
    zoomed,
)

_PLAN = WallPlan(
    preset("2+8"),
    (
        TileContent(CameraNumber(104), Crop(0.25, 0.25, 0.75, 0.75), StreamName.MAIN),
        None,
        *[TileContent(CameraNumber(200 + i)) for i in range(12)],
    ),
)
_PARTS = st.floats(0.0, 1.0)


def test_text_gives_the_same_wall_back() -> None:
    assert from_text(to_text(_PLAN)) == _PLAN


def test_newer_version_says_so() -> None:
    data = json.loads(to_text(_PLAN)) | {"version": VERSION + 1}
    with pytest.raises(BadInput, match="newer"):
        from_text(json.dumps(data))


def test_a_wall_with_maps_comes_back_and_one_without_can_be_read_by_an_older_station() -> None:
    here = MapContent(MapPart(Place(33.5731, -7.5898), 15.25))
    maps = replace(_PLAN, contents=(here, MapContent(), *_PLAN.contents[2:]))
    assert from_text(to_text(maps)) == maps
    assert [json.loads(to_text(plan))["version"] for plan in (_PLAN, maps)] == [1, 2]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", None), ("version", True), ("version", "1"), ("layout", []), ("tiles", {}), ("tiles", [7]),
        ("tiles", [{"camera": 0}]), ("tiles", [{"camera": 1, "crop": [0, 0, 1]}]), ("tiles", [{"camera": "x"}]),
        ("tiles", [{"camera": 1, "crop": [0.5, 0, 0.5, 1]}]), ("tiles", [{"camera": 1, "pin": "best"}]),
        ("tiles", [{"camera": 1, "crop": [float("nan"), 0, 1, 1]}]),
        ("tiles", [{"camera": 1, "crop": [0, 0, 1, 1e999]}]),
        ("tiles", [{"map": {}}]), ("tiles", [{"map": [1, 2]}]), ("tiles", [{"map": [91, 0, 12]}]),
        ("tiles", [{"map": [33, -7, 99]}]), ("tiles", [{"map": [33, float("nan"), 12]}]),
        ("layout", {"name": "x", "rows": 1, "columns": 1, "spans": [[0, 0, 2, 1]]}),
        ("layout", {"name": "x", "rows": 10**9, "columns": 1, "spans": [[0, 0, 10**9, 1]]}),
        ("layout", {"name": 4, "rows": 1, "columns": 1, "spans": [[0, 0, 1, 1]]}),
        ("layout", {"name": "x", "rows": 1, "columns": 1, "spans": [[0, 0]]}),
    ],
)  # fmt: skip
def test_damaged_text_is_refused(key: str, value: object) -> None:
    with pytest.raises(BadInput):
        from_text(json.dumps(json.loads(to_text(_PLAN)) | {key: value}))


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "4", "[" * 100_000])
def test_text_of_something_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        from_text(text)


def test_zoom_keeps_the_point_under_the_cursor() -> None:
    crop = zoomed(WHOLE, 2.0, x=0.25, y=0.5)
    assert crop == Crop(0.125, 0.25, 0.625, 0.75)
    assert crop.left + 0.25 * (crop.right - crop.left) == 0.25


def test_zoom_out_ends_at_the_whole_picture() -> None:
    assert zoomed(Crop(0.5, 0.5, 1.0, 1.0), 0.1, x=0.5, y=0.5) == WHOLE


@given(steps=st.lists(st.tuples(st.floats(0.1, 10), _PARTS, _PARTS, st.floats(-2, 2), st.floats(-2, 2)), max_size=30))
def test_zoom_and_pan_stay_inside_the_picture(steps: list[tuple[float, float, float, float, float]]) -> None:
    crop = WHOLE
    for factor, x, y, dx, dy in steps:
        crop = panned(zoomed(crop, factor, x=x, y=y), dx=dx, dy=dy)
        width, height = crop.right - crop.left, crop.bottom - crop.top
        assert width >= SMALLEST_CROP - 1e-9
        assert abs(width - height) < 1e-6
