"""Where the story is played: connections by role, who has signed in, what lies where."""

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Final, Self
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.files import Files, files_at
from portal.data.session import connect, transaction
from portal.domain.access import Actor
from portal.domain.mails import MailState
from portal.services import deadlines, notifications
from portal.services.campaigns import REQUEST
from portal.services.following import DUE_DATE
from portal.services.notifications import SEND
from portal.services.reviews.verdicts import RETURNED
from portal.settings import Settings

from .people import Person

TELLS: Final = {REQUEST: "request", DUE_DATE: "due_changed", RETURNED: "returned"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The installation that the story happens in, as far as it has been told.

    ``actors`` by mail address, ``assessments`` by campaign and supplier, ``papers`` by name.
    """

    settings: Settings
    app: Engine
    worker: Engine
    owner: Engine
    files: Files
    password_hash: str
    actors: dict[str, Actor] = field(default_factory=dict)
    assessments: dict[tuple[str, str], UUID] = field(default_factory=dict)
    papers: dict[str, UUID] = field(default_factory=dict)

    @classmethod
    @contextmanager
    def of(cls, settings: Settings, *, password_hash: str = "") -> Iterator[Self]:
        """A stage on the installation of these settings; its connections end with the block."""
        engines = [
            connect(url, pool_size=3)
            for url in (
                settings.database_url,
                settings.worker_database_url,
                settings.owner_database_url,
            )
        ]
        try:
            yield cls(
                settings=settings,
                app=engines[0],
                worker=engines[1],
                owner=engines[2],
                files=files_at(settings.files),
                password_hash=password_hash,
            )
        finally:
            for engine in engines:
                engine.dispose()

    def acting(self, person: Person) -> AbstractContextManager[tuple[Session, Actor]]:
        """A transaction as one of the people."""
        return _acting(self.app, self.actors[person.email])

    def at_the_door(self) -> AbstractContextManager[Session]:
        """A transaction in which nobody is known yet."""
        return transaction(self.app, door="sign-in")

    def work(self) -> AbstractContextManager[Session]:
        """A transaction as a worker."""
        return transaction(self.worker)

    def ring(self, now: dt.datetime) -> None:
        """Do at once what the mail worker would have done by then.

        Papers are left to the real workers: those received long ago are rung for by the clock.
        """
        while outbox.relay(self.worker, lambda job, thing: self._answer(job, thing, now), now=now):
            pass

    def _answer(self, job: str, thing: UUID, now: dt.datetime) -> bool:
        with self.work() as db:
            if job in TELLS:
                base_url = self.settings.base_url
                deadlines.tell_of(db, thing, kind=TELLS[job], base_url=base_url, now=now)
            elif job == SEND and notifications.claim(db, thing, now=now) is not None:
                notifications.mark(db, thing, MailState.KEPT, now=now)
        return True


@contextmanager
def _acting(engine: Engine, actor: Actor) -> Iterator[tuple[Session, Actor]]:
    with transaction(engine, actor) as db:
        yield db, actor
