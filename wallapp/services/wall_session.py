"""One operator's wall in use: which camera, or the map, stands on which tile, selected, enlarged, zoomed, pinned.

Commands change it and tell the listeners what kind of thing changed; `views` says what the decoders shall
make. It knows no Qt and no pixels of its own. GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol

from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput, NotFound
from wallapp.base.ids import CameraNumber, LayoutNumber, TileId
from wallapp.domain import wall
from wallapp.domain.camera import Camera, StreamName
from wallapp.domain.layout import Layout
from wallapp.domain.stream_choice import StreamChoice, choose, effective_height_px
from wallapp.domain.view import MOSAIC_CELLS_LONG_SIDE, WHOLE, Crop, Level, View, static_level
from wallapp.domain.wall import MapContent, MapPart, OnTile, TileContent, WallPlan
from wallapp.services.ports import SavedLayout


class Change(Enum):
    """What a listener is told; it reads the session for the rest."""

    LAYOUT = auto()
    CONTENT = auto()
    SELECTION = auto()
    ENLARGED = auto()
    ZOOM = auto()
    PIN = auto()
    SAVED = auto()


class Direction(Enum):
    """Where the selection goes, as the grid is drawn; a right-to-left language does not mirror it."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that a wall is at one moment, so that it can be exactly that again."""

    layout: Layout
    contents: tuple[OnTile | None, ...]
    waiting: tuple[OnTile, ...]
    choices: tuple[StreamChoice | None, ...]
    selected: TileId
    enlarged: TileId | None


class LayoutStore(Protocol):
    """Where walls are kept under their numbers; `services.layouts.Layouts` is one."""

    def load(self, number: LayoutNumber) -> SavedLayout:
        """The wall under the number; raises NotFound where there is none."""
        ...

    def save(self, layout: SavedLayout) -> None:
        """Keep it, in place of an earlier one of its number."""
        ...

    def list(self) -> Sequence[SavedLayout]:
        """All of them, by number."""
        ...

    def delete(self, number: LayoutNumber) -> bool:
        """Forget the one under the number; False where there was none."""
        ...


