"""One tile of the canvas: its place, its picture, its truth and its face, kept together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Camera
from wallapp.domain.feed_state import Truth, TruthState
from wallapp.domain.layout import TileRect
from wallapp.domain.view import WHOLE, Crop, Level, View
from wallapp.domain.wall import TileContent
from wallapp.frames.port import LivePictures
from wallapp.ui.wall import saying as sayings
from wallapp.ui.wall.face import TileFace
from wallapp.ui.wall.overlay import TileOverlay
from wallapp.ui.wall.saying import Saying
from wallapp.ui.wall.tile_picture import KeptPicture, TilePicture, is_mosaic


class Tile:
    """All that the canvas knows of one tile at its place. GUI thread only.

    Attributes:
      area: device pixels.
      spot: the widget's pixels, rounded outwards.
      content: the camera that the session put there; has_map: whether it put the map there.
      view: what was asked of the pool, None until it is.
      source: size of the camera's picture, pixels; empty until known.
      overlay: what lies over the picture.
      adorn: adds to what the tile says of its truth; None where nobody has anything to add.
    """

    __slots__ = (
        "adorn",
        "area",
        "assessed_mono_s",
        "content",
        "face",
        "has_map",
        "number",
        "overlay",
        "picture",
        "saying",
        "source",
        "spot",
        "truth",
        "view",
    )

    def __init__(self, number: TileId, rect: TileRect, ratio: float) -> None:
        self.number = number
        self.area = QRect(rect.x_px, rect.y_px, rect.width_px, rect.height_px)
        self.spot = _spot(rect, ratio)
        self.face = TileFace(self.area, ratio)
        self.overlay = TileOverlay(self.area, self.face.scale)
        self.picture = TilePicture()
        self.content: TileContent | None = None
        self.has_map = False
        self.view: View | None = None
        self.truth: Truth | None = None
        self.saying: Saying | None = None
        self.source = QSize()
        self.assessed_mono_s = 0.0
        self.adorn: Callable[[Saying, View], Saying] | None = None

    def inherit(self, before: Tile) -> None:
        """Take over the picture of the tile of the same number at another place."""
        self.picture, self.view, self.source = before.picture, before.view, before.source

    @property
    def state(self) -> TruthState | None:
        """What the tile says; None where it has no view."""
        return None if self.truth is None else self.truth.state

    def assess(self, pictures: LivePictures, cameras: Mapping[CameraNumber, Camera], now_mono_s: float) -> bool:
        """Find out what the tile must say now. Returns whether it is something else than before."""
        self.assessed_mono_s = now_mono_s
        said = self._find_saying(pictures, cameras, now_mono_s)
        if said == self.saying:
            return False
        self.saying = said
        self.face.set_saying(said)
        return True

    def _find_saying(self, pictures: LivePictures, cameras: Mapping[CameraNumber, Camera], now_mono_s: float) -> Saying:
        content, view = self.content, self.view
        self.truth = None
        if self.has_map:
            return sayings.say_map()
        if content is None:
            return sayings.say_empty(self.number + 1)
        if view is None:
            camera = cameras.get(content.camera)
            known = camera is not None and bool(camera.streams)
            return sayings.say_waiting() if known else sayings.say_unknown(content)
        facts = pictures.facts(view.camera, view.stream)
        since_mono_s = self.picture.since_mono_s
        truth = sayings.tile_truth(view, facts, since_mono_s, now_mono_s)
        if not truth.shows_picture and since_mono_s is not None:
            self.picture.drop()
        if facts is not None and facts.source_px[0] > 0:
            self.source = QSize(*facts.source_px)
        self.truth = truth
        said = sayings.say_camera(content, replace(view, level=self.shown_level or view.level), truth, facts)
        return said if self.adorn is None else self.adorn(said, view)

    @property
    def where(self) -> QRect:
        """Where the shown picture lies, device pixels; the whole tile where there is none."""
        image, view = self.picture.image, self.view
        if image is None or view is None:
            return self.area
        return self.face.picture_rect(image, self.shown_level or view.level, self.source)

    @property
    def shown_level(self) -> Level | None:
        """How much the tile really shows: the view's level, but mosaic where a doubtful silhouette fell to it.

        Returns:
          None where the tile has no view.
        """
        image, view = self.picture.image, self.view
        if view is not None and view.level is Level.SILHOUETTE and image is not None and is_mosaic(image):
            return Level.MOSAIC
        return None if view is None else view.level

    def paint(self, painter: QPainter) -> None:
        """Paint the tile at its place, device pixels."""
        self.face.paint(painter, self.picture.image, self.where, smooth=self.picture.kept, over=self._paint_overlay)

    @property
    def shows_picture(self) -> bool:
        """Whether a picture stands on it now."""
        return self.picture.image is not None and self.saying is not None and self.saying.shows_picture

    @property
    def shown_part(self) -> Crop:
        """The part of the source that the picture shows: what is not clear is always shown whole."""
        view = self.view
        return WHOLE if view is None or view.level is not Level.CLEAR else view.crop

    def _paint_overlay(self, painter: QPainter, has_picture: bool) -> None:
        self.overlay.paint(painter, self.where if has_picture else None, self.shown_part)


def same_picture(view: View, before: View) -> bool:
    """Whether one view's picture may stand in for the other's until that comes."""
    return (view.camera, view.level) == (before.camera, before.level)


def keep_pictures(
    tiles: Sequence[Tile], views: Mapping[TileId, View], *, gone: Sequence[Tile] = ()
) -> dict[TileId, KeptPicture]:
    """Copies for tiles that get another camera, from tiles that showed the same part of it until now.

    Args:
      gone: tiles that a smaller layout has no room for.
    """
    kept: dict[TileId, KeptPicture] = {}
    for number, view in views.items():
        before = tiles[number].view
        if before is not None and same_picture(view, before):
            continue
        for source in (*tiles, *gone):
            seen = source.view
            if seen is not None and same_picture(seen, view) and seen.crop == view.crop:
                picture = source.picture.keep()
                if picture is not None:
                    kept[number] = picture
                    break
    return kept


def _spot(rect: TileRect, ratio: float) -> QRect:
    """The widget's pixels that a tile touches."""
    left, top = int(rect.x_px / ratio), int(rect.y_px / ratio)
    right = -int(-(rect.x_px + rect.width_px) // ratio)
    bottom = -int(-(rect.y_px + rect.height_px) // ratio)
    return QRect(left, top, right - left, bottom - top)
