"""What each column of cameras.csv means: its text to a checked value, and back. Pure.

The one place that knows the columns. A cell that is empty says nothing; a lone "-" clears an optional value.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from wallapp.base.errors import BadInput
from wallapp.base.ids import CameraNumber
from wallapp.domain.address import BadAddress, parse_address
from wallapp.domain.camera import Camera, CameraKind, OwnerKind, Sensitivity, StreamName, Transport
from wallapp.services.credentials import is_credential_name
from wallapp.services.ports import Row
from wallapp.services.registry_words import Message, Say

CLEAR = "-"
NUMBER_MAX = 999_999
NAME_LENGTH_MAX = 80
TEXT_LENGTH_MAX = 500
_SHOWN_MAX = 40
"""No more of a wrong cell's text than this is repeated to its writer."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"[0-9]{1,9}")
_FORMULA = ("=", "+", "-", "@")
# They can make a name read as another one; Arabic and French need none of them inside one line.
_BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class _WrongCell(Exception):
    """A cell cannot be read; caught in `parse_row`."""

    def __init__(self, say: Say, **fields: str) -> None:
        super().__init__(say)
        self.say = say
        self.fields = fields


@dataclass(frozen=True, slots=True)
class _Column:
    """How one column is read.

    Attributes:
      read: a checked value of a text that is not empty; raises _WrongCell.
      camera_field: of Camera, where it is one.
      cleared: the value that "-" gives; `clearable` says whether it may.
    """

    read: Callable[[str], Any]
    camera_field: str = ""
    clearable: bool = False
    cleared: Any = None


@dataclass(slots=True)
class ParsedRow:
    """One row, cell by cell.

    Attributes:
      number: None where it cannot be read.
      edits: Camera's fields by name, only those that the row speaks of; streams apart.
      streams: address by name; "" where the row clears it.
      owner_kind: None where the row says nothing.
    """

    line: int
    number: CameraNumber | None = None
    edits: dict[str, Any] = field(default_factory=dict)
    streams: dict[StreamName, str] = field(default_factory=dict)
    owner_kind: OwnerKind | None = None
    problems: list[Message] = field(default_factory=list)


def parse_row(row: Row) -> ParsedRow:
    """The row's cells, checked one by one; every problem of the row is kept, not only the first."""
    parsed = ParsedRow(row.line)
    if row.surplus:
        parsed.problems.append(Message(Say.SURPLUS, {"count": str(row.surplus)}))
    for name, column in _COLUMNS.items():
        text = unicodedata.normalize("NFC", row.cells.get(name, "").strip())
        try:
            if text:
                _take(parsed, name, column, text)
            elif name == "number":
                raise _WrongCell(Say.REQUIRED)
        except _WrongCell as wrong:
            parsed.problems.append(Message(wrong.say, {"column": name, **wrong.fields}))
    return parsed


def _take(parsed: ParsedRow, name: str, column: _Column, text: str) -> None:
    if text == CLEAR and not column.clearable:
        raise _WrongCell(Say.CANNOT_CLEAR)
    value = column.cleared if text == CLEAR else column.read(text)
    if name == "number":
        parsed.number = value
    elif name == "owner_kind":
        parsed.owner_kind = value
    elif column.camera_field:
        parsed.edits[column.camera_field] = value
    else:
        parsed.streams[StreamName(name)] = value


def to_cells(camera: Camera, owner_kind: OwnerKind | None) -> dict[str, str]:
    """The camera as a row's cells, every column; reading them back gives an equal camera."""
    cells = {"number": str(camera.number), "owner_kind": owner_kind.value if owner_kind else ""}
    for name, column in _COLUMNS.items():
        if column.camera_field:
            value = getattr(camera, column.camera_field)
            cells[name] = value.value if isinstance(value, StrEnum) else "" if value is None else str(value)
        elif name in set(StreamName):
            cells[name] = camera.streams.get(StreamName(name), "")
    return {name: cells[name] for name in COLUMNS}


def check_header(names: Iterable[str]) -> tuple[str, ...]:
    """The columns that are not known and nearly none that is: ignored, to be named to the writer.

    Raises:
      BadInput: a needed column is missing, one stands there twice, or one is nearly a known one.
    """
    given = list(names)
    problems = [Message(Say.COLUMN_TWICE, {"column": name}) for name in dict.fromkeys(given) if given.count(name) > 1]
    near = {name: found for name in dict.fromkeys(given) if name not in _COLUMNS and (found := _nearly(name, given))}
    problems += [Message(Say.COLUMN_NEARLY, {"text": shown(name), "column": known}) for name, known in near.items()]
    meant = {*given, *near.values()}
    problems += [Message(Say.COLUMN_MISSING, {"column": name}) for name in REQUIRED if name not in meant]
    if not meant & {StreamName.MAIN.value, StreamName.SUB.value}:
        problems.append(Message(Say.STREAM_COLUMN_MISSING))
    if problems:
        raise BadInput(Message(Say.HEADER, {"problems": "; ".join(problem.text() for problem in problems)}).text())
    return tuple(name for name in dict.fromkeys(given) if name not in _COLUMNS)


