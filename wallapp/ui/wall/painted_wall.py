"""One widget that paints all tiles, at its own tick, only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, OwnerName, TileId
from wallapp.domain.camera import Camera, Owner, StreamName
from wallapp.domain.feed_state import Truth, TruthState
from wallapp.domain.ground_points import Spot
from wallapp.domain.layout import TileRect, rectangles
from wallapp.domain.overlay import NOTHING
from wallapp.domain.view import WHOLE, Level, View
from wallapp.frames.port import LivePictures
from wallapp.services.wall_session import Change, WallSession
from wallapp.ui import theme
from wallapp.ui.wall import saying as sayings
from wallapp.ui.wall import words
from wallapp.ui.wall.face import Title, frame
from wallapp.ui.wall.map_place import map_area, paint_map
from wallapp.ui.wall.meter import WallMeter
from wallapp.ui.wall.overlay import TileSpot, WallOverlays, overlay_words
from wallapp.ui.wall.saying import Saying
from wallapp.ui.wall.tile import Tile, keep_pictures, same_picture

TICK_MS: Final = 16
ASSESS_EVERY_S: Final = 0.1
VIEWS_EVERY_S: Final = 0.5
RESIZE_SETTLES_MS: Final = 120
GAP_PX: Final = 2
MAP_KEY: Final = "M"
"""What brings the map to a tile, in the place of a camera's number."""


