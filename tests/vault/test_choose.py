"""Which vault a station gets: never plain text, never another one than before."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from tests.vault.test_system import MemoryBackend
from wallapp.base.errors import BadInput, Unavailable
from wallapp.services.credentials import Credential
from wallapp.services.ports import Vault
from wallapp.vault.choose import FILE_NAME, open_vault, take_passphrase
from wallapp.vault.sealed_file import SealedFile
from wallapp.vault.sealing import Cost

PASSPHRASE = "correct horse battery"
ENTRY = Credential("admin", "s3cr3t")


def nothing() -> KeyringBackend | None:
    return None


def never() -> str | None:
    raise AssertionError("nobody was to be asked for a passphrase")


def with_sealed_file(profile: Path) -> Path:
    SealedFile(profile / FILE_NAME, PASSPHRASE, cost=Cost(1, 8, 1)).write("a", ENTRY)
    return profile


def test_the_systems_vault_comes_first_and_nobody_is_asked(tmp_path: Path) -> None:
    backend = MemoryBackend()
    vault = open_vault(tmp_path, never, system=lambda: backend)
    vault.write("a", ENTRY)
    assert vault.read("a") == ENTRY
    assert "the system's vault" in vault.description
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_file_that_is_there_stays_the_vault(tmp_path: Path) -> None:
    with_sealed_file(tmp_path)
    vault = open_vault(tmp_path, lambda: PASSPHRASE, system=MemoryBackend)
    assert vault.read("a") == ENTRY
    assert "the sealed file" in vault.description


def test_without_a_system_vault_a_passphrase_makes_a_sealed_file(tmp_path: Path) -> None:
    vault = open_vault(tmp_path, PASSPHRASE, system=nothing)
    vault.write("a", ENTRY)
    assert (tmp_path / FILE_NAME).exists()
    assert open_vault(tmp_path, PASSPHRASE, system=nothing).read("a") == ENTRY


def all_answers(vault: Vault) -> set[str]:
    said = set()
    for act in (
        lambda: vault.read("a"),
        lambda: vault.write("a", ENTRY),
        lambda: vault.forget("a"),
        lambda: vault.names(),
    ):
        with pytest.raises(Unavailable) as caught:
            act()
        said.add(str(caught.value))
    return said


@pytest.mark.parametrize("passphrase", [None, "", lambda: None])
def test_without_either_the_vault_is_closed_and_says_why(tmp_path: Path, passphrase: str | None) -> None:
    vault = open_vault(tmp_path, passphrase, system=nothing)
    assert all_answers(vault) == {vault.description}
    assert "no vault that wallapp trusts; give a passphrase" in vault.description
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_file_without_its_passphrase_is_closed(tmp_path: Path) -> None:
    vault = open_vault(with_sealed_file(tmp_path), None, system=MemoryBackend)
    assert all_answers(vault) == {vault.description}
    assert "is sealed; give its passphrase" in vault.description


def test_a_wrong_passphrase_is_refused_not_worked_around(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not open"):
        open_vault(with_sealed_file(tmp_path), "wrong passphrase", system=MemoryBackend)


def test_the_passphrase_is_taken_out_of_the_environment() -> None:
    environment = {"WALLAPP_VAULT_PASSPHRASE": PASSPHRASE, "HOME": "/h"}
    assert take_passphrase(environment) == PASSPHRASE
    assert environment == {"HOME": "/h"}
    assert take_passphrase(environment) is None


def test_this_machine_gets_a_vault_or_a_reason(tmp_path: Path) -> None:
    """With what is installed here, whatever that is."""
    assert open_vault(tmp_path).description
