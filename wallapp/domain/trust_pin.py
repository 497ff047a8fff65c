"""What a station was told to believe, kept beside its profile and out of the shared store."""

from __future__ import annotations

from typing import Final

from wallapp.domain.documents import read_document, write_document
from wallapp.domain.warrant import TrustPin

PIN_FILE: Final = "trust.json"
UNCHECKED_SUFFIX: Final = ".unchecked"
"""Of a file beside the pin: it was taken from the store itself, and nobody has compared it with anything."""


def write_pin(pin: TrustPin) -> str:
    """The file's content."""
    return write_document(pin)


def read_pin(text: str) -> TrustPin:
    """The inverse of `write_pin`.

    Raises:
      BadInput: the file was altered or is none.
    """
    return read_document(text.strip(), TrustPin)
