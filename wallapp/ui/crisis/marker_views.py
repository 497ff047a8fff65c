"""Holds the views of pictures in which markers were put, and stores their signatures with the markers.

A signature comes later than its marker, sometimes after the person who placed it has left: whoever sits at this
station next, and may, stores it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject

from wallapp.base.errors import WallError
from wallapp.base.ids import MarkerId
from wallapp.domain.ground_points import Spot
from wallapp.domain.marker import Anchor, ImageAnchor, Marker, ViewSignature, is_open
from wallapp.domain.permissions import Verb
from wallapp.domain.view import Level, static_level
from wallapp.services.actor import Actor
from wallapp.services.shared_done import Done
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.wall.overlay import TileSpot

_USUAL_ASPECT = 16 / 9


@dataclass(frozen=True, slots=True)
class _Move:
    """A marker on its way: where it is wanted, and who holds that view meanwhile."""

    holder: str
    anchor: Anchor


class MarkerViews(QObject):
    """GUI thread; one of them at a time, which is the session's."""

    def __init__(self, board: SituationBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._views = board.rooms.views
        self._anchors: dict[MarkerId, Anchor] = {}
        self._moves: dict[MarkerId, _Move] = {}
        self._sending: set[MarkerId] = set()
        self._aspects: dict[int, float] = {}
        self._heard = self._stored
        self._views.on_stored = self._heard
        board.changed.connect(self._follow)

    def stop(self) -> None:
        """The session ends; what it holds goes on being held."""
        if self._views.on_stored == self._heard:
            self._views.on_stored = _nobody
        for move in self._moves.values():
            self._views.release(move.holder)
        self._moves.clear()

    def hold(self, holder: str, spot: TileSpot, *, source_px: tuple[int, int]) -> Spot | None:
        """Hold the view that the picture shows now.

        Args:
          source_px: the picture's size; (0, 0) where it is not known.

        Returns:
          The spot to store; None where nothing of a picture was pointed at.

        Raises:
          RuleBroken: too many views of this camera hold marks.
        """
        if spot.at is None:
            return None
        width_px, height_px = source_px
        self._aspects[spot.camera] = width_px / height_px if width_px > 0 and height_px > 0 else _USUAL_ASPECT
        return self._views.hold(holder, spot.camera, spot.at)

    def release(self, holder: str) -> None:
        """Nothing was put there after all."""
        self._views.release(holder)

    def signed(self, anchor: Anchor, holder: str) -> Anchor:
        """The anchor with what is known of its view by now."""
        if not isinstance(anchor, ImageAnchor):
            return anchor
        return replace(anchor, signature=self._signature(anchor, self._views.signature_of(holder)))

    def moving(self, marker: MarkerId, holder: str, anchor: Anchor) -> None:
        """The marker is being put anew: once the store says so, it is found in the holder's view."""
        before = self._moves.pop(marker, None)
        if before is not None:
            self._views.release(before.holder)
        self._moves[marker] = _Move(holder, anchor)

    def not_moved(self, marker: MarkerId) -> None:
        """It stays where it was."""
        move = self._moves.pop(marker, None)
        if move is not None:
            self._views.release(move.holder)

    # Inside

    def _stored(self, _holder: str, _signature: bytes) -> None:
        self._send()

    def _follow(self) -> None:
        """Another reading: what others put anew is not looked for where it was, what we put anew is where it is."""
        before, self._anchors = self._anchors, {}
        for view in self._board.situation.markers:
            marker = view.marker
            self._anchors[marker.id] = marker.anchor
            move = self._moves.get(marker.id)
            if move is not None and _is_same_spot(move.anchor, marker.anchor):
                del self._moves[marker.id]
                self._views.pass_on(move.holder, str(marker.id))
            elif marker.id in before and not _is_same_spot(before[marker.id], marker.anchor):
                self._sending.discard(marker.id)
                if self._views.signature_of(str(marker.id)) != _thumbnail(marker.anchor):
                    self._views.release(str(marker.id))  # unsure, until the next reading finds it by its signature
        self._send()

    def _send(self) -> None:
        """Store the signatures that came meanwhile."""
        if not self._board.rooms.may(Verb.WORK_ON_INCIDENTS):
            return
        for view in self._board.situation.markers:
            marker, anchor = view.marker, view.marker.anchor
            if not isinstance(anchor, ImageAnchor) or not is_open(marker) or _has_signature(anchor):
                self._sending.discard(marker.id)
                continue
            signature = self._views.signature_of(str(marker.id))
            if signature and marker.id not in self._sending and marker.id not in self._moves:
                self._put(marker, replace(anchor, signature=self._signature(anchor, signature)))

    def _put(self, marker: Marker, anchor: ImageAnchor) -> None:
        markers = self._board.rooms.desks.markers
        camera = self._board.rooms.cameras.get(anchor.camera)
        if camera is None or static_level(camera.sensitivity) is not Level.CLEAR:
            return  # nothing of a picture that not everybody may see is stored
        self._sending.add(marker.id)

        def work(actor: Actor) -> Done[Marker]:
            return markers.put(actor, marker.id, anchor, place=marker.place, is_clear=True)

        self._board.act(work, failed=partial(self._not_sent, marker.id))

    def _not_sent(self, marker: MarkerId, _error: WallError) -> None:
        """It is tried again with the next reading that differs; a marker without it is drawn all the same."""
        self._sending.discard(marker)

    def _signature(self, anchor: ImageAnchor, thumbnail: bytes) -> ViewSignature:
        if anchor.signature is not None:
            return replace(anchor.signature, thumbnail=thumbnail)
        aspect = self._aspects.get(anchor.camera, _USUAL_ASPECT)
        return ViewSignature(aspect, self._board.rooms.clock.now_at(), thumbnail=thumbnail)


def _nobody(_holder: str, _signature: bytes) -> None:
    """Nobody sits here."""


def _has_signature(anchor: ImageAnchor) -> bool:
    return anchor.signature is not None and bool(anchor.signature.thumbnail)


def _thumbnail(anchor: Anchor) -> bytes | None:
    """What is stored of its view; None where that is nothing."""
    return anchor.signature.thumbnail if isinstance(anchor, ImageAnchor) and anchor.signature else None


def _is_same_spot(one: Anchor, other: Anchor) -> bool:
    """Whether the two differ by a signature at most."""
    if isinstance(one, ImageAnchor) and isinstance(other, ImageAnchor):
        return (one.camera, one.u, one.v) == (other.camera, other.u, other.v)
    return one == other
