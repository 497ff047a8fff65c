"""People, what they are, and who may be counted on now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wallapp.base.ids import NO_OWNER, AccountId, OwnerName


class Role(StrEnum):
    """What a person is on the wall; a person may be several."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    OWNER_REPRESENTATIVE = "owner_representative"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    TRAINER = "trainer"


@dataclass(frozen=True, slots=True)
class Person:
    """An account as the rules see it; its secrets are kept apart.

    Attributes:
      login: what is typed to sign in; ASCII letters, digits, dot, dash, underscore; unique whatever its case.
      name: for people. Not in the permanent history, which holds the pseudonym.
      pseudonym: stands for the person in the history for ever; the mapping to a name can be erased.
      organisation: the owner they belong to; a representative speaks for this owner's cameras and no other's.
      public_key: Ed25519, hex; empty until they first signed in.
      active: False where the account was closed; a closed account may do nothing.
    """

    account: AccountId
    login: str
    name: str
    pseudonym: str
    roles: frozenset[Role]
    organisation: OwnerName = NO_OWNER
    on_duty: bool = False
    active: bool = True
    public_key: str = ""

    def speaks_for(self, owner: OwnerName) -> bool:
        """Whether they are this owner's representative."""
        return Role.OWNER_REPRESENTATIVE in self.roles and self.organisation == owner != ""
