"""Every protocol that is promised, through the real pool: live soon, at its rate, evenly, in its colours."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import BytesIO
from itertools import cycle, pairwise
from pathlib import Path
from urllib.parse import quote

import av
import cv2
import numpy as np
import numpy.typing as npt
import pytest

from tests.feeds.rig import Rig, rig
from tests.servers.certificates import CertificateFiles, make_certificates
from tests.servers.clips import ClipKind, ClipShelf, pictures, read_counter
from tests.servers.gst import GstServer, need_gstreamer
from tests.servers.http_servers import HttpCameras
from tests.servers.pace import LoopedClip
from tests.servers.udp_sender import UdpSender
from tests.servers.web import Answer, Web
from tests.waiting import look_for, wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.ids import TileId
from wallapp.domain.feed_state import TruthState
from wallapp.feeds.settings import PoolSettings
from wallapp.frames.slot import Picture
from wallapp.simulation.rtsp_media import Codec, CodedPicture, read_pictures
from wallapp.simulation.rtsp_server import RtspServer, TlsFiles

pytestmark = pytest.mark.slow

WATCHED_S = 5.0
TILE_PX = (240, 136)
H264, HEVC, MJPEG = ClipKind(), ClipKind("hevc"), ClipKind("mjpeg")


@dataclass(slots=True)
class Seen:
    """Of one stream while it was watched: per picture its arrival and counter; what its tile said; one picture."""

    live_s: float = 0.0
    codec: str = ""
    arrived_s: list[float] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    states: set[TruthState] = field(default_factory=set)
    off_colour: list[float] = field(default_factory=list)

    @property
    def rate_hz(self) -> float:
        return (len(self.arrived_s) - 1) / (self.arrived_s[-1] - self.arrived_s[0])

    @property
    def gaps_s(self) -> list[float]:
        return [after - before for before, after in pairwise(self.arrived_s)]


ROWS = {
    "rtsp h264": ("h264", H264, 25.0),
    "rtsp h265": ("hevc", HEVC, 25.0),
    "rtsp mjpeg": ("mjpeg", MJPEG, 25.0),
    "rtsps h264": ("h264", H264, 25.0),
    "gst h264 udp": ("h264", H264, 25.0),
    "gst h265 tcp": ("hevc", HEVC, 25.0),
    "gst mjpeg udp": ("mjpeg", MJPEG, 25.0),
    "http mjpeg": ("mjpeg", MJPEG, 25.0),
    "http snapshot": ("mjpeg", MJPEG, 0.5),
    "http hls": ("h264", H264, 25.0),
    "web mjpeg": ("mjpeg", MJPEG, 25.0),
    "web ts": ("h264", H264, 25.0),
    "local ts": ("h264", H264, 25.0),
    "local mp4": ("h264", H264, 25.0),
    "local mkv": ("mjpeg", MJPEG, 25.0),
    "local ts file": ("hevc", HEVC, 25.0),
}
"""By name: FFmpeg's name of the codec, the clip that is served, pictures a second. Those that share a first word
play together: the servers and the watcher share this process, and all at once would measure that."""


@pytest.fixture(scope="module")
def seen(clips: ClipShelf, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Seen]:
    """What was seen of a stream; its group plays when it is first asked for."""
    found: dict[str, Seen] = {}

    def of(name: str) -> Seen:
        if name not in found:
            found.update(_watch_group(name.partition(" ")[0], clips, tmp_path_factory.mktemp("protocols")))
        return found[name]

    return of


def _watch_group(group: str, clips: ClipShelf, folder: Path) -> dict[str, Seen]:
    serve = {"rtsp": _serve_rtsp, "rtsps": _serve_rtsps, "gst": _serve_gst, "http": _serve_http, "web": _serve_web}
    files = make_certificates(folder)
    with ExitStack() as open_things:
        addresses = serve.get(group, _serve_local)(open_things, clips, folder, files)
        assert [*addresses] == [name for name in ROWS if name.startswith(f"{group} ")]
        numbers = {name: number for number, name in enumerate(addresses, 1)}
        over_udp = [number for name, number in numbers.items() if name.endswith("udp")]
        settings = PoolSettings(ca_file=str(files.authority))
        urls = dict(enumerate(addresses.values(), 1))
        room = open_things.enter_context(rig(urls, settings=settings, over_udp=over_udp))
        found = {name: Seen() for name in addresses}
        truths = {kind: _small_pictures(kind) for kind in {ROWS[name][1] for name in addresses}}
        room.want(size_px=TILE_PX)
        _wait_for_each(room, numbers, found)
        look_for(WATCHED_S, lambda _gone_s: _look(room, numbers, found, truths), every_s=0.008)
        for name, number in numbers.items():
            facts = room.facts(number)
            found[name].codec = facts.codec if facts else ""
    return found


def _wait_for_each(room: Rig, numbers: dict[str, int], found: dict[str, Seen]) -> None:
    begin_s = room.clock.mono_s()

    def all_live() -> bool:
        for name, number in numbers.items():
            if not found[name].live_s and room.state(number) is TruthState.LIVE:
                found[name].live_s = room.clock.mono_s() - begin_s
        return all(one.live_s for one in found.values())

    wait_until(all_live, within_s=20, what="every stream live")


def _look(
    room: Rig, numbers: dict[str, int], found: dict[str, Seen], truths: dict[ClipKind, list[npt.NDArray[np.uint8]]]
) -> None:
    for name, number in numbers.items():
        one, state, reader = found[name], room.state(number), room.pool.reader(TileId(number))
        picture = reader.take() if reader else None
        if state is not None:
            one.states.add(state)
        if picture is None or (one.arrived_s and picture.arrival_ns / 1e9 == one.arrived_s[-1]):
            continue
        one.arrived_s.append(picture.arrival_ns / 1e9)
        shown = _array(picture)
        one.counters.append(read_counter(shown[..., 1]))  # one channel: no sum over the picture
        if len(one.arrived_s) % 50 == 1:
            truth = truths[ROWS[name][1]][one.counters[-1]]
            one.off_colour.append(float(np.abs(shown.astype(int) - truth).mean(axis=(0, 1)).max()))


def _array(picture: Picture) -> npt.NDArray[np.uint8]:
    shape = (picture.height_px, picture.width_px, 4)
    return np.frombuffer(picture.pixels, np.uint8).reshape(shape)[..., :3]


def _small_pictures(kind: ClipKind) -> list[npt.NDArray[np.uint8]]:
    """A clip's own pictures at the tile's size, in the tile's order of colours."""
    width_px, height_px = TILE_PX[0], TILE_PX[0] * kind.height_px // kind.width_px & ~1
    small = (cv2.resize(one, (width_px, height_px), interpolation=cv2.INTER_AREA) for one in pictures(kind))
    return [np.ascontiguousarray(one[..., ::-1]) for one in small]


