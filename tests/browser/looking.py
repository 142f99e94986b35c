"""What is asked of every page, whatever it is for: axe, narrow, large, its language."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from axe_playwright_python.base import AXE_SCRIPT
from babel.messages.pofile import read_po
from playwright.sync_api import Page

from portal.texts import CATALOGUES

_RULES: Final = json.dumps(
    {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "resultTypes": ["violations"],
    }
)
_RUN: Final = f"""
    axe.run(document, {_RULES}).then(results => results.violations.map(violation =>
        violation.id + ': ' + violation.nodes.map(node =>
            node.target.join(' ') + ' ' + node.failureSummary).slice(0, 3).join(' | ')))
"""

# Swedish for evidence, and the name of this portal.
NAMES: Final = frozenset({"Underlag"})

# A text with places is known by what stands around them, where that is long enough.
_ENOUGH: Final = 14
_PLACE: Final = re.compile(r"%\(\w+\)s|\{\w+\}")

# How far the document can be moved sideways, in CSS pixels.
_SIDEWAYS: Final = """
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
"""
_LARGE: Final = "size => { document.documentElement.style.fontSize = size }"

# Every text of the page as a person gets it: words between tags, and names in attributes.
# What stands in another language says so, and quotes stand as they were written.
_WORDS: Final = """
    () => {
        const found = new Set();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const foreign = '[lang]:not(html), .quote, .flag-snippet, .page-text-body, script';
        while (walk.nextNode()) {
            if (!walk.currentNode.parentElement.closest(foreign))
                found.add(walk.currentNode.data.replace(/\\s+/g, ' ').trim());
        }
        for (const element of document.querySelectorAll('[aria-label], [title]'))
            for (const name of ['aria-label', 'title'])
                if (element.hasAttribute(name)) found.add(element.getAttribute(name));
        // A title cannot say its language; its heading does.
        if (!document.querySelector('h1[lang]')) found.add(document.title.split(' – ')[0]);
        return [...found];
    }
"""


def faults(page: Page, language: str) -> list[str]:
    """Everything that is wrong with the page that is open."""
    found = [] if page.locator("html").get_attribute("lang") == language else ["wrong language"]
    found += axe(page)
    found += [f"foreign: {words}" for words in foreign_texts(page, language)]
    # 320 px is 1280 px at 400 % (WCAG 1.4.10); twice the text size at 1280 px (1.4.4).
    for width, text in ((320, "100%"), (1280, "200%")):
        if (too_much := sideways(page, width=width, text=text)) > 0:
            found.append(f"{too_much} px too wide at {width} px and {text} text")
    return found


def axe(page: Page) -> list[str]:
    """What axe finds wrong, one line each."""
    page.evaluate(AXE_SCRIPT)
    return list(page.evaluate(_RUN))


def sideways(page: Page, *, width: int, text: str = "100%") -> int:
    """By how many CSS pixels the page is too wide for a window, at a size of text."""
    usual = page.viewport_size
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(_LARGE, text)
    too_much = int(page.evaluate(_SIDEWAYS))
    page.evaluate(_LARGE, "")
    if usual:
        page.set_viewport_size(usual)
    return too_much


def foreign_texts(page: Page, language: str) -> list[str]:
    """Texts of ours that stand on the page in the language it is not in."""
    plain, loose = _texts()["en" if language == "sv" else "sv"]
    words = [each for each in page.evaluate(_WORDS) if each]
    return [each for each in words if each in plain or any(p.fullmatch(each) for p in loose)]


Texts = tuple[set[str], list[re.Pattern[str]]]


@cache
def _texts() -> dict[str, Texts]:
    """All texts of each language that the other words differently: whole ones, and patterns."""
    pairs = [pair for path in sorted((CATALOGUES / "sv").glob("*.po")) for pair in _pairs(path)]
    english, swedish = {one for one, _ in pairs}, {other for _, other in pairs}
    return {"en": _known(english - swedish), "sv": _known(swedish - english - NAMES)}


def _known(texts: set[str]) -> Texts:
    plain = {text for text in texts if not _PLACE.search(text)}
    return plain, [pattern for text in texts - plain if (pattern := _loose(text))]


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    with path.open("rb") as po:
        for message in read_po(po, locale="sv"):
            if message.id:
                yield from zip(_forms(message.id), _forms(message.string), strict=False)


def _forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """One text, or its forms for one and for several."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def _loose(text: str) -> re.Pattern[str] | None:
    """A text as a pattern, whatever stands in its places; None where that says too little."""
    pieces = _PLACE.split(text)
    if sum(map(len, pieces)) < _ENOUGH or len(pieces[0]) < 2:
        return None
    return re.compile(".+?".join(map(re.escape, pieces)))
