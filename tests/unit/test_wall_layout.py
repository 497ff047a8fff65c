"""How a wall is divided: presets, free grids, spans, pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.errors import BadInput
from wallapp.domain.layout import PRESETS, Layout, Span, grid, preset, rectangles, smallest_preset


@pytest.mark.parametrize(
    ("name", "tiles"),
    [
        ("1", 1), ("4", 4), ("9", 9), ("16", 16), ("25", 25), ("36", 36), ("64", 64),
        ("1+5", 6), ("1+7", 8), ("2+8", 10), ("4x3", 12), ("2X7", 14), (" 3×5 ", 15),
    ],
)  # fmt: skip
def test_preset_has_its_tiles(name: str, tiles: int) -> None:
    assert preset(name).tile_count == tiles


def test_free_grid_is_rows_by_columns() -> None:
    layout = preset("4x3")
    assert (layout.rows, layout.columns) == (4, 3)
    assert layout.spans[3] == Span(1, 0)


@pytest.mark.parametrize(
    "name", ["", "5", "0x4", "4x0", "33x2", "4x", "x", "1+6", "4x4x4", "-1x2", "99999x2", "quatre"]
)
def test_layout_that_cannot_be_is_refused_with_its_name(name: str) -> None:
    with pytest.raises(BadInput):
        preset(name)


@pytest.mark.parametrize(
    "spans",
    [
        (),
        (Span(0, 0, 2, 2), Span(1, 1)),
        (Span(2, 0),),
        (Span(0, 1, 1, 2),),
        (Span(-1, 0),),
        (Span(0, 0, 0, 1),),
    ],
)
def test_spans_that_overlap_or_leave_the_grid_are_refused(spans: tuple[Span, ...]) -> None:
    with pytest.raises(BadInput):
        Layout("mine", 2, 2, spans)


def test_free_spans_may_leave_cells_empty() -> None:
    assert Layout("mine", 2, 2, (Span(0, 0, 2, 1),)).tile_count == 1


def test_smallest_preset_holds_the_cameras() -> None:
    assert [smallest_preset(count).name for count in (0, 1, 2, 16, 17, 40, 1000)] == [
        "1", "1", "4", "16", "25", "64", "64",
    ]  # fmt: skip


@given(
    layout=st.one_of(st.sampled_from(list(PRESETS.values())), st.builds(grid, st.integers(1, 32), st.integers(1, 32))),
    width_px=st.integers(200, 7680),
    height_px=st.integers(200, 4320),
    gap_px=st.integers(0, 4),
)
def test_tiles_cover_the_canvas_exactly(layout: Layout, width_px: int, height_px: int, gap_px: int) -> None:
    rects = rectangles(layout, width_px, height_px, gap_px=gap_px)
    assert min(r.x_px for r in rects) == 0
    assert min(r.y_px for r in rects) == 0
    assert max(r.x_px + r.width_px for r in rects) == width_px
    assert max(r.y_px + r.height_px for r in rects) == height_px
    for span, rect in zip(layout.spans, rects, strict=True):
        for other_span, other in zip(layout.spans, rects, strict=True):
            if other_span.row == span.row and other_span.column == span.column + span.columns:
                assert other.x_px == rect.x_px + rect.width_px + gap_px
            if other_span.column == span.column and other_span.row == span.row + span.rows:
                assert other.y_px == rect.y_px + rect.height_px + gap_px
    sizes = {rect.width_px for span, rect in zip(layout.spans, rects, strict=True) if span.columns == 1}
    assert max(sizes) - min(sizes) <= 1


def test_point_is_on_at_most_one_tile() -> None:
    rects = rectangles(preset("1+5"), 602, 602, gap_px=2)
    assert [i for i, rect in enumerate(rects) if rect.contains(10, 10)] == [0]
    assert [i for i, rect in enumerate(rects) if rect.contains(601.5, 601.5)] == [5]
    assert not any(rect.contains(rects[0].width_px + 0.5, 10) for rect in rects)
