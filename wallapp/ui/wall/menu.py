"""The menu of one tile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import StreamName
from wallapp.domain.view import WHOLE
from wallapp.domain.wall import TileContent
from wallapp.services.wall_session import WallSession
from wallapp.ui.wall import words
from wallapp.ui.wall.overlay import SpotDesk, TileSpot


class _Wall(Protocol):
    """What the menu needs of the canvas."""

    session: WallSession
    snapshot_requested: SignalInstance
    ask_requested: SignalInstance
    may_ask: Callable[[CameraNumber], bool] | None
    spot_desk: SpotDesk | None
    calibrate_requested: SignalInstance
    may_calibrate: Callable[[TileId], bool] | None

    def streams_of(self, number: CameraNumber) -> list[StreamName]: ...

    def try_now(self, number: CameraNumber) -> None: ...


def tile_menu(wall: _Wall, tile: TileId, *, spot: TileSpot | None = None) -> QMenu:
    """Everything that can be done with the tile; what cannot be done now is greyed. The caller owns the menu.

    Args:
      spot: where on it somebody points.
    """
    translate = QCoreApplication.translate
    session, content = wall.session, wall.session.content(tile)
    menu = QMenu(wall if isinstance(wall, QWidget) else None)
    if wall.spot_desk is not None and spot is not None:
        spot_menu(menu, wall.spot_desk, spot)
        menu.addSeparator()
    back = session.enlarged is not None
    enlarge = menu.addAction(translate("Wall", "Back to the layout") if back else translate("Wall", "Enlarge"))
    enlarge.triggered.connect(lambda: session.toggle_enlarge(tile))
    shown_map = session.map_on(tile)
    if shown_map is None:
        whole = menu.addAction(translate("Wall", "Show the whole picture"))
        whole.triggered.connect(lambda: session.reset_zoom(tile))
    else:
        whole = menu.addAction(translate("Wall", "Show the whole map"))
        whole.triggered.connect(lambda: session.move_map(tile, None))
    snapshot = menu.addAction(translate("Wall", "Snapshot"))
    snapshot.triggered.connect(lambda: wall.snapshot_requested.emit(tile))
    menu.addSeparator()
    streams = menu.addMenu(translate("Wall", "Stream"))
    retry = menu.addAction(translate("Wall", "Try now"))
    ask = menu.addAction(translate("Wall", "Ask for access…"))
    ask.setVisible(wall.may_ask is not None)
    if wall.may_calibrate is not None:
        calibrate = menu.addAction(translate("Wall", "Calibrate the ground…"))
        calibrate.setEnabled(wall.may_calibrate(tile))
        calibrate.triggered.connect(lambda: wall.calibrate_requested.emit(tile))
    menu.addSeparator()
    to_map = menu.addAction(translate("Wall", "Show the map here"))
    to_map.triggered.connect(lambda: session.show_map(tile))
    to_map.setVisible(shown_map is None)
    clear = menu.addAction(
        translate("Wall", "Take the camera off") if shown_map is None else translate("Wall", "Take the map off")
    )
    clear.triggered.connect(lambda: session.clear(tile))
    for action in (retry, ask, streams.menuAction()):
        action.setEnabled(content is not None)
    for action in (enlarge, snapshot, clear):
        action.setEnabled(content is not None or shown_map is not None)
    is_part = shown_map is not None and shown_map.part is not None
    whole.setEnabled(is_part or (content is not None and content.crop != WHOLE))
    if content is not None:
        number = content.camera
        retry.triggered.connect(lambda: wall.try_now(number))
        ask.setEnabled(wall.may_ask is not None and wall.may_ask(number))
        ask.triggered.connect(lambda: wall.ask_requested.emit(number))
        _add_streams(streams, wall, tile, content)
    return menu


def spot_menu(menu: QMenu, desk: SpotDesk, spot: TileSpot) -> None:
    """Put into a menu what can be done at a spot."""
    if spot.marker is not None:
        mark = menu.addMenu(QCoreApplication.translate("Wall", "This marker"))
        desk.add_mark(mark, spot.marker)
    if desk.works:
        open_here = menu.addAction(QCoreApplication.translate("Wall", "Open an incident here"))
        open_here.triggered.connect(lambda: desk.open_incident(spot))
        place = menu.addAction(QCoreApplication.translate("Wall", "Place a marker"))
        place.triggered.connect(lambda: desk.place_marker(spot))
    light = menu.addAction(QCoreApplication.translate("Wall", "Spotlight the nearest 8"))
    light.triggered.connect(lambda: desk.spotlight(spot))


def _add_streams(menu: QMenu, wall: _Wall, tile: TileId, content: TileContent) -> None:
    group = QActionGroup(menu)
    choices: list[StreamName | None] = [None, *wall.streams_of(content.camera)]
    for choice in choices:
        automatic = QCoreApplication.translate("Wall", "By the tile's size")
        action = menu.addAction(automatic if choice is None else words.stream_word(choice))
        action.setCheckable(True)
        action.setChecked(choice is content.pin)
        action.triggered.connect(lambda _on=False, choice=choice: wall.session.pin(tile, choice))
        group.addAction(action)
