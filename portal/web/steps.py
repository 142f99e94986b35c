"""Several short transactions in one request, for views that work with files in between."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.session import transaction
from portal.web.endpoint import Call


@contextmanager
def step(call: Call) -> Iterator[Session]:
    """A transaction of its own as the person; the bells it asks for are rung after commit.

    For endpoints opened with ``door``. Raises SignInNeeded where nobody is signed in.
    """
    with transaction(call.house.engine, call.actor) as db:
        yield db
        rings = db.info.get("bells", False)
    if rings:
        outbox.relay(call.house.engine, call.house.ring, now=call.now)