def _serve_rtsp(open_things: ExitStack, clips: ClipShelf, _folder: Path, _files: CertificateFiles) -> dict[str, str]:
    server = open_things.enter_context(RtspServer(clock=SystemClock()))
    for name, kind in (("h264", H264), ("h265", HEVC), ("mjpeg", MJPEG)):
        server.add_file(name, clips.file(kind))
    return {f"rtsp {name}": server.url(name) for name in ("h264", "h265", "mjpeg")}


def _serve_rtsps(open_things: ExitStack, clips: ClipShelf, _folder: Path, files: CertificateFiles) -> dict[str, str]:
    server = open_things.enter_context(RtspServer(clock=SystemClock(), tls=TlsFiles(files.certificate, files.key)))
    server.add_file("h264", clips.file(H264))
    return {"rtsps h264": server.url("h264")}


def _serve_gst(open_things: ExitStack, clips: ClipShelf, _folder: Path, _files: CertificateFiles) -> dict[str, str]:
    need_gstreamer()
    addresses = {}
    for kind, codec, transport in ((H264, "h264", "udp"), (HEVC, "h265", "tcp"), (MJPEG, "mjpeg", "udp")):
        server = open_things.enter_context(GstServer(clips.file(kind), codec=codec))
        addresses[f"gst {codec} {transport}"] = server.url()
    return addresses


def _serve_http(open_things: ExitStack, clips: ClipShelf, folder: Path, _files: CertificateFiles) -> dict[str, str]:
    web = open_things.enter_context(HttpCameras(mjpeg=clips.file(MJPEG), h264=clips.file(H264), folder=folder))
    playlist = folder / "live.m3u8"
    wait_until(lambda: playlist.exists() and playlist.read_text().count(".ts") >= 3, within_s=10, what="HLS")
    paths = {"http mjpeg": "cam.mjpg", "http snapshot": "snapshot.jpg", "http hls": "live.m3u8"}
    return {name: web.url(path) for name, path in paths.items()}


