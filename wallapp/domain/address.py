"""Stream addresses: raw text in, checked value out. Lexical only: nothing is resolved, opened or looked up.

Credentials never stand in an address: they would travel with it into logs, exports and process lists.
No message here repeats any part of the address, for the same reason.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, unquote, urlsplit

from wallapp.base.errors import BadInput


class Scheme(StrEnum):
    """The protocols that a camera may be reached by."""

    RTSP = "rtsp"
    RTSPS = "rtsps"
    HTTP = "http"
    HTTPS = "https"
    UDP = "udp"
    FILE = "file"


class AddressFault(StrEnum):
    """What is wrong with an address text."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"
    NO_SCHEME = "no_scheme"
    SCHEME_NOT_ALLOWED = "scheme_not_allowed"
    CREDENTIAL_INSIDE = "credential_inside"
    NO_HOST = "no_host"
    BAD_HOST = "bad_host"
    BAD_PORT = "bad_port"
    NO_PORT = "no_port"
    FRAGMENT = "fragment"
    OPTION_NOT_ALLOWED = "option_not_allowed"
    RELATIVE_FILE = "relative_file"
    FILE_HOST = "file_host"


FAULT_WORDS: dict[AddressFault, str] = {
    AddressFault.EMPTY: "the address is empty",
    AddressFault.TOO_LONG: "the address is longer than 2048 characters",
    AddressFault.CONTROL_CHARACTER: "the address holds a space, a line break or another character that none may hold",
    AddressFault.NO_SCHEME: "the address must begin with rtsp://, rtsps://, http://, https:// or udp:// or name a file",
    AddressFault.SCHEME_NOT_ALLOWED: "only rtsp, rtsps, http, https, udp and file addresses are allowed",
    AddressFault.CREDENTIAL_INSIDE: (
        "the address holds a user, password or token: take it out, keep it in the vault "
        "and name the vault's entry in the `credential` column (an @ that belongs to a path is written %40)"
    ),
    AddressFault.NO_HOST: "the address names no host",
    AddressFault.BAD_HOST: "the address's host is not a valid name or IP address",
    AddressFault.BAD_PORT: "the address's port is no number from 1 to 65535",
    AddressFault.NO_PORT: "a udp address needs a port, as in udp://239.1.1.1:5000",
    AddressFault.FRAGMENT: "the address must not hold a #; write %23 where a path needs one",
    AddressFault.OPTION_NOT_ALLOWED: (
        "a udp address may carry only localaddr, sources, buffer_size, fifo_size, overrun_nonfatal, pkt_size"
    ),
    AddressFault.RELATIVE_FILE: "write the file's whole path, from the root",
    AddressFault.FILE_HOST: "a file address names no host: write file:/// and the whole path",
}
"""In English; the ui translates by fault."""


class BadAddress(BadInput):
    """The text is no address that wallapp accepts; `fault` says why."""

    def __init__(self, fault: AddressFault) -> None:
        super().__init__(FAULT_WORDS[fault])
        self.fault = fault


@dataclass(frozen=True, slots=True)
class StreamAddress:
    """A checked address: no credential inside, an allowed scheme, a host and port that can exist.

    Attributes:
      text: the address in full, scheme and host in lower case; for a file what was given.
      host: lower case, IPv6 without brackets; empty for a file, and for udp on all interfaces.
      port: None where the scheme's own holds, and for a file.
      path: of a URL with its query; for a file the decoded local path.
    """

    text: str
    scheme: Scheme
    host: str
    port: int | None
    path: str

    @property
    def host_key(self) -> str:
        """What openings are counted by: the host, or "file"."""
        return "file" if self.scheme is Scheme.FILE else self.host or "udp"

    @property
    def is_playlist(self) -> bool:
        """Whether its name says HLS. Only a hint: what is allowed is decided by what is received."""
        return self._name_ends_with(".m3u8")

    @property
    def is_snapshot(self) -> bool:
        """Whether its name says one still picture, to be asked for again and again. Only a hint."""
        return self.scheme in (Scheme.HTTP, Scheme.HTTPS) and self._name_ends_with(".jpg", ".jpeg", ".png")

    def _name_ends_with(self, *endings: str) -> bool:
        return self.path.partition("?")[0].lower().endswith(endings)


LENGTH_MAX = 2048
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_HOST_LIKE = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?:[:/]|$)|[\w.-]+:\d+(?:/|$)|\[[0-9A-Fa-f:.]+\]")
_HOST = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(?:\.(?!-)[\w-]{1,63}(?<!-))*\.?")
_IPV6 = re.compile(r"[0-9A-Fa-f:.]+(?:%[\w.-]+)?")
# A name, then "=", then something: in a query, or in a path as some recorders write it (/user=…_password=…_channel=1).
_SECRET = re.compile(
    r"(?i)(?:^|[?&;/_.,-])"
    r"(?:[\w.-]*(?:pass(?:word|wd|phrase)?|pwd|token|secret|signature|credentials?)"
    r"|[\w.-]*key|auth[\w-]*|sig|sid|session(?:[_-]?id)?|jwt|user(?:name)?|usr|login|account)"
    r"=[^&;/]"
)
_UDP_OPTIONS = frozenset({"localaddr", "sources", "buffer_size", "fifo_size", "overrun_nonfatal", "pkt_size"})


