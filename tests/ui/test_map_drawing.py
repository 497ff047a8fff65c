"""What the map draws: where, in which order, and never more at a time than there is time for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from tests.ui.map_parts import MIDDLE, Drawing, placed_cameras
from tests.ui.test_contrast import contrast
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.feed_state import TruthState
from wallapp.domain.map_data import (
    AreaShape,
    CircleShape,
    LineShape,
    MapFeature,
    MapKind,
    MapStyle,
    PointShape,
    Symbol,
    nearest_cameras,
)
from wallapp.domain.place import Place, distance_m, offset
from wallapp.domain.view import Level
from wallapp.ui import theme
from wallapp.ui.map import looks
from wallapp.ui.map.furniture import nice_length_m
from wallapp.ui.map.model import MapGround
from wallapp.ui.map.pins import described, group_words, grouped
from wallapp.ui.map.projection import STEPS_MAX, STEPS_PER_OCTAVE, Viewport, to_place, to_world
from wallapp.ui.map.raster import decoded
from wallapp.ui.map.sheet import Attention

pytestmark = pytest.mark.usefixtures("console")


@pytest.fixture
def drawing() -> Drawing:
    return Drawing()


def square(half_m: float, *, kind: MapKind = MapKind.LAYER, style: MapStyle | None = None) -> MapFeature:
    corners = [(-half_m, -half_m), (half_m, -half_m), (half_m, half_m), (-half_m, half_m)]
    ring = tuple(offset(MIDDLE, east_m=east, north_m=north) for east, north in corners)
    return MapFeature(kind, AreaShape((ring,)), style)


def colour_at(image: QImage, at: tuple[int, int]) -> str:
    return image.pixelColor(*at).name()


# Projection

_PLACES = st.builds(Place, st.floats(-80, 80), st.floats(-179, 179))


@given(place=_PLACES)
def test_a_place_comes_back_from_the_world(place: Place) -> None:
    back = to_place(*to_world(place))
    assert (back.lat_deg, back.lon_deg) == pytest.approx((place.lat_deg, place.lon_deg), abs=1e-9)


@given(place=_PLACES, by_steps=st.integers(-90, 90), x=st.floats(0, 640), y=st.floats(0, 480))
def test_zooming_keeps_what_is_under_the_cursor(place: Place, by_steps: int, x: float, y: float) -> None:
    view = Viewport(*to_world(place), 60, 640, 480)
    closer = view.zoomed(by_steps, x, y)
    kept = 0.0 < closer.u < 1.0 and 0.0 < closer.v < 1.0
    if kept:
        assert closer.to_px(*view.to_world(x, y)) == pytest.approx((x, y), abs=1e-3)


def test_a_length_on_the_map_is_that_on_the_ground(drawing: Drawing) -> None:
    there = offset(MIDDLE, east_m=100, north_m=0)
    (x0, y0), (x1, y1) = (drawing.view.to_px(*to_world(place)) for place in (MIDDLE, there))
    # The mercator map is made for the ellipsoid's equator, distances for the mean sphere: 0.12 % apart.
    assert (x1 - x0) * drawing.view.metres_per_px == pytest.approx(distance_m(MIDDLE, there), rel=0.002)
    assert y0 == pytest.approx(y1, abs=1e-6)


def test_fitting_shows_everything_as_large_as_it_can(drawing: Drawing) -> None:
    box = drawing.model.box()
    assert box is not None
    left, top = drawing.view.to_px(box[0], box[1])
    right, bottom = drawing.view.to_px(box[2], box[3])
    assert left >= 39 and top >= 39 and right <= 480 - 39 and bottom <= 360 - 39
    assert max((right - left) / 400, (bottom - top) / 280) > 0.8


@pytest.mark.parametrize(("most_m", "found_m"), [(100, 100), (99, 50), (7.3, 5), (0.9, 0.5), (2400, 2000), (1, 1)])
def test_the_scale_bar_has_a_round_length(most_m: float, found_m: float) -> None:
    assert nice_length_m(most_m) == pytest.approx(found_m)


# The ground and what lies on it


def test_features_are_drawn_by_their_order_and_not_by_their_source(drawing: Drawing) -> None:
    red, blue = MapStyle(fill="#ff0000", fill_opacity=1.0), MapStyle(fill="#0000ff", fill_opacity=1.0)
    drawing.model.set_features("later", [square(20, style=red)])
    drawing.model.set_features("sooner", [replace(square(20, style=blue), order=0)])
    drawing.sheet.take_features()
    spot = drawing.px(offset(MIDDLE, east_m=14, north_m=14))
    assert colour_at(drawing.paint()[0], spot) == "#ff0000"
    drawing.model.set_features("sooner", [replace(square(20, style=blue), order=999)])
    drawing.sheet.take_features()
    assert colour_at(drawing.paint()[0], spot) == "#0000ff"
    drawing.model.set_features("sooner", [])
    drawing.model.set_features("later", [])
    drawing.sheet.take_features()
    assert colour_at(drawing.paint()[0], drawing.px(offset(MIDDLE, east_m=50, north_m=-50))) == looks.LAND.lower()


def test_the_same_features_again_change_nothing(drawing: Drawing) -> None:
    told: list[None] = []
    drawing.model.features_changed.connect(lambda: told.append(None))
    for _ in range(3):
        drawing.model.set_features("layers", [square(20)])
    assert len(told) == 1


def test_holes_circles_and_lines_are_drawn(drawing: Drawing) -> None:
    outer, inner = square(40).geometry, square(15).geometry
    assert isinstance(outer, AreaShape) and isinstance(inner, AreaShape)
    solid = MapStyle(fill="#00ff00", fill_opacity=1.0)
    line = LineShape((offset(MIDDLE, east_m=-80, north_m=80), offset(MIDDLE, east_m=-40, north_m=80)))
    drawing.model.set_features(
        "test",
        [
            MapFeature(MapKind.OTHER, AreaShape((outer.rings[0], inner.rings[0])), solid),
            MapFeature(MapKind.OTHER, CircleShape(offset(MIDDLE, east_m=80, north_m=-60), 15), solid),
            MapFeature(MapKind.OTHER, line, MapStyle(stroke="#ff00ff", stroke_width_m=12)),
        ],
    )
    drawing.sheet.take_features()
    image, _ = drawing.paint()

    def seen(east_m: float, north_m: float) -> str:
        return colour_at(image, drawing.px(offset(MIDDLE, east_m=east_m, north_m=north_m)))

    assert seen(28, -28) == "#00ff00"
    assert seen(10, -11) != "#00ff00"
    assert seen(80, -60) == seen(90, -55) == "#00ff00"
    assert seen(-60, 84) == seen(-60, 76) == "#ff00ff"
    assert seen(-60, 90) != "#ff00ff"


def test_an_incident_stands_over_the_cameras(drawing: Drawing) -> None:
    feature = MapFeature(
        MapKind.INCIDENT, PointShape(MIDDLE), MapStyle(fill="#e5383b", symbol=Symbol.TRIANGLE), feature_id="42"
    )
    drawing.model.set_features("incidents", [feature])
    drawing.sheet.take_features()
    x, y = drawing.px(MIDDLE)
    assert colour_at(drawing.paint()[0], (x, y + 4)) == "#e5383b"
    assert drawing.sheet.feature_at(drawing.view, x, y) == "42"
    assert drawing.sheet.feature_at(drawing.view, x + 40, y) == ""


def test_names_follow_the_language(drawing: Drawing) -> None:
    at = PointShape(offset(MIDDLE, east_m=50, north_m=-60))
    name = MapFeature(MapKind.NAME, at, label="Harbour", labels=(("ar", "الميناء"), ("fr", "Le port")))
    drawing.model.set_features("test", [name])
    drawing.sheet.take_features()
    found = {}
    for language in ("en", "fr", "ar"):
        drawing.sheet.speak(language)
        drawing.paint()
        found[language] = {each.text for each in drawing.sheet.placing(drawing.view.steps).names}
    assert found == {"en": {"Harbour"}, "fr": {"Le port"}, "ar": {"الميناء"}}


def test_a_street_s_name_runs_along_it_and_is_never_upside_down() -> None:
    line = LineShape((offset(MIDDLE, east_m=120, north_m=-20), offset(MIDDLE, east_m=-120, north_m=-20)))
    ground = MapGround((MapFeature(MapKind.MAIN_STREET, line, label="Boulevard"),))
    drawing = Drawing(ground)
    drawing.paint()
    (name,) = drawing.sheet.placing(drawing.view.steps).names
    assert abs(name.turn_deg) < 1


def test_names_are_read_on_their_rim() -> None:
    colours = {look.colour for look in looks.LABEL_LOOKS.values()}
    assert {colour: contrast(colour, theme.SHADE) for colour in colours if contrast(colour, theme.SHADE) < 7} == {}


# Cameras


def test_cameras_too_near_stand_as_one_until_one_comes_closer(drawing: Drawing) -> None:
    pins = list(drawing.model.pins.values())
    far = grouped(pins, drawing.view.steps)
    assert [sorted(group.numbers) for group in far if group.only is None] == [[201, 202]]
    near = grouped(pins, STEPS_MAX - STEPS_PER_OCTAVE)
    assert all(group.only is not None for group in near)
    assert len(grouped(pins, 4 * STEPS_PER_OCTAVE)) == 1


def test_groups_do_not_depend_on_what_is_shown(drawing: Drawing) -> None:
    drawing.paint()
    before = drawing.sheet.placing(drawing.view.steps).groups
    drawing.view = drawing.view.panned(137, 61)
    drawing.paint()
    assert drawing.sheet.placing(drawing.view.steps).groups == before


def test_the_words_are_those_of_the_tiles(drawing: Drawing) -> None:
    for tile, number in enumerate((101, 102, 201, 301)):
        drawing.session.assign(TileId(tile), CameraNumber(number))
    drawing.session.assign(TileId(3), CameraNumber(301))
    drawing.board.sample()
    words = {number: described(pin) for number, pin in drawing.model.pins.items()}
    assert words[CameraNumber(101)].endswith("· City · connecting · clear")
    assert words[CameraNumber(301)].endswith("· closed · locked: closed")
    assert words[CameraNumber(105)].endswith("· not watched · clear")
    assert "locked: mosaic" in words[CameraNumber(202)]


def test_a_lost_camera_shows_through_its_group(drawing: Drawing) -> None:
    drawing.session.fill([CameraNumber(201)])
    drawing.board.sample()
    pins = [replace(pin, state=TruthState.LOST) if number == 201 else pin for number, pin in drawing.model.pins.items()]
    (group,) = [group for group in grouped(pins, drawing.view.steps) if group.only is None]
    assert group.worst is TruthState.LOST
    assert group_words(group) == "2 cameras · 201, 202 · 1 lost"


def test_a_pin_changes_with_state_and_level(drawing: Drawing) -> None:
    x, y = drawing.px(offset(MIDDLE, east_m=100, north_m=0))
    quiet, _ = drawing.paint()
    drawing.session.fill([CameraNumber(102)])
    drawing.board.sample()
    drawing.sheet.take_states()
    watched, _ = drawing.paint()
    spot = (x - 12, y - 12, 24, 24)
    assert quiet.copy(*spot) != watched.copy(*spot)


def test_the_view_of_a_camera_lies_where_it_looks(drawing: Drawing) -> None:
    bare = drawing.paint()[0]
    chosen = drawing.paint(Attention(picked=CameraNumber(104)))[0]
    ahead = drawing.px(offset(MIDDLE, east_m=-60, north_m=40))
    behind = drawing.px(offset(MIDDLE, east_m=-140, north_m=50))
    assert bare.pixel(*ahead) != chosen.pixel(*ahead)
    assert bare.pixel(*behind) == chosen.pixel(*behind)
    assert colour_at(bare, ahead) != looks.LAND.lower(), "its view is there, quietly, while it is not chosen"


def test_a_camera_that_turns_has_no_direction_only_a_reach(drawing: Drawing) -> None:
    bare = drawing.paint()[0]
    chosen = drawing.paint(Attention(picked=CameraNumber(401)))[0]
    here = offset(MIDDLE, east_m=100, north_m=-100)
    for east_m, north_m in ((30, 30), (-30, -30)):
        inside = drawing.px(offset(here, east_m=east_m, north_m=north_m))
        assert bare.pixel(*inside) == chosen.pixel(*inside)
    rim = [drawing.px(offset(here, east_m=-42.4 + step, north_m=-42.4 + step)) for step in (-1.5, 0, 1.5)]
    assert any(bare.pixel(*at) != chosen.pixel(*at) for at in rim)


def test_the_nearest_are_told_those_that_look_there_first(drawing: Drawing) -> None:
    near = drawing.model.nearest(offset(MIDDLE, east_m=0, north_m=-45), 9)
    assert [(each.number, each.seen) for each in near[:2]] == [(301, True), (101, False)]
    assert [each.distance_m for each in near[:2]] == pytest.approx([55, 45], abs=0.5), "101 is nearer and looks away"
    rest = [each.distance_m for each in near if each.seen is False]
    assert rest == sorted(rest)
    assert CameraNumber(1040) not in {each.number for each in near}
    assert drawing.model.without_place == 1


def test_a_camera_that_turns_may_look_there() -> None:
    cameras = [camera for camera in placed_cameras().values() if camera.number == 401]
    place = offset(MIDDLE, east_m=100, north_m=-80)
    assert [near.seen for near in nearest_cameras(cameras, place, count=3)] == [None]


# In time


def test_without_time_the_map_goes_on_bit_by_bit(drawing: Drawing) -> None:
    whole, done = drawing.paint()
    assert done
    other = Drawing()
    paintings = 0
    while not done or paintings == 0:
        image, done = other.paint(until_mono_s=0.0)
        paintings += 1
        assert paintings < 100
    assert paintings > 2
    for _ in range(30):
        image, _ = other.paint()
    assert image == whole


def test_what_is_drawn_is_not_drawn_again(drawing: Drawing) -> None:
    drawing.paint()
    drawing.sheet._below._paint = _never
    assert drawing.paint()[1]
    drawing.view = drawing.view.panned(3, -5)
    assert drawing.paint()[1]


def _never(*_: object) -> None:
    raise AssertionError("a tile was made")


def test_the_old_scale_stands_in_until_the_new_one_is_there() -> None:
    ground = MapGround((square(400, kind=MapKind.WATER, style=MapStyle(fill="#00aa00", fill_opacity=1.0)),))
    drawing = Drawing(ground)
    drawing.paint()
    drawing.view = drawing.view.zoomed(2, 0, 0)
    image, done = drawing.paint(until_mono_s=0.0)
    assert not done
    corners = [(4, 120), (470, 60), (300, 350)]
    assert not {colour_at(image, corner) for corner in corners} & {looks.LAND.lower(), "#ff00ff"}


def test_new_states_do_not_make_tiles_but_new_levels_do(drawing: Drawing) -> None:
    drawing.paint()
    paint = drawing.sheet._below._paint
    drawing.sheet._below._paint = _never
    drawing.session.fill([CameraNumber(101)])
    drawing.board.sample()
    drawing.sheet.take_states()
    drawing.paint()
    drawing.sheet._below._paint = paint
    before = drawing.paint()[0]
    pin = drawing.model.pins[CameraNumber(104)]
    drawing.model._pins = {**drawing.model.pins, pin.number: replace(pin, level=Level.MOSAIC)}
    drawing.sheet.take_states()
    ahead = drawing.px(offset(MIDDLE, east_m=-60, north_m=40))
    assert drawing.paint()[0].pixel(*ahead) != before.pixel(*ahead)


# Raster


class Chequers:
    """Raster tiles that say where they are by their colour; asked for tiles of one scale only."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int, int]] = []
        self.broken = False

    @property
    def zoom_min(self) -> int:
        return 10

    @property
    def zoom_max(self) -> int:
        return 16

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        if self.broken:
            raise Unavailable("the file is gone")
        self.asked.append((zoom, column, row))
        return png(QColor("#aa0000" if (column + row) % 2 else "#0000aa"))


