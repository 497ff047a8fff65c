"""What a stream may cost: pixels, bytes, pictures, time, threads; and what garbage does to a decoder."""

from __future__ import annotations

import logging
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from tests.decoder.test_security import SOON, causes_of, end_of
from tests.feeds.rig import rig
from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.pace import LoopedClip
from tests.servers.web import Answer, Web
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.decoder.session import Session
from wallapp.decoder.sight import Beliefs
from wallapp.domain.camera import Sensitivity
from wallapp.domain.feed_state import Cause
from wallapp.domain.view import Level
from wallapp.feeds.settings import PoolSettings
from wallapp.frames.arena import PICTURES_AT, Arena
from wallapp.frames.control import Bounds, Ended, FeedOrder, Output, Report
from wallapp.frames.meter import Busy, Meter
from wallapp.frames.slot import SlotPlace, SlotReader
from wallapp.simulation.faults import Fault
from wallapp.simulation.rtsp_server import RtspServer

pytestmark = pytest.mark.slow

SMALL = ClipKind(width_px=320, height_px=180, seconds=2)
MOST_GROWTH_BYTES = 300 << 20


@pytest.mark.parametrize(
    ("fault", "cause"), [(Fault.HUGE_PICTURE, Cause.UNREADABLE), (Fault.LARGE_PICTURE, Cause.TOO_LARGE)]
)
def test_a_lying_header_costs_no_memory(fault: Fault, cause: Cause, clips: ClipShelf) -> None:
    server = RtspServer(clock=SystemClock())
    server.add_file("good", clips.file(SMALL))
    server.add_file("bad", clips.file(SMALL))
    server.set_fault("bad", fault)
    with server, rig({1: server.url("good"), 2: server.url("bad")}, settings=PoolSettings(children=1)) as room:
        room.want([1])
        room.wait_live([1])
        child = psutil.Process(next(iter(room.pool.board.pids.values())))
        before, most = child.memory_info().rss, [0]
        room.want()

        def over() -> bool:
            most[0] = max(most[0], child.memory_info().rss)
            facts = room.facts(2)
            return facts is not None and facts.reading.cause is not None

        wait_until(over, within_s=15)
        print(f"{fault}: grew by {(most[0] - before) >> 20} MB")
        assert end_of(room, 2)[0] is cause
        assert most[0] - before < MOST_GROWTH_BYTES
        assert sum(room.pool.board.restarts.values()) == 0


def test_a_file_of_too_many_pixels_is_refused(clips: ClipShelf) -> None:
    bounds = Bounds(pixels=320 * 180)
    assert causes_of([str(clips.file())], PoolSettings(bounds=bounds)) == [Cause.TOO_LARGE]
    with rig({1: str(clips.file(SMALL))}, settings=PoolSettings(bounds=bounds)) as room:
        room.want()
        room.wait_live()


def test_too_many_bytes_or_pictures_end_the_attempt(clips: ClipShelf) -> None:
    with Web() as web:
        web.put_mjpeg("/cam", LoopedClip(clips.file(ClipKind("mjpeg")), fps=200))
        few_bytes, few_pictures = Bounds(bytes_per_s=50_000), Bounds(frames_per_s=60)
        assert causes_of([web.url("/cam")], PoolSettings(bounds=few_bytes)) == [Cause.TOO_MUCH_DATA]
        assert causes_of([web.url("/cam")], PoolSettings(bounds=few_pictures)) == [Cause.BAD_CLOCK]


def test_answers_without_end_are_cut(clips: ClipShelf) -> None:
    endless = b"x" * 65536
    with Web() as web:
        for path, kind in (("/a.m3u8", "application/vnd.apple.mpegurl"), ("/b.jpg", "image/jpeg")):
            web.answers[path] = lambda _asked, kind=kind: Answer(kind, iter(lambda: endless, b""))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        web.answers["/c"] = lambda _asked: Answer("multipart/x-mixed-replace; boundary=x", iter(lambda: endless, b""))
        settings = PoolSettings(bounds=Bounds(open_s=3, silent_s=2, bytes_per_s=2_000_000))
        causes = causes_of([web.url("/a.m3u8"), web.url("/b.jpg"), web.url("/c")], settings)
    assert causes[:2] == [Cause.TOO_MUCH_DATA, Cause.TOO_MUCH_DATA]
    assert causes[2] in (Cause.NO_ANSWER, Cause.UNREADABLE)


def test_sound_alone_is_no_video(tmp_path: Path) -> None:
    path = tmp_path / "sound.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=44100)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 44100), np.float32), format="fltp", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = 44100, Fraction(1, 44100), 0
        container.mux([*stream.encode(frame), *stream.encode(None)])
    with rig({1: str(path)}) as room:
        room.want()
        cause, detail = end_of(room)
    assert (cause, "there is no video" in detail) == (Cause.UNREADABLE, True)


def test_a_thousand_streams_in_one_file_do_no_harm(clips: ClipShelf, tmp_path: Path) -> None:
    path = tmp_path / "many.mkv"
    with av.open(str(clips.file(SMALL))) as source, av.open(str(path), "w") as sink:
        streams = [sink.add_stream_from_template(source.streams.video[0]) for _ in range(1000)]
        for packet in source.demux(video=0):
            for stream in streams[:1] if packet.size else ():
                packet.stream = stream
                sink.mux_one(packet)
    with rig({1: str(path), 2: str(clips.file(SMALL))}) as room:
        room.want()
        room.wait_live([2])
        wait_until(lambda: room.sequence(1) or room.truth(1), within_s=15)
        assert sum(room.pool.board.restarts.values()) == 0


# Threads, in this process

