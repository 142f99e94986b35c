"""What stands in the head of each page, by role."""

from dataclasses import dataclass
from typing import Final, Protocol

from portal.domain.access import Actor, Role
from portal.texts import N_


class Addresses(Protocol):
    """What names and addresses are made with."""

    def text(self, message: str, **values: object) -> str:
        """A marked text in the person's language."""

    def url(self, name: str, **params: object) -> str:
        """The path of a named route."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One link in the head of the page."""

    label: str
    url: str
    current: bool


_SUPPLIER: Final = frozenset({Role.SUPPLIER_EDITOR, Role.SUPPLIER_ADMINISTRATOR})

_ENTRIES: Final = (
    (N_("Requests"), "home", _SUPPLIER),
    (N_("Your papers"), "documents", _SUPPLIER),
    (N_("Queue"), "queue", frozenset({Role.REVIEWER})),
    (N_("Campaigns"), "campaigns", frozenset({Role.PLANNER})),
    (N_("Mail"), "mail", _SUPPLIER | {Role.PLANNER, Role.ADMINISTRATOR}),
    (N_("Colleagues"), "colleagues", frozenset({Role.SUPPLIER_ADMINISTRATOR, Role.ADMINISTRATOR})),
    (N_("Health"), "health", frozenset({Role.ADMINISTRATOR})),
)


def navigation(actor: Actor | None, addresses: Addresses, path: str) -> list[Entry]:
    """The links for one person on the page at ``path``; none for one who is not signed in."""
    if actor is None:
        return []
    links = [
        (addresses.text(label), addresses.url(route))
        for label, route, roles in _ENTRIES
        if actor.roles & roles
    ]
    return [Entry(label, url, url == path) for label, url in links]
