"""A folder into which another program puts CAP messages, looked at now and then."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wallapp.base.errors import Unavailable
from wallapp.domain.cap_reading import Reading
from wallapp.exchange.cap_read import read_cap_file

SUFFIXES: Final = frozenset({".cap", ".xml", ".atom", ".edxl", ".edxlde"})
FILES_A_LOOK: Final = 50
"""A flooded folder must not hold up the room; the rest comes with the next look."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that is complete, and what it held."""

    path: Path
    readings: tuple[Reading, ...]


class CapInbox:
    """Remembers what it has read. One thread; nothing in the folder is changed.

    After a restart everything is read once more: who takes the messages knows them by their three names.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, tuple[int, int]] = {}
        self._read: dict[Path, tuple[int, int]] = {}

    def look(self) -> tuple[Arrival, ...]:
        """What has arrived: files that are new or changed, and as large and old as at the look before.

        Raises:
          Unavailable: the folder cannot be listed now.
        """
        found = self._listed()
        whole = [
            path for path, stamp in found.items() if self._seen.get(path) == stamp and self._read.get(path) != stamp
        ]
        self._seen = found
        self._read = {path: stamp for path, stamp in self._read.items() if path in found}
        arrivals = []
        for path in sorted(whole)[:FILES_A_LOOK]:
            self._read[path] = found[path]
            arrivals.append(Arrival(path, read_cap_file(path)))
        return tuple(arrivals)

    def _listed(self) -> dict[Path, tuple[int, int]]:
        try:
            paths = list(self._folder.iterdir())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise Unavailable(
                f"the folder {self._folder} cannot be read ({reason}); make it, or mend its rights"
            ) from None
        found = {}
        for path in paths:
            # A file may go while it is looked at.
            with contextlib.suppress(OSError):
                if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file():
                    state = path.stat()
                    found[path] = (state.st_size, state.st_mtime_ns)
        return found