def _nearly(name: str, given: list[str]) -> str | None:
    """The known column that this name was meant to be; None where it looks like none."""
    if name in _OTHER_NAMES:
        return _OTHER_NAMES[name]
    absent = [known for known in COLUMNS if known not in given]
    for known in absent:
        if len(name) >= 3 and known.startswith(name):
            return known
    close = difflib.get_close_matches(name, absent, n=1, cutoff=0.75) or difflib.get_close_matches(
        name, COLUMNS, n=1, cutoff=0.85
    )
    return close[0] if close else None


def shown(text: str) -> str:
    """A wrong text as it may be repeated: one line, short, nothing invisible."""
    visible = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return visible if len(visible) <= _SHOWN_MAX else visible[: _SHOWN_MAX - 1] + "…"


def _text(length_max: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) > length_max:
            raise _WrongCell(Say.TOO_LONG, high=str(length_max))
        if any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in _BIDI_OVERRIDES for c in text):
            raise _WrongCell(Say.CONTROL_CHARACTER)
        if text.startswith(_FORMULA):
            raise _WrongCell(Say.FORMULA, text=text[0])
        return text

    return read


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not _WHOLE.fullmatch(text) or not low <= int(text) <= high:
            raise _WrongCell(Say.NOT_A_WHOLE_NUMBER, text=shown(text), low=str(low), high=str(high))
        return int(text)

    return read


def _number(low: float, high: float, *, low_excluded: bool = False) -> Callable[[str], float]:
    def read(text: str) -> float:
        # A decimal comma too: that is what a French or Moroccan spreadsheet writes.
        if not _NUMBER.fullmatch(text):
            raise _WrongCell(Say.NOT_A_NUMBER, text=shown(text))
        value = float(text.replace(",", "."))
        if not low <= value <= high or (low_excluded and value == low):
            raise _WrongCell(Say.OUT_OF_RANGE, text=shown(text), low=f"{low:g}", high=f"{high:g}")
        return value

    return read


def _one_of(kinds: type[StrEnum]) -> Callable[[str], StrEnum]:
    def read(text: str) -> StrEnum:
        try:
            return kinds(text.casefold())
        except ValueError:
            raise _WrongCell(Say.NOT_ONE_OF, text=shown(text), allowed=", ".join(kinds)) from None

    return read


def _credential(text: str) -> str:
    # Not repeated: a password may stand here by mistake.
    if not is_credential_name(text):
        raise _WrongCell(Say.BAD_CREDENTIAL_NAME)
    return text


def _address(text: str) -> str:
    try:
        return parse_address(text).text
    except BadAddress as bad:
        raise _WrongCell(Say.BAD_ADDRESS, fault=str(bad)) from None


_COLUMNS: dict[str, _Column] = {
    "number": _Column(_whole(1, NUMBER_MAX)),
    "name": _Column(_text(NAME_LENGTH_MAX), "name"),
    "owner": _Column(_text(NAME_LENGTH_MAX), "owner"),
    "owner_kind": _Column(_one_of(OwnerKind)),
    "site": _Column(_text(NAME_LENGTH_MAX), "site", clearable=True, cleared=""),
    "main": _Column(_address, clearable=True, cleared=""),
    "sub": _Column(_address, clearable=True, cleared=""),
    "overview": _Column(_address, clearable=True, cleared=""),
    "transport": _Column(_one_of(Transport), "transport"),
    "credential": _Column(_credential, "credential", clearable=True, cleared=""),
    "kind": _Column(_one_of(CameraKind), "kind"),
    "sensitivity": _Column(_one_of(Sensitivity), "sensitivity"),
    "lat": _Column(_number(-90, 90), "lat_deg", clearable=True),
    "lon": _Column(_number(-180, 180), "lon_deg", clearable=True),
    "height_m": _Column(_number(0, 1000), "height_m", clearable=True),
    "azimuth_deg": _Column(_number(0, 360), "azimuth_deg", clearable=True),
    "hfov_deg": _Column(_number(0, 360, low_excluded=True), "hfov_deg", clearable=True),
    "range_m": _Column(_number(0, 100_000, low_excluded=True), "range_m", clearable=True),
    "purpose": _Column(_text(TEXT_LENGTH_MAX), "purpose", clearable=True, cleared=""),
    "legal_basis": _Column(_text(TEXT_LENGTH_MAX), "legal_basis", clearable=True, cleared=""),
    "retention_days": _Column(_whole(0, 36_500), "retention_days", clearable=True),
}
COLUMNS = tuple(_COLUMNS)
"""All known columns, in the order that an export writes them."""
REQUIRED = ("number", "name", "owner")
_OTHER_NAMES = {"latitude": "lat", "longitude": "lon", "lng": "lon", "fov": "hfov_deg", "heading": "azimuth_deg"}
