"""`wallapp cap`: files of CAP messages, looked at without a store and without a wall."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TextIO

from wallapp.base.errors import BadInput
from wallapp.domain.cap_reading import Reading
from wallapp.exchange.cap_read import read_cap_file
from wallapp.services.options import CapOptions


def run_cap(options: CapOptions, out: TextIO) -> int:
    """Write one JSON line for each alert of each file, or for why it is refused; returns 0.

    Raises:
      BadInput: a file or an alert was refused; all lines were written all the same.
    """
    refused = total = 0
    # A terminal in an old encoding would break JSON's letters; where it has them all, people can read them.
    plain = (out.encoding or "").lower().replace("-", "") != "utf8"
    for path in options.paths:
        for reading in read_cap_file(path):
            total += 1
            refused += reading.refusal is not None
            out.write(json.dumps(_line(path, reading), ensure_ascii=plain) + "\n")
    out.flush()
    if refused:
        raise BadInput(f"{refused} of {total} alerts refused; the lines above say why")
    return 0


def _line(path: Path, reading: Reading) -> dict[str, object]:
    """What a script wants to know of one alert."""
    warnings = [f"{oddity.where}: {oddity.text}" if oddity.where else oddity.text for oddity in reading.warnings]
    if reading.alert is None:
        named = {"identifier": reading.identifier} if reading.identifier else {}
        return {"file": str(path), **named, "refused": reading.refusal, "why": reading.why}
    return {
        "file": str(path),
        "identifier": reading.alert.identifier,
        "status": reading.alert.status,
        "msgType": reading.alert.msg_type,
        "event": reading.alert.event or None,
        "warnings": warnings,
    }