class WallSession:
    """The state and its commands. A tile outside the layout raises NotFound in every command."""

    def __init__(self, layout: Layout, *, clock: Clock, store: LayoutStore | None = None) -> None:
        self._clock = clock
        self._store = store
        self._layout = layout
        self._contents: list[OnTile | None] = [None] * layout.tile_count
        self._waiting: list[OnTile] = []
        self._levels: dict[CameraNumber, Level] = {}
        self._choices: list[StreamChoice | None] = [None] * layout.tile_count
        self._selected = TileId(0)
        self._enlarged: TileId | None = None
        self._listeners: list[Callable[[Change], None]] = []

    # What is

    @property
    def layout(self) -> Layout:
        """The layout in force."""
        return self._layout

    @property
    def tiles(self) -> range:
        """The tile ids of the layout in force."""
        return range(self._layout.tile_count)

    @property
    def selected(self) -> TileId:
        """The tile that the entry line and the keys act on."""
        return self._selected

    @property
    def enlarged(self) -> TileId | None:
        """The tile that fills the canvas; None while the layout shows."""
        return self._enlarged

    @property
    def waiting(self) -> tuple[CameraNumber, ...]:
        """Cameras that had a tile in an earlier, larger layout; they come back when there is room."""
        return tuple(content.camera for content in self._waiting if isinstance(content, TileContent))

    def content(self, tile: TileId) -> TileContent | None:
        """The camera on the tile, and how it is shown; None where there is none."""
        content = self._contents[self._checked(tile)]
        return content if isinstance(content, TileContent) else None

    def camera_on(self, tile: TileId) -> CameraNumber | None:
        """The camera on the tile; None where there is none."""
        content = self.content(tile)
        return None if content is None else content.camera

    def map_on(self, tile: TileId) -> MapContent | None:
        """The map on the tile; None where there is none."""
        content = self._contents[self._checked(tile)]
        return content if isinstance(content, MapContent) else None

    def tiles_of(self, number: CameraNumber) -> list[TileId]:
        """Every tile that shows the camera."""
        contents = enumerate(self._contents)
        return [TileId(i) for i, c in contents if isinstance(c, TileContent) and c.camera == number]

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after every change, in the caller's thread. Returns what ends it."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    # Cameras on tiles

    def assign(self, tile: TileId, number: CameraNumber) -> None:
        """Put a camera on a tile, in place of what is there. A camera may stand on several tiles."""
        self._put(self._checked(tile), TileContent(number))
        self._tell(Change.CONTENT)

    def assign_selected(self, number: CameraNumber) -> None:
        """Put a camera on the selected tile."""
        self.assign(self._selected, number)

    def fill(self, numbers: Sequence[CameraNumber]) -> None:
        """Put cameras on the tiles from the first on; what has no room waits for a larger layout."""
        contents: list[OnTile] = [TileContent(number) for number in numbers]
        self._place([*contents[: self._layout.tile_count]], contents[self._layout.tile_count :])
        self._tell(Change.CONTENT)

    def show_map(self, tile: TileId) -> None:
        """Put the map on a tile, in place of what is there. It may stand on several."""
        self._put(self._checked(tile), MapContent())
        self._tell(Change.CONTENT)

    def move_map(self, tile: TileId, part: MapPart | None) -> None:
        """Show this part of the map, or with None all of it, on a tile that shows the map."""
        content = self.map_on(tile)
        if content is not None and content.part != part:
            self._contents[tile] = MapContent(part)
            self._tell(Change.ZOOM)

    def clear(self, tile: TileId) -> None:
        """Take off a tile what it shows."""
        self._put(self._checked(tile), None)
        if self._enlarged == tile:
            self._enlarged = None
            self._tell(Change.ENLARGED)
        self._tell(Change.CONTENT)

    def swap(self, first: TileId, second: TileId) -> None:
        """Exchange what two tiles show; zoom and pin go with the camera."""
        a, b = self._checked(first), self._checked(second)
        self._contents[a], self._contents[b] = self._contents[b], self._contents[a]
        self._choices[a], self._choices[b] = self._choices[b], self._choices[a]
        self._tell(Change.CONTENT)

    def pin(self, tile: TileId, stream: StreamName | None) -> None:
        """Hold the tile to a stream, or with None let its size choose. An empty tile takes no pin."""
        content = self.content(tile)
        if content is not None and content.pin is not stream:
            self._contents[tile] = replace(content, pin=stream)
            self._tell(Change.PIN)

    # Selection and enlarging

    def select(self, tile: TileId) -> None:
        """Select a tile."""
        self._select(self._checked(tile))

    def select_next(self) -> None:
        """Select the next tile, after the last the first."""
        self._select((self._selected + 1) % self._layout.tile_count)

    def select_previous(self) -> None:
        """Select the tile before, before the first the last."""
        self._select((self._selected - 1) % self._layout.tile_count)

    def move_selection(self, direction: Direction) -> None:
        """Select the nearest tile that way; stay where there is none. An enlarged tile is exchanged for it."""
        here = self._layout.spans[self._selected]
        row, column = here.row * 2 + here.rows, here.column * 2 + here.columns
        best: tuple[int, int] | None = None
        for tile, span in enumerate(self._layout.spans):
            ahead, aside = {
                Direction.LEFT: (here.column - span.column - span.columns, span.row * 2 + span.rows - row),
                Direction.RIGHT: (span.column - here.column - here.columns, span.row * 2 + span.rows - row),
                Direction.UP: (here.row - span.row - span.rows, span.column * 2 + span.columns - column),
                Direction.DOWN: (span.row - here.row - here.rows, span.column * 2 + span.columns - column),
            }[direction]
            rank = (2 * ahead + abs(aside), tile)
            if ahead >= 0 and (best is None or rank < best):
                best = rank
        if best is not None:
            self._select(best[1])

    def toggle_enlarge(self, tile: TileId) -> None:
        """Let a tile fill the canvas, or go back to the layout. An empty tile is not enlarged."""
        self._checked(tile)
        if self._enlarged is None and self._contents[tile] is None:
            return
        self._enlarged = tile if self._enlarged is None else None
        self._selected = tile
        self._tell(Change.ENLARGED)

    # Digital zoom

    def zoom(self, tile: TileId, factor: float, *, x: float = 0.5, y: float = 0.5) -> None:
        """Zoom by `factor` (over 1 goes closer, at most 8 in all) about a point in fractions of the shown part."""
        content = self.content(tile)
        if content is not None:
            self._crop(tile, wall.zoomed(content.crop, factor, x=x, y=y))

    def pan(self, tile: TileId, *, dx: float, dy: float) -> None:
        """Move the shown part by fractions of itself."""
        content = self.content(tile)
        if content is not None:
            self._crop(tile, wall.panned(content.crop, dx=dx, dy=dy))

    def reset_zoom(self, tile: TileId) -> None:
        """Show the whole picture."""
        self._checked(tile)
        self._crop(tile, WHOLE)

    # Layouts

    def set_layout(self, layout: Layout) -> None:
        """Divide the wall anew. Cameras keep their tile numbers where these exist; the others take empty tiles
        in order, and those without room wait for a larger layout."""
        count = layout.tile_count
        homeless = [content for content in self._contents[count:] if content is not None]
        self._layout = layout
        self._place(self._contents[:count], [*homeless, *self._waiting], self._choices[:count])
        self._after_layout()

    def plan(self) -> WallPlan:
        """The wall at rest, to be kept."""
        return WallPlan(self._layout, (*self._contents, *self._waiting))

    def restore(self, plan: WallPlan) -> None:
        """Show a kept wall."""
        count = plan.layout.tile_count
        self._layout = plan.layout
        rest = [content for content in plan.contents[count:] if content is not None]
        self._place([*plan.contents[:count]], rest)
        self._after_layout()

    @property
    def standing(self) -> Standing:
        """The wall as it is, with what `plan` leaves out: what is selected, enlarged and waiting."""
        contents, choices = tuple(self._contents), tuple(self._choices)
        return Standing(self._layout, contents, tuple(self._waiting), choices, self._selected, self._enlarged)

    def go_back(self, to: Standing) -> None:
        """Be exactly as it was."""
        self._layout = to.layout
        self._contents, self._waiting, self._choices = list(to.contents), list(to.waiting), list(to.choices)
        self._selected, self._enlarged = to.selected, to.enlarged
        self._tell(Change.LAYOUT)

    def save(self, number: LayoutNumber, name: str = "") -> None:
        """Keep the wall under a number.

        Raises:
          BadInput: the number is not between 1 and 999, or this wall has no store.
        """
        plan = self.plan()
        self._kept().save(SavedLayout(number, name, plan.version, wall.to_text(plan)))
        self._tell(Change.SAVED)

    def recall(self, number: LayoutNumber) -> None:
        """Show the wall kept under a number.

        Raises:
          NotFound: there is none; the wall stays as it is.
          BadInput: what is kept cannot be read; the wall stays as it is.
        """
        self.restore(wall.from_text(self._kept().load(number).body))

    def forget(self, number: LayoutNumber) -> None:
        """Delete the wall kept under a number; what is on the wall now stays.

        Raises:
          NotFound: there is none.
        """
        if not self._kept().delete(number):
            raise NotFound(f"there is no layout {number}; nothing was deleted")
        self._tell(Change.SAVED)

    def saved(self) -> Sequence[SavedLayout]:
        """The walls kept, by number; none where this wall has no store."""
        return () if self._store is None else self._store.list()

    # What the decoders shall make

    def set_levels(self, levels: Mapping[CameraNumber, Level]) -> None:
        """How much of each camera may be asked for now; one that is not named follows the register."""
        self._levels = dict(levels)

    def level(self, camera: Camera) -> Level:
        """How much of this camera may be asked for now."""
        return self._levels.get(camera.number) or static_level(camera.sensitivity)

    def views(self, sizes: Mapping[TileId, tuple[int, int]], cameras: Mapping[CameraNumber, Camera]) -> list[View]:
        """One view for each tile with a known camera; call it again a few times a second.

        Args:
          sizes: width and height of the tiles' picture areas, device pixels; a tile not in it gets no view.
          cameras: the register. A camera not in it, or without any stream, gets no view.
        """
        now_mono_s = self._clock.mono_s()
        views = []
        for tile, content in enumerate(self._contents):
            if not isinstance(content, TileContent):
                continue
            size, camera = sizes.get(TileId(tile)), cameras.get(content.camera)
            if size is None or camera is None or not camera.streams:
                continue
            level = self.level(camera)
            height_px = effective_height_px(size[1], content.crop)
            if level is not Level.CLEAR:
                height_px = min(height_px, MOSAIC_CELLS_LONG_SIDE)  # so few cells need no main stream
            choice = choose(
                self._choices[tile], height_px, streams=camera.streams, pin=content.pin, now_mono_s=now_mono_s
            )
            self._choices[tile] = choice
            views.append(
                View(TileId(tile), content.camera, choice.stream, max(1, size[0]), max(1, size[1]), level, content.crop)
            )
        return views

    # Inside

    def _checked(self, tile: int) -> int:
        if not 0 <= tile < len(self._contents):
            raise NotFound(f"there is no tile {tile + 1}; this layout has {len(self._contents)}")
        return tile

    def _put(self, tile: int, content: OnTile | None) -> None:
        self._contents[tile] = content
        self._choices[tile] = None

    def _crop(self, tile: TileId, crop: Crop) -> None:
        content = self.content(tile)
        if content is not None and content.crop != crop:
            self._contents[tile] = replace(content, crop=crop)
            self._tell(Change.ZOOM)

    def _select(self, tile: int) -> None:
        if tile == self._selected:
            return
        self._selected = TileId(tile)
        if self._enlarged is not None and self._contents[tile] is not None:
            self._enlarged = TileId(tile)
            self._tell(Change.ENLARGED)
        self._tell(Change.SELECTION)

    def _place(
        self,
        contents: Sequence[OnTile | None],
        homeless: Sequence[OnTile],
        choices: list[StreamChoice | None] | None = None,
    ) -> None:
        """Fill the layout's tiles with `contents`, then its empty ones with `homeless`; the rest waits."""
        count = self._layout.tile_count
        placed: list[OnTile | None] = [*contents, *[None] * (count - len(contents))]
        waiting = iter(homeless)
        for tile, content in enumerate(placed):
            if content is None:
                placed[tile] = next(waiting, None)
        self._contents = placed
        self._waiting = list(waiting)
        kept = choices or []
        self._choices = [*kept, *[None] * (count - len(kept))]

    def _after_layout(self) -> None:
        self._selected = TileId(min(self._selected, self._layout.tile_count - 1))
        self._enlarged = None
        self._tell(Change.LAYOUT)

    def _kept(self) -> LayoutStore:
        if self._store is None:
            raise BadInput("this wall has no place to keep layouts; start it with a profile")
        return self._store

    def _tell(self, change: Change) -> None:
        for listener in list(self._listeners):
            listener(change)
