"""What a station was told to believe, kept beside its profile and out of the shared store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wallapp.base.ids import StationName
from wallapp.domain.documents import read_document, write_document
from wallapp.domain.warrant import TrustPin

PIN_FILE: Final = "trust.json"


@dataclass(frozen=True, slots=True)
class StationTrust:
    """Attributes: station: the name that this station's grants bear; pin: the trust list to begin from."""

    station: StationName
    pin: TrustPin


def write_pin(trust: StationTrust) -> str:
    """The file's content."""
    return write_document(trust)


def read_pin(text: str) -> StationTrust:
    """The inverse of `write_pin`.

    Raises:
      BadInput: the file was altered or is none.
    """
    return read_document(text.strip(), StationTrust)
