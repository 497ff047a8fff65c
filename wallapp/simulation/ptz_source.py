"""The PTZ as a live source for the RTSP server: it draws where it looks now, and encodes at once."""

from __future__ import annotations

from fractions import Fraction

import av
import cv2
import numpy as np
from av.video.codeccontext import VideoCodecContext

from wallapp.simulation.city import Viewpoint
from wallapp.simulation.loop import MAIN_PX, RATE_HZ
from wallapp.simulation.ptz import Aim, Ptz, tour
from wallapp.simulation.rtsp_media import Codec, CodedPicture
from wallapp.simulation.scenes.large_scene import LargeScene

_OPTIONS = {
    "preset": "superfast",
    "tune": "zerolatency",
    "crf": "26",
    "maxrate": "1500k",
    "bufsize": "750k",
    "x264-params": "bframes=0:keyint=25:min-keyint=25:scenecut=0:threads=1:repeat-headers=1",
}


class PtzSource:
    """A LiveSource. `next_picture` from one thread; `ptz` may be moved from any.

    The large scene is drawn with the first picture, which takes some seconds.
    """

    def __init__(self, view: Viewpoint, ptz: Ptz | None = None) -> None:
        self.ptz = ptz or Ptz(view.hfov_deg, tour(0.0))
        self._view = view
        self._scene: LargeScene | None = None
        self._encoder = _encoder()
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
        return float(RATE_HZ)

    def next_picture(self) -> CodedPicture:
        """Let one frame's time pass, draw, encode."""
        aim: Aim = self.ptz.step(1 / RATE_HZ) if self._count else self.ptz.aim
        scene = self._scene = self._scene or LargeScene(self._view)
        image = scene.draw(aim, self._count)
        planes = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2YUV_I420), np.uint8)
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        frame.pts = self._count
        self._count += 1
        packets = self._encoder.encode(frame)
        return CodedPicture(
            b"".join(bytes(packet) for packet in packets), any(packet.is_keyframe for packet in packets)
        )


def _encoder() -> VideoCodecContext:
    """Without delay: a frame in, its packet out, as Annex B with its headers before each key picture."""
    context = av.CodecContext.create("libx264", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height = MAIN_PX
    context.pix_fmt = "yuv420p"
    context.time_base = Fraction(1, RATE_HZ)
    context.framerate = Fraction(RATE_HZ)
    context.options = _OPTIONS
    return context
