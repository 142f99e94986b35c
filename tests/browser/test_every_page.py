"""Every page that a link leads to, as every role, in both languages, looked at in a browser."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.routing import BaseRoute, Match

from portal.web.routes import routes
from tests.browser.looking import faults
from tests.browser.windows import Window, Windows

# Replies that are no pages: pictures, files, parts of pages, and what only moves on.
NO_PAGES: Final = frozenset(
    {
        "alive", "ready", "static", "picture", "original", "document_state", "review_picture",
        "mail_calendar", "queue_next", "larger_picture",
    }
)  # fmt: skip

# Pages of one kind that are looked at, for each role and set of query parameters; of some, in all.
MOST: Final = 2
MOST_OF: Final = {
    "section": 10, "document": 3, "review_document": 4, "assessment": 4, "queue": 4, "campaign": 6,
}  # fmt: skip

# Also from drawings, whose links are objects and no texts.
LINKS: Final = "all => all.map(one => new URL(one.getAttribute('href'), location.href).href)"

ROLES: Final = {
    "nobody": None,
    "supplier": "bjorn@lindmarktextil.example",
    "returned supplier": "gunnar@stadsmobler.example",
    "reviewer": "henrik.sundvall@malarbygden.example",
    "reviewer of others": "nadia.farrow@kustlandet.example",
    "planner": "karin.holmgren@malarbygden.example",
    "administrator": "mats.ekdal@malarbygden.example",
}
FIRST: Final = {"nobody": ("/sign-in", "/accessibility", "/no-such-page")}

# Who sees what others see too, in another state: two pages of each kind are enough.
SHORT: Final = frozenset({"returned supplier", "reviewer of others"})

# What each role's walk must have come to, so that it cannot shrink unseen.
REACHED: Final = {
    "nobody": {"sign_in", "accessibility"},
    "supplier": {
        "home", "assessment", "section", "check", "receipt", "documents", "document", "mail",
        "one_mail", "colleagues", "settings",
    },
    "returned supplier": {"home", "assessment", "section", "check", "receipt", "documents"},
    "reviewer": {"queue", "review_document", "correction", "review_assessment", "settings"},
    "reviewer of others": {"queue", "review_document", "review_assessment"},
    "planner": {
        "campaigns", "campaign", "new_campaign", "due_date", "withdraw", "mail", "one_mail",
    },
    "administrator": {"colleagues", "health", "mail", "settings"},
}  # fmt: skip


@dataclass(slots=True)
class Walk:
    """Follows links from page to page, each kind of page a few times."""

    window: Window
    routes: list[BaseRoute]
    waiting: deque[str]
    most: int
    seen: set[str] = field(default_factory=set)
    counts: Counter[tuple[str, frozenset[str]]] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each page to look at: its kind and its path, open in the window."""
        while self.waiting:
            path = self.waiting.popleft()
            if not self._wanted(path):
                continue
            self.window.go(path)
            yield self._name(path), path
            self.waiting.extend(self._links())

    def _wanted(self, path: str) -> bool:
        name = self._name(path)
        query = frozenset(key for key, _ in parse_qsl(urlsplit(path).query))
        kind = (name, frozenset() if name in MOST_OF else query)
        most = min(self.most, MOST_OF.get(name, MOST))
        if path in self.seen or name in NO_PAGES or self.counts[kind] >= most:
            return False
        self.seen.add(path)
        self.counts[kind] += 1
        return True

    def _name(self, path: str) -> str:
        scope = {"type": "http", "path": urlsplit(path).path, "method": "GET", "root_path": ""}
        for route in self.routes:
            if route.matches(scope)[0] == Match.FULL:
                return str(getattr(route, "name", ""))
        return ""

    def _links(self) -> list[str]:
        page = self.window.page
        links = page.eval_on_selector_all("a[href]", LINKS)
        return [
            link.removeprefix(self.window.url).partition("#")[0]
            for link in links
            if link.startswith(self.window.url)
        ]


@pytest.mark.parametrize("role", ROLES)
def test_every_page_holds_in_both_languages(role: str, windows: Windows) -> None:
    with windows.open(ROLES[role]) as window:
        window.go(FIRST.get(role, ("/",))[0])
        window.speak("sv")
        first = deque(FIRST.get(role, ("/",)))
        walk = Walk(window, routes(upload_bytes=1), first, most=2 if role in SHORT else 99)
        wrong, visited = [], []
        for name, path in walk:
            visited.append((name, path))
            wrong += [f"sv {path} ({name}): {each}" for each in faults(window.page, "sv")]
        window.speak("en")
        # The second language is looked at as others may see it: narrow and dark.
        window.page.set_viewport_size({"width": 320, "height": 900})
        window.page.emulate_media(color_scheme="dark")
        for name, path in visited:
            window.go(path)
            wrong += [f"en {path} ({name}): {each}" for each in faults(window.page, "en")]
        window.go(visited[0][1])
        window.speak("sv")
    assert not wrong, "\n".join(wrong)
    assert {name for name, _ in visited} >= REACHED[role]
