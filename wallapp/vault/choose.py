"""Which vault a station uses, and saying so. Never plain text, and never a silent change from one to another."""

from __future__ import annotations

import logging
from collections.abc import Callable, MutableMapping
from pathlib import Path

from keyring.backend import KeyringBackend

from wallapp.base.errors import Unavailable
from wallapp.services.credentials import Credential
from wallapp.services.ports import Vault
from wallapp.vault.sealed_file import SealedFile
from wallapp.vault.system import SystemVault, system_backend

LOG = logging.getLogger("wallapp.vault")

FILE_NAME = "vault.sealed"
PASSPHRASE_VARIABLE = "WALLAPP_VAULT_PASSPHRASE"


class ClosedVault:
    """Fulfils services.ports.Vault where there is none: says why, whatever it is asked."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    @property
    def description(self) -> str:
        """Why it is closed."""
        return self._reason

    def read(self, name: str) -> Credential | None:
        """Raises Unavailable."""
        raise Unavailable(self._reason)

    def write(self, name: str, credential: Credential) -> None:
        """Raises Unavailable."""
        raise Unavailable(self._reason)

    def forget(self, name: str) -> bool:
        """Raises Unavailable."""
        raise Unavailable(self._reason)

    def names(self) -> list[str]:
        """Raises Unavailable."""
        raise Unavailable(self._reason)


def open_vault(
    profile_dir: Path,
    passphrase: str | Callable[[], str | None] | None = None,
    *,
    system: Callable[[], KeyringBackend | None] = system_backend,
) -> Vault:
    """The station's vault: the profile's sealed file where it has one, else the system's, else a new sealed file.

    Args:
      passphrase: or where to get it; asked only where a sealed file is opened or made. None: none is known.
      system: finds the system's back end; None from it means that there is none to be trusted.

    Returns:
      A vault; where none can be opened now a closed one, whose every answer is the reason: cameras that need
      no credential work all the same.

    Raises:
      BadInput: the passphrase does not open the sealed file, or the file is damaged or newer.
      Unavailable: the sealed file cannot be read.
    """
    vault = _choose(profile_dir / FILE_NAME, passphrase, system)
    LOG.info("vault: %s", vault.description)
    return vault


def _choose(
    path: Path, passphrase: str | Callable[[], str | None] | None, system: Callable[[], KeyringBackend | None]
) -> Vault:
    is_sealed = path.exists()
    if not is_sealed and (backend := system()) is not None:
        return SystemVault(backend)
    text = passphrase() if callable(passphrase) else passphrase
    if text:
        return SealedFile(path, text)
    if is_sealed:
        return ClosedVault(f"the vault {path} is sealed; give its passphrase in {PASSPHRASE_VARIABLE}")
    return ClosedVault(
        "this system has no vault that wallapp trusts; "
        f"give a passphrase in {PASSPHRASE_VARIABLE} to keep credentials in a sealed file"
    )


def take_passphrase(environment: MutableMapping[str, str]) -> str | None:
    """The passphrase from the environment, taken out of it so that no child process inherits it; None where none is."""
    return environment.pop(PASSPHRASE_VARIABLE, None) or None
