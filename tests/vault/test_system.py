"""The system's vault: which back ends are trusted, and what is made of their answers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.kwallet
import keyring.backends.null
import keyring.backends.SecretService
import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from wallapp.base.errors import BadInput, Unavailable
from wallapp.services.credentials import Credential
from wallapp.vault.system import SystemVault, allowed_backend

ENTRY = Credential("admin", "s3cr3t")
# keyring's constructors have no types.
NULL: Any = keyring.backends.null.Keyring
FAIL: Any = keyring.backends.fail.Keyring
SECRET_SERVICE: Any = keyring.backends.SecretService.Keyring
KWALLET: Any = keyring.backends.kwallet.DBusKeyring


class MemoryBackend(KeyringBackend):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedBackend(MemoryBackend):
    """Answers nothing, as a Secret Service whose collection is locked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked(f"s3cr3t of {username}")


class SecretServiceOfOurs(keyring.backends.SecretService.Keyring):
    """A subclass could do anything with what it is given."""


def chain(*members: KeyringBackend) -> KeyringBackend:
    """A chain as keyring builds one, with members of our choice in place of those it finds installed."""
    real = keyring.backends.chainer.ChainerBackend
    kind: Any = type(real.__name__, (), {"backends": members, "__module__": real.__module__})
    made: KeyringBackend = kind()
    return made


def test_only_listed_classes_are_trusted() -> None:
    secret_service = SECRET_SERVICE()
    kwallet = KWALLET()
    subclass: Any = SecretServiceOfOurs
    assert allowed_backend(secret_service) is secret_service
    assert allowed_backend(kwallet) is kwallet
    assert allowed_backend(NULL()) is None
    assert allowed_backend(FAIL()) is None
    assert allowed_backend(MemoryBackend()) is None
    assert allowed_backend(subclass()) is None


def test_of_a_chain_only_a_listed_member_is_used() -> None:
    secret_service = SECRET_SERVICE()
    assert allowed_backend(chain(MemoryBackend(), secret_service)) is secret_service
    assert allowed_backend(chain(MemoryBackend())) is None
    assert allowed_backend(chain()) is None


def test_what_is_written_is_read_listed_and_forgotten() -> None:
    backend = MemoryBackend()
    vault = SystemVault(backend)
    vault.write("b", ENTRY)
    vault.write("a", ENTRY)
    vault.write("a", Credential("x", "y"))
    assert SystemVault(backend).read("a") == Credential("x", "y")
    assert SystemVault(backend).read("c") is None
    assert SystemVault(backend).names() == ["a", "b"]
    assert vault.forget("a")
    assert not vault.forget("a")
    assert vault.names() == ["b"]
    assert vault.read("a") is None


def test_a_back_end_that_forgets_is_found_out() -> None:
    with pytest.raises(Unavailable, match="did not keep the entry"):
        SystemVault(NULL()).write("a", ENTRY)


def test_a_back_end_that_fails_is_one_clear_line_without_the_secret() -> None:
    acts: list[Callable[[SystemVault], object]] = [
        lambda vault: vault.read("a"),
        lambda vault: vault.write("a", ENTRY),
        lambda vault: vault.forget("a"),
        lambda vault: vault.names(),
    ]
    for backend in (FAIL(), LockedBackend()):
        for act in acts:
            with pytest.raises(Unavailable, match="does not answer") as caught:
                act(SystemVault(backend))
            assert "s3cr3t" not in str(caught.value)


@pytest.mark.parametrize("text", ["s3cr3t", "[]", '{"user": "s3cr3t"}', '{"user": 1, "password": "s3cr3t"}', "null"])
def test_an_entry_that_is_not_ours_is_not_repeated(text: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    backend = MemoryBackend()
    backend.set_password("wallapp", "a", text)
    with pytest.raises(Unavailable, match="write it again") as caught:
        SystemVault(backend).read("a")
    assert "s3cr3t" not in str(caught.value) + str(caught.value.__cause__) + caplog.text


def test_a_spoilt_list_of_names_costs_only_the_list() -> None:
    backend = MemoryBackend()
    backend.set_password("wallapp", "#names", "{not json")
    vault = SystemVault(backend)
    assert vault.names() == []
    vault.write("a", ENTRY)
    assert vault.names() == ["a"]


def test_the_list_of_names_cannot_be_reached_as_an_entry() -> None:
    with pytest.raises(BadInput):
        SystemVault(MemoryBackend()).read("#names")
