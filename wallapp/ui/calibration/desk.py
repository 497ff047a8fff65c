"""The window in which a fixed camera's ground is calibrated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.clock import Clock
from wallapp.base.errors import WallError
from wallapp.domain.camera import Camera
from wallapp.domain.ground_grid import grid_of
from wallapp.domain.ground_points import Spot
from wallapp.domain.map_data import LineShape, MapFeature, MapKind, MapStyle, PointShape, Symbol
from wallapp.domain.place import Place
from wallapp.domain.sight import camera_place, range_of
from wallapp.services.calibrations import Calibrations
from wallapp.ui import theme
from wallapp.ui.calibration.matching import Matching
from wallapp.ui.calibration.picture import CalibrationPicture
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.view import MapView

_AROUND_M: Final = 60.0
SOURCE: Final = "calibration"
"""Under which the points stand on the map."""


class CalibrationDesk(QDialog):
    """Point at the same thing in the picture and on the map, four times or more; then keep it.

    Signals: `saved` (camera number). GUI thread.
    """

    saved = Signal(int)

    def __init__(
        self,
        camera: Camera,
        image: QImage,
        calibrations: Calibrations,
        *,
        model: MapModel,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Args: image: the camera's whole picture, clear, without anything over it; a copy."""
        super().__init__(parent)
        self._camera = camera
        self._calibrations = calibrations
        self._model = model
        self.matching = Matching((image.width(), image.height()), calibrations.of(camera))
        self.picture = CalibrationPicture(image, self.matching)
        self.map = MapView(model, clock=clock)
        self.table = QTableWidget(0, 4)
        self._said = QLabel()
        self._remove, self._new = QPushButton(), QPushButton()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._is_showing = False
        self._lay_out()
        self.picture.pointed.connect(self._pointed)
        self.map.place_chosen.connect(self._placed)
        self.table.currentCellChanged.connect(self._chosen)
        self._remove.clicked.connect(self._take_away)
        self._new.clicked.connect(lambda: self._choose(len(self.matching.rows)))
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _result: model.set_features(SOURCE, ()))
        self._show()
        self.map.mark(camera.number)

    def _lay_out(self) -> None:
        name = f"{self._camera.number} {self._camera.name}"
        self.setWindowTitle(self.tr("Calibrate the ground of {camera}").format(camera=name))
        self._remove.setText(self.tr("Remove the point"))
        self._new.setText(self.tr("Next point"))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        for button in (*self.buttons.buttons(), self._remove, self._new):
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self.picture.setAccessibleName(self.tr("Picture of {camera}").format(camera=name))
        titles = [self.tr("Point"), self.tr("Picture"), self.tr("Map"), self.tr("Off by")]
        self.table.setHorizontalHeaderLabels(titles)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setMinimumHeight(150)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.picture)
        sides.addWidget(self.map)
        sides.setSizes([700, 500])
        acts = QHBoxLayout()
        acts.addWidget(self._new)
        acts.addWidget(self._remove)
        acts.addWidget(self._said, 1)
        acts.addWidget(self.buttons)
        rows = QVBoxLayout(self)
        rows.addWidget(sides, 1)
        rows.addWidget(self.table)
        rows.addLayout(acts)
        self.resize(1240, 760)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        stands = camera_place(self._camera)
        if stands is not None:
            self.map.show_around(stands, max(_AROUND_M, range_of(self._camera)))

    # What the person does

    def _pointed(self, spot: Spot) -> None:
        self.matching.point(spot)
        self._show()

    def _placed(self, place: Place | None) -> None:
        if place is not None and not self._is_showing:
            self.matching.place(place)
            self._show()

    def _chosen(self, row: int, _column: int, _row_before: int, _column_before: int) -> None:
        if not self._is_showing and row >= 0:
            self.matching.choose(row)
            self._show()

    def _choose(self, index: int) -> None:
        self.matching.choose(index)
        self._show()

    def _take_away(self) -> None:
        self.matching.remove()
        self._show()

    def _save(self) -> None:
        if self.matching.calibration is None:
            return
        try:
            self._calibrations.save(self._camera, self.matching.calibration)
        except WallError as error:
            self._said.setText(str(error))
            return
        self.saved.emit(int(self._camera.number))
        self.accept()

    # What is shown

    def _show(self) -> None:
        matching = self.matching
        self._is_showing = True
        self.table.setRowCount(len(matching.rows) + 1)
        for index in range(len(matching.rows) + 1):
            for column, text in enumerate(self._cells(index)):
                item = QTableWidgetItem(text)
                if index == matching.suspect:
                    item.setForeground(QColor(theme.HIGH))
                self.table.setItem(index, column, item)
        self.table.setCurrentCell(matching.current, 0)
        self._is_showing = False
        self._said.setText(matching.line)
        self._remove.setEnabled(matching.current < len(matching.rows))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(matching.calibration is not None)
        self._model.set_features(SOURCE, self._features())
        self.map.settle()
        self.picture.update()

    def _cells(self, index: int) -> tuple[str, ...]:
        if index >= len(self.matching.rows):
            return (str(index + 1), self.tr("point in the picture"), self.tr("point on the map"), "")
        row, residual = self.matching.rows[index], self.matching.residual(index)
        spot = "" if row.spot is None else f"{row.spot[0] * 100:.1f} %, {row.spot[1] * 100:.1f} %"
        place = "" if row.place is None else f"{row.place.lat_deg:.6f}, {row.place.lon_deg:.6f}"
        off = "" if residual is None else f"{residual.pixels:.1f} px · {min(residual.metres, 9999.0):.1f} m"
        sign = f"◆ {index + 1}" if index == self.matching.suspect else str(index + 1)
        return (sign, spot, place, off)

    def _features(self) -> Iterator[MapFeature]:
        calibration = self.matching.calibration
        if calibration is not None:
            grid = MapStyle(stroke=theme.INFORMATION, stroke_width_px=1.0, stroke_opacity=0.7)
            for line in grid_of(calibration)[1]:
                yield MapFeature(MapKind.OTHER, LineShape(line), grid)
        for index, row in enumerate(self.matching.rows):
            if row.place is not None:
                is_odd = index == self.matching.suspect
                colour, symbol = (theme.HIGH, Symbol.DIAMOND) if is_odd else (theme.TEXT_STRONG, Symbol.DOT)
                style = MapStyle(stroke=colour, fill=colour, symbol=symbol)
                yield MapFeature(MapKind.MARKER, PointShape(row.place), style, label=str(index + 1))
