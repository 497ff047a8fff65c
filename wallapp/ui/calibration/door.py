"""The way from a tile to the calibration desk: who may go there, and with which picture."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from wallapp.base.ids import TileId
from wallapp.domain.camera import Camera, CameraKind
from wallapp.ui.calibration.desk import CalibrationDesk
from wallapp.ui.map.model import MapModel
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.rooms import Rooms
from wallapp.ui.wall.canvas import WallCanvas


class CalibrationDoor(QObject):
    """Signals: `opened` (the desk, to be shown over the window); `told` (Notice). GUI thread."""

    opened = Signal(object)
    told = Signal(object)

    def __init__(self, canvas: WallCanvas, rooms: Rooms, model: MapModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._rooms = rooms
        self._model = model
        canvas.may_calibrate = lambda tile: self._camera(tile) is not None
        canvas.calibrate_requested.connect(self.open)

    def open(self, tile: int) -> None:
        """Open the desk with the tile's picture; without a clear and whole one, say what to do."""
        camera, calibrations = self._camera(TileId(tile)), self._rooms.calibrations
        if camera is None or calibrations is None:
            return
        image = self._canvas.whole_picture(TileId(tile))
        if image is None:
            text = self.tr("To calibrate it, show camera {number} clear and whole").format(number=camera.number)
            self.told.emit(Notice(text, Weight.TROUBLE))
            return
        desk = CalibrationDesk(
            camera, image, calibrations, model=self._model, clock=self._rooms.clock, parent=self._canvas.window()
        )
        desk.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk.saved.connect(self._saved)
        self.opened.emit(desk)

    def _saved(self, number: int) -> None:
        text = self.tr("The ground of camera {number} is calibrated").format(number=number)
        self.told.emit(Notice(text))

    def _camera(self, tile: TileId) -> Camera | None:
        """The tile's camera, where its ground can be calibrated."""
        number = self._rooms.session.camera_on(tile)
        camera = None if number is None else self._rooms.cameras.get(number)
        return camera if camera is not None and camera.kind is CameraKind.FIXED else None
