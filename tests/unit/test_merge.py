"""Merging field by field: order does not matter for disjoint fields, nothing is lost unseen, a deletion beats all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.ids import AccountId, OperationId, StationName
from wallapp.domain.merge import (
    WHOLE,
    Act,
    ConflictReason,
    FieldChange,
    Operation,
    Shared,
    SharedKind,
    differences,
    merge,
    refusals,
)

AT = datetime(2026, 11, 22, 8, tzinfo=UTC)
ME, YOU = AccountId("me"), AccountId("you")
NAMES = st.sampled_from(["title", "status", "linked_cameras/104", "place", "priority"])
VALUES = st.one_of(st.none(), st.integers(0, 3), st.sampled_from(["a", "b"]), st.just({"state": "new"}))
FIELDS = st.dictionaries(NAMES, VALUES.filter(lambda value: value is not None))


def thing(fields: dict[str, object], *, deleted: bool = False) -> Shared:
    return Shared(SharedKind.INCIDENT, "i", fields, ME, AT, ME, AT, rev=3, deleted=deleted)


def act(changes: dict[str, FieldChange], *, by: AccountId = ME, kind: Act = Act.CHANGE, name: str = "op") -> Operation:
    return Operation(
        OperationId(name), SharedKind.INCIDENT, "i", kind, changes, by, StationName("desk"), AT + timedelta(seconds=1)
    )


@st.composite
def seen_changes(draw: st.DrawFn, fields: dict[str, object], names: st.SearchStrategy[str]) -> dict[str, FieldChange]:
    """Changes of somebody who saw these fields."""
    chosen = draw(st.sets(names))
    return {name: FieldChange(fields.get(name), draw(VALUES)) for name in sorted(chosen)}


@given(st.data())
def test_changes_of_different_fields_commute(data: st.DataObject) -> None:
    fields = data.draw(FIELDS)
    ours = data.draw(seen_changes(fields, st.sampled_from(["title", "status"])))
    theirs = data.draw(seen_changes(fields, st.sampled_from(["place", "priority", "linked_cameras/104"])))
    one, two = act(ours, name="one"), act(theirs, by=YOU, name="two")
    this, that = merge(merge(thing(fields), one).entity, two), merge(merge(thing(fields), two).entity, one)
    assert this.entity is not None and that.entity is not None
    assert this.entity.fields == that.entity.fields
    assert this.conflicts == that.conflicts == ()
    wanted = {name: change.after for name, change in (ours | theirs).items()}
    assert all(this.entity.fields.get(name) == value for name, value in wanted.items())


@given(st.data())
def test_every_field_of_a_change_is_there_or_in_a_conflict(data: st.DataObject) -> None:
    before, now = data.draw(FIELDS), data.draw(FIELDS)
    changes = data.draw(seen_changes(before, NAMES))
    merged = merge(thing(now), act(changes))
    assert merged.entity is not None
    refused = {conflict.field: conflict for conflict in merged.conflicts}
    for name, change in changes.items():
        is_there = merged.entity.fields.get(name) == change.after
        assert is_there is (name not in refused)
        if name in refused:
            assert (refused[name].theirs, refused[name].mine) == (now.get(name), change.after)
            assert merged.entity.fields.get(name) == now.get(name) != change.before
    untouched = set(now) - set(changes)
    assert all(merged.entity.fields[name] == now[name] for name in untouched)
    assert merged.entity.rev == (4 if merged.has_changed else 3)
    assert None not in merged.entity.fields.values()


@given(st.data())
def test_the_same_change_again_changes_nothing_and_conflicts_with_nothing_it_did(data: st.DataObject) -> None:
    fields = data.draw(FIELDS)
    once = merge(thing(fields), act(data.draw(seen_changes(fields, NAMES))))
    again = merge(once.entity, act(dict(once.accepted)))
    assert (again.entity, again.conflicts) == (once.entity, ())


@given(FIELDS, FIELDS)
def test_differences_lead_from_one_to_the_other(before: dict[str, object], after: dict[str, object]) -> None:
    merged = merge(thing(before), act(differences(before, after)))
    assert merged.entity is not None
    assert merged.entity.fields == after
    assert merged.conflicts == ()


def test_a_chain_of_changes_of_one_station_needs_no_numbers() -> None:
    first = act({"title": FieldChange("a", "b")})
    second = act({"title": FieldChange("b", "c")})
    merged = merge(merge(thing({"title": "a"}), first).entity, second)
    assert merged.entity is not None and merged.entity.fields == {"title": "c"}
    late = merge(merge(thing({"title": "x"}), first).entity, second)
    assert [conflict.mine for conflict in late.conflicts] == ["c"]


def test_a_deletion_beats_whatever_comes_later() -> None:
    gone = merge(thing({"title": "a"}), act({}, kind=Act.DELETE)).entity
    assert gone is not None and gone.deleted and gone.rev == 4
    late = merge(gone, act({"title": FieldChange("a", "b")}, by=YOU))
    (conflict,) = late.conflicts
    assert (conflict.reason, conflict.mine, conflict.theirs_by) == (ConflictReason.DELETED, "b", ME)
    assert late.entity is gone
    again = merge(gone, act({}, kind=Act.DELETE))
    assert (again.entity, again.conflicts, again.has_changed) == (gone, (), False)
    assert merge(gone, act({"title": FieldChange(None, "new")}, kind=Act.CREATE)).entity is gone


def test_what_is_not_there_cannot_be_changed() -> None:
    merged = merge(None, act({"title": FieldChange("a", "b")}))
    assert merged.entity is None
    assert [conflict.reason for conflict in merged.conflicts] == [ConflictReason.MISSING]
    (whole,) = merge(None, act({}, kind=Act.DELETE)).conflicts
    assert whole.field == WHOLE


def test_a_late_change_does_not_turn_back_the_time_of_the_last() -> None:
    now = Shared(SharedKind.INCIDENT, "i", {}, ME, AT, YOU, AT + timedelta(hours=1))
    merged = merge(now, act({"title": FieldChange(None, "a")}))
    assert merged.entity is not None
    assert (merged.entity.updated_at, merged.entity.updated_by) == (AT + timedelta(hours=1), ME)


def test_a_refusal_names_what_would_have_changed_and_why() -> None:
    operation = act({"title": FieldChange("a", "b"), "place": FieldChange(None, 1)})
    found = refusals(operation, thing({"title": "x", "place": 1}), ConflictReason.REFUSED, text="it is closed")
    assert [(each.field, each.theirs, each.mine, each.text) for each in found] == [("title", "x", "b", "it is closed")]
