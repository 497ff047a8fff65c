"""cameras.csv: read into raw rows, written from cameras. What a cell means is `services.camera_columns`'s affair.

Written: UTF-8 without a byte order mark, comma, one header line. Read: with or without the mark; comma,
semicolon or tab, whichever the header uses, because spreadsheets of French-speaking countries write semicolons.
Values are written as they are; a name that a spreadsheet would run as a formula is refused when it is read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from wallapp.base.errors import BadInput
from wallapp.base.files import replace_file
from wallapp.base.ids import OwnerName
from wallapp.domain.address import anchored
from wallapp.domain.camera import Camera, Owner, OwnerKind, StreamName
from wallapp.services.camera_columns import COLUMNS, check_header, to_cells
from wallapp.services.ports import Row

SIZE_MAX_BYTES = 32 * 1024 * 1024
_SEPARATORS = (",", ";", "\t")


def read_rows(path: Path) -> list[Row]:
    """The file's rows, in order, blank lines left out; a relative file path is taken from the CSV's own folder.

    Raises:
      BadInput: the file cannot be read, is not UTF-8 text or no CSV, or its header cannot be used.
    """
    text = _decoded(_content(path), path.name)
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=header_line.count)
    records = _records(text, separator, path.name)
    if not records:
        raise BadInput(f"{path.name} is empty; it needs a header line: number,name,owner,main")
    _, header = records[0]
    names = [cell.strip().casefold() for cell in header]
    while names and not names[-1]:
        names.pop()
    check_header(name for name in names if name)
    folder = str(path.absolute().parent)
    return [_row(line, cells, names, folder) for line, cells in records[1:]]


def write_cameras(path: Path, cameras: Iterable[Camera], owners: Iterable[Owner]) -> None:
    """Write them all, by number, every column; reading the file back changes nothing. Whole or not at all.

    Raises:
      Unavailable: the file cannot be written; what stood there stands.
    """
    kinds: dict[OwnerName, OwnerKind] = {owner.name: owner.kind for owner in owners}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for camera in sorted(cameras, key=lambda camera: camera.number):
        writer.writerow(to_cells(camera, kinds.get(camera.owner)))
    replace_file(path, text.getvalue().encode("utf-8"))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); check the name and its rights") from error
    if len(content) > SIZE_MAX_BYTES:
        raise BadInput(f"{path.name} is larger than {SIZE_MAX_BYTES // 2**20} MiB; that is no list of cameras")
    return content


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"{name} is UTF-16, not UTF-8; save it again as 'CSV UTF-8'")
    if (nul := content.find(b"\0")) >= 0:
        raise BadInput(
            f"{name}, line {_line_of(content, nul)}: holds a NUL byte, so it is no text file; export it again"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With the mark, the error's place counts from behind it.
        start = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
        raise BadInput(f"{name}, line {_line_of(content, start)}: is not UTF-8; save it again as 'CSV UTF-8'") from None


def _line_of(content: bytes, place: int) -> int:
    return content.count(b"\n", 0, place) + 1


def _records(text: str, separator: str, name: str) -> list[tuple[int, list[str]]]:
    """(line on which it begins, cells) of each record that is not blank."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    records = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(f"{name}, line {line}: is no CSV ({error}); check the quotes from there on") from None
    return records


def _row(line: int, cells: list[str], names: list[str], folder: str) -> Row:
    named = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    for stream in StreamName:
        if named.get(stream, "").strip():
            named[stream.value] = anchored(named[stream], folder)
    spare = [cell for name, cell in zip(names, cells, strict=False) if not name] + cells[len(names) :]
    return Row(line, {name: named.get(name, "") for name in names if name}, sum(bool(cell.strip()) for cell in spare))
