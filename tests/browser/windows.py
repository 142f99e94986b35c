"""Windows of a real browser: signed in by the form, watched for anything that goes wrong."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, StorageState

from portal.demo.story.people import PASSWORD
from tests.browser.house import House

LANGUAGES: Final = ("sv", "en")

# A worker that is not done by then has stopped; there is no hurry before.
PAUSE: Final = 0.5  # seconds
RELOADS: Final = 400
PATIENCE: Final = 30_000  # milliseconds that one step may take

# Chromium tells every reply of 400 and above, also those that a test asks for.
_REPLIES: Final = ("Failed to load resource", "net::ERR_INTERNET_DISCONNECTED")


@dataclass  # without slots: playwright notes its handlers on the object
class Window:
    """A page of its own, and what its console complained of."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page of the house."""
        self.page.goto(self.url + path)

    def speak(self, language: str) -> None:
        """Press the button of a language, where it is not the page's own."""
        if self.page.locator("html").get_attribute("lang") != language:
            self.page.click(f"form.language button[value={language}]")
            assert self.page.locator("html").get_attribute("lang") == language

    def reload_until(self, wanted: Locator) -> None:
        """Load the page again until something stands on it, as a person without script does."""
        for _ in range(RELOADS):
            if wanted.count():
                return
            time.sleep(PAUSE)
            self.page.reload()
        raise AssertionError(f"{wanted} never came: {self.page.locator('main').inner_text()}")

    def heard(self, message: ConsoleMessage) -> None:
        """Keep what the console says is wrong."""
        if message.type == "error" and not any(each in message.text for each in _REPLIES):
            self.complaints.append(f"{self.page.url}: {message.text}")


class Windows:
    """Opens windows at the house; each has its own cookies and its own console."""

    def __init__(self, house: House, browser: Browser) -> None:
        self.house = house
        self._browser = browser
        self._signed_in: dict[str, StorageState] = {}

    @contextmanager
    def open(
        self,
        email: str | None = None,
        *,
        script: bool = True,
        width: int = 1280,
        dark: bool = False,
        language: str = "sv",
    ) -> Iterator[Window]:
        """A window, signed in as ``email``; at its end nothing may have gone wrong in it."""
        context = self._browser.new_context(
            base_url=self.house.url,
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale={"sv": "sv-SE", "en": "en-GB"}[language],
            storage_state=self._state(email) if email else None,
        )
        context.set_default_timeout(PATIENCE)
        window = Window(context.new_page(), self.house.url)
        window.page.on("console", window.heard)
        window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
        try:
            yield window
        finally:
            context.close()
        assert window.complaints == []

    def _state(self, email: str) -> StorageState:
        """The cookies of one who signed in by the form, once for all tests."""
        if email not in self._signed_in:
            context = self._browser.new_context(base_url=self.house.url, locale="sv-SE")
            page = context.new_page()
            page.goto("/")
            sign_in(page, email)
            self._signed_in[email] = context.storage_state()
            context.close()
        return self._signed_in[email]


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Fill in the sign-in page and send it."""
    page.fill("#f-email", email)
    page.fill("#f-password", password)
    page.click("main form button[type=submit]")
    assert not page.locator("#f-password").count(), page.locator("main").inner_text()
