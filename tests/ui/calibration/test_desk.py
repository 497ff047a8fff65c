"""The calibration desk by mouse and keys: matching, what it says of the fit, keeping it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.parts import MemoryTexts
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import CameraKind
from wallapp.domain.ground_grid import grid_of
from wallapp.domain.ground_points import GroundMatch
from wallapp.domain.place import Place, distance_m, offset
from wallapp.services.calibrations import Calibrations
from wallapp.simulation.calibration import city_matches
from wallapp.simulation.city import load_city
from wallapp.ui import theme
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.calibration.desk import CalibrationDesk
from wallapp.ui.calibration.matching import Matching
from wallapp.ui.feed_board import NOT_WATCHED, CameraStatus
from wallapp.ui.map.model import MapModel

CITY = load_city()
PLAZA = CameraNumber(101)
CAMERAS = {camera.number: camera for camera in CITY.cameras}
MATCHES = city_matches(CITY)[PLAZA]
SPREAD = [MATCHES[index] for index in (0, 2, 6, 8, 4, 5)]
"""No three of the first four on a line."""
PICTURE_PX = (640, 360)


class Board(QObject):
    """Nothing is watched."""

    sampled = Signal()

    def status(self, number: CameraNumber) -> CameraStatus:
        return NOT_WATCHED


class Bench:
    """A desk for the plaza's camera, with the map behind it."""

    def __init__(self) -> None:
        clock = ManualClock()
        self.texts = MemoryTexts()
        self.calibrations = Calibrations(self.texts)
        self.model = MapModel(CAMERAS, board=Board())  # type: ignore[arg-type]  # it asks no more of a board
        image = QImage(*PICTURE_PX, QImage.Format.Format_RGB32)
        image.fill(QColor(90, 90, 90))
        self.desk = CalibrationDesk(CAMERAS[PLAZA], image, self.calibrations, model=self.model, clock=clock)

    def match(self, one: GroundMatch, qtbot: QtBot) -> None:
        """Point in the picture with the mouse, then on the map."""
        where = self.desk.picture.picture_rect
        point = QPoint(round(where.x() + one.x * where.width()), round(where.y() + one.y * where.height()))
        qtbot.mouseClick(self.desk.picture, Qt.MouseButton.LeftButton, pos=point)
        self.desk.map.choose_place(one.place)

    @property
    def save(self) -> bool:
        return self.desk.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()


@pytest.fixture
def bench(qtbot: QtBot, console: ConsoleApplication) -> Iterator[Bench]:
    found = Bench()
    with qtbot.waitExposed(found.desk):
        found.desk.show()
    yield found
    found.desk.close()
    delete(found.desk)


def test_points_are_matched_by_hand_and_kept(bench: Bench, qtbot: QtBot) -> None:
    desk = bench.desk
    for index, one in enumerate(SPREAD):
        assert bench.save is (index >= 4)
        bench.match(one, qtbot)
    assert "fits within" in desk.matching.line
    residual = desk.matching.residual(0)
    assert residual is not None
    assert residual.pixels < 2
    assert f"{residual.pixels:.1f} px" in desk.table.item(0, 3).text()
    with qtbot.waitSignal(desk.saved) as saved:
        qtbot.mouseClick(desk.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert saved.args == [PLAZA]
    kept = Calibrations(bench.texts).of(CAMERAS[PLAZA])
    assert kept is not None
    spot = kept.to_picture(MATCHES[3].place)
    assert spot is not None
    assert np.hypot((spot[0] - MATCHES[3].x) * 640, (spot[1] - MATCHES[3].y) * 360) < 6
    assert not bench.model.features, "the map is left as it was"


def test_it_goes_by_keys_alone(bench: Bench, qtbot: QtBot) -> None:
    desk = bench.desk
    desk.picture.setFocus()
    qtbot.keyClick(desk.picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(desk.picture, Qt.Key.Key_Up)
    qtbot.keyClick(desk.picture, Qt.Key.Key_Space)
    spot = desk.matching.rows[0].spot
    assert spot is not None
    assert spot == pytest.approx((0.5 - 16 / 640, 0.6 - 1 / 640))
    desk.map.setFocus()
    qtbot.keyClick(desk.map, Qt.Key.Key_Space)
    assert desk.matching.rows[0].is_whole


def test_a_grid_appears_in_the_picture_and_on_the_map(bench: Bench, qtbot: QtBot) -> None:
    before = bench.desk.picture.grab().toImage()
    for one in SPREAD[:5]:
        bench.match(one, qtbot)
    after = bench.desk.picture.grab().toImage()
    assert _share(before, theme.INFORMATION) == 0
    assert _share(after, theme.INFORMATION) > 0.002
    assert len(bench.model.features) > 5


def _share(image: QImage, colour: str) -> float:
    wanted, pixels = QColor(colour), np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), "u1")
    near = np.abs(pixels.reshape(-1, 4)[:, :3].astype(int) - (wanted.blue(), wanted.green(), wanted.red())).max(axis=1)
    return float((near < 40).mean())


def test_the_point_that_spoils_the_fit_is_named(bench: Bench, qtbot: QtBot) -> None:
    wrong = replace(MATCHES[4], place=offset(MATCHES[4].place, east_m=9.0, north_m=4.0))
    for one in (*MATCHES[:4], wrong, *MATCHES[5:]):
        bench.match(one, qtbot)
    matching = bench.desk.matching
    assert matching.suspect == 4
    assert "point 5 does not fit" in matching.line
    assert bench.desk.table.item(4, 0).text() == "◆ 5"
    matching.choose(4)
    bench.desk.map.choose_place(MATCHES[4].place)
    assert matching.suspect is None


LINE = [GroundMatch(x, 0.9, Place(35.25, -3.93 + x / 1000)) for x in (0.1, 0.3, 0.6, 0.9)]


def test_points_that_cannot_do_are_refused_in_one_line() -> None:
    matching = Matching(PICTURE_PX)
    assert "0 of at least 4" in matching.line
    for one in LINE:
        matching.point((one.x, one.y))
        matching.place(one.place)
    assert matching.calibration is None
    assert "on one line" in matching.line
    assert "\n" not in matching.line
    assert matching.residual(0) is None


def test_points_can_be_changed_and_taken_away() -> None:
    matching = Matching(PICTURE_PX)
    for one in MATCHES[:5]:
        matching.place(one.place)
        matching.point((one.x, one.y))
    assert matching.calibration is not None
    matching.choose(1)
    matching.point((MATCHES[1].x + 0.02, MATCHES[1].y))
    residual = matching.residual(1)
    assert residual is not None
    assert residual.pixels > 0.5
    matching.choose(1)
    matching.remove()
    assert [row.place for row in matching.rows] == [one.place for one in (MATCHES[0], *MATCHES[2:5])]
    assert "four points always fit" in matching.line
    matching.choose(99)
    matching.remove()
    assert len(matching.rows) == 4


def test_the_grid_covers_what_was_matched_and_is_readable() -> None:
    calibration = Calibrations(None, given=city_matches(CITY)).of(CAMERAS[PLAZA])
    assert calibration is not None
    step_m, lines = grid_of(calibration)
    assert 4 <= len(lines) <= 30
    assert min(distance_m(one[0], other[0]) for one in lines for other in lines if one is not other) >= 0
    assert step_m in (1, 2, 5, 10, 20, 50, 100)
    assert CAMERAS[PLAZA].kind is CameraKind.FIXED
