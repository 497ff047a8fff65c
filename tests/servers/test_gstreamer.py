"""GStreamer's server, as the tests start it, is a fair camera: other code than ours, real pace, real refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import pytest

from tests.servers.certificates import make_certificates
from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.gst import GstServer
from tests.servers.watching import watch

StartGst = Callable[..., GstServer]


@pytest.mark.slow
@pytest.mark.parametrize(("codec", "gst_codec"), [("h264", "h264"), ("hevc", "h265"), ("mjpeg", "mjpeg")])
def test_each_codec_plays_at_its_pace(codec: str, gst_codec: str, clips: ClipShelf, start_gst: StartGst) -> None:
    server = start_gst(clips.file(ClipKind(codec, seconds=2)), codec=gst_codec)
    seen = watch(server.url(), 100)
    assert seen.codec == codec
    assert seen.rate_hz(skip=50) == pytest.approx(25, rel=0.05)
    assert [(seen.counters[0] + step) % 50 for step in range(100)] == seen.counters


@pytest.mark.slow
def test_sixteen_cameras_open_without_waiting_for_each_other(clips: ClipShelf, start_gst: StartGst) -> None:
    server = start_gst(clips.file(), cameras=16)
    assert len(watch(server.url(16), 20).counters) == 20
    assert len(watch(server.url(1), 20, rtsp_transport="udp").counters) == 20


@pytest.mark.slow
def test_a_wrong_password_and_an_unknown_authority_are_refused(
    clips: ClipShelf, start_gst: StartGst, tmp_path: Path
) -> None:
    files = make_certificates(tmp_path)
    server = start_gst(clips.file(), login=("op", "s3cret"), certificate=files.both)
    with pytest.raises(av.error.HTTPUnauthorizedError):
        watch(server.url(login="op:wrong"), 1)
    with pytest.raises(OSError):
        watch(server.url(login="op:s3cret"), 1, tls_verify="1")
    seen = watch(server.url(login="op:s3cret"), 10, tls_verify="1", ca_file=str(files.authority))
    assert len(seen.counters) == 10