def png(colour: QColor, side: int = 256, kind: str = "PNG") -> bytes:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


def test_raster_tiles_lie_where_they_belong() -> None:
    tiles = Chequers()
    drawing = Drawing(MapGround(raster=tiles, attribution="© the city"))
    image, _ = drawing.paint()
    zooms = {zoom for zoom, _, _ in tiles.asked}
    assert zooms == {16}, "closer than the finest scale, which is enlarged"
    for at in ((5, 100), (475, 20), (240, 350)):
        u, v = drawing.view.to_world(*at)
        odd = (int(u * 2**16) + int(v * 2**16)) % 2
        assert colour_at(image, at) == ("#aa0000" if odd else "#0000aa")


@pytest.mark.logs("raster tiles cannot be read")
def test_a_raster_file_that_breaks_leaves_the_cameras() -> None:
    tiles = Chequers()
    tiles.broken = True
    image, done = Drawing(MapGround(raster=tiles)).paint()
    assert done
    assert colour_at(image, (5, 100)) == looks.LAND.lower()


def test_only_small_pictures_are_decoded() -> None:
    assert decoded(png(QColor("red"))) is not None
    assert decoded(png(QColor("red"), kind="JPG")) is not None
    assert decoded(png(QColor("red"), side=1025)) is None
    assert decoded(png(QColor("red"), kind="BMP")) is None
    assert decoded(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") is None
    assert decoded(png(QColor("red"))[:60]) is None
    assert decoded(b"") is None
