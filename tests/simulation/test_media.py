"""Clips: their streams, their cache, the children that make them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from tests.waiting import wait_until
from wallapp.base.errors import NotFound, Unavailable
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import StreamName
from wallapp.simulation.city import load_city
from wallapp.simulation.clip import write_clips
from wallapp.simulation.clip_store import ClipStore
from wallapp.simulation.events import Event
from wallapp.simulation.loop import FRAMES, MAIN_PX, SUB_PX
from wallapp.simulation.media import CityMedia

BANK, GALLERY = CameraNumber(111), CameraNumber(112)
MOST_BYTES = 60_000_000
DEADLINE_S = 90.0


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CityMedia]:
    """A media with the bank's clips ready."""
    media = CityMedia(tmp_path_factory.mktemp("cache"), children=1)
    assert media.wait(BANK, DEADLINE_S)
    yield media
    media.stop()
    assert not media.child_pids()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stream", "size_px", "rate_hz", "frames", "key_every"),
    [(StreamName.MAIN, MAIN_PX, 25, FRAMES, 25), (StreamName.SUB, SUB_PX, 12.5, FRAMES // 2, 15)],
)
def test_a_clip_is_what_a_camera_sends(
    made: CityMedia, stream: StreamName, size_px: tuple[int, int], rate_hz: float, frames: int, key_every: int
) -> None:
    with av.open(str(made.path(BANK, stream))) as container:
        video = container.streams.video[0]
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (video.width, video.height) == size_px
        packets = [packet for packet in container.demux(video) if packet.pts is not None]
        assert [index for index, packet in enumerate(packets) if packet.is_keyframe] == list(
            range(0, frames, key_every)
        )
        assert all(packet.pts == packet.dts for packet in packets)
        times_s = [float(packet.pts * packet.time_base) for packet in packets]
        assert times_s == pytest.approx([index / rate_hz for index in range(frames)], abs=1e-6)


@pytest.mark.slow
def test_the_whole_city_stays_under_its_bound(made: CityMedia) -> None:
    # The bank's hall is among the quiet ones: three times its size is over the busiest measured.
    bank = sum(made.path(BANK, stream).stat().st_size for stream in (StreamName.MAIN, StreamName.SUB))
    assert bank * 2.2 * len(load_city().cameras) < MOST_BYTES


def test_noise_alone_cannot_burst_the_bound(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    noise = [random.integers(0, 255, (MAIN_PX[1], MAIN_PX[0], 3), np.uint8) for _ in range(50)]
    main, sub = tmp_path / "main.mp4", tmp_path / "sub.mp4"
    write_clips(noise, main, sub)
    seconds = len(noise) / 25
    assert (main.stat().st_size + sub.stat().st_size) / seconds < 600_000


@pytest.mark.slow
def test_a_repetition_plays_its_scene_s_file_and_a_stranger_is_not_found(made: CityMedia) -> None:
    repeated = next(camera for camera in load_city().take(80) if camera.number > 1000)
    scene = load_city().scene_of(repeated.number)
    assert made.path(repeated.number, StreamName.SUB) == made.path(scene, StreamName.SUB)
    with pytest.raises(NotFound):
        made.path(CameraNumber(99), StreamName.MAIN)


@pytest.mark.slow
@pytest.mark.parametrize("harm", ["cut", "gone", "changed", "unsealed"])
def test_a_file_that_was_harmed_is_made_again(made: CityMedia, harm: str) -> None:
    main = made.path(BANK, StreamName.MAIN)
    whole = main.read_bytes()
    match harm:
        case "cut":
            main.write_bytes(whole[: len(whole) // 2])
        case "gone":
            main.unlink()
        case "changed":
            main.write_bytes(whole[:1000] + bytes([whole[1000] ^ 255]) + whole[1001:])
        case _:
            main.with_name(f"{BANK}.json").unlink()
            made = CityMedia(made.folder.parent, children=1)
    assert not made.is_ready(BANK)
    done: list[tuple[int, int]] = []
    made.prepare([BANK], lambda ready, total: done.append((ready, total)))
    assert made.wait(BANK, DEADLINE_S)
    wait_until(lambda: done == [(0, 1), (1, 1)], within_s=DEADLINE_S)
    assert main.read_bytes() == whole
    wait_until(lambda: not made.child_pids(), within_s=DEADLINE_S)


@pytest.mark.slow
def test_what_is_there_is_not_made_again(made: CityMedia) -> None:
    done: list[tuple[int, int]] = []
    before = made.path(BANK, StreamName.MAIN).stat().st_mtime_ns
    again = CityMedia(made.folder.parent, children=1)
    again.prepare([BANK], lambda ready, total: done.append((ready, total)))
    assert done == [(1, 1)] and not again.child_pids()
    assert made.path(BANK, StreamName.MAIN).stat().st_mtime_ns == before


@pytest.mark.slow
def test_two_starts_at_once_make_one_whole_file(tmp_path: Path) -> None:
    both = [CityMedia(tmp_path, children=1) for _ in range(2)]
    for media in both:
        media.prepare([GALLERY])
    assert all(media.wait(GALLERY, DEADLINE_S) for media in both)
    assert ClipStore(both[0].folder).is_whole(GALLERY, None)
    for media in both:
        media.stop()
    assert not list(both[0].folder.glob("*.part"))


@pytest.mark.slow
def test_an_event_is_made_on_demand_and_a_frozen_one_never_changes(made: CityMedia) -> None:
    assert made.wait(BANK, DEADLINE_S, event=Event.FROZEN)
    for stream in (StreamName.MAIN, StreamName.SUB):
        with av.open(str(made.path(BANK, stream, event=Event.FROZEN))) as container:
            pictures = [frame.to_ndarray(format="yuv420p") for frame in container.decode(video=0)]
        assert len(pictures) >= FRAMES // 2
        assert all(np.array_equal(picture, pictures[0]) for picture in pictures[1:])


@pytest.mark.slow
@pytest.mark.logs("cannot be made: camera 111 stands in a room")
def test_an_event_that_cannot_be_is_told_at_once(made: CityMedia) -> None:
    assert not made.wait(BANK, DEADLINE_S, event=Event.COLLISION)


def test_a_cache_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Unavailable, match="cannot be written"):
        CityMedia(blocked).prepare([BANK])


@pytest.mark.slow
def test_a_child_that_is_killed_is_replaced(tmp_path: Path) -> None:
    media = CityMedia(tmp_path, children=1)
    media.prepare([BANK])
    wait_until(lambda: bool(media.child_pids()), within_s=DEADLINE_S)
    os.kill(media.child_pids()[0], signal.SIGKILL)
    assert media.wait(BANK, DEADLINE_S)
    media.stop()


@pytest.mark.slow
def test_no_child_outlives_a_killed_parent(tmp_path: Path) -> None:
    code = (
        "import json, sys, threading; from pathlib import Path; from wallapp.simulation.media import CityMedia\n"
        "media = CityMedia(Path(sys.argv[1]), children=2); media.prepare([101, 102, 103])\n"
        "while len(media.child_pids()) < 2: threading.Event().wait(0.02)\n"
        "print(json.dumps(media.child_pids()), flush=True); threading.Event().wait()"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children: list[int] = json.loads(parent.stdout.readline())
    assert len(children) == 2 and all(psutil.pid_exists(pid) for pid in children)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    # At once, not only when the picture in hand is done and there is nobody to tell.
    wait_until(lambda: not any(_runs(pid) for pid in children), within_s=2.0)


def _runs(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
