"""Marks and shapes over the pictures: where they lie at every crop and shape, what leaves them, what clicks find."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.wall.conftest import OpenWall, WallRoom, plain
from wallapp.base.ids import CameraNumber, FeatureId, LayerId, MarkerId, TileId
from wallapp.domain.camera import Sensitivity
from wallapp.domain.layer_looks import DrawnLook
from wallapp.domain.marker import AnchorState, MarkerColour
from wallapp.domain.overlay import AtBearing, AtBorder, AtSpot, Border, DrawnShape, Mark, Overlay
from wallapp.domain.view import WHOLE
from wallapp.ui.wall.menu import tile_menu
from wallapp.ui.wall.overlay import TileSpot

GREY = plain(90, 90, 90)
RED = QColor("#E5383B")
FIRST = TileId(0)


class Said:
    """Overlays that the test says."""

    def __init__(self) -> None:
        self.overlays: dict[CameraNumber, Overlay] = {}
        self.changed: frozenset[CameraNumber] = frozenset()
        self.looks = 0

    def say(self, number: int, overlay: Overlay) -> None:
        self.overlays[CameraNumber(number)] = overlay
        self.changed |= {CameraNumber(number)}

    def of(self, number: CameraNumber) -> Overlay:
        return self.overlays.get(number, Overlay())

    def look(self) -> frozenset[CameraNumber]:
        self.looks += 1
        changed, self.changed = self.changed, frozenset()
        return changed


def mark(at: AtSpot | AtBearing | AtBorder, *, hollow: bool = False, dim: bool = False, label: str = "") -> Mark:
    state = AnchorState.VIEW_CHANGED if hollow else AnchorState.VALID
    return Mark(MarkerId("m"), "person", label, MarkerColour.RED, at, state, hollow, dim)


def shape(*corners: tuple[float, float], opacity: float = 0.5) -> DrawnShape:
    look = DrawnLook("#00FF00", 1.0, 2.0, "#00FF00", opacity)
    return DrawnShape(LayerId("l"), FeatureId("f"), (corners,), ((*corners, corners[0]),), look)


def staged(open_wall: OpenWall, sensitivity: Sensitivity = Sensitivity.PUBLIC) -> tuple[WallRoom, Said]:
    room = open_wall("1", (1,), size=(640, 480), sensitivity=sensitivity)
    said = Said()
    room.canvas.set_overlays(said)
    show(room)
    return room, said


def show(room: WallRoom) -> QImage:
    room.pictures.publish(CameraNumber(1), GREY)
    room.pass_time(0.1)
    return room.image()


def middle_of(image: QImage, colour: QColor) -> tuple[float, float] | None:
    """Where the pixels of a colour lie, in fractions of the image."""
    pixels = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
    pixels = pixels.reshape(image.height(), image.width(), 4)[:, :, :3].astype(int)
    near = np.abs(pixels - (colour.blue(), colour.green(), colour.red())).max(axis=2) < 16
    if near.sum() < 8:
        return None
    rows, columns = np.nonzero(near)
    return float(columns.mean()) / image.width(), float(rows.mean()) / image.height()


def in_tile(room: WallRoom, x: float, y: float) -> tuple[float, float]:
    """A spot of the picture as fractions of the tile, bars included."""
    width, height = room.canvas.picture_size(FIRST)
    box = room.canvas.tile_rect(FIRST)
    top = next(at for at in range(box.height()) if room.canvas.spot_at(QPoint(320, at)).at is not None)  # type: ignore[union-attr]  # the only tile is full
    return x * width / box.width(), (top + y * height) / box.height()


def test_a_mark_lies_on_its_spot_between_the_bars(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    said.say(1, Overlay((mark(AtSpot(0.25, 0.75)),)))
    found = middle_of(show(room), RED)
    assert found == pytest.approx(in_tile(room, 0.25, 0.75), abs=0.01)


def test_a_zoomed_picture_takes_its_marks_along(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    said.say(1, Overlay((mark(AtSpot(0.4, 0.4)),)))
    room.session.zoom(FIRST, 2.0, x=0.5, y=0.5)
    assert middle_of(show(room), RED) == pytest.approx(in_tile(room, 0.3, 0.3), abs=0.01)
    room.session.pan(FIRST, dx=0.5, dy=0.0)
    found = middle_of(show(room), RED)
    assert found is not None, "what the zoom leaves out is said at the border"
    assert found[0] < 0.1
    room.session.reset_zoom(FIRST)
    assert middle_of(show(room), RED) == pytest.approx(in_tile(room, 0.4, 0.4), abs=0.01)


def test_a_mosaic_has_its_marks_at_the_same_spots_and_is_always_whole(open_wall: OpenWall) -> None:
    room, said = staged(open_wall, Sensitivity.PRIVATE)
    said.say(1, Overlay((mark(AtSpot(0.4, 0.4)),)))
    assert middle_of(show(room), RED) == pytest.approx(in_tile(room, 0.4, 0.4), abs=0.01)
    room.session.zoom(FIRST, 2.0, x=0.5, y=0.5)
    assert middle_of(show(room), RED) == pytest.approx(in_tile(room, 0.4, 0.4), abs=0.01)


def test_a_mark_leaves_its_pixel_with_the_next_painting(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    said.say(1, Overlay((mark(AtSpot(0.5, 0.5)),)))
    before = show(room)
    said.say(1, Overlay((mark(AtBorder(Border.VIEW), hollow=True),)))
    room.clock.advance(0.016)
    room.canvas.tick()
    after = room.image()
    x, y = in_tile(room, 0.5, 0.5)
    spot = round(x * after.width()), round(y * after.height())
    assert QColor(before.pixel(*spot)) == RED
    assert QColor(after.pixel(*spot)) == QColor(90, 90, 90)
    found = middle_of(after, RED)
    assert found is not None
    assert found[1] < 0.2


def test_without_a_picture_marks_are_chips_and_nothing_lies_on_the_words(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    said.say(1, Overlay((mark(AtSpot(0.5, 0.6)),), (shape((0.1, 0.1), (0.9, 0.1), (0.9, 0.9)),)))
    show(room)
    room.pass_time(12)
    image = room.image()
    found = middle_of(image, RED)
    assert found is not None
    assert found[0] > 0.8
    assert found[1] < 0.2
    assert middle_of(image, QColor("#00FF00")) is None


def test_an_area_is_filled_on_the_ground_and_frames_its_tile(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    overlay = Overlay((), (shape((0.2, 0.4), (0.6, 0.4), (0.6, 0.8), (0.2, 0.8)),), "#E5383B", ("Perimeter",))
    said.say(1, overlay)
    image = show(room)
    x, y = in_tile(room, 0.4, 0.6)
    inside = QColor(image.pixel(round(x * image.width()), round(y * image.height())))
    assert inside.green() > 150
    x, y = in_tile(room, 0.8, 0.6)
    assert QColor(image.pixel(round(x * image.width()), round(y * image.height()))) == QColor(90, 90, 90)
    assert QColor(image.pixel(1, image.height() // 2)) == RED
    assert "Perimeter" in room.canvas.tile_text(FIRST)


def test_dim_and_hollow_look_different_from_each_other_and_from_sure(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    looks = []
    for dim, hollow in ((False, False), (True, False), (False, True)):
        said.say(1, Overlay((mark(AtSpot(0.5, 0.5), dim=dim, hollow=hollow),)))
        looks.append(show(room))
    assert all(one != other for one, other in zip(looks, looks[1:] + looks[:1], strict=True))


def test_what_does_not_change_is_not_drawn_again(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    said.say(1, Overlay((mark(AtSpot(0.5, 0.5)),)))
    show(room)
    tile = room.canvas._tiles[FIRST]
    kept = tile.overlay._pixmap
    assert kept is not None
    for _ in range(5):
        show(room)
    assert tile.overlay._pixmap is kept


def test_a_click_finds_the_mark_and_the_spot(open_wall: OpenWall, qtbot: QtBot) -> None:
    room, said = staged(open_wall)
    said.say(1, Overlay((mark(AtSpot(0.25, 0.75)),)))
    show(room)
    x, y = in_tile(room, 0.25, 0.75)
    point = QPoint(round(x * 640), round(y * 480))
    with qtbot.waitSignal(room.canvas.mark_chosen) as chosen:
        qtbot.mouseClick(room.canvas, Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == ["m"]
    spot = room.canvas.spot_at(point)
    assert spot is not None
    assert spot.at == pytest.approx((0.25, 0.75), abs=0.005)
    room.canvas.ask_spot()
    with qtbot.waitSignal(room.canvas.spot_chosen) as answered:
        qtbot.mouseClick(room.canvas, Qt.MouseButton.LeftButton, pos=QPoint(320, 240))
    assert isinstance(answered.args[0], TileSpot)
    assert answered.args[0].is_clear
    room.canvas.ask_spot()
    with qtbot.waitSignal(room.canvas.spot_chosen) as given_up:
        qtbot.keyClick(room.canvas, Qt.Key.Key_Escape)
    assert given_up.args == [None]


class Desk:
    """Keeps what the menu asked."""

    works = True

    def __init__(self) -> None:
        self.asked: list[tuple[str, TileSpot]] = []

    def open_incident(self, spot: TileSpot) -> None:
        self.asked.append(("incident", spot))

    def place_marker(self, spot: TileSpot) -> None:
        self.asked.append(("marker", spot))

    def spotlight(self, about: TileSpot) -> None:
        self.asked.append(("spotlight", about))

    def add_mark(self, menu: QMenu, marker: MarkerId) -> None:
        menu.addAction(f"about {marker}")


def test_the_menu_of_a_spot_leads_to_incident_and_marker(open_wall: OpenWall) -> None:
    room, _ = staged(open_wall)
    spot = room.canvas.spot_at(QPoint(320, 240))
    assert spot is not None

    def texts(menu: QMenu) -> list[str]:
        return [action.text() for action in menu.actions() if action.text()]

    menu = tile_menu(room.canvas, FIRST, spot=spot)
    assert "Place a marker" not in texts(menu), "nobody is there to do it"
    menu.deleteLater()
    desk = Desk()
    room.canvas.spot_desk = desk
    menu = tile_menu(room.canvas, FIRST, spot=spot)
    assert texts(menu)[:2] == ["Open an incident here", "Place a marker"]
    for action in menu.actions()[:2]:
        action.trigger()
    assert desk.asked == [("incident", spot), ("marker", spot)]
    menu.deleteLater()


def test_a_mark_is_told_to_who_cannot_see_it(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    said.say(1, Overlay((mark(AtSpot(0.5, 0.5), label="Crowd fall"),)))
    show(room)
    assert "markers: Crowd fall" in room.canvas.tile_text(FIRST)
    assert room.session.content(FIRST) is not None
    assert room.canvas.view(FIRST) is not None
    assert room.canvas.view(FIRST).crop == WHOLE  # type: ignore[union-attr]  # asserted above


def test_many_marks_at_one_border_are_counted(open_wall: OpenWall) -> None:
    room, said = staged(open_wall)
    marks = tuple(mark(AtBorder(Border.LEFT, 10.0 * index)) for index in range(1, 9))
    said.say(1, Overlay(marks))
    show(room)
    hits = [room.canvas._tiles[FIRST].overlay.mark_at(*point) for point in _column(20, room)]
    assert MarkerId("m") in hits
    assert len(room.canvas._tiles[FIRST].overlay._hits) == 3


def _column(x_px: int, room: WallRoom) -> list[tuple[float, float]]:
    return [(float(x_px), float(y)) for y in range(0, room.canvas.height(), 4)]


def test_the_pointer_beside_the_picture_names_no_spot(open_wall: OpenWall) -> None:
    room, _ = staged(open_wall)
    beside = room.canvas.spot_at(QPointF(320, 478).toPoint())
    assert beside is not None
    assert beside.at is None
