"""A certified empty scene as a file: what can be told of it without looking at its pixels."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from wallapp.base.errors import BadInput

SCENE_HEAD: Final = re.compile(rb"wallapp scene 1 (\d{1,5})x(\d{1,5})\n")
"""Before the PNG: width and height of the frames that the scene stands for."""
SCENE_BYTES_AT_MOST: Final = 512 * 1024
"""A silhouette's picture is small; what is larger is none."""


_PNG: Final = b"\x89PNG\r\n\x1a\n"


class SceneRefusal(StrEnum):
    """Why no empty scene was taken."""

    NOT_OPEN = "not_open"
    """No picture of the camera is open here, or it ended meanwhile."""
    NOT_CLEAR = "not_clear"
    """The camera may not be seen clear here, or not any more."""
    MOVES = "moves"
    """Something moves in it."""
    UNFIT = "unfit"
    """Too few pictures, of several sizes, with other masks meanwhile, or of a format that cannot be masked."""


def source_px_of(data: bytes) -> tuple[int, int]:
    """Width and height of the frames that this scene stands for.

    Raises:
      BadInput: it does not begin as a scene does, or is too large for one.
    """
    head = SCENE_HEAD.match(data)
    if head is None or len(data) > SCENE_BYTES_AT_MOST:
        raise BadInput("this is not a certified scene; certify the scene again")
    return int(head[1]), int(head[2])


def picture_of(data: bytes) -> bytes:
    """Its PNG.

    Raises:
      BadInput: as `source_px_of`, or it holds none.
    """
    source_px_of(data)
    png = data.partition(b"\n")[2]
    if not png.startswith(_PNG):
        raise BadInput("this scene has no picture; certify the scene again")
    return png
