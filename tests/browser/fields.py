"""What stands on a page, found by the names a person or a form knows it by."""

from playwright.sync_api import Locator, Page

from portal.texts import translate


def sv(message: str, **values: object) -> str:
    """A text as it stands on a Swedish page."""
    return translate("sv", message, values)


def field(page: Page, name: str, value: str | None = None) -> Locator:
    """The field with a name, or the one of several that has the value."""
    chosen = "" if value is None else f'[value="{value}"]'
    return page.locator(f'[name="{name}"]{chosen}').first


def question(page: Page, question_id: str) -> Locator:
    """The box of a question."""
    return page.locator(f'[id="q-{question_id}"]')
