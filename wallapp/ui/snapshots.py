"""Pictures of what is shown, kept as PNG files: whole or not at all, and never one in place of another."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from wallapp.base.errors import Unavailable

_SAME_SECOND_MAX: Final = 100


def save_snapshot(image: QImage, folder: Path, *, what: str, taken_at: datetime) -> Path:
    """Write the picture as `what_YYYYMMDDTHHMMSSZ.png`, time in UTC. Returns its path.

    Args:
      image: copied from the screen, not null.
      folder: made where it is missing.
      what: the camera's number, or "wall".

    Raises:
      Unavailable: there is no picture, the disk is full, or the folder cannot be written. Nothing is left behind.
    """
    data = _encoded(image, what=what, taken_at=taken_at)
    stem = f"{what}_{taken_at:%Y%m%dT%H%M%SZ}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _written(data, folder, stem)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(f"{folder}: {reason}") from error


def _encoded(image: QImage, *, what: str, taken_at: datetime) -> bytes:
    picture = QImage(image)
    picture.setText("Title", what)
    picture.setText("Creation Time", taken_at.isoformat(timespec="milliseconds"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if picture.isNull() or not picture.save(buffer, "PNG"):  # type: ignore[call-overload]  # a device and bytes is right
        raise Unavailable("there is no picture to keep")
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
