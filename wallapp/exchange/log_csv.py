"""The log as a table for spreadsheets: UTF-8 with a byte order mark, which they need to read accents and Arabic.

A cell that a spreadsheet would run as a formula gets an apostrophe before it, within a text too: another separator
than the file's would make a cell of it (OWASP, CSV injection). The faithful copy is the PDF.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from wallapp.base.errors import BadInput
from wallapp.base.files import replace_file
from wallapp.domain.logbook import LogEntry
from wallapp.services.log_paper import LogPaper

COLUMNS: Final = (
    "number",
    "happened_at",
    "recorded_at",
    "kind",
    "event",
    "incident",
    "text",
    "author",
    "position",
    "organisation",
    "station",
    "from",
    "to",
    "means",
    "cameras",
    "corrects",
    "significant",
)
SEPARATORS: Final = frozenset({",", ";", "\t"})
_BEGINS: Final = "=+\\-@＝＋－＠"
_FORMULA: Final = re.compile(rf"(^|[,;\t\r\n|])(\s*['\"]?\s*)(?=[{_BEGINS}])")


def log_csv(paper: LogPaper, *, separator: str = ",") -> bytes:
    """Every line, by number, with its corrections after it; times in UTC as ISO 8601.

    Args:
      separator: what the reader's spreadsheet takes for one: a semicolon where decimals have a comma.

    Raises:
      BadInput: it is no separator.
    """
    if separator not in SEPARATORS:
        raise BadInput("a table's separator is a comma, a semicolon or a tab")
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for cells in _rows(paper):
        writer.writerow([defused(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def write_log_csv(path: Path, paper: LogPaper, *, separator: str = ",") -> None:
    """`log_csv` as a file, whole or not at all. Raises Unavailable where it cannot be written."""
    replace_file(path, log_csv(paper, separator=separator))


def defused(text: str) -> str:
    """The text so that no part of it is run as a formula; without signs that no text file holds."""
    plain = "".join(sign for sign in text if sign in "\t\n\r" or sign.isprintable() or sign in _JOINERS)
    return _FORMULA.sub(r"\1\2'", plain)


_JOINERS: Final = "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\u00a0\u202f"
"""Not printable by Python's account, and part of Arabic and French texts."""


def _rows(paper: LogPaper) -> Iterator[tuple[str, ...]]:
    for view in paper.lines:
        said = "" if view.significant is None else ("yes" if view.significant else "no")
        yield _row(paper, view.entry, said)
        for correction in view.corrections:
            yield _row(paper, correction, "")


def _row(paper: LogPaper, entry: LogEntry, significant: str) -> tuple[str, ...]:
    line, number = entry.line, paper.number(entry.line)
    return (
        str(entry.seq or ""),
        _time(line.happened_at),
        _time(entry.recorded_at) if entry.seq else "",
        line.kind.value,
        line.event.value,
        "" if number is None else str(number),
        line.text,
        paper.who(line),
        line.position,
        line.org,
        line.station,
        line.from_whom,
        line.to_whom,
        line.means,
        " ".join(str(camera) for camera in sorted(line.cameras)),
        "" if line.about is None else str(line.about),
        significant,
    )


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
