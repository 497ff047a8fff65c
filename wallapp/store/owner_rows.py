"""Owners and sites as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from wallapp.base.ids import OwnerName
from wallapp.domain.camera import Owner, OwnerKind, Site
from wallapp.store.faults import known
from wallapp.store.schema import OWNER, SITE


def owner_to_row(owner: Owner) -> dict[str, Any]:
    """Column values by name."""
    return {"name": owner.name, "kind": owner.kind.value, "contact": owner.contact, "colour": owner.colour}


def owner_from_row(row: Mapping[str, Any]) -> Owner:
    """The value of a row. Raises BadInput where a newer wallapp wrote its kind."""
    return Owner(OwnerName(row["name"]), known(OwnerKind, row["kind"]), contact=row["contact"], colour=row["colour"])


def site_to_row(site: Site) -> dict[str, Any]:
    """Column values by name."""
    return {"owner": site.owner, "name": site.name}


def site_from_row(row: Mapping[str, Any]) -> Site:
    """The value of a row."""
    return Site(OwnerName(row["owner"]), row["name"])


class OwnerRows:
    """Fulfils services.ports.OwnerTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def owners(self) -> list[Owner]:
        """All, by name."""
        rows = self._connection.execute(select(OWNER).order_by(OWNER.c.name)).mappings()
        return [owner_from_row(dict(row)) for row in rows]

    def sites(self) -> list[Site]:
        """All, by owner and name."""
        rows = self._connection.execute(select(SITE).order_by(SITE.c.owner, SITE.c.name)).mappings()
        return [site_from_row(dict(row)) for row in rows]

    def put_owners(self, owners: Sequence[Owner]) -> None:
        """Add each, or replace the one of its name."""
        there = set(self._connection.execute(select(OWNER.c.name)).scalars())
        for owner in owners:
            row = owner_to_row(owner)
            if owner.name in there:
                self._connection.execute(update(OWNER).where(OWNER.c.name == owner.name).values(row))
            else:
                self._connection.execute(insert(OWNER).values(row))
                there.add(owner.name)

    def add_sites(self, sites: Sequence[Site]) -> None:
        """Add each that is not there yet."""
        there = set(self.sites())
        new = [site for site in dict.fromkeys(sites) if site not in there]
        if new:
            self._connection.execute(insert(SITE), [site_to_row(site) for site in new])
