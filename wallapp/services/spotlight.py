"""The spotlight: the cameras around a place on the wall at once, and the wall exactly as it was again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wallapp.base.errors import NotFound
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Camera
from wallapp.domain.incident import CameraRole, Incident
from wallapp.domain.layout import smallest_preset
from wallapp.domain.place import Place
from wallapp.domain.sight import Gaze, camera_place
from wallapp.domain.spotlight import Barrier, Candidate, Ranked, rank
from wallapp.domain.view import Level
from wallapp.domain.wall import TileContent
from wallapp.services.wall_session import Standing, WallSession

NEAREST: Final = 8
_KEPT: Final = 16
"""So many walls are remembered; the oldest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a spotlight is to show.

    Attributes:
      place: None where nobody knows it: then there are only its own cameras.
      first: cameras that show it, the best first; they stand before those that are found around it.
    """

    place: Place | None
    first: tuple[CameraNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Lit:
    """What stands on the wall.

    Attributes:
      cameras: tile by tile.
      ranked: those that were found around the place, with what placed them.
      locked: those that are not shown clear.
    """

    cameras: tuple[CameraNumber, ...]
    ranked: tuple[Ranked, ...]
    locked: tuple[CameraNumber, ...]


class Spotlight:
    """One thread: the GUI's.

    Args:
      cameras: those that the person may know of, and no others.
      is_online: whether a camera's picture is live, or can be.
      gaze_of: where a camera looks now, for those that tell.
      barriers: walls that nobody sees through.
    """

    def __init__(
        self,
        session: WallSession,
        *,
        cameras: Mapping[CameraNumber, Camera],
        is_online: Callable[[CameraNumber], bool],
        gaze_of: Callable[[CameraNumber], Gaze | None] = lambda number: None,
        barriers: Sequence[Barrier] = (),
    ) -> None:
        self.gaze_of = gaze_of
        self._session = session
        self._cameras = cameras
        self._is_online = is_online
        self._barriers = tuple(barriers)
        self._before: list[Standing] = []

    def around_camera(self, number: CameraNumber) -> Around:
        """Itself, and what is around where it stands."""
        camera = self._cameras.get(number)
        return Around(None if camera is None else camera_place(camera), (number,) if camera is not None else ())

    def around_incident(self, incident: Incident) -> Around:
        """The cameras that show it now, the primary first, and what is around its place.

        Args:
          incident: as the person may see it.
        """
        links = [link for link in incident.linked_cameras if link.until_at is None and link.camera in self._cameras]
        links.sort(key=lambda link: (link.role is not CameraRole.PRIMARY, link.since_at))
        first = tuple(dict.fromkeys(link.camera for link in links))
        places = (camera_place(self._cameras[number]) for number in first)
        place = incident.place or next((place for place in places if place is not None), None)
        return Around(place, first)

    def ranked(self, place: Place) -> tuple[Ranked, ...]:
        """All cameras worth bringing up around a place, best first."""
        candidates = [self._candidate(camera) for camera in self._cameras.values()]
        return rank(candidates, place, barriers=self._barriers)

    def shine(self, around: Around, *, count: int = NEAREST) -> Lit:
        """Put the cameras on the wall, on the smallest grid that holds them.

        Args:
          count: how many at most besides the first of its own.

        Raises:
          NotFound: there is no such camera, and nobody knows where one might be; the wall stays as it is.
        """
        found = () if around.place is None else self.ranked(around.place)
        own = around.first[: count + 1]
        others = [each for each in found if each.candidate.camera.number not in own]
        room = count + 1 - len(own) if own else count
        chosen = (*own, *(each.candidate.camera.number for each in others[:room]))
        if not chosen or (around.place is None and len(chosen) == 1):
            raise NotFound("nobody knows which cameras are near; let an administrator complete the cameras' places")
        self._show(chosen)
        return Lit(chosen, found, self.locked(chosen))

    def locked(self, numbers: Sequence[CameraNumber]) -> tuple[CameraNumber, ...]:
        """Those of them that are not shown clear now."""
        cameras = (self._cameras[number] for number in numbers if number in self._cameras)
        return tuple(camera.number for camera in cameras if self._session.level(camera) is not Level.CLEAR)

    @property
    def can_undo(self) -> bool:
        """Whether there is a wall to go back to."""
        return bool(self._before)

    def undo(self) -> bool:
        """The wall as it was before the last spotlight: layout, cameras, crops, streams, selection, what was enlarged.

        Returns:
          False where there is none.
        """
        if not self._before:
            return False
        self._session.go_back(self._before.pop())
        return True

    def _show(self, numbers: Sequence[CameraNumber]) -> None:
        layout = smallest_preset(len(numbers))
        contents: list[TileContent | None] = [TileContent(number) for number in numbers[: layout.tile_count]]
        empty = layout.tile_count - len(contents)
        self._before.append(self._session.standing)
        del self._before[:-_KEPT]
        self._session.go_back(
            Standing(
                layout,
                (*contents, *[None] * empty),
                waiting=(),
                choices=(None,) * layout.tile_count,
                selected=TileId(0),
                enlarged=None,
            )
        )

    def _candidate(self, camera: Camera) -> Candidate:
        return Candidate(
            camera,
            online=bool(camera.streams) and self._is_online(camera.number),
            permitted=self._session.level(camera) is Level.CLEAR,
            gaze=self.gaze_of(camera.number),
        )
