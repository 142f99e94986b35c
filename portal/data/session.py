"""Connections and transactions: who is asking is told to the database before any row is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.orm import Session, SessionTransaction

from portal.domain.access import Actor, Role
from portal.errors import Misconfigured

MIGRATIONS: Final = Path(__file__).parent.parent / "migrations"

# The row-level policies read these. Empty means nobody: no row is seen.
_WHO: Final = text(
    "select set_config('app.supplier', :supplier, true), set_config('app.buyer', :buyer, true),"
    " set_config('app.reviewer', :reviewer, true), set_config('app.user', :user, true),"
    " set_config('app.door', :door, true)"
)
_NOBODY: Final = {"supplier": "", "buyer": "", "reviewer": "", "user": "", "door": ""}


def connect(url: str, *, pool_size: int = 10) -> Engine:
    """An engine for one role. Waits at most five seconds for a connection."""
    return create_engine(
        _with_driver(url),
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=5,
        pool_pre_ping=True,
        hide_parameters=True,  # a failed statement is logged without its answers and addresses
        connect_args={"connect_timeout": 5, "application_name": "underlag"},
    )


def _with_driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def who(actor: Actor | None) -> dict[str, str]:
    """What the policies are told about an actor. Only a reviewer opens a buyer's content."""
    if actor is None:
        return dict(_NOBODY)
    buyer = str(actor.buyer_id or "")
    return {
        "supplier": str(actor.supplier_id or ""),
        "buyer": buyer,
        "reviewer": buyer if Role.REVIEWER in actor.roles else "",
        "user": str(actor.user_id),
        "door": "",
    }


@contextmanager
def transaction(engine: Engine, actor: Actor | None = None, *, door: str = "") -> Iterator[Session]:
    """One transaction as an actor; commits at the end, rolls back on any exception.

    ``door`` is ``sign-in`` only for the few steps in which nobody is known yet: finding a user
    by mail address, a session by its cookie, an invitation by its token.
    """
    telling = who(actor) | {"door": door}
    with Session(engine, expire_on_commit=False, autoflush=True) as db:

        @event.listens_for(db, "after_begin")
        def tell(_session: Session, begun: SessionTransaction, connection: Connection) -> None:
            # A savepoint begins too, perhaps after become: it is still the same person's.
            if not begun.nested:
                connection.execute(_WHO, telling)

        with db.begin():
            yield db
            _append_audit(db)


def become(db: Session, actor: Actor) -> None:
    """Go on in the same transaction as an actor: from the door into the house."""
    db.execute(_WHO, who(actor))


def _append_audit(db: Session) -> None:
    # Last of all: the function holds the chain's lock until commit.
    for line in db.info.pop("audit", ()):
        db.execute(text("select append_audit(:line)"), {"line": line})


def refuse_superuser(engine: Engine) -> None:
    """Stop the start where row-level security would not hold.

    Raises :class:`Misconfigured` for a superuser, a role that bypasses the policies, or the
    role that owns the tables.
    """
    with engine.connect() as connection:
        name, unsafe = connection.execute(
            text(
                "select rolname, rolsuper or rolbypassrls or rolname = 'owner'"
                " from pg_roles where rolname = current_user"
            )
        ).one()
    if unsafe:
        raise Misconfigured(
            "The database role %(role)s ignores row-level security. Connect as app or worker.",
            role=name,
        )


def migrate(owner_url: str) -> None:
    """Bring the schema to the newest version, as the role that owns the tables."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = _with_driver(owner_url)
    command.upgrade(config, "head")
