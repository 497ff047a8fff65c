"""The picture slot: never torn, newest wins, what is held stays."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.frames.arena import PICTURES_AT, Arena
from wallapp.frames.slot import SlotPlace, SlotReader, SlotWriter

PLACE = SlotPlace(3, PICTURES_AT, 64, 32)


def pair() -> tuple[SlotWriter, SlotReader]:
    arena = Arena.create("test", 4 << 20)
    arena.close_descriptor()
    return SlotWriter(arena, PLACE), SlotReader(arena, PLACE)


def write(writer: SlotWriter, value: int, size_px: tuple[int, int] = (64, 32)) -> None:
    writer.begin(*size_px)[:] = value
    writer.publish(value * 1000)


def test_nothing_before_the_first_picture() -> None:
    _, reader = pair()
    assert reader.take() is None
    assert reader.sequence == 0


def test_newest_wins_and_the_gap_counts_what_was_missed() -> None:
    writer, reader = pair()
    for value in (1, 2, 3):
        write(writer, value)
    picture = reader.take()
    assert picture is not None
    assert (picture.sequence, picture.arrival_ns, picture.pixels[0], len(picture.pixels)) == (3, 3000, 3, 64 * 32 * 4)


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_what_the_reader_holds_is_never_written(steps: list[bool]) -> None:
    writer, reader = pair()
    held, value = None, 0
    for is_write in steps:
        if is_write:
            value += 1
            write(writer, value % 250)
        else:
            held = reader.take()
            expected = value % 250
        if held is not None:
            assert set(held.pixels.tobytes()) == {expected}


def test_a_smaller_picture_has_its_own_size() -> None:
    writer, reader = pair()
    write(writer, 9, (40, 22))
    picture = reader.take()
    assert picture is not None
    assert (picture.width_px, picture.height_px, len(picture.pixels)) == (40, 22, 40 * 22 * 4)


def test_a_picture_that_is_too_large_is_refused() -> None:
    writer, _ = pair()
    with pytest.raises(ValueError, match="does not fit"):
        writer.begin(66, 32)


def test_wiped_pages_are_zero() -> None:
    arena = Arena.create("test", 4 << 20)
    arena.close_descriptor()
    writer, reader = SlotWriter(arena, PLACE), SlotReader(arena, PLACE)
    write(writer, 7)
    picture = reader.take()
    arena.wipe(PLACE.offset, PLACE.size_bytes)
    assert picture is not None
    assert set(picture.pixels.tobytes()) == {0}


WRITER = textwrap.dedent(
    """
    import sys
    from wallapp.frames.arena import PICTURES_AT, Arena
    from wallapp.frames.slot import SlotPlace, SlotWriter
    writer = SlotWriter(Arena.attach(sys.argv[1]), SlotPlace(3, PICTURES_AT, 64, 32))
    for value in range(20000):
        writer.begin(64, 32)[:] = value % 251
        writer.publish(value)
    """
)


@pytest.mark.skipif(sys.platform != "linux", reason="passes a descriptor")
def test_no_torn_picture_between_processes() -> None:
    arena = Arena.create("test", 4 << 20)
    reader = SlotReader(arena, PLACE)
    assert arena.fd is not None
    with subprocess.Popen([sys.executable, "-c", WRITER, arena.handle], pass_fds=[arena.fd]) as child:
        seen = 0
        while child.poll() is None:
            picture = reader.take()
            if picture is not None:
                first = picture.pixels.tobytes()
                assert len(set(first)) == 1
                assert first == picture.pixels.tobytes()  # and it stays whole while it is held
                assert first[0] == picture.arrival_ns % 251
                seen += 1
    arena.close_descriptor()
    assert child.returncode == 0
    assert seen > 100
    assert not any("wallapp" in name for name in os.listdir("/dev/shm"))
