"""A file of credentials, sealed by a passphrase: Argon2id (RFC 9106) for the key, AES-256-GCM for the content.

Layout: a line with the format's version, a line of JSON with the cost and the salt, 12 bytes of nonce, the
sealed content. Both lines are authenticated with the content, so that no bit of the file can be changed unseen.
"""

from __future__ import annotations

import json
import re
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.files import replace_file
from wallapp.services.credentials import Credential, check_credential_name
from wallapp.vault.sealing import OVERHEAD_BYTES, SALT_BYTES, Cost, derive, new_salt, seal, unseal

PASSPHRASE_LENGTH_MIN = 12
_SIZE_MAX_BYTES = 4 * 1024 * 1024
_MAGIC = b"wallapp sealed vault "
_VERSION = 1
_VERSION_LINE = re.compile(rb"wallapp sealed vault ([0-9]{1,6})\n")


@dataclass(frozen=True, slots=True)
class _Header:
    """The two lines before the nonce; `lines` is what is authenticated."""

    lines: bytes
    cost: Cost
    salt: bytes


class SealedFile:
    """Fulfils services.ports.Vault. Any thread, one call at a time; one process writes.

    The key is kept, the passphrase is not. The file is read anew at each call.
    """

    def __init__(self, path: Path, passphrase: str, *, cost: Cost | None = None) -> None:
        """Open the file, or prepare a new one that the first write makes. Takes a third of a second.

        Args:
          cost: for a new file; an old one says its own.

        Raises:
          BadInput: the passphrase does not open the file, or is too short for a new one; or the file is damaged,
            or was made by a newer wallapp.
          Unavailable: the file cannot be read, or the station lacks the memory that the passphrase's check takes.
        """
        self._path = path
        self._lock = threading.Lock()
        content = self._content()
        if content is None:
            if len(passphrase) < PASSPHRASE_LENGTH_MIN:
                raise BadInput(
                    f"a vault's passphrase has at least {PASSPHRASE_LENGTH_MIN} characters; choose a longer one"
                )
            self._header = _new_header(cost or Cost())
        else:
            self._header = _parse(content, path)[0]
        self._key = derive(passphrase, self._header.salt, self._header.cost)
        if content is not None:
            self._unsealed(content)

    def __repr__(self) -> str:
        return f"SealedFile({str(self._path)!r})"

    @property
    def description(self) -> str:
        """Which vault this is."""
        return f"the sealed file {self._path}"

    def read(self, name: str) -> Credential | None:
        """The entry of that name; None where there is none.

        Raises:
          BadInput: the file was altered.
          Unavailable: the file cannot be read, or was made anew with another passphrase.
        """
        check_credential_name(name)
        with self._lock:
            return self._entries().get(name)

    def write(self, name: str, credential: Credential) -> None:
        """Keep it, replacing the entry of that name, and read it back.

        Raises:
          BadInput: the name is none that a vault may hold, or the file was altered.
          Unavailable: the file cannot be read or written; what it held it still holds.
        """
        check_credential_name(name)
        with self._lock:
            self._save({**self._entries(), name: credential})

    def forget(self, name: str) -> bool:
        """Remove the entry; False where there was none."""
        check_credential_name(name)
        with self._lock:
            entries = self._entries()
            if entries.pop(name, None) is None:
                return False
            self._save(entries)
            return True

    def names(self) -> list[str]:
        """The names of all entries, sorted."""
        with self._lock:
            return sorted(self._entries())

    def _entries(self) -> dict[str, Credential]:
        content = self._content()
        return {} if content is None else self._unsealed(content)

    def _content(self) -> bytes | None:
        try:
            with self._path.open("rb") as file:
                content = file.read(_SIZE_MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Unavailable(f"the vault {self._path} cannot be read ({error.strerror}); mend its rights") from error
        if len(content) > _SIZE_MAX_BYTES:
            raise _damaged(self._path)
        return content

    def _unsealed(self, content: bytes) -> dict[str, Credential]:
        header, sealed = _parse(content, self._path)
        if header.salt != self._header.salt:
            raise Unavailable(f"the vault {self._path} was made anew; restart wallapp and give its new passphrase")
        plain = unseal(self._key, sealed, header.lines)
        if plain is None:
            raise BadInput(
                f"the passphrase does not open the vault {self._path}, or the file was altered; "
                "try again or put a backup in its place"
            )
        return {name: Credential(user, password) for name, (user, password) in json.loads(plain).items()}

    def _save(self, entries: dict[str, Credential]) -> None:
        plain = json.dumps({name: [entry.user, entry.password] for name, entry in entries.items()}).encode()
        sealed = seal(self._key, plain, self._header.lines)
        replace_file(self._path, self._header.lines + sealed, mode=0o600)
        if self._entries() != entries:
            raise Unavailable(f"the vault {self._path} did not keep the entry; check the disk and try again")


def _new_header(cost: Cost) -> _Header:
    salt = new_salt()
    parameters = json.dumps({"kdf": "argon2id", **asdict(cost), "salt": salt.hex()})
    return _Header(_MAGIC + f"{_VERSION}\n{parameters}\n".encode(), cost, salt)


def _parse(content: bytes, path: Path) -> tuple[_Header, bytes]:
    """The header, and nonce with sealed content. Nothing of it is trusted before it was unsealed."""
    version_line = _VERSION_LINE.match(content)
    if version_line is None:
        raise _damaged(path)
    if int(version_line[1]) > _VERSION:
        raise BadInput(f"the vault {path} was made by a newer wallapp; update this station or choose another --profile")
    parameter_line, _, sealed = content[version_line.end() :].partition(b"\n")
    try:
        found = json.loads(parameter_line)
        cost = Cost(found["time"], found["memory_kib"], found["lanes"])
        salt = bytes.fromhex(found["salt"])
        bearable = found["kdf"] == "argon2id" and len(salt) == SALT_BYTES and cost.is_bearable()
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged(path) from None
    if not bearable or int(version_line[1]) != _VERSION or len(sealed) < OVERHEAD_BYTES:
        raise _damaged(path)
    return _Header(content[: len(content) - len(sealed)], cost, salt), sealed


def _damaged(path: Path) -> BadInput:
    return BadInput(f"{path} is no sealed vault or is damaged; put a backup in its place or move it away")
