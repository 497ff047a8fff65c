"""Credentials from the vault to the decoders."""

from __future__ import annotations

import logging
import threading

from wallapp.base.errors import WallError
from wallapp.services.credentials import Credential
from wallapp.services.ports import Vault

_log = logging.getLogger("wallapp.app.credentials")


class CredentialDesk:
    """Reads each entry once; what is not there is asked for again, so that adding it is enough. Any thread."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._known: dict[str, Credential] = {}
        self._lock = threading.Lock()

    def credential_of(self, name: str) -> Credential | None:
        """The entry; None where the vault has none or is closed."""
        with self._lock:
            found = self._known.get(name)
            if found is None:
                try:
                    found = self._vault.read(name)
                except WallError as error:
                    _log.warning("credential %s: %s", name, error)
                    return None
                if found is not None:
                    self._known[name] = found
            return found
