"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from wallapp.base.errors import Unavailable


def replace_file(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put `content` where `path` is, so that a reader and a power cut see the old file or the new one, whole.

    Args:
      mode: of the new file; the umask takes away from it.

    Raises:
      Unavailable: the folder is missing, may not be written, or the disk is full; the old file stands.
    """
    # In the same folder: only within one file system is a rename one step.
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(
            f"{path} could not be written ({reason}); free space, mend its rights or choose another place"
        ) from error


def _sync_folder(folder: Path) -> None:
    """The rename itself survives a power cut only once the folder is on the disk. Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
