"""What one camera of the city sees, frame by frame."""

from __future__ import annotations

from collections.abc import Iterator

from wallapp.domain.camera import CameraKind
from wallapp.simulation.city import Viewpoint
from wallapp.simulation.loop import FRAMES, MAIN_PX
from wallapp.simulation.scenes import rooms
from wallapp.simulation.scenes.backdrop import outdoor_backdrop
from wallapp.simulation.scenes.caption import Caption, Grain
from wallapp.simulation.scenes.cast import Cast, town_cast
from wallapp.simulation.scenes.drawing import Image
from wallapp.simulation.scenes.lens import Fisheye, Lens, Pinhole, pinhole
from wallapp.simulation.scenes.stage import Stage


def lens_of(view: Viewpoint, size_px: tuple[int, int] = MAIN_PX) -> Lens:
    """The lens of a camera of the city."""
    position = (view.x_m, view.y_m, view.height_m)
    if view.kind is CameraKind.FISHEYE:
        return Fisheye(position, view.azimuth_deg, size_px[1] / 2 - 2, *size_px)
    return pinhole(
        position, azimuth_deg=view.azimuth_deg, tilt_deg=view.tilt_deg, hfov_deg=view.hfov_deg, size_px=size_px
    )


def stage_of(view: Viewpoint, lens: Lens, cast: Cast | None = None) -> Stage:
    """The stage of a camera, with the cast of its place unless given."""
    if view.room:
        room = rooms.load_room(view.room)
        drawn = (
            rooms.fisheye_backdrop(lens, room) if isinstance(lens, Fisheye) else rooms.room_backdrop(_flat(lens), room)
        )
        return Stage(lens, drawn, cast or room.cast())
    return Stage(lens, outdoor_backdrop(_flat(lens), night=view.night), cast or town_cast())


def _flat(lens: Lens) -> Pinhole:
    assert isinstance(lens, Pinhole)
    return lens


class Scene:
    """One camera's picture of the city. Made once, then drawn for any frame of the loop. One thread."""

    def __init__(self, view: Viewpoint) -> None:
        self._stage = stage_of(view, lens_of(view))
        self._grain = Grain(MAIN_PX, strength=2.6 if view.night else 1.5, seed=int(view.number))
        self._caption = Caption(view.name, MAIN_PX)

    def frame(self, index: int) -> Image:
        """Frame `index` of the loop: BGR, (360, 640, 3), the caller's own."""
        image = self._stage.draw(index % FRAMES)
        self._grain.add(image, index)
        self._caption.burn(image, index)
        return image

    def frames(self) -> Iterator[Image]:
        """The whole loop."""
        for index in range(FRAMES):
            yield self.frame(index)
