"""The PTZ as a live source for the RTSP server: it draws where it looks now, and encodes at once."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import av
import cv2
import numpy as np
from av.video.codeccontext import VideoCodecContext

from wallapp.domain.sight import Gaze
from wallapp.simulation.city import Viewpoint
from wallapp.simulation.loop import MAIN_PX, PTZ_SCENE_PX, RATE_HZ
from wallapp.simulation.ptz import Aim, Ptz, tour, window
from wallapp.simulation.rtsp_media import Codec, CodedPicture
from wallapp.simulation.scenes.large_scene import LargeScene
from wallapp.simulation.scenes.lens import pinhole

_KEY_EVERY_S = 1.0
_OPTIONS = {"preset": "superfast", "tune": "zerolatency", "crf": "26", "maxrate": "1500k", "bufsize": "750k"}


class PtzSource:
    """A LiveSource. `next_picture` from one thread; `ptz` may be moved from any.

    The large scene is drawn with the first picture, which takes some seconds.

    Args:
      every: only each so many of the city's frames a second is drawn and sent.
      told: told each aim that differs from the last, by the thread that draws.
    """

    def __init__(
        self,
        view: Viewpoint,
        ptz: Ptz | None = None,
        *,
        every: int = 1,
        told: Callable[[Aim], None] = lambda aim: None,
    ) -> None:
        self.ptz = ptz or Ptz(view.hfov_deg, tour(0.0))
        self._view = view
        self._every = every
        self._told = told
        self._told_aim: Aim | None = None
        self._scene: LargeScene | None = None
        self._encoder = _encoder(every)
        self._count = 0

    @property
    def codec(self) -> Codec:
        return Codec.H264

    @property
    def width_px(self) -> int:
        return MAIN_PX[0]

    @property
    def height_px(self) -> int:
        return MAIN_PX[1]

    @property
    def fps(self) -> float:
        return RATE_HZ / self._every

    def next_picture(self) -> CodedPicture:
        """Let one frame's time pass, draw, encode."""
        aim: Aim = self.ptz.step(self._every / RATE_HZ) if self._count else self.ptz.aim
        if aim != self._told_aim:
            self._told_aim = aim
            self._told(aim)
        scene = self._scene = self._scene or LargeScene(self._view)
        image = scene.draw(aim, self._count * self._every)
        planes = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2YUV_I420), np.uint8)
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        frame.pts = self._count
        self._count += 1
        packets = self._encoder.encode(frame)
        return CodedPicture(
            b"".join(bytes(packet) for packet in packets), any(packet.is_keyframe for packet in packets)
        )


def gaze_at(view: Viewpoint, aim: Aim) -> Gaze:
    """Where a PTZ looks with this aim: the bearing of its picture's middle, and the angle that its width spans.

    The window is a part of one large flat picture, so that bearings beside the middle are off by a little.
    """
    shown = window(aim, view.hfov_deg)
    lens = pinhole(
        (view.x_m, view.y_m, view.height_m),
        azimuth_deg=view.azimuth_deg,
        tilt_deg=view.tilt_deg,
        hfov_deg=view.hfov_deg,
        size_px=PTZ_SCENE_PX,
    )
    middle_px = shown.top_px + shown.height_px / 2

    def azimuth_deg(x_px: float) -> float:
        across, down = (x_px - lens.centre_px[0]) / lens.focal_px, (middle_px - lens.centre_px[1]) / lens.focal_px
        east, north, _ = np.array([across, down, 1.0]) @ lens.axes
        return math.degrees(math.atan2(east, north))

    left_deg, middle_deg, right_deg = (azimuth_deg(shown.left_px + shown.width_px * share) for share in (0.0, 0.5, 1.0))
    return Gaze(middle_deg % 360.0, (right_deg - left_deg) % 360.0)


def _encoder(every: int) -> VideoCodecContext:
    """Without delay: a frame in, its packet out, as Annex B with its headers before each key picture."""
    context = av.CodecContext.create("libx264", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height = MAIN_PX
    context.pix_fmt = "yuv420p"
    context.framerate = Fraction(RATE_HZ, every)
    context.time_base = 1 / context.framerate
    keys = round(RATE_HZ / every * _KEY_EVERY_S)
    layout = f"bframes=0:keyint={keys}:min-keyint={keys}:scenecut=0:threads=1:repeat-headers=1"
    context.options = {**_OPTIONS, "x264-params": layout}
    return context
