"""RTSP 1.0 requests and replies (RFC 2326), and digest authentication (RFC 2617). Text in, text out; no sockets."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from wallapp.base.errors import BadInput

REALM = "wallapp simulation"

_REASONS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    454: "Session Not Found",
    455: "Method Not Valid In This State",
    461: "Unsupported Transport",
    503: "Service Unavailable",
}
_CHALLENGE_PART = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|([^",\s]+))')


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a client must know. Never shown."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """One request. Header names are lower case."""

    method: str
    url: str
    headers: dict[str, str]

    @property
    def path_name(self) -> str:
        """The first part of the address's path: `cam1` of rtsp://host/cam1/trackID=0."""
        return unquote(urlsplit(self.url).path.strip("/").split("/")[0])

    @property
    def sequence(self) -> str:
        """The CSeq to be repeated in the reply."""
        return self.headers.get("cseq", "0")

    @property
    def body_bytes(self) -> int:
        """The length of the body that follows; 0 where none is named or it is no number."""
        text = self.headers.get("content-length", "0").strip()
        return int(text) if text.isdecimal() else 0


def parse_request(head: bytes) -> Request:
    """A request from its head, the blank line included or not.

    Raises:
      BadInput: this is no RTSP request.
    """
    lines = head.decode("utf-8", "replace").split("\r\n")
    parts = lines[0].split(" ")
    if len(parts) != 3 or not parts[2].startswith("RTSP/"):
        raise BadInput("not an RTSP request.")
    pairs = (line.partition(":") for line in lines[1:] if ":" in line)
    return Request(parts[0], parts[1], {name.strip().lower(): value.strip() for name, _, value in pairs})


def reply(request: Request, status: int = 200, headers: dict[str, str] | None = None, *, body: str = "") -> bytes:
    """The bytes of a reply; adds CSeq and, for a body, its length."""
    lines = [f"RTSP/1.0 {status} {_REASONS[status]}", f"CSeq: {request.sequence}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body:
        lines.append(f"Content-Length: {len(body.encode())}")
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def challenge(nonce: str) -> dict[str, str]:
    """The header that asks for digest authentication."""
    return {"WWW-Authenticate": f'Digest realm="{REALM}", nonce="{nonce}", algorithm="MD5"'}


def is_authorised(request: Request, credentials: Credentials, nonce: str) -> bool:
    """Whether the request proves the password for this connection's nonce."""
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "digest":
        return False
    given = {name: quoted or plain for name, quoted, plain in _CHALLENGE_PART.findall(rest)}
    if (given.get("username"), given.get("realm"), given.get("nonce")) != (credentials.user, REALM, nonce):
        return False
    if given.get("uri") != request.url:
        return False
    secret = _md5(f"{credentials.user}:{REALM}:{credentials.password}")
    asked = _md5(f"{request.method}:{request.url}")
    return hmac.compare_digest(_md5(f"{secret}:{nonce}:{asked}"), given.get("response", ""))


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
