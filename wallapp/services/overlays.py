"""What lies over each camera's picture now: kept per camera, and made anew only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.layer import CrisisLayer
from wallapp.domain.marker import ImageAnchor, Marker
from wallapp.domain.overlay import NOTHING, Memo, Outlook, Overlay, marks_of, with_layers
from wallapp.domain.sight import Gaze
from wallapp.domain.view_state import Shift, ViewState
from wallapp.services.calibrations import Calibrations
from wallapp.services.picture_views import PictureViews

_WORK_S: Final = 0.004
"""Of one look; the rest of a frame is for the pictures."""
_AGES_EVERY_S: Final = 1.0
"""How soon a marker whose time is over is dimmed."""


class OverlaySource(Protocol):
    """What the services of markers and layers supply. One thread: the GUI's."""

    def markers(self) -> Sequence[Marker]:
        """Those that the person at this station may see, whatever their state."""
        ...

    def layers(self) -> Sequence[CrisisLayer]:
        """Those that are visible to the person now, at this level and time. The same tuple while nothing changed."""
        ...

    def subscribe_overlay(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Be told when either is another one now. Returns what ends it."""
        ...


class Overlays:
    """One thread: the GUI's.

    Attributes:
      gaze_of: where a camera looks now, for those that tell; None for the others.
    """

    def __init__(
        self,
        source: OverlaySource,
        views: PictureViews,
        calibrations: Calibrations,
        *,
        cameras: Mapping[CameraNumber, Camera],
        clock: Clock,
    ) -> None:
        """Args: cameras: those that the person may know of, and no others."""
        self.gaze_of: Callable[[CameraNumber], Gaze | None] = lambda number: None
        self._source = source
        self._views = views
        self._calibrations = calibrations
        self._cameras = cameras
        self._clock = clock
        self._made: dict[CameraNumber, Overlay] = {}
        self._memos: dict[CameraNumber, tuple[Outlook, Memo]] = {}
        self._layers: Sequence[CrisisLayer] = ()
        self._drawn: dict[CameraNumber, tuple[Outlook, Overlay]] = {}
        self._aged_mono_s = 0.0
        self._stale: set[CameraNumber] = set()
        self._turning: set[CameraNumber] = set()
        self._gazes: dict[CameraNumber, Gaze | None] = {}
        self._ends = [source.subscribe_overlay(self._all_changed), calibrations.subscribe(self._one_changed)]
        if source.markers():  # before the first reading there is nothing to follow, and nothing to let go of
            self._follow()

    def of(self, number: CameraNumber) -> Overlay:
        """Everything over this camera's picture; nothing over one that the person may not know of, and nothing yet
        over one that is asked for the first time: the next look makes it."""
        if number not in self._made:
            self._made[number] = NOTHING
            self._stale.add(number)
            camera = self._cameras.get(number)
            if camera is not None and camera.kind is CameraKind.PTZ:
                self._turning.add(number)
                self._gazes[number] = None
        return self._made[number]

    def look(self) -> frozenset[CameraNumber]:
        """Take in what changed; cheap where nothing did. What a camera's movement changed is taken at once, all else
        within a part of a frame, the rest at the next look.

        Returns:
          The cameras whose overlay is another one now.
        """
        changed = {number for number in self._views.look() if number in self._made and self._make_anew(number)}
        self._stale.update(number for number in self._turning if self.gaze_of(number) != self._gazes[number])
        now_mono_s = self._clock.mono_s()
        if now_mono_s - self._aged_mono_s >= _AGES_EVERY_S:
            self._aged_mono_s = now_mono_s
            if any(marker.stale_at is not None for marker in self._source.markers()):
                self._stale.update(self._made)
        while self._stale:
            number = self._stale.pop()
            if number in self._made and self._make_anew(number):
                changed.add(number)
            if self._clock.mono_s() - now_mono_s > _WORK_S:
                break
        return frozenset(changed)

    def outlook(self, number: CameraNumber) -> Outlook | None:
        """What is known of a camera's picture; None for one that the person may not know of."""
        camera = self._cameras.get(number)
        if camera is None:
            return None
        return Outlook(camera, self._calibrations.of(camera), self.gaze_of(number), self._views.has_left(number))

    def close(self) -> None:
        """Hear nothing any more."""
        for end in self._ends:
            end()

    def _all_changed(self) -> None:
        self._follow()
        self._stale.update(self._made)

    def _one_changed(self, number: CameraNumber) -> None:
        self._stale.add(number)

    def _follow(self) -> None:
        """Look out for the views of the stored markers."""
        anchored = {}
        for marker in self._source.markers():
            anchor = marker.anchor
            if isinstance(anchor, ImageAnchor) and anchor.camera in self._cameras:
                look = b"" if anchor.signature is None else anchor.signature.thumbnail
                anchored[str(marker.id)] = (anchor.camera, look)
        self._views.follow(anchored)

    def _make_anew(self, number: CameraNumber) -> bool:
        """Returns whether it is another one now."""
        self._stale.discard(number)
        made = self._make(number)
        changed = made != self._made[number]
        self._made[number] = made
        return changed

    def _make(self, number: CameraNumber) -> Overlay:
        outlook = self.outlook(number)
        if outlook is None:
            return NOTHING
        if number in self._turning:
            self._gazes[number] = outlook.gaze
        kept = self._memos.get(number)
        if kept is None or kept[0] != outlook:
            kept = self._memos[number] = outlook, {}
        marks = marks_of(
            outlook,
            self._source.markers(),
            known=self._cameras.keys(),
            view_of=self._view_of,
            now_at=self._clock.now_at(),
            memo=kept[1],
        )
        return replace(self._shapes(outlook), marks=marks)

    def _shapes(self, outlook: Outlook) -> Overlay:
        """Those of the layers; worked out once for as long as layers, calibration and gaze stay."""
        layers = self._source.layers()
        if layers is not self._layers:
            self._layers = layers
            self._drawn.clear()
        number = outlook.camera.number
        before = self._drawn.get(number)
        if before is None or before[0] != outlook:
            before = self._drawn[number] = outlook, with_layers(NOTHING, outlook, layers)
        return before[1]

    def _view_of(self, marker: Marker) -> tuple[ViewState, Shift]:
        holder = str(marker.id)
        return self._views.state_of(holder), self._views.shift_of(holder)
