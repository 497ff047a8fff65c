"""Every camera with what is known of its feed, as rows; changed cells only are told to the view."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QIcon

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme
from wallapp.ui.feed_board import CameraStatus, FeedBoard
from wallapp.ui.folding import folded
from wallapp.ui.shapes import is_abnormal, state_colour, state_icon, word_for
from wallapp.ui.wall.words import cause_words, stream_word

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_LEFT_TO_RIGHT, _ISOLATE_ENDS = "\u2066", "\u2069"
"""Around figures whose order an Arabic line would turn round."""
SORT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1


class Column(IntEnum):
    """The columns, in their order."""

    NUMBER = 0
    NAME = 1
    OWNER = 2
    STATE = 3
    SINCE = 4
    CAUSE = 5
    NEXT_TRY = 6
    STREAM = 7
    CODEC = 8
    SIZE = 9
    FPS = 10
    DECODER = 11
    STALLS = 12
    RECONNECTS = 13


_AT_THE_END: Final = frozenset(
    {Column.NUMBER, Column.SIZE, Column.FPS, Column.DECODER, Column.STALLS, Column.RECONNECTS}
)
"""Columns of figures."""

_WORST_FIRST: Final = (
    TruthState.QUARANTINED,
    TruthState.REFUSED,
    TruthState.LOST,
    TruthState.STALE,
    TruthState.FROZEN,
    TruthState.LATE,
    TruthState.CONNECTING,
    TruthState.LIVE,
    TruthState.CLOSED,
)


class HealthModel(QAbstractTableModel):
    """One row a camera, by number; `SORT_ROLE` gives what a column is sorted by. GUI thread."""

    def __init__(
        self,
        cameras: Mapping[CameraNumber, Camera],
        *,
        board: FeedBoard,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._clock = clock
        self._cameras = sorted(cameras.values(), key=lambda camera: camera.number)
        self._status: list[CameraStatus] = []
        self._cells: list[tuple[str, ...]] = []
        self._icons: dict[tuple[TruthState | None, bool], QIcon] = {}
        self._read()
        board.sampled.connect(self.refresh)

    # What Qt asks

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cameras)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        status = self._status[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[row][column]
        if role == SORT_ROLE:
            return self._sort_key(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATE:
            return self._icon(status)
        if role == Qt.ItemDataRole.ForegroundRole:
            if column is Column.STATE and status.state is not None and is_abnormal(status.state):
                return QColor(state_colour(status.state))
            return QColor(theme.TEXT_STRONG if column is Column.NUMBER else theme.TEXT)
        if role == Qt.ItemDataRole.FontRole and column is Column.NUMBER:
            return theme.font(bold=True)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _AT_THE_END else Qt.AlignmentFlag.AlignLeft
            return (side | Qt.AlignmentFlag.AlignVCenter).value
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanations()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _AT_THE_END else Qt.AlignmentFlag.AlignLeft
            return (side | Qt.AlignmentFlag.AlignVCenter).value
        return None

    # What the house asks

    def camera_at(self, row: int) -> Camera:
        """The camera of a row."""
        return self._cameras[row]

    def status_at(self, row: int) -> CameraStatus:
        """What is known of it."""
        return self._status[row]

    def refresh(self) -> None:
        """Take the last look and tell of what changed: one range of rows for each column that has changes.

        A range and not cell by cell: while a sorted view puts one row in its new place, all other rows must
        stand where their keys say.
        """
        status_before, cells_before = self._status, self._cells
        self._read()
        for column in Column:
            changed = [
                row
                for row, (before, now) in enumerate(zip(status_before, self._status, strict=True))
                if cells_before[row][column] != self._cells[row][column]
                or (column is Column.STATE and (before.state, before.mosaic) != (now.state, now.mosaic))
            ]
            if changed:
                self.dataChanged.emit(self.index(changed[0], column), self.index(changed[-1], column))

    def retranslate(self) -> None:
        """Say everything again in the present language."""
        self._read()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._cameras:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._cameras) - 1, len(Column) - 1))

    # Inside

    def _read(self) -> None:
        self._status = [self._board.status(camera.number) for camera in self._cameras]
        today_at = self._clock.now_at()
        self._cells = [
            self._row(camera, status, today_at) for camera, status in zip(self._cameras, self._status, strict=True)
        ]

    def _row(self, camera: Camera, status: CameraStatus, now_at: datetime) -> tuple[str, ...]:
        head = (str(camera.number), camera.name, str(camera.owner))
        if status.facts is None or status.truth is None:
            return (*head, word_for(status.state), *[""] * (len(Column) - 4))
        facts, truth = status.facts, status.truth
        width_px, height_px = facts.source_px
        retry_s = truth.retry_in_s
        return (
            *head,
            word_for(truth.state),
            _since(facts.down_since_at, now_at),
            cause_words(truth.cause) if truth.cause is not None else "",
            self.tr("in {seconds} s").format(seconds=round(retry_s)) if retry_s is not None else "",
            stream_word(facts.stream),
            facts.codec,
            f"{_LEFT_TO_RIGHT}{width_px} × {height_px}{_ISOLATE_ENDS}" if width_px and height_px else "",
            QLocale().toString(facts.source_fps, "f", 1) if facts.source_fps else "",
            str(facts.decoder) if facts.decoder else "",
            str(facts.stalls_hour),
            str(facts.reconnects_hour),
        )

    def _sort_key(self, row: int, column: Column) -> float | str:
        """What sorts a column; the state's key changes only when the state does, so that rows stand still."""
        camera, status = self._cameras[row], self._status[row]
        facts, truth = status.facts, status.truth
        if column in (Column.NAME, Column.OWNER, Column.CAUSE, Column.STREAM, Column.CODEC):
            return folded(self._cells[row][column])
        if column is Column.NUMBER:
            return float(camera.number)
        if column is Column.STATE:
            rank = len(_WORST_FIRST) if truth is None else _WORST_FIRST.index(truth.state)
            return float(rank * 1_000_000 + camera.number)
        if facts is None:
            return -1.0
        keys = {
            Column.SINCE: facts.down_since_at.timestamp() if facts.down_since_at is not None else 0.0,
            Column.NEXT_TRY: -1.0 if facts.reading.retry_mono_s is None else facts.reading.retry_mono_s,
            Column.SIZE: float(facts.source_px[0] * facts.source_px[1]),
            Column.FPS: facts.source_fps,
            Column.DECODER: float(facts.decoder),
            Column.STALLS: float(facts.stalls_hour),
            Column.RECONNECTS: float(facts.reconnects_hour),
        }
        return keys[column]

    def _icon(self, status: CameraStatus) -> QIcon:
        key = (status.state, status.mosaic)
        if key not in self._icons:
            self._icons[key] = state_icon(status.state, mosaic=status.mosaic)
        return self._icons[key]

    def _tip(self, row: int, column: Column) -> str | None:
        facts = self._status[row].facts
        if facts is not None and facts.detail and column in (Column.CAUSE, Column.STATE):
            return facts.detail
        return self._cells[row][column] or None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("No."),
            self.tr("Camera"),
            self.tr("Owner"),
            self.tr("State"),
            self.tr("Since"),
            self.tr("Cause"),
            self.tr("Next try"),
            self.tr("Stream"),
            self.tr("Codec"),
            self.tr("Source"),
            self.tr("Fps"),
            self.tr("Dec."),
            self.tr("Stalls"),
            self.tr("Reconn."),
        )

    def _explanations(self) -> tuple[str, ...]:
        """What a short title stands for."""
        return (
            self.tr("Number of the camera"),
            self.tr("Name of the camera"),
            self.tr("Owner of the camera"),
            self.tr("State of the picture"),
            self.tr("Down since (local time)"),
            self.tr("Why there is no good picture"),
            self.tr("When the next try begins"),
            self.tr("Stream in use"),
            self.tr("Codec of the stream"),
            self.tr("Size of the source picture"),
            self.tr("Frames a second from the source"),
            self.tr("Number of the decoder process"),
            self.tr("Stalls in the last hour"),
            self.tr("Reconnects in the last hour"),
        )


class HealthFilter(QSortFilterProxyModel):
    """Keeps the cameras that are watched, or all, and of these the ones that hold every word typed."""

    def __init__(self, model: HealthModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._all = True
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def seek(self, typed: str) -> None:
        """Keep what holds every word typed, in any column."""
        self._words = folded(typed).split()
        self.invalidate()

    def show_all(self, everything: bool) -> None:
        """Show all that is registered, or only what stands on a tile."""
        self._all = everything
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        if not self._all and self._model.status_at(source_row).state is None:
            return False
        if not self._words:
            return True
        cells = (str(self._model.index(source_row, column).data()) for column in Column)
        sought = folded(" ".join(cells))
        return all(word in sought for word in self._words)


def _since(moment_at: datetime | None, now_at: datetime) -> str:
    """Local time of day, with the date before it where it was not today."""
    if moment_at is None:
        return ""
    local, today = moment_at.astimezone(), now_at.astimezone()
    return local.strftime("%H:%M:%S" if local.date() == today.date() else "%d/%m %H:%M:%S")