def parse_address(address_text: str) -> StreamAddress:
    """The checked address of a raw text; spaces around it are ignored.

    Raises:
      BadAddress: the text is no address, its scheme is not allowed, or it holds a credential.
    """
    text = address_text.strip()
    if not text:
        raise BadAddress(AddressFault.EMPTY)
    if len(text) > LENGTH_MAX:
        raise BadAddress(AddressFault.TOO_LONG)
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text):
        raise BadAddress(AddressFault.CONTROL_CHARACTER)
    if is_file_path(text):
        return _local_file(text, text)
    found = _SCHEME.match(text)
    if (found is None or found[1].lower() not in set(Scheme)) and "@" in text and ":" in text.partition("@")[0]:
        raise BadAddress(AddressFault.CREDENTIAL_INSIDE)
    if found is None:
        raise BadAddress(AddressFault.NO_SCHEME)
    scheme_text = found[1].lower()
    if scheme_text not in set(Scheme):
        # "cam7:554/live" reads as a scheme of its own; what its writer forgot is the scheme.
        raise BadAddress(AddressFault.NO_SCHEME if _HOST_LIKE.match(text) else AddressFault.SCHEME_NOT_ALLOWED)
    if Scheme(scheme_text) is Scheme.FILE:
        return _file_url(text)
    return _network_url(text, Scheme(scheme_text))


def is_file_path(address_text: str) -> bool:
    """Whether the text is a path (not a file:// URL): absolute, or relative to a file with an ending.

    "n/a" and "rtsp//cam7/live" are neither, so that a slip does not turn into a file that is never found.
    """
    text = address_text.strip()
    if _DRIVE.match(text):
        return True
    if text.startswith("/"):
        return not text.startswith("//")
    if not text or "//" in text or _SCHEME.match(text) or _HOST_LIKE.match(text):
        return False
    return bool(posixpath.splitext(text.replace("\\", "/"))[1])


def anchored(address_text: str, folder: str) -> str:
    """The text, with a relative file path made absolute from `folder` (an absolute path); all else unchanged."""
    text = address_text.strip()
    if not is_file_path(text) or text.startswith("/") or _DRIVE.match(text):
        return text
    if _DRIVE.match(folder):
        return f"{folder.rstrip('/' + chr(92))}{chr(92)}{text}"
    return posixpath.normpath(posixpath.join(folder, text))


def _local_file(text: str, path: str) -> StreamAddress:
    if not (path.startswith("/") or _DRIVE.match(path)):
        raise BadAddress(AddressFault.RELATIVE_FILE)
    return StreamAddress(text, Scheme.FILE, "", None, path)


def _file_url(text: str) -> StreamAddress:
    rest = text.partition(":")[2]
    if not rest.startswith("//"):
        raise BadAddress(AddressFault.RELATIVE_FILE)
    host, slash, path_text = rest[2:].partition("/")
    if host not in ("", "localhost"):
        raise BadAddress(AddressFault.FILE_HOST)
    path = unquote(slash + path_text)
    if "\0" in path or "\n" in path:
        raise BadAddress(AddressFault.CONTROL_CHARACTER)
    if _DRIVE.match(path[1:]):
        path = path[1:]
    return _local_file("file:" + rest, path)


def _network_url(text: str, scheme: Scheme) -> StreamAddress:
    if any(character.isspace() or character in '\\"<>`' for character in text):
        raise BadAddress(AddressFault.CONTROL_CHARACTER)
    try:
        parts = urlsplit(text)
    except ValueError:
        raise BadAddress(AddressFault.BAD_HOST) from None
    _refuse_credentials(text, parts, scheme)
    if parts.fragment or text.endswith("#"):
        raise BadAddress(AddressFault.FRAGMENT)
    host = (parts.hostname or "").rstrip(".")
    if not host and not (scheme is Scheme.UDP and parts.netloc.startswith("@")):
        raise BadAddress(AddressFault.NO_HOST)
    if host and not (_IPV6 if ":" in host else _HOST).fullmatch(host):
        raise BadAddress(AddressFault.BAD_HOST)
    port = _port(parts)
    if scheme is Scheme.UDP:
        if port is None:
            raise BadAddress(AddressFault.NO_PORT)
        if any(option.partition("=")[0] not in _UDP_OPTIONS for option in parts.query.split("&") if option):
            raise BadAddress(AddressFault.OPTION_NOT_ALLOWED)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return StreamAddress(f"{scheme}://{parts.netloc.lower()}{path}", scheme, host, port, path)


def _refuse_credentials(text: str, parts: SplitResult, scheme: Scheme) -> None:
    """Raise for a user part, and for anything that looks like a secret in the path or the query."""
    before, at, _ = parts.netloc.rpartition("@")
    if at and (before or scheme is not Scheme.UDP):
        raise BadAddress(AddressFault.CREDENTIAL_INSIDE)
    after_host = text.partition("://")[2][len(parts.netloc) :]
    # A password with / ? or # in it ends the host part early: admin:12/ab@host has host "admin" and port 12.
    if "@" in after_host or _SECRET.search(unquote(after_host)):
        raise BadAddress(AddressFault.CREDENTIAL_INSIDE)


def _port(parts: SplitResult) -> int | None:
    try:
        port = parts.port
    except ValueError:
        raise BadAddress(AddressFault.BAD_PORT) from None
    if port == 0 or (port is None and parts.netloc.endswith(":")):
        raise BadAddress(AddressFault.BAD_PORT)
    return port
