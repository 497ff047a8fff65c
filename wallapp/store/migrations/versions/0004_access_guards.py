"""Triggers on the tables of access: what was written there changes only as it may, and the history never."""

from __future__ import annotations

from alembic import op

from wallapp.store.guards import Kept, add_guards, current_schema, drop_guards
from wallapp.store.postgres import BACKEND

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make them."""
    connection = op.get_bind()
    add_guards(connection, _KEPT)
    for statement in _on_postgres(current_schema(connection)) if connection.dialect.name == BACKEND else _ON_SQLITE:
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Drop them."""
    connection = op.get_bind()
    if connection.dialect.name == BACKEND:
        for function in ("wallapp_audit_head", "wallapp_audit_next", "wallapp_grant_begins"):
            connection.exec_driver_sql(f"DROP FUNCTION {function}() CASCADE")
    else:
        for trigger in ("begins_access_grant", "next_audit_entry", "moves_audit_head", "follows_audit_entry"):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    drop_guards(connection, _KEPT)


_KEPT = (
    Kept(
        "account",
        says="an account is closed, never deleted, and keeps its id and pseudonym",
        keys=("id", "login_folded", "pseudonym"),
        frozen="id pseudonym",
    ),
    Kept(
        "account_secret",
        says="an account has its secrets as long as it is there, and a spent code stays spent",
        keys=("account",),
        frozen="account",
        refused=("NEW.totp_counter < OLD.totp_counter",),
    ),
    Kept(
        "document",
        says="a document never changes",
        keys=("digest",),
        frozen="digest kind owner version made_by made_at body",
    ),
    Kept(
        "document_signature",
        says="a signature is never taken back",
        keys=("document signer",),
        frozen="document signer signature signed_at",
    ),
    Kept(
        "trust_chain",
        says="a trust list that was in force stays in the chain",
        keys=("version", "document"),
        frozen="version document in_force_at",
    ),
    Kept(
        "access_request",
        says="a request keeps its terms for ever and is decided once",
        keys=("id",),
        frozen="id terms kind requester owner circumstance submitted_at expires_at",
        refused=("OLD.state <> 'pending'", "NEW.state = 'pending'", "NEW.version <> OLD.version + 1"),
        begins=("NEW.state <> 'pending'", "NEW.version <> 1"),
    ),
    Kept(
        "vote",
        says="a vote is never changed, only struck, and that for ever",
        keys=("request voter", "request number"),
        frozen="request voter number terms signature",
        refused=("OLD.struck AND NOT NEW.struck",),
    ),
    Kept(
        "access_grant",
        says="a grant is never changed or deleted; its end is recorded once",
        keys=("id", "request"),
        frozen="id request kind person station owner cameras not_before not_after",
        once=(("ended_at", "ended_at ended_as ended_by"), ("closed_at", "closed_at")),
    ),
    Kept(
        "access_lock",
        says="a lock is lifted once and never deleted",
        keys=("id",),
        frozen="id kind target made_by reason made_at",
        once=(("lifted_at", "lifted_at"),),
    ),
    Kept(
        "grant_review",
        says="a review is judged once and never deleted",
        keys=("access_grant",),
        frozen="access_grant due_at",
        once=(("verdict", "verdict judged_by judged_at"),),
    ),
    Kept(
        "confirmed_fact",
        says="a confirmed fact never changes",
        keys=("digest",),
        frozen="digest terms signatures happened_at",
    ),
    Kept(
        "audit_head",
        says="the end of the history only moves on",
        keys=("number",),
        frozen="number",
        refused=("NEW.seq <> OLD.seq + 1",),
    ),
    Kept(
        "audit_entry",
        says="the history is only added to",
        keys=("seq", "hash"),
        frozen="seq at event actor station subject owner facts previous_hash hash signer signature",
    ),
)

_NEEDS_APPROVAL = "a grant needs a request that is approved"
_NEXT_ENTRY = "an entry goes to the end of the history"

_ON_SQLITE = (
    (
        "CREATE TRIGGER begins_access_grant BEFORE INSERT ON access_grant"
        " WHEN NOT EXISTS (SELECT 1 FROM access_request WHERE id = NEW.request AND state = 'approved')"
        f" BEGIN SELECT RAISE(ABORT, 'wallapp: {_NEEDS_APPROVAL}'); END"
    ),
    (
        "CREATE TRIGGER next_audit_entry BEFORE INSERT ON audit_entry"
        " WHEN NEW.seq IS NOT (SELECT seq + 1 FROM audit_head)"
        f" BEGIN SELECT RAISE(ABORT, 'wallapp: {_NEXT_ENTRY}'); END"
    ),
    "CREATE TRIGGER moves_audit_head AFTER INSERT ON audit_entry BEGIN UPDATE audit_head SET seq = NEW.seq; END",
    (
        "CREATE TRIGGER follows_audit_entry BEFORE UPDATE ON audit_head"
        " WHEN NOT EXISTS (SELECT 1 FROM audit_entry WHERE seq = NEW.seq)"
        f" BEGIN SELECT RAISE(ABORT, 'wallapp: {_NEXT_ENTRY}'); END"
    ),
)


def _on_postgres(schema: str) -> tuple[str, ...]:
    """Functions of the tables' owner: a station's role may neither lock nor move the end of the history itself."""
    path = f"SET search_path = pg_catalog, {schema}, pg_temp"
    return (
        (
            f"CREATE FUNCTION wallapp_audit_head() RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER {path}"
            " AS $$ SELECT seq FROM audit_head WHERE number = 1 FOR UPDATE $$"
        ),
        (
            f"CREATE FUNCTION wallapp_audit_next() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER {path} AS $$"
            " BEGIN UPDATE audit_head SET seq = NEW.seq WHERE seq = NEW.seq - 1;"
            " IF NOT FOUND THEN"
            f" RAISE EXCEPTION USING ERRCODE = 'WA001', MESSAGE = 'wallapp: {_NEXT_ENTRY}';"
            " END IF; RETURN NEW; END $$"
        ),
        (
            "CREATE TRIGGER next_audit_entry BEFORE INSERT ON audit_entry"
            " FOR EACH ROW EXECUTE FUNCTION wallapp_audit_next()"
        ),
        (
            f"CREATE FUNCTION wallapp_grant_begins() RETURNS trigger LANGUAGE plpgsql {path} AS $$"
            " BEGIN IF NOT EXISTS (SELECT FROM access_request WHERE id = NEW.request AND state = 'approved') THEN"
            f" RAISE EXCEPTION USING ERRCODE = 'WA001', MESSAGE = 'wallapp: {_NEEDS_APPROVAL}';"
            " END IF; RETURN NEW; END $$"
        ),
        (
            "CREATE TRIGGER begins_access_grant BEFORE INSERT ON access_grant"
            " FOR EACH ROW EXECUTE FUNCTION wallapp_grant_begins()"
        ),
    )
