"""Accounts and their secrets as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, case, insert, select, update

from wallapp.base.errors import Conflict, NotFound
from wallapp.base.ids import AccountId, OwnerName
from wallapp.domain.people import Person, Role
from wallapp.services.access_ports import AccountSecrets
from wallapp.store.access_schema import ACCOUNT, ACCOUNT_SECRET
from wallapp.store.faults import known
from wallapp.store.postgres import BACKEND
from wallapp.store.rows import add_or_conflict, all_rows, first_row, locked


def person_to_row(person: Person) -> dict[str, Any]:
    """Column values by name."""
    return {
        "id": person.account,
        "login": person.login,
        "login_folded": person.login.casefold(),
        "name": person.name,
        "pseudonym": person.pseudonym,
        "roles": " ".join(sorted(role.value for role in person.roles)),
        "organisation": person.organisation,
        "on_duty": person.on_duty,
        "active": person.active,
        "public_key": person.public_key,
    }


def person_from_row(row: Mapping[str, Any]) -> Person:
    """The value of a row. Raises BadInput where a newer wallapp wrote one of its roles."""
    return Person(
        AccountId(row["id"]),
        row["login"],
        row["name"],
        row["pseudonym"],
        frozenset(known(Role, role) for role in row["roles"].split()),
        organisation=OwnerName(row["organisation"]),
        on_duty=row["on_duty"],
        active=row["active"],
        public_key=row["public_key"],
    )


def secrets_to_row(secrets: AccountSecrets) -> dict[str, Any]:
    """Column values by name, without the account."""
    return {
        "password_hash": secrets.password_hash,
        "sealed": secrets.sealed,
        "totp_counter": secrets.totp_counter,
        "failures": secrets.failures,
        "locked_until": secrets.locked_until,
        "must_change": secrets.must_change,
    }


def secrets_from_row(row: Mapping[str, Any]) -> AccountSecrets:
    """The value of a row."""
    return AccountSecrets(
        password_hash=row["password_hash"],
        sealed=row["sealed"],
        totp_counter=row["totp_counter"],
        failures=row["failures"],
        locked_until=row["locked_until"],
        must_change=row["must_change"],
    )


class PeopleRows:
    """Fulfils services.access_ports.PeopleTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people(self) -> list[Person]:
        """All, by login, closed ones too."""
        return [person_from_row(row) for row in all_rows(self._connection, select(ACCOUNT).order_by(ACCOUNT.c.login))]

    def person(self, account: AccountId) -> Person | None:
        """The account; None where there is none."""
        row = first_row(self._connection, select(ACCOUNT).where(ACCOUNT.c.id == account))
        return None if row is None else person_from_row(row)

    def person_by_login(self, login: str) -> Person | None:
        """Whatever the case."""
        row = first_row(self._connection, select(ACCOUNT).where(ACCOUNT.c.login_folded == login.casefold()))
        return None if row is None else person_from_row(row)

    def hold(self, accounts: Iterable[AccountId], *, to_change: bool = False) -> None:
        """Lock these rows by the order of their ids, whoever asks for them."""
        if self._connection.dialect.name == BACKEND:
            named = select(ACCOUNT.c.id).where(ACCOUNT.c.id.in_(sorted(set(accounts)))).order_by(ACCOUNT.c.id)
            self._connection.execute(locked(named, to_change=to_change)).all()

    def put_person(self, person: Person) -> None:
        """Add it, or replace the one of its account.

        Raises:
          Conflict: the login is another's.
          RuleBroken: the account had another pseudonym; the history knows it by that one.
        """
        row, taken = person_to_row(person), f"the login {person.login} is somebody else's; choose another"
        holder = self.person_by_login(person.login)
        if holder is not None and holder.account != person.account:
            raise Conflict(taken)
        before = self.person(person.account)
        if before is not None:
            # Only what differs: a station's role may not even write a column that never changes.
            changed = {name: value for name, value in row.items() if value != person_to_row(before)[name]}
            if changed:
                self._connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == person.account).values(changed))
            return
        add_or_conflict(self._connection, ACCOUNT, row, taken=taken)
        empty = {"account": person.account, **secrets_to_row(AccountSecrets())}
        self._connection.execute(insert(ACCOUNT_SECRET).values(empty))

    def secrets(self, account: AccountId) -> AccountSecrets:
        """Of an account that is there. Raises NotFound where it is not."""
        row = first_row(self._connection, select(ACCOUNT_SECRET).where(ACCOUNT_SECRET.c.account == account))
        if row is None:
            raise NotFound("there is no such account; look again")
        return secrets_from_row(row)

    def put_secrets(self, account: AccountId, secrets: AccountSecrets) -> None:
        """Replace them; a code that was accepted meanwhile stays spent. Raises NotFound where there is no account."""
        row = secrets_to_row(secrets)
        # Whoever read the secrets before another station spent a code must not make that code good again.
        kept = ACCOUNT_SECRET.c.totp_counter
        row["totp_counter"] = case((kept > secrets.totp_counter, kept), else_=secrets.totp_counter)
        statement = update(ACCOUNT_SECRET).where(ACCOUNT_SECRET.c.account == account).values(row)
        if self._connection.execute(statement).rowcount == 0:
            raise NotFound("there is no such account; look again")

    def spend_totp(self, account: AccountId, counter: int) -> bool:
        """Keep the counter where it is later than the one kept; False where another was quicker."""
        statement = (
            update(ACCOUNT_SECRET)
            .where(ACCOUNT_SECRET.c.account == account, ACCOUNT_SECRET.c.totp_counter < counter)
            .values(totp_counter=counter)
        )
        return self._connection.execute(statement).rowcount == 1
