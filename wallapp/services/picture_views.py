"""Which views of the cameras' pictures hold marks, and whether each camera still shows them: the console's side.

What holds a view is named by its holder: a marker's id, or whatever else hangs on pixels. One of these lives as long
as the decoders do, longer than anybody's session.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import CameraNumber
from wallapp.domain.ground_points import Spot
from wallapp.domain.view_state import (
    NO_SHIFT,
    VIEWS_MOST,
    MoveGuard,
    Shift,
    ViewId,
    ViewReport,
    ViewState,
)


@dataclass(frozen=True, slots=True)
class ViewTold:
    """A decoder says how a camera's picture lies to a view."""

    camera: CameraNumber
    report: ViewReport


@dataclass(frozen=True, slots=True)
class ViewStored:
    """A view's signature, of a camera that anybody may see clear; may be stored with what is marked there."""

    camera: CameraNumber
    view: ViewId
    signature: bytes


@dataclass(frozen=True, slots=True)
class ViewsGone:
    """The decoder that knew this camera's views is gone: nothing is vouched for."""

    camera: CameraNumber


ViewNews = ViewTold | ViewStored | ViewsGone


class ViewPort(Protocol):
    """Whoever brings the pictures; `feeds.Pool` fulfils it. All calls return at once."""

    def remember_view(self, camera: CameraNumber, view: ViewId) -> None:
        """Remember the camera's next picture as this view."""
        ...

    def restore_view(self, camera: CameraNumber, view: ViewId, signature: bytes) -> None:
        """Look out for a view whose signature was stored."""
        ...

    def forget_view(self, camera: CameraNumber, view: ViewId) -> None:
        """Nothing is marked in this view any more."""
        ...

    def camera_moved(self, camera: CameraNumber, revision: int, *, going_on: bool) -> None:
        """We move the camera now."""
        ...

    def view_news(self) -> list[ViewNews]:
        """What came since the last call, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class _Hold:
    camera: CameraNumber
    view: ViewId


class PictureViews:
    """One thread: the GUI's.

    Attributes:
      on_stored: told a holder and the signature to store with it, in the anchor's `ViewSignature.thumbnail`.
    """

    def __init__(self, port: ViewPort) -> None:
        self.on_stored: Callable[[str, bytes], None] = lambda holder, signature: None
        self._port = port
        self._numbers = itertools.count(1)
        self._guards: dict[CameraNumber, MoveGuard] = {}
        self._holds: dict[str, _Hold] = {}
        self._signatures: dict[ViewId, bytes] = {}
        self._followed: set[str] = set()
        self._touched: set[CameraNumber] = set()

    def hold(self, holder: str, camera: CameraNumber, spot: Spot) -> Spot:
        """Somebody marks a spot of what the camera shows now.

        Returns:
          The spot to store: as it lies in the view that the camera stands in, which may be an earlier mark's.

        Raises:
          RuleBroken: too many views of this camera hold marks.
        """
        self.release(holder)
        guard = self._guard(camera)
        view = guard.standing()
        if view is None:
            view = self._new_view(camera)
            self._port.remember_view(camera, view)
        self._holds[holder] = _Hold(camera, view)
        self._touched.add(camera)
        if view in self._signatures:
            self.on_stored(holder, self._signatures[view])
        shift = guard.shift_of(view)
        return _within(spot[0] - shift.dx), _within(spot[1] - shift.dy)

    def follow(self, stored: Mapping[str, tuple[CameraNumber, bytes]]) -> None:
        """Make these the stored holders: those not known yet are looked out for, those of an earlier call that are
        not among them are released.

        Args:
          stored: camera and signature by holder; an empty signature is of a view that only its own station knows.
        """
        for holder in self._followed - stored.keys():
            self.release(holder)
        for holder in stored.keys() & self._holds.keys():
            if self._is_put_elsewhere(holder, *stored[holder]):
                self.release(holder)
        for holder in stored.keys() - self._holds.keys():
            camera, signature = stored[holder]
            if signature:
                self._restore(holder, camera, signature)
        self._followed = set(stored)

    def release(self, holder: str) -> None:
        """It holds its view no longer. An unknown one is no error."""
        hold = self._holds.pop(holder, None)
        if hold is not None:
            self._touched.add(hold.camera)
        if hold is not None and hold not in self._holds.values():
            self._signatures.pop(hold.view, None)
            self._port.forget_view(hold.camera, hold.view)

    def signature_of(self, holder: str) -> bytes:
        """Of the view that it holds; empty where none is known, or none may be stored."""
        hold = self._holds.get(holder)
        return b"" if hold is None else self._signatures.get(hold.view, b"")

    def pass_on(self, holder: str, to: str) -> None:
        """Another holder takes over what this one holds, in place of what it held itself. An unknown one passes on
        nothing."""
        hold = self._holds.get(holder)
        if hold is not None:
            self.release(to)
            self._holds[to] = hold
            self.release(holder)

    def commanded(self, camera: CameraNumber, *, going_on: bool = False) -> None:
        """We are about to move this camera: call it before the command is sent.

        Args:
          going_on: it moves until the next command.
        """
        self._port.camera_moved(camera, self._guard(camera).commanded(), going_on=going_on)
        self._touched.add(camera)

    def look(self) -> frozenset[CameraNumber]:
        """Take in what the decoders said.

        Returns:
          The cameras of which something changed, our own moves of them included.
        """
        changed, self._touched = self._touched, set()
        for news in self._port.view_news():
            if isinstance(news, ViewStored):
                self._keep(news)
                continue
            if isinstance(news, ViewsGone):
                self._guard(news.camera).lost()
            elif not self._guard(news.camera).heard(news.report):
                continue
            changed.add(news.camera)
        return frozenset(changed)

    def state_of(self, holder: str) -> ViewState:
        """What may be drawn at its spot; UNSURE for one that holds no view."""
        hold = self._holds.get(holder)
        return ViewState.UNSURE if hold is None else self._guard(hold.camera).state_of(hold.view)

    def shift_of(self, holder: str) -> Shift:
        """What to add to its spot."""
        hold = self._holds.get(holder)
        return NO_SHIFT if hold is None else self._guard(hold.camera).shift_of(hold.view)

    def has_left(self, camera: CameraNumber) -> bool:
        """Whether the camera is known to look elsewhere than in every view that is known of it."""
        states = {self.state_of(holder) for holder, hold in self._holds.items() if hold.camera == camera}
        return ViewState.MOVED in states and ViewState.SAME not in states

    def _is_put_elsewhere(self, holder: str, camera: CameraNumber, signature: bytes) -> bool:
        """Whether somebody put it into another view than the one that is held for it here."""
        hold = self._holds[holder]
        return hold.camera != camera or (bool(signature) and self._signatures.get(hold.view, signature) != signature)

    def _restore(self, holder: str, camera: CameraNumber, signature: bytes) -> None:
        for other, hold in self._holds.items():
            if hold.camera == camera and self._signatures.get(hold.view) == signature and other != holder:
                self._holds[holder] = hold
                return
        try:
            view = self._new_view(camera)
        except RuleBroken:
            return  # it stays unsure, which is what is drawn
        self._signatures[view] = signature
        self._holds[holder] = _Hold(camera, view)
        self._port.restore_view(camera, view, signature)

    def _keep(self, news: ViewStored) -> None:
        holders = self._holders(_Hold(news.camera, news.view))
        if holders:
            self._signatures[news.view] = news.signature
        for holder in holders:
            self.on_stored(holder, news.signature)

    def _holders(self, hold: _Hold) -> list[str]:
        return [holder for holder, held in self._holds.items() if held == hold]

    def _new_view(self, camera: CameraNumber) -> ViewId:
        if len({hold.view for hold in _of(self._holds.values(), camera)}) >= VIEWS_MOST:
            raise RuleBroken(f"{VIEWS_MOST} views of camera {camera} hold markers already; resolve some of them first")
        return ViewId(next(self._numbers))

    def _guard(self, camera: CameraNumber) -> MoveGuard:
        return self._guards.setdefault(camera, MoveGuard())


def _of(holds: Iterable[_Hold], camera: CameraNumber) -> list[_Hold]:
    return [hold for hold in holds if hold.camera == camera]


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