class PaintedWall(QWidget):
    """Paints the session's wall from the pool's pictures and tells the pool which views it needs.

    What hands may do to it is `canvas.WallCanvas`.

    Signals:
      truths_changed: some tile's state is another one now; at most once an assessment.
      laid_out: tiles may stand elsewhere, or show something else.

    Attributes:
      map_widget: the widget that shows the map on a tile; None where there is none.
    """

    truths_changed = Signal()
    laid_out = Signal()

    def __init__(
        self,
        session: WallSession,
        pictures: LivePictures,
        *,
        cameras: Mapping[CameraNumber, Camera],
        owners: Mapping[OwnerName, Owner],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)
        self.session = session
        self.pictures = pictures
        self.meter = WallMeter(clock)
        self._cameras = cameras
        self._owners = owners
        self._clock = clock
        self._views: dict[TileId, View] = {}
        self._tiles: list[Tile] = []
        self._gone: list[Tile] = []
        self._visible: list[tuple[TileId, Tile]] = []
        self._drop_target: TileId | None = None
        self._assessed_mono_s = 0.0
        self._viewed_mono_s = 0.0
        self._was_shown = False
        self._settled = True
        self._gaps = QRegion()
        self._described = ""
        self._adorn: Callable[[Saying, View], Saying] | None = None
        self._overlays: WallOverlays | None = None
        self.map_widget: Callable[[TileId], QWidget | None] = lambda _: None
        self._end_subscription = session.subscribe(self._on_change)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(RESIZE_SETTLES_MS)
        self._settle.timeout.connect(self._refresh)
        self._lay_out()

    # What others ask

    def set_register(self, cameras: Mapping[CameraNumber, Camera], owners: Mapping[OwnerName, Owner]) -> None:
        """Another register: names, owners and sensitivities may differ."""
        self._cameras, self._owners = cameras, owners
        self._refresh()

    def set_adornment(self, adorn: Callable[[Saying, View], Saying] | None) -> None:
        """Let somebody add to what the tiles say; called for every tile at every assessment."""
        self._adorn = adorn
        for found in self._tiles:
            found.adorn = adorn

    def set_overlays(self, overlays: WallOverlays | None) -> None:
        """Lay these over the pictures from now on; None for nothing."""
        self._overlays = overlays
        self._lay_over()

    def truth(self, tile: TileId) -> Truth | None:
        """What the tile says now; None for an empty tile and an unknown camera."""
        return self._tiles[tile].truth

    def view(self, tile: TileId) -> View | None:
        """What the tile wants now; None where it is empty."""
        return self._tiles[tile].view

    def tile_text(self, tile: TileId) -> str:
        """The whole tile in one sentence, as a screen reader says it."""
        found = self._tiles[tile]
        camera = None if found.content is None else self._cameras.get(found.content.camera)
        owner = None if camera is None else self._owners.get(camera.owner)
        said = found.saying or sayings.say_empty(tile + 1)
        text = sayings.full_text(tile + 1, camera, owner, said)
        over = overlay_words(found.overlay.overlay)
        return f"{text}. {over}" if over else text

    def state_word(self, tile: TileId) -> str:
        """The tile's state in a word; empty where it has none."""
        truth = self._tiles[tile].truth
        return "" if truth is None else words.state_word(truth.state)

    def streams_of(self, number: CameraNumber) -> list[StreamName]:
        """The streams that the camera has; none where the register does not know it."""
        camera = self._cameras.get(number)
        return [] if camera is None else [stream for stream in StreamName if stream in camera.streams]

    def now_at(self) -> datetime:
        """The wall clock, UTC."""
        return self._clock.now_at()

    def tile_rect(self, tile: TileId) -> QRect:
        """Where the tile lies, the widget's pixels."""
        return QRect(self._tiles[tile].spot)

    def map_rect(self, tile: TileId) -> QRect | None:
        """Where a map may stand on the tile, the widget's pixels: title and selection stay; None where it is hidden."""
        is_shown = any(number == tile for number, _ in self._visible)
        return map_area(self._tiles[tile], self.devicePixelRatioF()) if is_shown else None

    def tile_at(self, point: QPoint) -> TileId | None:
        """The tile under a point of the widget; None between tiles."""
        return next((tile for tile, found in self._visible if found.spot.contains(point)), None)

    def picture_fraction(self, tile: TileId, point: QPoint) -> tuple[float, float]:
        """Where in the tile's shown picture a point of the widget lies, as fractions within 0 to 1."""
        ratio = self.devicePixelRatioF()
        where = self._tiles[tile].where
        x = (point.x() * ratio - where.x()) / where.width()
        y = (point.y() * ratio - where.y()) / where.height()
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    def picture_point(self, tile: TileId, x: float, y: float) -> QPoint:
        """The point of the widget at fractions of the tile's shown picture: within 0 to 1 it lies on it."""
        ratio, where = self.devicePixelRatioF(), self._tiles[tile].where
        across, down = where.x() + x * (where.width() - 1), where.y() + y * (where.height() - 1)
        return QPoint(int(across / ratio), int(down / ratio))

    def spot_at(self, point: QPoint) -> TileSpot | None:
        """What a point of the widget means; None between tiles and on an empty one."""
        tile = self.tile_at(point)
        found = None if tile is None else self._tiles[tile]
        if tile is None or found is None or found.content is None:
            return None
        ratio = self.devicePixelRatioF()
        x_px, y_px = point.x() * ratio, point.y() * ratio
        at, crop, where = None, found.shown_part, found.where
        if found.shows_picture and where.contains(QPoint(int(x_px), int(y_px))):
            x, y = (x_px - where.x()) / where.width(), (y_px - where.y()) / where.height()
            at = crop.left + x * (crop.right - crop.left), crop.top + y * (crop.bottom - crop.top)
        is_clear = found.view is not None and found.view.level is Level.CLEAR
        return TileSpot(tile, found.content.camera, at, is_clear, found.overlay.mark_at(x_px, y_px))

    def point_of(self, tile: TileId, spot: Spot) -> QPointF | None:
        """Where a spot of the source picture is shown, in the widget's pixels; None where it is not."""
        found = self._tiles[tile]
        if not found.shows_picture or all(tile != seen for seen, _ in self._visible):
            return None
        crop, where, ratio = found.shown_part, found.where, self.devicePixelRatioF()
        x = (spot[0] - crop.left) / (crop.right - crop.left)
        y = (spot[1] - crop.top) / (crop.bottom - crop.top)
        if not (0.0 <= x <= 1.0 and 0.0 <= y <= 1.0):
            return None
        return QPointF((where.x() + x * where.width()) / ratio, (where.y() + y * where.height()) / ratio)

    def whole_picture(self, tile: TileId) -> QImage | None:
        """The tile's picture without anything over it, a copy; None where it is not clear, not whole or not there."""
        found = self._tiles[tile]
        if not found.shows_picture or found.view is None or found.view.level is not Level.CLEAR:
            return None
        kept = found.picture.keep()
        return kept.image.copy() if kept is not None and found.shown_part == WHOLE else None

    def picture_size(self, tile: TileId) -> tuple[float, float]:
        """Width and height of the tile's shown picture in the widget's pixels."""
        ratio = self.devicePixelRatioF()
        where = self._tiles[tile].where
        return where.width() / ratio, where.height() / ratio

    def in_title(self, tile: TileId, point: QPoint) -> bool:
        """Whether a point of the widget lies on the tile's title strip."""
        ratio = self.devicePixelRatioF()
        strip = self._tiles[tile].face.title_area
        return strip.contains(QPoint(round(point.x() * ratio), round(point.y() * ratio)))

    def mark_drop_target(self, tile: TileId | None) -> None:
        """Show where a dragged camera or tile would land; None for nowhere."""
        before, self._drop_target = self._drop_target, tile
        for changed in {before, tile} - {None}:
            if changed is not None and changed < len(self._tiles):
                self.update(self._tiles[changed].spot)

    def tile_image(self, tile: TileId) -> QImage:
        """What the tile shows at this moment, overlays included, without selection marks; a copy."""
        found = self._tiles[tile]
        now_mono_s = self._clock.mono_s()
        if found.view is not None:
            self._bring_newest(tile, found, now_mono_s)
        image = QImage(found.area.size(), QImage.Format.Format_RGB32)
        image.fill(QColor(theme.PANEL))
        painter = QPainter(image)
        painter.translate(-found.area.topLeft())
        found.assess(self.pictures, self._cameras, now_mono_s)
        found.paint(painter)
        paint_map(painter, self.map_widget(tile), self.devicePixelRatioF())
        painter.end()
        return image

    def grab_wall(self) -> QImage:
        """What the canvas shows, in device pixels; a copy."""
        ratio = self.devicePixelRatioF()
        image = QImage(round(self.width() * ratio), round(self.height() * ratio), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self._paint(painter, QRect(QPoint(0, 0), image.size()), None)
        painter.end()
        return image

    def shut(self) -> None:
        """End: hear nothing of the session any more, hold no picture. The pool is not told."""
        self._timer.stop()
        self._settle.stop()
        self._end_subscription()
        for found in self._tiles:
            found.picture.expect(None, None)

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        self._was_shown = True
        self.meter.resume()
        self._timer.start()
        self._refresh()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        if self._was_shown:
            self._settled = False
            self._settle.start()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if ratio != 1.0:
            painter.scale(1.0 / ratio, 1.0 / ratio)
        self._paint(painter, QRect(0, 0, round(self.width() * ratio), round(self.height() * ratio)), event)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_tiles()
        super().changeEvent(event)

    # The tick

    def tick(self) -> None:
        """Look at every tile once and ask for repaints where something changed; the canvas's own timer calls it."""
        now_mono_s = self._clock.mono_s()
        now_ns = int(now_mono_s * 1e9)
        self.meter.tick(now_ns)
        if self._overlays is not None and (changed := self._overlays.look()):
            self._lay_over(changed)
        reader_of = self.pictures.reader
        for tile, found in self._visible:
            if found.view is None:
                continue
            if found.picture.look(reader_of(tile), now_mono_s):
                self.update(found.spot)
            if found.state is TruthState.LIVE and found.picture.image is not None:
                self.meter.tile(tile).picture_age.add(now_ns - found.picture.arrival_ns)
        if now_mono_s - self._assessed_mono_s >= ASSESS_EVERY_S:
            self._assess_all(now_mono_s)
        if self._settled and now_mono_s - self._viewed_mono_s >= VIEWS_EVERY_S:
            self._want_views()

    def _lay_over(self, changed: Collection[CameraNumber] | None = None) -> None:
        """Give the tiles of these cameras, or all, what lies over them now."""
        for found in self._tiles:
            number = None if found.content is None else found.content.camera
            if changed is not None and number not in changed:
                continue
            overlay = NOTHING if self._overlays is None or number is None else self._overlays.of(number)
            if found.overlay.show(overlay):
                self.update(found.spot)

    def _assess_all(self, now_mono_s: float) -> None:
        self._assessed_mono_s = now_mono_s
        changed = False
        for index, found in enumerate(self._tiles):
            tile = TileId(index)
            state = found.state
            if found.view is not None and self.session.enlarged not in (None, tile):
                found.picture.look(self.pictures.reader(tile), now_mono_s)
            if found.assess(self.pictures, self._cameras, now_mono_s):
                self.update(found.spot)
            changed = changed or state is not found.state
        if changed:
            self.truths_changed.emit()
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader what the selected tile says, when that changed."""
        text = self.tile_text(self.session.selected)
        if text != self._described:
            self._described = text
            self.setAccessibleName(text)
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # Painting

    def _paint(self, painter: QPainter, whole: QRect, event: QPaintEvent | None) -> None:
        """Paint the tiles that the event touches, all of them without one."""
        now_mono_s = self._clock.mono_s()
        region = None if event is None else event.region()
        if region is None or region.intersects(self._gaps):
            painter.fillRect(whole, QColor(theme.CANVAS))
        painted: list[tuple[TileId, Tile]] = []
        for tile, found in self._visible:
            if region is not None and not region.intersects(found.spot):
                continue
            painter.setClipRect(found.area)
            if found.view is not None and self._bring_newest(tile, found, now_mono_s):
                painted.append((tile, found))
            found.paint(painter)
            if event is None:
                paint_map(painter, self.map_widget(tile), self.devicePixelRatioF())
            if tile == self.session.selected:
                frame(painter, found.area, QColor(theme.SELECTION), found.face.scale.thin + 1)
            if tile == self._drop_target:
                frame(painter, found.area, QColor(theme.INFORMATION), 2 * found.face.scale.thin)
        if painted:
            done_ns = int(self._clock.mono_s() * 1e9)
            for tile, found in painted:
                self.meter.tile(tile).age.add(done_ns - found.picture.arrival_ns)

    def _bring_newest(self, tile: TileId, found: Tile, now_mono_s: float) -> bool:
        """Take the newest picture and make sure that the words are of this moment. Returns whether it is new."""
        picture = found.picture
        fresh = picture.look(self.pictures.reader(tile), now_mono_s)
        says_other = found.state is not TruthState.LIVE
        if fresh:
            said_level = found.shown_level
            missed = picture.take()
            figures = self.meter.tile(tile)
            figures.shown += 1
            figures.superseded += missed
            found.face.new_picture()
            says_other = says_other or found.shown_level is not said_level
        if (fresh and says_other) or now_mono_s - found.assessed_mono_s > 2 * ASSESS_EVERY_S:
            found.assess(self.pictures, self._cameras, now_mono_s)
        return fresh

    # Layout and views

    def _on_change(self, change: Change) -> None:
        if change in (Change.LAYOUT, Change.ENLARGED):
            self._lay_out()
        elif change is Change.SELECTION:
            self.update()
            self._describe()
            return
        if change is not Change.SAVED:
            self._refresh()

    def _lay_out(self) -> None:
        """Place the tiles anew. Pictures stay with their tiles until the views are changed."""
        ratio = self.devicePixelRatioF()
        width, height = max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))
        rects = rectangles(self.session.layout, width, height, gap_px=max(2, round(GAP_PX * ratio)))
        enlarged = self.session.enlarged
        before, self._tiles = self._tiles, []
        for index, rect in enumerate(rects):
            if index == enlarged:
                rect = TileRect(0, 0, width, height)
            found = Tile(TileId(index), rect, ratio)
            found.adorn = self._adorn
            if index < len(before):
                found.inherit(before[index])
            self._tiles.append(found)
        self._gone = before[len(rects) :]
        self._visible = [
            (TileId(index), found) for index, found in enumerate(self._tiles) if enlarged is None or index == enlarged
        ]
        self._gaps = QRegion(self.rect())
        for _, found in self._visible:
            self._gaps -= QRegion(found.spot)
        self._name_tiles()
        self._assess_all(self._clock.mono_s())
        self.update()

    def _refresh(self) -> None:
        """Show what the session says now. It may not wait: another camera's name never stands over an old picture."""
        self._settled = True
        self._settle.stop()
        self._name_tiles()
        self._want_views()
        self._assess_all(self._clock.mono_s())
        self.update()

    def _name_tiles(self) -> None:
        for index, found in enumerate(self._tiles):
            found.content = self.session.content(TileId(index))
            found.has_map = self.session.map_on(TileId(index)) is not None
            if found.has_map:
                found.face.set_title(Title(MAP_KEY, words.map_word(), "", theme.MARK_QUIET))
                continue
            camera = None if found.content is None else self._cameras.get(found.content.camera)
            if camera is None:
                found.face.set_title(None)
                continue
            owner = self._owners.get(camera.owner)
            found.face.set_title(Title(str(camera.number), camera.name, camera.owner, theme.owner_colour(owner)))
        self._lay_over()
        self.laid_out.emit()

    def _want_views(self) -> None:
        """Tell the pool what the tiles need, where that changed; pictures that may bridge the gap are kept first."""
        self._viewed_mono_s = self._clock.mono_s()
        gone, self._gone = self._gone, []
        if not self._was_shown:
            return  # the size is not known yet
        sizes = {TileId(index): (found.area.width(), found.area.height()) for index, found in enumerate(self._tiles)}
        views = {view.tile: view for view in self.session.views(sizes, self._cameras)}
        if views == self._views:
            return
        kept = keep_pictures(self._tiles, views, gone=gone)
        for index, found in enumerate(self._tiles):
            tile = TileId(index)
            view, before = views.get(tile), found.view
            found.view = view
            if view == before:
                continue
            if view is None or before is None or view.camera != before.camera:
                self.meter.forget(tile)
                found.source = QSize()
            if view is not None and before is not None and same_picture(view, before):
                found.picture.expect_same(view)
            else:
                found.picture.expect(view, kept.get(tile))
        self._views = views
        self.pictures.want(list(views.values()))
