"""The operating system's own vault, through keyring, where its back end is one of a short list.

keyring takes whatever back end is installed: `keyrings.alt` writes plain text, `null` forgets, `fail` raises.
So the class is compared with a list, and every write is read back.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend

from wallapp.base.errors import Unavailable
from wallapp.services.credentials import Credential, check_credential_name

LOG = logging.getLogger("wallapp.vault")
_Answer = TypeVar("_Answer")

SERVICE = "wallapp"
ALLOWED = {
    "keyring.backends.SecretService.Keyring": "Secret Service",
    "keyring.backends.kwallet.DBusKeyring": "KWallet",
    "keyring.backends.macOS.Keyring": "macOS Keychain",
    "keyring.backends.Windows.WinVaultKeyring": "Windows Credential Manager",
}
"""Exact class to the name that people know it by. A subclass is another class."""
_CHAINER = "keyring.backends.chainer.ChainerBackend"
_INDEX = "#names"
"""keyring cannot list entries; this one holds their names. No credential can have this name."""


def class_name(backend: KeyringBackend) -> str:
    """The back end's class, module and all."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def allowed_backend(backend: KeyringBackend) -> KeyringBackend | None:
    """The back end itself where it is on the list; of a chain its first member that is; else None.

    A chain is never used as a whole: what its first member cannot keep goes to the next one, which may be plain text.
    """
    members = getattr(backend, "backends", ()) if class_name(backend) == _CHAINER else (backend,)
    return next((member for member in members if class_name(member) in ALLOWED), None)


def system_backend() -> KeyringBackend | None:
    """What this system offers, None where that is nothing to be trusted. Asks the session's services: some 50 ms."""
    try:
        backend = keyring.get_keyring()
    except Exception:  # a back end that is set up wrongly fails with whatever its own module raises
        LOG.warning("the system's vault could not be looked up", exc_info=True)
        return None
    return allowed_backend(backend)


class SystemVault:
    """Fulfils services.ports.Vault. Any thread, one call at a time."""

    def __init__(self, backend: KeyringBackend) -> None:
        """`backend` is one that `allowed_backend` returned."""
        self._backend = backend
        self._lock = threading.Lock()

    @property
    def description(self) -> str:
        """Which vault this is."""
        return f"the system's vault ({ALLOWED.get(class_name(self._backend), class_name(self._backend))})"

    def read(self, name: str) -> Credential | None:
        """The entry of that name; None where there is none.

        Raises:
          Unavailable: the system's vault is locked or does not answer, or holds something of that name not ours.
        """
        check_credential_name(name)
        with self._lock:
            text = self._get(name)
        return None if text is None else _from_text(text)

    def write(self, name: str, credential: Credential) -> None:
        """Keep it, replacing the entry of that name, and read it back.

        Raises:
          BadInput: the name is none that a vault may hold.
          Unavailable: the system's vault is locked, does not answer or did not keep it.
        """
        check_credential_name(name)
        with self._lock:
            self._put(name, json.dumps({"user": credential.user, "password": credential.password}))
            names = self._names()
            if name not in names:
                self._put(_INDEX, json.dumps(sorted({*names, name})))

    def forget(self, name: str) -> bool:
        """Remove the entry; False where there was none."""
        check_credential_name(name)
        with self._lock:
            there = self._get(name) is not None
            if there:
                self._ask(lambda: self._backend.delete_password(SERVICE, name))
            names = self._names()
            if name in names:
                self._put(_INDEX, json.dumps([other for other in names if other != name]))
        return there

    def names(self) -> list[str]:
        """The names of all entries that wallapp wrote, sorted."""
        with self._lock:
            return self._names()

    def _names(self) -> list[str]:
        text = self._get(_INDEX)
        try:
            found = json.loads(text) if text else []
        except ValueError:
            found = []
        return sorted(name for name in found if isinstance(name, str)) if isinstance(found, list) else []

    def _get(self, name: str) -> str | None:
        return self._ask(lambda: self._backend.get_password(SERVICE, name))

    def _put(self, name: str, text: str) -> None:
        self._ask(lambda: self._backend.set_password(SERVICE, name, text))
        if self._get(name) != text:
            raise Unavailable(f"{self.description} did not keep the entry; unlock it or use a sealed file")

    def _ask(self, question: Callable[[], _Answer]) -> _Answer:
        try:
            return question()
        except Exception as error:
            raise Unavailable(
                f"{self.description} does not answer ({type(error).__name__}); unlock it, or sign in to the desktop"
            ) from error


def _from_text(text: str) -> Credential:
    try:
        found = json.loads(text)
        user, password = found["user"], found["password"]
    except (ValueError, KeyError, TypeError):
        user = password = None
    if not (isinstance(user, str) and isinstance(password, str)):
        # Not `from` the cause: a JSON error carries the text, which is the secret.
        raise Unavailable(
            "the system's vault holds an entry of this name that is not wallapp's; write it again"
        ) from None
    return Credential(user, password)
