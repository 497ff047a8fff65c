"""The folder of finished clips: names, wholeness, and room for one version of the city only."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import StreamName
from wallapp.simulation.city import city_dir
from wallapp.simulation.events import Event

PART_KEPT_S = 900.0
"""A half-written file older than this belongs to nobody any more."""

VERSION_KEPT_S = 3 * 86_400.0
"""The folder of another version of the city, not used for this long, is removed."""


def default_cache_dir() -> Path:
    """Where this user's clips lie, under all profiles."""
    return user_cache_path("wallapp")


def content_hash() -> str:
    """Twelve hex digits of what the pictures are made of: the drawing code and the city's data."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    named = [here / "city.py", here / "clip.py", here / "loop.py"]
    for path in sorted([*named, *(here / "scenes").glob("*.py"), *city_dir().glob("*.json")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


class ClipStore:
    """Clips of one version of the city. Safe for several processes: files appear whole, by renaming.

    A third file beside the two clips tells their checksums and is written last; what does not agree with it
    is not there. Any thread.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._checked: dict[str, tuple[tuple[int, int], ...]] = {}

    def path(self, number: CameraNumber, stream: StreamName, event: Event | None) -> Path:
        """Where the clip is or will be. An overview is served by the sub stream."""
        kind = "main" if stream is StreamName.MAIN else "sub"
        return self.folder / f"{self._stem(number, event)}-{kind}.mp4"

    def is_whole(self, number: CameraNumber, event: Event | None) -> bool:
        """Whether both clips are there and unharmed. Reads them once, then again only when they changed."""
        paths = [self.path(number, stream, event) for stream in (StreamName.MAIN, StreamName.SUB)]
        try:
            stamps = tuple((path.stat().st_size, path.stat().st_mtime_ns) for path in paths)
            if self._checked.get(self._stem(number, event)) == stamps:
                return True
            told = json.loads(self._seal(number, event).read_text(encoding="ascii"))
            if told != [_checksum(path) for path in paths]:
                return False
        except (OSError, ValueError):
            return False
        self._checked[self._stem(number, event)] = stamps
        return True

    @contextmanager
    def making(self, number: CameraNumber, event: Event | None) -> Iterator[tuple[Path, Path]]:
        """Paths to write main and sub under; leaving without an error seals them.

        Raises:
          OSError: the folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        main = self.path(number, StreamName.MAIN, event)
        sub = self.path(number, StreamName.SUB, event)
        yield main, sub
        seal = self._seal(number, event)
        part = seal.with_name(f"{seal.name}.{os.getpid()}.part")
        part.write_text(json.dumps([_checksum(main), _checksum(sub)]), encoding="ascii")
        os.replace(part, seal)

    def remove_parts_of(self, pid: int) -> None:
        """Remove what a process left half written."""
        for part in self.folder.glob(f"*.{pid}.part"):
            part.unlink(missing_ok=True)

    def tidy(self, now_s: float) -> None:
        """Remove half files nobody writes any more and the folders of versions nobody uses.

        Args:
          now_s: seconds since 1970, by the wall clock, as file systems count.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        os.utime(self.folder, (now_s, now_s))
        for part in self.folder.glob("*.part"):
            if now_s - _changed_s(part, now_s) > PART_KEPT_S:
                part.unlink(missing_ok=True)
        for other in self.folder.parent.glob("city-*"):
            if other != self.folder and now_s - _changed_s(other, now_s) > VERSION_KEPT_S:
                shutil.rmtree(other, ignore_errors=True)

    def _stem(self, number: CameraNumber, event: Event | None) -> str:
        return f"{number}-{event.value}" if event else f"{number}"

    def _seal(self, number: CameraNumber, event: Event | None) -> Path:
        return self.folder / f"{self._stem(number, event)}.json"


def _checksum(path: Path) -> int:
    return zlib.crc32(path.read_bytes())


def _changed_s(path: Path, now_s: float) -> float:
    """When it was last changed; one that vanished meanwhile counts as new."""
    try:
        return path.stat().st_mtime
    except OSError:
        return now_s
