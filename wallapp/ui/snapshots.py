"""Pictures of what is shown, kept as PNG files: whole or not at all, and never one in place of another."""

from __future__ import annotations

import errno
import os
import tempfile
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from wallapp.base.errors import Unavailable

_SAME_SECOND_MAX: Final = 100
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class SnapshotFault(Enum):
    """Why a snapshot was not kept; the words for the operator are the window's."""

    NO_PICTURE = "there is no picture"
    DISK_FULL = "the disk is full"
    NOT_WRITABLE = "the folder cannot be written"


class SnapshotNotKept(Unavailable):
    """Nothing was written and nothing is left behind."""

    def __init__(self, fault: SnapshotFault, folder: Path) -> None:
        super().__init__(f"no snapshot was kept in {folder}: {fault.value}; make room or choose another folder")
        self.fault = fault


def save_snapshot(image: QImage, folder: Path, *, what: str, taken_at: datetime) -> Path:
    """Write the picture as `what_YYYYMMDDTHHMMSSZ.png`, time in UTC. Returns its path.

    Args:
      image: copied from the screen, not null.
      folder: made where it is missing.
      what: the camera's number, or "wall".

    Raises:
      SnapshotNotKept: there is no picture, the disk is full, or the folder cannot be written.
    """
    data = _encoded(image, what=what, taken_at=taken_at)
    if data is None:
        raise SnapshotNotKept(SnapshotFault.NO_PICTURE, folder)
    stem = f"{what}_{taken_at:%Y%m%dT%H%M%SZ}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _written(data, folder, stem)
    except OSError as error:
        fault = SnapshotFault.DISK_FULL if error.errno in _FULL else SnapshotFault.NOT_WRITABLE
        raise SnapshotNotKept(fault, folder) from error


def _encoded(image: QImage, *, what: str, taken_at: datetime) -> bytes | None:
    picture = QImage(image)
    picture.setText("Title", what)
    picture.setText("Creation Time", taken_at.isoformat(timespec="milliseconds"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if picture.isNull() or not picture.save(buffer, "PNG"):  # type: ignore[call-overload]  # a device and bytes is right
        return None
    buffer.close()
    return bytes(data.data())


def _written(data: bytes, folder: Path, stem: str) -> Path:
    """All of the bytes under the first free name of the stem, made visible in one step."""
    handle, unfinished = tempfile.mkstemp(prefix=".snapshot-", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return _named(Path(unfinished), folder, stem)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _named(unfinished: Path, folder: Path, stem: str) -> Path:
    for count in range(1, _SAME_SECOND_MAX):
        path = folder / (f"{stem}.png" if count == 1 else f"{stem}-{count}.png")
        try:
            path.touch(exist_ok=False)  # takes the name; a hard link would, but not on every file system
        except FileExistsError:
            continue
        os.replace(unfinished, path)
        return path
    raise OSError("too many snapshots within one second")