ATTEMPTS = 20


class Crowd:
    """A server that takes connections and never finishes an answer: silent, or one byte now and then."""

    def __init__(self, drip: bytes) -> None:
        self._drip = drip
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, name="crowd", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        self._listener.settimeout(0.1)
        taken: list[socket.socket] = []
        while not self._ended.is_set():
            with suppress(TimeoutError):
                taken.append(self._listener.accept()[0])
            for one in taken:
                with suppress(OSError):
                    one.sendall(self._drip)
        for one in taken:
            one.close()

    def close(self) -> None:
        self._ended.set()
        self._thread.join(5)
        self._listener.close()


@pytest.fixture(scope="module")
def arena() -> Iterator[Arena]:
    block = Arena.create("test", 4 << 20)
    block.close_descriptor()
    yield block


@pytest.mark.parametrize(
    ("scheme", "drip"), [("rtsp", b""), ("rtsp", b"R"), ("http", b""), ("http", b"H"), ("https", b""), ("rtsps", b"")]
)
def test_attempts_given_up_leave_no_threads(scheme: str, drip: bytes, arena: Arena) -> None:
    bounds = Bounds(open_s=0.2, silent_s=0.2)
    reports: list[Report] = []
    with closing(Crowd(drip)) as crowd:
        most, before = 0, threading.active_count()
        for attempt in range(1, ATTEMPTS + 1):
            order = FeedOrder(0, attempt, f"{scheme}://127.0.0.1:{crowd.port}/x", (), bounds=bounds)
            session = Session(order, arena, reports.append, SystemClock(), Beliefs(None))

            def is_over(session: Session = session, attempt: int = attempt) -> bool:
                session.check()
                return sum(isinstance(one, Ended) for one in reports) >= attempt

            wait_until(is_over, within_s=1.0, what="the watchdog")
            most = max(most, threading.active_count() - before)
        print(f"{scheme} {drip!r}: at most {most} threads at once after {ATTEMPTS} attempts")
        assert most <= 6
        wait_until(lambda: threading.active_count() <= before, within_s=3, what="the last thread's end")
    assert {one.cause for one in reports if isinstance(one, Ended)} <= {Cause.NO_ANSWER, Cause.TLS, Cause.UNREADABLE}


def test_a_session_that_was_stopped_writes_nothing_more(arena: Arena, clips: ClipShelf) -> None:
    place = SlotPlace(0, PICTURES_AT, 240, 136)
    reports: list[Report] = []
    order = FeedOrder(0, 1, str(clips.file()), (Output(place, Level.CLEAR),), sensitivity=Sensitivity.PUBLIC)
    session = Session(order, arena, reports.append, SystemClock(), Beliefs(None))
    reader = SlotReader(arena, place)
    wait_until(lambda: reader.sequence > 5, within_s=10)
    session.stop()
    row = Meter(arena, order.row)
    row.start(2)  # another attempt has it now
    sequence, said = reader.sequence, len(reports)
    session.thread.join(5)
    assert (reader.sequence, len(reports)) == (sequence, said)
    assert (row.read().decoded, row.read().busy, row.read().source_px) == (0, Busy.NO, (0, 0))


# Garbage

MUTATIONS = 200


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Flipped bytes, a hole, a repetition or an end too soon; the first kilobyte is spared half the time."""
    broken = bytearray(data)
    begin = chance.choice((0, min(1024, len(data) // 4)))
    for _ in range(chance.choice((1, 10, 100, 1000))):
        broken[chance.randrange(begin, len(broken))] = chance.randrange(256)
    at = chance.randrange(begin, len(broken))
    if chance.random() < 0.2:
        del broken[at : at + chance.randrange(5000)]
    if chance.random() < 0.2:
        broken[at:at] = broken[at : at + chance.randrange(5000)]
    return bytes(broken[:at] if chance.random() < 0.1 else broken)


@pytest.mark.timeout(240)
def test_garbage_hangs_nothing_and_the_room_plays_on(
    clips: ClipShelf, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    chance = random.Random(20)
    sources = [clips.file(ClipKind(codec, 160, 90, seconds=1)) for codec in ("h264", "hevc", "mjpeg")]
    sources.append(tmp_path / "clip.ts")
    with av.open(str(sources[0])) as source, av.open(str(sources[-1]), "w") as sink:
        stream = sink.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            packet.stream = stream
            if packet.size:
                sink.mux_one(packet)
    addresses = {1000: str(clips.file(SMALL))}
    for number in range(1, MUTATIONS + 1):
        source_file = sources[number % len(sources)]
        path = tmp_path / f"{number}{source_file.suffix}"
        path.write_bytes(mutated(source_file.read_bytes(), chance))
        addresses[number] = str(path)
    live = ended = 0
    with rig(addresses, settings=PoolSettings(children=1, feeds_per_child=64, bounds=SOON)) as room:
        room.want([1000])
        room.wait_live([1000])
        for first in range(1, MUTATIONS + 1, 40):
            batch = list(range(first, first + 40))
            room.want([1000, *batch], size_px=(120, 68))

            def settled(batch: list[int] = batch) -> bool:
                return all(room.sequence(n) > 3 or ((f := room.facts(n)) and f.reading.cause) for n in batch)

            wait_until(settled, within_s=20, what="a picture or a cause for each")
            live += sum(room.sequence(number) > 3 for number in batch)
            ended += sum(room.sequence(number) <= 3 for number in batch)
        room.wait_live([1000])
        crashes = sum(room.pool.board.restarts.values())
    print(f"{MUTATIONS} mutated clips: {live} showed pictures, {ended} ended with a cause, {crashes} decoders replaced")
    assert crashes == 0