def _serve_web(open_things: ExitStack, clips: ClipShelf, folder: Path, files: CertificateFiles) -> dict[str, str]:
    secret = open_things.enter_context(Web(certificate=files.both))
    secret.put_mjpeg("/cam", LoopedClip(clips.file(MJPEG)))
    plain = open_things.enter_context(Web())
    coded = _as_ts(clips.file(H264), folder / "h264.ts")[1]
    plain.answers["/cam"] = lambda _asked: Answer("video/mp2t", plain.paced(cycle(coded), H264.fps))
    return {"web mjpeg": secret.url("/cam"), "web ts": plain.url("/cam")}


def _serve_local(open_things: ExitStack, clips: ClipShelf, folder: Path, _files: CertificateFiles) -> dict[str, str]:
    box = open_things.enter_context(UdpSender(clips.file(H264)))
    file = _as_ts(clips.file(HEVC), folder / "a loop.ts")[0]
    return {
        "local ts": box.url,
        "local mp4": str(clips.file(H264)),
        "local mkv": str(clips.file(MJPEG)),
        "local ts file": f"file://{quote(str(file))}",
    }


def _as_ts(file: Path, path: Path) -> tuple[Path, list[bytes]]:
    """A clip as MPEG-TS: the file, and its bytes picture by picture."""
    data, coded, done = BytesIO(), list[bytes](), 0
    with av.open(str(file)) as source, av.open(data, "w", format="mpegts", options={"flush_packets": "1"}) as sink:
        stream = sink.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.size:
                packet.stream = stream
                sink.mux_one(packet)
                coded.append(data.getvalue()[done:])
                done = len(data.getvalue())
    path.write_bytes(data.getvalue())
    return path, coded


@pytest.mark.parametrize("name", ROWS)
def test_it_is_live_soon_and_stays_so(name: str, seen: Callable[[str], Seen]) -> None:
    one = seen(name)
    assert one.live_s < 5.0, "a decoder's start, a plain open, a key picture and a loaded machine"
    assert one.states == {TruthState.LIVE}
    assert one.codec == ROWS[name][0]


@pytest.mark.parametrize("name", ROWS)
def test_it_comes_at_its_rate_and_evenly(name: str, seen: Callable[[str], Seen]) -> None:
    one, rate_hz = seen(name), ROWS[name][2]
    print(f"{name}: live {one.live_s:.2f} s, {one.rate_hz:.2f}/s, longest gap {max(one.gaps_s) * 1000:.0f} ms")
    assert one.rate_hz == pytest.approx(rate_hz, rel=0.1 if rate_hz > 1 else 0.2)
    assert max(one.gaps_s) < 1.2 / rate_hz + 0.25, "bursts and seams show as gaps"
    assert statistics.median(one.gaps_s) == pytest.approx(1 / rate_hz, rel=0.25)


@pytest.mark.parametrize("name", ROWS)
def test_its_pictures_are_whole_and_in_order(name: str, seen: Callable[[str], Seen]) -> None:
    one, (_, kind, rate_hz) = seen(name), ROWS[name]
    length = kind.fps * kind.seconds
    steps = [(after - before) % length for before, after in pairwise(one.counters)]
    assert max(one.off_colour) < 8.0, one.off_colour
    if rate_hz > 1:
        assert steps.count(1) >= 0.9 * len(steps), steps


class SlowSource:
    """A live camera of one picture in five seconds, each a key picture."""

    codec, width_px, height_px, fps = Codec.H264, 640, 360, 0.2

    def __init__(self, file: Path) -> None:
        self._keys = cycle([one for one in read_pictures(file)[3] if one.is_key])

    def next_picture(self) -> CodedPicture:
        return next(self._keys)


def test_one_picture_in_five_seconds_is_no_silence(clips: ClipShelf) -> None:
    with av.open(str(clips.file(MJPEG))) as container:
        jpegs = [bytes(packet) for packet in container.demux(video=0) if packet.size]
    heads = (b"--x\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(one) + one for one in cycle(jpegs))
    server = RtspServer(clock=SystemClock())
    server.add_source("slow", SlowSource(clips.file(H264)))
    with Web() as web, server:
        kind = "multipart/x-mixed-replace; boundary=x"
        web.answers["/cam"] = lambda _asked: Answer(kind, web.paced((one + b"\r\n" for one in heads), 0.2))
        with rig({1: web.url("/cam"), 2: server.url("slow")}) as room:
            room.want()
            wait_until(lambda: min(room.sequence(1), room.sequence(2)) >= 4, within_s=45)
            for number in (1, 2):
                facts = room.facts(number)
                assert facts is not None
                assert facts.reconnects == 0, facts.detail
        assert len(web.asked) == 1
        assert server.openings("slow") == 1
