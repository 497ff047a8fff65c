"""The PTZ's view from day to night in 200 pictures, made once and then sent as a camera sends them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import av
import cv2
import numpy as np
from av.video.codeccontext import VideoCodecContext

from wallapp.base.ids import CameraNumber
from wallapp.simulation.city import load_city
from wallapp.simulation.loop import MAIN_PX
from wallapp.simulation.ptz import tour
from wallapp.simulation.rtsp_media import Codec, CodedPicture
from wallapp.simulation.scenes.large_scene import LargeScene

PICTURES, RATE_HZ = 200, 12
_KINDS = 8
_DAY, _NIGHT = 40, 160
"""Pictures of full day before, of full night after."""


class Dusk:
    """A LiveSource: day until somebody says `fall`, then 200 pictures of nightfall, then night, seen by infrared."""

    codec = Codec.H264
    width_px, height_px = MAIN_PX
    fps = float(RATE_HZ)

    def __init__(self, number: CameraNumber) -> None:
        view = load_city().viewpoints[number]
        self._days, self._nights = (
            [scene.draw(tour(0.0), 6 * index) for index in range(_KINDS)]
            for scene in (LargeScene(view), LargeScene(replace(view, night=True)))
        )
        self._count = 0
        self._fallen: int | None = None
        self._encoder = _encoder()

    def fall(self) -> None:
        """Let night fall from the next picture on."""
        self._fallen = 0

    @property
    def sent(self) -> int:
        """Pictures since night began to fall."""
        return self._fallen or 0

    def next_picture(self) -> CodedPicture:
        """The next of them, encoded."""
        night = 0.0
        if self._fallen is not None:
            night = float(np.clip((self._fallen - _DAY) / (_NIGHT - _DAY), 0.0, 1.0))
            self._fallen += 1
        kind = self._count % _KINDS
        image = cv2.addWeighted(self._days[kind], 1.0 - night, self._nights[kind], night, 0.0)
        if night == 1.0:  # the camera switches to infrared: no colour, bright leaves, dark sky
            grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
            image = cv2.cvtColor((200 - grey * 0.6).astype(np.uint8), cv2.COLOR_GRAY2BGR)
        planes = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2YUV_I420), np.uint8)
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        frame.pts = self._count
        self._count += 1
        packets = self._encoder.encode(frame)
        return CodedPicture(b"".join(map(bytes, packets)), any(packet.is_keyframe for packet in packets))


def _encoder() -> VideoCodecContext:
    context = av.CodecContext.create("libx264", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height = MAIN_PX
    context.pix_fmt = "yuv420p"
    context.time_base, context.framerate = Fraction(1, RATE_HZ), Fraction(RATE_HZ)
    layout = f"bframes=0:keyint={RATE_HZ}:scenecut=0:threads=1:repeat-headers=1"
    context.options = {"preset": "superfast", "tune": "zerolatency", "crf": "26", "x264-params": layout}
    return context
