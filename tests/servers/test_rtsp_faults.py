"""Each fault misbehaves on the wire as its name says, seen with plain FFmpeg through PyAV or a plain socket."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
import pytest

from tests.servers.certificates import make_certificates
from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.watching import Watched, watch
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.errors import BadInput
from wallapp.simulation.faults import Fault
from wallapp.simulation.rtsp_media import Codec, CodedPicture, read_pictures
from wallapp.simulation.rtsp_server import RtspServer, TlsFiles
from wallapp.simulation.rtsp_variants import LYING_SIDE_PX

pytestmark = pytest.mark.slow

AFTER_S = 2.0
"""Of good video before a fault shows; FFmpeg's probing takes about half of it."""

WATCHED = (
    Fault.SIZE_CHANGE,
    Fault.CODEC_CHANGE,
    Fault.CODEC_CHANGE_ANNOUNCED,
    Fault.JUMPING_TIMESTAMPS,
    Fault.DOUBLE_CLOCK,
    Fault.FROZEN_PICTURE,
    Fault.GARBAGE,
    Fault.RTCP_ONLY,
    Fault.SILENT_AFTER_PLAY,
    Fault.CUT,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a plain FFmpeg reader saw of a path, and how it ended: None where it was still going."""

    seen: Watched
    ended_by: Exception | None


@pytest.fixture(scope="module")
def outcomes(clips: ClipShelf) -> dict[Fault, Outcome]:
    """All faults of WATCHED at once, each on its path of one server, read for seven seconds."""
    with RtspServer(clock=SystemClock()) as server, ThreadPoolExecutor(len(WATCHED)) as readers:
        for fault in WATCHED:
            server.add_file(fault, clips.file(ClipKind(seconds=2)))
            server.set_fault(fault, fault)  # makes what it sends, so that this is not counted
        for fault in WATCHED:
            server.set_fault(fault, fault, after_s=AFTER_S)
        return dict(zip(WATCHED, readers.map(lambda fault: _outcome(server.url(fault)), WATCHED), strict=True))


def _outcome(url: str) -> Outcome:
    seen = Watched("")
    try:
        watch(url, 1000, timeout_s=2, seconds=7, into=seen)
    except av.error.FFmpegError as error:
        return Outcome(seen, error)
    return Outcome(seen, None)


def test_the_size_changes_in_the_same_stream(outcomes: dict[Fault, Outcome]) -> None:
    sizes = outcomes[Fault.SIZE_CHANGE].seen.sizes_px
    assert list(dict.fromkeys(sizes)) == [(640, 360), (480, 360)]
    assert outcomes[Fault.SIZE_CHANGE].ended_by is None


def test_an_unannounced_codec_cannot_be_decoded(outcomes: dict[Fault, Outcome]) -> None:
    outcome = outcomes[Fault.CODEC_CHANGE]
    assert 10 < len(outcome.seen.counters) < 60
    assert isinstance(outcome.ended_by, av.error.InvalidDataError)


def test_an_announced_codec_ends_the_connection_and_is_described_next(clips: ClipShelf) -> None:
    with RtspServer(clock=SystemClock()) as server:
        server.add_file("cam1", clips.file())
        server.set_fault("cam1", Fault.CODEC_CHANGE_ANNOUNCED, after_s=AFTER_S)
        assert len(watch(server.url("cam1"), 1000).counters) < 75
        assert watch(server.url("cam1"), 10).codec == "hevc"
        server.set_fault("cam1", None)
        assert watch(server.url("cam1"), 10).codec == "h264"


def test_timestamps_jump_forth_and_back(outcomes: dict[Fault, Outcome]) -> None:
    steps = _steps_s(outcomes[Fault.JUMPING_TIMESTAMPS])
    assert max(steps) > 3500
    assert min(steps) < -1700


def test_timestamps_run_at_twice_the_pace_of_the_pictures(outcomes: dict[Fault, Outcome]) -> None:
    outcome = outcomes[Fault.DOUBLE_CLOCK]
    assert _steps_s(outcome)[-50:] == pytest.approx([0.08] * 50, abs=0.001)
    assert outcome.seen.rate_hz(skip=75) == pytest.approx(25, rel=0.1)


def test_the_picture_freezes_while_its_time_goes_on(outcomes: dict[Fault, Outcome]) -> None:
    outcome = outcomes[Fault.FROZEN_PICTURE]
    assert len(set(outcome.seen.counters[:40])) > 10
    assert len(set(outcome.seen.counters[-60:])) == 1
    assert _steps_s(outcome)[-50:] == pytest.approx([0.04] * 50, abs=0.001)


@pytest.mark.parametrize("fault", [Fault.GARBAGE, Fault.RTCP_ONLY, Fault.SILENT_AFTER_PLAY, Fault.CUT])
def test_no_picture_comes_any_more(fault: Fault, outcomes: dict[Fault, Outcome]) -> None:
    assert len(outcomes[fault].seen.counters) < 60


@pytest.mark.parametrize("fault", LYING_SIDE_PX)
def test_the_header_lies_about_the_size(fault: Fault, clips: ClipShelf) -> None:
    side_px = LYING_SIDE_PX[fault]
    with RtspServer(clock=SystemClock()) as server:
        server.add_file("cam1", clips.file())
        server.set_fault("cam1", fault)
        with av.open(server.url("cam1"), options={"rtsp_transport": "tcp"}, timeout=(5, 5)) as container:
            width_px = container.streams.video[0].codec_context.width
    assert width_px == (side_px if fault is Fault.LARGE_PICTURE else 0), "FFmpeg takes no 30000 x 30000"


def test_never_answers_takes_the_connection_and_is_silent(rtsp_server: RtspServer) -> None:
    rtsp_server.set_fault("cam1", Fault.NEVER_ANSWERS)
    with pytest.raises(av.error.InvalidDataError):
        watch(rtsp_server.url("cam1"), 1, timeout_s=1)
    rtsp_server.set_fault("cam1", None)
    assert len(watch(rtsp_server.url("cam1"), 1).counters) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [(Fault.UNAUTHORISED, av.error.HTTPUnauthorizedError), (Fault.NOT_FOUND, av.error.HTTPNotFoundError)],
)
def test_a_refusal_holds_for_playing_clients_too(fault: Fault, error: type[Exception], rtsp_server: RtspServer) -> None:
    with av.open(rtsp_server.url("cam1"), options={"rtsp_transport": "tcp"}, timeout=(5, 5)) as container:
        wait_until(lambda: rtsp_server.playing("cam1") == 1, within_s=2)
        rtsp_server.set_fault("cam1", fault)
        wait_until(lambda: rtsp_server.playing("cam1") == 0, within_s=2, what="hanging up")
        assert len(list(container.demux(video=0))) < 200
    with pytest.raises(error):
        watch(rtsp_server.url("cam1"), 1)


def test_a_self_signed_certificate_is_refused_where_it_is_verified(clips: ClipShelf, tmp_path: Path) -> None:
    files = make_certificates(tmp_path, self_signed=True)
    with RtspServer(clock=SystemClock(), tls=TlsFiles(files.certificate, files.key)) as server:
        server.add_file("cam1", clips.file())
        with pytest.raises(OSError):
            watch(server.url("cam1"), 1, tls_verify="1")
        assert len(watch(server.url("cam1"), 1, tls_verify="1", ca_file=str(files.authority)).counters) == 1


def test_a_certificate_of_a_known_authority_is_accepted(clips: ClipShelf, tmp_path: Path) -> None:
    files = make_certificates(tmp_path)
    with RtspServer(clock=SystemClock(), tls=TlsFiles(files.certificate, files.key)) as server:
        server.add_file("cam1", clips.file())
        assert server.url("cam1").startswith("rtsps://")
        assert len(watch(server.url("cam1"), 10, tls_verify="1", ca_file=str(files.authority)).counters) == 10
        with pytest.raises(OSError):
            watch(server.url("cam1"), 1, tls_verify="1")


@pytest.mark.parametrize(
    ("fault", "reports", "answers"), [(Fault.RTCP_ONLY, True, True), (Fault.SILENT_AFTER_PLAY, False, False)]
)
def test_what_a_dead_encoder_still_does(fault: Fault, reports: bool, answers: bool, rtsp_server: RtspServer) -> None:
    rtsp_server.set_fault("cam1", fault)
    url = rtsp_server.url("cam1")
    with socket.create_connection(("127.0.0.1", rtsp_server.port), timeout=5) as client:
        _ask(client, f"SETUP {url}/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=4-5")
        _ask(client, f"PLAY {url}", "Range: npt=now-")
        client.sendall(f"OPTIONS {url} RTSP/1.0\r\nCSeq: 9\r\n\r\n".encode())
        client.settimeout(2.5)
        came = b"".join(_until_silent(client, at_most_bytes=200))
    assert (b"\r\nCSeq: 9" in came) is answers
    assert (re.search(rb"\$\x05\x00\x1c\x80\xc8", came) is not None) is reports, "sender reports on channel 5"
    assert b"$\x04" not in came, "no video on channel 4"


def test_a_live_source_is_encoded_only_while_somebody_looks(clips: ClipShelf) -> None:
    source = CountingSource(clips.file(ClipKind(seconds=2)))
    server = RtspServer(clock=SystemClock())
    server.add_source("ptz", source)
    with server:
        for _ in range(2):
            seen = watch(server.url("ptz"), 70)
            assert seen.rate_hz(skip=40) == pytest.approx(25, rel=0.05)
            assert [(seen.counters[0] + step) % 50 for step in range(70)] == seen.counters
            wait_until(lambda: server.playing("ptz") == 0, within_s=2)
            asked = source.asked
            with pytest.raises(AssertionError):
                wait_until(lambda asked=asked: source.asked > asked + 2, within_s=0.5)  # type: ignore[misc]  # mypy #2608
        with pytest.raises(BadInput, match="is no file"):
            server.set_fault("ptz", Fault.SIZE_CHANGE)


class CountingSource:
    """A live source that repeats a file and counts how often it was asked."""

    codec, width_px, height_px, fps = Codec.H264, 640, 360, 25.0

    def __init__(self, file: Path) -> None:
        self._pictures = read_pictures(file)[3]
        self.asked = 0

    def next_picture(self) -> CodedPicture:
        self.asked += 1
        return self._pictures[(self.asked - 1) % len(self._pictures)]


def _steps_s(outcome: Outcome) -> list[float]:
    stamps = [stamp for stamp in outcome.seen.pts_s if stamp is not None]
    return [after - before for before, after in pairwise(stamps)]


def _ask(client: socket.socket, request: str, header: str) -> None:
    client.sendall(f"{request} RTSP/1.0\r\nCSeq: 1\r\n{header}\r\n\r\n".encode())
    answer = b""
    while not answer.endswith(b"\r\n\r\n"):
        answer += client.recv(1)
    assert answer.startswith(b"RTSP/1.0 200")


def _until_silent(client: socket.socket, *, at_most_bytes: int) -> Iterator[bytes]:
    count = 0
    while count < at_most_bytes:
        try:
            part = client.recv(at_most_bytes - count)
        except TimeoutError:
            return
        count += len(part)
        yield part
