"""Proving a password over HTTP: once an address, by digest, or in clear text inside verified TLS only.

Python's own handlers will not do: they try a wrong password six times, which locks cameras' accounts, look at the
first challenge only, know neither SHA-256 nor a password outside ASCII, and send Basic over plain HTTP.
Digest is RFC 7616 with `auth` or without a quality of protection (RFC 2069).
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Callable
from http.client import HTTPMessage
from itertools import zip_longest
from typing import IO, Any, Final
from urllib.request import BaseHandler, Request

from wallapp.decoder.causes import SourceError
from wallapp.domain.feed_state import Cause

_SCHEME: Final = re.compile(r"(?i)(?:^|,)\s*(digest|basic)(?=\s)")
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_PART: Final = re.compile(r'(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_HASHES: Final[dict[str, Callable[[bytes], Any]]] = {
    "SHA-256": hashlib.sha256,
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False),
}
"""The stronger first."""

Challenge = tuple[str, dict[str, str]]


class LoginOnce(BaseHandler):
    """Answers a 401 once; the second is the caller's."""

    handler_order = 490  # before whatever else answers a 401

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password

    def http_error_401(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage) -> Any:
        """urllib's hook: the answer to the request asked again, or None to leave it refused."""
        if not self._user or req.has_header("Authorization"):
            return None
        offered = challenges(headers.get_all("WWW-Authenticate", []))
        proof = best_proof(offered, req.get_method(), req.selector, self._user, self._password)
        if proof is None and any(scheme == "basic" for scheme, _ in offered):
            if req.type != "https":
                fp.close()
                words = "it wants the password in clear text: give it an https address, or let it ask by digest"
                raise SourceError(Cause.UNAUTHORISED, words)
            proof = "Basic " + base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        if proof is None:
            return None
        fp.close()
        # Headers are Latin-1 to the client; the name is to travel as UTF-8.
        req.add_unredirected_header("Authorization", proof.encode().decode("latin-1"))
        return self.parent.open(req, timeout=req.timeout)


def challenges(headers: list[str]) -> list[Challenge]:
    """Every scheme that the headers offer, lower case, with its parameters."""
    found: list[Challenge] = []
    for header in headers:
        bare = _QUOTED.sub(lambda quoted: "-" * len(quoted[0]), header)  # a realm may hold a comma and a scheme's name
        marks = list(_SCHEME.finditer(bare))
        for mark, after in zip_longest(marks, marks[1:]):
            parts = _PART.findall(header[mark.end() : after.start() if after else len(header)])
            found.append((mark[1].lower(), {name.lower(): quoted or plain for name, quoted, plain in parts}))
    return found


def best_proof(offered: list[Challenge], method: str, uri: str, user: str, password: str) -> str | None:
    """The Authorization header for the strongest digest offered; None where there is none that we know."""
    for algorithm, digest in _HASHES.items():
        for scheme, parts in offered:
            if scheme != "digest" or parts.get("algorithm", "MD5").upper() != algorithm:
                continue
            modes = [mode.strip() for mode in parts.get("qop", "").lower().split(",") if mode.strip()]
            if modes and "auth" not in modes:
                continue
            return _digest_proof(parts, digest, with_mode=bool(modes), method=method, uri=uri, login=(user, password))
    return None


def _digest_proof(
    parts: dict[str, str],
    digest: Callable[[bytes], Any],
    *,
    with_mode: bool,
    method: str,
    uri: str,
    login: tuple[str, str],
) -> str:
    def hashed(text: str) -> str:
        return str(digest(text.encode()).hexdigest())

    user, password = login
    realm, nonce, count, own = parts.get("realm", ""), parts.get("nonce", ""), "00000001", secrets.token_hex(8)
    secret, asked = hashed(f"{user}:{realm}:{password}"), hashed(f"{method}:{uri}")
    between = f"{nonce}:{count}:{own}:auth" if with_mode else nonce
    name = user.replace("\\", "\\\\").replace('"', '\\"')
    proof = f'Digest username="{name}", realm="{realm}", nonce="{nonce}", uri="{uri}"'
    proof += f', response="{hashed(f"{secret}:{between}:{asked}")}"'
    for key in ("algorithm", "opaque"):
        if key in parts:
            proof += f", {key}={parts[key]}" if key == "algorithm" else f', {key}="{parts[key]}"'
    return proof + (f', qop=auth, nc={count}, cnonce="{own}"' if with_mode else "")
