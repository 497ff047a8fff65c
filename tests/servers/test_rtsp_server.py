"""Our RTSP server serves what FFmpeg can play, at the pace of a camera, and only to whom it should."""

from __future__ import annotations

import socket
import threading
from itertools import pairwise
from pathlib import Path

import av
import pytest

from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.watching import watch
from wallapp.base.clock import SystemClock
from wallapp.base.errors import BadInput, NotFound, Unavailable
from wallapp.simulation.faults import Fault
from wallapp.simulation.rtsp_messages import Credentials
from wallapp.simulation.rtsp_server import RtspServer


@pytest.mark.slow
@pytest.mark.parametrize("codec", ["h264", "hevc", "mjpeg"])
def test_each_codec_plays_every_picture_in_order_at_its_pace(codec: str, clips: ClipShelf) -> None:
    kind = ClipKind(codec, seconds=2)
    with RtspServer(clock=SystemClock()) as server:
        server.add_file("cam1", clips.file(kind))
        seen = watch(server.url("cam1"), 120)  # two loops and more
    assert seen.codec == codec
    assert set(seen.sizes_px) == {(640, 360)}
    assert [(seen.counters[0] + step) % 50 for step in range(120)] == seen.counters
    assert seen.rate_hz(skip=60) == pytest.approx(25, rel=0.05)
    stamps = [one for one in seen.pts_s if one is not None]
    gaps = [after - before for before, after in pairwise(stamps)]
    assert min(gaps) > 0.03 and max(gaps) < 0.05, "timestamps go on over the loop's end"


@pytest.mark.slow
def test_two_clients_see_the_same_moment(rtsp_server: RtspServer) -> None:
    seen = {}
    url = rtsp_server.url("cam1")

    def look(name: str) -> None:
        seen[name] = watch(url, 60)

    lookers = [threading.Thread(target=look, args=(name,)) for name in ("a", "b")]
    for looker in lookers:
        looker.start()
    for looker in lookers:
        looker.join(20)
    moments = [dict(zip(one.counters[30:], one.arrived_mono_s[30:], strict=True)) for one in (seen["a"], seen["b"])]
    common = moments[0].keys() & moments[1].keys()
    assert len(common) > 10
    assert max(abs(moments[0][count] - moments[1][count]) for count in common) < 0.2
    assert rtsp_server.openings("cam1") == 2


def test_an_unknown_path_is_not_found(rtsp_server: RtspServer) -> None:
    with pytest.raises(av.error.HTTPNotFoundError):
        watch(rtsp_server.url("cam2"), 1)
    with pytest.raises(NotFound, match="cam1"):
        rtsp_server.set_fault("cam2", Fault.CUT)


def test_udp_is_refused_in_words_of_the_protocol(rtsp_server: RtspServer) -> None:
    with pytest.raises(OSError, match="not supported"):
        watch(rtsp_server.url("cam1"), 1, rtsp_transport="udp")


@pytest.mark.slow
def test_digest_lets_the_right_password_in_and_no_other(clips: ClipShelf) -> None:
    with RtspServer(clock=SystemClock(), credentials=Credentials("op", "s3:cret")) as server:
        server.add_file("cam1", clips.file())
        plain = server.url("cam1")
        for login in ("", "op:wrong@", "other:s3%3Acret@"):
            with pytest.raises(av.error.HTTPUnauthorizedError):
                watch(plain.replace("rtsp://", f"rtsp://{login}"), 1)
        seen = watch(plain.replace("rtsp://", "rtsp://op:s3%3Acret@"), 10)
    assert len(seen.counters) == 10


def test_a_taken_port_is_one_clear_line() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(Unavailable, match=f"port {port} on 127.0.0.1 .*choose another port"):
            RtspServer(port=port, clock=SystemClock()).start()


def test_a_file_that_is_no_video_is_one_clear_line(tmp_path: Path) -> None:
    text = tmp_path / "a.mp4"
    text.write_text("no video")
    for file in (text, tmp_path / "missing.mp4"):
        with pytest.raises(BadInput, match=r"give a file of H\.264, H.265 or MJPEG"):
            RtspServer(clock=SystemClock()).add_file("cam1", file)


@pytest.mark.slow
def test_stopping_ends_clients_and_starting_again_keeps_the_port(rtsp_server: RtspServer) -> None:
    url = rtsp_server.url("cam1")
    assert len(watch(url, 5).counters) == 5
    rtsp_server.stop()
    with pytest.raises(av.error.ConnectionRefusedError):
        watch(url, 1)
    rtsp_server.start()
    assert rtsp_server.url("cam1") == url
    assert len(watch(url, 5).counters) == 5
