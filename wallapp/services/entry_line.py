"""What an operator may type on the entry line, read into one command. Pure; any thread.

Digits of any script count as digits: Arabic-Indic, Persian and full-width keyboards type the same camera.
A command's letter is accepted where an Arabic keyboard has it too, so that nobody must switch layouts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Final

from wallapp.base.ids import CameraNumber, LayoutNumber

CAMERA_NUMBER_MAX: Final = 999_999
LAYOUT_NUMBER_MAX: Final = 999
TYPED_MAX: Final = 64
"""Characters read of a line; a longer one is no command."""

# The keys H, L, M, S and X of the Arabic layout, its question mark, and the signs people write for "by".
_SAME_KEY: Final = str.maketrans({"ا": "H", "م": "L", "ة": "M", "س": "S", "ء": "X", "×": "X", "*": "X", "؟": "?"})
_NUMBER: Final = re.compile(r"\d+")
_NUMBERED: Final = re.compile(r"([LS])(\d+)")
_GRID: Final = re.compile(r"(\d+)([X+])(\d+)")


@dataclass(frozen=True, slots=True)
class ShowCamera:
    """`104`: that camera to the selected tile."""

    number: CameraNumber


@dataclass(frozen=True, slots=True)
class RecallLayout:
    """`L2`: the layout saved under 2."""

    number: LayoutNumber


@dataclass(frozen=True, slots=True)
class SaveLayout:
    """`S2`: what is on the wall becomes layout 2."""

    number: LayoutNumber


@dataclass(frozen=True, slots=True)
class SetGrid:
    """`4x4` or `1+5`: that arrangement of tiles. Whether the wall has such a one, the wall says."""

    grid: str


@dataclass(frozen=True, slots=True)
class ShineSpotlight:
    """`S` alone: the cameras nearest to the selected incident; with a number behind it, it keeps a layout."""


@dataclass(frozen=True, slots=True)
class ShowMap:
    """`M` alone: the map to the selected tile; with a number behind it, it is kept for a monitor."""


class Page(Enum):
    """A page that one key opens."""

    HEALTH = "H"
    HELP = "?"


class Trouble(Enum):
    """Why a line is no command; the words are the ui's."""

    EMPTY = "empty"
    NOT_A_COMMAND = "not a command"
    NO_SUCH_CAMERA_NUMBER = "camera numbers run from 1 to 999999"
    NO_SUCH_LAYOUT_NUMBER = "layout numbers run from 1 to 999"
    LAYOUT_NUMBER_MISSING = "a layout's number is missing"


Command = ShowCamera | RecallLayout | SaveLayout | SetGrid | ShineSpotlight | ShowMap | Page


def western(text: str) -> str:
    """The text with every decimal digit of any script as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def parse(line: str) -> Command | Trouble:
    """What the line asks for, or why it asks for nothing.

    Args:
      line: as typed; spaces, letter case, full-width forms and the script of the digits do not matter.
    """
    if len(line) > TYPED_MAX:
        return Trouble.NOT_A_COMMAND
    plain = unicodedata.normalize("NFKC", line)
    typed = western("".join(plain.split())).translate(_SAME_KEY).upper()
    if not typed:
        return Trouble.EMPTY
    if typed in (Page.HEALTH.value, Page.HELP.value):
        return Page(typed)
    if typed == "M":
        return ShowMap()
    if typed == "S":
        return ShineSpotlight()
    if typed == "L":
        return Trouble.LAYOUT_NUMBER_MISSING
    if _NUMBER.fullmatch(typed):
        return _camera(int(typed))
    if numbered := _NUMBERED.fullmatch(typed):
        return _layout(numbered[1], int(numbered[2]))
    if grid := _GRID.fullmatch(typed):
        return SetGrid(f"{int(grid[1])}{grid[2].lower()}{int(grid[3])}")
    return Trouble.NOT_A_COMMAND


def _camera(number: int) -> Command | Trouble:
    if 1 <= number <= CAMERA_NUMBER_MAX:
        return ShowCamera(CameraNumber(number))
    return Trouble.NO_SUCH_CAMERA_NUMBER


def _layout(letter: str, number: int) -> Command | Trouble:
    if not 1 <= number <= LAYOUT_NUMBER_MAX:
        return Trouble.NO_SUCH_LAYOUT_NUMBER
    return RecallLayout(LayoutNumber(number)) if letter == "L" else SaveLayout(LayoutNumber(number))
