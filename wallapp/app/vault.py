"""`wallapp vault`: the cameras' users and passwords. A password is asked for or piped in, never an argument."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TextIO

from wallapp.base.errors import BadInput, NotFound
from wallapp.services.credentials import Credential
from wallapp.services.options import VaultAction, VaultOptions
from wallapp.vault.choose import PASSPHRASE_VARIABLE, open_vault, take_passphrase


def run_vault(options: VaultOptions, out: TextIO) -> int:
    """Do one piece of work on the vault; returns 0.

    Raises:
      BadInput: the passphrase or the password cannot be used.
      NotFound: there is no such entry to forget.
      Unavailable: the vault is closed, locked or cannot be written.
    """
    vault = open_vault(options.station.profile_dir, _passphrase)
    if options.action is VaultAction.LIST:
        names = vault.names()
        out.write("".join(f"{name}\n" for name in names))
        out.write(f"{len(names)} entries in {vault.description}\n")
    elif options.action is VaultAction.FORGET:
        if not vault.forget(options.entry):
            raise NotFound(f"{vault.description} has no entry {options.entry}; see wallapp vault list")
        out.write(f"{options.entry} removed from {vault.description}\n")
    else:
        vault.names()  # a closed vault says so before a password is typed in vain
        vault.write(options.entry, Credential(options.user, _password(options)))
        out.write(f"{options.entry} kept in {vault.description}\n")
    return 0


def _passphrase() -> str | None:
    """From the environment, else from whoever sits at the terminal."""
    told = take_passphrase(os.environ)
    if told is not None or not sys.stdin.isatty():
        return told
    return getpass.getpass(f"Passphrase of the vault ({PASSPHRASE_VARIABLE} is not set): ") or None


def _password(options: VaultOptions) -> str:
    if sys.stdin.isatty():
        password = getpass.getpass(f"Password of {options.user} for {options.entry}: ")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise BadInput("no password was given; type it when asked, or pipe it in as one line")
    return password
