"""Files that leave the window and come into it, as the papers' desk asks for them; `app.papers` fulfils it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from wallapp.domain.cap import Alert
from wallapp.domain.cap_reading import Reading
from wallapp.services.cot_out import CotContent
from wallapp.services.log_paper import LogPaper


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that another program put into the watched folder, and what it held."""

    path: Path
    readings: tuple[Reading, ...]


class PaperFiles(Protocol):
    """Any thread but the GUI's: disks wait."""

    def read_cap(self, path: Path) -> Sequence[Reading]:
        """Every message of a file; at least one reading, refused where it cannot be read."""
        ...

    def cap_xml(self, alert: Alert, *, is_drill: bool) -> bytes:
        """The message as a document. Raises RuleBroken where it may not leave."""
        ...

    def cap_name(self, alert: Alert) -> str:
        """A file's name for it."""
        ...

    def cot(self, content: CotContent) -> tuple[bytes, Sequence[str]]:
        """The document, and what could not be said in it, one English line each."""
        ...

    def table(self, paper: LogPaper, *, separator: str) -> bytes:
        """The log as a table for spreadsheets."""
        ...

    def write(self, path: Path, content: bytes) -> None:
        """Write a file whole or not at all. Raises Unavailable where it cannot be written."""
        ...

    @property
    def watched(self) -> Path | None:
        """The folder into which other programs put CAP messages; None where none is watched."""
        ...

    def arrived(self) -> Sequence[Arrived]:
        """What came into it since the last look. Raises Unavailable where it cannot be read."""
        ...
