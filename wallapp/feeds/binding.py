"""A tile and what brings its pictures: make before break."""

from __future__ import annotations

from dataclasses import dataclass

from wallapp.domain.view import Crop, Level, View
from wallapp.feeds.child import Child
from wallapp.feeds.feed import Feed
from wallapp.frames.control import Output
from wallapp.frames.slot import SlotReader


@dataclass(slots=True, eq=False)
class Tap:
    """One output of one feed, drawn by one tile. `child` and `reader` are None until the feed has a decoder."""

    feed: Feed
    size_px: tuple[int, int]
    level: Level
    crop: Crop
    child: Child | None = None
    reader: SlotReader | None = None

    @property
    def has_picture(self) -> bool:
        """Whether anything was written yet."""
        return self.reader is not None and self.reader.sequence > 0

    def fits(self, view: View) -> bool:
        """Whether it serves this view, its crop apart."""
        return (
            self.feed.key == (view.camera, view.stream)
            and self.size_px == (view.width_px, view.height_px)
            and self.level is view.level
        )

    def output(self) -> Output | None:
        """As ordered from the decoder; None while there is no slot."""
        return None if self.reader is None else Output(self.reader.place, self.level, self.crop)


@dataclass(slots=True, eq=False)
class Binding:
    """What a tile shows now and, while a better one is being fetched, what it will show next.

    `ghost` is the last picture of a decoder that is gone; it ages on the tile until there is a new one.
    """

    current: Tap
    pending: Tap | None = None
    ghost: SlotReader | None = None
    ghost_is_leased: bool = False

    @property
    def reader(self) -> SlotReader | None:
        """Where the tile is to look; None before there is anything."""
        return self.current.reader if self.current.has_picture or self.ghost is None else self.ghost

    def want(self, tap: Tap) -> list[Tap]:
        """Aim at `tap`; returns the taps to be closed at once.

        The old picture stays until the new one is there, if it is of the same camera and level: a change of
        level takes effect now, in either direction.
        """
        dropped = [self.pending] if self.pending else []
        self.pending = None
        same = self.current.feed.camera.number == tap.feed.camera.number and self.current.level is tap.level
        if same and self.current.has_picture:
            self.pending = tap
            return dropped
        dropped.append(self.current)
        self.current = tap
        if not same:
            self.ghost = None
        return dropped

    def promote(self) -> Tap | None:
        """Switch over where the pending tap has its first picture; returns the tap to be closed, if any."""
        if self.current.has_picture:
            self.ghost = None
        if self.pending is None or not self.pending.has_picture:
            return None
        old, self.current, self.pending = self.current, self.pending, None
        return old

    def orphan(self, child: Child) -> None:
        """Forget the slots of a child that is gone or left, but for the picture on the tile."""
        if self.current.child is child and self.current.has_picture:
            self.ghost, self.ghost_is_leased = self.current.reader, self.current.feed.grant is not None
        for tap in self.taps():
            if tap.child is child:
                tap.child = tap.reader = None

    def taps(self) -> list[Tap]:
        """Both or one."""
        return [self.current] if self.pending is None else [self.current, self.pending]
