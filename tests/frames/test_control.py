"""What one side says the other understands; a password never shows."""

from __future__ import annotations

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Transport
from wallapp.domain.feed_state import Cause
from wallapp.domain.scene_file import SceneRefusal
from wallapp.domain.view import Crop, Level
from wallapp.frames.control import (
    Applied,
    Bounds,
    Certified,
    Ended,
    FeedOrder,
    Opened,
    Orders,
    Output,
    Ready,
    decode_order,
    decode_report,
    encode,
)
from wallapp.frames.slot import SlotPlace

ORDER = FeedOrder(
    row=4,
    attempt=7,
    address="rtsp://10.0.0.1/é",
    outputs=(Output(SlotPlace(1, 4096, 480, 272), Level.MOSAIC, Crop(0.1, 0.2, 0.5, 0.6)),),
    transport=Transport.UDP,
    user="operator-x",
    password="s3cret\n",
    ca_file="/c.pem",
    bounds=Bounds(open_s=1.5),
)


def test_orders_survive_the_pipe_in_one_line() -> None:
    line = encode(Orders(3, (ORDER,)))
    assert line.count(b"\n") == 1
    assert decode_order(line) == Orders(3, (ORDER,))


def test_reports_survive_the_pipe() -> None:
    for report in (
        Ready(1),
        Applied(2),
        Opened(1, 2, "h264", 640, 360, 25.0),
        Ended(1, 2, Cause.TLS, "line\nbreak"),
        Certified(CameraNumber(7), b"\x89PNG\r\n\x1a\n", "ab"),
        Certified(CameraNumber(7), refused=SceneRefusal.MOVES),
    ):
        line = encode(report)
        assert line.count(b"\n") == 1
        assert decode_report(line) == report


def test_an_order_does_not_show_its_password() -> None:
    assert "s3cret" not in repr(ORDER)
    assert "operator-x" not in repr(ORDER)
