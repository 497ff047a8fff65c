"""What single arguments mean: text in, checked value out; each error is one line that says what to give."""

from __future__ import annotations

import math
import os
import tempfile
from pathlib import Path
from typing import Final

from wallapp.base.errors import BadInput
from wallapp.domain.layout import Layout, preset
from wallapp.services.credentials import check_credential_name

DEMO_CAMERAS_MAX: Final = 2000
"""More than any wall shows; a slip of the finger shall not start ten thousand feeds."""
DURATION_MAX_S: Final = 366 * 86_400.0
OPERATOR_LENGTH_MAX: Final = 64


def duration_s(text: str) -> float:
    """The value of --seconds."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= DURATION_MAX_S:
        raise BadInput(f"--seconds: {_shown(text)} is no length of time; give seconds over 0, such as --seconds 20")
    return value


def layout(text: str) -> Layout:
    """The value of --layout."""
    try:
        return preset(text)
    except BadInput as error:
        raise BadInput(f"--layout: {error}") from None


def camera_count(text: str) -> int:
    """The value of the demo's --cameras."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= DEMO_CAMERAS_MAX and len(text) < 9):
        raise BadInput(
            f"--cameras: {_shown(text)} is no number of cameras; give 1 to {DEMO_CAMERAS_MAX} "
            "(for a file of your own cameras: wallapp wall --cameras FILE.csv)"
        )
    return int(text)


def operator(text: str) -> str:
    """The value of --as."""
    name = text.strip()
    if not name or len(name) > OPERATOR_LENGTH_MAX or not name.isprintable():
        raise BadInput(f"--as: give the operator's name in 1 to {OPERATOR_LENGTH_MAX} printable characters")
    return name


def station(text: str) -> str:
    """The value of --station."""
    name = text.strip()
    if not name or len(name) > OPERATOR_LENGTH_MAX or not name.isprintable():
        raise BadInput(f"--station: give the station's name in 1 to {OPERATOR_LENGTH_MAX} printable characters")
    return name


def entry(text: str) -> str:
    """The name of an entry of the vault."""
    check_credential_name(text)
    return text


def snapshot_path(text: str) -> Path:
    """The value of --snapshot."""
    path = _file_path("--snapshot", text)
    if path.suffix.lower() != ".png":
        raise BadInput(f"--snapshot: {path} must end in .png; the picture is written in no other format")
    return path


def stats_path(text: str) -> Path:
    """The value of --stats."""
    return _file_path("--stats", text)


def cap_inbox(text: str) -> Path:
    """The value of --cap-inbox."""
    folder = path(text).absolute()
    if not folder.is_dir():
        raise BadInput(f"--cap-inbox: there is no folder {folder}; make it, or check the name")
    return folder


def path(text: str) -> Path:
    """A path to be read or written by a room, which says itself what is wrong with it."""
    if not text or "\0" in text:
        raise BadInput("the name of a file is missing; give one after the option")
    return Path(text).expanduser()


def check_writable(option: str, target: Path) -> None:
    """Raise BadInput unless `target` can be written: before a run of hours, not after it. Leaves nothing there."""
    if target.is_dir():
        raise BadInput(f"{option}: {target} is a folder; add a file name")
    if not target.parent.is_dir():
        raise BadInput(f"{option}: there is no folder {target.parent}; make it or choose another")
    if target.exists() and not os.access(target, os.W_OK):
        raise BadInput(f"{option}: {target} may not be overwritten; remove it or choose another name")
    try:
        # Asking for rights is not enough: a read-only or full disk shows only when something is written.
        with tempfile.TemporaryFile(dir=target.parent) as probe:
            probe.write(b"wallapp")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadInput(f"{option}: {target.parent} cannot be written ({reason}); choose another folder") from None


def _file_path(option: str, text: str) -> Path:
    if not text or "\0" in text:
        raise BadInput(f"{option}: give the name of a file")
    return Path(text).expanduser()


def _shown(text: str) -> str:
    """A wrong value as it is repeated: quoted, on one line, cut."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in text)
    return repr(plain if len(plain) <= 40 else plain[:39] + "…")
