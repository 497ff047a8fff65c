"""What lies in a process's memory, looked at from outside: every page that it has, and those of its shared arena."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.e2e.screen import Pixels
from wallapp.decoder.planes import planes_of
from wallapp.decoder.scale import Scaler
from wallapp.domain.view import WHOLE

PAGE_BYTES = 4096
ROW_BYTES = 64
ARENA = "/memfd:wallapp"
_PRESENT, _SWAPPED = np.uint64(1 << 63), np.uint64(1 << 62)
_NOT_MEMORY = ("[vvar", "[vsyscall", "[vdso", "/dev/")
_CHUNK_BYTES = 32 << 20
FPS = 5
_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """How many of the rows that were looked for lie in the shared arena, and how many anywhere else."""

    arena: int
    elsewhere: int


def lossless_clip(path: Path, width_px: int, height_px: int) -> Path:
    """A clip of grey noise, one byte a pixel drawn anew, H.264 without any loss; a corner changes, the rest stays."""
    noise = np.random.default_rng(7).integers(16, 236, (height_px, width_px), dtype=np.uint8)
    unfinished = path.with_name(f"unfinished-{path.name}")
    with av.open(str(unfinished), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"preset": "ultrafast", "qp": "0"})
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = width_px, height_px, "yuv420p", FPS
        for count in range(FPS * _SECONDS):
            planes = np.full((height_px * 3 // 2, width_px), 128, np.uint8)
            planes[:height_px] = noise
            planes[:32, :32] = 16 + 20 * count
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = count, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    unfinished.rename(path)
    return path


def reference_rows(clip: Path, count: int = 16) -> list[bytes]:
    """Rows of the clip's first picture as a tile of its size shows it, spread over it: 64 bytes of BGRA each."""
    with av.open(str(clip)) as container:
        frame = next(container.decode(video=0))
        pixels = np.empty((frame.height, frame.width, 4), np.uint8)
        Scaler().write(planes_of(frame), WHOLE, pixels)
    picked = [_row(pixels, index, count) for index in range(count)]
    assert len(set(picked)) == count
    return picked


def _row(pixels: Pixels, index: int, count: int) -> bytes:
    y = pixels.shape[0] * (index + 1) // (count + 1)
    x = 64 + (pixels.shape[1] - 128) * (index * 7 % count) // count
    return pixels[y, x : x + ROW_BYTES // 4].tobytes()


def scan(pid: int, rows: Sequence[bytes]) -> Found:
    """Which rows lie in the pages that the process has now."""
    arena, elsewhere = set[bytes](), set[bytes]()
    for name, pages in _pages(pid):
        found = arena if name.startswith(ARENA) else elsewhere
        found.update(row for row in rows if row not in found and row in pages)
    return Found(len(arena), len(elsewhere))


def scan_arenas(pids: Sequence[int], rows: Sequence[bytes]) -> int:
    """How many rows lie in a page of a shared arena that any of these processes has."""
    return max((scan(pid, rows).arena for pid in pids), default=0)


def _pages(pid: int) -> Iterator[tuple[str, bytes]]:
    """Each run of present pages with the name of its mapping. A page that was never touched has no memory."""
    folder = Path("/proc") / str(pid)
    with (folder / "mem").open("rb", buffering=0) as memory, (folder / "pagemap").open("rb", buffering=0) as table:
        for line in (folder / "maps").read_text(encoding="utf-8").splitlines():
            span, rights, _, _, _, *rest = line.split(maxsplit=5)
            name = rest[0] if rest else ""
            if "r" not in rights or name.startswith(_NOT_MEMORY):
                continue
            begin, end = (int(part, 16) for part in span.split("-"))
            table.seek(begin // PAGE_BYTES * 8)
            words = np.frombuffer(table.read((end - begin) // PAGE_BYTES * 8), np.uint64)
            for first, last in _runs((words & (_PRESENT | _SWAPPED)) != 0):
                for at in range(first * PAGE_BYTES, last * PAGE_BYTES, _CHUNK_BYTES):
                    memory.seek(begin + at)
                    yield name, _read(memory.read, min(_CHUNK_BYTES + ROW_BYTES, last * PAGE_BYTES - at))


def _read(read: object, size_bytes: int) -> bytes:
    parts = bytearray()
    while len(parts) < size_bytes:
        try:
            part = read(size_bytes - len(parts))
        except OSError:  # the mapping went meanwhile
            break
        if not part:
            break
        parts += part
    return bytes(parts)


def _runs(present: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], present, [False])).astype(np.int8)))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
