"""Logging: named loggers by area and one redacting filter at the root.

PyAV puts the whole address, password included, into its messages, and so may any library: secrets are
taken out where every record passes, not where each is written.
"""

from __future__ import annotations

import logging
import re
from typing import TextIO

_USER_INFO = re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://)[^/\s'\"<>]*@")
_QUERY_SECRET = re.compile(
    r"(?i)([?&;](?:pass(?:word|wd)?|pwd|token|auth|key|api_?key|secret|sig(?:nature)?|user(?:name)?)=)[^&\s'\"<>]+"
)
_HEADER_SECRET = re.compile(r"(?i)\b((?:proxy-)?authorization['\"]?\s*[:=]\s*['\"]?)[^\r\n'\"]+")


def redact(text: str) -> str:
    """The text with credentials in addresses, queries and Authorization headers replaced by ***.

    An address's user part is taken out up to the last @ before the path, because passwords may hold one.
    """
    text = _USER_INFO.sub(r"\1***@", text)
    text = _QUERY_SECRET.sub(r"\1***", text)
    return _HEADER_SECRET.sub(r"\1***", text)


class RedactingFormatter(logging.Formatter):
    """Redacts what is written: message, arguments, traceback and stack alike."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def configure(level: int = logging.WARNING, stream: TextIO | None = None) -> None:
    """Send every logger to one stream (stderr unless given), redacted. Replaces earlier handlers."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
