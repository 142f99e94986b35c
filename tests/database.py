"""A test's own database: the addresses at which the roles enter it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """One migrated database of its own, by the roles that may enter it."""

    name: str
    owner_url: str
    app_url: str
    worker_url: str
    superuser_url: str
