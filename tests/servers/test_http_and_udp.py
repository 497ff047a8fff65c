"""The HTTP and UDP servers of the tests serve what FFmpeg can play."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import av
import pytest

from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.http_servers import HttpCameras
from tests.servers.udp_sender import UdpSender
from tests.servers.watching import watch
from tests.waiting import wait_until


@pytest.mark.slow
def test_mjpeg_over_http_comes_picture_by_picture(http_cameras: HttpCameras) -> None:
    seen = watch(http_cameras.url("cam.mjpg"), 60)
    assert seen.codec == "mjpeg"
    assert seen.rate_hz() == pytest.approx(25, rel=0.1)


@pytest.mark.slow
def test_a_stalled_mjpeg_camera_keeps_the_line_and_sends_nothing(http_cameras: HttpCameras) -> None:
    with av.open(http_cameras.url("cam.mjpg"), timeout=(5, 1)) as container:
        pictures = container.decode(video=0)
        next(pictures)
        http_cameras.stalled.set()
        with pytest.raises(av.error.ExitError):
            for _picture in pictures:
                pass


def test_a_snapshot_is_the_moment_asked_for(http_cameras: HttpCameras) -> None:
    pictures = set()
    for _ in range(3):
        with urllib.request.urlopen(http_cameras.url("snapshot.jpg"), timeout=5) as answer:
            pictures.add(answer.read())
    assert len(pictures) == 3
    assert all(picture.startswith(b"\xff\xd8") for picture in pictures)
    assert http_cameras.asked["/snapshot.jpg"] == 3


def test_basic_authentication_is_asked_for(clips: ClipShelf, tmp_path: Path) -> None:
    cameras = HttpCameras(mjpeg=clips.file(ClipKind("mjpeg")), h264=clips.file(), folder=tmp_path, login="op:s3cret")
    with cameras:
        with pytest.raises(urllib.error.HTTPError, match="401"):
            urllib.request.urlopen(cameras.url("snapshot.jpg"), timeout=5)
        with pytest.raises(av.error.HTTPUnauthorizedError):
            watch(cameras.url("cam.mjpg"), 1)
        assert len(watch(cameras.url("cam.mjpg", login="op:s3cret"), 2).counters) == 2


@pytest.mark.slow
def test_hls_is_a_window_that_moves(http_cameras: HttpCameras) -> None:
    playlist = http_cameras.folder / "live.m3u8"
    wait_until(lambda: playlist.exists() and playlist.read_text().count(".ts") >= 2, within_s=10)
    seen = watch(http_cameras.url("live.m3u8"), 100)
    assert seen.codec == "h264"
    assert len(set(seen.counters)) > 70
    wait_until(lambda: "live0.ts" not in playlist.read_text(), within_s=10, what="the first segment's end")


@pytest.mark.slow
def test_mpeg_ts_comes_by_udp(clips: ClipShelf) -> None:
    with UdpSender(clips.file()) as sender:
        seen = watch(f"{sender.url}?fifo_size=50000&overrun_nonfatal=1", 60)
    assert seen.codec == "h264"
    assert seen.rate_hz() == pytest.approx(25, rel=0.1)
